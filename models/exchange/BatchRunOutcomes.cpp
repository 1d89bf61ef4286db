// SPDX-License-Identifier: GPL-3.0-or-later
// How items of a run end: judged, noted in the journal, counted and told.
#include "exchange/BatchRun.h"

#include <QPointer>

#include <algorithm>

namespace marquee::exchange {

using partners::Outcome;

/// It isn't as it should be: not accepted or, where somebody expects something, not as expected.
bool BatchRun::isWrong(int index) const
{
    const BatchItem &done = item(index);
    return done.verdict == BatchItem::Verdict::None ? done.outcome != Outcome::Kind::Accepted
                                                    : done.verdict == BatchItem::Verdict::Missed;
}

/// The item's outcome is known; it is told when the journal knows it too.
void BatchRun::settleItem(int index, const Outcome &outcome, const Delivered &delivered)
{
    BatchItem &item = m_plan.items[static_cast<std::size_t>(index)];
    if (item.state == BatchItem::State::Done)
        return;
    item.state = BatchItem::State::Done;
    item.outcome = outcome.kind;
    item.exitCode = static_cast<std::uint8_t>(outcome.exitCode);
    item.status = static_cast<std::uint16_t>(delivered.reply.status);
    item.attempts = static_cast<std::uint16_t>(item.attempts + delivered.attempts);
    item.elapsedMs = static_cast<std::uint32_t>(delivered.reply.elapsedMs);
    item.message = m_channel ? m_channel->masking().text(itemMessage(outcome)) : itemMessage(outcome);
    const auto placed = std::find_if(outcome.errors.begin(), outcome.errors.end(),
        [](const partners::PartnerError &error) { return !error.path.isEmpty(); });
    item.errorPath = placed == outcome.errors.end() ? QString()
        : m_channel                                 ? m_channel->masking().text(placed->path)
                                                    : placed->path;
    if (const auto expected = Expectation::parse(item.expectation))
        item.verdict = expected->isMetBy(outcome) ? BatchItem::Verdict::Met : BatchItem::Verdict::Missed;
}

/// Nothing was sent: it can't be read, or has an error.
void BatchRun::settleUnsent(int index, const QString &problem, bool isUnreadable)
{
    Outcome outcome;
    outcome.kind = Outcome::Kind::Rejected;
    outcome.exitCode = isUnreadable ? 3 : 1;
    outcome.message = problem;
    settleWithout(index, outcome);
}

/// An earlier process ended while this message was on its way. It mustn't go twice, and nobody can be asked.
void BatchRun::settleLost(int index)
{
    m_plan.items[static_cast<std::size_t>(index)].wasOnItsWay = false;
    Outcome outcome;
    outcome.message
        = tr("The program ended before the answer came. Showtime may have queued it all the same; its callback tells.");
    settleWithout(index, outcome);
}

/// It ends without a request of this run.
void BatchRun::settleWithout(int index, const Outcome &outcome)
{
    BatchItem &item = m_plan.items[static_cast<std::size_t>(index)];
    if (item.state == BatchItem::State::Waiting) {
        --m_counts.waiting;
        ++m_counts.sending;
        item.state = BatchItem::State::Sending;
    }
    settleItem(index, outcome, Delivered());
    m_unwritten.push_back(index);
}

/// Notes in the journal what ended without a request of its own, and tells then.
void BatchRun::writeUnsent()
{
    if (m_unwritten.empty())
        return;
    std::vector<int> indices;
    indices.swap(m_unwritten);
    if (m_options.dryRun) {
        for (const int index : indices)
            conclude(index);
        return;
    }
    std::vector<RunItem> items;
    for (const int index : indices)
        items.push_back(m_plan.toJournal(static_cast<std::size_t>(index)));
    ++m_writing;
    m_courier->journal().end(
        0, {}, m_run.number, std::move(items), [self = QPointer(this), indices](const Expected<void> &written) {
            if (!self)
                return;
            --self->m_writing;
            if (written) {
                for (const int index : indices)
                    self->conclude(index);
            } else {
                self->m_unwritten.insert(self->m_unwritten.end(), indices.begin(), indices.end());
                self->holdUp(written.error());
            }
            self->checkFinished();
        });
}

/// It is done, and everybody may know.
void BatchRun::conclude(int index)
{
    const BatchItem &done = item(index);
    --m_counts.sending;
    (done.outcome == Outcome::Kind::Accepted          ? m_counts.accepted
            : done.outcome == Outcome::Kind::Rejected ? m_counts.rejected
            : done.outcome == Outcome::Kind::Failed   ? m_counts.failed
                                                      : m_counts.unknown)
        += 1;
    m_counts.met += done.verdict == BatchItem::Verdict::Met ? 1 : 0;
    m_counts.missed += done.verdict == BatchItem::Verdict::Missed ? 1 : 0;
    changed(index);
    Q_EMIT itemDone(index);
    if (m_options.stopOnError && isWrong(index) && m_state == State::Running)
        stop();
}

/// The journal can't be written: nothing more goes until somebody has made room and says go on.
void BatchRun::holdUp(const Error &error)
{
    m_pauseReason = sentence(error);
    if (m_state == State::Running) {
        setState(State::Paused);
        callBack();
    } else if (m_state == State::Stopping) {
        m_unwritten.clear(); // what couldn't be noted is unknown when somebody goes on with this run
        checkFinished();
    }
}

void BatchRun::changed(int index)
{
    const auto place = static_cast<std::size_t>(index);
    if (m_isChanged[place])
        return;
    m_isChanged[place] = true;
    m_changed.push_back(index);
    if (!m_telling.isActive())
        m_telling.start();
}

void BatchRun::tellChanged()
{
    constexpr qint64 window = 10000;
    const qint64 now = m_clock.isValid() ? m_clock.elapsed() : 0;
    m_samples.emplace_back(now, m_counts.done());
    while (m_samples.size() > 2 && now - m_samples.front().first > window)
        m_samples.pop_front();
    QList<int> indices;
    indices.reserve(static_cast<qsizetype>(m_changed.size()));
    for (const int index : m_changed) {
        m_isChanged[static_cast<std::size_t>(index)] = false;
        indices << index;
    }
    m_changed.clear();
    if (!indices.isEmpty())
        Q_EMIT itemsChanged(indices);
}

double BatchRun::itemsPerSecond() const
{
    if (m_samples.size() < 2 || m_samples.back().first == m_samples.front().first)
        return -1;
    return 1000.0 * (m_samples.back().second - m_samples.front().second)
        / static_cast<double>(m_samples.back().first - m_samples.front().first);
}

double BatchRun::secondsLeft() const
{
    const double rate = itemsPerSecond();
    return rate > 0 ? (m_counts.waiting + m_counts.sending) / rate : -1;
}

} // namespace marquee::exchange
