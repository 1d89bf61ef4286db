// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "catalog/DateTime.h"
#include "catalog/Vocabularies.h"
#include "rules/MetadataBlocks.h"
#include "rules/PlaceName.h"
#include "summary/Writer.h"
#include "timeline/WindowTimes.h"

#include <QCoreApplication>
#include <QStringList>

#include <map>
#include <set>

namespace marquee::summary {

using namespace Qt::StringLiterals;
using payload::Pointer;
using payload::Value;

namespace {

constexpr int MostNames = 20; ///< territories and the like on one line
constexpr std::size_t MostPrices = 12; ///< of a territory

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString countryName(const Writer &writer, const std::string &code)
{
    const catalog::Code *country = writer.rulebook.vocabularies->find(catalog::Vocabularies::List::Countries, code);
    return country ? QString(country->name() + u" ("_s + fromUtf8(code) + u')') : oneLine(fromUtf8(code));
}

/// "EST 4, VOD 2": the values that windows say, with how many do.
class Tally
{
public:
    void add(const std::string &value)
    {
        if (!value.empty())
            ++m_counts[value];
    }
    std::size_t size() const { return m_counts.size(); }

    template <class Word>
    QString words(const Word &word) const
    {
        QStringList parts;
        for (const auto &[value, count] : m_counts) {
            if (parts.size() == MostNames) {
                parts << QCoreApplication::translate(
                    "summary", "and %n more", nullptr, static_cast<int>(m_counts.size() - MostNames));
                break;
            }
            parts << QString(word(value) + u' ' + QString::number(count));
        }
        return parts.join(u", "_s);
    }

private:
    std::map<std::string, int> m_counts;
};

/// What all windows come to.
struct Windows
{
    std::uint32_t count = 0;
    Tally territories, licences, formats;
    std::optional<std::pair<std::int64_t, std::uint32_t>> first, last; ///< a date, and the window that says it
    std::uint32_t ended = 0;
    std::uint32_t future = 0;
    std::vector<std::pair<std::uint32_t, QString>> running;
    std::size_t moreRunning = 0;
    std::map<std::string, std::set<QString>> prices; ///< by territory
};

QString valueWords(const Value &term)
{
    const Value money = term.member("Money");
    if (money.isObject())
        return QString(shown(money.member("value")) + u' ' + shown(money.member("_currency"))).trimmed();
    std::string scratch;
    for (std::uint32_t i = 0; i < term.size(); ++i) {
        if (term.at(i).name(scratch) != "_termName")
            return shown(term.at(i));
    }
    return {};
}

/// "SRP 9.90 USD · WSP 7.00 USD"
QString priceWords(const Writer &writer, const Value &window)
{
    QStringList parts;
    const Value terms = window.member("Terms");
    std::string scratch;
    for (std::uint32_t i = 0; terms.isArray() && i < terms.size(); ++i) {
        const catalog::TermDefinition *known
            = writer.rulebook.catalog->term(terms.at(i).member("_termName").string(scratch));
        const QString value = known && known->price ? valueWords(terms.at(i)) : QString();
        if (!value.isEmpty())
            parts << QString(fromUtf8(known->name) + u' ' + value);
    }
    return parts.join(u" · "_s);
}

QString joined(std::initializer_list<QString> parts)
{
    QStringList all;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            all << part;
    }
    return all.join(u" · "_s);
}

QString codes(const timeline::WindowTimes &read)
{
    QStringList all;
    for (const std::string &code : read.territories) {
        if (all.size() == MostNames) {
            all << u"…"_s;
            break;
        }
        all << fromUtf8(code);
    }
    return all.join(u", "_s);
}

void addDates(Windows &windows, const timeline::Times &times, std::uint32_t index, std::int64_t now)
{
    if (times.start && (!windows.first || *times.start < windows.first->first))
        windows.first = {*times.start, index};
    if (times.end && (!windows.last || *times.end > windows.last->first))
        windows.last = {*times.end, index};
    windows.ended += times.end && *times.end <= now ? 1 : 0;
    windows.future += times.start && *times.start > now ? 1 : 0;
}

void addRunning(Windows &windows, const timeline::WindowTimes &read, std::uint32_t index, std::int64_t now)
{
    const bool isRunning = read.times.start && *read.times.start <= now && (!read.times.end || now < *read.times.end);
    if (!isRunning)
        return;
    if (windows.running.size() >= MostRows) {
        ++windows.moreRunning;
        return;
    }
    const QString until
        = read.times.end ? tr("until %1").arg(catalog::DateTime::reading(*read.times.end)) : tr("without an end");
    windows.running.emplace_back(
        index, joined({oneLine(fromUtf8(read.licence)), codes(read), oneLine(fromUtf8(read.format)), until}));
}

void addPrices(Windows &windows, const Writer &writer, const timeline::WindowTimes &read, const Value &window)
{
    const QString prices = priceWords(writer, window);
    if (prices.isEmpty())
        return;
    const QString words = oneLine(QString(joined({fromUtf8(read.licence), fromUtf8(read.format)}) + u": "_s + prices));
    for (const std::string &code : read.territories) {
        if (windows.prices.size() < MostRows * 2 || windows.prices.contains(code))
            windows.prices[code].insert(words);
    }
}

Windows readWindows(const Writer &writer, const Value &list)
{
    Windows windows;
    windows.count = list.size();
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        const Value window = list.at(i);
        const timeline::WindowTimes read = timeline::readWindow(window);
        for (const std::string &code : read.territories)
            windows.territories.add(code);
        windows.licences.add(read.licence);
        windows.formats.add(read.format);
        addDates(windows, read.times, i, writer.now);
        addRunning(windows, read, i, writer.now);
        addPrices(windows, writer, read, window);
    }
    return windows;
}

void titleRows(Writer &writer, const Value &avail, const Pointer &place)
{
    const Value asset = avail.member("Asset").at(0);
    const Pointer assetPlace = place.child("Asset").child(0u);
    writer.section(tr("Title"), place);
    writer.row(tr("Title"), titleOf(avail), assetPlace);
    writer.member(tr("Work type"), asset, assetPlace, "WorkType");
    writer.member(tr("Content ID"), asset, assetPlace, "_contentID");
    writer.member(tr("Avail ID"), avail, place, "ALID");
    writer.member(tr("Licensor"), avail.member("Licensor"), place.child("Licensor"), "DisplayName");
    writer.member(tr("Entry type"), avail.member("Disposition"), place.child("Disposition"), "EntryType");
}

void windowRows(Writer &writer, const Windows &windows, const Pointer &list)
{
    const auto plain = [](const std::string &value) { return oneLine(fromUtf8(value)); };
    const auto licence = [&writer](const std::string &value) {
        const catalog::Vocabulary *known = writer.rulebook.catalog->vocabulary("LicenseType");
        const catalog::Term *term = known ? known->find(value) : nullptr;
        return term && !term->label.isEmpty() ? QString(fromUtf8(value) + u" ("_s + term->label + u')')
                                              : oneLine(fromUtf8(value));
    };
    writer.section(tr("Windows"), list);
    writer.row(tr("How many"), QString::number(windows.count), list);
    writer.row(tr("Territories"),
        windows.territories.words([&writer](const std::string &code) { return countryName(writer, code); }));
    writer.row(tr("Licence types"), windows.licences.words(licence));
    writer.row(tr("Formats"), windows.formats.words(plain));
    if (windows.first)
        writer.row(tr("First start"), catalog::DateTime::reading(windows.first->first),
            list.child(windows.first->second).child("Start"));
    if (windows.last)
        writer.row(tr("Last end"), catalog::DateTime::reading(windows.last->first),
            list.child(windows.last->second).child("End"));
    if (windows.count == 0)
        return;
    writer.row(tr("Today"),
        joined({QCoreApplication::translate(
                    "summary", "%n running", nullptr, static_cast<int>(windows.running.size() + windows.moreRunning)),
            QCoreApplication::translate("summary", "%n to come", nullptr, static_cast<int>(windows.future)),
            QCoreApplication::translate("summary", "%n over", nullptr, static_cast<int>(windows.ended))}));
}

void runningRows(Writer &writer, const Windows &windows, const Value &list, const Pointer &place)
{
    writer.section(tr("Running today"));
    for (const auto &[index, words] : windows.running)
        writer.row(rules::windowName(list.at(index), index), words, place.child(index));
    // What wasn't kept has no words; the row that closes the section tells how many they are.
    for (std::size_t i = 0; i < windows.moreRunning; ++i)
        writer.row({}, u"…"_s);
}

void priceRows(Writer &writer, const Windows &windows)
{
    writer.section(tr("Prices"));
    for (const auto &[code, words] : windows.prices) {
        std::size_t told = 0;
        for (const QString &one : words) {
            if (told == MostPrices) {
                writer.row({},
                    QCoreApplication::translate(
                        "summary", "and %n more", nullptr, static_cast<int>(words.size() - told)));
                break;
            }
            writer.row(told++ == 0 ? countryName(writer, code) : QString(), one);
        }
    }
}

} // namespace

QString titleOf(const Value &avail)
{
    const Value asset = avail.member("Asset").at(0);
    for (const std::string_view block : rules::metadataBlocks) {
        for (const char *name : {"TitleInternalAlias", "SeasonTitleInternalAlias", "SeriesTitleInternalAlias",
                 "VolumeTitleInternalAlias"}) {
            const Value titles = asset.member(block).member(name);
            const Value first = titles.isString() ? titles : titles.at(0);
            if (first.isString() && !shown(first).isEmpty())
                return shown(first);
        }
    }
    return {};
}

void summariseAvail(Writer &writer)
{
    const Value root = writer.document.root();
    const Value avail = root.member("avail");
    const Pointer place = Pointer().child("avail");
    const Value list = avail.member("Transaction");
    const Pointer listPlace = place.child("Transaction");
    const Windows windows = readWindows(writer, list.isArray() ? list : Value());
    Summary &summary = writer.summary();
    const QString title = titleOf(avail);
    const QString alid = shown(avail.member("ALID"));
    const QString kind = kindWords(summary.kind);
    summary.title = !title.isEmpty() ? title : !alid.isEmpty() ? alid : kind;
    summary.subtitle = joined({kind, summary.title == alid ? QString() : alid,
        QCoreApplication::translate("summary", "%n window(s)", nullptr, static_cast<int>(windows.count))});
    writer.count("windows", windows.count);
    writer.count("territories", windows.territories.size());
    writer.count("running", windows.running.size() + windows.moreRunning);
    if (summary.kind == rules::DocumentKind::AvailReply)
        answerRows(writer, root, {});
    titleRows(writer, avail, place);
    windowRows(writer, windows, listPlace);
    runningRows(writer, windows, list, listPlace);
    priceRows(writer, windows);
}

} // namespace marquee::summary
