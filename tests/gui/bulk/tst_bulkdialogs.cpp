// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs that change many windows: what is asked, what is shown, and the edits that come of it.
#include "bulk/CheckList.h"
#include "bulk/DateDialog.h"
#include "bulk/PasteDialog.h"
#include "bulk/ShiftDialog.h"
#include "bulk/SpreadDialog.h"
#include "unit/windows/WindowsTest.h"

#include "shell/theme/Theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

using namespace marquee;
using namespace marquee::test;
using namespace marquee::bulk;
using namespace Qt::StringLiterals;

namespace {

template <class Widget>
Widget *in(const QWidget &parent, const QString &name)
{
    auto *found = parent.findChild<Widget *>(name);
    if (!found)
        qFatal("There is no %s.", qPrintable(name));
    return found;
}

QString words(const QWidget &dialog, const QString &name)
{
    const auto *label = in<QLabel>(dialog, name);
    return label->isVisible() ? label->text() : QString();
}

QPushButton *button(const QWidget &dialog)
{
    return in<QPushButton>(dialog, u"bulkApply"_s);
}

/// Where the box is: the rest of its row takes no clicks.
void tick(QCheckBox *box)
{
    QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
}

void open(QDialog &dialog)
{
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QApplication::setActiveWindow(&dialog);
    QTest::qWait(0);
}

QString cell(const QWidget &dialog, const QString &table, int row, int column)
{
    return in<QTableView>(dialog, table)->model()->index(row, column).data().toString();
}

/// For looking at: where MARQUEE_SHOTS names a folder, pictures are left there.
void shoot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("MARQUEE_SHOTS");
    if (folder.isEmpty())
        return;
    const QSize size = widget.size();
    for (const auto &[mode, percent, suffix] : {std::tuple(theme::Mode::Light, 100, u"light"_s),
             {theme::Mode::Dark, 100, u"dark"_s}, {theme::Mode::Light, 150, u"large"_s}}) {
        theme::Theme::instance().apply(*qApp, mode, percent);
        widget.resize(size * percent / 100);
        QTest::qWait(50);
        widget.grab().save(folder + u'/' + name + u'-' + suffix + u".png"_s);
    }
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    widget.resize(size);
}

QByteArray two()
{
    return dated("NF-US", "2027-01-31T00:00:00Z", "2028-01-01T00:00:00Z") + ','
        + dated("NF-GB", "2027-03-01T09:00:00+01:00", "", {{"Territory", "[{\"country\":\"GB\"}]"}});
}

} // namespace

class TestBulkDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void shifts()
    {
        Windows all(two());
        ShiftDialog dialog(all.context(), {0, 1});
        open(dialog);
        QVERIFY(!button(dialog)->isEnabled());
        QVERIFY(words(dialog, u"bulkRemarks"_s).contains(u"Say by how many"_s));
        QTest::keyClicks(in<QSpinBox>(dialog, u"shiftMonths"_s), u"1"_s);
        QCOMPARE(button(dialog)->text(), u"Shift 2 window(s)"_s);
        QCOMPARE(cell(dialog, u"shiftPreview"_s, 0, 0), u"NF-US"_s);
        QVERIFY(cell(dialog, u"shiftPreview"_s, 0, 1).endsWith(u"28 Feb 2027 00:00"_s));
        QCOMPARE(cell(dialog, u"shiftPreview"_s, 1, 2), u"–"_s);
        shoot(dialog, u"shift"_s);
        QTest::keyClick(in<QCheckBox>(dialog, u"shiftEnd"_s), Qt::Key_Space);
        QCOMPARE(cell(dialog, u"shiftPreview"_s, 0, 2), u"1 Jan 2028 00:00"_s);
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QVERIFY(all.document->apply(dialog.edits(), {dialog.caption(), {}}).value());
        QCOMPARE(all.dates(),
            (QStringList{
                u"NF-US 2027-02-28T00:00:00Z – 2028-01-01T00:00:00Z"_s, u"NF-GB 2027-04-01T09:00:00+01:00 – "_s}));
    }

    void endsAndSplits()
    {
        Windows all(two());
        DateDialog dialog(DateDialog::Purpose::SetEnd, all.context(), {0, 1});
        open(dialog);
        QVERIFY(!button(dialog)->isEnabled());
        auto *line = in<QLineEdit>(dialog, u"bulkDate"_s);
        QVERIFY(line->hasFocus());
        QTest::keyClicks(line, u"2029-06"_s);
        QVERIFY(words(dialog, u"bulkRemarks"_s).startsWith(u"That isn't a date."_s));
        QTest::keyClicks(line, u"-01 9:00"_s);
        QCOMPARE(button(dialog)->text(), u"Set the end of 2 window(s)"_s);
        shoot(dialog, u"end"_s);
        QTest::keyClick(line, Qt::Key_Backspace); // 9:0
        QVERIFY(!button(dialog)->isEnabled());
        QTest::keyClicks(line, u"0"_s);
        QTest::mouseClick(button(dialog), Qt::LeftButton);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QVERIFY(all.document->apply(dialog.edits()).value());
        QCOMPARE(all.text(0, "End"), u"2029-06-01T09:00:00Z"_s);
        QCOMPARE(all.text(1, "End"), u"2029-06-01T10:00:00+01:00"_s);

        DateDialog none(DateDialog::Purpose::SetEnd, all.context(), {0, 1});
        open(none);
        QTest::keyClick(in<QCheckBox>(none, u"bulkNoEnd"_s), Qt::Key_Space);
        QVERIFY(!in<QLineEdit>(none, u"bulkDate"_s)->isEnabled());
        QCOMPARE(none.edits().size(), 2u);

        DateDialog split(DateDialog::Purpose::Split, all.context(), {0, 1});
        open(split);
        QVERIFY(!in<QCheckBox>(split, u"bulkNoEnd"_s)->isVisible());
        QTest::keyClicks(in<QLineEdit>(split, u"bulkDate"_s), u"2027-02-15"_s);
        QCOMPARE(button(split)->text(), u"Split 1 window(s)"_s);
        QVERIFY(words(split, u"bulkRemarks"_s).startsWith(u"1 window(s) aren't open"_s));
        shoot(split, u"split"_s);
        QTest::keyClick(&split, Qt::Key_Escape);
        QCOMPARE(split.result(), static_cast<int>(QDialog::Rejected));
    }

    void spreads()
    {
        Windows all(two());
        SpreadDialog dialog(all.context(), 0);
        open(dialog);
        QVERIFY(!button(dialog)->isEnabled()); // only itself is ticked
        new QAbstractItemModelTester(in<QListView>(dialog, u"territoriesList"_s)->model(), &dialog);
        auto *search = in<QLineEdit>(dialog, u"territoriesSearch"_s);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"irel"_s);
        auto *list = in<QListView>(dialog, u"territoriesList"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(list, Qt::Key_Down);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Space);
        search->clear();
        tick(in<QCheckBox>(dialog, u"formatsAll"_s));
        const auto formats = static_cast<int>(in<CheckList>(dialog, u"formats"_s)->ticked().size());
        QVERIFY(formats > 2);
        QCOMPARE(button(dialog)->text(), QStringLiteral("Add %1 window(s)").arg(2 * formats - 1));
        QCOMPARE(words(dialog, u"bulkCounts"_s), QStringLiteral("%1 window(s)").arg(2 * formats - 1));
        QCOMPARE(words(dialog, u"bulkRemarks"_s), u"1 combination(s) stand already and are left out."_s);
        QVERIFY(cell(dialog, u"spreadPreview"_s, 1, 0).startsWith(u"NF-US-US-VOD-"_s));
        shoot(dialog, u"spread"_s);
        auto *pattern = in<QLineEdit>(dialog, u"spreadPattern"_s);
        pattern->selectAll();
        QTest::keyClicks(pattern, u"{id}-{n:3"_s);
        QVERIFY(words(dialog, u"bulkRemarks"_s).startsWith(u"A brace"_s) && !button(dialog)->isEnabled());
        QTest::keyClicks(pattern, u"}"_s);
        QCOMPARE(cell(dialog, u"spreadPreview"_s, 1, 0), u"NF-US-001"_s);
        tick(in<QCheckBox>(dialog, u"formatsAll"_s)); // none: as the window says
        QCOMPARE(button(dialog)->text(), u"Add 1 window(s)"_s);
        QTest::mouseClick(button(dialog), Qt::LeftButton);
        QVERIFY(all.document->apply(dialog.edits()).value());
        QCOMPARE(all.count(), 3u);
        QCOMPARE(all.at(1).member("Territory").raw(), std::string(R"([{"country":"IE"}])"));
    }

    void selectAllOfWhatIsShown()
    {
        CheckList list(u"x"_s, u"X"_s, {{"a1", u"one"_s}, {"a2", u"two"_s}, {"b1", u"three"_s}}, {"b1", "odd"});
        list.show();
        QCOMPARE(list.ticked(), (std::vector<std::string>{"odd", "b1"}));
        auto *all = in<QCheckBox>(list, u"xAll"_s);
        QCOMPARE(all->checkState(), Qt::PartiallyChecked);
        QTest::keyClicks(in<QLineEdit>(list, u"xSearch"_s), u"a"_s);
        QCOMPARE(all->checkState(), Qt::Unchecked);
        tick(all);
        QCOMPARE(all->checkState(), Qt::Checked);
        QCOMPARE(list.ticked(), (std::vector<std::string>{"odd", "b1", "a1", "a2"}));
        tick(all);
        QCOMPARE(list.ticked(), (std::vector<std::string>{"odd", "b1"}));
    }

    void pastes()
    {
        Windows all(two());
        PasteDialog dialog(all.context(),
            "Window ID\tTerritory\tEnd date\tRetail price\tColour\nNF-US\tUS, CA\t14 Mar 2029\t5.00\tred\n"
            "NF-IE\tIE\t\t8,90\tgreen\n");
        open(dialog);
        QCOMPARE(words(dialog, u"bulkCounts"_s), u"1 new window(s) · 1 window(s) change · 1 problem(s)"_s);
        QVERIFY(words(dialog, u"pasteUnmatched"_s).startsWith(u"1 column(s) aren't used: “Colour”."_s));
        QCOMPARE(cell(dialog, u"pasteRows"_s, 0, 0), u"changes"_s);
        QCOMPARE(cell(dialog, u"pasteRows"_s, 1, 0), u"new"_s);
        QCOMPARE(cell(dialog, u"pasteProblems"_s, 0, 1), u"Retail price"_s);
        shoot(dialog, u"paste"_s);
        QTest::mouseClick(in<QPushButton>(dialog, u"pasteField4"_s), Qt::LeftButton);
        auto *search = QApplication::focusWidget();
        QVERIFY(qobject_cast<QLineEdit *>(search));
        QTest::keyClicks(search, u"contract"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(words(dialog, u"pasteUnmatched"_s), QString());
        tick(in<QCheckBox>(dialog, u"pasteEmpty"_s));
        QTest::mouseClick(button(dialog), Qt::LeftButton);
        QVERIFY(all.document->apply(dialog.edits(), {dialog.caption(), {}}).value());
        QCOMPARE(all.count(), 3u);
        QCOMPARE(all.text(0, "End"), u"2029-03-14T00:00:00Z"_s);
        QCOMPARE(all.text(0, "ContractID"), u"red"_s);
        QCOMPARE(all.at(0).member("Territory").size(), 2u);
        QVERIFY(!all.at(2).member("End"));
        QCOMPARE(all.document->steps().size(), 1u);
    }

    void nothingToPaste_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no rows") << QByteArray("Window ID\tEnd\n");
        QTest::newRow("no headings that fit") << QByteArray("a\tb\n1\t2\n");
        QTest::newRow("an open quote") << QByteArray("Window ID\tEnd\n\"1\t2\n");
        QTest::newRow("nothing new") << QByteArray("Window ID\tLicence type\nNF-US\tVOD\n");
    }
    void nothingToPaste()
    {
        QFETCH(QByteArray, rows);
        const Windows all(two());
        PasteDialog dialog(all.context(), rows);
        open(dialog);
        QVERIFY(!button(dialog)->isEnabled() && dialog.edits().empty());
        QVERIFY(words(dialog, u"bulkRemarks"_s).contains(u' '));
    }
};

QTEST_MAIN(TestBulkDialogs)
#include "tst_bulkdialogs.moc"
