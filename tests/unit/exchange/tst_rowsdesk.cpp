// SPDX-License-Identifier: GPL-3.0-or-later
// RowsDesk: rows are read, matched and looked at off the desk's thread; batch documents of them; and what is kept of a
// run.
#include "exchange/RowKeep.h"
#include "exchange/RowsDesk.h"
#include "support/Films.h"

#include "payload/Document.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;

class TestRowsDesk : public QObject
{
    Q_OBJECT

private:
    rules::Rulebook m_book = rules::Rulebook::load().value();

    static QByteArray rows(int count, const char *price = "9.90")
    {
        QByteArray text = "Window ID\tPrice\tNote\n";
        for (int i = 0; i < count; ++i)
            text += "w" + QByteArray::number(i) + '\t' + price + "\tn\n";
        return text;
    }
    static int columnFor(const RowMapping &mapping, const QString &label)
    {
        for (std::size_t i = 0; i < mapping.places.size(); ++i) {
            if (mapping.places[i].label.contains(label))
                return static_cast<int>(i);
        }
        return RowMapping::Unmatched;
    }

private Q_SLOTS:
    void readsAndChecks()
    {
        RowsDesk desk(m_book);
        QSignalSpy found(&desk, &RowsDesk::problemsFound);
        desk.setTemplate(test::windowOfFilm("w"));
        desk.setRows("Window ID,Price,Note\nw1,9.90,a\nw2,much,b\nw3,-1,c\n");
        QVERIFY(desk.isReading() && !desk.isReady());
        QTRY_VERIFY(desk.isReady() && !desk.isChecking());
        QCOMPARE(desk.unmatched(), QStringList{u"Note"_s});
        QCOMPARE(desk.table().count(), 3);
        QCOMPARE(desk.checked(), 3);
        QVERIFY(desk.problemsOf(0).empty());
        QCOMPARE(desk.problemsOf(1).front().column, 1);
        QCOMPARE(desk.problemsOf(1).front().line, 3);
        QVERIFY(!desk.problemsOf(2).empty());
        QCOMPARE(desk.badRows(), 2);
        QCOMPARE(desk.refusedRows(), 2);
        QCOMPARE(desk.problemCount(), static_cast<int>(desk.problems().size()));
        QVERIFY(!found.isEmpty());
    }

    void remapping()
    {
        RowsDesk desk(m_book);
        desk.setTemplate(test::windowOfFilm("w"));
        desk.setRows("Window ID,Preis\nw1,9.90\nw2,viel\n");
        QTRY_VERIFY(desk.isReady() && !desk.isChecking());
        QCOMPARE(desk.unmatched(), QStringList{u"Preis"_s});
        QCOMPARE(desk.problemCount(), 0);
        const int price = columnFor(desk.mapping(), u"Term › Suggested retail"_s) >= 0
            ? columnFor(desk.mapping(), u"Term › Suggested retail"_s)
            : columnFor(desk.mapping(), u"retail price"_s);
        QVERIFY(price >= 0);
        QSignalSpy changed(&desk, &RowsDesk::mappingChanged);
        desk.setTarget(1, price);
        QCOMPARE(changed.size(), 1);
        QTRY_VERIFY(!desk.isChecking());
        QCOMPARE(desk.problemCount(), 1);
        // A place is filled by one column: the other gives it up.
        desk.setTarget(0, price);
        QCOMPARE(desk.mapping().columns[1], static_cast<int>(RowMapping::Unmatched));
        desk.setTarget(1, price);
        QTRY_VERIFY(!desk.isChecking());
        // Corrected rows with the same headings keep what was matched by hand; others don't.
        desk.setRows("Window ID,Preis\nw1,9.90\nw2,8.90\n");
        QTRY_VERIFY(!desk.isReading() && !desk.isChecking());
        QCOMPARE(desk.mapping().columns[1], price);
        QCOMPARE(desk.problemCount(), 0);
        desk.setRows("Window,Preis\nw1,9.90\n");
        QTRY_VERIFY(!desk.isReading() && !desk.isChecking());
        QCOMPARE(desk.mapping().columns[1], static_cast<int>(RowMapping::Unmatched));
    }

    void wrongInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<bool>("isTemplate");
        QTest::newRow("not JSON") << QByteArray("{") << rows(1) << true;
        QTest::newRow("a batch") << QByteArray("{\"requestItems\":[]}") << rows(1) << true;
        QTest::newRow("no headings") << test::windowOfFilm("w") << QByteArray("\n") << false;
        QTest::newRow("an open quote") << test::windowOfFilm("w") << QByteArray("a,b\n\"1,2\n") << false;
        QTest::newRow("not UTF-8") << test::windowOfFilm("w") << QByteArray("a,b\n\xfc,2\n") << false;
    }
    void wrongInput()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, rows);
        QFETCH(bool, isTemplate);
        RowsDesk desk(m_book);
        desk.setTemplate(text);
        desk.setRows(rows);
        QTRY_VERIFY(!desk.isReading());
        QVERIFY(!desk.isReady());
        QCOMPARE(desk.templateProblem().isEmpty(), !isTemplate);
        QCOMPARE(desk.rowsProblem().isEmpty(), isTemplate);
    }

    /// A newer mapping takes the place of the check that goes on; what that found is never told.
    void newerTakesThePlace()
    {
        RowsDesk desk(m_book);
        bool isChanged = false;
        connect(&desk, &RowsDesk::progressed, &desk, [&] {
            if (isChanged || !desk.isChecking() || desk.checked() == 0)
                return;
            isChanged = true;
            QVERIFY(desk.problemCount() > 0);
            desk.setTarget(1, RowMapping::Unmatched);
            QCOMPARE(desk.problemCount(), 0);
        });
        desk.setTemplate(test::windowOfFilm("w"));
        desk.setRows(rows(3000, "much"));
        QTRY_VERIFY_WITH_TIMEOUT(isChanged && !desk.isChecking(), 60000);
        QCOMPARE(desk.checked(), 3000);
        QCOMPARE(desk.problemCount(), 0);
    }

    void stops()
    {
        RowsDesk desk(m_book);
        int checked = 0;
        connect(&desk, &RowsDesk::progressed, &desk, [&] {
            if (checked == 0 && desk.isChecking() && desk.checked() > 0) {
                checked = desk.checked();
                desk.stop();
            }
        });
        desk.setTemplate(test::windowOfFilm("w"));
        desk.setRows(rows(3000));
        QTRY_VERIFY_WITH_TIMEOUT(checked > 0, 60000);
        QVERIFY(!desk.isChecking() && checked < 3000);
        QCOMPARE(desk.checked(), checked);
        desk.check();
        QVERIFY(desk.isChecking());
        QTRY_VERIFY_WITH_TIMEOUT(desk.checked() == 3000, 60000);
    }

    void batches_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("error"); // a part of it; empty: a batch
        QTest::newRow("windows") << test::windowOfFilm("w") << QByteArray("Window ID,Item ID\nw 1,a\"b\nw2,c\n")
                                 << QString();
        QTest::newRow("a full extract") << test::windowOfFilm("w", "2028-01-01T00:00:00Z", "FullExtract") << rows(1)
                                        << u"full extract"_s;
        QTest::newRow("a cell that can't be") << test::windowOfFilm("w") << rows(1, "much") << u"Line 2, Price"_s;
    }
    void batches()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, rows);
        QFETCH(QString, error);
        RowsDesk desk(m_book);
        desk.setTemplate(text);
        desk.setRows(rows);
        QTRY_VERIFY(desk.isReady() && !desk.isChecking());
        Expected<QByteArray> batch = QByteArray();
        bool isMade = false;
        desk.makeBatch(u"ours"_s, [&](const Expected<QByteArray> &made) {
            batch = made;
            isMade = true;
        });
        QTRY_VERIFY(isMade);
        QCOMPARE(batch.has_value(), error.isEmpty());
        if (!batch) {
            QVERIFY2(batch.error().message.contains(error), qPrintable(batch.error().message));
            return;
        }
        QVERIFY(batch->startsWith("{\n  \"requestItems\": [\n"));
        const auto document = payload::Document::read(*batch).value();
        const payload::Value items = document->root().member("requestItems");
        QCOMPARE(items.size(), 2U);
        QCOMPARE(items.at(0).member("requestItemId").string(), std::string("a\"b"));
        QVERIFY(QString::fromStdString(items.at(0).member("path").string())
                    .endsWith(u"/partial-extract/transactions/w%201"_s));
        QVERIFY(items.at(1).member("body").member("avail"));
    }

    void kept()
    {
        const QTemporaryDir home;
        const QString folder = rowsFolder(home.filePath(u"journal.sqlite"_s));
        QVERIFY(folder.startsWith(home.path()));
        const auto document = payload::Document::read(test::windowOfFilm("w")).value();
        RowMapping mapping = RowMapping::byName({u"Window ID"_s, u"Note"_s, u"Expected"_s}, *document, *m_book.catalog);
        mapping.columns[1] = columnFor(mapping, u"retail price"_s);
        const QByteArray rows = "Window ID,Note,Expected\nw1,9.90,accepted\n";
        const auto kept = keepRows(folder, u"run-1"_s, {u"../odd name?.csv"_s, rows, test::windowOfFilm("w")});
        QVERIFY(kept);
        QVERIFY(kept->rows.startsWith(folder + u"/run-1/"_s));
        QCOMPARE(QFile::permissions(kept->rows) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto read = [](const QString &path) -> Expected<QByteArray> {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return tl::unexpected(Error());
            return file.readAll();
        };
        const auto maker = rowMakerFrom(read, kept->rows, kept->templateFile, mapping.toText(), *m_book.catalog);
        QVERIFY(maker);
        QCOMPARE(maker->mapping().columns, mapping.columns);
        QVERIFY(!rowMakerFrom(read, kept->rows + u'x', kept->templateFile, {}, *m_book.catalog));
    }
};

QTEST_GUILESS_MAIN(TestRowsDesk)
#include "tst_rowsdesk.moc"
