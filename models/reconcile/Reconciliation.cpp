// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/Reconciliation.h"

#include "exchange/BatchItem.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointer>

#include <algorithm>

namespace marquee::reconcile {

using namespace Qt::StringLiterals;
using exchange::Delivered;
using exchange::Delivery;
using partners::Operation;
using partners::Outcome;
using partners::Reach;

namespace {

constexpr int MostAtOnce = 8;

} // namespace

Reconciliation::Reconciliation(exchange::Courier &courier, std::shared_ptr<exchange::Channel> channel,
    rules::Rulebook book, std::vector<Subject> subjects, QObject *parent)
    : QObject(parent)
    , m_courier(courier)
    , m_channel(std::move(channel))
    , m_book(std::move(book))
    , m_subjects(std::move(subjects))
{
    for (const Subject &subject : m_subjects) {
        m_avails.push_back(standingOf(subject));
        m_answers.emplace_back(subject.asks.size());
    }
}

void Reconciliation::end()
{
    m_isActive = false;
    Q_EMIT finished();
}

void Reconciliation::stop()
{
    if (!m_isActive)
        return;
    m_isStopping = true;
    for (const int number : std::set<int>(m_asking))
        m_courier.cancel(number);
    if (m_sending != 0)
        m_courier.cancelUnsent(m_sending);
}

/// One GET. `taken` is called later, once.
void Reconciliation::ask(int avail, std::size_t ask, AnswerTaken taken)
{
    const Subject &subject = m_subjects[static_cast<std::size_t>(avail)];
    Delivery delivery;
    delivery.operation = subject.asks[ask].operation;
    delivery.target = subject.asks[ask].target;
    delivery.document = subject.name;
    delivery.retry = m_retry;
    const auto number = std::make_shared<int>(0);
    const auto sent
        = m_courier.send(m_channel, delivery, [self = QPointer(this), number, taken](const Delivered &delivered) {
              if (!self)
                  return;
              self->m_asking.erase(*number);
              Answer answer = answerOf(delivered);
              answer.problem = self->m_channel->masking().text(answer.problem);
              // Broken off by the user: that says nothing of the partner.
              if (self->m_isStopping && answer.kind == Answer::Kind::Failed)
                  answer.kind = Answer::Kind::None;
              taken(std::move(answer));
          });
    if (sent) {
        *number = *sent;
        m_asking.insert(*sent);
        return;
    }
    Answer never;
    never.kind = Answer::Kind::Failed;
    never.problem = sentence(sent.error());
    never.exitCode = 4;
    QMetaObject::invokeMethod(
        this, [taken, never] { taken(never); }, Qt::QueuedConnection);
}

void Reconciliation::fetch()
{
    if (m_isActive)
        return;
    m_isActive = true;
    m_isStopping = false;
    m_queue.clear();
    m_next = 0;
    m_done = 0;
    for (std::size_t i = 0; i < m_subjects.size(); ++i) {
        m_avails[i] = standingOf(m_subjects[i]);
        m_answers[i].assign(m_subjects[i].asks.size(), Answer());
        for (std::size_t k = 0; k < m_subjects[i].asks.size(); ++k)
            m_queue.push_back({static_cast<int>(i), k});
    }
    QMetaObject::invokeMethod(this, &Reconciliation::askMore, Qt::QueuedConnection);
}

void Reconciliation::askMore()
{
    const auto &side = m_channel->environment().prime;
    const auto most = static_cast<std::size_t>(std::clamp(side ? side->connections : MostAtOnce, 1, MostAtOnce));
    while (!m_isStopping && m_next < m_queue.size() && m_asking.size() < most) {
        const Slot slot = m_queue[m_next++];
        AvailStanding &standing = m_avails[static_cast<std::size_t>(slot.avail)];
        const bool isFirst = standing.state == AvailStanding::State::Waiting;
        standing.state = AvailStanding::State::Fetching;
        ask(slot.avail, slot.ask, [this, slot](Answer answer) { fetched(slot, std::move(answer)); });
        if (isFirst)
            Q_EMIT availChanged(slot.avail); // who hears it may stop
    }
    const bool isOver = m_isStopping || m_next == m_queue.size();
    if (!isOver || m_done < static_cast<int>(m_next) || !m_isActive) // some are still out
        return;
    for (std::size_t i = 0; i < m_avails.size(); ++i) { // those that a stop left half asked
        if (m_avails[i].state == AvailStanding::State::Fetching)
            compare(static_cast<int>(i));
    }
    end();
}

void Reconciliation::fetched(const Slot &slot, Answer answer)
{
    auto &answers = m_answers[static_cast<std::size_t>(slot.avail)];
    answers[slot.ask] = std::move(answer);
    Q_EMIT progressed(++m_done, static_cast<int>(m_queue.size()));
    if (std::all_of(answers.begin(), answers.end(), [](const Answer &one) { return one.kind != Answer::Kind::None; }))
        compare(slot.avail);
    askMore();
}

void Reconciliation::compare(int avail)
{
    const auto at = static_cast<std::size_t>(avail);
    const AvailStanding before = std::move(m_avails[at]);
    m_avails[at] = compared(m_subjects[at], m_answers[at], m_book, &before);
    // A full extract is asked for anew as a whole; only its meaning is looked at again.
    if (m_answers[at].size() == 1)
        m_answers[at].front().body.clear();
    Q_EMIT availChanged(avail);
}

void Reconciliation::send(std::vector<PlannedRequest> requests, const SendOptions &options)
{
    if (m_isActive)
        return;
    m_isActive = true;
    m_isStopping = false;
    m_requests = std::move(requests);
    m_options = options;
    m_at = m_behind = 0;
    for (std::size_t i = 0; i < m_requests.size(); ++i) {
        m_avails[static_cast<std::size_t>(m_requests[i].avail)].conflict.clear();
        if (m_requests[i].result.state == Result::State::HeldBack)
            note(i);
    }
    QMetaObject::invokeMethod(this, &Reconciliation::nextAvail, Qt::QueuedConnection);
}

std::vector<std::size_t> Reconciliation::asksOf(int avail) const
{
    const Subject &subject = m_subjects[static_cast<std::size_t>(avail)];
    if (subject.reach == Reach::Full)
        return {0};
    const AvailStanding &standing = m_avails[static_cast<std::size_t>(avail)];
    std::vector<std::size_t> asks;
    for (std::size_t k = 0; k < subject.asks.size(); ++k) {
        const bool isTouched = std::any_of(m_requests.begin() + static_cast<std::ptrdiff_t>(m_at),
            m_requests.begin() + static_cast<std::ptrdiff_t>(m_behind), [&](const PlannedRequest &request) {
                return std::any_of(request.windows.begin(), request.windows.end(), [&](int window) {
                    return window >= 0
                        && standing.windows[static_cast<std::size_t>(window)].row == subject.asks[k].window;
                });
            });
        if (isTouched)
            asks.push_back(k);
    }
    return asks;
}

void Reconciliation::nextAvail()
{
    while (!m_isStopping && m_at < m_requests.size()) {
        const int avail = m_requests[m_at].avail;
        m_behind = m_at;
        bool isAllHeld = true;
        for (; m_behind < m_requests.size() && m_requests[m_behind].avail == avail; ++m_behind)
            isAllHeld = isAllHeld && m_requests[m_behind].result.state == Result::State::HeldBack;
        if (!isAllHeld) {
            m_isRefused = false;
            checkAgain(asksOf(avail));
            return;
        }
        m_at = m_behind;
        Q_EMIT progressed(static_cast<int>(m_at), static_cast<int>(m_requests.size()));
    }
    end();
}

/// Whether the partner still has what was compared; one ask after the other.
void Reconciliation::checkAgain(std::vector<std::size_t> asks)
{
    if (asks.empty()) {
        nextRequest();
        return;
    }
    const int avail = m_requests[m_at].avail;
    const std::size_t one = asks.back();
    asks.pop_back();
    ask(avail, one, [this, avail, one, asks = std::move(asks)](const Answer &answer) {
        const auto at = static_cast<std::size_t>(avail);
        if (m_isStopping) {
            end();
        } else if (answer.kind == Answer::Kind::Failed) {
            holdAvail(QCoreApplication::translate("Reconcile", "It couldn't be fetched again, so nothing was sent. %1")
                          .arg(answer.problem),
                false, answer.exitCode);
        } else if (answer.meaning != m_answers[at][one].meaning && !m_options.forced.contains(avail)) {
            const QString since = QLocale().toString(m_avails[at].fetched.toLocalTime().time(), QLocale::ShortFormat);
            holdAvail(
                QCoreApplication::translate("Reconcile", "Changed at the partner since %1: fetch again.").arg(since),
                true);
        } else {
            checkAgain(asks);
        }
    });
}

void Reconciliation::holdAvail(const QString &why, bool isConflict, int exitCode)
{
    const int avail = m_requests[m_at].avail;
    for (; m_at < m_behind; ++m_at)
        hold(m_at, why, exitCode);
    if (isConflict) {
        m_avails[static_cast<std::size_t>(avail)].conflict = why;
        Q_EMIT availChanged(avail);
    }
    Q_EMIT progressed(static_cast<int>(m_at), static_cast<int>(m_requests.size()));
    nextAvail();
}

void Reconciliation::hold(std::size_t request, const QString &why, int exitCode)
{
    Result &result = m_requests[request].result;
    if (result.state == Result::State::HeldBack)
        return; // for a reason of its own
    result.state = Result::State::HeldBack;
    result.message = why;
    result.heldExit = exitCode;
    note(request);
}

void Reconciliation::nextRequest()
{
    for (; m_at < m_behind && !m_isStopping; ++m_at) {
        PlannedRequest &request = m_requests[m_at];
        if (request.result.state == Result::State::HeldBack) {
            m_isRefused = m_isRefused || request.operation != Operation::DeletePartial;
            continue;
        }
        if (m_isRefused && request.operation == Operation::DeletePartial) {
            hold(m_at,
                QCoreApplication::translate(
                    "Reconcile", "A window of this avail wasn't taken, so nothing of it is deleted."));
            continue;
        }
        if (m_options.askPartner && request.operation != Operation::DeletePartial)
            judgeFirst(m_at);
        else
            transmit(m_at);
        return;
    }
    Q_EMIT progressed(static_cast<int>(m_at), static_cast<int>(m_requests.size()));
    const int avail = m_requests[m_behind - 1].avail;
    std::size_t first = m_behind;
    while (first > 0 && m_requests[first - 1].avail == avail)
        --first;
    const bool isAnySent = std::any_of(m_requests.begin() + static_cast<std::ptrdiff_t>(first),
        m_requests.begin() + static_cast<std::ptrdiff_t>(m_behind),
        [](const PlannedRequest &request) { return request.result.state == Result::State::Done; });
    if (!isAnySent) {
        nextAvail();
    } else if (m_isStopping) {
        believe(avail);
        end();
    } else {
        m_at = first; // what was touched
        std::vector<std::size_t> asks = asksOf(avail);
        m_at = m_behind;
        fetchAgain(std::move(asks));
    }
}

/// The partner's validate operation, which changes nothing.
void Reconciliation::judgeFirst(std::size_t at)
{
    const PlannedRequest &request = m_requests[at];
    Delivery delivery;
    delivery.operation = request.operation == Operation::PutFull ? Operation::ValidateFull : Operation::ValidatePartial;
    delivery.target = request.target;
    delivery.body = request.body;
    delivery.document = m_subjects[static_cast<std::size_t>(request.avail)].name;
    delivery.retry = m_retry;
    const auto number = m_courier.send(m_channel, delivery, [self = QPointer(this), at](const Delivered &delivered) {
        if (!self)
            return;
        self->m_sending = 0;
        if (delivered.outcome.kind == Outcome::Kind::Accepted && !self->m_isStopping) {
            self->transmit(at);
            return;
        }
        if (!self->m_isStopping) {
            const QString words = self->m_channel->masking().text(exchange::itemMessage(delivered.outcome));
            self->hold(at,
                QCoreApplication::translate("Reconcile", "The partner's validation doesn't accept it: %1").arg(words));
            self->m_isRefused = true;
            ++self->m_at;
        }
        self->nextRequest();
    });
    if (number)
        m_sending = *number;
    else
        transmit(at); // which says what is missing
}

void Reconciliation::transmit(std::size_t at)
{
    PlannedRequest &request = m_requests[at];
    Delivery delivery;
    delivery.operation = request.operation;
    delivery.target = request.target;
    delivery.body = request.body;
    delivery.document = m_subjects[static_cast<std::size_t>(request.avail)].name;
    delivery.retry = m_retry;
    delivery.settle = true;
    const auto number = m_courier.send(m_channel, delivery, [self = QPointer(this), at](const Delivered &delivered) {
        if (self)
            self->took(at, delivered);
    });
    if (!number) {
        hold(at, sentence(number.error()));
        ++m_at;
        QMetaObject::invokeMethod(this, &Reconciliation::nextRequest, Qt::QueuedConnection);
        return;
    }
    m_sending = *number;
    request.result.state = Result::State::Sending;
    note(at);
}

void Reconciliation::took(std::size_t at, const Delivered &delivered)
{
    m_sending = 0;
    PlannedRequest &request = m_requests[at];
    if (m_isStopping && delivered.attempts == 0) {
        request.result = {}; // it never went
    } else {
        request.result.state = Result::State::Done;
        request.result.outcome = delivered.outcome;
        request.result.message = m_channel->masking().text(exchange::itemMessage(delivered.outcome));
        request.result.attempts = delivered.attempts;
        request.result.journal = delivered.journal;
        m_isRefused = m_isRefused
            || (request.operation != Operation::DeletePartial && delivered.outcome.kind != Outcome::Kind::Accepted);
        ++m_at;
    }
    note(at);
    Q_EMIT progressed(static_cast<int>(m_at), static_cast<int>(m_requests.size()));
    nextRequest();
}

/// What became of a request is what became of what it is about.
void Reconciliation::note(std::size_t at)
{
    const PlannedRequest &request = m_requests[at];
    AvailStanding &standing = m_avails[static_cast<std::size_t>(request.avail)];
    if (request.operation == Operation::PutFull)
        standing.headResult = request.result;
    for (const int window : request.windows) {
        if (window >= 0)
            standing.windows[static_cast<std::size_t>(window)].result = request.result;
    }
    Q_EMIT requestChanged(static_cast<int>(at));
}

void Reconciliation::fetchAgain(std::vector<std::size_t> asks)
{
    const int avail = m_requests[m_behind - 1].avail;
    const auto at = static_cast<std::size_t>(avail);
    if (asks.empty()) {
        compare(avail);
        nextAvail();
        return;
    }
    const std::size_t one = asks.back();
    asks.pop_back();
    ask(avail, one, [this, avail, at, one, asks = std::move(asks)](Answer answer) {
        if (answer.kind == Answer::Kind::Failed || answer.kind == Answer::Kind::None) {
            believe(avail);
            nextAvail();
            return;
        }
        m_answers[at][one] = std::move(answer);
        fetchAgain(asks);
    });
}

void Reconciliation::believe(int avail)
{
    AvailStanding &standing = m_avails[static_cast<std::size_t>(avail)];
    for (WindowStanding &window : standing.windows) {
        if (!window.result.isAccepted() || !differs(window.status))
            continue;
        window.status = window.status == Status::Gone ? Status::Removed : Status::Same;
        window.differences.clear();
    }
    if (standing.headResult.isAccepted()) {
        standing.headDiffers = false;
        standing.head.clear();
    }
    // What the partner has isn't what was compared any more: before the next request it has to be fetched.
    for (Answer &answer : m_answers[static_cast<std::size_t>(avail)])
        answer.meaning.clear();
    Q_EMIT availChanged(avail);
}

} // namespace marquee::reconcile
