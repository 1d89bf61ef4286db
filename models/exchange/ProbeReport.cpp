// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ProbeReport.h"

#include "exchange/BatchItem.h"

#include <nlohmann/json.hpp>

namespace marquee::exchange {

namespace {

using Json = nlohmann::ordered_json;

QByteArray cell(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    if (!bytes.contains(',') && !bytes.contains('"') && !bytes.contains('\n') && !bytes.contains('\r'))
        return bytes;
    return '"' + bytes.replace('"', "\"\"") + '"';
}

QByteArray csv(const std::vector<ProbeResult> &results)
{
    QByteArray text = "rule,severity,ours,partner,agree,message,also\r\n";
    for (const ProbeResult &result : results)
        text += cell(result.variant.rule) + ',' + rules::severityName(result.variant.severity).data() + ','
            + cell(result.ours()) + ',' + partners::outcomeName(result.partner.kind).data() + ','
            + (result.disagrees() ? "no" : "yes") + ',' + cell(itemMessage(result.partner)) + ','
            + cell(result.variant.also.join(u' ')) + "\r\n";
    return text;
}

Json jsonOf(const ProbeResult &result)
{
    Json json{{"rule", result.variant.rule.toStdString()},
        {"severity", rules::severityName(result.variant.severity).data()}, {"ours", result.ours().toStdString()},
        {"partner", partners::outcomeName(result.partner.kind).data()},
        {"message", itemMessage(result.partner).toStdString()}, {"agree", !result.disagrees()}};
    if (!result.variant.also.isEmpty())
        json["also"] = result.variant.also.join(u' ').toStdString();
    return json;
}

} // namespace

QByteArray probeReport(const std::vector<ProbeResult> &sorted, const QStringList &leftOut, const QString &document,
    const QString &environment, ProbeFormat format)
{
    if (format == ProbeFormat::Csv)
        return csv(sorted);
    Json results = Json::array();
    for (const ProbeResult &result : sorted)
        results.push_back(jsonOf(result));
    Json left = Json::array();
    for (const QString &rule : leftOut)
        left.push_back(rule.toStdString());
    const Json json{{"document", document.toStdString()}, {"environment", environment.toStdString()},
        {"results", std::move(results)}, {"leftOut", std::move(left)}};
    return QByteArray::fromStdString(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

} // namespace marquee::exchange
