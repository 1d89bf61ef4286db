// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace marquee::workspace {

/// What the program remembers from one start to the next. Kept in a file of the platform's settings folder, or under
/// MARQUEE_HOME where that is set; no secret is ever among it. One thread.
class Settings
{
public:
    static constexpr int MostRecent = 12;

    static QString folder(); ///< where the file is

    QString theme() const; ///< "system", "light", "dark"
    void setTheme(const QString &theme);
    int textPercent() const; ///< 100 to 200
    void setTextPercent(int percent);
    QByteArray windowGeometry() const;
    QByteArray windowLayout() const;
    void setWindow(const QByteArray &geometry, const QByteArray &layout);

    QStringList recentFiles() const; ///< newest first; those that are gone are left out
    void addRecentFile(const QString &path);
    QString lastFolder() const; ///< of the workspace; empty at the first start
    void setLastFolder(const QString &folder);
    /// Shortcuts that were changed, by their actions' ids, in portable text.
    QHash<QString, QString> shortcuts() const;
    void setShortcuts(const QHash<QString, QString> &shortcuts);
    int performanceMinutes() const; ///< how long a performance keeps its hall; 0: nobody said
    void setPerformanceMinutes(int minutes);
    /// Protected environments in which productions' pictures may be fetched all the same, as whoever set it calls them.
    QStringList imagesAllowedIn() const;
    void setImagesAllowedIn(const QStringList &environments);
    QString environment() const; ///< the one chosen last
    void setEnvironment(const QString &name);
};

} // namespace marquee::workspace
