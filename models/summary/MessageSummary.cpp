// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/CallbackReader.h"
#include "rules/PlaceName.h"
#include "summary/Writer.h"

#include <QCoreApplication>
#include <QStringList>

#include <map>

namespace marquee::summary {

using namespace Qt::StringLiterals;
using payload::Pointer;
using payload::Value;

namespace {

/// What an element says, also beside attributes.
std::string textOf(const Value &value)
{
    return value.isObject() ? value.member("#text").string() : value.string();
}

/// What the performances of a message say, counted.
struct Performances
{
    std::map<std::string, std::size_t> sites;
    std::map<std::string, std::size_t> events;
    std::string first; ///< dates as they are written, which sort as they are
    std::string last;
    std::size_t cancelled = 0;
};

Performances readPerformances(const Value &list)
{
    Performances found;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        const Value one = list.at(i);
        if (std::string site = one.member("@siteId").string(); !site.empty())
            ++found.sites[std::move(site)];
        if (std::string event = textOf(one.member("EventId")); !event.empty())
            ++found.events[std::move(event)];
        if (const std::string date = textOf(one.member("Date")); !date.empty()) {
            found.first = found.first.empty() ? date : std::min(found.first, date);
            found.last = std::max(found.last, date);
        }
        const std::string cancelled = textOf(one.member("IsCancelled"));
        found.cancelled += cancelled == "true" || cancelled == "1" ? 1 : 0;
    }
    return found;
}

QString tallied(const std::map<std::string, std::size_t> &counts)
{
    constexpr qsizetype Most = 20;
    QStringList parts;
    for (const auto &[name, count] : counts) {
        if (parts.size() == Most) {
            parts << QCoreApplication::translate(
                "summary", "and %n more", nullptr, static_cast<int>(counts.size() - Most));
            break;
        }
        parts << QString(QString::fromStdString(name) + u' ' + QString::number(count));
    }
    return oneLine(parts.join(u", "_s));
}

void performanceRows(Writer &writer, const Value &list, const Pointer &place)
{
    writer.section(tr("Performances"), place);
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        const Value one = list.at(i);
        QStringList parts;
        for (const char *name : {"Date", "Time", "EventId", "HallId"}) {
            if (const std::string text = textOf(one.member(name)); !text.empty())
                parts << QString::fromStdString(text);
        }
        writer.row(
            rules::performanceName(one, i), parts.isEmpty() ? u"–"_s : oneLine(parts.join(u" · "_s)), place.child(i));
    }
}

QString remarkWords(const std::vector<callbacks::Remark> &remarks)
{
    QStringList parts;
    for (const callbacks::Remark &remark : remarks)
        parts << callbacks::wordsOf(remark);
    return parts.join(u"; "_s);
}

void responseRow(Writer &writer, const callbacks::Response &one, std::size_t index)
{
    QStringList name;
    for (const QString &part : {one.entity, one.id, one.siteId}) {
        if (!part.isEmpty())
            name << part;
    }
    QStringList words;
    const QString verdict = one.verdict == callbacks::Verdict::Ok ? tr("taken")
        : one.verdict == callbacks::Verdict::Error                ? tr("not taken")
                                                                  : tr("says neither yes nor no");
    words << verdict;
    for (const QString &part : {remarkWords(one.errors), remarkWords(one.warnings)}) {
        if (!part.isEmpty())
            words << part;
    }
    writer.row(name.isEmpty() ? tr("Answer %1").arg(index + 1) : oneLine(name.join(u' ')),
        oneLine(words.join(u" · "_s)), one.place);
}

} // namespace

void summarisePerformances(Writer &writer)
{
    std::string name;
    const Value message = writer.document.root().at(0);
    const Pointer place = Pointer().child(message.name(name));
    const Value found = message.member("Performances").member("Performance");
    const Value list = found.isArray() ? found : Value();
    const Performances read = readPerformances(list);
    const QString supplier = shown(message.member("@dataSupplierId"));
    const QString sequence = shown(message.member("@messageSequence"));
    writer.summary().subtitle = tr("Message %1 from %2").arg(sequence, supplier) + u" · "_s
        + QCoreApplication::translate("summary", "%n performance(s)", nullptr, static_cast<int>(list.size()));
    writer.count("performances", list.size());
    writer.count("sites", read.sites.size());
    writer.count("cancelled", read.cancelled);
    writer.section(tr("Message"), place);
    writer.row(tr("Supplier"), supplier, place.child("@dataSupplierId"));
    writer.row(tr("Number"), sequence, place.child("@messageSequence"));
    writer.member(tr("Answers go to"), message, place, "CallbackUrl");
    writer.row(tr("Performances"), QString::number(list.size()));
    writer.row(tr("Cancelled"), read.cancelled > 0 ? QString::number(read.cancelled) : QString());
    writer.row(tr("First day"), QString::fromStdString(read.first));
    writer.row(tr("Last day"), QString::fromStdString(read.last));
    writer.row(tr("Sites"), tallied(read.sites));
    writer.row(tr("Events"), tallied(read.events));
    performanceRows(writer, list, place.child("Performances").child("Performance"));
}

void summariseCallback(Writer &writer)
{
    const auto callback = callbacks::readCallback(writer.document);
    if (!callback)
        return summariseUnknown(writer);
    std::size_t taken = 0;
    std::size_t refused = 0;
    for (const callbacks::Response &one : callback->responses) {
        taken += one.verdict == callbacks::Verdict::Ok ? 1 : 0;
        refused += one.verdict == callbacks::Verdict::Error ? 1 : 0;
    }
    const std::size_t all = callback->responses.size();
    writer.summary().subtitle = tr("To message %1 from %2").arg(callback->sequence, callback->supplier) + u" · "_s
        + QCoreApplication::translate("summary", "%n answer(s)", nullptr, static_cast<int>(all));
    writer.count("responses", all);
    writer.count("succeeded", taken);
    writer.count("failed", refused);
    writer.section(tr("Message"));
    writer.row(tr("Supplier"), oneLine(callback->supplier));
    writer.row(tr("Number"), oneLine(callback->sequence));
    writer.row(tr("Taken"), QString::number(taken));
    writer.row(tr("Not taken"), QString::number(refused));
    writer.row(tr("Unclear"), all > taken + refused ? QString::number(all - taken - refused) : QString());
    writer.section(tr("Answers"));
    for (std::size_t i = 0; i < all; ++i)
        responseRow(writer, callback->responses[i], i);
}

} // namespace marquee::summary
