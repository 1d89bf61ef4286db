// SPDX-License-Identifier: GPL-3.0-or-later
#include "masks/Words.h"

namespace marquee::masks {

namespace {

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

QString folded(QStringView word)
{
    QString plain;
    for (const QChar c : word.toString().normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            plain += c.toLower();
    }
    return plain;
}

/// Whether a word ends between two letters or digits that follow each other.
bool isBoundary(QChar before, QChar after)
{
    return before.isDigit() != after.isDigit() || (before.isLower() && after.isUpper());
}

} // namespace

QStringList nameWords(std::string_view name)
{
    QStringList words;
    for (const Word &word : wordsOf(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))))
        words << word.folded;
    return words;
}

std::vector<Word> wordsOf(QStringView text)
{
    std::vector<Word> words;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at] == u'%' && at + 2 < text.size() && isHex(text[at + 1]) && isHex(text[at + 2])) {
            at += 3;
            continue;
        }
        if (!text[at].isLetterOrNumber()) {
            ++at;
            continue;
        }
        const qsizetype begin = at++;
        while (at < text.size() && (text[at].isLetterOrNumber() || text[at].isMark())
            && (text[at].isMark() || !isBoundary(text[at - 1], text[at])))
            ++at;
        words.push_back({begin, at, folded(text.mid(begin, at - begin))});
    }
    return words;
}

} // namespace marquee::masks
