// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"
#include "payload/Edit.h"
#include "payload/Pointer.h"
#include "performance/Sources.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::performance {

class PerformanceForm;
class PerformancesModel;
class PerformancesTable;

/// The program's actions that the page shows as buttons; whoever owns them calls the page when they are triggered. The
/// page makes those for itself that are null, and answers them itself.
struct PerformanceActions
{
    QAction *add = nullptr;
    QAction *duplicate = nullptr;
    QAction *duplicateDay = nullptr;
    QAction *paste = nullptr;
    QAction *remove = nullptr;
    QAction *moveUp = nullptr;
    QAction *moveDown = nullptr;
};

/// The performances of a message: a table, and the form of the current one below. Everything that is done here is one
/// step of the document.
class PerformancesPage : public QWidget
{
    Q_OBJECT

public:
    PerformancesPage(const editor::Lookup &lookup, const PerformanceActions &actions, const PerformanceSources &sources,
        QWidget *parent = nullptr);

    void setDocument(workspace::OpenDocument *document);

    void addPerformance();
    void duplicatePerformance();
    void removePerformances(); ///< those that are selected
    void movePerformances(int by); ///< those that are selected, up (-1) or down (1)
    /// Asks for dates and halls; of the selected ones, where several are, else of the current one's day.
    void duplicateDay();
    /// Where a day is in sight instead of the table: its performances. Empty: the table is.
    using DayInSight = std::function<QList<int>()>;
    void setDayInSight(DayInSight day) { m_dayInSight = std::move(day); }
    /// Rows of a spreadsheet; shows first what would become of them.
    void pasteRows(const QByteArray &rows);
    void pasteClipboard();
    QByteArray copiedRows() const; ///< those that are selected, for a spreadsheet
    void focusFilter();
    void selectAll(); ///< those that the table shows
    void selectPerformance(int row);
    void selectPerformances(const QList<int> &rows); ///< these and no others; the first becomes current
    int current() const; ///< -1: none
    QAction *duplicateDayAction() const { return m_actions.duplicateDay; }
    QList<int> selected() const; ///< ascending
    /// How long a performance keeps its hall, in minutes: for telling overlaps.
    void setMinutes(int minutes) { m_minutes = minutes; }

    /// Selects the performance that a place is in, and puts the cursor into its field. False where it isn't in one.
    bool focusField(const payload::Pointer &field);
    void markField(const payload::Pointer &field); ///< the same without the cursor
    /// Lets the actions be used as far as what is selected allows. Of several pages, the one in sight is asked.
    void showActions();

Q_SIGNALS:
    void performancesSelected(const QList<int> &rows);
    void fieldFocused(const marquee::payload::Pointer &pointer);
    void refused(const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void completeActions();
    QAction *ownAction(const char *name, const QString &text, const QString &icon, const QKeySequence &keys);
    QWidget *makeBar();
    void makeFilter(QWidget *bar);
    QWidget *makeBelow(const editor::Lookup &lookup, const PerformanceSources &sources);
    QWidget *makeEmpty();
    bool isReady() const;
    bool apply(const std::vector<payload::Edit> &edits, const QString &caption);
    bool applyAsked(const std::vector<payload::Edit> &edits, const QString &caption);
    void moveTo(const QList<int> &rows, int before);
    void showChosen();
    void settle();
    void showCounts();

    QPointer<workspace::OpenDocument> m_document;
    PerformanceActions m_actions;
    PerformanceSources m_sources;
    PerformancesModel *m_model;
    PerformancesTable *m_table;
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack;
    PerformanceForm *m_form = nullptr;
    DayInSight m_dayInSight;
    int m_shown = -1;
    int m_wanted = -1; ///< to be selected once rows have gone
    int m_minutes = 135;
};

} // namespace marquee::performance
