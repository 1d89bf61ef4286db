// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Cells.h"

#include "payload/JsonText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using payload::Kind;
using payload::Value;

namespace {

constexpr std::uint32_t Undecoded = 4096; ///< a longer text isn't decoded as a whole
constexpr std::uint32_t LongestEscape = 12; ///< a pair of \uXXXX
constexpr std::uint32_t FewMembers = 12; ///< of a container that are looked at for its line
constexpr qsizetype MostParts = 4;
constexpr int DeepestPart = 2;

QString words(const char *text)
{
    return QCoreApplication::translate("inspector", text);
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// The beginning of a text that is too long to be decoded: what follows an escape that may be cut is left out.
QString beginningOf(const Value &value)
{
    std::string scratch;
    const std::uint32_t begin = value.begin() + (value.isXml() ? 0 : 1);
    std::string_view part = value.text()->view(begin, begin + Undecoded, scratch);
    if (value.isXml()) {
        const std::size_t tag = value.isInnerText() ? 0 : part.find(value.isAttribute() ? '=' : '>') + 1;
        return text(part.substr(std::min(tag, part.size())));
    }
    // Only what surely stands before an escape is taken: an even run of backslashes is hard to tell from behind.
    if (const std::size_t last = part.find('\\', part.size() - LongestEscape); last != std::string_view::npos) {
        std::size_t first = last;
        while (first > 0 && part[first - 1] == '\\')
            --first;
        part = part.substr(0, first);
    }
    return text(payload::decodeJsonString(part));
}

QString onOneLine(QString line, qsizetype most)
{
    const bool isCut = line.size() > most;
    if (isCut)
        line.truncate(line.at(most - 1).isHighSurrogate() ? most - 1 : most);
    for (QChar &c : line) {
        if (c == u'\n')
            c = QChar(0x21b5);
        else if (c.unicode() < 0x20)
            c = u' ';
    }
    if (isCut)
        line += u'…';
    return line;
}

QString scalarText(const Value &value)
{
    std::string scratch;
    if (value.slot()->length > Undecoded)
        return value.isString() ? beginningOf(value)
                                : text(value.text()->view(value.begin(), value.begin() + Undecoded, scratch));
    return text(value.isString() ? value.string(scratch) : value.raw(scratch));
}

/// The first scalars in it: its own before those of what stands in it.
void collectParts(const Value &value, int depth, QStringList &parts)
{
    const std::uint32_t looked = std::min(value.size(), FewMembers);
    for (const bool isDeeper : {false, true}) {
        for (std::uint32_t i = 0; i < looked && parts.size() < MostParts; ++i) {
            const Value child = value.at(i);
            const bool isContainer = child.kind() >= Kind::Array;
            if (isContainer != isDeeper || child.kind() == Kind::Null)
                continue;
            if (!isContainer) {
                if (const QString part = onOneLine(scalarText(child), 40); !part.isEmpty())
                    parts << part;
            } else if (depth < DeepestPart) {
                collectParts(child, depth + 1, parts);
            }
        }
    }
}

QString containerText(const Value &value)
{
    if (value.size() == 0 && !value.isXml())
        return value.isArray() ? u"[]"_s : u"{}"_s;
    QStringList parts;
    collectParts(value, 0, parts);
    return parts.join(u" · "_s);
}

} // namespace

QString nameWords(const Value &value, const Value &parent, std::uint32_t index)
{
    if (!parent || parent.isArray())
        return u'[' + QString::number(index) + u']';
    std::string scratch;
    const std::string_view name = value.name(scratch);
    return onOneLine(text(name.substr(0, 4 * LongestCell)), LongestCell);
}

QString valueWords(const Value &value, qsizetype most)
{
    if (!value)
        return {};
    return value.kind() >= Kind::Array ? containerText(value) : onOneLine(scalarText(value), most);
}

QString wholeText(const Value &value)
{
    if (!value)
        return {};
    std::string scratch;
    if (value.isString())
        return text(value.string(scratch));
    return text(value.text()->view(value.begin(), value.end(), scratch));
}

QString typeWords(const Value &value)
{
    if (value.isAttribute())
        return words("Attribute");
    if (value.isXml() && !value.isArray())
        return value.isInnerText() ? words("Text") : words("Element");
    switch (value.kind()) {
    case Kind::Object:
        return words("Object");
    case Kind::Array:
        return words("List");
    case Kind::String:
        return words("Text");
    case Kind::Number:
        return words("Number");
    case Kind::True:
    case Kind::False:
        return words("True or false");
    case Kind::Null:
        break;
    }
    return words("Nothing (null)");
}

QString sizeWords(std::int64_t bytes)
{
    if (bytes < 1024)
        return QString(QLocale().toString(static_cast<qlonglong>(bytes)) + u" B");
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace marquee::inspector
