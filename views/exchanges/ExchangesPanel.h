// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeList.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QSplitter;
class QStackedLayout;
class QTableView;

namespace marquee::exchanges {

class ExchangeDetail;

/// What the Exchanges dock shows: what was sent, the newest first and selected, and one of them in detail.
class ExchangesPanel : public QWidget
{
    Q_OBJECT

public:
    /// The list has to outlive the panel.
    explicit ExchangesPanel(exchange::ExchangeList &list, QWidget *parent = nullptr);

    void select(int number); ///< nothing where there is none of that number
    int selected() const; ///< 0: none

Q_SIGNALS:
    /// The user wants to see what the partner complains about; partners::placeIn finds the place.
    void partnerErrorActivated(int number, const marquee::partners::PartnerError &error);
    void openReplyWanted(int number);
    void saveReplyWanted(int number);
    void cancelWanted(int number);
    void said(const QString &words); ///< for the status bar: something was done

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeEmpty();
    void connectDetail();
    void showSelected();
    void refresh(const QModelIndex &from, const QModelIndex &to);
    void copyCurl(int number);
    void updatePages();
    void fitColumns();
    void shareRoom();
    void applyFonts();

    exchange::ExchangeList &m_list;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_none = nullptr; ///< instead of rows that the filter left out
    ExchangeDetail *m_detail = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedLayout *m_pages = nullptr;
    bool m_shared = false; ///< the user said how much room each gets
};

} // namespace marquee::exchanges
