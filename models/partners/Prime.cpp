// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/Prime.h"

#include "payload/Document.h"
#include "rules/BatchFacts.h"

#include <QCoreApplication>
#include <QUrlQuery>

namespace marquee::partners {

using namespace Qt::StringLiterals;
using payload::Value;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Prime", text);
}

Error missing(const QString &what, const QString &option)
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = tr("The address needs %1.").arg(what);
    error.nextStep = tr("Fill it in, or give %1.").arg(option);
    return error;
}

QString segment(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString string(const Value &value)
{
    return QString::fromStdString(value.string());
}

/// What all windows say alike; nothing where they differ.
template <class Part>
QString shared(const Value &windows, Part part)
{
    const QString first = string(part(windows.at(0)));
    for (std::uint32_t i = 1; i < windows.size(); ++i) {
        if (string(part(windows.at(i))) != first)
            return {};
    }
    return first;
}

} // namespace

PrimeTarget targetOf(const payload::Document &document)
{
    PrimeTarget target;
    const Value root = document.root();
    if (const Value items = root.member("requestItems"); items.isArray()) {
        if (const auto path = rules::BatchPath::parse(items.at(0).member("path").string()))
            target.licensor = QString::fromStdString(path->licensor);
        return target;
    }
    const Value avail = root.member("avail");
    target.licensor = string(avail.member("Licensor").member("DisplayName"));
    target.alid = string(avail.member("ALID"));
    const Value windows = avail.member("Transaction");
    target.transaction = string(windows.at(0).member("_TransactionID"));
    target.territory = shared(windows, [](const Value &window) { return window.member("Territory").at(0).member("country"); });
    target.contract = shared(windows, [](const Value &window) { return window.member("ContractID"); });
    return target;
}

PrimeTarget merged(PrimeTarget target, const PrimeTarget &more)
{
    for (QString PrimeTarget::*field : {&PrimeTarget::licensor, &PrimeTarget::alid, &PrimeTarget::transaction,
                                        &PrimeTarget::territory, &PrimeTarget::businessLine, &PrimeTarget::contract}) {
        if (!(more.*field).isEmpty())
            target.*field = more.*field;
    }
    return target;
}

Expected<Request> makePrimeRequest(Operation operation, const PrimeTarget &target, const PrimeEndpoint &endpoint,
                                   const QByteArray &body)
{
    const OperationInfo &info = infoOf(operation);
    if (info.partner != Partner::Prime) {
        Error error;
        error.code = Error::Code::Invalid;
        error.message = tr("Prime Video takes avails, and this is for another partner.");
        return tl::unexpected(error);
    }
    if (target.licensor.isEmpty())
        return tl::unexpected(missing(tr("a licensor"), u"Licensor.DisplayName"_s));
    QString path = endpoint.baseUrl.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    path += u"/avails/"_s + segment(target.licensor);
    const bool validates = operation == Operation::ValidateFull || operation == Operation::ValidatePartial;
    switch (info.reach) {
    case Reach::Full:
        if (target.alid.isEmpty())
            return tl::unexpected(missing(tr("an avail ID"), u"--alid"_s));
        path += u"/full-extract/"_s + segment(target.alid);
        break;
    case Reach::Partial:
        if (target.transaction.isEmpty())
            return tl::unexpected(missing(tr("a window ID"), u"--transaction-id"_s));
        path += u"/partial-extract/transactions/"_s + segment(target.transaction);
        break;
    case Reach::Batch:
        path += u"/partial-extract/batch/"_s + QString::fromUtf8(info.name.substr(6).data());
        break;
    case Reach::Message: // other partners'
    case Reach::Query:
        break;
    }
    if (validates)
        path += u"/validate"_s;

    Request request;
    request.method = QByteArray(info.method.data(), static_cast<qsizetype>(info.method.size()));
    request.url = endpoint.baseUrl;
    request.url.setPath(path, QUrl::StrictMode);
    QUrlQuery query;
    if (operation == Operation::GetFull || operation == Operation::DeleteFull) {
        if (!target.territory.isEmpty())
            query.addQueryItem(u"territory"_s, segment(target.territory));
        if (!target.businessLine.isEmpty())
            query.addQueryItem(u"businessLine"_s, segment(target.businessLine));
        if (operation == Operation::DeleteFull && !target.contract.isEmpty())
            query.addQueryItem(u"contractId"_s, segment(target.contract));
    }
    if (!query.isEmpty())
        request.url.setQuery(query);
    request.headers.push_back({"Accept", "application/json", {}});
    if (info.hasBody) {
        request.headers.push_back({"Content-Type", "application/json", {}});
        request.body = body;
    }
    if (!endpoint.apiKey.isEmpty())
        request.headers.push_back({"x-api-key", endpoint.apiKey, endpoint.apiKeyName});
    return request;
}

} // namespace marquee::partners
