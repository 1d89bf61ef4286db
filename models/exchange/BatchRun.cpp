// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/BatchRun.h"

#include "partners/Settling.h"
#include "payload/Document.h"
#include "payload/JsonText.h"

#include <QCoreApplication>
#include <QPointer>
#include <QUrl>

#include <algorithm>
#include <unordered_set>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using partners::Outcome;
using partners::Reach;

namespace {

/// Of one batch request: below what partners take.
constexpr qsizetype LargestParcel = 8 * 1024 * 1024;
constexpr int LargestChunk = 100;

} // namespace

/// Items that go in one request.
struct BatchRun::Parcel
{
    struct One
    {
        int index = 0;
        LoadedItem loaded;
    };
    std::vector<One> items;
    std::unordered_set<std::string> ids;
    bool isBatch = false;
    qsizetype bytes = 0;
};

BatchRun::BatchRun(Courier *courier, std::shared_ptr<Channel> channel, std::unique_ptr<BatchSource> source,
    BatchPlan plan, BatchOptions options, QObject *parent)
    : QObject(parent)
    , m_courier(courier)
    , m_channel(std::move(channel))
    , m_source(std::move(source))
    , m_plan(std::move(plan))
    , m_options(std::move(options))
    , m_isChanged(m_plan.items.size(), false)
{
    m_options.chunk = std::clamp(m_options.chunk, 0, LargestChunk);
    m_options.jobs = m_options.operation.isMessages() ? 1 : std::max(1, m_options.jobs);
    m_counts.items = static_cast<int>(m_plan.items.size());
    for (const BatchItem &item : m_plan.items) {
        if (item.state == BatchItem::State::Waiting) {
            ++m_counts.waiting;
            continue;
        }
        (item.outcome == Outcome::Kind::Accepted          ? m_counts.accepted
                : item.outcome == Outcome::Kind::Rejected ? m_counts.rejected
                : item.outcome == Outcome::Kind::Failed   ? m_counts.failed
                                                          : m_counts.unknown)
            += 1;
        m_counts.met += item.verdict == BatchItem::Verdict::Met ? 1 : 0;
        m_counts.missed += item.verdict == BatchItem::Verdict::Missed ? 1 : 0;
    }
    m_telling.setSingleShot(true);
    m_telling.setInterval(100);
    connect(&m_telling, &QTimer::timeout, this, &BatchRun::tellChanged);
}

BatchRun::~BatchRun() = default;

void BatchRun::start()
{
    if (m_state != State::Ready)
        return;
    if (m_options.dryRun) {
        begin();
        return;
    }
    if (m_run.name.isEmpty())
        m_run.name = m_options.runName.isEmpty() ? newRunName() : m_options.runName;
    m_run.started = QDateTime::currentDateTimeUtc();
    m_run.environment = m_channel->environment().name;
    m_run.operation = m_options.operationName;
    m_run.options = m_options.toJson();
    m_courier->journal().createRun(m_run, m_plan.toJournal(), [self = QPointer(this)](const Expected<qint64> &number) {
        if (!self)
            return;
        if (number) {
            self->m_run.number = *number;
            self->begin();
        } else {
            self->m_pauseReason = sentence(number.error());
            self->setState(State::Finished);
            Q_EMIT self->finished();
        }
    });
}

void BatchRun::resume(const RunRecord &run)
{
    m_run = run;
    if (m_state == State::Ready || m_state == State::Finished)
        begin();
}

void BatchRun::begin()
{
    m_clock.start();
    m_lane = std::make_shared<Pace>(0, m_options.jobs);
    m_next = 0;
    setState(State::Running);
    QMetaObject::invokeMethod(this, &BatchRun::pump, Qt::QueuedConnection);
}

int BatchRun::retryFailed()
{
    int again = 0;
    for (std::size_t i = 0; i < m_plan.items.size(); ++i) {
        BatchItem &item = m_plan.items[i];
        const bool isFailed = item.outcome == Outcome::Kind::Failed;
        // What a batch changed perhaps is asked back first; what was put alone may be put again. A message may be
        // neither.
        const bool isOpen = item.outcome == Outcome::Kind::Unknown && !m_options.operation.isMessages();
        if (item.state != BatchItem::State::Done || !(isFailed || isOpen))
            continue;
        item.wasOnItsWay = !isFailed;
        --(isFailed ? m_counts.failed : m_counts.unknown);
        giveBack(static_cast<int>(i));
        ++again;
    }
    return again;
}

/// An item that was done, or on its way, waits again.
void BatchRun::giveBack(int index)
{
    BatchItem &item = m_plan.items[static_cast<std::size_t>(index)];
    if (item.state == BatchItem::State::Sending)
        --m_counts.sending;
    m_counts.met -= item.verdict == BatchItem::Verdict::Met ? 1 : 0;
    m_counts.missed -= item.verdict == BatchItem::Verdict::Missed ? 1 : 0;
    item.state = BatchItem::State::Waiting;
    item.verdict = BatchItem::Verdict::None;
    ++m_counts.waiting;
    m_returned.push_back(index);
    changed(index);
}

void BatchRun::pause()
{
    if (m_state != State::Running)
        return;
    m_pauseReason.clear();
    setState(State::Paused);
    callBack();
}

/// How many are begun at a time: what is sent, and where it goes fast enough for that, what is written to the journal
/// meanwhile.
int BatchRun::mostAtOnce() const
{
    if (m_options.operation.isMessages())
        return 1; // the next one's number depends on whether this one went
    constexpr double fastest = 56;
    const double rate = m_channel ? m_channel->pace().perSecond() : 0;
    const int ahead = m_options.chunk > 0 ? 0 : static_cast<int>(rate > 0 ? std::min(fastest, rate / 20) : fastest);
    return m_options.jobs + ahead;
}

/// What was begun and isn't on the wire waits again.
void BatchRun::callBack()
{
    std::vector<int> numbers;
    numbers.swap(m_deliveries);
    for (const int number : numbers)
        m_courier->cancelUnsent(number);
}

void BatchRun::goOn()
{
    if (m_state != State::Paused)
        return;
    m_pauseReason.clear();
    setState(State::Running);
    writeUnsent();
    pump();
}

void BatchRun::stop()
{
    if (m_state != State::Running && m_state != State::Paused)
        return;
    setState(State::Stopping);
    callBack();
    writeUnsent();
    checkFinished();
}

/// Fills the free places on the wire. Comes back by way of the event loop, so that a window stays alive meanwhile.
void BatchRun::pump()
{
    if (m_state != State::Running || m_isPumping)
        return;
    if (m_onTheWire < mostAtOnce()) {
        m_isPumping = true;
        const auto parcel = std::make_shared<Parcel>();
        const bool isMore = fill(*parcel);
        m_isPumping = false;
        if (!parcel->items.empty())
            dispatch(parcel);
        writeUnsent();
        if (isMore && m_state == State::Running && m_onTheWire < mostAtOnce())
            QMetaObject::invokeMethod(this, &BatchRun::pump, Qt::QueuedConnection);
    }
    checkFinished();
}

/// Takes waiting items until the parcel is full, or enough was read for one go. False where nothing waits any more.
bool BatchRun::fill(Parcel &parcel)
{
    constexpr int mostInOneGo = 200;
    for (int i = 0; i < mostInOneGo && m_state == State::Running; ++i) {
        int index = -1;
        if (!m_returned.empty()) {
            index = m_returned.front();
            m_returned.pop_front();
        } else {
            while (m_next < m_plan.items.size() && m_plan.items[m_next].state != BatchItem::State::Waiting)
                ++m_next;
            if (m_next == m_plan.items.size())
                return false;
            index = static_cast<int>(m_next++);
        }
        if (item(index).state != BatchItem::State::Waiting)
            continue;
        if (!take(index, parcel))
            return true;
    }
    return true;
}

/// False where the parcel is to go as it is; the item waits again where it didn't fit.
bool BatchRun::take(int index, Parcel &parcel)
{
    BatchItem &item = m_plan.items[static_cast<std::size_t>(index)];
    if (item.wasOnItsWay && m_options.operation.isMessages()) {
        settleLost(index);
        return true;
    }
    LoadedItem loaded = m_source->load(m_plan.files[item.file], item);
    if (!loaded.problem.isEmpty()) {
        settleUnsent(index, loaded.problem, loaded.isUnreadable);
        return true;
    }
    partners::PrimeTarget usual;
    usual.licensor = m_options.licensor;
    loaded.target = partners::merged(partners::merged(usual, loaded.target), m_options.target);
    item.transaction = loaded.reach == Reach::Message ? loaded.message.name()
        : loaded.reach == Reach::Full                 ? loaded.target.alid
                                                      : loaded.target.transaction;
    if (m_options.dryRun) {
        // Nothing is known of it, because nothing was sent: it stays without an outcome.
        --m_counts.waiting;
        item.state = BatchItem::State::Sending;
        ++m_counts.sending;
        changed(index);
        Q_EMIT itemDone(index);
        return true;
    }
    if (item.wasOnItsWay && askBack(index, loaded))
        return false;
    const bool isBatch = m_options.chunk > 0 && loaded.reach == Reach::Partial;
    const std::string id = item.id.toStdString();
    const bool fits = parcel.items.empty()
        || (isBatch && parcel.isBatch && parcel.items.size() < static_cast<std::size_t>(m_options.chunk)
            && !parcel.ids.contains(id) && parcel.items.front().loaded.target.licensor == loaded.target.licensor
            && parcel.bytes + loaded.body.size() <= LargestParcel);
    if (!fits) {
        m_returned.push_front(index);
        return false;
    }
    item.state = BatchItem::State::Sending;
    --m_counts.waiting;
    ++m_counts.sending;
    changed(index);
    parcel.isBatch = isBatch;
    parcel.ids.insert(id);
    parcel.bytes += loaded.body.size() + 300;
    parcel.items.push_back({index, std::move(loaded)});
    return isBatch && parcel.items.size() < static_cast<std::size_t>(m_options.chunk);
}

/// An earlier process ended while this was on its way in a batch that mustn't simply be sent twice, or it is unknown:
/// the partner is asked. False where it may simply be sent again.
bool BatchRun::askBack(int index, const LoadedItem &loaded)
{
    BatchItem &item = m_plan.items[static_cast<std::size_t>(index)];
    item.wasOnItsWay = false;
    const partners::Operation single = singleOperation(m_options.operation.verb, loaded.reach);
    const auto asking = partners::askingBack(single);
    if (m_options.chunk == 0 || loaded.reach == Reach::Full || !asking)
        return false;
    Delivery delivery;
    delivery.operation = *asking;
    delivery.target = loaded.target;
    delivery.document = m_plan.files[item.file];
    delivery.timeoutMs = m_options.timeoutMs;
    delivery.retry = m_options.retry;
    const QByteArray body = loaded.body;
    const auto number
        = m_courier->send(m_channel, delivery, [self = QPointer(this), index, body, single](const Delivered &asked) {
              if (!self)
                  return;
              --self->m_onTheWire;
              const auto sent = payload::Document::read(body.isEmpty() ? QByteArray("{}") : body);
              const Outcome outcome
                  = partners::settled(single, sent ? (*sent)->root() : payload::Value(), asked.outcome, asked.reply);
              if (asked.journalError && asked.attempts == 0) {
                  self->m_plan.items[static_cast<std::size_t>(index)].wasOnItsWay = true;
                  self->giveBack(index);
                  self->holdUp(*asked.journalError);
              } else if (outcome.kind == Outcome::Kind::Failed) {
                  self->giveBack(index); // it isn't there: now it is sent
              } else {
                  self->settleItem(index, outcome, asked);
                  self->m_unwritten.push_back(index);
                  self->writeUnsent();
              }
              self->pump();
          });
    if (!number)
        return false;
    item.state = BatchItem::State::Sending;
    --m_counts.waiting;
    ++m_counts.sending;
    ++m_onTheWire;
    changed(index);
    return true;
}

void BatchRun::dispatch(const std::shared_ptr<Parcel> &parcel)
{
    const Parcel::One &first = parcel->items.front();
    Delivery delivery;
    delivery.target = first.loaded.target;
    delivery.message = first.loaded.message;
    delivery.document = m_plan.files[item(first.index).file];
    delivery.timeoutMs = m_options.timeoutMs;
    delivery.retry = m_options.retry;
    delivery.settle = m_options.settle;
    delivery.run = m_run.number;
    delivery.lane = m_lane;
    delivery.isAhead = mostAtOnce() > m_options.jobs;
    if (parcel->isBatch) {
        delivery.operation = batchOperation(m_options.operation.verb);
        std::string text;
        text.reserve(static_cast<std::size_t>(parcel->bytes));
        for (const Parcel::One &one : parcel->items) {
            const partners::PrimeTarget &target = one.loaded.target;
            const QByteArray path = "/avails/" + QUrl::toPercentEncoding(target.licensor)
                + "/partial-extract/transactions/" + QUrl::toPercentEncoding(target.transaction)
                + (m_options.operation.verb == BatchVerb::Validate ? "/validate" : "");
            text += std::string(text.empty() ? "" : ",")
                + "{\"requestItemId\":" + payload::encodeJsonString(item(one.index).id)
                + ",\"path\":" + payload::encodeJsonString(path.toStdString())
                + (one.loaded.body.isEmpty() ? std::string() : ",\"body\":" + one.loaded.body.toStdString()) + '}';
            delivery.itemIds.push_back(item(one.index).id.toStdString());
        }
        delivery.body = QByteArray::fromStdString("{\"requestItems\":[" + text + "]}");
    } else {
        delivery.operation = singleOperation(m_options.operation.verb, first.loaded.reach);
        delivery.body = first.loaded.body;
    }
    for (Parcel::One &one : parcel->items) {
        delivery.positions.push_back(one.index);
        one.loaded.body.clear(); // the delivery has it
    }
    delivery.itemsOf = [self = QPointer(this), parcel](const Delivered &) {
        std::vector<RunItem> items;
        for (const Parcel::One &one : self ? parcel->items : std::vector<Parcel::One>())
            items.push_back(self->m_plan.toJournal(static_cast<std::size_t>(one.index)));
        return items;
    };
    ++m_onTheWire;
    ++m_writing;
    const auto number = m_courier->send(
        m_channel, std::move(delivery),
        [self = QPointer(this), parcel](const Delivered &result) {
            if (self)
                self->delivered(parcel, result);
        },
        [self = QPointer(this), parcel](const Delivered &result) {
            if (self)
                self->replied(parcel, result);
        });
    if (number) {
        // Those that are done are forgotten now and then.
        if (m_deliveries.size() > 500)
            m_deliveries.erase(m_deliveries.begin(), m_deliveries.end() - 200);
        m_deliveries.push_back(*number);
        return;
    }
    --m_onTheWire;
    --m_writing;
    for (const Parcel::One &one : parcel->items)
        settleUnsent(one.index, sentence(number.error()), false);
}

/// Nothing of it is on the wire any more: the next may go.
void BatchRun::replied(const std::shared_ptr<Parcel> &parcel, const Delivered &result)
{
    --m_onTheWire;
    if (result.attempts > 0) {
        for (std::size_t i = 0; i < parcel->items.size(); ++i) {
            const int index = parcel->items[i].index;
            settleItem(index, i < result.items.size() ? result.items[i] : result.outcome, result);
            if (m_options.stopOnError && isWrong(index))
                stop();
        }
    }
    pump();
}

/// The journal has it, or can't be written.
void BatchRun::delivered(const std::shared_ptr<Parcel> &parcel, const Delivered &result)
{
    --m_writing;
    if (result.attempts == 0) { // called back before its turn, or the journal can't be written
        for (const Parcel::One &one : parcel->items)
            giveBack(one.index);
        if (result.journalError)
            holdUp(*result.journalError);
    } else {
        for (const Parcel::One &one : parcel->items) {
            if (result.journalError)
                m_unwritten.push_back(one.index);
            else
                conclude(one.index);
        }
        if (result.journalError)
            holdUp(*result.journalError);
    }
    pump();
    checkFinished();
}

void BatchRun::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void BatchRun::checkFinished()
{
    const bool isEmpty = m_returned.empty() && m_next >= m_plan.items.size();
    const bool isQuiet = m_onTheWire == 0 && m_writing == 0 && m_unwritten.empty();
    if (!isQuiet || !((m_state == State::Running && isEmpty) || m_state == State::Stopping))
        return;
    setState(State::Finished);
    tellChanged();
    Q_EMIT finished();
}

} // namespace marquee::exchange
