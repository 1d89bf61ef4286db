// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/QueryFor.h"

#include "query/Query.h"

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using payload::Path;
using payload::Value;

namespace {

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

QString queryFor(const Value &root, const Path &path)
{
    return root.isXml() ? xPath(root, path) : query::normalizedPath(root, path);
}

} // namespace marquee::inspector
