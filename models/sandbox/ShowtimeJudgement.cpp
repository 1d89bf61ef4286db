// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ShowtimeJudgement.h"

#include <QDate>
#include <QSet>
#include <QTime>

#include <algorithm>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;

namespace {

enum class Type : std::uint8_t
{
    Text,
    Date,
    Time,
    Flag,
    Integer,
    Precise, ///< an integer with a precision
    List, ///< of texts
    Seats
};

struct Field
{
    QStringView name;
    Type type;
    bool isStarred; ///< a complete performance has it
    QStringView item; ///< of a list
};

constexpr Field fields[] = {
    {u"EventId", Type::Text, true, {}},
    {u"DistributorId", Type::Text, false, {}},
    {u"Tags", Type::List, false, u"Tag"},
    {u"Date", Type::Date, true, {}},
    {u"CinemaDate", Type::Date, false, {}},
    {u"Time", Type::Time, true, {}},
    {u"IsCancelled", Type::Flag, false, {}},
    {u"PrintFormats", Type::List, true, u"PrintFormat"},
    {u"LangFormats", Type::List, false, u"LangFormat"},
    {u"Attributes", Type::List, false, u"Attribute"},
    {u"RunWeek", Type::Integer, false, {}},
    {u"IsPreview", Type::Flag, false, {}},
    {u"FreeListSuspended", Type::Flag, false, {}},
    {u"HallId", Type::Text, true, {}},
    {u"OnSale", Type::Flag, false, {}},
    {u"SeatCapacities", Type::Seats, false, u"SeatCapacity"},
    {u"DistributorPercentage", Type::Precise, false, {}},
    {u"DistributorRate", Type::Precise, false, {}},
};

const Field *fieldNamed(const QString &name)
{
    const auto found = std::find_if(
        std::begin(fields), std::end(fields), [&name](const Field &field) { return name == field.name; });
    return found == std::end(fields) ? nullptr : found;
}

QString invalid(const QString &why)
{
    return QString(u"101 Invalid entity: "_s + why);
}

QString missing(const QString &what)
{
    return QString(u"102 Missing Data: "_s + what);
}

bool isInteger(const QString &text)
{
    bool good = false;
    text.toLongLong(&good);
    return good;
}

bool fits(Type type, const QString &text)
{
    switch (type) {
    case Type::Date:
        return QDate::fromString(text, u"yyyy-MM-dd"_s).isValid() && text.size() == 10;
    case Type::Time:
        return QTime::fromString(text, u"hh:mm"_s).isValid();
    case Type::Flag:
        return text == u"true"_s || text == u"false"_s;
    case Type::Integer:
    case Type::Precise:
        return isInteger(text);
    default:
        return true;
    }
}

QString expected(Type type)
{
    switch (type) {
    case Type::Date:
        return u"yyyy-mm-dd"_s;
    case Type::Time:
        return u"hh:mm"_s;
    case Type::Flag:
        return u"true or false"_s;
    default:
        return u"a whole number"_s;
    }
}

void judgeList(const Field &field, const XmlElement &list, QStringList &faults)
{
    for (const XmlElement &item : list.children) {
        if (item.name != field.item || !item.children.empty())
            faults << invalid(u"%1 can't hold %2"_s.arg(list.name, item.name));
    }
}

void judgeSeats(const XmlElement &list, QStringList &faults)
{
    for (const XmlElement &seats : list.children) {
        QString type;
        QString capacity;
        if (seats.name != u"SeatCapacity"_s)
            faults << invalid(u"SeatCapacities can't hold %1"_s.arg(seats.name));
        for (const XmlElement &part : seats.children) {
            if (part.name == u"SeatType"_s)
                type = part.text.trimmed();
            else if (part.name == u"Capacity"_s)
                capacity = part.text.trimmed();
            else
                faults << invalid(u"SeatCapacity can't hold %1"_s.arg(part.name));
        }
        if (type.isEmpty())
            faults << missing(u"SeatType"_s);
        if (capacity.isEmpty())
            faults << missing(u"Capacity"_s);
        else if (!isInteger(capacity))
            faults << invalid(u"Capacity has to be a whole number, not “%1”"_s.arg(capacity));
    }
}

void judgeField(const Field &field, const XmlElement &element, QStringList &faults)
{
    const QString text = element.text.trimmed();
    const bool isList = field.type == Type::List || field.type == Type::Seats;
    if (isList ? !text.isEmpty() : !element.children.empty()) {
        faults << invalid(u"%1 holds what doesn't belong there"_s.arg(element.name));
        return;
    }
    if (field.isStarred && text.isEmpty() && element.children.empty())
        faults << missing(u"%1 is empty"_s.arg(element.name));
    if (field.type == Type::List)
        judgeList(field, element, faults);
    else if (field.type == Type::Seats)
        judgeSeats(element, faults);
    else if (!text.isEmpty() && !fits(field.type, text))
        faults << invalid(u"%1 has to be %2, not “%3”"_s.arg(element.name, expected(field.type), text));
    if (field.type != Type::Precise)
        return;
    const QString precision = element.attribute(u"precision"_s).trimmed();
    if (precision.isEmpty())
        faults << missing(u"precision of %1"_s.arg(element.name));
    else if (!isInteger(precision) || precision.startsWith(u'-'))
        faults << invalid(u"precision of %1 has to be a whole number, not “%2”"_s.arg(element.name, precision));
}

QString textOf(const PerformanceFields &merged, const QString &name)
{
    const auto found = merged.find(name);
    return found == merged.end() ? QString() : found->second.text.trimmed();
}

bool isAboveHundred(const PerformanceFields &merged)
{
    const auto found = merged.find(u"DistributorPercentage"_s);
    if (found == merged.end())
        return false;
    const int precision = std::min(found->second.attribute(u"precision"_s).toInt(), 15);
    double hundred = 100;
    for (int i = 0; i < precision; ++i)
        hundred *= 10;
    return found->second.text.trimmed().toDouble() > hundred;
}

} // namespace

QStringList faultsOf(const XmlElement &performance)
{
    QStringList faults;
    for (const QString &name : {u"id"_s, u"siteId"_s}) {
        if (performance.attribute(name).trimmed().isEmpty())
            faults << missing(name);
    }
    QSet<QString> seen;
    for (const XmlElement &element : performance.children) {
        const Field *field = fieldNamed(element.name);
        if (!field)
            faults << invalid(u"%1 isn't a field of Performance"_s.arg(element.name));
        else if (seen.contains(element.name))
            faults << invalid(u"%1 stands there twice"_s.arg(element.name));
        else
            judgeField(*field, element, faults);
        seen.insert(element.name);
    }
    return faults;
}

QStringList warningsOf(const PerformanceFields &merged, const XmlElement &sent)
{
    QStringList warnings;
    QStringList absent;
    for (const Field &field : fields) {
        if (field.isStarred && !merged.contains(field.name.toString()))
            absent << field.name.toString();
    }
    if (!absent.isEmpty())
        warnings << u"The performance isn't complete yet: %1"_s.arg(absent.join(u", "_s));
    if (isAboveHundred(merged))
        warnings << u"DistributorPercentage is above 100"_s;
    const bool speaksOfIt = std::any_of(sent.children.begin(), sent.children.end(),
        [](const XmlElement &element) { return element.name == u"IsCancelled"_s; });
    if (speaksOfIt && textOf(merged, u"IsCancelled"_s) == u"true"_s)
        warnings << u"The performance is cancelled: its ticket orders become invalid"_s;
    return warnings;
}

} // namespace marquee::sandbox
