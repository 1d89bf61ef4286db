// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Desk.h"

namespace marquee::sandbox {

void Desk::setFaults(std::vector<Fault> wanted)
{
    faults = std::move(wanted);
    m_asked.clear();
}

Addressee Desk::addressee(const http::Request &request) const
{
    Addressee to;
    if (playsAtom && (AtomPartner::knows(request.target) || (!playsPrime && !playsShowtime))) {
        to.partner = partners::Partner::Atom;
        to.operation = AtomPartner::operationOf(request);
        to.isPaced = AtomPartner::isPaced(request.target);
    } else if (playsShowtime && (ShowtimePartner::knows(request.target) || !playsPrime)) {
        to.partner = partners::Partner::Showtime;
        if (ShowtimePartner::isPost(request))
            to.operation = partners::Operation::PostPerformance;
    } else if (playsPrime) {
        to.route = PrimePartner::route(request);
        to.operation = to.route.operation;
    }
    return to;
}

std::optional<Fault::Kind> Desk::count(const Addressee &to)
{
    const int all = ++m_asked[-1];
    const int same = to.operation ? ++m_asked[static_cast<int>(*to.operation)] : 0;
    for (const Fault &fault : faults) {
        if (fault.hits(to.operation, fault.operation ? same : all))
            return fault.kind;
    }
    const qint64 now = m_clock.elapsed();
    if (rate.admits(now) && (!to.isPaced || atomRate.admits(now)))
        return std::nullopt;
    return to.partner == partners::Partner::Showtime ? Fault::Kind::Status503 : Fault::Kind::Status429;
}

HttpAnswer Desk::answer(const http::Request &request, const Addressee &to, bool rejectEverySecond)
{
    if (to.partner == partners::Partner::Atom)
        return atom.answer(request);
    if (to.partner == partners::Partner::Prime)
        return prime.answer(request, to.route, rejectEverySecond);
    const HttpAnswer answer = showtime.answer(request, rejectEverySecond);
    if (answer.status == 200 && onQueued)
        onQueued();
    return answer;
}

void Desk::note(const http::Request &request, const Addressee &to, int status, std::optional<Fault::Kind> fault)
{
    AskedRequest asked;
    asked.operation = to.operation;
    asked.method = request.method.left(RequestLog::LongestTarget);
    asked.target = request.target.left(RequestLog::LongestTarget + 1);
    asked.status = status;
    asked.fault = fault;
    add(std::move(asked));
}

void Desk::noteCallback(const QByteArray &url, int status, bool wasSent)
{
    AskedRequest asked;
    asked.kind = wasSent ? AskedRequest::Kind::Callback : AskedRequest::Kind::CallbackKept;
    asked.method = "POST";
    asked.target = url.left(RequestLog::LongestTarget + 1);
    asked.status = status;
    add(std::move(asked));
}

void Desk::add(AskedRequest asked)
{
    asked.time = QDateTime::currentDateTimeUtc();
    if (log.add(std::move(asked)) && onNews)
        onNews();
}

} // namespace marquee::sandbox
