// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Desk.h"

namespace marquee::sandbox {

void Desk::setFaults(std::vector<Fault> wanted)
{
    faults = std::move(wanted);
    m_asked.clear();
}

std::optional<Fault::Kind> Desk::count(std::optional<partners::Operation> operation)
{
    const int all = ++m_asked[-1];
    const int same = operation ? ++m_asked[static_cast<int>(*operation)] : 0;
    for (const Fault &fault : faults) {
        if (fault.hits(operation, fault.operation ? same : all))
            return fault.kind;
    }
    return rate.admits(m_clock.elapsed()) ? std::nullopt : std::optional(Fault::Kind::Status429);
}

void Desk::note(const HttpRequest &request, const Route &route, int status, std::optional<Fault::Kind> fault)
{
    AskedRequest asked;
    asked.time = QDateTime::currentDateTimeUtc();
    asked.operation = route.operation;
    asked.method = request.method.left(RequestLog::LongestTarget);
    asked.target = request.target.left(RequestLog::LongestTarget + 1);
    asked.status = status;
    asked.fault = fault;
    if (log.add(std::move(asked)) && onNews)
        onNews();
}

} // namespace marquee::sandbox
