// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "masks/Words.h"

#include <QHash>
#include <QString>

#include <functional>
#include <vector>

namespace marquee::masks {

/// Finds masked values inside other texts, in time that grows with the text, however many values there are.
class Occurrences
{
public:
    /// Values of more words aren't looked for.
    static constexpr int MostWords = 24;

    /// `loose`: also in other letter case, with other signs between its words or with none: night-ferry, NightFerry.
    /// Values that are too short to tell from common words are left out.
    void add(const QString &value, const QString &standIn, bool loose, std::size_t number);
    bool isEmpty() const { return m_values.empty(); }

    /// The text with each of them replaced; `found` hears which, by their numbers.
    QString replaceIn(const QString &text, const std::function<void(std::size_t number)> &found) const;

private:
    struct Entry
    {
        QString core; ///< from its first word to its last
        QString standIn;
        bool loose = false;
        std::size_t number = 0;
    };
    void add(const QString &key, int words, std::size_t entry);
    const Entry *entryAt(
        const std::vector<Word> &words, std::size_t at, const QString &text, std::size_t &length) const;

    std::vector<Entry> m_values;
    QHash<QString, std::vector<std::size_t>> m_byKey; ///< by their words, with blanks between
    QHash<QString, quint32> m_lengths; ///< by the first word: a bit for each number of words
};

} // namespace marquee::masks
