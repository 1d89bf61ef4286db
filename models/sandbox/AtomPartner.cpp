// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/AtomPartner.h"

#include "payload/Document.h"
#include "payload/JsonText.h"
#include "sandbox/AtomCatalogue.h"
#include "sandbox/AtomDates.h"
#include "sandbox/Picture.h"

#include <QSet>

#include <QUrl>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;
using partners::Operation;
using payload::Value;

namespace {

constexpr int usualPageSize = 25;
constexpr int largestPageSize = 100;

const QByteArray Ping = "/partner/ping";
const QByteArray Health = "/ping";
const QByteArray ByIds = "/partner/v1/production/details/byIds";
const QByteArray ByVenue = "/partner/v1/production/ids/byVenue/";
const QByteArray ByName = "/partner/v1/production/search/byName";
const QByteArray ByVendorId = "/partner/v1/productions/byVendorProductionId/";
const QByteArray Images = "/images/";

QByteArray pathOf(const QByteArray &target)
{
    const qsizetype question = target.indexOf('?');
    return question < 0 ? target : target.left(question);
}

QUrlQuery queryOf(const QByteArray &target)
{
    const qsizetype question = target.indexOf('?');
    return question < 0 ? QUrlQuery() : QUrlQuery(QString::fromUtf8(target.mid(question + 1)));
}

/// A plus in a query is a blank to many servers, and so it is here: an offset has to be written with %2B.
QString valueOf(const QUrlQuery &query, const QString &name)
{
    QString text = query.queryItemValue(name, QUrl::FullyEncoded);
    return QUrl::fromPercentEncoding(text.replace(u'+', u' ').toUtf8());
}

HttpAnswer say(int status, const QByteArray &message)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = "{\"message\":" + QByteArray::fromStdString(payload::encodeJsonString(message.toStdString())) + '}';
    return answer;
}

/// The part behind `address`, decoded; nothing where the path is another, or has more parts.
std::optional<QString> partBehind(const QByteArray &path, const QByteArray &address)
{
    const QByteArray part = path.mid(address.size());
    if (!path.startsWith(address) || part.isEmpty() || part.contains('/'))
        return std::nullopt;
    return QUrl::fromPercentEncoding(part);
}

/// By its path alone, whatever the method.
std::optional<Operation> operationAt(const QByteArray &path)
{
    if (path == Ping)
        return Operation::AtomPing;
    if (path == ByIds)
        return Operation::ProductionByIds;
    if (partBehind(path, ByVenue))
        return Operation::ProductionIdsByVenue;
    if (path == ByName)
        return Operation::ProductionsByName;
    return partBehind(path, ByVendorId) ? std::optional(Operation::ProductionsByVendorId) : std::nullopt;
}

QByteArray methodOf(Operation operation)
{
    const std::string_view method = partners::infoOf(operation).method;
    return {method.data(), static_cast<qsizetype>(method.size())};
}

/// The market in which these productions are.
bool isOurs(const QString &marketplace)
{
    return marketplace.isEmpty() || marketplace == u"US"_s;
}

/// A number as JSON has it; the word that stands there else, which is no number.
QString numberText(const Value &value)
{
    return value ? QString::fromStdString(value.raw()) : QString();
}

} // namespace

bool AtomPartner::knows(const QByteArray &target)
{
    return target.startsWith("/partner") || target.startsWith(Images) || pathOf(target) == Health;
}

bool AtomPartner::isPaced(const QByteArray &target)
{
    return target.startsWith("/partner");
}

std::optional<Operation> AtomPartner::operationOf(const http::Request &request)
{
    const auto operation = operationAt(pathOf(request.target));
    return operation && methodOf(*operation) == request.method ? operation : std::nullopt;
}

HttpAnswer AtomPartner::gatewayAnswer(int status)
{
    switch (status) {
    case 401:
        return say(status, "Unauthorized");
    case 403:
        return say(status, "Forbidden");
    case 429:
        return say(status, "Too Many Requests");
    case 503:
        return say(status, "Service Unavailable");
    default:
        return say(status, "Internal Server Error");
    }
}

HttpAnswer AtomPartner::answer(const http::Request &request) const
{
    const QByteArray path = pathOf(request.target);
    if (path.startsWith(Images) || path == Health) {
        HttpAnswer refused = say(405, "Only GET is known here");
        refused.allow = "GET";
        if (request.method != "GET")
            return refused;
        return path == Health ? HttpAnswer() : picture(path);
    }
    if (!m_apiKey.isEmpty() && request.header("x-api-key") != m_apiKey)
        return gatewayAnswer(403);
    return answerPartner(request, path, queryOf(request.target));
}

HttpAnswer AtomPartner::answerPartner(
    const http::Request &request, const QByteArray &path, const QUrlQuery &query) const
{
    const auto operation = operationAt(path);
    if (!operation)
        return say(404, "There is no such address");
    if (methodOf(*operation) != request.method) {
        HttpAnswer refused = say(405, "This address is asked with " + methodOf(*operation));
        refused.allow = methodOf(*operation);
        return refused;
    }
    switch (*operation) {
    case Operation::ProductionByIds:
        return byIds(request.body);
    case Operation::ProductionIdsByVenue:
        return byVenue(*partBehind(path, ByVenue), query);
    case Operation::ProductionsByName:
        return byName(query);
    case Operation::ProductionsByVendorId:
        return byVendorId(*partBehind(path, ByVendorId), query);
    default:
        return {};
    }
}

HttpAnswer AtomPartner::byIds(const QByteArray &body) const
{
    const auto document = payload::Document::read(body);
    const Value root = document ? (*document)->root() : Value();
    const Value list = root.member("ids");
    if (!root.isObject() || root.isXml() || !list.isArray())
        return say(400, "A JSON object with a list of ids is wanted");
    QStringList ids;
    QSet<QString> seen;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        if (!list.at(i).isString())
            return say(400, "An id has to be a text");
        const QString id = QString::fromStdString(list.at(i).string());
        if (!seen.contains(id))
            ids << id;
        seen.insert(id);
    }
    if (ids.isEmpty())
        return say(400, "ids must not be empty");
    QByteArray complaint;
    const auto paging = pagingOf(numberText(root.member("page")), numberText(root.member("pageSize")), complaint);
    if (!paging)
        return say(400, complaint);
    return pageOf(isOurs(QString::fromStdString(root.member("marketplaceId").string())) ? ids : QStringList(), *paging);
}

HttpAnswer AtomPartner::byVenue(const QString &venueId, const QUrlQuery &query) const
{
    const auto text = [&query](const QString &name) { return valueOf(query, name).toStdString(); };
    const AtomDates dates = AtomDates::read(
        {text(u"isoStartDate"_s), text(u"isoEndDate"_s)}, {text(u"localStartDate"_s), text(u"localEndDate"_s)});
    if (!dates.complaint.isEmpty())
        return say(400, dates.complaint);
    const AtomVenue *venue = AtomCatalogue::instance().venue(venueId);
    if (!venue)
        return say(404, "There is no such venue");
    std::string list;
    const bool isHere = isOurs(valueOf(query, u"marketplaceId"_s));
    for (const QString &id : venue->productions) {
        if (!isHere || !dates.plays(id))
            continue;
        list += list.empty() ? "" : ",";
        list += payload::encodeJsonString(id);
    }
    HttpAnswer answer;
    answer.body = "{\"ids\":[" + QByteArray::fromStdString(list) + "]}";
    return answer;
}

HttpAnswer AtomPartner::byName(const QUrlQuery &query) const
{
    const QString name = valueOf(query, u"name"_s).trimmed();
    if (name.isEmpty())
        return say(400, "name must not be empty");
    QByteArray complaint;
    const auto paging = pagingOf(valueOf(query, u"page"_s), valueOf(query, u"pageSize"_s), complaint);
    if (!paging)
        return say(400, complaint);
    QStringList ids;
    for (const AtomProduction &production : AtomCatalogue::instance().productions()) {
        if (production.name.contains(name, Qt::CaseInsensitive))
            ids << production.id;
    }
    return pageOf(ids, *paging);
}

HttpAnswer AtomPartner::byVendorId(const QString &vendorId, const QUrlQuery &query) const
{
    const QString circuit = valueOf(query, u"circuitId"_s);
    QStringList ids;
    for (const AtomProduction &production : AtomCatalogue::instance().productions()) {
        if (production.vendorId == vendorId && (circuit.isEmpty() || production.circuit == circuit))
            ids << production.id;
    }
    HttpAnswer answer;
    answer.body = "{\"productionDetails\":" + details(ids) + '}'; // few enough for no pages, which are optional
    return answer;
}

/// /images/ID.png is the poster, /images/ID-1.png a further picture.
HttpAnswer AtomPartner::picture(const QByteArray &path) const
{
    const QByteArray name = path.mid(Images.size());
    const qsizetype dash = name.indexOf('-');
    const qsizetype end = dash < 0 ? name.indexOf('.') : dash;
    const AtomProduction *production = AtomCatalogue::instance().production(QString::fromLatin1(name.left(end)));
    if (!production || !name.endsWith(".png") || production->poster == AtomProduction::Poster::Gone)
        return say(404, "There is no such picture");
    HttpAnswer answer;
    if (production->poster == AtomProduction::Poster::NotAPicture) {
        answer.contentType = "text/html";
        answer.body = "<!doctype html><title>Moved</title><p>This picture is somewhere else.";
        return answer;
    }
    const quint32 seed = production->id.mid(1).toUInt() + 1000 * name.mid(dash + 1).left(1).toUInt();
    answer.contentType = "image/png";
    answer.body = dash < 0 ? pictureOf(seed, 240, 360) : pictureOf(seed, 480, 270);
    return answer;
}

/// Pages are cut of what is asked for, and what isn't known is left out of its page.
HttpAnswer AtomPartner::pageOf(const QStringList &ids, const Paging &paging) const
{
    const auto count = static_cast<int>(ids.size());
    const int pages = (count + paging.size - 1) / paging.size;
    const bool isThere = paging.page < pages; // and so page × size doesn't run over
    HttpAnswer answer;
    answer.body
        = "{\"productionDetails\":" + details(isThere ? ids.mid(paging.page * paging.size, paging.size) : QStringList())
        + ",\"pageInfo\":{\"page\":" + QByteArray::number(paging.page + m_firstPage)
        + ",\"pageSize\":" + QByteArray::number(paging.size) + ",\"totalPages\":" + QByteArray::number(pages) + "}}";
    return answer;
}

QByteArray AtomPartner::details(const QStringList &ids) const
{
    QByteArray list("[");
    for (const QString &id : ids) {
        const AtomProduction *production = AtomCatalogue::instance().production(id);
        if (!production)
            continue;
        list += list.size() == 1 ? "" : ",";
        list += production->json;
    }
    list += ']';
    return list.replace(AtomCatalogue::Here, m_address);
}

std::optional<AtomPartner::Paging> AtomPartner::pagingOf(
    const QString &page, const QString &size, QByteArray &complaint) const
{
    bool isNumber = true;
    const int wanted = page.isEmpty() ? m_firstPage : page.toInt(&isNumber);
    if (!isNumber || wanted < m_firstPage) {
        complaint = "page has to be a whole number from " + QByteArray::number(m_firstPage);
        return std::nullopt;
    }
    const int length = size.isEmpty() ? usualPageSize : size.toInt(&isNumber);
    if (!isNumber || length < 1 || length > largestPageSize) {
        complaint = "pageSize has to be a whole number from 1 to 100";
        return std::nullopt;
    }
    return Paging{wanted - m_firstPage, length};
}

} // namespace marquee::sandbox
