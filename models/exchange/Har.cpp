// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/JournalReader.h"

#include <QUrl>
#include <QUrlQuery>

#include <nlohmann/json.hpp>

namespace marquee::exchange {

namespace {

using Json = nlohmann::ordered_json;

Json headersOf(const HeaderList &headers)
{
    Json list = Json::array();
    for (const auto &[name, value] : headers)
        list.push_back({{"name", name.toStdString()}, {"value", value.toStdString()}});
    return list;
}

std::string header(const HeaderList &headers, const char *name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value.toStdString();
    }
    return {};
}

Json queryOf(const QByteArray &url)
{
    Json list = Json::array();
    for (const auto &[name, value] : QUrlQuery(QUrl::fromEncoded(url)).queryItems(QUrl::FullyDecoded))
        list.push_back({{"name", name.toStdString()}, {"value", value.toStdString()}});
    return list;
}

Json entryOf(const JournalRecord &record)
{
    const JournalRequest &request = record.request;
    const JournalReply &reply = record.reply;
    Json out{{"method", request.method.toStdString()}, {"url", request.url.toStdString()}, {"httpVersion", "HTTP/1.1"},
        {"cookies", Json::array()}, {"headers", headersOf(request.headers)}, {"queryString", queryOf(request.url)},
        {"headersSize", -1}, {"bodySize", request.body.size()}};
    if (!request.body.isEmpty())
        out["postData"] = {{"mimeType", header(request.headers, "Content-Type")}, {"text", request.body.toStdString()}};
    const Json in{{"status", reply.status}, {"statusText", ""}, {"httpVersion", "HTTP/1.1"}, {"cookies", Json::array()},
        {"headers", headersOf(reply.headers)},
        {"content",
            {{"size", reply.body.size()}, {"mimeType", header(reply.headers, "Content-Type")},
                {"text", reply.body.toStdString()}}},
        {"redirectURL", ""}, {"headersSize", -1}, {"bodySize", reply.bytesReceived}};
    return {{"startedDateTime", request.started.toUTC().toString(Qt::ISODateWithMs).toStdString()},
        {"time", reply.elapsedMs}, {"request", out}, {"response", in}, {"cache", Json::object()},
        {"timings", {{"send", 0}, {"wait", reply.elapsedMs}, {"receive", 0}}},
        {"comment", QString(reply.outcome + u": " + reply.message).toStdString()}};
}

} // namespace

QByteArray toHar(const std::vector<JournalRecord> &records)
{
    Json entries = Json::array();
    for (const JournalRecord &record : records)
        entries.push_back(entryOf(record));
    const Json har{
        {"log", {{"version", "1.2"}, {"creator", {{"name", "Marquee"}, {"version", "1"}}}, {"entries", entries}}}};
    // Bodies may be anything; what isn't UTF-8 is shown as such.
    return QByteArray::fromStdString(har.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

} // namespace marquee::exchange
