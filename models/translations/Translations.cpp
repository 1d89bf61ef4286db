// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <string_view>

namespace marquee::embedded {
extern const std::string_view enTranslation;
extern const std::string_view deTranslation;
}

namespace marquee::translations {

using namespace Qt::StringLiterals;

namespace {

struct Known
{
    QLatin1StringView language;
    const std::string_view &bytes; ///< may be set later than this table
};

constexpr Known known[] = {{"en"_L1, embedded::enTranslation}, {"de"_L1, embedded::deTranslation}};

bool installOwn(QCoreApplication &application, std::string_view bytes)
{
    auto translator = std::make_unique<QTranslator>(&application);
    // The bytes live as long as the program, so the translator may read them where they are.
    if (!translator->load(reinterpret_cast<const uchar *>(bytes.data()), static_cast<int>(bytes.size())))
        return false;
    return QCoreApplication::installTranslator(translator.release());
}

/// The words of Qt's own dialogs. Distributions may leave them out; those dialogs are English then.
void installQts(QCoreApplication &application, const QString &language)
{
    auto translator = std::make_unique<QTranslator>(&application);
    if (translator->load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(translator.release());
}

} // namespace

QStringList languages()
{
    QStringList all;
    for (const Known &one : known)
        all << one.language;
    return all;
}

QString languageFor(const QLocale &locale)
{
    const QStringList spoken = languages();
    const QStringList wanted = locale.uiLanguages();
    for (const QString &tag : wanted) {
        const QString language = tag.section(u'-', 0, 0);
        if (spoken.contains(language))
            return language;
    }
    return spoken.first();
}

bool installTranslations(QCoreApplication &application, const QLocale &locale)
{
    const QString chosen = languageFor(locale);
    if (chosen != known[0].language)
        installQts(application, chosen);
    bool all = true;
    for (const Known &one : known) {
        if (one.language == known[0].language || one.language == chosen)
            all = installOwn(application, one.bytes) && all;
    }
    return all;
}

} // namespace marquee::translations
