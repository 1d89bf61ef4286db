// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/LanguageSearch.h"

#include "editor/JsonParts.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::editor {

namespace {

/// What films are often delivered in; a tag with a region before the bare language, because partners prefer it.
constexpr const char *common[] = {
    "en-US",
    "en-GB",
    "es-ES",
    "es-419",
    "es-MX",
    "fr-FR",
    "fr-CA",
    "de-DE",
    "it-IT",
    "pt-BR",
    "pt-PT",
    "ja-JP",
    "ko-KR",
    "zh-Hans",
    "zh-Hant",
    "hi-IN",
    "ar",
    "nl-NL",
    "pl-PL",
    "sv-SE",
    "da-DK",
    "nb-NO",
    "fi-FI",
    "tr-TR",
    "ru-RU",
    "cs-CZ",
    "hu-HU",
    "ro-RO",
    "el-GR",
    "he-IL",
    "th-TH",
    "id-ID",
    "vi-VN",
    "ta-IN",
    "te-IN",
    "ml-IN",
    "kn-IN",
    "bn-IN",
    "en-AU",
    "en-CA",
    "en-IN",
    "de-AT",
    "de-CH",
    "ca-ES",
    "en",
    "es",
    "fr",
    "de",
    "it",
    "pt",
    "ja",
    "ko",
    "zh",
    "nl",
};
constexpr int MostOthers = 40;

Choice choiceOf(const catalog::Vocabularies &vocabularies, const QString &tag)
{
    return {tag, vocabularies.languageName(tag.toStdString()), {}, {}};
}

bool holds(const QList<Choice> &choices, const QString &tag)
{
    return std::any_of(choices.begin(), choices.end(), [&tag](const Choice &choice) { return choice.value == tag; });
}

} // namespace

std::optional<Choice> languageNamed(const catalog::Vocabularies &vocabularies, const QString &tag)
{
    if (!vocabularies.languageTags().isGood(tag.toStdString()))
        return std::nullopt;
    return choiceOf(vocabularies, tag);
}

QList<Choice> languagesFor(const catalog::Vocabularies &vocabularies, const QString &text)
{
    const QString wanted = text.trimmed();
    QList<Choice> often;
    for (const char *tag : common)
        often << choiceOf(vocabularies, QString::fromLatin1(tag));
    if (wanted.isEmpty())
        return often;

    QList<Choice> found = matching(often, wanted);
    using List = catalog::Vocabularies::List;
    for (const catalog::Code *code : vocabularies.search(List::Languages, wanted, MostOthers)) {
        if (const QString tag = toQString(code->code); !holds(found, tag))
            found << Choice{tag, code->name(), {}, {}};
    }
    if (holds(found, wanted))
        return found;
    if (const auto named = languageNamed(vocabularies, wanted))
        found.prepend(*named); // a tag that is good, if seldom: surely what was meant
    else
        found << Choice{wanted, QCoreApplication::translate("LanguageSearch", "as typed"), {}, {}};
    return found;
}

} // namespace marquee::editor
