// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/BarWords.h"

#include "catalog/DateTime.h"
#include "timeline/Move.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace marquee::timeline {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString reading(std::int64_t time)
{
    const QString full = catalog::DateTime::reading(time);
    return time % Day == 0 ? full.left(full.lastIndexOf(u' ')) : full;
}

QString idInWords(const WindowTimes &window)
{
    return window.id.empty() ? Words::tr("no ID") : QString::fromStdString(window.id);
}

} // namespace

QString nameInWords(Part part, const std::string &name, const catalog::Vocabularies *vocabularies)
{
    if (name.empty())
        return part == Part::Territory ? Words::tr("No territory")
            : part == Part::Licence    ? Words::tr("No licence")
                                       : Words::tr("No format");
    if (part == Part::Territory && vocabularies) {
        if (const catalog::Code *country = vocabularies->find(catalog::Vocabularies::List::Countries, name))
            return country->name();
    }
    return QString::fromStdString(name);
}

QString groupingInWords(Grouping grouping)
{
    switch (grouping) {
    case Grouping::TerritoryLicenceFormat:
        return Words::tr("Territory, licence, format");
    case Grouping::LicenceTerritoryFormat:
        return Words::tr("Licence, territory, format");
    case Grouping::FormatTerritoryLicence:
        return Words::tr("Format, territory, licence");
    case Grouping::Territory:
        return Words::tr("Territory");
    case Grouping::Licence:
        return Words::tr("Licence");
    case Grouping::None:
        break;
    }
    return Words::tr("Nothing");
}

QString sectionTitle(const Lane &lane, Grouping grouping, const catalog::Vocabularies *vocabularies)
{
    return lane.names.empty() ? Words::tr("All windows")
                              : nameInWords(partsOf(grouping).front(), lane.names.front(), vocabularies);
}

QString laneTitle(const Lane &lane, Grouping grouping, const catalog::Vocabularies *vocabularies)
{
    if (lane.names.size() < 2)
        return sectionTitle(lane, grouping, vocabularies);
    const auto parts = partsOf(grouping);
    QStringList words;
    for (std::size_t i = 1; i < parts.size(); ++i)
        words << nameInWords(parts[i], lane.names[i], vocabularies);
    return words.join(u" · "_s);
}

QString barText(const WindowTimes &window, Grouping grouping)
{
    const auto parts = partsOf(grouping);
    const auto isInLane = [&parts](Part part) { return std::find(parts.begin(), parts.end(), part) != parts.end(); };
    QStringList words;
    if (!isInLane(Part::Territory)) {
        QStringList codes;
        for (const std::string &code : window.territories)
            codes << QString::fromStdString(code);
        words << codes.join(u' ');
    }
    if (!isInLane(Part::Licence))
        words << QString::fromStdString(window.licence);
    if (!isInLane(Part::Format))
        words << QString::fromStdString(window.format);
    words.removeAll(QString());
    const QString known = words.join(u' ');
    return known.isEmpty() ? idInWords(window) : known + u" · "_s + idInWords(window);
}

QString startInWords(const Times &times)
{
    return times.start ? reading(*times.start) : Words::tr("no start");
}

QString endInWords(const Times &times)
{
    return times.end ? reading(*times.end) : Words::tr("no end");
}

QString timesInWords(const Times &times)
{
    const QString both = startInWords(times) + u" – "_s + endInWords(times);
    if (!times.start || !times.end)
        return both;
    if (times.isBackwards())
        return Words::tr("%1, ends before it starts").arg(both);
    const std::int64_t seconds = *times.end - *times.start;
    if (seconds < Day)
        return Words::tr("%1, less than a day").arg(both);
    return Words::tr("%1, %n day(s)", nullptr, static_cast<int>(seconds / Day)).arg(both);
}

QString windowInWords(const WindowTimes &window, const catalog::Vocabularies *vocabularies)
{
    QStringList places;
    for (const std::string &code : window.territories)
        places << (window.territories.size() > 3 ? QString::fromStdString(code)
                                                 : nameInWords(Part::Territory, code, vocabularies));
    if (places.isEmpty())
        places << nameInWords(Part::Territory, {}, nullptr);
    const QStringList said{Words::tr("Window %1").arg(idInWords(window)), places.join(u", "_s),
        nameInWords(Part::Licence, window.licence, nullptr), nameInWords(Part::Format, window.format, nullptr),
        timesInWords(window.times)};
    return said.join(u" · "_s);
}

} // namespace marquee::timeline
