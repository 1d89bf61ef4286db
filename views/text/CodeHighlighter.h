// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/Language.h"

#include <QSyntaxHighlighter>

class QTextBlock;

namespace marquee::text {

/// JSON or XML in the theme's colours, the same as in the preview. Only lines that were in sight have colours: a text of
/// megabytes would take a second.
class CodeHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit CodeHighlighter(QTextDocument *document);

    void setLanguage(preview::Language language);
    /// These blocks are in sight now, both included.
    void setSight(const QTextBlock &first, const QTextBlock &last);

protected:
    void highlightBlock(const QString &line) override;

private:
    static constexpr int Unread = -1; ///< a block's state; else what the next one begins in, 0 for nothing

    void highlightJson(const QString &line);
    void highlightXml(const QString &line);

    preview::Language m_language = preview::Language::Json;
    int m_first = 0; ///< block numbers
    int m_last = 0;
};

} // namespace marquee::text
