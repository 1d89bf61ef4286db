// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/PrimePartner.h"

#include "payload/Document.h"
#include "payload/JsonText.h"
#include "sandbox/PrimeJudgement.h"

#include <QUrl>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;
using partners::Operation;
using partners::Reach;
using payload::Value;

namespace {

constexpr std::uint32_t LargestBatch = 100;

HttpAnswer refuse(int status, const char *code, const QByteArray &message)
{
    return {status, refusal({{code, message, {}}}), {}};
}

QByteArray jsonOf(const QString &text)
{
    return QByteArray::fromStdString(payload::encodeJsonString(text));
}

const HttpAnswer done{200, "{\"success\":true,\"validationErrors\":[]}", {}};

struct Pattern
{
    Operation operation;
    QByteArrayList segments; ///< behind /v1/avails/{licensor}; {} is the id
};

const std::vector<Pattern> &patterns()
{
    static const std::vector<Pattern> all = [] {
        const QByteArrayList one{"full-extract", "{}"};
        const QByteArrayList window{"partial-extract", "transactions", "{}"};
        std::vector<Pattern> list;
        for (const Operation operation : {Operation::PutFull, Operation::GetFull, Operation::DeleteFull})
            list.push_back({operation, one});
        list.push_back({Operation::ValidateFull, one + QByteArrayList{"validate"}});
        for (const Operation operation : {Operation::PutPartial, Operation::GetPartial, Operation::DeletePartial})
            list.push_back({operation, window});
        list.push_back({Operation::ValidatePartial, window + QByteArrayList{"validate"}});
        for (const Operation operation : {Operation::BatchPut, Operation::BatchGet, Operation::BatchDelete, Operation::BatchValidate}) {
            const std::string_view name = partners::infoOf(operation).name.substr(6);
            list.push_back({operation, {"partial-extract", "batch", QByteArray(name.data(), static_cast<qsizetype>(name.size()))}});
        }
        return list;
    }();
    return all;
}

bool matches(const QByteArrayList &segments, const Pattern &pattern, QString &id)
{
    if (segments.size() != pattern.segments.size())
        return false;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (pattern.segments[i] == "{}")
            id = QUrl::fromPercentEncoding(segments[i]);
        else if (pattern.segments[i] != segments[i])
            return false;
    }
    return true;
}

/// The avail's own text out of a body, so that it comes back as it went in.
QByteArray availText(const Value &avail)
{
    return QByteArray::fromStdString(avail.raw());
}

QString windowId(const Value &window)
{
    return QString::fromStdString(window.member("_TransactionID").string());
}

QString sharedTerritory(const Value &avail)
{
    return QString::fromStdString(avail.member("Transaction").at(0).member("Territory").at(0).member("country").string());
}

} // namespace

Route PrimePartner::route(const http::Request &request)
{
    Route route;
    const qsizetype question = request.target.indexOf('?');
    QByteArrayList segments = request.target.left(question < 0 ? request.target.size() : question).split('/');
    if (question >= 0)
        route.query = QUrlQuery(QString::fromUtf8(request.target.mid(question + 1)));
    if (segments.size() < 5 || segments[1] != "v1" || segments[2] != "avails")
        return route;
    route.licensor = QUrl::fromPercentEncoding(segments[3]);
    segments = segments.mid(4);
    QByteArrayList methods;
    for (const Pattern &pattern : patterns()) {
        if (!matches(segments, pattern, route.id))
            continue;
        const std::string_view method = partners::infoOf(pattern.operation).method;
        methods << QByteArray(method.data(), static_cast<qsizetype>(method.size()));
        route.known = true;
        if (methods.last() == request.method)
            route.operation = pattern.operation;
    }
    route.allow = methods.join(", ");
    return route;
}

HttpAnswer PrimePartner::answer(const http::Request &request, const Route &route, bool rejectEverySecond)
{
    if (!m_apiKey.isEmpty() && request.header("x-api-key") != m_apiKey)
        return refuse(403, "FORBIDDEN", "The key is missing or wrong.");
    if (!route.known)
        return refuse(404, "NOT_FOUND", "There is no such address.");
    if (!route.operation) {
        HttpAnswer answer = refuse(405, "METHOD_NOT_ALLOWED", "The address doesn't take this method.");
        answer.allow = route.allow;
        return answer;
    }
    switch (partners::infoOf(*route.operation).reach) {
    case Reach::Full:
        return full(route, request.body);
    case Reach::Partial:
        return partial(*route.operation, route.licensor, route.id, request.body);
    case Reach::Batch:
    case Reach::Message:
    case Reach::Query:
        break;
    }
    return batch(route, request.body, rejectEverySecond);
}

void PrimePartner::forgetEverything()
{
    m_full.clear();
    m_partial.clear();
}

/// What is kept under a title and fits the query; a query that leaves something open fits all.
std::vector<PrimePartner::FullKey> PrimePartner::stored(const Route &route) const
{
    const QString territory = route.query.queryItemValue(u"territory"_s, QUrl::FullyDecoded);
    const QString line = route.query.queryItemValue(u"businessLine"_s, QUrl::FullyDecoded);
    std::vector<FullKey> found;
    for (auto it = m_full.begin(); it != m_full.end(); ++it) {
        const FullKey &key = it.key();
        if (key.licensor == route.licensor && key.alid == route.id && (territory.isEmpty() || key.territory == territory)
            && (line.isEmpty() || key.businessLine.isEmpty() || key.businessLine == line))
            found.push_back(key);
    }
    return found;
}

HttpAnswer PrimePartner::full(const Route &route, const QByteArray &body)
{
    if (*route.operation == Operation::GetFull || *route.operation == Operation::DeleteFull) {
        const std::vector<FullKey> keys = stored(route);
        if (keys.empty())
            return refuse(404, "NOT_FOUND", "There is no such avail.");
        if (*route.operation == Operation::GetFull)
            return {200, "{\"avail\":" + m_full.value(keys.front()) + ",\"success\":true}", {}};
        for (const FullKey &key : keys)
            m_full.remove(key);
        return {200, "{\"success\":true}", {}};
    }
    const auto document = payload::Document::read(body);
    if (!document)
        return refuse(400, "MALFORMED", "The body isn't JSON: " + document.error().message.toUtf8());
    const Value avail = (*document)->root().member("avail");
    const std::vector<Complaint> complaints = judge(avail, Reach::Full, route.licensor, route.id);
    const bool validates = *route.operation == Operation::ValidateFull;
    if (!complaints.empty())
        return {validates ? 200 : 400, refusal(complaints), {}};
    if (!validates)
        m_full[{route.licensor, route.id, sharedTerritory(avail), route.query.queryItemValue(u"businessLine"_s, QUrl::FullyDecoded)}]
            = availText(avail);
    if (!validates) { // what was put on its own before is another now
        const Value windows = avail.member("Transaction");
        for (std::uint32_t i = 0; i < windows.size(); ++i)
            m_partial.remove({route.licensor, windowId(windows.at(i))});
    }
    return done;
}

/// The full extract that has a window of that ID.
std::optional<PrimePartner::FullKey> PrimePartner::holderOf(const QString &licensor, const QString &id) const
{
    const QByteArray spelt = jsonOf(id);
    for (auto it = m_full.begin(); it != m_full.end(); ++it) {
        if (it.key().licensor == licensor && it.value().contains(spelt) && !windowOf(it.key(), id).isEmpty())
            return it.key();
    }
    return std::nullopt;
}

/// The avail with that window alone; empty where it has none of that ID.
QByteArray PrimePartner::windowOf(const FullKey &key, const QString &id) const
{
    const auto document = payload::Document::read(m_full.value(key));
    const Value windows = document ? (*document)->root().member("Transaction") : Value();
    for (std::uint32_t i = 0; i < windows.size(); ++i) {
        if (windowId(windows.at(i)) != id)
            continue;
        const std::string one = '[' + windows.at(i).raw() + ']';
        if ((*document)->apply(payload::Edit::set(payload::Pointer().child("Transaction"), one)))
            return availText((*document)->root());
    }
    return {};
}

/// A window that was put on its own becomes one of the full extract that has it, or has its title and territory.
void PrimePartner::putWindow(const QString &licensor, const QString &id, const Value &avail)
{
    const QString alid = QString::fromStdString(avail.member("ALID").string());
    std::optional<FullKey> key = holderOf(licensor, id);
    for (auto it = m_full.begin(); it != m_full.end() && !key; ++it) {
        if (it.key().licensor == licensor && it.key().alid == alid && it.key().territory == sharedTerritory(avail))
            key = it.key();
    }
    const auto document = key ? payload::Document::read(m_full.value(*key)) : tl::unexpected(Error());
    if (!document)
        return;
    const payload::Pointer list = payload::Pointer().child("Transaction");
    const Value windows = (*document)->root().member("Transaction");
    const std::string window = avail.member("Transaction").at(0).raw();
    payload::Edit edit = payload::Edit::insertItem(list, window);
    for (std::uint32_t i = 0; i < windows.size(); ++i) {
        if (windowId(windows.at(i)) == id)
            edit = payload::Edit::set(list.child(i), window);
    }
    if ((*document)->apply(edit))
        m_full[*key] = availText((*document)->root());
}

/// A full extract whose last window went is gone too.
void PrimePartner::takeWindow(const FullKey &key, const QString &id)
{
    const auto document = payload::Document::read(m_full.value(key));
    if (!document)
        return;
    const payload::Pointer list = payload::Pointer().child("Transaction");
    for (std::uint32_t i = (*document)->root().member("Transaction").size(); i-- > 0;) {
        if (windowId((*document)->root().member("Transaction").at(i)) == id
            && !(*document)->apply(payload::Edit::remove(list.child(i))))
            return;
    }
    if ((*document)->root().member("Transaction").size() > 0)
        m_full[key] = availText((*document)->root());
    else
        m_full.remove(key);
}

HttpAnswer PrimePartner::partial(Operation operation, const QString &licensor, const QString &id, const QByteArray &body)
{
    const std::pair key{licensor, id};
    if (operation == Operation::GetPartial || operation == Operation::DeletePartial) {
        const bool isOwn = m_partial.contains(key);
        const auto holder = isOwn && operation == Operation::GetPartial ? std::nullopt : holderOf(licensor, id);
        if (!isOwn && !holder)
            return refuse(404, "NOT_FOUND", "There is no such window.");
        if (operation == Operation::GetPartial)
            return {200, "{\"avail\":" + (isOwn ? m_partial.value(key) : windowOf(*holder, id)) + '}', {}};
        m_partial.remove(key);
        if (holder)
            takeWindow(*holder, id);
        return {200, "{\"success\":true}", {}};
    }
    const auto document = payload::Document::read(body);
    if (!document)
        return refuse(400, "MALFORMED", "The body isn't JSON: " + document.error().message.toUtf8());
    const Value avail = (*document)->root().member("avail");
    const std::vector<Complaint> complaints = judge(avail, Reach::Partial, licensor, id);
    const bool validates = operation == Operation::ValidatePartial;
    if (!complaints.empty())
        return {validates ? 200 : 400, refusal(complaints), {}};
    if (!validates) {
        m_partial[key] = availText(avail);
        putWindow(licensor, id, avail);
    }
    return done;
}

HttpAnswer PrimePartner::batch(const Route &route, const QByteArray &body, bool rejectEverySecond)
{
    const auto document = payload::Document::read(body);
    if (!document)
        return refuse(400, "MALFORMED", "The body isn't JSON: " + document.error().message.toUtf8());
    const Value items = (*document)->root().member("requestItems");
    if (!items.isArray())
        return refuse(400, "MISSING_FIELD", "requestItems is required.");
    if (items.size() > LargestBatch)
        return refuse(400, "BATCH_TOO_LARGE", "A batch holds at most 100 items.");
    QByteArray answers;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        const QString id = QString::fromStdString(items.at(i).member("requestItemId").string());
        const QByteArray rest = rejectEverySecond && i % 2 == 1
            ? QByteArray("\"success\":false,\"validationErrors\":[{\"errorCode\":\"SIMULATED\",\"message\":\"Rejected on purpose.\"}]")
            : batchItem(route, items.at(i));
        answers += (i == 0 ? "{\"requestItemId\":" : ",{\"requestItemId\":") + jsonOf(id) + ',' + rest + '}';
    }
    return {200, "{\"responseItems\":[" + answers + "]}", {}};
}

/// The members of one item's answer, without its ID.
QByteArray PrimePartner::batchItem(const Route &batchRoute, const Value &item)
{
    static const QMap<Operation, Operation> single{{Operation::BatchPut, Operation::PutPartial},
                                                   {Operation::BatchGet, Operation::GetPartial},
                                                   {Operation::BatchDelete, Operation::DeletePartial},
                                                   {Operation::BatchValidate, Operation::ValidatePartial}};
    const Operation operation = single.value(*batchRoute.operation);
    const std::string_view method = partners::infoOf(operation).method;
    http::Request request;
    request.method = QByteArray(method.data(), static_cast<qsizetype>(method.size()));
    request.target = "/v1" + QByteArray::fromStdString(item.member("path").string());
    const Route inner = route(request);
    if (inner.operation != operation || inner.licensor != batchRoute.licensor)
        return "\"success\":false,\"validationErrors\":" + complaintList({{"INVALID_PATH", "The path doesn't belong to this batch.", "path"}});
    const HttpAnswer answer = partial(operation, inner.licensor, inner.id, availText(item.member("body")));
    QByteArray members = answer.body.mid(1, answer.body.size() - 2);
    if (operation == Operation::GetPartial && answer.status == 200)
        members += ",\"success\":true";
    return members;
}

} // namespace marquee::sandbox
