// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "payload/Operation.h"
#include "payload/Value.h"
#include "payload/XmlLayout.h"

#include <string_view>
#include <vector>

namespace marquee::payload {

/// How XML is spliced so that everything around the edit stays as it was: the counterpart of JsonPlan. An operation comes with its
/// place set. Where an edit makes an element another kind of value (the first attribute of a text, the last entry of a list), the
/// operation sets the element around it; where elements would grow together, it is one of the whole text. Errors: Invalid for what
/// can't be there.
class XmlPlan
{
public:
    XmlPlan(const Value &root, const XmlStyle &style)
        : m_root(root)
        , m_style(style)
    {
    }

    Expected<Operation> set(const Path &path, std::string_view json) const;
    /// A new child of a container: called `name` in an object; attributes stand before everything else. A name that stands already
    /// gets one more element beside it.
    Expected<Operation> insert(const Path &container, std::uint32_t index, std::string_view name, std::string_view json) const;
    Expected<Operation> remove(const Path &path) const;
    /// The child at `from` to `to`: one operation, or two that follow each other.
    Expected<std::vector<Operation>> move(const Path &container, std::uint32_t from, std::uint32_t to) const;
    /// The text of a leaf as a new one is written: in CDATA, where its type is String.
    Expected<Operation> rewrite(const Path &path) const;

private:
    Value at(const Path &path) const;
    Operation rewritten(const Path &path, std::uint32_t begin, std::uint32_t end, std::string_view with) const;
    Operation wholeText(std::uint32_t begin, std::uint32_t end, std::string_view with) const;
    Expected<Operation> insertAttribute(const Path &object, std::uint32_t index, std::string_view name, std::string_view json) const;
    Expected<Operation> insertElement(const Path &object, std::uint32_t index, std::string_view name, std::string_view json) const;
    Expected<Operation> insertItem(const Path &array, std::uint32_t index, std::string_view json) const;
    Expected<Operation> fill(const Path &element, std::string_view name, std::string_view json) const;
    Expected<Operation> setLeaf(const Path &path, const Value &json) const;
    Operation removeElement(const Path &path) const;
    Operation removeItem(const Path &path) const;
    Expected<std::vector<Operation>> moveItem(const Path &array, std::uint32_t from, std::uint32_t to) const;

    Value m_root;
    const XmlStyle &m_style;
};

} // namespace marquee::payload
