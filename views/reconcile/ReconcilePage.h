// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reconcile/ReconcileModel.h"
#include "rules/Validator.h"

#include <QWidget>

#include <map>
#include <set>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace marquee::reconcile {

class ReconcileDetail;
class ReconcileFilter;
class ReconcileTable;
class RequestList;

/// What the partner has against the documents, on one page: fetch, look, choose, see the requests, send. The page asks
/// its owner for the documents and before it sends.
class ReconcilePage : public QWidget
{
    Q_OBJECT

public:
    /// What there is to reconcile, as it is called on screen.
    struct Stage
    {
        QString document; ///< the avail in front; empty: there is none
        QString folder; ///< the workspace; empty: there is none
        QString environment;
        bool isProtected = false;
    };

    /// The desk has to outlive what is done with the page.
    explicit ReconcilePage(ReconcileDesk &desk, QWidget *parent = nullptr);

    void setStage(const Stage &stage);
    void setSeverities(const rules::Severities &severities) { m_severities = severities; }
    bool isWholeWorkspace() const; ///< what the user wants to fetch
    void setWholeWorkspace(bool whole);
    /// The owner says yes to sendWanted().
    void send();
    void focusFirst();

Q_SIGNALS:
    /// ReconcileDesk::fetch with the avail in front, or with all documents of the workspace.
    void fetchWanted(bool wholeWorkspace);
    /// The requests are planned and seen: send() where that is allowed. `deletions` of them delete something,
    /// `replacements` put a whole avail.
    void sendWanted(int requests, int deletions, int replacements);
    void placeWanted(const QString &key, const marquee::payload::Pointer &place);
    void folderWanted(); ///< there is nothing to reconcile

private:
    enum class Shown
    {
        Table,
        Requests,
        Empty
    };

    QWidget *makeHead();
    QWidget *makeFilters();
    QWidget *makeTable();
    QWidget *makeEmpty();
    QWidget *makeFoot();
    QPushButton *button(QWidget *parent, const char *name, const QString &text, const QString &tip = {});
    QLabel *label(QWidget *parent, const char *name, const char *role);
    void addFilter(QBoxLayout &layout, Status status);
    void addChooseMenu();
    void applyTheme();

    void refresh();
    void refreshCounts();
    void refreshScope();
    void refreshEmpty();
    void showPage(Shown page);
    void filter();
    void follow(); ///< the state of the desk
    void showDetail();
    void showMenu(const QModelIndex &index, const QPoint &at);
    void dryRun(bool toSend);
    void takePlan();
    void forceCurrent();
    void openRow(const QModelIndex &index);
    void expandDiffering();
    QString headline() const;
    QString sentWords() const;
    QModelIndex currentSource() const;

    ReconcileDesk &m_desk;
    ReconcileModel *m_model;
    ReconcileFilter *m_filter;
    Stage m_stage;
    rules::Severities m_severities;
    std::set<int> m_forced; ///< avails that go although the partner's were changed
    std::map<Status, QPushButton *> m_filters;
    bool m_isAwaited = false; ///< the user has asked to fetch
    bool m_wantsSend = false; ///< once it is planned
    Shown m_shown = Shown::Empty;

    QLabel *m_title = nullptr;
    QLabel *m_environment = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_emptyWords = nullptr;
    QLabel *m_modeNote = nullptr;
    QComboBox *m_scope = nullptr;
    QComboBox *m_mode = nullptr;
    QCheckBox *m_validate = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_fetch = nullptr;
    QPushButton *m_firstFetch = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_choose = nullptr;
    QPushButton *m_dryRun = nullptr;
    QPushButton *m_send = nullptr;
    QWidget *m_filterBar = nullptr;
    QWidget *m_foot = nullptr;
    QStackedWidget *m_pages = nullptr;
    QSplitter *m_splitter = nullptr;
    ReconcileTable *m_table = nullptr;
    ReconcileDetail *m_detail = nullptr;
    RequestList *m_requests = nullptr;
};

} // namespace marquee::reconcile
