// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Change.h"
#include "preview/Finder.h"
#include "preview/PayloadScene.h"

#include <QAbstractScrollArea>

#include <optional>
#include <span>
#include <vector>

namespace marquee::preview {

class FindBar;

/// A payload's text, to read: numbered, coloured, with problems marked, wrapped at the right edge. Never changes it.
///
/// Only the rows in sight are looked at, straight in a snapshot of the text. So a new snapshot after each keystroke, 50
/// MB of text and a line of 50 MB all cost the same; and the scroll bar counts bytes, not rows. All offsets are bytes
/// from the beginning of the text.
class PayloadView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PayloadView(QWidget *parent = nullptr);

    /// Another text. `splices` say what became of the one before (payload::Change): with them the place in sight, the
    /// selection, marks and highlight move along; without, they stay at their offsets as far as the text goes.
    void setText(payload::Text text, std::span<const payload::Splice> splices = {});
    const payload::Text &text() const { return m_layout.text(); }

    /// What is said where there is no text.
    void setPlaceholder(const QString &words);

    Language language() const { return m_colours.language(); }
    void setLanguage(Language language);

    void setMarks(std::vector<Mark> marks); ///< in any order
    const std::vector<Mark> &marks() const { return m_marks; }
    /// The lines of the selected field get a ground; none where begin isn't in front of end.
    void setHighlight(std::uint32_t begin, std::uint32_t end);
    /// Scrolls so that a place is in sight, a third below the top. Does nothing where it is already.
    void showOffset(std::uint32_t begin, std::uint32_t end);

    std::uint32_t caret() const { return m_caret; }
    Stretch selection() const;
    QByteArray selectedBytes() const;
    void select(std::uint32_t begin, std::uint32_t end); ///< the caret goes to the end; tells nobody
    std::uint32_t topOffset() const { return m_top; } ///< where the first row in sight begins
    /// Where an offset is painted, in the viewport; for tests and for bubbles beside it.
    QPoint pointOf(std::uint32_t offset) const;

public Q_SLOTS:
    void copySelection(); ///< exactly these bytes, as text; nothing where nothing is selected
    void selectAll();
    void openFind();
    void closeFind();
    void findNext();
    void findPrevious();

Q_SIGNALS:
    /// The user clicked or moved the caret. Not told for what the program does.
    void offsetActivated(quint32 offset);
    /// "Copy place" was chosen: the pointer of what stands there is wanted on the clipboard.
    void copyPlaceWanted(quint32 offset);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void refreshFont();
    void layOutAgain();
    void updateScrollBar();
    void scrollBarMoved(int action);
    int rowsInSight() const;
    std::uint32_t lastTop() const;
    void setTop(std::uint32_t offset);
    void scrollRows(int rows);

    std::uint32_t offsetAt(const QPoint &point) const;
    qreal xOf(std::uint32_t offset) const;
    std::uint32_t offsetOn(const Row &row, qreal x) const;

    bool scrollByKey(const QKeyEvent *event);
    std::optional<std::uint32_t> caretAfter(const QKeyEvent *event);
    std::uint32_t rowsFurther(int rows);
    void moveCaret(std::uint32_t offset, bool select);
    void keepInSight(std::uint32_t offset);
    void activate();
    void publishSelection();

    void search();
    void showFound(quint32 begin, quint32 end);
    void showCount();
    void placeFindBar();

    RowLayout m_layout;
    RowColours m_colours;
    CodePainter m_code;
    std::vector<Mark> m_marks;
    Stretch m_highlight;

    QString m_placeholder;
    std::uint32_t m_top = 0;
    std::uint32_t m_anchor = 0; ///< the selection's other end
    std::uint32_t m_caret = 0;
    std::optional<qreal> m_wishedX; ///< kept while the caret goes up and down
    int m_wheel = 0; ///< eighths of a degree that were no whole row yet
    int m_dragTimer = 0;
    bool m_settingBar = false;

    FindBar *m_findBar;
    Finder m_finder;
    bool m_stepping = false; ///< the hit that is looked for was asked for by Next or Previous
};

} // namespace marquee::preview
