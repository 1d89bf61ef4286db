// SPDX-License-Identifier: GPL-3.0-or-later
// The menus in German: every entry is translated, and no letter stands for two entries of a menu.
#include "shell/Menus.h"
#include "shell/actions/ActionRegistry.h"
#include "shell/theme/Theme.h"
#include "translations/Translations.h"

#include <QAction>
#include <QApplication>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace marquee;
using namespace Qt::StringLiterals;

class TestGermanMenus : public QObject
{
    Q_OBJECT

private:
    /// "Datei: Öffnen and Ordner öffnen" for each letter that stands for two entries.
    static void collectDoubles(const QString &name, const QList<QAction *> &entries, QStringList &doubles)
    {
        QHash<QString, QString> taken;
        for (QAction *entry : entries) {
            const qsizetype at = entry->text().indexOf(u'&');
            const QString letter = at < 0 ? QString() : entry->text().mid(at + 1, 1).toLower();
            if (!letter.isEmpty() && taken.contains(letter))
                doubles << QString(name + u": "_s + taken.value(letter) + u" / "_s + entry->text());
            taken.insert(letter, entry->text());
            if (entry->menu())
                collectDoubles(entry->text(), entry->menu()->actions(), doubles);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(translations::installTranslations(*qApp, QLocale(QLocale::German, QLocale::Germany)));
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }

    void menusSpeakGerman()
    {
        QMainWindow window;
        const shell::ActionRegistry actions;
        shell::buildMenus(window, actions);
        QStringList names;
        for (const QAction *menu : window.menuBar()->actions())
            names << menu->text().remove(u'&');
        QVERIFY2(names.contains(u"Datei"_s) && names.contains(u"Bearbeiten"_s), qPrintable(names.join(u' ')));
    }

    void noLetterTwiceInAMenu()
    {
        QMainWindow window;
        const shell::ActionRegistry actions;
        shell::buildMenus(window, actions);
        QStringList doubles;
        collectDoubles(u"menu bar"_s, window.menuBar()->actions(), doubles);
        QVERIFY2(doubles.isEmpty(), qPrintable(doubles.join(u'\n')));
    }
};

QTEST_MAIN(TestGermanMenus)
#include "tst_germanmenus.moc"
