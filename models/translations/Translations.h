// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QStringList>

class QCoreApplication;

namespace marquee::translations {

/// What the program can speak, as ISO 639 codes; English, which its sources are written in, first.
QStringList languages();

/// The first of the languages that a locale's user asks for (LANGUAGE, LC_ALL, LC_MESSAGES and LANG for the system's
/// locale) that the program speaks. English where it speaks none of them.
QString languageFor(const QLocale &locale);

/// Makes the application speak a locale's language: Marquee's words, and Qt's own where the system has them. English
/// lies beneath every language, so that plurals are always right. Call it once, from the main thread, before anything
/// that reads words at start: the catalogue and the templates keep what they were given. False where the program was
/// built without translations; it speaks the sources' English then.
bool installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace marquee::translations
