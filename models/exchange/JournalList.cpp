// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/JournalList.h"

#include "exchange/ExchangeCells.h"
#include "exchange/JournalDesk.h"

#include <algorithm>
#include <atomic>

namespace marquee::exchange {

namespace {

constexpr int LookEveryMs = 2000;
constexpr int MostLookedAt = 1000; ///< rows when looking again; what is further back hardly changes

bool isSame(const Exchange &a, const Exchange &b)
{
    return a.done == b.done && a.outcome.kind == b.outcome.kind && a.outcome.message == b.outcome.message
        && a.attempts == b.attempts && a.reply.status == b.reply.status;
}

} // namespace

/// What both threads look at.
struct JournalList::Shared
{
    explicit Shared(const QString &path)
        : desk(path)
    {
    }
    JournalDesk desk; ///< touched by the other thread only; its connection ends there, too
    std::atomic<int> newest = 0; ///< question; older ones needn't be answered
    std::atomic<bool> isOver = false;
};

struct JournalList::Answer
{
    int question = 0;
    JournalDesk::Page page;
};

JournalList::JournalList(const QString &journalPath, QObject *parent)
    : QAbstractTableModel(parent)
    , m_shared(std::make_shared<Shared>(journalPath))
    , m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    m_timer.setInterval(LookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_filter.text.isEmpty()) // looking through all bodies every time would keep the disk busy
            refresh();
    });
}

JournalList::~JournalList()
{
    m_shared->isOver = true;
    if (m_thread.isRunning()) {
        QMetaObject::invokeMethod(m_worker, [desk = &m_shared->desk] { *desk = JournalDesk({}); });
        QMetaObject::invokeMethod(m_worker, [this] { m_thread.quit(); });
        m_thread.wait();
    }
    delete m_worker;
}

void JournalList::run(std::function<void(JournalDesk &)> work)
{
    if (!m_thread.isRunning())
        m_thread.start();
    QMetaObject::invokeMethod(m_worker, [shared = m_shared, does = std::move(work)] {
        if (!shared->isOver)
            does(shared->desk);
    });
}

void JournalList::setFilter(const JournalFilter &filter)
{
    m_filter = {};
    m_filter.environment = filter.environment;
    m_filter.operation = filter.operation;
    m_filter.outcome = filter.outcome;
    m_filter.text = filter.text;
    m_isAsked = true;
    read(Kind::Anew);
}

void JournalList::refresh()
{
    if (!m_isAsked)
        return;
    if (m_isReading)
        m_again = true;
    else
        read(Kind::Again);
}

void JournalList::setLive(bool live)
{
    if (live)
        m_timer.start();
    else
        m_timer.stop();
}

void JournalList::read(Kind kind)
{
    JournalFilter filter = m_filter;
    filter.limit = PageSize;
    if (kind == Kind::More)
        filter.before = m_oldest;
    else if (kind == Kind::Again)
        filter.limit = std::clamp(static_cast<int>(m_exchanges.size()), PageSize, MostLookedAt);
    m_isReading = true;
    const int question = ++m_shared->newest;
    run([this, kind, filter, question, shared = m_shared](JournalDesk &desk) {
        const auto isWanted = [question, &shared] { return !shared->isOver && shared->newest == question; };
        if (!isWanted())
            return;
        auto answer = std::make_shared<Answer>(Answer{question, desk.read(filter, isWanted)});
        if (isWanted())
            QMetaObject::invokeMethod(this, [this, kind, answer] { take(kind, *answer); });
    });
    if (kind != Kind::Again)
        Q_EMIT stateChanged();
}

void JournalList::take(Kind kind, Answer &answer)
{
    if (answer.question != m_shared->newest)
        return; // meanwhile something else is wanted
    m_isReading = false;
    JournalDesk::Page &page = answer.page;
    m_isNew = page.isNew;
    m_problem = page.problem;
    m_dropped = page.dropped;
    if (kind != Kind::More)
        m_environments = page.environments;
    // Where so much is new that the rows here aren't reached, what is between would be missing.
    const bool hasGap
        = !page.isWhole && !m_exchanges.empty() && kind == Kind::Again && m_exchanges.front().journal < page.oldest;
    const bool isFurtherBack = kind == Kind::Again && !hasGap && m_oldest != 0 && m_oldest < page.oldest;
    if (!isFurtherBack)
        m_oldest = page.oldest; // first: whoever hears of the rows may ask for more
    if (kind == Kind::Anew || hasGap)
        reset(std::move(page.exchanges), page.isWhole);
    else if (kind == Kind::Again)
        merge(std::move(page.exchanges), page.isWhole);
    else
        append(std::move(page.exchanges), page.isWhole);
    Q_EMIT stateChanged();
    if (std::exchange(m_again, false))
        refresh();
}

void JournalList::reset(std::vector<Exchange> exchanges, bool isWhole)
{
    beginResetModel();
    m_exchanges = std::move(exchanges);
    m_isWhole = isWhole;
    endResetModel();
}

void JournalList::append(std::vector<Exchange> exchanges, bool isWhole)
{
    m_isWhole = isWhole;
    if (exchanges.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(exchanges.size()) - 1);
    std::move(exchanges.begin(), exchanges.end(), std::back_inserter(m_exchanges));
    endInsertRows();
}

/// Both are sorted by their rows, the newest first. What is further back than was looked stays.
void JournalList::merge(std::vector<Exchange> exchanges, bool isWhole)
{
    m_isWhole = m_isWhole || isWhole;
    const qint64 oldest = isWhole || exchanges.empty() ? 0 : exchanges.back().journal;
    std::size_t row = 0;
    std::size_t fresh = 0;
    while (row < m_exchanges.size() || fresh < exchanges.size()) {
        const qint64 has = row < m_exchanges.size() ? m_exchanges[row].journal : -1;
        const qint64 comes = fresh < exchanges.size() ? exchanges[fresh].journal : -1;
        const int at = static_cast<int>(row);
        if (comes < 0 && has < oldest)
            break;
        if (comes > has) {
            beginInsertRows({}, at, at);
            m_exchanges.insert(m_exchanges.begin() + at, std::move(exchanges[fresh]));
            endInsertRows();
        } else if (comes < has) {
            beginRemoveRows({}, at, at);
            m_exchanges.erase(m_exchanges.begin() + at);
            endRemoveRows();
            continue;
        } else if (!isSame(m_exchanges[row], exchanges[fresh])) {
            m_exchanges[row] = std::move(exchanges[fresh]);
            Q_EMIT dataChanged(index(at, 0), index(at, ExchangeList::ColumnCount - 1));
        }
        ++row;
        ++fresh;
    }
}

QModelIndex JournalList::indexOf(qint64 journal) const
{
    const auto at = std::lower_bound(m_exchanges.begin(), m_exchanges.end(), journal,
        [](const Exchange &exchange, qint64 row) { return exchange.journal > row; });
    return at == m_exchanges.end() || at->journal != journal ? QModelIndex()
                                                             : index(static_cast<int>(at - m_exchanges.begin()), 0);
}

void JournalList::load(const std::vector<qint64> &rows, Loaded loaded)
{
    run([this, rows, loaded = std::move(loaded)](JournalDesk &desk) {
        QMetaObject::invokeMethod(this, [loaded, exchanges = desk.load(rows)] { loaded(exchanges); });
    });
}

void JournalList::exportThese(const std::vector<Exchange> &exchanges, Exported exported)
{
    run([this, exchanges, exported = std::move(exported)](JournalDesk &desk) {
        std::vector<JournalRecord> records;
        for (const Exchange &exchange : exchanges)
            records.push_back(recordOf(exchange));
        const JournalDesk::Export all = desk.collect(std::move(records));
        QMetaObject::invokeMethod(
            this, [exported, har = toHar(all.records), count = all.records.size(), isWhole = all.isWhole] {
                exported(har, static_cast<int>(count), isWhole);
            });
    });
}

void JournalList::exportAll(Exported exported)
{
    run([this, filter = m_filter, shared = m_shared, exported = std::move(exported)](JournalDesk &desk) {
        const JournalDesk::Export all = desk.collect(filter, [&shared] { return !shared->isOver; });
        QMetaObject::invokeMethod(
            this, [exported, har = toHar(all.records), count = all.records.size(), isWhole = all.isWhole] {
                exported(har, static_cast<int>(count), isWhole);
            });
    });
}

int JournalList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_exchanges.size());
}

int JournalList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ExchangeList::ColumnCount;
}

QVariant JournalList::data(const QModelIndex &index, int role) const
{
    return index.isValid() ? exchangeCell(*at(index.row()), index.column(), role) : QVariant();
}

QVariant JournalList::headerData(int section, Qt::Orientation orientation, int role) const
{
    return exchangeHeader(section, orientation, role);
}

bool JournalList::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_isAsked && !m_isReading && !m_isWhole;
}

void JournalList::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(Kind::More);
}

} // namespace marquee::exchange
