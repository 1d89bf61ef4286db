// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/Showtime.h"

#include "payload/Document.h"
#include "rules/Kind.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::partners {

using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

constexpr const char *Root = "ShowTimeAnalytics";
constexpr const char *Sequence = "@messageSequence";

QString tr(const char *text)
{
    return QCoreApplication::translate("Showtime", text);
}

Error invalid(const QString &message, const QString &nextStep)
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = message;
    error.nextStep = nextStep;
    return error;
}

QString string(const Value &value)
{
    return QString::fromStdString(value.string());
}

/// Nothing that would end the header's line, or begin another.
bool isOneLine(const QByteArray &text)
{
    return std::none_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

} // namespace

QString MessageTarget::nameOf(const QString &supplier, qint64 sequence)
{
    return supplier.isEmpty() || sequence <= 0 ? QString() : QString(supplier + u'/' + QString::number(sequence));
}

QString MessageTarget::name() const
{
    return nameOf(supplier, sequence);
}

bool isMessage(const payload::Document &document)
{
    return rules::kindOf(document.root()) == rules::DocumentKind::Performance;
}

MessageTarget messageTargetOf(const payload::Document &document)
{
    MessageTarget target;
    const Value message = document.root().member(Root);
    if (!message.isObject())
        return target;
    target.supplier = string(message.member("@dataSupplierId"));
    target.sequence = std::max<qint64>(0, string(message.member(Sequence)).toLongLong());
    const Value performances = message.member("Performances").member("Performance");
    for (std::uint32_t i = 0; i < performances.size(); ++i)
        target.performances.push_back(
            {string(performances.at(i).member("@id")), string(performances.at(i).member("@siteId"))});
    return target;
}

Edit numberingEdit(const payload::Document &document, qint64 number)
{
    const Pointer message = Pointer().child(Root);
    const std::string json = '"' + std::to_string(number) + '"';
    if (document.root().member(Root).member(Sequence))
        return Edit::set(message.child(Sequence), json);
    return Edit::insertMember(message, Sequence, json);
}

Expected<Request> makeShowtimeRequest(const ShowtimeEndpoint &endpoint, const QByteArray &body)
{
    if (endpoint.baseUrl.host().isEmpty())
        return tl::unexpected(invalid(tr("There is no address for Showtime."), tr("Fill in its base URL.")));
    if (endpoint.user.isEmpty())
        return tl::unexpected(
            invalid(tr("There is no user for Showtime."), tr("Fill in the one that Showtime gave you.")));
    if (endpoint.user.contains(':'))
        return tl::unexpected(
            invalid(tr("There is a colon in the user for Showtime, and the way to sign in has no room for one."),
                tr("Check the user that Showtime gave you.")));
    if (endpoint.password.isEmpty())
        return tl::unexpected(invalid(
            tr("There is no password for Showtime."), tr("Name where the one that Showtime gave you is kept.")));
    if (endpoint.contentType.isEmpty() || !isOneLine(endpoint.contentType))
        return tl::unexpected(invalid(tr("The content type for Showtime can't be sent."),
            tr("Write it like %1.").arg(u"text/xml; charset=UTF-8"_s)));
    Request request;
    request.method = "POST";
    request.url = endpoint.baseUrl;
    if (request.url.path().isEmpty())
        request.url.setPath(u"/"_s);
    // In one line, however long: nothing here wraps.
    const QByteArray signIn = "Basic " + QByteArray(endpoint.user + ':' + endpoint.password).toBase64();
    request.headers.push_back({"Authorization", signIn, endpoint.passwordName, endpoint.user});
    request.headers.push_back({"Content-Type", endpoint.contentType, {}});
    request.body = body;
    return request;
}

} // namespace marquee::partners
