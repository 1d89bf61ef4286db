// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/LanguageTags.h"
#include "payload/Error.h"

#include <QList>
#include <QLocale>
#include <QString>

#include <bitset>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace marquee::catalog {

/// One code of a world-wide list.
struct Code
{
    std::string code; ///< as payloads write it: US, USD, en, Hant
    std::string other; ///< the other code of the same thing: USA, 840, eng
    QString english;
    QString german;

    QString name(const QLocale &locale = QLocale()) const;
};

/// Countries (ISO 3166-1), currencies (ISO 4217), languages (ISO 639-3 with the two-letter codes), scripts (ISO 15924) from
/// iso-codes, and the tags of BCP 47. Immutable after loading: any thread.
class Vocabularies
{
public:
    enum class List : std::uint8_t { Countries, Currencies, Languages, Scripts };

    /// The lists that are built in. Internal where they are missing or broken: programs end with that.
    static Expected<std::shared_ptr<const Vocabularies>> load();

    const std::vector<Code> &codes(List list) const { return m_lists[static_cast<std::size_t>(list)]; }
    const Code *find(List list, std::string_view code) const; ///< exact spelling; null where unknown
    const LanguageTags &languageTags() const { return m_tags; }

    bool isCountry(std::string_view code) const; ///< two capitals that ISO 3166-1 holds
    bool isCurrency(std::string_view code) const; ///< three capitals that ISO 4217 holds
    int decimals(std::string_view currency) const; ///< 2 where nothing else is said
    /// The currencies in use there, by the platform's locale data; empty where it knows none.
    const std::vector<std::string> &currenciesOf(std::string_view country) const;

    /// What was likely meant: usa, UK, us, Germany, DEU; nothing where that can't be told.
    std::optional<std::string> nearestCountry(std::string_view text) const;
    std::optional<std::string> nearestCurrency(std::string_view text) const;

    /// "English (United States)" for en-US. The tag itself where its language has no name.
    QString languageName(std::string_view tag, const QLocale &locale = QLocale()) const;

    /// For pickers: codes first that begin with the text, then names that do, then words in names, then the rest that
    /// contains it.
    QList<const Code *> search(List list, const QString &text, int most, const QLocale &locale = QLocale()) const;

private:
    Vocabularies() = default;
    bool read(std::string_view tsv);
    void readDecimals(std::string_view tsv);
    void readCurrenciesInUse();
    std::optional<std::string> nearestCode(List list, std::string_view text) const;

    std::vector<Code> m_lists[4];
    std::unordered_map<std::string, std::size_t> m_byCode[4];
    std::bitset<26 * 26> m_countries;
    std::bitset<26 * 26 * 26> m_currencies;
    std::unordered_map<std::string, int> m_decimals;
    std::unordered_map<std::string, std::vector<std::string>> m_inUse;
    LanguageTags m_tags;
};

} // namespace marquee::catalog
