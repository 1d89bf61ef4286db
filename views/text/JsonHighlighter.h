// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

class QTextBlock;

namespace marquee::text {

/// JSON in the theme's colours, the same as in the preview. Only lines that were in sight have colours: a text of
/// megabytes would take a second.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit JsonHighlighter(QTextDocument *document);

    /// These blocks are in sight now, both included.
    void setSight(const QTextBlock &first, const QTextBlock &last);

protected:
    void highlightBlock(const QString &line) override;

private:
    static constexpr int Unread = -1; ///< a block's state; 1: the next one begins in a comment

    int m_first = 0; ///< block numbers
    int m_last = 0;
};

} // namespace marquee::text
