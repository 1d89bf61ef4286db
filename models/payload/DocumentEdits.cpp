// SPDX-License-Identifier: GPL-3.0-or-later
// How a document is edited: what an edit comes to, and doing it.
#include "payload/Document.h"

#include "payload/JsonPlan.h"
#include "payload/JsonReader.h"
#include "payload/JsonText.h"
#include "payload/TextSplice.h"
#include "payload/XmlPlan.h"
#include "payload/XmlReader.h"
#include "payload/XmlValue.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::payload {

namespace {

Error noSuchPlace(const Pointer &pointer)
{
    Error error;
    error.code = Error::Code::NotFound;
    error.message = QCoreApplication::translate("Document", "There is nothing at %1.")
                        .arg(QString::fromStdString(pointer.toString()));
    return error;
}

Error notAContainer(const Pointer &pointer)
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = QCoreApplication::translate("Document", "%1 can't hold that.")
                        .arg(QString::fromStdString(pointer.toString()));
    return error;
}

Expected<Splice> spliceOf(const Text &text, const Edit &edit)
{
    if (edit.index < 0 || edit.to < 0 || edit.index + edit.to > static_cast<std::int64_t>(text.size()))
        return tl::unexpected(noSuchPlace(edit.pointer));
    const auto begin = static_cast<std::uint32_t>(edit.index);
    std::string scratch;
    return Splice{begin, std::string(text.view(begin, begin + static_cast<std::uint32_t>(edit.to), scratch)), edit.after};
}

Path childPath(const Path &container, std::uint32_t index)
{
    Path path = container;
    path.push_back(index);
    return path;
}

} // namespace

Slot &Document::slotAt(const Path &path)
{
    Slot *slot = &m_tree.root;
    for (const std::uint32_t index : path)
        slot = &slot->child(index);
    return *slot;
}

std::uint32_t Document::beginOf(const Path &path) const
{
    return at(path).begin();
}

bool Document::changesNothing(const Edit &edit) const
{
    if (edit.kind == Edit::Kind::Whole)
        return m_text.toByteArray() == QByteArrayView(edit.after.data(), static_cast<qsizetype>(edit.after.size()));
    const Value value = find(edit.pointer);
    if (edit.kind == Edit::Kind::Rewrite)
        return value.isString() && (!value.isXml() || value.isAttribute() || isInCdata(value));
    if (edit.kind != Edit::Kind::Set)
        return edit.kind == Edit::Kind::Move && edit.index == edit.to;
    std::string scratch;
    if (value.raw(scratch) == edit.after)
        return true;
    if (!value.isString() || edit.after.size() < 2 || edit.after.front() != '"' || edit.after.back() != '"')
        return false;
    return value.string() == decodeJsonString(std::string_view(edit.after).substr(1, edit.after.size() - 2));
}

Expected<std::vector<Operation>> Document::plan(const Edit &edit)
{
    if (edit.kind == Edit::Kind::Whole || edit.kind == Edit::Kind::Text) {
        auto splice = edit.kind == Edit::Kind::Whole ? difference(m_text, edit.after) : spliceOf(m_text, edit);
        if (!splice)
            return tl::unexpected(splice.error());
        Operation operation;
        operation.place.kind = ChangedPlace::Kind::Whole;
        operation.splice = *std::move(splice);
        return std::vector{std::move(operation)};
    }
    const auto path = pathOf(edit.pointer);
    if (!path)
        return tl::unexpected(noSuchPlace(edit.pointer));
    if (isXml())
        return planInXml(edit, *path);
    if (edit.kind == Edit::Kind::Rewrite)
        return tl::unexpected(notAContainer(edit.pointer));
    if (edit.kind == Edit::Kind::Set || edit.kind == Edit::Kind::Insert) {
        // Read before it is laid out, which takes for granted that it is JSON.
        Tree scratch;
        if (const auto read = readJsonValue(edit.after, scratch, 1); !read)
            return tl::unexpected(read.error());
    }
    if (edit.kind == Edit::Kind::Insert || edit.kind == Edit::Kind::Move)
        return planContainerEdit(edit, *path);

    Operation operation;
    if (edit.kind == Edit::Kind::Remove && path->isEmpty())
        return tl::unexpected(notAContainer(edit.pointer));
    Path container = *path;
    if (!container.isEmpty())
        container.pop_back();
    if (edit.kind == Edit::Kind::Set)
        operation = planSet(at(*path), edit.after, m_style);
    else
        operation = planRemove(at(container), path->back());
    operation.place.container = container;
    operation.place.index = path->isEmpty() ? 0 : path->back();
    operation.place.root = path->isEmpty();
    return std::vector{operation};
}

Expected<std::vector<Operation>> Document::planContainerEdit(const Edit &edit, const Path &path)
{
    const Value container = at(path);
    const auto count = static_cast<std::int64_t>(container.size());
    if (edit.kind == Edit::Kind::Insert) {
        const std::int64_t index = edit.index == Edit::AtEnd ? count : edit.index;
        if (!(container.isObject() || (container.isArray() && edit.name.empty())) || index < 0 || index > count)
            return tl::unexpected(notAContainer(edit.pointer));
        Operation operation
            = planInsert(container, static_cast<std::uint32_t>(index), edit.name, edit.after, m_style);
        operation.place.container = path;
        return std::vector{operation};
    }
    if (edit.index < 0 || edit.index >= count || edit.to < 0 || edit.to >= count)
        return tl::unexpected(noSuchPlace(edit.pointer));
    // The child is taken out and put back, so that commas and line breaks stay where they belong. The second half is
    // planned when the first is done: see apply().
    Operation operation = planRemove(container, static_cast<std::uint32_t>(edit.index));
    operation.place.container = path;
    return std::vector{operation};
}

Expected<std::vector<Operation>> Document::planInXml(const Edit &edit, const Path &path) const
{
    const XmlPlan plan(root(), m_xmlStyle);
    const auto count = static_cast<std::int64_t>(at(path).size());
    const auto one = [](Expected<Operation> operation) -> Expected<std::vector<Operation>> {
        if (!operation)
            return tl::unexpected(operation.error());
        return std::vector{*std::move(operation)};
    };
    switch (edit.kind) {
    case Edit::Kind::Insert: {
        const std::int64_t index = edit.index == Edit::AtEnd ? count : edit.index;
        if (index < 0 || index > count)
            return tl::unexpected(notAContainer(edit.pointer));
        return one(plan.insert(path, static_cast<std::uint32_t>(index), edit.name, edit.after));
    }
    case Edit::Kind::Move:
        if (edit.index < 0 || edit.index >= count || edit.to < 0 || edit.to >= count)
            return tl::unexpected(noSuchPlace(edit.pointer));
        return plan.move(path, static_cast<std::uint32_t>(edit.index), static_cast<std::uint32_t>(edit.to));
    case Edit::Kind::Remove:
        return one(plan.remove(path));
    case Edit::Kind::Rewrite:
        return one(plan.rewrite(path));
    default:
        return one(plan.set(path, edit.after));
    }
}

/// The second half of a move in JSON: what was taken out, at its new place.
Expected<Operation> Document::putBack(const Edit &move, const Operation &taken) const
{
    std::string name;
    if (taken.nameBack > 0) {
        const std::string_view written = std::string_view(taken.splice.removed).substr(taken.valueAt - taken.nameBack + 1);
        name = decodeJsonString(written.substr(0, taken.nameLength));
    }
    Operation back = planInsert(at(taken.place.container), static_cast<std::uint32_t>(move.to), name,
        std::string_view(taken.splice.removed).substr(taken.valueAt, taken.valueLength), m_style);
    back.place.container = taken.place.container;
    return back;
}

void Document::shift(const Path &path, std::int64_t delta)
{
    if (delta == 0)
        return;
    const auto moved = [delta](std::uint32_t value) { return static_cast<std::uint32_t>(value + delta); };
    Slot *slot = &m_tree.root;
    slot->length = moved(slot->length);
    for (const std::uint32_t index : path) {
        Slot *items = slot->children->items();
        for (std::uint32_t i = index + 1; i < slot->children->count; ++i)
            items[i].offset = moved(items[i].offset);
        slot = &items[index];
        slot->length = moved(slot->length);
    }
}

void Document::shiftOddities(const Splice &splice)
{
    const auto end = static_cast<std::uint32_t>(splice.offset + splice.removed.size());
    std::erase_if(m_oddities, [&](const Oddity &o) { return o.begin >= splice.offset && o.begin < end; });
    const auto delta = static_cast<std::int64_t>(splice.inserted.size()) - static_cast<std::int64_t>(splice.removed.size());
    for (Oddity &oddity : m_oddities) {
        if (oddity.begin >= end) {
            oddity.begin = static_cast<std::uint32_t>(oddity.begin + delta);
            oddity.end = static_cast<std::uint32_t>(oddity.end + delta);
        }
    }
}

/// The tree that lies over the text, anew.
Expected<void> Document::readAgain()
{
    const QByteArray bytes = m_text.toByteArray();
    auto tree = readTree({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!tree)
        return tl::unexpected(tree.error());
    m_text = Text(bytes);
    m_tree = std::move(tree->tree);
    m_oddities = std::move(tree->oddities);
    findStyle();
    return {};
}

/// What an operation brings, read before it is done.
Expected<Slot> Document::readFresh(const Operation &operation)
{
    const ChangedPlace &place = operation.place;
    const bool isSet = place.kind == ChangedPlace::Kind::Set;
    const std::string_view text = isSet
        ? std::string_view(operation.splice.inserted)
        : std::string_view(operation.splice.inserted).substr(operation.valueAt, operation.valueLength);
    if (!isXml())
        return readJsonValue(text, m_tree, static_cast<int>(place.container.size()) + (place.root ? 1 : 2));
    int level = 1;
    Value value = root();
    for (const std::uint32_t index : place.container) {
        value = value.at(index);
        level += value.isObject() ? 1 : 0;
    }
    const std::uint8_t flags = isSet ? value.at(place.index).slot()->flags : operation.flags;
    std::string outer;
    XmlPart part;
    part.kind = (flags & Slot::Attribute) != 0 ? XmlPart::Kind::Attribute
        : (flags & Slot::Inner) != 0           ? XmlPart::Kind::Inner
        : (flags & Slot::Item) != 0            ? XmlPart::Kind::Item
                                               : XmlPart::Kind::Elements;
    if (part.kind == XmlPart::Kind::Elements && !place.container.isEmpty())
        part.outer = xmlName(value, outer);
    return readXmlPart(text, part, m_tree, level);
}

Expected<bool> Document::perform(const Operation &operation)
{
    const ChangedPlace &place = operation.place;
    if (place.kind == ChangedPlace::Kind::Whole) {
        const Text before = m_text;
        m_text.replace(operation.splice.offset, static_cast<std::uint32_t>(operation.splice.removed.size()), operation.splice.inserted);
        if (auto done = readAgain(); !done) {
            m_text = before;
            return tl::unexpected(done.error());
        }
        return true;
    }
    const Splice &splice = operation.splice;
    const auto removed = static_cast<std::uint32_t>(splice.removed.size());
    const auto delta = static_cast<std::int64_t>(splice.inserted.size()) - static_cast<std::int64_t>(removed);

    Slot fresh;
    if (place.kind != ChangedPlace::Kind::Remove) {
        auto read = readFresh(operation);
        if (!read)
            return tl::unexpected(read.error());
        fresh = *read;
    }
    m_text.replace(splice.offset, removed, splice.inserted);
    shiftOddities(splice);

    if (place.kind == ChangedPlace::Kind::Set) {
        const Path path = place.root ? Path() : childPath(place.container, place.index);
        shift(path, delta);
        Slot &slot = slotAt(path);
        slot.length = fresh.length;
        slot.kind = fresh.kind;
        slot.flags = static_cast<std::uint8_t>((slot.flags & Slot::NameEscapes) | fresh.flags);
        slot.children = fresh.children;
        if (fresh.isXml())
            slot.nameLength = fresh.nameLength;
        return true;
    }

    const std::uint32_t containerBegin = beginOf(place.container);
    shift(place.container, delta);
    Slot &container = slotAt(place.container);
    std::uint32_t behind = place.index;
    if (place.kind == ChangedPlace::Kind::Insert) {
        Slot &slot = m_tree.insert(container, place.index);
        slot = fresh;
        slot.offset = splice.offset + operation.valueAt - containerBegin;
        if (!fresh.isXml()) {
            slot.nameBack = operation.nameBack;
            slot.nameLength = operation.nameLength;
            slot.flags = static_cast<std::uint8_t>(slot.flags | operation.flags);
        }
        ++behind;
    } else {
        m_tree.remove(container, place.index);
    }
    for (std::uint32_t i = behind; i < container.count(); ++i)
        container.child(i).offset = static_cast<std::uint32_t>(container.child(i).offset + delta);
    return true;
}

Expected<bool> Document::apply(const Edit &edit, const EditOptions &options)
{
    return apply(std::span(&edit, 1), options);
}

Expected<bool> Document::apply(std::span<const Edit> edits, const EditOptions &options)
{
    std::vector<Operation> done;
    std::vector<Edit> kept;
    const auto giveUp = [&](Error error) -> Expected<bool> {
        for (auto it = done.rbegin(); it != done.rend(); ++it)
            perform(it->opposite());
        return tl::unexpected(std::move(error));
    };
    for (const Edit &edit : edits) {
        if (changesNothing(edit))
            continue;
        auto operations = plan(edit);
        if (!operations)
            return giveUp(operations.error());
        Edit record = edit;
        if (edit.kind == Edit::Kind::Set || edit.kind == Edit::Kind::Remove)
            record.before = find(edit.pointer).raw();
        else if (edit.kind == Edit::Kind::Whole || edit.kind == Edit::Kind::Text)
            record = Edit::text(operations->front().splice);
        for (const Operation &operation : *operations) {
            if (auto ok = perform(operation); !ok)
                return giveUp(ok.error());
            done.push_back(operation);
        }
        if (edit.kind == Edit::Kind::Move && !isXml()) {
            // Planned now that the first half is done.
            auto back = putBack(edit, done.back());
            if (!back)
                return giveUp(back.error());
            if (auto ok = perform(*back); !ok)
                return giveUp(ok.error());
            done.push_back(*std::move(back));
        }
        kept.push_back(std::move(record));
    }
    if (done.empty())
        return false;
    const std::vector<Operation> told = done;
    remember(std::move(done), std::move(kept), options);
    tell(told);
    return true;
}

} // namespace marquee::payload
