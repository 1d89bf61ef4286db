// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/XmlPlan.h"

#include "payload/XmlText.h"
#include "payload/XmlValue.h"
#include "payload/XmlWriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace marquee::payload {

namespace {

Error cantHold(std::string_view name)
{
    return makeError(Error::Code::Invalid, QCoreApplication::translate("XmlPlan", "%1 can't stand there.")
                                               .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))));
}

std::string bytesOf(const Value &value, std::uint32_t begin, std::uint32_t end)
{
    std::string scratch;
    return std::string(value.text()->view(begin, end, scratch));
}

std::string bytesOf(const Value &value)
{
    return bytesOf(value, value.begin(), value.end());
}

/// The blanks that stand directly before a place, back to `from` at most.
std::string blanksBefore(const Value &value, std::uint32_t from, std::uint32_t at)
{
    const std::string gap = bytesOf(value, from, at);
    const auto last = std::find_if_not(gap.rbegin(), gap.rend(), isXmlBlank);
    return gap.substr(static_cast<std::size_t>(gap.rend() - last));
}

std::string lineIndent(const Value &value)
{
    const TextPlace place = value.text()->place(value.begin());
    const std::string line = bytesOf(value, value.begin() - (place.column - 1), value.begin());
    return line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
}

std::string indentIn(std::string_view lead)
{
    const auto newline = lead.rfind('\n');
    return newline == std::string_view::npos ? std::string() : std::string(lead.substr(newline + 1));
}

std::string nameOf(const Value &value)
{
    std::string scratch;
    return std::string(xmlName(value, scratch));
}

bool isElement(const Value &value)
{
    return value && value.slot()->is(Slot::Element);
}

/// Where the content of an element begins and ends; nothing for <this/>.
std::optional<std::pair<std::uint32_t, std::uint32_t>> contentOf(const Value &element)
{
    const std::string all = bytesOf(element);
    if (all.ends_with("/>") && all.find("</") == std::string::npos)
        return std::nullopt;
    std::string scratch;
    const auto end = element.begin() + static_cast<std::uint32_t>(all.rfind('<'));
    return std::pair(end - static_cast<std::uint32_t>(xmlInside(element, scratch).size()), end);
}

std::uint32_t attributesOf(const Value &object)
{
    std::uint32_t count = 0;
    while (count < object.size() && object.at(count).isAttribute())
        ++count;
    return count;
}

/// Where a child's surroundings begin: behind the one before it, or behind the tag.
std::uint32_t gapBegin(const Value &object, std::uint32_t index)
{
    if (index > 0 && !object.at(index - 1).isAttribute())
        return object.at(index - 1).end();
    return object.isArray() ? object.begin() : contentOf(object)->first;
}

Operation operationAt(const Path &path)
{
    Operation operation;
    operation.place.root = path.isEmpty();
    operation.place.container = path;
    if (!path.isEmpty()) {
        operation.place.container.pop_back();
        operation.place.index = path.back();
    }
    return operation;
}

/// An operation that brings `text` in as a child.
Operation inserted(const Path &container, std::uint32_t index, std::uint32_t at, std::string_view before, std::string_view text,
    std::string_view behind, std::uint8_t flags)
{
    Operation operation;
    operation.place.kind = ChangedPlace::Kind::Insert;
    operation.place.container = container;
    operation.place.index = index;
    operation.splice.offset = at;
    operation.splice.inserted.append(before).append(text).append(behind);
    operation.valueAt = static_cast<std::uint32_t>(before.size());
    operation.valueLength = static_cast<std::uint32_t>(text.size());
    operation.flags = flags;
    return operation;
}

/// One that takes a child out, with `from` to `to` of the text.
Operation removed(const Path &path, const Value &child, std::uint32_t from, std::uint32_t to)
{
    Operation operation = operationAt(path);
    operation.place.kind = ChangedPlace::Kind::Remove;
    operation.splice.offset = from;
    operation.splice.removed = bytesOf(child, from, to);
    operation.valueAt = child.begin() - from;
    operation.valueLength = child.end() - child.begin();
    operation.flags = child.slot()->flags;
    return operation;
}

Path below(const Path &path, std::uint32_t index)
{
    Path child = path;
    child.push_back(index);
    return child;
}

Path above(const Path &path)
{
    Path parent = path;
    parent.pop_back();
    return parent;
}

} // namespace

Value XmlPlan::at(const Path &path) const
{
    Value value = m_root;
    for (const std::uint32_t index : path)
        value = value.at(index);
    return value;
}

/// Sets a value to its own text, with `begin` to `end` of the document's in another way.
Operation XmlPlan::rewritten(const Path &path, std::uint32_t begin, std::uint32_t end, std::string_view with) const
{
    const Value value = at(path);
    Operation operation = operationAt(path);
    operation.place.kind = ChangedPlace::Kind::Set;
    operation.splice.offset = value.begin();
    operation.splice.removed = bytesOf(value);
    operation.splice.inserted = operation.splice.removed;
    operation.splice.inserted.replace(begin - value.begin(), end - begin, with);
    return operation;
}

Operation XmlPlan::wholeText(std::uint32_t begin, std::uint32_t end, std::string_view with) const
{
    Operation operation;
    operation.place.kind = ChangedPlace::Kind::Whole;
    operation.splice.offset = begin;
    operation.splice.removed = bytesOf(m_root, begin, end);
    operation.splice.inserted = with;
    return operation;
}

Expected<Operation> XmlPlan::setLeaf(const Path &path, const Value &json) const
{
    const Value value = at(path);
    if (value.isAttribute()) {
        const std::string all = bytesOf(value);
        const std::size_t quote = all.find_first_of("\"'");
        const auto written = XmlWriter::attribute(nameOf(value), json, all[quote]);
        if (!written)
            return tl::unexpected(written.error());
        const std::string_view inside = std::string_view(*written).substr(written->find(all[quote]));
        return rewritten(path, value.begin() + static_cast<std::uint32_t>(quote), value.end(), inside);
    }
    const auto inside = XmlWriter::inside(nameOf(value.isInnerText() ? at(above(path)) : value), json);
    if (!inside)
        return tl::unexpected(inside.error());
    if (value.isInnerText()) {
        if (inside->empty()) // nothing can't stand there as something
            return remove(path);
        return rewritten(path, value.begin(), value.end(), *inside);
    }
    const auto content = contentOf(value);
    if (content)
        return rewritten(path, content->first, content->second, *inside);
    const std::string name = nameOf(value);
    return rewritten(path, value.begin(), value.end(), inside->empty() ? bytesOf(value) : '<' + name + '>' + *inside + "</" + name + '>');
}

Expected<Operation> XmlPlan::set(const Path &path, std::string_view json) const
{
    const auto read = JsonValue::read(json);
    if (!read)
        return tl::unexpected(read.error());
    const Value wanted = read->value();
    const Value value = at(path);
    const bool isScalar = !wanted.isObject() && !wanted.isArray();
    if (path.isEmpty()) {
        std::string name;
        if (!wanted.isObject() || wanted.size() != 1 || wanted.at(0).isArray())
            return tl::unexpected(cantHold(QCoreApplication::translate("XmlPlan", "More than one root element").toStdString()));
        const auto text = XmlWriter(m_style).elements(wanted.at(0).name(name), wanted.at(0), {});
        if (!text)
            return tl::unexpected(text.error());
        return wholeText(m_root.begin(), m_root.end(), *text);
    }
    if (value.isString() && isScalar)
        return setLeaf(path, wanted);
    if (value.isAttribute() || value.isInnerText() || (wanted.isArray() && (path.size() == 1 || at(above(path)).isArray())))
        return tl::unexpected(cantHold(json.substr(0, 40)));
    if (wanted.isArray() && wanted.size() == 0)
        return remove(path);
    const auto text = XmlWriter(m_style).elements(nameOf(value), wanted, lineIndent(value));
    if (!text)
        return tl::unexpected(text.error());
    return rewritten(path, value.begin(), value.end(), *text);
}

Expected<Operation> XmlPlan::insert(const Path &container, std::uint32_t index, std::string_view name, std::string_view json) const
{
    const Value value = at(container);
    if (container.isEmpty() || value.isAttribute() || value.isInnerText())
        return tl::unexpected(cantHold(name));
    if (value.isArray())
        return insertItem(container, index, json);
    if (name.starts_with('@'))
        return insertAttribute(container, index, name.substr(1), json);
    if (name == "#text")
        return fill(container, name, json);
    return insertElement(container, index, name, json);
}

Expected<Operation> XmlPlan::insertAttribute(const Path &object, std::uint32_t index, std::string_view name, std::string_view json) const
{
    const Value value = at(object);
    const auto read = JsonValue::read(json);
    if (!read)
        return tl::unexpected(read.error());
    const auto text = XmlWriter::attribute(name, read->value());
    if (!text)
        return tl::unexpected(text.error());
    if (value.member('@' + std::string(name)))
        return tl::unexpected(cantHold(name));
    const std::uint32_t place = std::min(index, attributesOf(value));
    const std::uint32_t offset = place > 0 ? value.at(place - 1).end()
                                           : value.begin() + 1 + static_cast<std::uint32_t>(nameOf(value).size());
    if (value.isString())
        return rewritten(object, offset, offset, ' ' + *text);
    return inserted(object, place, offset, " ", *text, {}, Slot::Attribute);
}

/// Gives an element that has no elements yet its first, or its own text.
Expected<Operation> XmlPlan::fill(const Path &element, std::string_view name, std::string_view json) const
{
    const Value value = at(element);
    const auto read = JsonValue::read(json);
    if (!read)
        return tl::unexpected(read.error());
    std::string scratch;
    const auto content = contentOf(value);
    const bool isText = name == "#text";
    const bool hasText = value.isString() ? value.string().find_first_not_of(" \t\r\n") != std::string::npos : value.member("#text").isString();
    if (hasText || (isText && value.size() > attributesOf(value)))
        return tl::unexpected(cantHold(name));
    const std::string outer = lineIndent(value);
    const XmlWriter writer(m_style);
    auto text = isText ? XmlWriter::inside(nameOf(value), read->value()) : writer.elements(name, read->value(), outer + m_style.unit);
    if (!text)
        return tl::unexpected(text.error());
    if (!isText && !text->empty())
        *text = writer.between(outer + m_style.unit) + *text + writer.between(outer);
    if (!content) {
        const std::uint32_t slash = value.end() - 2;
        std::string closing = '>' + *text + "</" + nameOf(value) + '>';
        const std::uint32_t from = slash - static_cast<std::uint32_t>(blanksBefore(value, value.begin(), slash).size());
        return rewritten(element, from, value.end(), closing);
    }
    const std::string inside = bytesOf(value, content->first, content->second);
    const bool isBlank = std::all_of(inside.begin(), inside.end(), isXmlBlank);
    return rewritten(element, isBlank ? content->first : content->second, content->second, *text);
}

Expected<Operation> XmlPlan::insertItem(const Path &array, std::uint32_t index, std::string_view json) const
{
    const Value value = at(array);
    const auto read = JsonValue::read(json);
    if (!read)
        return tl::unexpected(read.error());
    if (read->value().isArray())
        return tl::unexpected(cantHold(json.substr(0, 40)));
    std::string lead = index > 0 && index < value.size() ? blanksBefore(value, value.at(index - 1).end(), value.at(index).begin())
        : value.size() > 1                               ? blanksBefore(value, value.at(0).end(), value.at(1).begin())
                                                         : std::string();
    if (value.size() == 1)
        lead = blanksBefore(value, gapBegin(at(above(array)), array.back()), value.begin());
    const auto text = XmlWriter(m_style).elements(nameOf(value), read->value(), indentIn(lead));
    if (!text)
        return tl::unexpected(text.error());
    if (index < value.size())
        return inserted(array, index, value.at(index).begin(), {}, *text, lead, Slot::Element | Slot::Item);
    return inserted(array, index, value.end(), lead, *text, {}, Slot::Element | Slot::Item);
}

Expected<Operation> XmlPlan::insertElement(const Path &object, std::uint32_t index, std::string_view name, std::string_view json) const
{
    const Value value = at(object);
    const std::uint32_t attributes = attributesOf(value);
    if (value.isString() || value.size() == attributes || value.at(attributes).isInnerText())
        return fill(object, name, json);
    const auto read = JsonValue::read(json);
    if (!read)
        return tl::unexpected(read.error());
    const std::uint32_t place = std::clamp(index, attributes, value.size());
    const std::int64_t same = value.indexOf(name);
    const std::uint32_t beside = same >= 0 ? static_cast<std::uint32_t>(same) : place < value.size() ? place : place - 1;
    const std::string lead = blanksBefore(value, gapBegin(value, beside), value.at(beside).begin());
    const auto text = XmlWriter(m_style).elements(name, read->value(), indentIn(lead));
    if (!text)
        return tl::unexpected(text.error());
    if (text->empty())
        return tl::unexpected(cantHold(name));
    if (same >= 0) {
        const Value stands = value.at(beside);
        const bool isBefore = place <= beside;
        const std::uint32_t offset = isBefore ? stands.begin() : stands.end();
        return rewritten(below(object, beside), offset, offset, isBefore ? *text + lead : lead + *text);
    }
    if (place < value.size())
        return inserted(object, place, value.at(place).begin(), {}, *text, lead, Slot::Element);
    return inserted(object, place, value.at(place - 1).end(), lead, *text, {}, Slot::Element);
}

Expected<Operation> XmlPlan::remove(const Path &path) const
{
    const Value value = at(path);
    if (path.size() < 2)
        return tl::unexpected(cantHold(QCoreApplication::translate("XmlPlan", "A document without its root element").toStdString()));
    const Path outer = above(path);
    const Value container = at(outer);
    if (container.isArray())
        return removeItem(path);
    if (value.isAttribute()) {
        const std::uint32_t from
            = value.begin() - static_cast<std::uint32_t>(blanksBefore(container, container.begin(), value.begin()).size());
        const bool isOnly = attributesOf(container) == 1 && (container.size() == 1 || container.at(1).isInnerText());
        return isOnly ? rewritten(outer, from, value.end(), {}) : removed(path, value, from, value.end());
    }
    if (value.isInnerText())
        return rewritten(outer, value.begin(), value.end(), {});
    return removeElement(path);
}

Operation XmlPlan::removeElement(const Path &path) const
{
    const Path outer = above(path);
    const Value container = at(outer);
    const Value value = container.at(path.back());
    const std::uint32_t gap = gapBegin(container, path.back());
    const std::uint32_t from = value.begin() - static_cast<std::uint32_t>(blanksBefore(container, gap, value.begin()).size());
    const std::uint32_t others = container.size() - attributesOf(container) - 1;
    if (others == 0) {
        const auto content = *contentOf(container);
        const std::string behind = bytesOf(container, value.end(), content.second);
        const bool isBare = from == content.first && std::all_of(behind.begin(), behind.end(), isXmlBlank);
        return rewritten(outer, from, isBare ? content.second : value.end(), {});
    }
    const std::uint32_t index = path.back();
    const Value before = index > 0 ? container.at(index - 1) : Value();
    const Value behind = container.at(index + 1);
    const bool growTogether = (isElement(before) && isElement(behind) && nameOf(before) == nameOf(behind))
        || (before && before.isInnerText()) || (behind && behind.isInnerText());
    return growTogether ? wholeText(from, value.end(), {}) : removed(path, value, from, value.end());
}

Operation XmlPlan::removeItem(const Path &path) const
{
    const Path outer = above(path);
    const Value array = at(outer);
    const Value item = array.at(path.back());
    if (array.size() == 1)
        return removeElement(outer);
    const bool isFirst = path.back() == 0;
    const std::uint32_t gap = isFirst ? array.begin() : array.at(path.back() - 1).end();
    std::uint32_t from = item.begin() - static_cast<std::uint32_t>(blanksBefore(array, gap, item.begin()).size());
    std::uint32_t to = item.end();
    if (isFirst) {
        const std::string behind = bytesOf(array, item.end(), array.at(1).begin());
        if (!std::all_of(behind.begin(), behind.end(), isXmlBlank))
            return wholeText(from, to, {}); // a comment stands between, and would begin the list
        from = item.begin();
        to = array.at(1).begin();
    } else if (path.back() + 1 == array.size() && from != gap) {
        return wholeText(from, to, {}); // a comment stands between, and would end it
    }
    const bool staysList = array.size() > 2 || isXmlListEntry(nameOf(at(above(outer))), nameOf(item));
    return staysList ? removed(path, item, from, to) : rewritten(outer, from, to, {});
}

/// One after the other, where nothing but blanks stands between: the rest of a long list isn't read again.
Expected<std::vector<Operation>> XmlPlan::moveItem(const Path &array, std::uint32_t from, std::uint32_t to) const
{
    const Value value = at(array);
    Operation out = removeItem(below(array, from));
    const Value beside = value.at(to);
    const std::string lead = to > 0 ? blanksBefore(value, value.at(to - 1).end(), beside.begin())
                                    : blanksBefore(value, beside.end(), value.at(1).begin());
    const auto gone = static_cast<std::uint32_t>(out.splice.removed.size());
    const std::string text = bytesOf(value.at(from));
    Operation in = to > from ? inserted(array, to, beside.end() - gone, lead, text, {}, Slot::Element | Slot::Item)
                             : inserted(array, to, beside.begin(), {}, text, lead, Slot::Element | Slot::Item);
    return std::vector{std::move(out), std::move(in)};
}

Expected<std::vector<Operation>> XmlPlan::move(const Path &container, std::uint32_t from, std::uint32_t to) const
{
    const Value value = at(container);
    const Value moved = value.at(from);
    if (container.isEmpty() || !isElement(moved) || !isElement(value.at(to)))
        return tl::unexpected(cantHold(value.isObject() && moved.hasName() ? nameOf(moved) : std::string()));
    const std::uint32_t first = std::min(from, to);
    const std::uint32_t last = std::max(from, to);
    const bool isList = value.size() > 2 || isXmlListEntry(nameOf(at(above(container))), nameOf(moved));
    if (value.isArray() && isList && removeItem(below(container, from)).place.kind == ChangedPlace::Kind::Remove)
        return moveItem(container, from, to);
    std::vector<std::uint32_t> order(last - first + 1);
    std::iota(order.begin(), order.end(), first);
    if (from < to)
        std::rotate(order.begin(), order.begin() + 1, order.end());
    else
        std::rotate(order.rbegin(), order.rbegin() + 1, order.rend());
    std::string text;
    for (std::uint32_t i = first; i <= last; ++i) {
        text += bytesOf(value.at(order[i - first]));
        if (i < last)
            text += bytesOf(value, value.at(i).end(), value.at(i + 1).begin());
    }
    return std::vector{wholeText(value.at(first).begin(), value.at(last).end(), text)};
}

/// The text of a leaf as new ones are written.
Expected<Operation> XmlPlan::rewrite(const Path &path) const
{
    const Value value = at(path);
    if (!value.isString())
        return tl::unexpected(cantHold(value && value.hasName() ? nameOf(value) : std::string()));
    return set(path, value.raw());
}

} // namespace marquee::payload
