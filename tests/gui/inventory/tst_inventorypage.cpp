// SPDX-License-Identifier: GPL-3.0-or-later
// The page of all windows: filtering, sorting, selecting, and changing windows of many documents together.
#include "gui/FormTest.h"
#include "unit/inventory/InventoryTest.h"

#include "inventory/InventoryBar.h"
#include "inventory/InventoryPage.h"
#include "inventory/InventoryTable.h"
#include "inventory/OutcomeBar.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

using namespace marquee;
using namespace marquee::test;
using inventory::InventoryPage;
using inventory::InventoryTable;

namespace {

const QByteArray Start = "2027-01-01T00:00:00Z";
const QByteArray End = "2028-01-01T00:00:00Z";

/// Pictures of a state where somebody wants to look, in light, dark and large.
void shoot(QWidget &widget, const QString &name)
{
    if (qEnvironmentVariableIsEmpty("MARQUEE_PICTURES"))
        return;
    const QSize size = widget.size();
    for (const auto &[mode, percent, suffix] : {std::tuple(theme::Mode::Light, 100, u"light"_s),
             {theme::Mode::Dark, 100, u"dark"_s}, {theme::Mode::Light, 150, u"large"_s}}) {
        theme::Theme::instance().apply(*qApp, mode, percent);
        widget.resize(size * (percent == 150 ? 125 : 100) / 100);
        QTest::qWait(50);
        picture(widget, QString(name + u'-' + suffix));
    }
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    widget.resize(size);
}

/// A workspace: three avails with four windows.
class Desk
{
public:
    explicit Desk(bool isEmpty = false)
    {
        if (!isEmpty) {
            shelf.write(u"ferry"_s,
                titled("Night Ferry",
                    dated("NF-US", Start, End) + ",\n"
                        + dated("NF-GB", Start, "",
                            {{"LicenseType", "\"SVOD\""}, {"Territory", "[{\"country\":\"GB\"}]"}})));
            shelf.write(u"harbour"_s,
                titled("Harbour Lights",
                    dated("HL-US", "2027-06-01T09:00:00Z", End, {{"FormatProfile", "{\"value\":\"UHD\"}"}})));
            shelf.write(u"tide"_s,
                titled("Spring Tide",
                    dated("ST-DE", Start, End, {{"Territory", "[{\"country\":\"DE\"},{\"country\":\"AT\"}]"}})));
        }
        page = std::make_unique<InventoryPage>(shelf.inventory, lookup());
        show(*page, {1200, 720});
        if (!isEmpty)
            shelf.read();
    }

    template <class T>
    T *in(const QString &name) const
    {
        auto *found = seen<T>(*page, name);
        if (!found)
            qFatal("There is no %s.", qPrintable(name));
        return found;
    }
    InventoryTable *table() const { return page->findChild<InventoryTable *>(); }
    QString counts() const { return in<QLabel>(u"inventoryCounts"_s)->text(); }
    /// The windows' IDs from the top.
    QString ids() const
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            all << table()->model()->index(row, 3).data().toString();
        return all.join(u' ');
    }
    void choose(const QString &combo, const QString &text) const
    {
        auto *box = in<QComboBox>(combo);
        const int row = box->findText(text, Qt::MatchStartsWith);
        QVERIFY2(row >= 0, qPrintable(text));
        box->setCurrentIndex(row);
    }
    void clickHeading(int column) const
    {
        QHeaderView *header = table()->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
            {header->sectionViewportPosition(column) + 20, header->height() / 2});
    }
    QDialog *openDialog() const
    {
        QTest::mouseClick(in<QPushButton>(u"inventoryChangeTogether"_s), Qt::LeftButton);
        auto *dialog = page->findChild<QDialog *>(u"changeTogetherDialog"_s);
        if (!dialog || !QTest::qWaitForWindowExposed(dialog))
            qFatal("There is no dialog.");
        QApplication::setActiveWindow(dialog);
        return dialog;
    }

    Shelf shelf;
    std::unique_ptr<InventoryPage> page;
};

QString words(const QWidget &in, const QString &name)
{
    const auto *label = seen<QLabel>(in, name);
    return label ? label->text() : QString();
}

QPushButton *applyButton(const QWidget &dialog)
{
    return dialog.findChild<QPushButton *>(u"togetherApply"_s);
}

QString previewed(const QWidget &dialog)
{
    const QAbstractItemModel *model = dialog.findChild<QTableView *>(u"togetherTable"_s)->model();
    QStringList lines;
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells << model->index(row, column).data().toString();
        lines << cells.join(u'|');
    }
    return lines.join(u'\n');
}

} // namespace

class TestInventoryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void saysWhatToDoWithoutAvails()
    {
        Desk desk(true);
        QVERIFY(words(*desk.page, u"inventoryNoAvailsWords"_s).contains(u"Open a folder"_s));
        QVERIFY(!seen<QPushButton>(*desk.page, u"inventoryChangeTogether"_s));
        QSignalSpy wanted(desk.page.get(), &InventoryPage::folderWanted);
        press(*desk.page, u"inventoryNoAvailsButton"_s);
        QCOMPARE(wanted.count(), 1);
        shoot(*desk.page, u"inventory-none"_s);
    }

    void showsHowFarReadingIs()
    {
        Desk desk(true);
        for (int i = 0; i < 300; ++i)
            desk.shelf.write(u"f%1"_s.arg(i), titled("Night Ferry", dated("w" + QByteArray::number(i), Start, End)));
        desk.shelf.inventory.setFiles(desk.shelf.files, desk.shelf.folder.path());
        QCOMPARE(words(*desk.page, u"inventoryDoing"_s), u"Reading 0 of 300…"_s);
        QVERIFY(words(*desk.page, u"inventoryNoAvailsWords"_s).contains(u"Reading the avails"_s));
        QVERIFY(!seen<QPushButton>(*desk.page, u"inventoryNoAvailsButton"_s));
        QTRY_VERIFY(desk.shelf.inventory.windowCount() > 0);
        shoot(*desk.page, u"inventory-reading"_s);
        desk.shelf.inventory.refresh(desk.shelf.files[0]); // something is left, however fast it was
        desk.shelf.inventory.readOn();
        press(*desk.page, u"inventoryCancel"_s);
        QVERIFY(desk.shelf.inventory.isCancelled());
        press(*desk.page, u"inventoryReadOn"_s);
        QTRY_COMPARE(desk.shelf.inventory.windowCount(), 300u);
        QTRY_VERIFY(!seen<QPushButton>(*desk.page, u"inventoryCancel"_s));
        QVERIFY(!seen<QPushButton>(*desk.page, u"inventoryReadOn"_s));
    }

    void filters()
    {
        Desk desk;
        QAbstractItemModelTester tester(desk.table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(desk.ids(), u"NF-US NF-GB HL-US ST-DE"_s);
        QCOMPARE(desk.counts(), u"4 window(s) in 3 document(s)"_s);
        QVERIFY(!seen<QPushButton>(*desk.page, u"inventoryClear"_s));
        desk.page->focusSearch();
        QTest::keyClicks(desk.in<QLineEdit>(u"inventorySearch"_s), u"night gb"_s);
        QCOMPARE(desk.ids(), u"NF-GB"_s);
        QCOMPARE(desk.counts(), u"1 of 4 window(s) in 1 document(s)"_s);
        // Only in one column.
        desk.in<QLineEdit>(u"inventorySearch"_s)->selectAll();
        QTest::keyClicks(desk.in<QLineEdit>(u"inventorySearch"_s), u"st"_s);
        QCOMPARE(desk.ids(), u"NF-US HL-US ST-DE"_s); // United States
        desk.choose(u"inventorySearchIn"_s, u"in “Window”"_s);
        QCOMPARE(desk.ids(), u"ST-DE"_s);
        press(*desk.page, u"inventoryClear"_s);
        QCOMPARE(desk.ids(), u"NF-US NF-GB HL-US ST-DE"_s);
        // By a day.
        auto *day = desk.in<QLineEdit>(u"inventoryDay"_s);
        day->setFocus();
        QTest::keyClicks(day, u"1 jun 2027"_s);
        QCOMPARE(desk.ids(), u"NF-US NF-GB HL-US ST-DE"_s);
        QTest::keyClick(day, Qt::Key_Down);
        QCOMPARE(day->text(), u"2027-05-31"_s);
        QCOMPARE(desk.ids(), u"NF-US NF-GB ST-DE"_s);
        day->selectAll();
        QTest::keyClicks(day, u"2028-01-01"_s);
        QCOMPARE(desk.ids(), u"NF-GB"_s);
        day->selectAll();
        QTest::keyClicks(day, u"someday"_s);
        QCOMPARE(desk.ids(), u"NF-US NF-GB HL-US ST-DE"_s);
        QTest::keyClick(day, Qt::Key_Tab);
        QCOMPARE(day->property("severity").toString(), u"error"_s);
        press(*desk.page, u"inventoryClear"_s);
        // By choices.
        desk.choose(u"inventoryTerritory"_s, u"Austria"_s);
        QCOMPARE(desk.ids(), u"ST-DE"_s);
        desk.choose(u"inventoryTerritory"_s, u"any"_s);
        desk.choose(u"inventoryLicence"_s, u"SVOD"_s);
        QCOMPARE(desk.ids(), u"NF-GB"_s);
        desk.choose(u"inventoryFormat"_s, u"UHD"_s);
        QVERIFY(words(*desk.page, u"inventoryNoMatchWords"_s).contains(u"No window matches"_s));
        shoot(*desk.page, u"inventory-nomatch"_s);
        press(*desk.page, u"inventoryNoMatchButton"_s);
        QCOMPARE(desk.ids(), u"NF-US NF-GB HL-US ST-DE"_s);
        QCOMPARE(cursorName(), u"inventorySearch"_s);
        desk.choose(u"inventoryProblems"_s, u"with errors"_s);
        QCOMPARE(desk.ids(), u"NF-GB"_s); // without an end
    }

    void sortsInThreeTurns()
    {
        Desk desk;
        desk.clickHeading(3);
        QCOMPARE(desk.ids(), u"HL-US NF-GB NF-US ST-DE"_s);
        desk.clickHeading(3);
        QCOMPARE(desk.ids(), u"ST-DE NF-US NF-GB HL-US"_s);
        QVERIFY(desk.table()->horizontalHeader()->isSortIndicatorShown());
        desk.clickHeading(3);
        QCOMPARE(desk.ids(), u"NF-US NF-GB HL-US ST-DE"_s);
        QVERIFY(!desk.table()->horizontalHeader()->isSortIndicatorShown());
        desk.clickHeading(0);
        QCOMPARE(desk.ids().left(5), u"NF-GB"_s); // the worst first
    }

    void keepsTheSelection()
    {
        Desk desk;
        desk.table()->selectionModel()->select(
            QItemSelection(desk.table()->model()->index(1, 0), desk.table()->model()->index(2, 10)),
            QItemSelectionModel::Select);
        QVERIFY(desk.counts().endsWith(u"2 selected"_s));
        const auto selected = [&] {
            QStringList ids;
            for (const inventory::Row row : desk.table()->selectedWindows())
                ids << desk.shelf.cell(row, Column::Window);
            return ids.join(u' ');
        };
        QCOMPARE(selected(), u"NF-GB HL-US"_s);
        desk.clickHeading(3);
        QCOMPARE(selected(), u"HL-US NF-GB"_s);
        // A window in front of them comes.
        desk.shelf.write(u"abc"_s, titled("Abc", dated("AB", Start, End)));
        desk.shelf.read();
        QCOMPARE(selected(), u"HL-US NF-GB"_s);
        // What the filter hides isn't selected any more.
        QTest::keyClicks(desk.in<QLineEdit>(u"inventorySearch"_s), u"harbour"_s);
        QCOMPARE(selected(), u"HL-US"_s);
        QVERIFY(desk.page->canChange());
        desk.table()->clearSelection();
        QVERIFY(!desk.page->canChange());
        QVERIFY(!desk.in<QPushButton>(u"inventoryChangeTogether"_s)->isEnabled());
    }

    void opensAndCopies()
    {
        Desk desk;
        qRegisterMetaType<payload::Pointer>();
        QSignalSpy wanted(desk.page.get(), &InventoryPage::placeWanted);
        desk.table()->setFocus();
        desk.table()->setCurrentIndex(desk.table()->model()->index(1, 3));
        QTest::keyClick(desk.table(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front()[0].toString(), desk.shelf.path(u"ferry"_s));
        QCOMPARE(
            QString::fromStdString(wanted.front()[1].value<payload::Pointer>().toString()), u"/avail/Transaction/1"_s);
        const QRect cell = desk.table()->visualRect(desk.table()->model()->index(2, 2));
        QTest::mouseClick(desk.table()->viewport(), Qt::LeftButton, {}, cell.center());
        QTest::mouseDClick(desk.table()->viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(wanted.count(), 2);
        QTest::mouseClick(desk.table()->viewport(), Qt::LeftButton, {}, cell.center());
        QTest::keyClick(desk.table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.front(),
            u"Document\tTitle\tWindow\tLicence\tTerritory\tFormat\tStart (UTC)\tEnd (UTC)\tChannel\tPrices"_s);
        QCOMPARE(lines[1],
            u"harbour\tHarbour Lights\tHL-US\tVOD\tUnited States\tUHD\t1 Jun 2027 09:00\t1 Jan 2028\t\tSRP 4.99 USD"_s);
    }

    void showsOnlyWhatACellSays()
    {
        Desk desk;
        desk.table()->setFocus();
        desk.table()->setCurrentIndex(desk.table()->model()->index(2, 5));
        QTimer::singleShot(0, this, [] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (QAction *action : menu->actions()) {
                if (action->objectName() == u"inventoryOnly"_s)
                    action->trigger();
            }
            menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(desk.table(), &event);
        QCOMPARE(desk.ids(), u"NF-US HL-US"_s);
        QCOMPARE(desk.in<QLineEdit>(u"inventorySearch"_s)->text(), u"United States"_s);
    }

    void changesTogetherAndUndoes()
    {
        Desk desk;
        const QByteArray ferry = desk.shelf.stands(u"ferry"_s);
        OpenDocument *open = desk.shelf.open(u"harbour"_s);
        desk.shelf.settle();
        desk.table()->selectAll();
        shoot(*desk.page, u"inventory"_s);
        QDialog *dialog = desk.openDialog();
        QVERIFY(!applyButton(*dialog)->isEnabled());
        QVERIFY(words(*dialog, u"togetherCounts"_s).contains(u"Say what"_s));
        fill(*dialog, u"wishValue"_s, u"SVOD"_s);
        QTRY_VERIFY(applyButton(*dialog)->isEnabled());
        QCOMPARE(applyButton(*dialog)->text(), u"Change 3 window(s) in 3 document(s)"_s);
        QCOMPARE(previewed(*dialog),
            u"ferry|NF-US|Licence type|VOD|SVOD\nharbour|HL-US|Licence type|VOD|SVOD\ntide|ST-DE|Licence type|VOD|SVOD"_s);
        QVERIFY(words(*dialog, u"togetherCounts"_s).contains(u"1 window(s) say it already"_s));
        QAbstractItemModelTester tester(dialog->findChild<QTableView *>(u"togetherTable"_s)->model(),
            QAbstractItemModelTester::FailureReportingMode::QtTest);
        shoot(*dialog, u"together"_s);
        QTest::mouseClick(applyButton(*dialog), Qt::LeftButton);
        QTRY_COMPARE(words(*desk.page, u"inventoryOutcomeWords"_s), u"Changed 3 window(s) in 3 document(s)."_s);
        QVERIFY(desk.shelf.stands(u"ferry"_s).count("SVOD") == 2);
        QVERIFY(open->isModified());
        QTRY_COMPARE(desk.shelf.cell(desk.shelf.rows().front(), Column::Licence), u"SVOD"_s);
        QCOMPARE(desk.table()->selectedCount(), 4);
        shoot(*desk.page, u"inventory-changed"_s);
        QVERIFY(desk.page->canUndoChange());
        press(*desk.page, u"inventoryUndo"_s);
        QTRY_COMPARE(words(*desk.page, u"inventoryOutcomeWords"_s), u"Undone in 3 document(s)."_s);
        QCOMPARE(desk.shelf.stands(u"ferry"_s), ferry);
        QVERIFY(!open->isModified());
        QVERIFY(!seen<QPushButton>(*desk.page, u"inventoryUndo"_s));
        press(*desk.page, u"inventoryOutcomeClose"_s);
        QVERIFY(!seen<QLabel>(*desk.page, u"inventoryOutcomeWords"_s));
    }

    void tellsWhatIsLeftOut()
    {
        Desk desk;
        OpenDocument *open = desk.shelf.open(u"harbour"_s);
        open->editText("{\"avail\":");
        desk.table()->selectAll();
        QDialog *dialog = desk.openDialog();
        auto *what = dialog->findChild<QComboBox *>(u"wishWhat"_s);
        what->setCurrentIndex(what->findText(u"Shift dates"_s));
        QTRY_VERIFY(words(*dialog, u"togetherCounts"_s).contains(u"Say by how many"_s));
        auto *months = seen<QSpinBox>(*dialog, u"wishMonths"_s);
        months->setFocus();
        months->selectAll();
        QTest::keyClicks(months, u"1"_s);
        QTRY_COMPARE(applyButton(*dialog)->text(), u"Change 3 window(s) in 2 document(s)"_s);
        QVERIFY2(words(*dialog, u"togetherNotes"_s).contains(u"Left out: harbour."_s),
            qPrintable(words(*dialog, u"togetherNotes"_s)));
        shoot(*dialog, u"together-leftout"_s);
        // The file goes before the button is pressed.
        QVERIFY(QFile::remove(desk.shelf.path(u"tide"_s)));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(words(*desk.page, u"inventoryOutcomeWords"_s)
                        .startsWith(u"Changed 2 window(s) in 1 document(s). 1 document(s) couldn't be changed"_s));
        QVERIFY(words(*desk.page, u"inventoryOutcomeWords"_s).contains(u"tide: "_s));
        shoot(*desk.page, u"inventory-failed"_s);
    }

    void asksForEachKind_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("territory") << u"Territory"_s << u"wishValue"_s << u"FR"_s << u"ferry|NF-US|Territory|US|FR"_s;
        QTest::newRow("format") << u"Format"_s << u"wishValue"_s << u"UHD"_s << u"ferry|NF-US|Format|HD|UHD"_s;
        QTest::newRow("start") << u"Start"_s << u"wishValue"_s << u"2 Jan 2027"_s
                               << u"ferry|NF-US|Start|1 Jan 2027 00:00|2 Jan 2027 00:00"_s;
        QTest::newRow("end") << u"End"_s << u"wishValue"_s << u"2028-02-01"_s
                             << u"ferry|NF-US|End|1 Jan 2028 00:00|1 Feb 2028 00:00"_s;
        QTest::newRow("a term away") << u"Take a term away"_s << QString() << QString() << QString();
        QTest::newRow("remove") << u"Remove the windows"_s << QString() << QString()
                                << u"ferry|NF-US|The whole window|"_s;
    }

    void asksForEachKind()
    {
        QFETCH(QString, what);
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, first);
        Desk desk;
        desk.table()->selectAll();
        QDialog *dialog = desk.openDialog();
        auto *box = dialog->findChild<QComboBox *>(u"wishWhat"_s);
        box->setCurrentIndex(box->findText(what));
        if (!field.isEmpty())
            fill(*dialog, field, typed);
        if (first.isEmpty()) {
            auto *terms = seen<QComboBox>(*dialog, u"wishTermAway"_s);
            QVERIFY(terms);
            terms->setCurrentIndex(terms->findText(u"Watch duration"_s));
            first = u"ferry|NF-US|Watch duration|48 h (2 day(s))|–"_s;
        }
        QTRY_VERIFY2(previewed(*dialog).startsWith(first), qPrintable(previewed(*dialog)));
        QTRY_VERIFY(applyButton(*dialog)->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(desk.shelf.stands(u"ferry"_s).contains("\"VOD\"")); // nothing was done
    }

    void setsATerm()
    {
        Desk desk;
        desk.table()->selectAll();
        QDialog *dialog = desk.openDialog();
        auto *box = dialog->findChild<QComboBox *>(u"wishWhat"_s);
        box->setCurrentIndex(box->findText(u"A term"_s));
        auto *terms = seen<QComboBox>(*dialog, u"wishTerm"_s);
        const int wholesale = terms->findData(u"SRP"_s);
        QVERIFY(wholesale >= 0);
        terms->setCurrentIndex(wholesale);
        QLineEdit *amount = line(*dialog, u"wishTermValue"_s);
        QTRY_VERIFY(line(*dialog, u"wishTermValue"_s)); // it is shown a turn later
        amount = line(*dialog, u"wishTermValue"_s);
        amount->setFocus();
        type(amount, u"3.990"_s);
        QTRY_VERIFY2(previewed(*dialog).contains(u"4.99 USD|3.990"_s), qPrintable(previewed(*dialog)));
        QTest::keyClick(dialog, Qt::Key_Escape);
    }

    void showsNoEnd()
    {
        Desk desk;
        desk.table()->selectAll();
        QDialog *dialog = desk.openDialog();
        auto *box = dialog->findChild<QComboBox *>(u"wishWhat"_s);
        box->setCurrentIndex(box->findText(u"End"_s));
        QTest::keyClick(seen<QCheckBox>(*dialog, u"wishNoEnd"_s), Qt::Key_Space);
        QTRY_COMPARE(applyButton(*dialog)->text(), u"Change 3 window(s) in 3 document(s)"_s);
        QVERIFY(previewed(*dialog).startsWith(u"ferry|NF-US|End|1 Jan 2028 00:00|–"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
    }
};

QTEST_MAIN(TestInventoryPage)
#include "tst_inventorypage.moc"
