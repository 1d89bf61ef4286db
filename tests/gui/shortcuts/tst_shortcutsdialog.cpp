// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of actions: changed, taken from another, refused, kept, and on a sheet to print.
#include "gui/FormTest.h"

#include "shell/actions/ActionRegistry.h"
#include "shortcuts/KeysEdit.h"
#include "shortcuts/ShortcutSheet.h"
#include "shortcuts/ShortcutsDialog.h"
#include "shortcuts/ShortcutsModel.h"
#include "workspace/Settings.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>

using namespace marquee;
using namespace marquee::test;
using shell::ActionRegistry;
using shortcuts::ShortcutsDialog;

class TestShortcutsDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ActionRegistry> m_actions;
    std::unique_ptr<ShortcutsDialog> m_dialog;

    QAction *action(const char *id) const { return m_actions->action(id); }
    void find(const QString &words)
    {
        auto *filter = m_dialog->findChild<QLineEdit *>(u"shortcutsFilter"_s);
        filter->setFocus();
        filter->clear();
        test::type(words);
    }
    void keys(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        auto *edit = m_dialog->findChild<shortcuts::KeysEdit *>();
        edit->setFocus();
        QTest::keyClick(cursor(), key, modifiers);
    }
    QString judgement() const { return m_dialog->findChild<QLabel *>(u"shortcutJudgement"_s)->text(); }
    QAbstractButton *set() const { return m_dialog->findChild<QAbstractButton *>(u"setShortcut"_s); }

private Q_SLOTS:
    void init()
    {
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
        m_actions = std::make_unique<ActionRegistry>();
        m_dialog = std::make_unique<ShortcutsDialog>(*m_actions);
        test::show(*m_dialog, {640, 600});
    }
    void cleanup()
    {
        m_dialog.reset();
        m_actions.reset();
    }

    void theModel()
    {
        shortcuts::ShortcutsModel model(*m_actions);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), static_cast<int>(m_actions->all().size()));
        QCOMPARE(model.actionAt(model.rowOf(action("file.save"))), action("file.save"));
        QCOMPARE(model.actionAt(-1), nullptr);
        QCOMPARE(model.index(model.rowOf(action("file.save")), shortcuts::ShortcutsModel::Section).data().toString(), u"File"_s);
    }

    void noTwoActionsHaveTheSameKeysAsTheyCome()
    {
        for (QAction *one : m_actions->all()) {
            const QAction *other = m_actions->clashing(*one, one->shortcut());
            QVERIFY2(!other, qPrintable(one->objectName() + u' ' + (other ? other->objectName() : QString())));
            QVERIFY2(ActionRegistry::usedByFields(one->shortcut()).isEmpty(), qPrintable(one->objectName()));
            QVERIFY2(!ActionRegistry::section(*one).isEmpty(), qPrintable(one->objectName()));
        }
    }

    void freeKeys()
    {
        QSignalSpy changed(m_dialog.get(), &ShortcutsDialog::changed);
        find(u"Save all"_s);
        keys(Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(judgement().contains(u"free"_s));
        picture(*m_dialog, u"shortcuts"_s);
        QTest::mouseClick(set(), Qt::LeftButton);
        QCOMPARE(action("file.saveAll")->shortcut(), QKeySequence(u"Ctrl+Alt+J"_s));
        QVERIFY(action("file.saveAll")->toolTip().contains(u"Ctrl+Alt+J"_s));
        QCOMPARE(changed.size(), 1);
        press(*m_dialog, u"usualShortcut"_s);
        QVERIFY(action("file.saveAll")->shortcut().isEmpty());
        QCOMPARE(m_actions->changedShortcuts().size(), 0);
    }

    void keysThatClash()
    {
        find(u"Save all"_s);
        keys(Qt::Key_S, Qt::ControlModifier);
        QVERIFY2(judgement().contains(u"Save"_s) && judgement().contains(u"Ctrl+S"_s), qPrintable(judgement()));
        QCOMPARE(action("file.save")->shortcut(), QKeySequence(u"Ctrl+S"_s)); // nothing is taken unasked
        QTest::mouseClick(set(), Qt::LeftButton);
        QCOMPARE(action("file.saveAll")->shortcut(), QKeySequence(u"Ctrl+S"_s));
        QVERIFY(action("file.save")->shortcut().isEmpty());
        press(*m_dialog, u"allUsual"_s);
        QCOMPARE(action("file.save")->shortcut(), QKeySequence(u"Ctrl+S"_s));
    }

    void keysOfFieldsAreRefused_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<bool>("refused");
        QTest::newRow("a letter") << int(Qt::Key_A) << int(Qt::NoModifier) << true;
        QTest::newRow("a capital") << int(Qt::Key_A) << int(Qt::ShiftModifier) << true;
        QTest::newRow("copying") << int(Qt::Key_C) << int(Qt::ControlModifier) << true;
        QTest::newRow("a field's help") << int(Qt::Key_F1) << int(Qt::NoModifier) << true;
        QTest::newRow("near copying") << int(Qt::Key_C) << int(Qt::ControlModifier | Qt::ShiftModifier) << false;
        QTest::newRow("a free function key") << int(Qt::Key_F9) << int(Qt::NoModifier) << false;
    }
    void keysOfFieldsAreRefused()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        find(u"Save all"_s);
        keys(Qt::Key(key), Qt::KeyboardModifiers::fromInt(modifiers));
        QTEST(!set()->isEnabled(), "refused");
    }

    void whatWasChangedIsKept()
    {
        QTemporaryDir home;
        qputenv("MARQUEE_HOME", home.path().toUtf8());
        workspace::Settings settings;
        QVERIFY(settings.shortcuts().isEmpty());
        m_actions->setShortcut(*action("file.saveAll"), QKeySequence(u"Ctrl+Alt+J"_s));
        m_actions->setShortcut(*action("file.save"), {});
        settings.setShortcuts(m_actions->changedShortcuts());
        ActionRegistry next;
        QHash<QString, QString> kept = workspace::Settings().shortcuts();
        kept.insert(u"no.suchAction"_s, u"Ctrl+J"_s);
        next.restoreShortcuts(kept);
        QCOMPARE(next.action("file.saveAll")->shortcut(), QKeySequence(u"Ctrl+Alt+J"_s));
        QVERIFY(next.action("file.save")->shortcut().isEmpty());
        settings.setShortcuts({});
        QVERIFY(workspace::Settings().shortcuts().isEmpty());
    }

    void theSheet()
    {
        m_actions->setShortcut(*action("file.saveAll"), QKeySequence(u"Ctrl+Alt+J"_s));
        const QString sheet = shortcuts::shortcutSheet(*m_actions);
        QVERIFY(sheet.contains(u"Ctrl+Alt+J"_s));
        QVERIFY(sheet.contains(u"Save all"_s));
        QVERIFY(sheet.contains(u"F1"_s));
        QVERIFY(!sheet.contains(u"As the system"_s)); // it has no keys
        QSignalSpy wanted(m_dialog.get(), &ShortcutsDialog::sheetWanted);
        press(*m_dialog, u"shortcutSheet"_s);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted.front().front().toByteArray().startsWith("%PDF-"));
    }

    void theKeysField()
    {
        find(u"Save all"_s);
        keys(Qt::Key_Control, Qt::ControlModifier); // alone it is nothing
        QVERIFY(!set()->isEnabled());
        keys(Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
        keys(Qt::Key_K, Qt::ControlModifier | Qt::AltModifier); // the last counts
        QCOMPARE(m_dialog->findChild<shortcuts::KeysEdit *>()->text(), u"Ctrl+Alt+K"_s);
        QTest::keyClick(cursor(), Qt::Key_Tab);
        QCOMPARE(cursorName(), u"setShortcut"_s);
    }

    void nothingFound()
    {
        find(u"zzz"_s);
        QVERIFY(!set()->isEnabled());
        QVERIFY(!m_dialog->findChild<shortcuts::KeysEdit *>()->isEnabled());
        picture(*m_dialog, u"shortcuts-none"_s);
    }
};

QTEST_MAIN(TestShortcutsDialog)
#include "tst_shortcutsdialog.moc"
