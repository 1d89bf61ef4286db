// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/Settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

namespace {

// Each name stands once; nobody else knows them.
constexpr auto ThemeKey = "look/theme"_L1;
constexpr auto PercentKey = "look/textPercent"_L1;
constexpr auto GeometryKey = "window/geometry"_L1;
constexpr auto LayoutKey = "window/layout"_L1;
constexpr auto RecentKey = "files/recent"_L1;
constexpr auto FolderKey = "files/folder"_L1;
constexpr auto ShortcutsKey = "keys"_L1;
constexpr auto PerformanceKey = "performances/minutes"_L1;
constexpr auto ImagesKey = "productions/imagesAllowedIn"_L1;
constexpr auto EnvironmentKey = "exchange/environment"_L1;

QSettings file()
{
    return QSettings(QDir(Settings::folder()).filePath(u"marquee.ini"_s), QSettings::IniFormat);
}

QVariant get(QLatin1StringView key, const QVariant &otherwise = {})
{
    return file().value(key, otherwise);
}

void set(QLatin1StringView key, const QVariant &value)
{
    file().setValue(key, value);
}

} // namespace

QString Settings::folder()
{
    const QString home = qEnvironmentVariable("MARQUEE_HOME");
    return home.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/marquee"_s : home;
}

QString Settings::theme() const
{
    return get(ThemeKey, u"system"_s).toString();
}

void Settings::setTheme(const QString &theme)
{
    set(ThemeKey, theme);
}

int Settings::textPercent() const
{
    return std::clamp(get(PercentKey, 100).toInt(), 100, 200);
}

void Settings::setTextPercent(int percent)
{
    set(PercentKey, percent);
}

QByteArray Settings::windowGeometry() const
{
    return get(GeometryKey).toByteArray();
}

QByteArray Settings::windowLayout() const
{
    return get(LayoutKey).toByteArray();
}

void Settings::setWindow(const QByteArray &geometry, const QByteArray &layout)
{
    set(GeometryKey, geometry);
    set(LayoutKey, layout);
}

QStringList Settings::recentFiles() const
{
    QStringList files = get(RecentKey).toStringList();
    files.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return files;
}

void Settings::addRecentFile(const QString &path)
{
    QStringList files = get(RecentKey).toStringList();
    files.removeAll(path);
    files.prepend(path);
    set(RecentKey, files.mid(0, MostRecent));
}

QString Settings::lastFolder() const
{
    return get(FolderKey).toString();
}

void Settings::setLastFolder(const QString &folder)
{
    set(FolderKey, folder);
}

int Settings::performanceMinutes() const
{
    return std::clamp(get(PerformanceKey, 0).toInt(), 0, 24 * 60);
}

void Settings::setPerformanceMinutes(int minutes)
{
    set(PerformanceKey, minutes);
}

QStringList Settings::imagesAllowedIn() const
{
    return get(ImagesKey, {}).toStringList();
}

void Settings::setImagesAllowedIn(const QStringList &environments)
{
    set(ImagesKey, environments);
}

QHash<QString, QString> Settings::shortcuts() const
{
    QSettings kept = file();
    kept.beginGroup(ShortcutsKey);
    QHash<QString, QString> shortcuts;
    for (const QString &id : kept.childKeys())
        shortcuts.insert(id, kept.value(id).toString());
    return shortcuts;
}

void Settings::setShortcuts(const QHash<QString, QString> &shortcuts)
{
    QSettings kept = file();
    kept.beginGroup(ShortcutsKey);
    kept.remove(QString());
    for (auto shortcut = shortcuts.begin(); shortcut != shortcuts.end(); ++shortcut)
        kept.setValue(shortcut.key(), shortcut.value());
}

QString Settings::environment() const
{
    return get(EnvironmentKey).toString();
}

void Settings::setEnvironment(const QString &name)
{
    set(EnvironmentKey, name);
}

} // namespace marquee::workspace
