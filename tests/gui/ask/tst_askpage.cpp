// SPDX-License-Identifier: GPL-3.0-or-later
// The page that asks: fields by keys, live over a document, progress and cancel over a workspace, rows that go to their
// fields.
#include "gui/FormTest.h"

#include "ask/AskPage.h"
#include "ask/DocumentAsk.h"
#include "shell/theme/ElidedLabel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>

using namespace marquee;
using namespace marquee::test;
using ask::AskPage;
using ask::Scope;

namespace {

ask::Question question(const char *on = "2027-03-14", const char *territory = "US", const char *format = "HD")
{
    return ask::readQuestion(
        QLatin1StringView(on), QLatin1StringView(territory), QLatin1StringView(format), {}, rulebook())
        .value();
}

std::vector<ask::ShownAnswers> answers(const QByteArray &text, const ask::Question &asked = question())
{
    return {{u"key"_s, {}, ask::ask(*read(text), rulebook(), asked)}};
}

QByteArray twoWindows()
{
    return avail(window() + ',' + window({{"_TransactionID", "\"w2\""}, {"FormatProfile", "{\"value\":\"UHD\"}"}}));
}

} // namespace

class TestAskPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void model()
    {
        ask::AnswersModel model;
        QAbstractItemModelTester tester(&model);
        model.add(answers(twoWindows()));
        model.add(answers(avail(window({{"Territory", "[{\"country\":\"CA\"}]"}}))));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.allowed(), 1);
        const QModelIndex first = model.index(0, 0);
        const int rows = model.rowCount(first);
        QCOMPARE(model.key(model.index(0, 0, first)), u"key"_s);
        QCOMPARE(model.place(model.index(0, 0, first)).toString(), std::string("/avail/Transaction/0"));
        QCOMPARE(model.place(model.index(rows - 1, 0, first)).toString(),
            std::string("/avail/Transaction/1/FormatProfile/value"));
        QVERIFY(model.index(0, 0, first).data(Qt::AccessibleTextRole).toString().startsWith(u"Allowed: Window w1"_s));
        QVERIFY(model.index(rows - 1, 0, first)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(u"Not allowed: Window w2"_s));
        model.setOnlyAllowed(true);
        QCOMPARE(model.rowCount(), 1);
        model.add(answers(avail(window({{"Territory", "[{\"country\":\"CA\"}]"}}))));
        model.add(answers(avail(window())));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.count(), 4);
        model.setOnlyAllowed(false);
        QCOMPARE(model.rowCount(), 4);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void asksADocumentByItself()
    {
        AskPage page(rulebook());
        QSignalSpy asked(&page, &AskPage::askWanted);
        test::show(page, {1000, 600});
        QVERIFY(seen<QLabel>(page, u"askEmpty"_s)->text().startsWith(u"There is nothing to ask here yet"_s));
        page.askAgain();
        page.setQuestion(question());
        QTest::qWait(0);
        page.setScope(Scope::Document, true, u"night-ferry"_s);
        page.chooseScope(Scope::Document);
        page.askAgain();
        QTRY_VERIFY(!asked.isEmpty());
        QCOMPARE(asked.last()[0].value<ask::Question>(), question());
        QCOMPARE(asked.last()[1].value<Scope>(), Scope::Document);
        QVERIFY(!seen<QPushButton>(page, u"askStart"_s)); // it needs no pressing
    }

    void fieldsByKeys()
    {
        AskPage page(rulebook());
        page.setScope(Scope::Document, true);
        QSignalSpy asked(&page, &AskPage::askWanted);
        test::show(page, {1000, 600});
        fill(page, u"askDay"_s, u"14 Mar 2027"_s);
        fill(page, u"askTerritory"_s, u"CA"_s);
        leave();
        fill(page, u"askFormat"_s, u"uhd"_s);
        leave();
        fill(page, u"askLanguage"_s, u"fr-CA"_s);
        leave();
        const auto now = page.question();
        QVERIFY(now);
        QCOMPARE(now->territory, std::string("CA"));
        QCOMPARE(now->format, std::string("UHD"));
        QCOMPARE(now->language, std::string("fr-CA"));
        QVERIFY(now->on.isDay);
        QTRY_VERIFY(!asked.isEmpty() && asked.last()[0].value<ask::Question>() == *now);
    }

    void whatCantBeRead()
    {
        AskPage page(rulebook());
        page.setScope(Scope::Workspace, true);
        page.chooseScope(Scope::Workspace);
        QSignalSpy asked(&page, &AskPage::askWanted);
        test::show(page, {1000, 600});
        QVERIFY(!seen<QLabel>(page, u"askProblem"_s));
        fill(page, u"askDay"_s, u"soon"_s);
        QVERIFY(seen<QLabel>(page, u"askProblem"_s)->text().contains(u"“soon” isn't a day."_s));
        QVERIFY(!seen<QPushButton>(page, u"askStart"_s)->isEnabled());
        QTest::keyClick(cursor(), Qt::Key_Return);
        QTest::qWait(0);
        QVERIFY(asked.isEmpty());
    }

    void aWorkspaceWhenPressed()
    {
        AskPage page(rulebook());
        page.setScope(Scope::Workspace, true);
        page.chooseScope(Scope::Workspace);
        page.setQuestion(question());
        QSignalSpy asked(&page, &AskPage::askWanted);
        QSignalSpy cancelled(&page, &AskPage::cancelWanted);
        test::show(page, {1000, 600});
        QTest::mouseClick(seen<QPushButton>(page, u"askStart"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        page.begin();
        page.setProgress(1, 3);
        QCOMPARE(seen<QProgressBar>(page, u"askProgress"_s)->maximum(), 3);
        QCOMPARE(seen<theme::ElidedLabel>(page, u"askCounts"_s)->text(), u"1 of 3 documents"_s);
        QTest::mouseClick(seen<QPushButton>(page, u"askStart"_s), Qt::LeftButton); // Cancel now
        QCOMPARE(cancelled.size(), 1);
        page.add(answers(twoWindows()));
        page.add(answers(avail(window({{"Territory", "[{\"country\":\"CA\"}]"}}))));
        page.finish(u"1 couldn't be read"_s);
        QCOMPARE(
            seen<theme::ElidedLabel>(page, u"askCounts"_s)->text(), u"1 of 2 avails say yes · 1 couldn't be read"_s);
        QVERIFY(!seen<QProgressBar>(page, u"askProgress"_s));
        QTest::mouseClick(seen<QPushButton>(page, u"askOnlyAllowed"_s), Qt::LeftButton);
        QCOMPARE(page.model().rowCount(), 1);
        fill(page, u"askDay"_s, u"2027-03-15"_s); // a workspace isn't asked by itself
        QTest::keyClick(cursor(), Qt::Key_Return);
        QTRY_COMPARE(asked.size(), 2);
    }

    void rowsGoToTheirFields()
    {
        AskPage page(rulebook());
        page.setScope(Scope::Document, true);
        QSignalSpy wanted(&page, &AskPage::placeWanted);
        test::show(page, {1000, 600});
        page.showAnswers(answers(twoWindows()));
        auto *tree = seen<QTreeView>(page, u"askAnswers"_s);
        QVERIFY(tree);
        const QModelIndex first = tree->model()->index(0, 0);
        QVERIFY(tree->isExpanded(first));
        QCOMPARE(first.data().toString(), u"Night Ferry"_s); // what it says stands above
        QVERIFY(seen<QLabel>(page, u"askSaid"_s)->text().startsWith(u"Yes: Night Ferry may be shown"_s));
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(tree->model()->rowCount(first) - 1, 0, first));
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), u"key"_s);
        QCOMPARE(wanted[0][1].value<Pointer>(), place("/avail/Transaction/1/FormatProfile/value"));
    }

    void severalReasonsAreOneWindow()
    {
        ask::AnswersModel model;
        model.add(
            answers(avail(window({{"Territory", "[{\"country\":\"CA\"}]"}, {"Start", "\"2027-09-01T00:00:00Z\""}}))));
        const QModelIndex first = model.index(0, 0);
        QCOMPARE(model.rowCount(first), 2);
        QVERIFY(!model.index(0, 0, first).data(ask::AnswersModel::MoreRole).toBool());
        QVERIFY(model.index(1, 0, first).data(ask::AnswersModel::MoreRole).toBool());
        QVERIFY(model.index(1, 0, first).data(Qt::AccessibleTextRole).toString().contains(u"Window w1"_s));
    }

    void nothingAndFailures()
    {
        AskPage page(rulebook());
        page.setScope(Scope::Document, true);
        test::show(page, {1000, 600});
        page.showAnswers({});
        QCOMPARE(seen<QLabel>(page, u"askEmpty"_s)->text(), u"There is no avail in it."_s);
        page.fail(makeError(Error::Code::Malformed, u"It isn't JSON."_s, u"Put it right."_s));
        QCOMPARE(seen<QLabel>(page, u"askEmpty"_s)->text(), u"It isn't JSON. Put it right."_s);
    }

    void aDocumentOnAnotherThread()
    {
        ask::DocumentAsk asker(rulebook());
        QSignalSpy finished(&asker, &ask::DocumentAsk::finished);
        asker.start(payload::Text(twoWindows()), question("2020-01-01"));
        asker.start(payload::Text(twoWindows()), question()); // the last counts
        QVERIFY(asker.isRunning());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!asker.isRunning() && !asker.error());
        QVERIFY(asker.answers()[0].isAllowed());
        asker.start(payload::Text(QByteArray("{")), question());
        QTRY_COMPARE(finished.size(), 2);
        QVERIFY(asker.error() && asker.answers().empty());
        asker.start(payload::Text(twoWindows()), question());
        asker.cancel();
        QVERIFY(!asker.isRunning());
    }

    void everythingHasAName()
    {
        AskPage page(rulebook());
        for (const QPushButton *button : page.findChildren<QPushButton *>())
            QVERIFY(!button->objectName().isEmpty() && !button->accessibleName().isEmpty());
        for (const QComboBox *combo : page.findChildren<QComboBox *>())
            QVERIFY2(
                !combo->objectName().isEmpty() && !combo->accessibleName().isEmpty(), qPrintable(combo->objectName()));
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("percent");
        QTest::newRow("light") << false << 100;
        QTest::newRow("dark") << true << 100;
        QTest::newRow("large") << false << 150;
    }

    void pictures()
    {
        QFETCH(bool, dark);
        QFETCH(int, percent);
        theme::Theme::instance().apply(*qApp, dark ? theme::Mode::Dark : theme::Mode::Light, percent);
        AskPage page(rulebook());
        page.setScope(Scope::Document, true, u"night-ferry"_s);
        page.setScope(Scope::Workspace, true);
        page.chooseScope(Scope::Workspace);
        page.setQuestion(question());
        test::show(page, {1100, 640});
        page.begin();
        page.add({{u"a"_s, u"films/night-ferry"_s, ask::ask(*read(twoWindows()), rulebook(), question())},
            {u"b"_s, u"films/harbour-lights"_s,
                ask::ask(*read(avail(window({{"Territory", "[{\"country\":\"CA\"},{\"country\":\"MX\"}]"},
                             {"Start", "\"2027-09-01T00:00:00Z\""}}))),
                    rulebook(), question())}});
        page.finish();
        QVERIFY(!page.grab().isNull());
        const QByteArray folder = qgetenv("MARQUEE_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(page.grab().save(QString::fromLocal8Bit(folder) + u"/ask-"_s
                + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
        AskPage alone(rulebook());
        alone.setScope(Scope::Document, true);
        alone.setQuestion(question());
        test::show(alone, {900, 480});
        alone.showAnswers(answers(twoWindows()));
        QCoreApplication::processEvents();
        if (!folder.isEmpty())
            QVERIFY(alone.grab().save(QString::fromLocal8Bit(folder) + u"/alone-"_s
                + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
};

QTEST_MAIN(TestAskPage)
#include "tst_askpage.moc"
