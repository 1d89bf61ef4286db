// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Vocabularies.h"

#include "catalog/Nearest.h"
#include "catalog/TabSeparated.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace marquee::embedded {
extern const std::string_view vocabularies;
extern const std::string_view subtags;
extern const std::string_view currencyDecimals;
}

namespace marquee::catalog {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view kinds[] = {"country", "currency", "language", "script"};

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// The place of a code of capitals in a bit set; nothing for other texts.
std::optional<std::size_t> bitOf(std::string_view code, std::size_t length)
{
    if (code.size() != length)
        return std::nullopt;
    std::size_t bit = 0;
    for (const char c : code) {
        if (!isCapital(c))
            return std::nullopt;
        bit = bit * 26 + static_cast<std::size_t>(c - 'A');
    }
    return bit;
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// 0 is best, 4 is no hit.
int rank(const Code &code, const QString &wanted, const QLocale &locale)
{
    const QString name = code.name(locale);
    if (text(code.code).startsWith(wanted, Qt::CaseInsensitive) || text(code.other).compare(wanted, Qt::CaseInsensitive) == 0)
        return 0;
    if (name.startsWith(wanted, Qt::CaseInsensitive))
        return 1;
    if (name.contains(u' ' + wanted, Qt::CaseInsensitive))
        return 2;
    return name.contains(wanted, Qt::CaseInsensitive) ? 3 : 4;
}

} // namespace

QString Code::name(const QLocale &locale) const
{
    return locale.language() == QLocale::German ? german : english;
}

Expected<std::shared_ptr<const Vocabularies>> Vocabularies::load()
{
    const auto broken = [](const QString &which) {
        Error error;
        error.message = QCoreApplication::translate("Vocabularies", "The list of %1 is missing or broken.").arg(which);
        error.nextStep = QCoreApplication::translate("Vocabularies", "Install the program anew.");
        return tl::unexpected(error);
    };
    auto tags = LanguageTags::load(embedded::subtags);
    if (!tags)
        return tl::unexpected(tags.error());
    std::shared_ptr<Vocabularies> vocabularies(new Vocabularies);
    vocabularies->m_tags = std::move(*tags);
    if (!vocabularies->read(embedded::vocabularies))
        return broken(QCoreApplication::translate("Vocabularies", "countries, currencies and languages"));
    vocabularies->readDecimals(embedded::currencyDecimals);
    vocabularies->readCurrenciesInUse();
    return vocabularies;
}

bool Vocabularies::read(std::string_view tsv)
{
    forEachRow(tsv, [this](const std::vector<std::string_view> &row) {
        const auto kind = std::find(std::begin(kinds), std::end(kinds), row[0]);
        if (kind == std::end(kinds) || row.size() < 5)
            return;
        const auto list = static_cast<std::size_t>(kind - std::begin(kinds));
        m_byCode[list][std::string(row[1])] = m_lists[list].size();
        m_lists[list].push_back({std::string(row[1]), std::string(row[2]), text(row[3]), text(row[4])});
    });
    for (const Code &country : codes(List::Countries)) {
        if (const auto bit = bitOf(country.code, 2))
            m_countries.set(*bit);
    }
    for (const Code &currency : codes(List::Currencies)) {
        if (const auto bit = bitOf(currency.code, 3))
            m_currencies.set(*bit);
    }
    return m_countries.count() > 200 && m_currencies.count() > 150 && codes(List::Languages).size() > 7000
        && codes(List::Scripts).size() > 100;
}

void Vocabularies::readDecimals(std::string_view tsv)
{
    forEachRow(tsv, [this](const std::vector<std::string_view> &row) {
        if (row.size() >= 2)
            std::from_chars(row[1].data(), row[1].data() + row[1].size(), m_decimals[std::string(row[0])]);
    });
}

void Vocabularies::readCurrenciesInUse()
{
    for (const QLocale &locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
        const QString territory = QLocale::territoryToCode(locale.territory());
        const std::string currency = locale.currencySymbol(QLocale::CurrencyIsoCode).toStdString();
        if (territory.size() != 2 || !isCurrency(currency))
            continue;
        std::vector<std::string> &inUse = m_inUse[territory.toStdString()];
        if (std::find(inUse.begin(), inUse.end(), currency) == inUse.end())
            inUse.push_back(currency);
    }
}

const Code *Vocabularies::find(List list, std::string_view code) const
{
    const auto &byCode = m_byCode[static_cast<std::size_t>(list)];
    const auto found = byCode.find(std::string(code));
    return found == byCode.end() ? nullptr : &codes(list)[found->second];
}

bool Vocabularies::isCountry(std::string_view code) const
{
    const auto bit = bitOf(code, 2);
    return bit && m_countries.test(*bit);
}

bool Vocabularies::isCurrency(std::string_view code) const
{
    const auto bit = bitOf(code, 3);
    return bit && m_currencies.test(*bit);
}

int Vocabularies::decimals(std::string_view currency) const
{
    const auto found = m_decimals.find(std::string(currency));
    return found == m_decimals.end() ? 2 : found->second;
}

const std::vector<std::string> &Vocabularies::currenciesOf(std::string_view country) const
{
    static const std::vector<std::string> none;
    const auto found = m_inUse.find(std::string(country));
    return found == m_inUse.end() ? none : found->second;
}

std::optional<std::string> Vocabularies::nearestCode(List list, std::string_view written) const
{
    const QString wanted = text(written).trimmed();
    std::vector<std::string> names;
    for (const Code &code : codes(list)) {
        for (const QString &candidate : {text(code.code), text(code.other), code.english, code.german}) {
            if (!wanted.isEmpty() && candidate.compare(wanted, Qt::CaseInsensitive) == 0)
                return code.code;
        }
        names.push_back(code.english.toStdString());
    }
    const auto name = nearest(wanted.toStdString(), names);
    if (!name || wanted.size() < 5)
        return std::nullopt;
    for (const Code &code : codes(list)) {
        if (code.english.toStdString() == *name)
            return code.code;
    }
    return std::nullopt;
}

std::optional<std::string> Vocabularies::nearestCountry(std::string_view written) const
{
    const QString wanted = text(written).trimmed().toUpper();
    // What people write for the United Kingdom; ISO keeps UK free for it, but lists GB.
    if (wanted == "UK"_L1)
        return "GB";
    if (wanted == "U.S."_L1 || wanted == "U.S.A."_L1)
        return "US";
    return nearestCode(List::Countries, written);
}

std::optional<std::string> Vocabularies::nearestCurrency(std::string_view written) const
{
    const QString wanted = text(written).trimmed();
    static const std::pair<QLatin1StringView, const char *> signs[] = {{"US$"_L1, "USD"}, {"A$"_L1, "AUD"}, {"C$"_L1, "CAD"}};
    for (const auto &[sign, code] : signs) {
        if (wanted == sign)
            return code;
    }
    if (wanted == u"€" || wanted.compare("euros"_L1, Qt::CaseInsensitive) == 0)
        return "EUR";
    if (wanted == u"£")
        return "GBP";
    return nearestCode(List::Currencies, written);
}

QString Vocabularies::languageName(std::string_view tag, const QLocale &locale) const
{
    const std::string canonical = LanguageTags::canonical(tag);
    const Code *language = find(List::Languages, LanguageTags::primary(canonical));
    if (!language)
        return text(tag);
    QStringList details;
    for (std::size_t at = canonical.find('-'); at != std::string::npos;) {
        const auto end = canonical.find('-', at + 1);
        const std::string subtag = canonical.substr(at + 1, end == std::string::npos ? end : end - at - 1);
        if (const Code *script = find(List::Scripts, subtag))
            details << script->name(locale);
        else if (const Code *country = find(List::Countries, subtag))
            details << country->name(locale);
        else if (subtag == "419")
            details << QCoreApplication::translate("Vocabularies", "Latin America");
        else
            details << text(subtag);
        at = end;
    }
    const QString name = language->name(locale);
    return details.isEmpty() ? name : QString(name + " ("_L1 + details.join(", "_L1) + u')');
}

QList<const Code *> Vocabularies::search(List list, const QString &wanted, int most, const QLocale &locale) const
{
    QList<const Code *> ranked[4];
    for (const Code &code : codes(list)) {
        if (const int at = wanted.isEmpty() ? 1 : rank(code, wanted, locale); at < 4)
            ranked[at] << &code;
    }
    QList<const Code *> found;
    for (QList<const Code *> &group : ranked) {
        std::sort(group.begin(), group.end(), [&locale](const Code *a, const Code *b) {
            return a->name(locale).localeAwareCompare(b->name(locale)) < 0;
        });
        for (const Code *code : std::as_const(group)) {
            if (found.size() < most)
                found << code;
        }
    }
    return found;
}

} // namespace marquee::catalog
