// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask/AskWords.h"

#include "catalog/DateTime.h"
#include "catalog/Vocabularies.h"
#include "rules/Validator.h"
#include "rules/Wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

namespace marquee::ask {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t Day = 86400;
constexpr qsizetype MostNamed = 3;

QString tell(const char *text)
{
    return QCoreApplication::translate("ask", text);
}

QString dayWords(std::int64_t moment)
{
    const QString reading = catalog::DateTime::reading(moment);
    return reading.left(reading.lastIndexOf(u' '));
}

/// English puts an article in front of some countries.
bool hasArticle(std::string_view code)
{
    constexpr std::array<std::string_view, 12> with{
        "US", "GB", "AE", "NL", "PH", "BS", "GM", "MV", "SC", "KM", "DO", "CF"};
    const QLocale::Language language = QLocale().language();
    return (language == QLocale::English || language == QLocale::C)
        && std::find(with.begin(), with.end(), code) != with.end();
}

/// "UHD, French (Canada)"; empty where neither was asked for.
QString how(const Question &question, const rules::Rulebook &book)
{
    QStringList parts;
    if (!question.format.empty())
        parts << rules::words(question.format);
    if (!question.language.empty())
        parts << languageName(question.language, book);
    return parts.join(u", "_s);
}

QString grantWords(const Grant &grant)
{
    QStringList parts{rules::words(grant.licenceType)};
    if (!grant.format.empty())
        parts << rules::words(grant.format);
    parts << grant.dates;
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

/// The first that shows something; a pre-order only where there is no other.
const Grant *bestOf(const Answer &answer)
{
    for (const Grant &grant : answer.grants) {
        if (!grant.isOrderAlone)
            return &grant;
    }
    return answer.grants.empty() ? nullptr : &answer.grants.front();
}

QString titleOf(const Answer &answer)
{
    return answer.title.isEmpty() ? tell("the title") : answer.title;
}

QString yes(const Answer &answer, const Question &question, const rules::Rulebook &book)
{
    const Grant *best = bestOf(answer);
    const QString where = territoryName(question.territory, book);
    const QString when = whenWords(question.on);
    const QString format = how(question, book);
    QString words;
    if (best && best->isOrderAlone)
        words = tell("Yes, but only orders: %1 may be pre-ordered in %2 on %3").arg(titleOf(answer), where, when);
    else if (format.isEmpty())
        words = tell("Yes: %1 may be shown in %2 on %3").arg(titleOf(answer), where, when);
    else
        words = tell("Yes: %1 may be shown in %2 on %3 in %4").arg(titleOf(answer), where, when, format);
    if (best)
        words += tell(", by %1 (%2)").arg(best->name, grantWords(*best));
    const auto more = static_cast<int>(answer.open) - 1;
    words += more > 0 ? QCoreApplication::translate("ask", ", and %n more.", nullptr, more) : u"."_s;
    return words;
}

QString no(const Answer &answer, const Question &question, const rules::Rulebook &book)
{
    const QString where = territoryName(question.territory, book);
    const QString when = whenWords(question.on);
    const QString format = how(question, book);
    QString words = format.isEmpty()
        ? tell("No: %1 may not be shown in %2 on %3.").arg(titleOf(answer), where, when)
        : tell("No: %1 may not be shown in %2 on %3 in %4.").arg(titleOf(answer), where, when, format);
    if (answer.windows == 0)
        words += u' ' + tell("The avail has no windows.");
    else if (answer.nearest)
        words += u' ' + tell("%1 comes nearest. %2").arg(answer.nearest->name, answer.nearest->words);
    return words;
}

} // namespace

QString startWords(std::int64_t moment)
{
    return moment % Day == 0 ? dayWords(moment) : QString(catalog::DateTime::reading(moment) + u" UTC"_s);
}

QString endWords(std::int64_t moment)
{
    // 23:59:59, and 23:59 as many write it, are the end of that day.
    const std::int64_t left = Day - ((moment % Day) + Day) % Day;
    return left <= 60 ? dayWords(moment) : QString(catalog::DateTime::reading(moment) + u" UTC"_s);
}

QString timeWords(std::int64_t moment)
{
    return QDateTime::fromSecsSinceEpoch(moment, Qt::UTC).toString(u"HH:mm"_s) + u" UTC"_s;
}

QString territoryName(std::string_view code, const rules::Rulebook &book)
{
    const catalog::Code *country
        = book.vocabularies->find(catalog::Vocabularies::List::Countries, code.substr(0, code.find('-')));
    if (!country)
        return rules::words(code);
    QString name = country->name();
    if (const qsizetype comma = name.indexOf(u','); comma > 0) // "Bolivia, Plurinational State of"
        name.truncate(comma);
    if (hasArticle(country->code))
        name.prepend(u"the "_s);
    return code.size() > 2 ? QString(rules::words(code) + u" ("_s + name + u')') : name;
}

QString languageName(std::string_view tag, const rules::Rulebook &book)
{
    return book.vocabularies->languageName(tag);
}

QString shortList(const QStringList &words)
{
    if (words.size() <= MostNamed + 1) {
        return words.size() < 2 ? words.value(0)
                                : tell("%1 and %2").arg(words.mid(0, words.size() - 1).join(u", "_s), words.last());
    }
    return QCoreApplication::translate("ask", "%1 and %n more", nullptr, static_cast<int>(words.size() - MostNamed))
        .arg(words.mid(0, MostNamed).join(u", "_s));
}

QString answerWords(const Answer &answer, const Question &question, const rules::Rulebook &book)
{
    return answer.isAllowed() ? yes(answer, question, book) : no(answer, question, book);
}

} // namespace marquee::ask
