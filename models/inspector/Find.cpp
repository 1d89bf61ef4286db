// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Find.h"

#include "inspector/QueryFor.h"

#include <algorithm>
#include <cstring>

namespace marquee::inspector {

using payload::Kind;
using payload::Value;

namespace {

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// `isCalled`: XML's elements of one name have it from their list.
void find(const Value &value, bool isCalled, const Needle &needle, std::vector<std::uint32_t> &hits,
    const std::atomic<bool> &stop)
{
    std::string scratch;
    const bool isElements = value.isXml() && value.isArray();
    const bool hasName = isCalled || needle.isIn(value.name(scratch));
    bool holds = hasName;
    if (!holds && value.kind() < Kind::Array)
        holds = needle.isIn(value.isString() ? value.string(scratch) : value.raw(scratch));
    // The list of XML's elements begins where its first one does, and would be counted twice.
    if (holds && !isElements && hits.size() < MostHits)
        hits.push_back(value.begin());
    for (std::uint32_t i = 0; i < value.size() && !stop; ++i)
        find(value.at(i), isElements && hasName, needle, hits, stop);
}

} // namespace

Needle::Needle(const QString &text, bool matchCase)
    : m_needle(text.toUtf8().toStdString())
    , m_matchCase(matchCase)
{
    if (!m_matchCase)
        std::transform(m_needle.begin(), m_needle.end(), m_needle.begin(), folded);
}

bool Needle::isIn(std::string_view utf8) const
{
    if (utf8.size() < m_needle.size() || m_needle.empty())
        return false;
    if (m_matchCase)
        return utf8.find(m_needle) != std::string_view::npos;
    return std::search(utf8.begin(), utf8.end(), m_needle.begin(), m_needle.end(), [](char a, char b) {
        return folded(a) == b;
    }) != utf8.end();
}

bool Needle::isIn(const QString &text) const
{
    const QByteArray utf8 = text.toUtf8();
    return isIn(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

std::vector<std::uint32_t> findInTree(const Snapshot &snapshot, const std::vector<payload::Path> &roots,
    const Needle &needle, const std::atomic<bool> &stop)
{
    std::vector<std::uint32_t> hits;
    if (!snapshot || needle.isEmpty())
        return hits;
    const Value root = snapshot.root();
    for (const payload::Path &path : roots) {
        if (const Value value = valueAt(root, path); value && !stop)
            find(value, false, needle, hits, stop);
    }
    return hits;
}

std::vector<CellHit> findInTable(const Snapshot &snapshot, const Rows &rows, const std::vector<TableColumn> &columns,
    const std::vector<std::uint32_t> *order, const std::vector<bool> &hidden, const Needle &needle,
    const std::atomic<bool> &stop)
{
    std::vector<CellHit> hits;
    if (needle.isEmpty())
        return hits;
    const auto count = order ? static_cast<std::uint32_t>(order->size()) : rows.size();
    for (std::uint32_t row = 0; row < count && !stop && hits.size() < MostHits; ++row) {
        const Value value = rows.at(snapshot.text, order ? (*order)[row] : row);
        for (std::uint32_t column = 0; column < columns.size(); ++column) {
            if (column < hidden.size() && hidden[column])
                continue;
            const Value cell = cellOf(value, columns[column]);
            if (cell && needle.isIn(cellText(cell)))
                hits.push_back({row, column});
        }
    }
    return hits;
}

} // namespace marquee::inspector
