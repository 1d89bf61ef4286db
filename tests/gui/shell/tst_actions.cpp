// SPDX-License-Identifier: GPL-3.0-or-later
// The program's actions: named, explained, and no key for two of them.
#include "shell/actions/ActionRegistry.h"
#include "shell/Menus.h"
#include "shell/theme/Theme.h"

#include <QAction>
#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

using namespace marquee;
using namespace Qt::StringLiterals;

namespace {

/// Of which kind of document an action is; 0: of none in particular.
int kindOf(const QString &id)
{
    if (id.startsWith(u"item."_s))
        return 2;
    if (id.startsWith(u"performance."_s) || id.startsWith(u"message."_s))
        return 3;
    const bool isOfAvails = id.startsWith(u"window."_s) || id == u"document.showTitle"_s || id == u"document.showWindows"_s
        || id == u"document.showTimeline"_s;
    return isOfAvails ? 1 : 0;
}

} // namespace

class TestActions : public QObject
{
    Q_OBJECT

private:
    static void collect(const QMenu *menu, QSet<QString> &ids)
    {
        for (QAction *action : menu->actions()) {
            if (action->menu())
                collect(action->menu(), ids);
            else if (!action->isSeparator())
                ids << action->objectName();
        }
    }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void eachIsNamedAndExplained()
    {
        const shell::ActionRegistry actions;
        QSet<QString> ids;
        QSet<QString> texts;
        QVERIFY(actions.all().size() > 30);
        for (const QAction *action : actions.all()) {
            const QByteArray id = action->objectName().toUtf8();
            QVERIFY2(!ids.contains(action->objectName()), id);
            ids << action->objectName();
            QVERIFY2(action->objectName().contains(u'.'), id);
            QVERIFY2(!action->text().isEmpty(), id);
            QVERIFY2(!action->statusTip().isEmpty(), id);
            QVERIFY2(action->toolTip().startsWith(action->statusTip()), id);
            QVERIFY2(action->statusTip() != action->text(), id);
            QCOMPARE(actions.action(id), action);
        }
    }

    void noKeyForTwo()
    {
        const shell::ActionRegistry actions;
        QHash<QKeySequence, QString> taken;
        for (const QAction *action : actions.all()) {
            for (const QKeySequence &keys : action->shortcuts()) {
                QVERIFY2(!keys.isEmpty(), qPrintable(action->objectName()));
                // A document is an avail, a batch or a message, so their actions may have the same.
                const bool isOther = kindOf(taken.value(keys)) != 0 && kindOf(action->objectName()) != 0
                    && kindOf(taken.value(keys)) != kindOf(action->objectName());
                QVERIFY2(isOther || !taken.contains(keys), qPrintable(taken.value(keys) + u" and "_s + action->objectName()));
                taken.insert(keys, action->objectName());
                QVERIFY(action->toolTip().contains(keys.toString(QKeySequence::NativeText)));
            }
        }
    }

    void everyActionIsInAMenu()
    {
        QMainWindow window;
        const shell::ActionRegistry actions;
        shell::buildMenus(window, actions);
        QSet<QString> ids;
        for (const QAction *menu : window.menuBar()->actions())
            collect(menu->menu(), ids);
        for (const QAction *action : actions.all())
            QVERIFY2(ids.contains(action->objectName()), qPrintable(action->objectName()));
    }

    void noMnemonicTwiceInAMenu()
    {
        QMainWindow window;
        const shell::ActionRegistry actions;
        shell::buildMenus(window, actions);
        const auto look = [](const QList<QAction *> &entries) {
            QSet<QString> taken;
            for (const QAction *entry : entries) {
                const qsizetype at = entry->text().indexOf(u'&');
                if (at < 0)
                    continue;
                const QString letter = entry->text().mid(at + 1, 1).toLower();
                QVERIFY2(!taken.contains(letter), qPrintable(entry->text()));
                taken << letter;
            }
        };
        look(window.menuBar()->actions());
        for (const QAction *menu : window.menuBar()->actions())
            look(menu->menu()->actions());
    }

    void toolsAreNamedForReaders()
    {
        QMainWindow window;
        const shell::ActionRegistry actions;
        const shell::MenuParts parts = shell::buildMenus(window, actions);
        for (const QToolButton *button : parts.tools->findChildren<QToolButton *>()) {
            if (button->defaultAction())
                QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
        }
    }
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
