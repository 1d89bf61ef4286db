// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/InventoryFilter.h"

#include "inventory/Inventory.h"
#include "inventory/Order.h"
#include "timeline/Move.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace marquee::inventory {

namespace {

/// Says of a text whether it fits; each text is looked at once.
class TextTest
{
public:
    TextTest(const Texts &texts, std::function<bool(TextId)> fits)
        : m_fits(std::move(fits))
        , m_known(texts.size(), Unknown)
    {
    }

    bool operator()(TextId id)
    {
        std::uint8_t &known = m_known[id];
        if (known == Unknown)
            known = m_fits(id) ? Yes : No;
        return known == Yes;
    }

private:
    enum : std::uint8_t
    {
        Unknown,
        No,
        Yes
    };
    std::function<bool(TextId)> m_fits;
    std::vector<std::uint8_t> m_known;
};

TextTest holding(const Texts &texts, const QString &word)
{
    return TextTest(texts, [&texts, needle = folded(word.toStdString())](TextId id) {
        return texts.searched(id).find(needle) != std::string::npos;
    });
}

TextTest saying(const Texts &texts, const QString &value)
{
    return TextTest(texts, [&texts, wanted = value.toStdString()](TextId id) { return texts.shown(id) == wanted; });
}

/// Calls `use` with each code of a territory.
void forEachCode(const Texts &texts, TextId id, const std::function<void(std::string_view)> &use)
{
    std::string_view codes = texts.other(id);
    while (true) {
        const std::size_t end = codes.find(BetweenCodes);
        use(codes.substr(0, end));
        if (end == std::string_view::npos)
            return;
        codes.remove_prefix(end + 1);
    }
}

TextTest naming(const Texts &texts, const QString &code)
{
    return TextTest(texts, [&texts, wanted = code.toStdString()](TextId id) {
        bool isNamed = false;
        forEachCode(texts, id, [&](std::string_view one) { isNamed = isNamed || one == wanted; });
        return isNamed;
    });
}

/// All that is wanted of a window, ready for many.
class Test
{
public:
    Test(const Inventory &inventory, const Criteria &criteria)
        : m_criteria(criteria)
    {
        const Texts &texts = inventory.texts();
        for (const QString &word : criteria.anywhere.split(u' ', Qt::SkipEmptyParts))
            m_anywhere.push_back(holding(texts, word));
        for (const Column column : allColumns) {
            for (const QString &word : criteria.in(column).split(u' ', Qt::SkipEmptyParts)) {
                if (column != Column::Problems)
                    m_columns.emplace_back(column, holding(texts, word));
            }
        }
        if (criteria.licence)
            m_columns.emplace_back(Column::Licence, saying(texts, *criteria.licence));
        if (criteria.territory)
            m_columns.emplace_back(Column::Territory, naming(texts, *criteria.territory));
        if (criteria.format)
            m_columns.emplace_back(Column::Format, saying(texts, *criteria.format));
    }

    bool fits(const Listed &listed, const Record &record)
    {
        const bool isOpen = !m_criteria.openOn
            || (record.start < *m_criteria.openOn + timeline::Day && record.end > *m_criteria.openOn);
        const bool hasProblems = m_criteria.problems == Criteria::Problems::Any || record.errors > 0
            || (m_criteria.problems == Criteria::Problems::Some && record.warnings + record.hints > 0);
        if (!isOpen || !hasProblems)
            return false;
        for (auto &[column, test] : m_columns) {
            const TextId text = column == Column::Document ? listed.name
                : column == Column::Title                  ? listed.title
                                                           : record.text(column);
            if (!test(text))
                return false;
        }
        return std::all_of(m_anywhere.begin(), m_anywhere.end(), [&](TextTest &test) {
            return test(listed.name) || test(listed.title)
                || std::any_of(record.texts.begin(), record.texts.end(), [&test](TextId text) { return test(text); });
        });
    }

private:
    const Criteria &m_criteria;
    std::vector<TextTest> m_anywhere; ///< by word
    std::vector<std::pair<Column, TextTest>> m_columns;
};

} // namespace

void InventoryFilter::setCriteria(const Criteria &criteria)
{
    if (criteria == m_criteria)
        return;
    m_criteria = criteria;
    m_isFiltered = false;
}

void InventoryFilter::setOrder(std::optional<Column> column, bool isDescending)
{
    if (column == m_order && isDescending == m_descending)
        return;
    m_order = column;
    m_descending = isDescending;
    m_isOrdered = m_isFiltered = false;
}

/// All rows, in order.
void InventoryFilter::follow()
{
    if (std::exchange(m_revision, m_inventory.revision()) != m_inventory.revision())
        m_isOrdered = m_isFiltered = false;
    if (std::exchange(m_isOrdered, true))
        return;
    m_all.clear();
    m_all.reserve(m_inventory.windowCount());
    const auto &documents = m_inventory.documents();
    for (std::uint32_t d = 0; d < documents.size(); ++d) {
        for (std::uint32_t w = 0; w < documents[d]->windows.size(); ++w)
            m_all.push_back({d, w});
    }
    if (m_order)
        m_all = ordered(m_inventory, std::move(m_all), *m_order, m_descending);
}

void InventoryFilter::filter()
{
    follow();
    if (std::exchange(m_isFiltered, true))
        return;
    m_rows.clear();
    m_documents = 0;
    Test test(m_inventory, m_criteria);
    const auto &documents = m_inventory.documents();
    std::vector<bool> met(documents.size(), false);
    for (const Row row : m_all) {
        const Listed &listed = *documents[row.document];
        if (!test.fits(listed, listed.windows[row.window]))
            continue;
        m_rows.push_back(row);
        if (!met[row.document]) {
            met[row.document] = true;
            ++m_documents;
        }
    }
}

const std::vector<Row> &InventoryFilter::rows()
{
    filter();
    return m_rows;
}

std::uint32_t InventoryFilter::documents()
{
    filter();
    return m_documents;
}

std::vector<Choice> InventoryFilter::choices(Column column) const
{
    const Texts &texts = m_inventory.texts();
    std::vector<int> counts(texts.size(), 0);
    for (const auto &listed : m_inventory.documents()) {
        for (const Record &record : listed->windows)
            ++counts[record.text(column)];
    }
    std::unordered_map<std::string, int> values;
    for (TextId id = 0; id < counts.size(); ++id) {
        if (counts[id] == 0)
            continue;
        if (column == Column::Territory)
            forEachCode(texts, id, [&](std::string_view code) { values[std::string(code)] += counts[id]; });
        else
            values[texts.shown(id)] += counts[id];
    }
    std::vector<Choice> choices;
    for (const auto &[value, windows] : values)
        choices.push_back({QString::fromStdString(value), windows});
    std::sort(choices.begin(), choices.end(), [](const Choice &left, const Choice &right) {
        return left.windows != right.windows ? left.windows > right.windows : left.value < right.value;
    });
    return choices;
}

} // namespace marquee::inventory
