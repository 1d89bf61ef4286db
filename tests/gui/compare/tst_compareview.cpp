// SPDX-License-Identifier: GPL-3.0-or-later
// Two sides chosen from lists, what doesn't count, the differences and where they go, reports, and the shortcuts.
#include "gui/FormTest.h"

#include "changes/ChangesModel.h"
#include "compare/CompareView.h"
#include "compare/MemberChips.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace marquee;
using namespace marquee::test;
using compare::CompareView;
using compare::Entry;
using compare::Side;

namespace {

std::vector<Entry> entries()
{
    return {{u"d1"_s, u"night-ferry"_s, {}, Entry::Kind::Document},
        {u"f1"_s, u"old/night-ferry"_s, {}, Entry::Kind::File},
        {u"a1"_s, u"Get full extract"_s, u"12:04, sandbox"_s, Entry::Kind::Answer},
        {u"j1"_s, u"Get full extract"_s, u"13 Mar 2027, production"_s, Entry::Kind::Journal}};
}

QByteArray one()
{
    return avail(window());
}

QByteArray other()
{
    return avail(window(
        {{"End", "\"2029-01-01T00:00:00Z\""}, {"FormatProfile", "{\"value\":\"UHD\"}"}, {"ContractID", "\"NF-7\""}}));
}

QString emptyWords(const CompareView &view)
{
    const auto *label = seen<QLabel>(view, u"compareEmpty"_s);
    return label ? label->text() : QString();
}

} // namespace

class TestCompareView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void chooseAndCompare()
    {
        CompareView view(rulebook());
        view.setEntries(entries());
        QSignalSpy bytes(&view, &CompareView::bytesWanted);
        test::show(view, {1100, 640});
        QVERIFY(emptyWords(view).startsWith(u"Choose two"_s));
        view.choose(Side::Before, u"f1"_s);
        QCOMPARE(bytes.size(), 1);
        QCOMPARE(bytes[0][1].toString(), u"f1"_s);
        QCOMPARE(emptyWords(view), u"Reading…"_s);
        view.setSide(Side::Before, u"old/night-ferry"_s, one());
        auto *list = seen<QComboBox>(view, u"compareAfter"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down); // opens it
        QTest::keyClick(list->view(), Qt::Key_Home);
        QTest::keyClick(list->view(), Qt::Key_Return);
        QTRY_COMPARE(bytes.size(), 2);
        QCOMPARE(bytes[1][0].value<Side>(), Side::After);
        QCOMPARE(bytes[1][1].toString(), u"d1"_s);
        view.setSide(Side::After, u"night-ferry"_s, other());
        QTRY_COMPARE(view.model().rowCount(), 3);
        QVERIFY(seen<QLabel>(view, u"compareCounts"_s)->text().contains(u"2 changed · 1 added"_s));
        QCOMPARE(view.model().headerData(changes::ChangesModel::After, Qt::Horizontal, Qt::DisplayRole).toString(),
            u"night-ferry"_s);
        // The entries come again, with one less: what was chosen stays.
        auto fewer = entries();
        fewer.pop_back();
        view.setEntries(fewer);
        QCOMPARE(view.chosen(Side::After), u"d1"_s);
        QCOMPARE(seen<QComboBox>(view, u"compareBefore"_s)->currentIndex(), 1);
    }

    void swapped()
    {
        CompareView view(rulebook());
        view.setEntries(entries());
        test::show(view, {1100, 640});
        view.choose(Side::Before, u"f1"_s);
        view.setSide(Side::Before, u"old"_s, one());
        view.choose(Side::After, u"d1"_s);
        view.setSide(Side::After, u"new"_s, other());
        QTRY_COMPARE(view.model().comparison().added, std::size_t(1));
        QTest::mouseClick(seen<QPushButton>(view, u"compareSwap"_s), Qt::LeftButton);
        QTRY_COMPARE(view.model().comparison().removed, std::size_t(1));
        QCOMPARE(view.chosen(Side::Before), u"d1"_s);
        QCOMPARE(seen<QComboBox>(view, u"compareAfter"_s)->currentIndex(), 1);
    }

    void whatDoesntCount()
    {
        CompareView view(rulebook());
        QSignalSpy remembered(&view, &CompareView::ignoredChanged);
        test::show(view, {1100, 640});
        view.setSide(Side::Before, u"a"_s, one(), false);
        view.setSide(Side::After, u"b"_s, other(), false);
        QTRY_COMPARE(view.model().rowCount(), 3);
        fill(view, u"compareIgnoredLine"_s, u"End"_s);
        QTest::keyClick(cursor(), Qt::Key_Return);
        QTRY_COMPARE(view.model().rowCount(), 2);
        fill(view, u"compareIgnoredLine"_s, u"/avail/Transaction/*/ContractID"_s);
        QTest::keyClick(cursor(), Qt::Key_Return);
        QTRY_COMPARE(view.model().rowCount(), 1);
        fill(view, u"compareIgnoredLine"_s, u"/a~9"_s); // no pointer
        QTest::keyClick(cursor(), Qt::Key_Return);
        QCOMPARE(view.ignored().size(), 2);
        QCOMPARE(cursor()->property("severity").toString(), u"error"_s);
        QTest::mouseClick(seen<QPushButton>(view, u"compareIgnored-End"_s), Qt::LeftButton);
        QTRY_COMPARE(view.model().rowCount(), 2);
        QCOMPARE(remembered.size(), 3);
        view.setIgnored({u"avail"_s}, true);
        QTRY_COMPARE(emptyWords(view), u"Both say the same, but for what is left out."_s);
        QVERIFY(view.anyOrder());
    }

    void order()
    {
        CompareView view(rulebook());
        test::show(view, {1100, 640});
        view.setSide(Side::Before, u"a"_s, "[1,2]", false);
        view.setSide(Side::After, u"b"_s, "[2,1]", false);
        QTRY_VERIFY(view.model().rowCount() > 0);
        QTest::mouseClick(seen<QCheckBox>(view, u"compareAnyOrder"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QTRY_COMPARE(view.model().rowCount(), 0);
    }

    void aDifferenceGoesToItsSide()
    {
        CompareView view(rulebook());
        view.setEntries(entries());
        QSignalSpy wanted(&view, &CompareView::placeWanted);
        test::show(view, {1100, 640});
        view.choose(Side::Before, u"f1"_s);
        view.setSide(Side::Before, u"old"_s, one());
        view.choose(Side::After, u"d1"_s);
        view.setSide(Side::After, u"new"_s, other());
        QTRY_COMPARE(view.model().rowCount(), 3);
        auto *table = seen<QTableView>(view, u"compareDifferences"_s);
        const auto click = [table](int row, int column) {
            QTest::mouseClick(
                table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(row, column)).center());
        };
        click(0, changes::ChangesModel::Before);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<Side>(), Side::Before);
        QCOMPARE(wanted[0][1].toString(), u"f1"_s);
        click(0, changes::ChangesModel::After);
        QCOMPARE(wanted[1][0].value<Side>(), Side::After);
        QCOMPARE(wanted[1][1].toString(), u"d1"_s);
        click(2, changes::ChangesModel::Before); // it stands after only
        QCOMPARE(wanted[2][0].value<Side>(), Side::After);
        QCOMPARE(wanted[2][2].value<Pointer>(), place("/avail/Transaction/0/ContractID"));
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, changes::ChangesModel::Place));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(wanted.size(), 4);
    }

    void reports()
    {
        CompareView view(rulebook());
        view.setMask([](const QString &text) { return QString(text).replace(u"hush"_s, u"***"_s); });
        QSignalSpy saved(&view, &CompareView::saveWanted);
        test::show(view, {1100, 640});
        QVERIFY(!seen<QPushButton>(view, u"compareExport"_s)->isEnabled());
        view.setSide(Side::Before, u"one/a b"_s, "{\"apiKey\":\"k1\",\"note\":\"hush\"}", false);
        view.setSide(Side::After, u"two"_s, "{\"apiKey\":\"k2\",\"note\":\"loud\"}", false);
        QTRY_VERIFY(seen<QPushButton>(view, u"compareExport"_s)->isEnabled());
        view.findChild<QAction *>(u"compareExportHtml"_s)->trigger();
        view.findChild<QAction *>(u"compareExportMarkdown"_s)->trigger();
        QCOMPARE(saved.size(), 2);
        QCOMPARE(saved[0][1].toString(), u"one-a-b-two.html"_s);
        QCOMPARE(saved[1][1].toString(), u"one-a-b-two.md"_s);
        for (const auto &report : saved) {
            const QByteArray bytes = report[0].toByteArray();
            QVERIFY(bytes.contains("loud"));
            QVERIFY(!bytes.contains("hush") && !bytes.contains("k1") && !bytes.contains("k2"));
        }
    }

    void shortcuts()
    {
        CompareView view(rulebook());
        QSignalSpy same(&view, &CompareView::sameCallWanted);
        QSignalSpy last(&view, &CompareView::lastTimeWanted);
        test::show(view, {1100, 640});
        QVERIFY(!seen<QPushButton>(view, u"compareSameCall"_s));
        view.setEnvironments({u"sandbox"_s, u"test"_s});
        view.setCanRepeat(true, false);
        seen<QComboBox>(view, u"compareEnvironment"_s)->setCurrentIndex(1);
        QTest::mouseClick(seen<QPushButton>(view, u"compareSameCall"_s), Qt::LeftButton);
        QCOMPARE(same[0][0].toString(), u"test"_s);
        QVERIFY(!seen<QPushButton>(view, u"compareLastTime"_s)->isEnabled());
        view.setCanRepeat(true, true);
        QTest::mouseClick(seen<QPushButton>(view, u"compareLastTime"_s), Qt::LeftButton);
        QCOMPARE(last.size(), 1);
    }

    void badSides()
    {
        CompareView view(rulebook());
        view.setEntries(entries());
        test::show(view, {1100, 640});
        view.setSide(Side::Before, u"a"_s, "{", false);
        view.setSide(Side::After, u"b"_s, "{}", false);
        QTRY_VERIFY(emptyWords(view).startsWith(u"a can't be compared: "_s));
        view.choose(Side::Before, u"f1"_s);
        view.failSide(Side::Before, makeError(Error::Code::NotFound, u"It isn't there."_s, u"Choose another."_s));
        QCOMPARE(emptyWords(view), u"It isn't there. Choose another."_s);
        view.setSide(Side::Before, u"a"_s, "{}", false);
        QTRY_COMPARE(emptyWords(view), u"Both say the same."_s);
    }

    void cancelled()
    {
        CompareView view(rulebook());
        test::show(view, {1100, 640});
        view.setSide(Side::Before, u"a"_s, one(), false);
        view.setSide(Side::After, u"b"_s, other(), false);
        QVERIFY(view.isBusy());
        QTest::mouseClick(seen<QPushButton>(view, u"compareCancel"_s), Qt::LeftButton);
        QVERIFY(!view.isBusy());
        QVERIFY(emptyWords(view).startsWith(u"Cancelled."_s));
    }

    void everythingHasAName()
    {
        CompareView view(rulebook());
        for (const QPushButton *button : view.findChildren<QPushButton *>())
            QVERIFY(!button->objectName().isEmpty() && !button->accessibleName().isEmpty());
        for (const QComboBox *combo : view.findChildren<QComboBox *>())
            QVERIFY(!combo->objectName().isEmpty() && !combo->accessibleName().isEmpty());
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
        CompareView view(rulebook());
        view.setEntries(entries());
        view.setEnvironments({u"sandbox"_s, u"test"_s});
        view.setIgnored({u"_TransactionID"_s, u"/avail/Transaction/*/Start"_s}, false);
        test::show(view, {1100, 640});
        view.choose(Side::Before, u"a1"_s);
        view.setSide(Side::Before, u"Get full extract"_s, one());
        view.choose(Side::After, u"d1"_s);
        view.setSide(Side::After, u"night-ferry"_s, other());
        QTRY_COMPARE(view.model().rowCount(), 3);
        const QByteArray folder = qgetenv("MARQUEE_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(view.grab().save(QString::fromLocal8Bit(folder) + u"/compare-"_s
                + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
};

QTEST_MAIN(TestCompareView)
#include "tst_compareview.moc"
