// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/Atom.h"

#include "payload/Document.h"
#include "payload/JsonText.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::partners {

using namespace Qt::StringLiterals;
using payload::Value;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Atom", text);
}

Error invalid(const QString &message, const QString &nextStep)
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = message;
    error.nextStep = nextStep;
    return error;
}

Error missing(const QString &what, const QString &option)
{
    return invalid(tr("Atom Tickets needs %1.").arg(what), tr("Fill it in, or give %1.").arg(option));
}

/// Everything but letters, digits and -._~ is written with %: a + stays a plus, and isn't read as a blank.
QString segment(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

bool isOneLine(const QByteArray &text)
{
    return std::none_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

/// The part of a query behind the question mark.
class Query
{
public:
    void add(QLatin1StringView name, const QString &value)
    {
        if (!value.isEmpty())
            m_parts.append(QString(name + u'=' + segment(value)));
    }
    void add(QLatin1StringView name, std::optional<int> value)
    {
        if (value)
            add(name, QString::number(*value));
    }
    void addTo(QUrl &url) const
    {
        if (!m_parts.isEmpty())
            url.setQuery(m_parts.join(u'&'), QUrl::StrictMode);
    }

private:
    QStringList m_parts;
};

struct Address
{
    QString path;
    Query query;
};

void addPages(Query &query, const AtomTarget &target)
{
    query.add("page"_L1, target.page);
    query.add("pageSize"_L1, target.pageSize);
}

Expected<Address> ofVenue(const AtomTarget &target)
{
    if (target.venue.isEmpty())
        return tl::unexpected(missing(tr("a venue"), u"--venue"_s));
    Address address{QString(u"/partner/v1/production/ids/byVenue/"_s + segment(target.venue)), {}};
    address.query.add(target.isLocal ? "localStartDate"_L1 : "isoStartDate"_L1, target.start);
    address.query.add(target.isLocal ? "localEndDate"_L1 : "isoEndDate"_L1, target.end);
    address.query.add("marketplaceId"_L1, target.marketplace);
    return address;
}

Expected<Address> addressOf(Operation operation, const AtomTarget &target, bool hasBody)
{
    switch (operation) {
    case Operation::ProductionByIds:
        if (target.ids.isEmpty() && !hasBody)
            return tl::unexpected(missing(tr("the ids of productions"), u"--ids"_s));
        return Address{u"/partner/v1/production/details/byIds"_s, {}};
    case Operation::ProductionIdsByVenue:
        return ofVenue(target);
    case Operation::ProductionsByName: {
        if (target.name.trimmed().isEmpty())
            return tl::unexpected(missing(tr("a name"), u"--name"_s));
        Address address{u"/partner/v1/production/search/byName"_s, {}};
        address.query.add("name"_L1, target.name);
        addPages(address.query, target);
        return address;
    }
    case Operation::ProductionsByVendorId: {
        if (target.vendorId.isEmpty())
            return tl::unexpected(missing(tr("a vendor's production id"), u"--vendor-id"_s));
        Address address{QString(u"/partner/v1/productions/byVendorProductionId/"_s + segment(target.vendorId)), {}};
        address.query.add("circuitId"_L1, target.circuit);
        addPages(address.query, target);
        return address;
    }
    case Operation::AtomPing:
        return Address{u"/partner/ping"_s, {}};
    default:
        return tl::unexpected(
            invalid(tr("Atom Tickets is asked for productions, and this is for another partner."), {}));
    }
}

QUrl urlOf(const QUrl &base, const Address &address)
{
    QString path = base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    QUrl url = base;
    url.setPath(QString(path + address.path), QUrl::StrictMode);
    address.query.addTo(url);
    return url;
}

QString firstOf(const QStringList &ids)
{
    if (ids.size() < 2)
        return ids.value(0);
    return QCoreApplication::translate("Atom", "%1 and %n more", nullptr, static_cast<int>(ids.size() - 1))
        .arg(ids.front());
}

/// Members of a JSON object, as they come.
class Members
{
public:
    void add(const char *name, const QString &value)
    {
        if (!value.isEmpty())
            put(name, payload::encodeJsonString(value));
    }
    void add(const char *name, std::optional<int> value)
    {
        if (value)
            put(name, std::to_string(*value));
    }
    void add(const char *name, const QStringList &values)
    {
        std::string list;
        for (const QString &value : values) {
            list += list.empty() ? "\n    " : ",\n    ";
            list += payload::encodeJsonString(value);
        }
        put(name, list.empty() ? std::string("[]") : '[' + list + "\n  ]");
    }
    QByteArray object() const
    {
        return m_text.empty() ? QByteArray("{}\n") : QByteArray::fromStdString('{' + m_text + "\n}\n");
    }

private:
    void put(const char *name, const std::string &json)
    {
        m_text += m_text.empty() ? "\n  \"" : ",\n  \"";
        m_text.append(name).append("\": ").append(json);
    }

    std::string m_text;
};

QString textOf(const Value &value)
{
    return QString::fromStdString(value.isNumber() ? value.raw() : value.string());
}

std::optional<int> numberOf(const Value &value)
{
    bool isNumber = false;
    const int number = value.isNumber() ? QString::fromStdString(value.raw()).toInt(&isNumber) : 0;
    return isNumber ? std::optional<int>(number) : std::nullopt;
}

} // namespace

AtomTarget merged(AtomTarget target, const AtomTarget &more)
{
    for (QString AtomTarget::*field : {&AtomTarget::venue, &AtomTarget::marketplace, &AtomTarget::name,
             &AtomTarget::vendorId, &AtomTarget::circuit}) {
        if (!(more.*field).isEmpty())
            target.*field = more.*field;
    }
    if (!more.ids.isEmpty())
        target.ids = more.ids;
    if (!more.start.isEmpty() || !more.end.isEmpty()) {
        if (more.isLocal != target.isLocal) { // halves of two pairs make none
            target.start.clear();
            target.end.clear();
        }
        target.isLocal = more.isLocal;
        if (!more.start.isEmpty())
            target.start = more.start;
        if (!more.end.isEmpty())
            target.end = more.end;
    }
    if (more.page)
        target.page = more.page;
    if (more.pageSize)
        target.pageSize = more.pageSize;
    return target;
}

QString subjectOf(Operation operation, const AtomTarget &target)
{
    switch (operation) {
    case Operation::ProductionByIds:
        return firstOf(target.ids);
    case Operation::ProductionIdsByVenue:
        return target.venue;
    case Operation::ProductionsByName:
        return target.name;
    case Operation::ProductionsByVendorId:
        return target.vendorId;
    default:
        return {};
    }
}

Expected<Request> makeAtomRequest(
    Operation operation, const AtomTarget &target, const AtomEndpoint &endpoint, const QByteArray &body)
{
    const OperationInfo &info = infoOf(operation);
    const auto address = addressOf(operation, target, !body.isEmpty());
    if (!address)
        return tl::unexpected(address.error());
    if (endpoint.baseUrl.host().isEmpty())
        return tl::unexpected(invalid(tr("There is no address for Atom Tickets."), tr("Fill in its base URL.")));
    const QByteArray partner = endpoint.partner.trimmed().toUtf8();
    if (!isOneLine(partner))
        return tl::unexpected(invalid(
            tr("The partner's name for Atom Tickets can't be sent."), tr("Write it in one line, as Atom gave it.")));
    Request request;
    request.method = QByteArray(info.method.data(), static_cast<qsizetype>(info.method.size()));
    request.url = urlOf(endpoint.baseUrl, *address);
    request.headers.push_back({"Accept", "application/json", {}});
    if (info.hasBody) {
        request.headers.push_back({"Content-Type", "application/json", {}});
        request.body = body;
        if (body.isEmpty()) {
            AtomTarget ids = target;
            ids.venue.clear(); // a venue is asked for in another way
            request.body = productionQueryBody(ids);
        }
    }
    if (!endpoint.apiKey.isEmpty())
        request.headers.push_back({"x-api-key", endpoint.apiKey, endpoint.apiKeyName});
    if (!partner.isEmpty())
        request.headers.push_back({"X-Atom-Partner", partner, {}});
    return request;
}

QByteArray productionQueryBody(const AtomTarget &target)
{
    Members members;
    if (target.venue.isEmpty()) {
        members.add("ids", target.ids);
    } else {
        members.add("venueId", target.venue);
        members.add(target.isLocal ? "localStartDate" : "isoStartDate", target.start);
        members.add(target.isLocal ? "localEndDate" : "isoEndDate", target.end);
    }
    members.add("marketplaceId", target.marketplace);
    if (target.venue.isEmpty()) {
        members.add("page", target.page);
        members.add("pageSize", target.pageSize);
    }
    return members.object();
}

AtomTarget atomTargetOf(const payload::Document &document)
{
    AtomTarget target;
    const Value root = document.root();
    if (root.isXml())
        return target;
    const Value ids = root.member("ids");
    for (std::uint32_t i = 0; ids.isArray() && i < ids.size(); ++i) {
        if (const QString id = textOf(ids.at(i)); !id.isEmpty())
            target.ids.append(id);
    }
    target.venue = textOf(root.member("venueId"));
    target.isLocal = root.member("localStartDate") || root.member("localEndDate");
    target.start = textOf(root.member(target.isLocal ? "localStartDate" : "isoStartDate"));
    target.end = textOf(root.member(target.isLocal ? "localEndDate" : "isoEndDate"));
    target.marketplace = textOf(root.member("marketplaceId"));
    target.page = numberOf(root.member("page"));
    target.pageSize = numberOf(root.member("pageSize"));
    return target;
}

} // namespace marquee::partners
