// SPDX-License-Identifier: GPL-3.0-or-later
// RowsDialog and its models: rows pasted and chosen, matched by hand, looked at, and made into requests.
#include "batch/RowsDialog.h"
#include "batch/RowsModel.h"
#include "shell/theme/Theme.h"
#include "support/Films.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using batch::RowProblemsModel;
using batch::RowsDialog;
using batch::RowsModel;
using exchange::RowMapping;

namespace {

/// A spreadsheet's rows, with a few things wrong.
const QByteArray spreadsheet
    = "Window ID\tTerritory\tStart\tEnd\tPrice\tCurrency\tInternal note\tExpected\n"
      "NF-US-EST\tUS\t2027-01-01T00:00:00Z\t2028-01-01T00:00:00Z\t0.10\tUSD\tcheck with Mia\taccepted\n"
      "NF-GB-EST\tGB\t2027-01-01T00:00:00Z\t2028-01-01T00:00:00Z\t7.90\tGBP\t\taccepted\n"
      "NF-DE-EST\tDE\t2027-01-01T00:00:00Z\t2026-01-01T00:00:00Z\t8,90\tEUR\t\trejected: End\n"
      "NF-FR-EST\tFR\t2027-01-01T00:00:00Z\t2028-01-01T00:00:00Z\t8.90\tEUR\t\tperhaps\n"
      "007\tUK\t2027-01-01T00:00:00Z\t2028-01-01T00:00:00Z\t9.90\tGBP\t\t\textra\n";

template <class Widget = QPushButton>
Widget *in(const QWidget &parent, const QString &name)
{
    auto *found = parent.findChild<Widget *>(name);
    if (!found)
        qFatal("There is no %s.", qPrintable(name));
    return found;
}

void click(QWidget *widget)
{
    QTest::mouseClick(widget, Qt::LeftButton);
}

void show(QWidget &widget)
{
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    QApplication::setActiveWindow(&widget);
}

/// For looking at: where MARQUEE_SHOTS names a folder, pictures are left there.
void shoot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("MARQUEE_SHOTS");
    if (folder.isEmpty())
        return;
    for (const auto &[mode, percent, suffix] : {std::tuple(theme::Mode::Light, 100, u"light"_s),
             {theme::Mode::Dark, 100, u"dark"_s}, {theme::Mode::Light, 150, u"large"_s}}) {
        theme::Theme::instance().apply(*qApp, mode, percent);
        if (qobject_cast<RowsDialog *>(&widget))
            widget.resize(theme::scaled(1000), theme::scaled(680));
        QTest::qWait(50);
        widget.grab().save(folder + u'/' + name + u'-' + suffix + u".png"_s);
    }
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
}

} // namespace

class TestRowsDialog : public QObject
{
    Q_OBJECT

private:
    rules::Rulebook m_book = rules::Rulebook::load().value();

    static RowsDialog::Stage stage()
    {
        RowsDialog::Stage stage;
        stage.document = RowsDialog::Source{u"night-ferry.json"_s, windowOfFilm("w")};
        stage.place.environment.name = u"sandbox"_s;
        stage.place.environment.prime = exchange::PrimeSide{};
        stage.place.title = u"Sandbox"_s;
        stage.place.colour = theme::color(theme::Token::Good);
        return stage;
    }
    static void paste(RowsDialog &dialog, const QByteArray &rows)
    {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(rows));
        QTest::keyClick(&dialog, Qt::Key_V, Qt::ControlModifier);
    }
    static void untilLookedAt(const RowsDialog &dialog)
    {
        QTRY_VERIFY_WITH_TIMEOUT(
            dialog.desk().isReady() && !dialog.desk().isReading() && !dialog.desk().isChecking(), 60000);
    }
    static QString cell(const RowsDialog &dialog, int row, int column, int role = Qt::DisplayRole)
    {
        return in<QTableView>(dialog, u"rowsTable"_s)->model()->index(row, column).data(role).toString();
    }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void empty()
    {
        RowsDialog dialog(m_book, stage());
        show(dialog);
        QVERIFY(in<QLabel>(dialog, u"rowsEmpty"_s)->isVisible());
        QCOMPARE(in<QLabel>(dialog, u"rowsTemplate"_s)->text(), u"night-ferry.json"_s);
        QVERIFY(!in(dialog, u"rowsBegin"_s)->isEnabled() && !in(dialog, u"rowsSave"_s)->isEnabled());
        shoot(dialog, u"rows-empty"_s);
        QGuiApplication::clipboard()->clear();
        click(in(dialog, u"rowsPaste"_s));
        QVERIFY(in<QLabel>(dialog, u"rowsName"_s)->text().startsWith(u"There is no text in the clipboard."_s));
        RowsDialog::Stage none = stage();
        none.document.reset();
        RowsDialog other(m_book, none);
        show(other);
        QVERIFY(in<QLabel>(other, u"rowsEmpty"_s)->text().startsWith(u"Choose a template"_s));
    }

    void pastedWithProblems()
    {
        RowsDialog dialog(m_book, stage());
        auto *table = in<QTableView>(dialog, u"rowsTable"_s);
        auto *list = in<QTableView>(dialog, u"rowsProblems"_s);
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester problemsTester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        show(dialog);
        paste(dialog, spreadsheet);
        untilLookedAt(dialog);
        QCOMPARE(in<QLabel>(dialog, u"rowsName"_s)->text(), u"Pasted rows"_s);
        QCOMPARE(table->model()->rowCount(), 5);
        QCOMPARE(cell(dialog, 0, 4), u"0.10"_s);
        QVERIFY(cell(dialog, 0, 4, Qt::ToolTipRole).endsWith(u": 0.10"_s)); // a number as it is written
        QVERIFY(cell(dialog, 4, 0, Qt::ToolTipRole).endsWith(u": \"007\""_s)); // a text stays one
        QVERIFY(cell(dialog, 0, 6, Qt::ToolTipRole).startsWith(u"No field"_s));
        const QString unmatched = in<QLabel>(dialog, u"rowsUnmatched"_s)->text();
        QVERIFY2(unmatched.contains(u"“Internal note”"_s) && !unmatched.contains(u"Price"_s), qPrintable(unmatched));
        const int error = static_cast<int>(rules::Severity::Error);
        QCOMPARE(table->model()->index(2, 4).data(RowsModel::SeverityRole).toInt(), error); // 8,90
        QCOMPARE(table->model()->index(2, 3).data(RowsModel::SeverityRole).toInt(), error); // ends before it starts
        QCOMPARE(table->model()->index(3, 7).data(RowsModel::SeverityRole).toInt(), error); // "perhaps"
        QVERIFY(!table->model()->index(0, 4).data(RowsModel::SeverityRole).isValid());
        QVERIFY(
            !table->model()->headerData(4, Qt::Vertical, Qt::DecorationRole).value<QIcon>().isNull()); // one cell more
        const QString counts = in<QLabel>(dialog, u"rowsCounts"_s)->text();
        QVERIFY2(counts.startsWith(u"5 row"_s) && counts.contains(u"in 3 row"_s), qPrintable(counts));
        shoot(dialog, u"rows-problems"_s);

        // From the list to the cell, by keys.
        int row = 0;
        while (row < list->model()->rowCount()
            && list->model()->index(row, RowProblemsModel::Heading).data() != u"Price"_s)
            ++row;
        QVERIFY(row < list->model()->rowCount());
        QCOMPARE(list->model()->index(row, RowProblemsModel::Line).data().toString(), u"Line 4"_s);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(row, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(table->currentIndex(), table->model()->index(2, 4));
        QVERIFY(table->hasFocus());
        QVERIFY2(in<QLabel>(dialog, u"rowsCell"_s)->text().contains(u"8,90"_s),
            qPrintable(in<QLabel>(dialog, u"rowsCell"_s)->text()));
        // And by the mouse.
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 1)).center());
        QCOMPARE(table->currentIndex().row(), dialog.desk().problems()[0].row);
    }

    void matchedByHand()
    {
        RowsDialog dialog(m_book, stage());
        show(dialog);
        paste(dialog, "Window ID,Betrag,Was\nw1,9.90,rejected\nw2,8.90,\n");
        untilLookedAt(dialog);
        auto *field = in(dialog, u"rowsField1"_s);
        QVERIFY(field->text().startsWith(u"Not used"_s));
        in<QTableView>(dialog, u"rowsTable"_s)->setFocus();
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog.focusWidget(), in(dialog, u"rowsField0"_s));
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog.focusWidget(), field);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Space);
        auto *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        shoot(*popup, u"rows-field"_s);
        auto *search = popup->findChild<QLineEdit *>(u"popupSearch"_s);
        QTest::keyClicks(search, u"retail price"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        const int target = dialog.mapping().columns[1];
        QVERIFY(target >= 0);
        QVERIFY(dialog.mapping().places[static_cast<std::size_t>(target)].term);
        QVERIFY(cell(dialog, 0, 1, Qt::ToolTipRole).contains(u": 9.90"_s));
        click(in(dialog, u"rowsField2"_s));
        popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        auto *found = popup->findChild<QListView *>(u"popupList"_s);
        QTest::mouseClick(
            found->viewport(), Qt::LeftButton, {}, found->visualRect(found->model()->index(2, 0)).center());
        QCOMPARE(dialog.mapping().columns[2], static_cast<int>(RowMapping::Expected));
        QVERIFY(!in<QLabel>(dialog, u"rowsUnmatched"_s)->isVisible());
        untilLookedAt(dialog);
    }

    void begins_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("dry");
        QTest::newRow("begin") << u"rowsBegin"_s << false;
        QTest::newRow("check only") << u"rowsCheck"_s << true;
    }
    void begins()
    {
        QFETCH(QString, button);
        QFETCH(bool, dry);
        RowsDialog dialog(m_book, stage());
        show(dialog);
        paste(dialog, "Window ID,Price\nw1,9.90\nw2,8.90\n");
        untilLookedAt(dialog);
        QCOMPARE(in(dialog, u"rowsBegin"_s)->text(), u"Send 2"_s);
        in<QComboBox>(dialog, u"batchOperation"_s)->setCurrentIndex(1);
        QCOMPARE(in(dialog, u"rowsBegin"_s)->text(), u"Validate 2"_s);
        in<QComboBox>(dialog, u"batchWay"_s)->setCurrentIndex(1);
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        click(in(dialog, button));
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(dialog.options().dryRun, dry);
        QCOMPARE(dialog.options().operationName, u"validate"_s);
        QCOMPARE(dialog.options().chunk, 0);
        QCOMPARE(dialog.input().name, u"Pasted rows"_s);
        QVERIFY(dialog.input().rows.contains("w2,8.90"));
        QCOMPARE(dialog.input().templateText, windowOfFilm("w"));
        QCOMPARE(dialog.mapping().columns.size(), std::size_t{2});
    }

    void protectedPlace()
    {
        RowsDialog::Stage choices = stage();
        choices.place.environment.name = choices.place.title = u"production"_s;
        choices.place.environment.isProtected = true;
        choices.place.colour = theme::color(theme::Token::Error);
        RowsDialog dialog(m_book, choices);
        show(dialog);
        paste(dialog, "Window ID,Price\nw1,9.90\nw2,8.90\n");
        untilLookedAt(dialog);
        auto *name = in<QLineEdit>(dialog, u"batchEnvironmentName"_s);
        QVERIFY(name->isVisible() && !in(dialog, u"rowsBegin"_s)->isEnabled());
        QVERIFY(in(dialog, u"rowsCheck"_s)->isEnabled()); // sends nothing
        shoot(dialog, u"rows-protected"_s);
        QTest::keyClicks(name, u"production"_s);
        QVERIFY(in(dialog, u"rowsBegin"_s)->isEnabled());
    }

    void chosenFiles()
    {
        RowsDialog::Stage choices = stage();
        std::vector<std::optional<RowsDialog::Source>> rows{std::nullopt,
            RowsDialog::Source{u"bad.csv"_s, "a,a\n1,2\n"}, RowsDialog::Source{u"good.csv"_s, "Window ID\nw1\n"}};
        choices.chooseRows = [&] {
            const auto next = rows.front();
            rows.erase(rows.begin());
            return next;
        };
        choices.chooseTemplate = [] { return RowsDialog::Source{u"notes.json"_s, "[1]"}; };
        RowsDialog dialog(m_book, choices);
        show(dialog);
        click(in(dialog, u"rowsChoose"_s)); // given up
        QCOMPARE(in<QLabel>(dialog, u"rowsName"_s)->text(), u"None yet"_s);
        click(in(dialog, u"rowsChoose"_s));
        QTRY_VERIFY(in<QLabel>(dialog, u"rowsProblem"_s)->text().contains(u"stands twice"_s));
        QVERIFY(!in(dialog, u"rowsBegin"_s)->isEnabled());
        click(in(dialog, u"rowsChoose"_s));
        untilLookedAt(dialog);
        QVERIFY(in(dialog, u"rowsBegin"_s)->isEnabled() && !in<QLabel>(dialog, u"rowsProblem"_s)->isVisible());
        click(in(dialog, u"rowsChooseTemplate"_s)); // one that can't be a template
        QVERIFY(in<QLabel>(dialog, u"rowsProblem"_s)->text().contains(u"one avail"_s));
        QVERIFY(!in(dialog, u"rowsBegin"_s)->isEnabled());
    }

    void saved()
    {
        RowsDialog dialog(m_book, stage());
        show(dialog);
        QSignalSpy saved(&dialog, &RowsDialog::saveBatchWanted);
        paste(dialog, "Window ID,Price\nw1,9.90\nw2,8.90\n");
        untilLookedAt(dialog);
        click(in(dialog, u"rowsSave"_s));
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(saved[0][0].toByteArray().contains("\"value\": 9.90"));
        QCOMPARE(saved[0][1].toString(), u"Pasted rows.json"_s);
        paste(dialog, "Window ID,Price\nw1,9.90\nw2,much\n");
        untilLookedAt(dialog);
        click(in(dialog, u"rowsSave"_s));
        QTRY_VERIFY(in<QLabel>(dialog, u"rowsProblem"_s)->text().contains(u"Line 3, Price"_s));
        QCOMPARE(saved.size(), 1);
    }

    /// The window stays alive meanwhile, and scrolling costs what is in sight.
    void tenThousandRows()
    {
        QByteArray rows = "Window ID,Price,End\n";
        for (int i = 0; i < 10000; ++i)
            rows += "w" + QByteArray::number(i) + (i % 100 == 7 ? ",much" : ",9.90") + ",2028-01-01T00:00:00Z\n";
        RowsDialog dialog(m_book, stage());
        show(dialog);
        bool isShot = false;
        int turns = 0; // of the event loop, while rows are looked at
        connect(&dialog.desk(), &exchange::RowsDesk::progressed, &dialog, [&] {
            turns += dialog.desk().isChecking() ? 1 : 0;
            if (turns == 20 && !std::exchange(isShot, true))
                QVERIFY(in(dialog, u"rowsStop"_s)->isVisible());
        });
        paste(dialog, rows);
        untilLookedAt(dialog);
        QVERIFY(isShot);
        QCOMPARE(dialog.desk().problemCount(), 100);
        QCOMPARE(in<QTableView>(dialog, u"rowsProblems"_s)->model()->rowCount(), 100);
        auto *table = in<QTableView>(dialog, u"rowsTable"_s);
        for (int at = 0; at < 10000; at += 500) {
            table->verticalScrollBar()->setValue(at);
            table->viewport()->repaint();
        }
        table->scrollToBottom();
        QCOMPARE(cell(dialog, 9999, 0), u"w9999"_s);
    }

    /// Many columns: a field's button that gets the focus comes into sight.
    void manyColumns()
    {
        QByteArray headings = "Window ID", row = "w1";
        for (int i = 0; i < 40; ++i) {
            headings += ",c" + QByteArray::number(i);
            row += ",1";
        }
        RowsDialog dialog(m_book, stage());
        show(dialog);
        paste(dialog, headings + '\n' + row + '\n');
        untilLookedAt(dialog);
        auto *table = in<QTableView>(dialog, u"rowsTable"_s);
        auto *last = in(dialog, u"rowsField40"_s);
        last->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(table->horizontalHeader()->viewport()->rect().contains(last->geometry().center()));
        QVERIFY(in<QLabel>(dialog, u"rowsUnmatched"_s)->text().contains(u"and 35 more"_s));
    }
};

QTEST_MAIN(TestRowsDialog)
#include "tst_rowsdialog.moc"
