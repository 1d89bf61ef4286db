// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "masks/Mask.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace marquee::masks {

/// Who stands for whom. Values are registered in the order of the text, then `settle` is called once, then they are
/// asked for.
class StandIns
{
public:
    /// Blanks around a value don't count. A number as it is written. Nothing happens for empty texts.
    void add(Category category, const QString &value, const payload::Pointer &place);
    /// Numbers get their stand-ins when all of them are known: they keep their order.
    void settle();

    /// What stands for a value, with the blanks around it; nothing where it isn't masked as that. Counts.
    std::optional<QString> take(Category category, const QString &value);
    /// An address gets its stand-in when it is met.
    QString address(const QString &url, const payload::Pointer &place);
    void count(std::size_t number) { ++m_table[number].count; }

    const std::vector<Replacement> &table() const { return m_table; }
    std::vector<Replacement> takeTable() { return std::move(m_table); }

private:
    QString made(Category category, const QString &value);
    QString shapedId(const QString &value);
    QString eidr(const QString &value);
    int next(Category category) { return ++m_numbers[static_cast<std::size_t>(category)]; }

    QHash<QString, std::size_t> m_places; ///< into the table, by category and value
    std::vector<Replacement> m_table;
    int m_numbers[7] = {};
    int m_companies = 0;
    QSet<QString> m_ids; ///< that are taken
};

/// A value is an absolute address of the web.
bool isAddress(const QString &text);
/// A value is a number, as JSON writes it.
bool isNumber(const QString &text);

} // namespace marquee::masks
