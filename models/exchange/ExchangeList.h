// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Atom.h"
#include "partners/Operation.h"
#include "partners/Outcome.h"
#include "partners/Prime.h"
#include "partners/Reply.h"
#include "partners/Request.h"
#include "partners/Showtime.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QString>

#include <memory>
#include <vector>

namespace marquee::exchange {

/// One request and how it ended.
struct Exchange
{
    int number = 0; ///< counts from 1; never used twice
    QDateTime began; ///< UTC
    QString environment;
    partners::Operation operation = partners::Operation::PutFull;
    QString document; ///< the name of the document that it was about
    quint64 documentKey = 0; ///< whoever sent it knows what this means; 0: nothing
    partners::PrimeTarget target; ///< what it is about
    partners::MessageTarget message; ///< the same, where a message is posted
    partners::AtomTarget atom; ///< the same, of a question about productions
    partners::Request request; ///< as it is shown; the key by its name
    bool done = false; ///< the rest is set when it is
    partners::Reply reply;
    partners::Outcome outcome;
    int attempts = 0; ///< 0: nothing was sent, or nobody knows
    qint64 journal = 0; ///< its row; 0: none, or not known yet
    qint64 run = 0; ///< the batch run that it belongs to; 0: none
    bool isAsked = false; ///< the partner is being asked what became of it
    bool isCut = false; ///< less of the bodies is here than went over the wire
};

/// The exchanges of this session, the newest first. One thread.
class ExchangeList : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Time,
        Operation,
        Document,
        Environment,
        Outcome,
        Status,
        Duration,
        Size,
        Message,
        ColumnCount
    };
    enum Role
    {
        NumberRole = Qt::UserRole, ///< int
        OutcomeRole, ///< int of partners::Outcome::Kind; -1 while it runs, or the partner is asked
        JournalRole ///< qint64, Exchange::journal
    };
    /// Older ones are dropped.
    static constexpr int Most = 500;

    using QAbstractTableModel::QAbstractTableModel;

    int add(Exchange exchange); ///< returns its number
    void finish(int number, const partners::Reply &reply, const partners::Outcome &outcome, int attempts = 1,
        qint64 journal = 0);
    /// The partner is asked what became of one that is done. False where there is none, or it is asked already.
    bool beginAsking(int number);
    void settle(int number, const partners::Outcome &outcome); ///< the partner was asked: this is how it ended
    const Exchange *find(int number) const; ///< null where it was dropped; holds until the next add
    const Exchange *at(int row) const { return m_exchanges[static_cast<std::size_t>(row)].get(); }
    int numberOf(qint64 journal) const; ///< of that row of the journal; 0: none
    QModelIndex indexOf(int number) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<std::unique_ptr<Exchange>> m_exchanges; ///< newest first
    int m_last = 0;
};

/// Whether the partner can be asked what became of it: it is unknown, there is a request that asks, and all of what was
/// sent is here to compare. One of a batch run without an end isn't: going on with the run settles it.
bool canAskBack(const Exchange &exchange);

/// "Put full extract", in the user's language.
QString operationTitle(partners::Operation operation);
/// "Accepted", in the user's language.
QString outcomeTitle(partners::Outcome::Kind kind);
/// The same of one that is done: of a message that was taken, "Queued", because nothing has become of it yet.
QString outcomeTitle(const Exchange &exchange);

} // namespace marquee::exchange
