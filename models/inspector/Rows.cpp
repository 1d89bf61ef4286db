// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Rows.h"

#include "inspector/Cells.h"
#include "inspector/QueryFor.h"

#include <QStringList>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <unordered_map>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using payload::Kind;
using payload::Path;
using payload::Value;

namespace {

constexpr std::uint32_t RowsLookedAt = 20'000;
constexpr std::size_t MostLists = 100;
constexpr int DeepestColumn = 4;
constexpr std::uint32_t MostMembers = 400; ///< of one object that are looked at
constexpr qsizetype LongestKey = 200;

QString placeWords(const Value &root, const Path &path)
{
    QStringList parts;
    Value value = root;
    for (const std::uint32_t index : path) {
        const Value child = value.at(index);
        parts << nameWords(child, value, index);
        value = child;
    }
    return parts.isEmpty() ? u"$"_s : parts.join(u" › "_s);
}

void collectLists(const Value &value, Path &path, std::vector<TableList> &lists, const std::atomic<bool> &stop)
{
    if (value.isArray() && value.size() > 0) {
        const Value first = value.at(0);
        lists.push_back({path, {}, value.size(), first.isObject()});
    }
    for (std::uint32_t i = 0; i < value.size() && !stop; ++i) {
        const Value child = value.at(i);
        if (child.kind() < Kind::Array || child.size() == 0)
            continue;
        path.push_back(i);
        collectLists(child, path, lists, stop);
        path.pop_back();
    }
}

bool isBetter(const TableList &left, const TableList &right)
{
    if (left.hasObjects != right.hasObjects)
        return left.hasObjects;
    return left.rows > right.rows;
}

/// Gathers columns as rows go by.
class Columns
{
public:
    void add(const Value &row)
    {
        m_names.clear();
        take(row, 0);
    }
    std::vector<TableColumn> done()
    {
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            m_columns[i].isNumber = m_numbers[i];
        return std::move(m_columns);
    }

private:
    void take(const Value &value, int depth)
    {
        if (value.isObject() && depth < DeepestColumn) {
            std::string scratch;
            const std::uint32_t count = std::min(value.size(), MostMembers);
            for (std::uint32_t i = 0; i < count; ++i) {
                const Value child = value.at(i);
                m_names.emplace_back(child.name(scratch));
                take(child, depth + 1);
                m_names.pop_back();
            }
            if (count > 0)
                return;
        }
        std::string key;
        for (const std::string &name : m_names)
            key.append(name).push_back('\0');
        const auto [found, isNew] = m_places.try_emplace(key, m_columns.size());
        if (isNew) {
            if (m_columns.size() == MostColumns) {
                m_places.erase(found);
                return;
            }
            QStringList titles;
            for (const std::string &name : m_names)
                titles << QString::fromStdString(name).left(80);
            m_columns.push_back({m_names, titles.join(u'.'), 0, false});
            m_numbers.push_back(true);
        }
        ++m_columns[found->second].filled;
        m_numbers[found->second] = m_numbers[found->second] && value.isNumber();
    }

    std::vector<std::string> m_names;
    std::unordered_map<std::string, std::size_t> m_places;
    std::vector<TableColumn> m_columns;
    std::vector<bool> m_numbers;
};

/// What a cell is sorted by.
struct Key
{
    enum Rank : std::uint8_t
    {
        Number,
        Words,
        NotThere
    };
    Rank rank = NotThere;
    double number = 0;
    QString words;
};

Key keyOf(const Value &cell)
{
    Key key;
    if (!cell)
        return key;
    std::string scratch;
    // Texts that are numbers are sorted as such: prices and XML's values are written like that.
    const std::string_view text = cell.slot()->length > 64 ? std::string_view()
        : cell.isNumber()                                  ? cell.raw(scratch)
        : cell.isString()                                  ? cell.string(scratch)
                                                           : std::string_view();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), key.number);
    if (!text.empty() && error == std::errc() && end == text.data() + text.size()) {
        key.rank = Key::Number;
        return key;
    }
    key.rank = Key::Words;
    key.words = cellText(cell).left(LongestKey).toCaseFolded();
    return key;
}

void sortBy(const Snapshot &snapshot, const Rows &rows, const TableColumn &column, bool isDescending,
    std::vector<std::uint32_t> &order, const std::atomic<bool> &stop)
{
    std::vector<Key> keys(rows.size());
    for (const std::uint32_t row : order) {
        if (stop)
            return;
        keys[row] = keyOf(cellOf(rows.at(snapshot.text, row), column));
    }
    std::stable_sort(order.begin(), order.end(), [&keys, isDescending](std::uint32_t a, std::uint32_t b) {
        const Key &left = keys[a];
        const Key &right = keys[b];
        if (left.rank != right.rank) {
            if (left.rank == Key::NotThere || right.rank == Key::NotThere)
                return right.rank == Key::NotThere;
            return isDescending ? left.rank > right.rank : left.rank < right.rank;
        }
        if (left.rank == Key::Number)
            return isDescending ? left.number > right.number : left.number < right.number;
        return isDescending ? left.words > right.words : left.words < right.words;
    });
}

bool holds(const Value &row, const std::vector<TableColumn> &columns, const QString &words)
{
    return std::any_of(columns.begin(), columns.end(), [&](const TableColumn &column) {
        const Value cell = cellOf(row, column);
        return cell && cellText(cell).contains(words, Qt::CaseInsensitive);
    });
}

} // namespace

Rows Rows::itemsOf(const Snapshot &snapshot, const Path &list)
{
    Rows rows;
    const Value value = valueAt(snapshot.root(), list);
    if (value.isArray()) {
        rows.m_list = value.slot();
        rows.m_begin = value.begin();
        rows.m_path = list;
    }
    return rows;
}

Rows Rows::picked(const Snapshot &snapshot, const std::vector<Path> &paths)
{
    const Value root = snapshot.root();
    if (paths.size() == 1 && valueAt(root, paths.front()).isArray())
        return itemsOf(snapshot, paths.front());
    Rows rows;
    for (const Path &path : paths) {
        const Value value = valueAt(root, path);
        if (value.isObject())
            rows.m_picks.push_back({value.slot(), value.begin(), path});
    }
    return rows;
}

Value Rows::at(const payload::Text &text, std::uint32_t row) const
{
    if (row >= size())
        return {};
    if (m_list)
        return {text, m_list->child(row), m_begin + m_list->child(row).offset};
    return {text, *m_picks[row].slot, m_picks[row].begin};
}

Path Rows::pathOf(std::uint32_t row) const
{
    if (row >= size())
        return {};
    if (!m_list)
        return m_picks[row].path;
    Path path = m_path;
    path.push_back(row);
    return path;
}

std::vector<TableList> listsOf(const Snapshot &snapshot, const std::atomic<bool> &stop)
{
    std::vector<TableList> lists;
    Path path;
    const Value root = snapshot.root();
    if (!root)
        return lists;
    collectLists(root, path, lists, stop);
    std::stable_sort(lists.begin(), lists.end(), isBetter);
    if (lists.size() > MostLists)
        lists.resize(MostLists);
    for (TableList &list : lists)
        list.place = placeWords(root, list.path);
    return lists;
}

std::vector<TableColumn> columnsOf(const Snapshot &snapshot, const Rows &rows, const std::atomic<bool> &stop)
{
    Columns columns;
    const std::uint32_t looked = std::min(rows.size(), RowsLookedAt);
    for (std::uint32_t i = 0; i < looked && !stop; ++i) {
        const auto row = static_cast<std::uint32_t>(std::uint64_t(i) * rows.size() / looked);
        columns.add(rows.at(snapshot.text, row));
    }
    return columns.done();
}

Value cellOf(const Value &row, const TableColumn &column)
{
    Value value = row;
    for (const std::string &name : column.names)
        value = value.member(name);
    // A row that is no object, in a table of objects, is its own only cell.
    return column.names.empty() && row.isObject() && row.size() > 0 ? Value() : value;
}

QString cellText(const Value &cell)
{
    return valueWords(cell);
}

std::vector<std::uint32_t> orderOf(const Snapshot &snapshot, const Rows &rows, const std::vector<TableColumn> &columns,
    const TableWish &wish, const std::atomic<bool> &stop)
{
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    if (!wish.words.isEmpty()) {
        std::erase_if(order,
            [&](std::uint32_t row) { return !stop && !holds(rows.at(snapshot.text, row), columns, wish.words); });
    }
    if (wish.column >= 0 && static_cast<std::size_t>(wish.column) < columns.size() && !stop)
        sortBy(snapshot, rows, columns[static_cast<std::size_t>(wish.column)], wish.isDescending, order, stop);
    return order;
}

} // namespace marquee::inspector
