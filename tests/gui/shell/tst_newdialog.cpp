// SPDX-License-Identifier: GPL-3.0-or-later
// Which template to begin with, and the questions of the program, by keyboard.
#include "gui/FormTest.h"

#include "shell/NewDialog.h"
#include "shell/WidgetDialogs.h"

#include <QListWidget>
#include <QPushButton>
#include <QTimer>

#include <functional>

using namespace marquee;
using namespace marquee::test;
using shell::Dialogs;
using shell::NewDialog;
using shell::WidgetDialogs;

class TestNewDialog : public QObject
{
    Q_OBJECT

private:
    workspace::Templates m_templates = workspace::Templates::load().value();
    QWidget m_parent;

    /// Does something to the dialog that is about to open.
    void then(std::function<void(QDialog *)> act)
    {
        QTimer::singleShot(0, this, [act = std::move(act)] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QApplication::setActiveWindow(dialog);
            act(dialog);
            if (dialog->isVisible())
                dialog->reject();
        });
    }
    static void key(Qt::Key pressed) { QTest::keyClick(cursor(), pressed); }

private Q_SLOTS:
    void initTestCase()
    {
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
        show(m_parent);
    }

    void everyTemplateIsOffered()
    {
        NewDialog dialog(m_templates);
        const auto *list = dialog.findChild<QListWidget *>(u"templateList"_s);
        QCOMPARE(list->count(), static_cast<int>(m_templates.all().size()) + 2); // headings
        for (const workspace::Template &one : m_templates.all()) {
            const auto found = list->findItems(one.name, Qt::MatchExactly);
            QCOMPARE(found.size(), 1);
            QVERIFY(found.front()->data(Qt::AccessibleTextRole).toString().contains(one.help));
        }
        QCOMPARE(dialog.chosen(), &m_templates.all().front());
        QCOMPARE(dialog.extract(), workspace::Extract::Full);
    }

    void arrowsChooseAndReturnTakes()
    {
        WidgetDialogs dialogs;
        then([](QDialog *) {
            key(Qt::Key_Down);
            key(Qt::Key_Down);
            key(Qt::Key_Return);
        });
        const auto choice = dialogs.chooseTemplate(&m_parent, m_templates);
        QVERIFY(choice);
        QCOMPARE(choice->from, &m_templates.all()[2]);
        QCOMPARE(choice->extract, workspace::Extract::Full);
    }

    void performancesKnowNoExtracts()
    {
        NewDialog dialog(m_templates);
        show(dialog);
        auto *list = dialog.findChild<QListWidget *>(u"templateList"_s);
        QVERIFY(dialog.findChild<QWidget *>(u"fullExtract"_s)->isVisible());
        QTest::keyClick(list, Qt::Key_End);
        QVERIFY(dialog.chosen() && dialog.chosen()->isQuestion);
        QVERIFY(!dialog.findChild<QWidget *>(u"fullExtract"_s)->isVisible());
        QTest::keyClick(list, Qt::Key_Up);
        QTest::keyClick(list, Qt::Key_Up);
        QVERIFY(dialog.chosen() && !dialog.chosen()->isQuestion);
        QVERIFY(dialog.chosen()->text.starts_with("<"));
        QVERIFY(!dialog.findChild<QWidget *>(u"fullExtract"_s)->isVisible());
    }

    void partialByKeyboard()
    {
        WidgetDialogs dialogs;
        then([](QDialog *) {
            key(Qt::Key_Tab);
            key(Qt::Key_Right);
            key(Qt::Key_Return);
        });
        const auto choice = dialogs.chooseTemplate(&m_parent, m_templates);
        QVERIFY(choice);
        QCOMPARE(choice->extract, workspace::Extract::Partial);
    }

    void escapeMakesNothing()
    {
        WidgetDialogs dialogs;
        then([](QDialog *) { key(Qt::Key_Escape); });
        QVERIFY(!dialogs.chooseTemplate(&m_parent, m_templates));
    }

    void unsaved_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("expected");
        QTest::newRow("save") << u"saveUnsaved"_s << int(Dialogs::Unsaved::Save);
        QTest::newRow("discard") << u"discardUnsaved"_s << int(Dialogs::Unsaved::Discard);
        QTest::newRow("cancel") << u"cancelUnsaved"_s << int(Dialogs::Unsaved::Cancel);
        QTest::newRow("Return saves") << QString() << int(Dialogs::Unsaved::Save);
        QTest::newRow("Escape cancels") << u"escape"_s << int(Dialogs::Unsaved::Cancel);
    }
    void unsaved()
    {
        QFETCH(QString, button);
        QFETCH(int, expected);
        WidgetDialogs dialogs;
        then([&](QDialog *dialog) {
            if (button == u"escape"_s)
                QTest::keyClick(dialog, Qt::Key_Escape);
            else if (button.isEmpty())
                QTest::keyClick(dialog, Qt::Key_Return);
            else
                press(*dialog, button);
        });
        QCOMPARE(int(dialogs.askUnsaved(&m_parent, {u"a"_s, u"b"_s})), expected);
    }

    void heldOffersTheProblemsFirst()
    {
        WidgetDialogs dialogs;
        then([](QDialog *dialog) {
            QVERIFY(dialog->findChild<QListWidget *>()->item(0)->text().contains(u"End"_s));
            QTest::keyClick(dialog, Qt::Key_Return); // the safe one
        });
        QCOMPARE(
            dialogs.askHeld(&m_parent, {u"Put"_s, 1, {u"End: is before Start"_s}}), Dialogs::HeldAnswer::ShowProblems);
        then([](QDialog *dialog) { press(*dialog, u"sendAnyway"_s); });
        QCOMPARE(dialogs.askHeld(&m_parent, {u"Put"_s, 1, {u"End"_s}}), Dialogs::HeldAnswer::SendAnyway);
    }

    void aProtectedEnvironmentWantsItsNameInFull()
    {
        WidgetDialogs dialogs;
        then([](QDialog *dialog) {
            const auto *go = dialog->findChild<QPushButton *>(u"sendProtected"_s);
            QCOMPARE(cursorName(), u"environmentName"_s);
            type(u"Liv"_s);
            QVERIFY(!go->isEnabled());
            QTest::keyClick(cursor(), Qt::Key_Return);
            QVERIFY(dialog->isVisible());
            type(u"e"_s);
            QVERIFY(go->isEnabled());
            QTest::keyClick(cursor(), Qt::Key_Return);
        });
        QVERIFY(dialogs.confirmProtected(&m_parent, u"Live"_s, u"Put"_s));
        then([](QDialog *) {
            type(u"live"_s); // not its name
            QTest::keyClick(cursor(), Qt::Key_Return);
        });
        QVERIFY(!dialogs.confirmProtected(&m_parent, u"Live"_s, u"Put"_s));
    }

    void repairShowsBothTexts()
    {
        WidgetDialogs dialogs;
        then([](QDialog *dialog) { press(*dialog, u"acceptRepair"_s); });
        QVERIFY(dialogs.acceptRepair(&m_parent, u"Missing: “}”"_s, "{", "{}"));
        then([](QDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Escape); });
        QVERIFY(!dialogs.acceptRepair(&m_parent, u"Missing: “}”"_s, "{", "{}"));
    }
};

QTEST_MAIN(TestNewDialog)
#include "tst_newdialog.moc"
