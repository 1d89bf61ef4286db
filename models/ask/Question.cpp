// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask/Question.h"

#include "ask/AskWords.h"
#include "catalog/Catalog.h"
#include "catalog/DateTime.h"
#include "catalog/Vocabularies.h"
#include "rules/Validator.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace marquee::ask {

using namespace Qt::StringLiterals;
using catalog::DateTime;

namespace {

tl::unexpected<Error> invalid(const QString &message, const QString &nextStep)
{
    return tl::unexpected(makeError(Error::Code::Invalid, message, nextStep));
}

Expected<std::string> readTerritory(const QString &typed, const catalog::Vocabularies &known)
{
    static const QRegularExpression region(u"^[A-Z]{2}-[A-Z0-9]{1,3}$"_s);
    const std::string code = typed.trimmed().toUpper().toStdString();
    if (known.isCountry(code)
        || (region.match(QString::fromStdString(code)).hasMatch() && known.isCountry(code.substr(0, 2))))
        return code;
    if (code.empty()) {
        return invalid(QCoreApplication::translate("ask", "No territory is said."),
            QCoreApplication::translate("ask", "Say one by its code: US, GB, DE."));
    }
    const auto meant = known.nearestCountry(typed.trimmed().toStdString());
    return invalid(
        QCoreApplication::translate("ask", "“%1” isn't the code of a country.").arg(typed.trimmed().left(40)),
        meant ? QCoreApplication::translate("ask", "%1 may be meant.").arg(QString::fromStdString(*meant))
              : QCoreApplication::translate("ask", "Write it with two letters: US, GB, DE."));
}

Expected<std::string> readLanguage(const QString &typed, const catalog::Vocabularies &known)
{
    const std::string written = typed.trimmed().toStdString();
    if (written.empty())
        return written;
    std::string tag = catalog::LanguageTags::canonical(written);
    if (known.languageTags().check(tag).verdict != catalog::LanguageCheck::Verdict::Malformed)
        return tag;
    return invalid(QCoreApplication::translate("ask", "“%1” isn't a language tag.").arg(typed.trimmed().left(40)),
        QCoreApplication::translate("ask", "Write it like fr, fr-CA or zh-Hant."));
}

} // namespace

Expected<When> readWhen(const QString &typed)
{
    const QString text = typed.trimmed();
    const auto moment = DateTime::parseTyped(text);
    if (!moment) {
        return invalid(text.isEmpty() ? QCoreApplication::translate("ask", "No day is said.")
                                      : QCoreApplication::translate("ask", "“%1” isn't a day.").arg(text.left(40)),
            QCoreApplication::translate("ask", "Write it like 2027-03-14, or with a time: 2027-03-14T09:00:00Z."));
    }
    return When{*moment, !text.contains(u':')};
}

std::string formatName(std::string_view written, const rules::Rulebook &book)
{
    const auto same = [](std::string_view one, std::string_view other) {
        return QString::fromUtf8(one.data(), static_cast<qsizetype>(one.size()))
                   .compare(QString::fromUtf8(other.data(), static_cast<qsizetype>(other.size())), Qt::CaseInsensitive)
            == 0;
    };
    if (const catalog::Vocabulary *formats = book.catalog->vocabulary("FormatProfile")) {
        if (formats->find(written))
            return std::string(written);
        for (const catalog::Term &term : formats->terms) {
            bool isMeant = same(term.value, written);
            for (const std::string &alias : term.aliases)
                isMeant = isMeant || same(alias, written);
            if (isMeant)
                return term.value;
        }
    }
    return std::string(written);
}

Expected<Question> readQuestion(const QString &on, const QString &territory, const QString &format,
    const QString &language, const rules::Rulebook &book)
{
    const auto when = readWhen(on);
    if (!when)
        return tl::unexpected(when.error());
    const auto country = readTerritory(territory, *book.vocabularies);
    if (!country)
        return tl::unexpected(country.error());
    const auto tag = readLanguage(language, *book.vocabularies);
    if (!tag)
        return tl::unexpected(tag.error());
    return Question{*when, *country, formatName(format.trimmed().toStdString(), book), *tag};
}

QString whenWords(const When &when)
{
    if (when.isDay)
        return startWords(when.first);
    return DateTime::reading(when.first) + u" UTC"_s;
}

} // namespace marquee::ask
