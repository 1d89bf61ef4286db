// SPDX-License-Identifier: GPL-3.0-or-later
#include "masks/Occurrences.h"

#include <algorithm>

namespace marquee::masks {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShortestTitle = 4; ///< letters and digits
constexpr qsizetype ShortestJoined = 6;
constexpr qsizetype ShortestNumber = 6;

QString keyOf(const std::vector<Word> &words, std::size_t from, std::size_t count)
{
    QString key = words[from].folded;
    for (std::size_t i = 1; i < count; ++i)
        key += u' ' + words[from + i].folded;
    return key;
}

bool isLongEnough(const std::vector<Word> &words, bool loose)
{
    qsizetype size = 0;
    bool hasLetter = false;
    for (const Word &word : words) {
        size += word.folded.size();
        hasLetter = hasLetter || word.folded.front().isLetter();
    }
    if (!hasLetter)
        return size >= ShortestNumber;
    return size >= ShortestTitle && (loose || words.size() > 1 || size >= 2 * ShortestTitle);
}

/// "Title 1" as what it stands for is written: TITLE_1, title-1, Title%201.
QString shaped(const QString &standIn, QStringView written, const QString &text, const QString &between)
{
    QString words = standIn;
    const bool isUpper = written.toString().toUpper() == written && written.toString().toLower() != written;
    const bool isLower = written.toString().toLower() == written && written.toString().toUpper() != written;
    if (isUpper)
        words = words.toUpper();
    else if (isLower)
        words = words.toLower();
    const bool hasBlanks = text.contains(u' ');
    const QString sign = between == u" "_s || (between.isNull() && hasBlanks) ? u" "_s
        : between.isNull()                                                    ? u"-"_s
                                                                              : between;
    return words.replace(u' ', sign.size() <= 3 ? sign : u" "_s);
}

} // namespace

void Occurrences::add(const QString &key, int words, std::size_t entry)
{
    m_byKey[key].push_back(entry);
    m_lengths[key.left(key.indexOf(u' ') < 0 ? key.size() : key.indexOf(u' '))] |= 1u << words;
}

void Occurrences::add(const QString &value, const QString &standIn, bool loose, std::size_t number)
{
    const auto words = wordsOf(value);
    if (words.empty() || words.size() > MostWords || !isLongEnough(words, loose))
        return;
    const qsizetype begin = words.front().begin;
    m_values.push_back({value.mid(begin, words.back().end - begin), standIn, loose, number});
    const std::size_t entry = m_values.size() - 1;
    add(keyOf(words, 0, words.size()), static_cast<int>(words.size()), entry);
    if (!loose || words.size() < 2)
        return;
    QString joined;
    for (const Word &word : words)
        joined += word.folded;
    const auto asOne = wordsOf(joined); // digits stay a word of their own
    if (joined.size() >= ShortestJoined && asOne.size() < words.size())
        add(keyOf(asOne, 0, asOne.size()), static_cast<int>(asOne.size()), entry);
}

/// The longest that begins at a word.
const Occurrences::Entry *Occurrences::entryAt(
    const std::vector<Word> &words, std::size_t at, const QString &text, std::size_t &length) const
{
    const quint32 lengths = m_lengths.value(words[at].folded);
    for (std::size_t count = std::min<std::size_t>(MostWords, words.size() - at); lengths != 0 && count > 0; --count) {
        if ((lengths & (1u << count)) == 0)
            continue;
        const auto found = m_byKey.constFind(keyOf(words, at, count));
        if (found == m_byKey.constEnd())
            continue;
        const qsizetype begin = words[at].begin;
        const QStringView written = QStringView(text).mid(begin, words[at + count - 1].end - begin);
        for (const std::size_t entry : *found) {
            if (m_values[entry].loose || m_values[entry].core == written) {
                length = count;
                return &m_values[entry];
            }
        }
    }
    return nullptr;
}

QString Occurrences::replaceIn(const QString &text, const std::function<void(std::size_t number)> &found) const
{
    if (isEmpty() || text.isEmpty())
        return text;
    const auto words = wordsOf(text);
    QString result;
    qsizetype done = 0;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t count = 0;
        const Entry *entry = entryAt(words, at, text, count);
        if (!entry) {
            ++at;
            continue;
        }
        const qsizetype begin = words[at].begin;
        const qsizetype end = words[at + count - 1].end;
        const QStringView written = QStringView(text).mid(begin, end - begin);
        result += QStringView(text).mid(done, begin - done);
        QString between; // null: one word alone
        if (count > 1) {
            const qsizetype from = words[at].end;
            between = text.mid(from, words[at + 1].begin - from);
            if (between.isNull())
                between = u""_s;
        }
        result
            += entry->loose && entry->core != written ? shaped(entry->standIn, written, text, between) : entry->standIn;
        found(entry->number);
        done = end;
        at += count;
    }
    return done == 0 ? text : QString(result + QStringView(text).mid(done));
}

} // namespace marquee::masks
