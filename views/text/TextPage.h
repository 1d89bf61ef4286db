// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QStackedLayout;

namespace marquee::preview {
class FindBar;
class PayloadView;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::text {

class TextEditor;
class TextFinder;
class TextStanding;

/// A document's text, to edit. What is typed becomes the document's a moment later: the payload where it is
/// well-formed, all of it one undo step until the page is left; else the document's pending text. A line below says how
/// it stands.
///
/// Texts that a text component can't take (too large, a line too long, not UTF-8) are shown to read. Nothing is read
/// before the page is seen.
class TextPage : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype LargestText = 4 * 1024 * 1024; ///< bytes; above, to read only
    static constexpr qsizetype LongestLine = 128 * 1024; ///< UTF-16 units; the same

    explicit TextPage(workspace::OpenDocument *document, QWidget *parent = nullptr);
    ~TextPage() override;

    /// The document has what was typed when this returns.
    void finish();
    void find();
    /// Brings a field's text into sight, and the cursor to it; for what is absent, to what it would stand in.
    void showPlace(const payload::Pointer &field);
    /// The cursor goes to where the text isn't well-formed.
    void showMistake();
    /// The cursor goes to so many bytes from the beginning of the text.
    void showOffset(std::uint32_t offset);
    bool hasCursor() const; ///< of the keyboard
    bool canEdit() const;
    TextEditor *editor() const { return m_editor; }

Q_SIGNALS:
    /// The user moved the cursor to a place of the payload.
    void placeChanged(const marquee::payload::Pointer &field);
    /// A repair of the text is to be shown, and the text edited to it (OpenDocument::editText) where it is taken.
    void repairWanted();
    /// The cursor left the text, or the page isn't seen any more; what was typed is the document's.
    void left();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void changed();
    void load();
    QString whyNot(const QByteArray &bytes);
    void typed();
    void showStanding();
    void proposeLater();
    void tellPlace();
    qsizetype offsetOfCursor() const;

    QPointer<workspace::OpenDocument> m_document;
    preview::FindBar *m_findBar;
    TextEditor *m_editor;
    TextFinder *m_finder;
    preview::PayloadView *m_reader;
    QStackedLayout *m_stack;
    TextStanding *m_standing;
    QTimer m_typing; ///< until what was typed is handed on
    QTimer m_standingSoon;
    QTimer m_proposal; ///< until a repair is looked for
    QTimer m_place;
    QElapsedTimer m_sinceTyped;
    bool m_isTyped = false;
    bool m_isStale = true;
    QString m_whyNot; ///< it can't be edited
};

} // namespace marquee::text
