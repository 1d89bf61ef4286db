// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeList.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTableView;

namespace marquee::exchange {
class JournalList;
}

namespace marquee::theme {
class ElidedLabel;
}

namespace marquee::exchanges {

class ExchangeActions;
class ExchangeDetail;
class ExchangeFilter;
class ExchangeFilterBar;

/// What the Exchanges dock shows: what was sent in this session, the newest first and selected, or all that the journal
/// has; and one of them in detail.
class ExchangesPanel : public QWidget
{
    Q_OBJECT

public:
    /// The list has to outlive the panel.
    explicit ExchangesPanel(exchange::ExchangeList &list, QWidget *parent = nullptr);
    ~ExchangesPanel() override;

    /// From now on the journal can be chosen, and exchanges exported. It has to outlive the panel.
    void setJournal(exchange::JournalList &journal);

    /// Shows one of this session; nothing where there is none of that number.
    void select(int number);
    int selected() const; ///< 0: none, or one that only the journal has

Q_SIGNALS:
    /// The user wants to see what the partner complains about; partners::placeIn finds the place.
    void partnerErrorActivated(int number, const marquee::partners::PartnerError &error);
    void openReplyWanted(int number);
    /// The answer is to be looked at in full. Of this session, or, with number 0, of the journal; its bodies are here.
    void inspectWanted(const marquee::exchange::Exchange &exchange);
    void saveReplyWanted(int number);
    void cancelWanted(int number);
    /// The same two for one that only the journal has; its number is 0.
    void openStoredReplyWanted(const marquee::exchange::Exchange &exchange);
    void saveStoredReplyWanted(const marquee::exchange::Exchange &exchange);
    /// Of this session, or, with number 0, of the journal. The request's body is whole.
    void sendAgainWanted(const marquee::exchange::Exchange &exchange);
    /// Dispatcher::askBack, in the environment of the exchange's name.
    void askBackWanted(const marquee::exchange::Exchange &exchange);
    /// An HTTP archive of so many exchanges, masked, is to be saved.
    void exportWanted(const QByteArray &har, int count);
    void said(const QString &words); ///< for the status bar: something was done

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    using Exchange = exchange::Exchange;
    using Does = std::function<void(const Exchange &)>;

    QWidget *makeList();
    QWidget *makeEmpty();
    void connectBar();
    void connectList();
    void connectActions();
    void showSource();
    void applyFilter();
    /// Whatever keys are held: with Ctrl, as of a shortcut that sent something, a view would add it to what is selected.
    void selectAlone(const QModelIndex &index);
    void showSelected();
    void loadSelected(qint64 row);
    void withShown(const Does &does);
    void refresh(const QModelIndex &from, const QModelIndex &to);
    void refreshJournal();
    void copyCurl(const Exchange &exchange);
    void goTo(const partners::PartnerError &error);
    void compareSelected();
    void exportSelected();
    void exportAll();
    std::vector<Exchange> chosen(bool all) const;
    void tellExport(const QByteArray &har, int count, bool isWhole);
    void showMenu(const QPoint &where);
    void updatePages();
    void updateActions();
    QString emptyWords() const;
    QString droppedWords() const;
    void fitColumns();
    void shareRoom();
    void applyFonts();

    exchange::ExchangeList &m_list;
    exchange::JournalList *m_journal = nullptr;
    ExchangeActions *m_actions;
    ExchangeFilter *m_filter;
    ExchangeFilterBar *m_bar;
    QTableView *m_table = nullptr;
    QWidget *m_none = nullptr; ///< instead of rows that the filter left out
    QLabel *m_empty = nullptr;
    ExchangeDetail *m_detail = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedLayout *m_pages = nullptr;
    theme::ElidedLabel *m_dropped = nullptr; ///< that the journal has no older ones any more
    QTimer m_fit; ///< the columns, when everything stands where it belongs
    QTimer m_typing; ///< until the user has written what to look for
    std::optional<Exchange> m_stored; ///< the one of the journal that is shown
    bool m_isLoaded = false; ///< with its bodies
    Does m_then; ///< to be done with it when it is
    bool m_shared = false; ///< the user said how much room each gets
};

} // namespace marquee::exchanges
