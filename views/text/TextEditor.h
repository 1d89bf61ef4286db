// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/Language.h"
#include "text/ShownText.h"

#include <QPlainTextEdit>

#include <functional>
#include <optional>

namespace marquee::text {

class CodeHighlighter;
class LineNumbers;

/// An editor for a payload's text: numbered lines, JSON's colours, brackets in pairs. What stands in it is always a
/// text of bytes (ShownText), of which only what the user types changes.
///
/// Undo and redo are the component's own while it has some; after that the keys are the window's.
class TextEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextEditor(QWidget *parent = nullptr);

    /// Shows another text; where it is the same as before, cursor and scroll bar stay, and what was typed can't be
    /// undone here any more. False where the component can't hold it as it is: then it shows nothing.
    bool showText(ShownText text);
    /// What it shows, without what was typed since takeTyped.
    const ShownText &text() const { return m_text; }
    /// The same with it.
    const ShownText &takeTyped();

    void setLanguage(preview::Language language); ///< of its colours: Json or Xml
    void setIndent(const QString &indent) { m_indent = indent; } ///< what Tab and Enter indent by

    /// Where the text isn't well-formed, in bytes; it is underlined.
    void setMistake(std::optional<qsizetype> offset);
    int mistakeLine() const { return m_mistakeLine; } ///< from 0; -1: none
    /// The cursor goes to an offset, in bytes, which comes into sight. Told to nobody.
    void goTo(qsizetype offset);
    void select(qsizetype begin, qsizetype end); ///< the same with what stands there selected
    qsizetype cursorOffset() const; ///< in the bytes of text()

    void forEachBlockInSight(const std::function<void(const QTextBlock &block, int top)> &what) const;

Q_SIGNALS:
    void typed(); ///< by the user: takeTyped gives it
    void cursorMoved(); ///< by the user
    void findWanted();
    void findNextWanted(bool back);
    void escaped(); ///< Escape was pressed; Tab leaves the editor now
    void undoWanted(); ///< nothing typed is left to undo, and the window took no notice of the keys
    void redoWanted();
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    QMimeData *createMimeDataFromSelection() const override;
    bool canInsertFromMimeData(const QMimeData *source) const override;

private:
    void dress();
    void placeNumbers();
    void showMarks();
    QTextEdit::ExtraSelection mark(int position, int length, const QTextCharFormat &format) const;
    void replace(const ShownText &text);
    bool isOurs(const QKeyEvent *event) const;
    void breakLine();
    void indent();
    void outdent();
    void changeLines(const std::function<void(QTextCursor &line)> &change);

    ShownText m_text;
    QString m_indent;
    LineNumbers *m_numbers;
    CodeHighlighter *m_colours;
    int m_mistake = -1; ///< position
    int m_mistakeLine = -1;
    bool m_isShowing = false; ///< it isn't the user who changes it
    bool m_isEmpty = true;
    bool m_tabLeaves = false;
};

} // namespace marquee::text
