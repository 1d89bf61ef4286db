// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"

#include <QPointer>
#include <QWidget>

class QLabel;

namespace marquee::preview {
class PayloadView;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

/// A document without a form: a batch, a reply, something unknown, or a text that isn't a payload. Shows the bytes as they are,
/// and says over them what they are or what is wrong with them, and where.
class TextPane : public QWidget
{
    Q_OBJECT

public:
    explicit TextPane(workspace::OpenDocument *document, QWidget *parent = nullptr);

    workspace::OpenDocument *document() const { return m_document; }
    /// Puts the cursor at a place; for a malformed text, at its mistake.
    void focusField(const payload::Pointer &field);
    void find();

Q_SIGNALS:
    void fieldFocused(const marquee::payload::Pointer &pointer);
    void repairWanted();

private:
    QWidget *makeProblem();
    QString subtitle() const;
    void refresh();

    QPointer<workspace::OpenDocument> m_document;
    QLabel *m_title;
    QLabel *m_subtitle;
    preview::PayloadView *m_text;
};

} // namespace marquee::shell
