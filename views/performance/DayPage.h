// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace marquee::editor {
class CalendarPopup;
}
namespace marquee::theme {
class ElidedLabel;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::performance {

class DayView;

/// The page Day: which date, how long a performance takes, the halls with their performances, and a line that says what
/// has the focus.
class DayPage : public QWidget
{
    Q_OBJECT

public:
    /// `duplicate`: the action that duplicates a day, shown as a button; null for none.
    explicit DayPage(QAction *duplicate, QWidget *parent = nullptr);

    /// Null for none.
    void setDocument(workspace::OpenDocument *document);
    void setDate(QDate date);
    QDate date() const;
    void setMinutes(int minutes); ///< how long a performance takes; tells nobody
    int minutes() const;
    DayView *view() const { return m_view; }
    /// Selects these and no others, and goes to the date of the first. Tells nobody.
    void selectPerformances(const QList<int> &rows);

Q_SIGNALS:
    void performancesSelected(const QList<int> &rows);
    void activated(int row); ///< the form of this performance is wanted
    void minutesChanged(int minutes); ///< by the user, to be remembered
    void refused(const QString &why);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar(QAction *duplicate);
    QWidget *makeEmpty();
    QToolButton *addButton(QWidget *bar, const QString &name, const QString &icon, const QString &tip);
    void step(int by);
    void openCalendar();
    void refresh();
    void refreshIcons();
    QDate nearestDate() const;

    QPointer<workspace::OpenDocument> m_document;
    DayView *m_view;
    QStackedWidget *m_stack;
    QPushButton *m_date = nullptr;
    QSpinBox *m_minutes = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_emptyWords = nullptr;
    QPushButton *m_nearest = nullptr;
    theme::ElidedLabel *m_note;
    editor::CalendarPopup *m_calendar = nullptr;
    QList<QToolButton *> m_buttons;
    bool m_wasShown = false; ///< a date was chosen, by the user or by what was selected
};

} // namespace marquee::performance
