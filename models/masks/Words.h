// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string_view>
#include <vector>

namespace marquee::masks {

/// The words of a member's name, in small letters: "_TransactionID" is "transaction", "id".
QStringList nameWords(std::string_view name);

/// One word of a text: a run of letters or of digits; "NightFerry" is two.
struct Word
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString folded; ///< in small letters, without accents
};
/// The words of a text. Percent signs with two hexadecimal digits stand between words.
std::vector<Word> wordsOf(QStringView text);

} // namespace marquee::masks
