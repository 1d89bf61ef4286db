// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/Writer.h"

#include <QCoreApplication>
#include <QLocale>

namespace marquee::summary {

using namespace Qt::StringLiterals;
using payload::Kind;
using payload::Pointer;
using payload::Value;

namespace {

/// "a list of 20,000", "an object of 3 members", or what a scalar says.
QString typeWords(const Value &value)
{
    switch (value.kind()) {
    case Kind::Object:
        return QCoreApplication::translate(
            "summary", "an object of %n member(s)", nullptr, static_cast<int>(value.size()));
    case Kind::Array:
        return QCoreApplication::translate("summary", "a list of %n", nullptr, static_cast<int>(value.size()));
    case Kind::String:
        return shown(value).isEmpty() ? tr("an empty text") : shown(value);
    case Kind::True:
        return tr("yes");
    case Kind::False:
        return tr("no");
    case Kind::Null:
        return tr("nothing (null)");
    case Kind::Number:
        break;
    }
    return shown(value);
}

} // namespace

void summariseUnknown(Writer &writer)
{
    // Of XML what the root element holds says more than that there is one.
    Value value = writer.document.root();
    Pointer place;
    std::string scratch;
    const bool isXml = writer.document.isXml();
    writer.section(tr("File"));
    writer.row(tr("Written in"), isXml ? tr("XML") : tr("JSON"));
    if (isXml) {
        value = value.at(0);
        const std::string name(value.name(scratch));
        place = place.child(name);
        writer.row(tr("Outermost element"), oneLine(QString::fromStdString(name)), place);
    }
    const bool isContainer = value.isObject() || value.isArray();
    writer.row(tr("Holds"), typeWords(value), place);
    writer.row(tr("Size"), QLocale().formattedDataSize(writer.document.text().size()));
    writer.summary().subtitle = typeWords(value);
    writer.count(value.isArray() ? "entries" : "members", value.size());
    writer.section(value.isArray() ? tr("Entries") : tr("Members"), place);
    for (std::uint32_t i = 0; isContainer && i < value.size(); ++i) {
        const Value child = value.at(i);
        // Nothing is worded beyond what fits: a list may have millions.
        const bool isTold = !writer.isFull();
        if (value.isArray()) {
            writer.row(QString::number(i + 1), isTold ? typeWords(child) : u"…"_s,
                isTold ? std::optional(place.child(i)) : std::nullopt);
            continue;
        }
        const std::string name(child.name(scratch));
        const QString label = oneLine(QString::fromStdString(name));
        writer.row(label.isEmpty() ? tr("(without a name)") : label, isTold ? typeWords(child) : u"…"_s,
            isTold ? std::optional(place.child(name)) : std::nullopt);
    }
}

} // namespace marquee::summary
