// SPDX-License-Identifier: GPL-3.0-or-later
// The panel's other half: which exchange is shown, what is said of it, and what is done with those that are selected.
#include "exchange/JournalExchange.h"
#include "exchange/JournalList.h"
#include "exchanges/CompareDialog.h"
#include "exchanges/ExchangeActions.h"
#include "exchanges/ExchangeDetail.h"
#include "exchanges/ExchangeFilter.h"
#include "exchanges/ExchangeFilterBar.h"
#include "exchanges/ExchangesPanel.h"

#include <QItemSelectionModel>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QTableView>

namespace marquee::exchanges {

using exchange::ExchangeList;

void ExchangesPanel::selectAlone(const QModelIndex &index)
{
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ExchangesPanel::connectActions()
{
    const auto connectTo = [this](ExchangeActions::What what, const Does &does) {
        connect(m_actions->action(what), &QAction::triggered, this, [this, does] { withShown(does); });
    };
    connectTo(ExchangeActions::Inspect, [this](const Exchange &shown) { Q_EMIT inspectWanted(shown); });
    connectTo(ExchangeActions::OpenAnswer, [this](const Exchange &shown) {
        if (shown.number != 0)
            Q_EMIT openReplyWanted(shown.number);
        else
            Q_EMIT openStoredReplyWanted(shown);
    });
    connectTo(ExchangeActions::SaveAnswer, [this](const Exchange &shown) {
        if (shown.number != 0)
            Q_EMIT saveReplyWanted(shown.number);
        else
            Q_EMIT saveStoredReplyWanted(shown);
    });
    connectTo(ExchangeActions::CopyCurl, [this](const Exchange &shown) { copyCurl(shown); });
    connectTo(ExchangeActions::SendAgain, [this](const Exchange &shown) { Q_EMIT sendAgainWanted(shown); });
    connectTo(ExchangeActions::AskBack, [this](const Exchange &shown) { Q_EMIT askBackWanted(shown); });
    connect(m_actions->action(ExchangeActions::Compare), &QAction::triggered, this, &ExchangesPanel::compareSelected);
    connect(m_actions->action(ExchangeActions::Export), &QAction::triggered, this, &ExchangesPanel::exportSelected);
    connect(m_detail, &ExchangeDetail::partnerErrorActivated, this, &ExchangesPanel::goTo);
    connect(m_detail, &ExchangeDetail::cancelWanted, this, [this] {
        if (const Exchange *shown = m_detail->exchange())
            Q_EMIT cancelWanted(shown->number);
    });
}

void ExchangesPanel::showSource()
{
    m_typing.stop();
    if (m_bar->isJournal() && m_journal) {
        m_filter->showJournal(*m_journal);
        m_journal->setFilter(m_bar->filter());
        m_journal->setLive(isVisible());
    } else {
        m_filter->showSession();
        if (m_journal)
            m_journal->setLive(false);
        applyFilter();
        if (m_filter->rowCount() > 0)
            selectAlone(m_filter->index(0, ExchangeList::Operation));
    }
    showSelected();
    m_fit.start();
}

void ExchangesPanel::applyFilter()
{
    if (m_filter->isSession())
        m_filter->setFilter(m_bar->filter());
    else
        m_journal->setFilter(m_bar->filter());
    updatePages();
}

void ExchangesPanel::select(int number)
{
    const QModelIndex there = m_list.indexOf(number);
    const bool isShown = m_detail->exchange() && m_detail->exchange()->number == number;
    if (!there.isValid() || isShown)
        return;
    m_bar->chooseSession();
    const QModelIndex at = m_filter->mapFromSource(there.siblingAtColumn(ExchangeList::Operation));
    if (at.isValid())
        selectAlone(at);
}

int ExchangesPanel::selected() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.data(ExchangeList::NumberRole).toInt() : 0;
}

void ExchangesPanel::showSelected()
{
    m_then = {};
    const QModelIndex current = m_table->currentIndex();
    const Exchange *row = current.isValid() ? m_filter->at(current.row()) : nullptr;
    const int number = !row ? 0 : row->number != 0 ? row->number : m_list.numberOf(row->journal);
    if (number != 0 || !row) {
        m_detail->setExchange(m_list.find(number)); // it knows more than the journal
        m_stored.reset();
    } else {
        if (!m_stored || m_stored->journal != row->journal) {
            m_stored = *row;
            m_isLoaded = false;
        }
        m_detail->setExchange(&*m_stored);
        loadSelected(row->journal);
    }
    updatePages();
}

/// The row is shown as it is; its bodies follow.
void ExchangesPanel::loadSelected(qint64 row)
{
    m_journal->load({row}, [self = QPointer(this), row](const std::vector<Exchange> &loaded) {
        if (!self || !self->m_stored || self->m_stored->journal != row || loaded.empty())
            return;
        self->m_stored = loaded.front();
        self->m_isLoaded = true;
        self->m_detail->setExchange(&*self->m_stored);
        self->updateActions();
        if (const Does then = std::exchange(self->m_then, {}))
            then(*self->m_stored);
    });
}

/// Now, or when its bodies are here.
void ExchangesPanel::withShown(const Does &does)
{
    const Exchange *shown = m_detail->exchange();
    if (!shown)
        return;
    if (m_stored && !m_isLoaded) {
        m_then = does;
        return;
    }
    const Exchange copy = *shown; // what is done may take it away
    does(copy);
}

void ExchangesPanel::refresh(const QModelIndex &from, const QModelIndex &to)
{
    const Exchange *shown = m_detail->exchange();
    const int row = shown && shown->number != 0 ? m_list.indexOf(shown->number).row() : -1;
    if (row >= from.row() && row <= to.row())
        m_detail->setExchange(shown);
    m_fit.start();
    updateActions();
    refreshJournal();
}

void ExchangesPanel::refreshJournal()
{
    if (m_journal && !m_filter->isSession() && isVisible())
        m_journal->refresh();
}

void ExchangesPanel::copyCurl(const Exchange &exchange)
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(partners::toCurl(exchange.request)));
    Q_EMIT said(exchange.isCut ? tr("Copied as a curl command. The journal didn't keep all of the body.")
                               : tr("Copied as a curl command."));
}

void ExchangesPanel::goTo(const partners::PartnerError &error)
{
    const Exchange *shown = m_detail->exchange();
    if (shown && shown->number != 0)
        Q_EMIT partnerErrorActivated(shown->number, error);
    else
        Q_EMIT said(tr("Its document isn't known any more. “Send again…” opens what was sent."));
}

std::vector<ExchangesPanel::Exchange> ExchangesPanel::chosen(bool all) const
{
    std::vector<Exchange> exchanges;
    const auto take = [this, &exchanges](int row) {
        if (const Exchange *exchange = m_filter->at(row))
            exchanges.push_back(*exchange);
    };
    if (all) {
        for (int row = 0; row < m_filter->rowCount(); ++row)
            take(row);
    } else {
        QModelIndexList rows = m_table->selectionModel()->selectedRows();
        std::sort(rows.begin(), rows.end());
        for (const QModelIndex &row : std::as_const(rows))
            take(row.row());
    }
    return exchanges;
}

void ExchangesPanel::compareSelected()
{
    const std::vector<Exchange> two = chosen(false);
    if (two.size() != 2)
        return;
    const auto open = [self = QPointer(this)](const Exchange &one, const Exchange &other) {
        if (!self)
            return;
        auto *dialog = new CompareDialog(one, other, self);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
    if (m_filter->isSession()) {
        open(two[0], two[1]);
        return;
    }
    m_journal->load({two[0].journal, two[1].journal}, [open, self = QPointer(this)](const std::vector<Exchange> &both) {
        if (both.size() == 2)
            open(both[0], both[1]);
        else if (self)
            Q_EMIT self->said(tr("One of the two was dropped from the journal meanwhile."));
    });
}

void ExchangesPanel::exportSelected()
{
    if (m_journal)
        m_journal->exportThese(chosen(false), [self = QPointer(this)](const QByteArray &har, int count, bool isWhole) {
            if (self)
                self->tellExport(har, count, isWhole);
        });
}

void ExchangesPanel::exportAll()
{
    if (!m_journal)
        return;
    const auto tell = [self = QPointer(this)](const QByteArray &har, int count, bool isWhole) {
        if (self)
            self->tellExport(har, count, isWhole);
    };
    Q_EMIT said(tr("Gathering what is to be exported…"));
    if (m_filter->isSession())
        m_journal->exportThese(chosen(true), tell);
    else
        m_journal->exportAll(tell);
}

void ExchangesPanel::tellExport(const QByteArray &har, int count, bool isWhole)
{
    if (!isWhole)
        Q_EMIT said(tr("There are more than one archive holds: it has the newest %1.").arg(QLocale().toString(count)));
    Q_EMIT exportWanted(har, count);
}

void ExchangesPanel::showMenu(const QPoint &where)
{
    if (!m_table->currentIndex().isValid())
        return;
    const QModelIndex under = m_table->indexAt(where);
    const QPoint at = under.isValid() ? where : m_table->visualRect(m_table->currentIndex()).center();
    m_actions->makeMenu(this)->popup(m_table->viewport()->mapToGlobal(at));
}

QString ExchangesPanel::emptyWords() const
{
    const QString next
        = tr("Nothing sent yet. Send puts the document at the partner; Get fetches what the partner has.");
    if (m_filter->isSession())
        return m_journal ? QString(next + u' ' + tr("What was sent before is under “All”.")) : next;
    if (!m_journal->problem().isEmpty())
        return m_journal->problem();
    return m_journal->isReading() ? tr("Reading what was sent…") : next;
}

QString ExchangesPanel::droppedWords() const
{
    if (m_filter->isSession() || m_journal->dropped().count == 0)
        return {};
    const auto &dropped = m_journal->dropped();
    const QString day = QLocale().toString(dropped.upTo.toLocalTime().date(), QLocale::ShortFormat);
    return tr("%n older exchange(s), up to %1, made room for newer ones.", nullptr, static_cast<int>(dropped.count))
        .arg(day);
}

void ExchangesPanel::updateActions()
{
    const auto count = static_cast<int>(m_table->selectionModel()->selectedRows().size());
    m_actions->update(m_detail->exchange(), count, m_journal != nullptr);
    m_bar->setSelected(count, m_filter->rowCount());
}

} // namespace marquee::exchanges
