// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "payload/Pointer.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedLayout;
class QTableView;

namespace marquee::callbacks {

class CallbackDesk;
class CallbackDetail;
class CallbacksBar;
class CallbacksFilter;

/// What the Callbacks dock shows: the callbacks that came, the newest first and selected, and one of them in detail.
class CallbacksPanel : public QWidget
{
    Q_OBJECT

public:
    /// The desk has to outlive the panel.
    explicit CallbacksPanel(CallbackDesk &desk, QWidget *parent = nullptr);

    void select(const QString &id); ///< nothing where the filter leaves it out
    QString selected() const; ///< of the store; empty: none

public Q_SLOTS:
    void startListening(); ///< tells what went wrong by problem()
    void stopListening();
    void pasteCallback(); ///< from the clipboard
    void copyUrl();

Q_SIGNALS:
    /// The user wants to see a performance in its message: the document by its file or name, the journal's row for
    /// where there is no such document any more, and the place; of the message itself, the place is the root.
    void goWanted(const QString &document, qint64 journalRow, const marquee::payload::Pointer &place);
    /// A file is to be chosen, for CallbackDesk::takeFile.
    void openFileWanted();
    void problem(const marquee::Error &error); ///< something that the user asked for didn't work
    void said(const QString &words); ///< for the status bar: something was done

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeFilter();
    QWidget *makeEmpty();
    void connectDesk();
    void applyFilter();
    void clearFilter();
    void replay();
    void showSelected();
    void go(const payload::Pointer &place);
    void updatePages();
    void shareRoom();
    void fitColumns();
    void applyFonts();

    CallbackDesk &m_desk;
    CallbacksFilter *m_filter;
    CallbacksBar *m_bar;
    QLineEdit *m_search = nullptr;
    QComboBox *m_which = nullptr;
    QTableView *m_table = nullptr;
    QWidget *m_none = nullptr; ///< instead of rows that the filter left out
    QLabel *m_dropped = nullptr;
    QLabel *m_empty = nullptr;
    CallbackDetail *m_detail = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedLayout *m_pages = nullptr;
    bool m_isShared = false; ///< the user said how much room each gets
};

} // namespace marquee::callbacks
