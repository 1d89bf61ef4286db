// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace marquee::text {
class TextPage;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

/// A document without a form: a batch, a reply, something unknown, or a text that isn't a payload. Shows the bytes as they are,
/// and says what they are or what is wrong with them, and where. They can be edited as text.
class TextPane : public QWidget
{
    Q_OBJECT

public:
    explicit TextPane(workspace::OpenDocument *document, QWidget *parent = nullptr);

    workspace::OpenDocument *document() const { return m_document; }
    /// Puts the cursor at a place; for a malformed text, at its mistake.
    void focusField(const payload::Pointer &field);
    void markField(const payload::Pointer &) { } ///< there are no fields
    void find();
    text::TextPage *text() const { return m_text; }

Q_SIGNALS:
    void fieldFocused(const marquee::payload::Pointer &pointer);
    void repairWanted();
    void questionWanted(); ///< it asks for productions, and is to be asked
    void inspectWanted(); ///< as a summary, a tree and a table
    void textLeft(); ///< see text::TextPage

private:
    QWidget *makeHeading();
    QPushButton *addButton(QPushButton *button, const QString &name, const QString &tip);
    QString subtitle() const;
    void refresh();

    QPointer<workspace::OpenDocument> m_document;
    QLabel *m_title;
    QLabel *m_subtitle;
    QPushButton *m_question;
    QPushButton *m_inspect;
    text::TextPage *m_text;
};

} // namespace marquee::shell
