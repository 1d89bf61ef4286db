// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchdocument/ItemSummary.h"

#include "catalog/DateTime.h"
#include "rules/MetadataBlocks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace marquee::batchdocument {

using namespace Qt::StringLiterals;
using payload::Value;

namespace {

constexpr int LongestCell = 200;

QString said(const Value &value)
{
    return QString::fromStdString(value.string()).left(LongestCell);
}

QString titleOf(const Value &avail)
{
    const Value asset = avail.member("Asset").at(0);
    for (const std::string_view block : rules::metadataBlocks) {
        for (const char *name : {"TitleInternalAlias", "SeasonTitleInternalAlias", "SeriesTitleInternalAlias"}) {
            if (const Value title = asset.member(block).member(name).at(0); title.isString())
                return said(title);
        }
    }
    return said(avail.member("ALID"));
}

/// The day in UTC; what isn't a moment as it is written.
QString dayOf(const Value &value)
{
    const auto moment = catalog::DateTime::parse(value.string());
    if (!moment)
        return said(value);
    return QLocale().toString(
        QDateTime::fromSecsSinceEpoch(moment->epochSeconds, Qt::UTC).date(), QLocale::ShortFormat);
}

} // namespace

ItemSummary summaryOf(const Value &item)
{
    const Value avail = item.member("body").member("avail");
    if (!avail)
        return {};
    const Value windows = avail.member("Transaction");
    const Value window = windows.at(0);
    ItemSummary summary;
    summary.title = titleOf(avail);
    summary.licence = said(window.member("LicenseType"));
    QStringList codes;
    const Value territories = window.member("Territory");
    for (std::uint32_t i = 0; i < territories.size() && i < 20; ++i)
        codes << said(territories.at(i).member("country"));
    summary.territory = codes.join(u", "_s);
    const QString start = dayOf(window.member("Start"));
    const QString end = dayOf(window.member("End"));
    summary.dates = end.isEmpty() ? start : QString(start + u" – "_s + end);
    const int others = static_cast<int>(windows.size()) - 1;
    if (others > 0)
        summary.dates += u' ' + QCoreApplication::translate("ItemSummary", "(+ %n more)", nullptr, others);
    return summary;
}

} // namespace marquee::batchdocument
