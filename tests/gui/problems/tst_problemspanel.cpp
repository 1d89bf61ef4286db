// SPDX-License-Identifier: GPL-3.0-or-later
// The panel with real events: pointer, keys, filters, and what it asks for.
#include "unit/rules/Fixture.h"

#include "problems/FixDelegate.h"
#include "problems/ProblemsModel.h"
#include "problems/ProblemsPanel.h"
#include "problems/RuleSheet.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using problems::FixDelegate;
using problems::ProblemsModel;
using problems::ProblemsPanel;
using workspace::OpenDocument;

namespace {

const QByteArray backwards = window({{"End", "\"2026-12-01T00:00:00Z\""}}); // AV101, with a fix

std::unique_ptr<OpenDocument> opened(const QByteArray &text)
{
    return OpenDocument::read(rulebook(), text, OpenDocument::Origin::File, {}, fixedClock);
}

QByteArray manyProblems()
{
    return avail(backwards + ',' + window({{"_TransactionID", "\"w2\""}, {"LicenseType", "\"SVOT\""}}) + ','
        + window({{"_TransactionID", "\"w3\""}, {"HoldbackLanguage", "[{\"value\":\"fr\"}]"}}));
}

} // namespace

class TestProblemsPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ProblemsPanel> m_panel;
    QTableView *m_table = nullptr;

    template <class T>
    T *child(const QString &name) const
    {
        return m_panel->findChild<T *>(name);
    }
    void show(OpenDocument *document)
    {
        m_panel->setDocument(document);
        m_panel->resize(900, 240);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    int rowOf(const QString &rule) const
    {
        for (int row = 0; row < m_table->model()->rowCount(); ++row) {
            if (m_table->model()->index(row, ProblemsModel::Rule).data().toString() == rule)
                return row;
        }
        return -1;
    }
    QModelIndex cell(const QString &rule, int column) const { return m_table->model()->index(rowOf(rule), column); }
    void click(const QPoint &point) const { QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, point); }
    void save(const QString &name) const
    {
        if (const QString folder = qEnvironmentVariable("MARQUEE_PICTURES"); !folder.isEmpty())
            m_panel->grab().save(folder + u'/' + name + u".png"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<payload::Pointer>();
        qRegisterMetaType<payload::Path>();
        qRegisterMetaType<rules::Fix>();
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
    void init()
    {
        m_panel = std::make_unique<ProblemsPanel>(rulebook());
        m_table = child<QTableView>(u"problemsTable"_s);
    }
    void cleanup() { m_panel.reset(); }

    void emptyStates()
    {
        show(nullptr);
        auto *words = child<QLabel>(u"problemsEmpty"_s);
        QVERIFY(words->isVisible());
        QCOMPARE(words->text(), u"Open or make a document to see its problems here."_s);
        const auto document = opened(avail(window()));
        m_panel->setDocument(document.get());
        QCOMPARE(words->text(), u"No problems. Everything that the rules look at is in order."_s);
        QVERIFY(!child<QPushButton>(u"problemsClear"_s)->isVisible());
        save(u"problems-none"_s);
    }

    void pointer()
    {
        const auto document = opened(manyProblems());
        show(document.get());
        QSignalSpy went(m_panel.get(), &ProblemsPanel::activated);
        QSignalSpy fixes(m_panel.get(), &ProblemsPanel::fixWanted);
        click(m_table->visualRect(cell(u"AV101"_s, ProblemsModel::Message)).center());
        QCOMPARE(went.size(), 1);
        QCOMPARE(went.first().first().value<Pointer>().toString(), std::string("/avail/Transaction/0/End"));
        const QModelIndex fix = cell(u"AV101"_s, ProblemsModel::Fix);
        const QRect button = FixDelegate::buttonRect(m_table->visualRect(fix), fix);
        QVERIFY(button.isValid());
        click(button.center());
        QCOMPARE(fixes.size(), 1);
        QCOMPARE(fixes.first().first().value<rules::Fix>().title, u"Swap dates"_s);
        QCOMPARE(went.size(), 1);
        // Pressed, and let go elsewhere: not meant.
        QTest::mousePress(m_table->viewport(), Qt::LeftButton, {}, button.center());
        QTest::mouseMove(m_table->viewport(), QPoint(200, button.center().y()));
        QTest::mouseRelease(m_table->viewport(), Qt::LeftButton, {}, QPoint(200, button.center().y()));
        QCOMPARE(fixes.size(), 1);
        QCOMPARE(went.size(), 1);
        // Beside the button it is the row.
        click({button.left() - 3, button.center().y()});
        QCOMPARE(went.size(), 2);
        save(u"problems-rows"_s);
    }

    void keys()
    {
        const auto document = opened(manyProblems());
        show(document.get());
        QSignalSpy went(m_panel.get(), &ProblemsPanel::activated);
        QSignalSpy fixes(m_panel.get(), &ProblemsPanel::fixWanted);
        QSignalSpy explained(m_panel.get(), &ProblemsPanel::explainWanted);
        m_panel->focusFirst();
        QTest::keyClick(m_table, Qt::Key_Return);
        QCOMPARE(went.size(), 1);
        while (m_table->currentIndex().row() < rowOf(u"AV101"_s))
            QTest::keyClick(m_table, Qt::Key_Down);
        QTest::keyClick(m_table, Qt::Key_Period); // without Ctrl
        QCOMPARE(fixes.size(), 0);
        QTest::keyClick(m_table, Qt::Key_Period, Qt::ControlModifier);
        QCOMPARE(fixes.size(), 1);
        QTest::keyClick(m_table, Qt::Key_F1);
        QCOMPARE(explained.size(), 1);
        QCOMPARE(explained.first().first().toString(), u"AV101"_s);
        QTest::keyClick(m_table, Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(went.size(), 2);
    }

    void contextMenu()
    {
        const auto document = opened(manyProblems());
        show(document.get());
        QSignalSpy fixes(m_panel.get(), &ProblemsPanel::fixWanted);
        QSignalSpy explained(m_panel.get(), &ProblemsPanel::explainWanted);
        m_table->setCurrentIndex(cell(u"AV101"_s, ProblemsModel::Message));
        const auto openMenu = [this] {
            QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
            QCoreApplication::sendEvent(m_table->viewport(), &event);
            return m_panel->findChild<QMenu *>(u"problemsMenu"_s);
        };
        QMenu *menu = openMenu();
        QVERIFY(menu);
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts << action->text();
        QVERIFY(texts.contains(u"Swap dates"_s));
        QVERIFY(texts.contains(u"Explain AV101"_s));
        menu->actions().at(static_cast<qsizetype>(texts.indexOf(u"Swap dates"_s)))->trigger();
        menu->actions().at(static_cast<qsizetype>(texts.indexOf(u"Explain AV101"_s)))->trigger();
        QCOMPARE(fixes.size(), 1);
        QCOMPARE(explained.size(), 1);
        menu->close();
    }

    void filters()
    {
        const auto document = opened(manyProblems());
        show(document.get());
        const int all = m_table->model()->rowCount();
        auto *errors = child<QPushButton>(u"problemsErrors"_s);
        QCOMPARE(errors->text(), u"Errors %1"_s.arg(document->counts().errors));
        QVERIFY(errors->accessibleName().endsWith(u"shown"_s));
        errors->setFocus();
        QTest::keyClick(errors, Qt::Key_Space);
        QVERIFY(errors->accessibleName().endsWith(u"hidden"_s));
        QVERIFY(QAccessible::queryAccessibleInterface(errors)->state().checkable);
        QVERIFY(!QAccessible::queryAccessibleInterface(errors)->state().checked);
        QCOMPARE(m_table->model()->rowCount(), all - document->counts().errors);
        QTest::keyClick(errors, Qt::Key_Space);
        auto *search = child<QLineEdit>(u"problemsFilter"_s);
        QTest::keyClicks(search, u"w1 end"_s);
        QCOMPARE(m_table->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Return); // to the first that is left
        QVERIFY(m_table->currentIndex().isValid());
        QTest::keyClicks(search, u" nowhere"_s);
        QCOMPARE(m_table->model()->rowCount(), 0);
        auto *clear = child<QPushButton>(u"problemsClear"_s);
        QVERIFY(clear->isVisible());
        save(u"problems-filtered"_s);
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(m_table->model()->rowCount(), all);
    }

    void selectionStaysWithItsProblem()
    {
        const auto document = opened(manyProblems());
        show(document.get());
        m_table->setCurrentIndex(cell(u"AV101"_s, ProblemsModel::Message));
        // Another problem comes before it.
        QVERIFY(document->apply(Edit::set(*Pointer::parse("/avail/ALID"), "\"\"")).value());
        QTRY_VERIFY(m_table->currentIndex().row() == rowOf(u"AV101"_s) && rowOf(u"AV101"_s) > 0);
        QVERIFY(document->apply(Edit::set(*Pointer::parse("/avail/Transaction/0/End"), "\"2029-01-01T00:00:00Z\""))
                    .value());
        QTRY_COMPARE(rowOf(u"AV101"_s), -1);
        QVERIFY(!m_table->currentIndex().isValid());
    }

    void repair()
    {
        const auto document = opened("{\n  \"a\": 1\n  \"b\": 2\n}");
        show(document.get());
        QSignalSpy repair(m_panel.get(), &ProblemsPanel::repairWanted);
        QSignalSpy fixes(m_panel.get(), &ProblemsPanel::fixWanted);
        m_panel->focusFirst();
        QTest::keyClick(m_table, Qt::Key_Period, Qt::ControlModifier);
        QCOMPARE(repair.size(), 1);
        const QModelIndex fix = m_table->model()->index(0, ProblemsModel::Fix);
        click(FixDelegate::buttonRect(m_table->visualRect(fix), fix).center());
        QCOMPARE(repair.size(), 2);
        QCOMPARE(fixes.size(), 0);
        save(u"problems-malformed"_s);
    }

    void saysHowManyMore()
    {
        QByteArray windows;
        for (int i = 0; i < 320; ++i)
            windows += (i == 0 ? "" : ",") + window({{"_TransactionID", "\"w" + QByteArray::number(i) + '"'}});
        const auto document = opened(avail(windows));
        show(document.get());
        auto *more = child<QLabel>(u"problemsMore"_s);
        QVERIFY(more->isVisible());
        QVERIFY(more->text().contains(QLocale().toString(document->counts().total() - ProblemsModel::Most)));
        save(u"problems-more"_s);
    }

    void ruleSheet()
    {
        const rules::Rule *rule = rulebook().rules->find("AV101");
        problems::RuleSheet sheet(*rule);
        sheet.show();
        QCOMPARE(sheet.findChild<QLabel *>(u"ruleTitle"_s)->text(), rule->title());
        QCOMPARE(sheet.findChild<QLabel *>(u"ruleWhy"_s)->text(), rule->why());
        QCOMPARE(sheet.findChild<QLabel *>(u"ruleSource"_s)->text(), rule->source());
        QVERIFY(sheet.findChild<QLabel *>(u"ruleKind"_s)->text().contains(u"AV101"_s));
        if (const QString folder = qEnvironmentVariable("MARQUEE_PICTURES"); !folder.isEmpty())
            sheet.grab().save(folder + u"/rule-sheet.png"_s);
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QVERIFY(!sheet.isVisible());
    }

    /// Other themes and sizes are looked at by people; here only that nothing stands outside of its row.
    void largeAndDark()
    {
        theme::Theme::instance().apply(*qApp, theme::Mode::Dark, 150);
        const auto document = opened(manyProblems());
        show(document.get());
        const QModelIndex fix = cell(u"AV101"_s, ProblemsModel::Fix);
        QVERIFY(m_table->visualRect(fix).contains(FixDelegate::buttonRect(m_table->visualRect(fix), fix)));
        QVERIFY(m_table->viewport()->rect().contains(FixDelegate::buttonRect(m_table->visualRect(fix), fix)));
        save(u"problems-dark-150"_s);
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
};

QTEST_MAIN(TestProblemsPanel)
#include "tst_problemspanel.moc"
