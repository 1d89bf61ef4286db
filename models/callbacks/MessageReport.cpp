// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/MessageReport.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <tuple>

namespace marquee::callbacks {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("MessageReport", text);
}

MessageState stateBefore(const std::optional<SentMessage> &message)
{
    if (!message)
        return MessageState::Draft;
    switch (message->outcome) {
    case SentMessage::Outcome::Accepted:
        return MessageState::Queued;
    case SentMessage::Outcome::Rejected:
        return MessageState::Refused;
    case SentMessage::Outcome::Failed:
        return MessageState::Draft;
    case SentMessage::Outcome::Unknown:
        break;
    }
    return MessageState::Sent;
}

void count(MessageReport &report)
{
    for (const EntityReport &entity : report.entities) {
        const bool isOk = entity.isAnswered && entity.response.verdict == Verdict::Ok;
        if (isOk)
            ++report.ok;
        else if (entity.isAnswered && entity.response.verdict == Verdict::Error)
            ++report.failed;
        else
            ++report.silent;
        if (isOk && !entity.response.warnings.empty())
            ++report.warned;
    }
}

} // namespace

QString wordsOf(MessageState state)
{
    switch (state) {
    case MessageState::Draft:
        return tr("Draft");
    case MessageState::Sent:
        return tr("Sent");
    case MessageState::Queued:
        return tr("Queued");
    case MessageState::Refused:
        return tr("Refused");
    case MessageState::Ok:
        return tr("OK");
    case MessageState::Error:
        return tr("Error");
    case MessageState::Partly:
        return tr("Partly");
    }
    return {};
}

MessageReport reportOf(
    const std::optional<SentMessage> &message, const SentEntities &entities, std::vector<DatedCallback> callbacks)
{
    MessageReport report;
    for (const SentEntity &sent : entities.all())
        report.entities.push_back({sent.entity, sent.id, sent.siteId, sent.place, false, {}, {}});
    std::sort(callbacks.begin(), callbacks.end(), [](const DatedCallback &a, const DatedCallback &b) {
        return std::tie(a.time, a.delivery) < std::tie(b.time, b.delivery);
    });
    std::map<std::tuple<QString, QString, QString>, std::size_t> others;
    bool isAnswered = false;
    for (const DatedCallback &dated : callbacks) {
        for (const Response &response : dated.callback->responses) {
            std::optional<std::size_t> at = entities.find(response);
            if (!at) {
                const auto [other, isNew] = others.try_emplace(
                    {response.entity.toLower(), response.id, response.siteId}, report.entities.size());
                if (isNew)
                    report.entities.push_back(
                        {response.entity, response.id, response.siteId, std::nullopt, false, {}, {}});
                at = other->second;
            }
            EntityReport &entity = report.entities[*at];
            entity.isAnswered = true;
            entity.response = response;
            entity.delivery = dated.delivery;
            isAnswered = true;
        }
    }
    count(report);
    if (!isAnswered)
        report.state = stateBefore(message);
    else if (report.failed == 0 && report.silent == 0)
        report.state = MessageState::Ok;
    else
        report.state = report.ok == 0 && report.silent == 0 ? MessageState::Error : MessageState::Partly;
    return report;
}

} // namespace marquee::callbacks
