// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Places.h"

#include <charconv>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using payload::Path;
using payload::Value;

namespace {

/// A member's name between single quotes, as a normalized path has it.
QString quoted(const QString &name)
{
    QString text = u"'"_s;
    for (const QChar c : name) {
        switch (c.unicode()) {
        case '\b':
            text += "\\b"_L1;
            break;
        case '\t':
            text += "\\t"_L1;
            break;
        case '\n':
            text += "\\n"_L1;
            break;
        case '\f':
            text += "\\f"_L1;
            break;
        case '\r':
            text += "\\r"_L1;
            break;
        case '\'':
            text += "\\'"_L1;
            break;
        case '\\':
            text += "\\\\"_L1;
            break;
        default:
            if (c.unicode() < 0x20)
                text += u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
            else
                text += c;
        }
    }
    return text + u'\'';
}

QString jsonPath(const Value &root, const Path &path)
{
    QString text = u"$"_s;
    Value value = root;
    std::string scratch;
    for (const std::uint32_t index : path) {
        const Value child = value.at(index);
        const std::string_view name = child.name(scratch);
        text += u'['
            + (value.isArray() ? QString::number(index)
                               : quoted(QString::fromUtf8(name.data(), qsizetype(name.size()))))
            + u']';
        value = child;
    }
    return text;
}

/// How many elements of a name stand in front of a member, and in all: an array is as many as it has items.
std::pair<std::uint32_t, std::uint32_t> elementsNamed(const Value &parent, std::uint32_t index, std::string_view name)
{
    std::uint32_t before = 0;
    std::uint32_t all = 0;
    std::string scratch;
    for (std::uint32_t i = 0; i < parent.size(); ++i) {
        const Value sibling = parent.at(i);
        if (sibling.name(scratch) != name)
            continue;
        const std::uint32_t count = sibling.isArray() ? sibling.size() : 1;
        before += i < index ? count : 0;
        all += count;
    }
    return {before, all};
}

QString xPath(const Value &root, const Path &path)
{
    QString text;
    Value value = root;
    std::string scratch;
    for (qsizetype depth = 0; depth < path.size(); ++depth) {
        const std::uint32_t index = path[depth];
        const Value child = value.at(index);
        if (child.isInnerText())
            return text + "/text()"_L1;
        const std::string name(child.name(scratch));
        text += u'/' + QString::fromStdString(name);
        if (!child.isAttribute()) {
            auto [number, all] = elementsNamed(value, index, name);
            const bool isItem = child.isArray() && depth + 1 < path.size();
            if (isItem)
                number += path[++depth];
            // The list itself, where it is meant, is all elements of the name.
            if (all > 1 && (isItem || !child.isArray()))
                text += u'[' + QString::number(number + 1) + u']';
            value = isItem ? child.at(path[depth]) : child;
        }
    }
    return text.isEmpty() ? u"/"_s : text;
}

} // namespace

Value valueAt(const Value &root, const Path &path)
{
    Value value = root;
    for (const std::uint32_t index : path)
        value = value.at(index);
    return value;
}

payload::Pointer pointerTo(const Value &root, const Path &path)
{
    payload::Pointer pointer;
    Value value = root;
    std::string scratch;
    std::string other;
    for (const std::uint32_t index : path) {
        const Value child = value.at(index);
        if (!child)
            return pointer;
        if (value.isArray()) {
            pointer.tokens.push_back({std::to_string(index), 0});
        } else {
            const std::string name(child.name(scratch));
            std::uint32_t occurrence = 0;
            for (std::uint32_t i = 0; i < index; ++i)
                occurrence += value.at(i).name(other) == name ? 1 : 0;
            pointer.tokens.push_back({name, occurrence});
        }
        value = child;
    }
    return pointer;
}

std::optional<Path> pathOf(const Value &root, const payload::Pointer &pointer)
{
    Path path;
    Value value = root;
    for (const payload::Pointer::Token &token : pointer.tokens) {
        std::int64_t index = -1;
        if (value.isArray()) {
            std::uint32_t number = 0;
            const auto [end, error] = std::from_chars(token.text.data(), token.text.data() + token.text.size(), number);
            if (error == std::errc() && end == token.text.data() + token.text.size() && number < value.size())
                index = number;
        } else {
            index = value.indexOf(token.text, token.occurrence);
        }
        if (index < 0)
            return std::nullopt;
        path.push_back(static_cast<std::uint32_t>(index));
        value = value.at(static_cast<std::uint32_t>(index));
    }
    return path;
}

Path pathAt(const Value &root, std::uint32_t offset)
{
    Path path;
    Value value = root;
    for (;;) {
        std::uint32_t low = 0;
        std::uint32_t high = value.size();
        while (low < high) { // the first child that ends behind the offset
            const std::uint32_t middle = low + (high - low) / 2;
            if (value.at(middle).end() <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        const Value child = value.at(low);
        if (!child || offset < child.itemBegin())
            return path;
        path.push_back(low);
        value = child;
    }
}

QString queryFor(const Value &root, const Path &path)
{
    return root.isXml() ? xPath(root, path) : jsonPath(root, path);
}

} // namespace marquee::inspector
