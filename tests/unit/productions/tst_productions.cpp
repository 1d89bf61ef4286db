// SPDX-License-Identifier: GPL-3.0-or-later
// A reply's productions read for people: what is there, what isn't, and what nobody documented.
#include "../rules/ProductionFixture.h"

#include "productions/ProductionsModel.h"

#include <QAbstractItemModelTester>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using productions::Production;
using productions::ProductionsFound;
using productions::ProductionsModel;

namespace {

ProductionsFound found(const QByteArray &text, const QStringList &asked = {})
{
    return marquee::productions::readProductions(*read(text), asked);
}

} // namespace

class TestProductions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeProduction()
    {
        const ProductionsFound all = found(test::productions(production()));
        QCOMPARE(all.productions.size(), std::size_t{1});
        const Production &one = all.productions.front();
        QCOMPARE(one.place.toString(), std::string("/productionDetails/0"));
        QCOMPARE(one.id, u"B0000000001"_s);
        QCOMPARE(one.name, u"Night Ferry"_s);
        QCOMPARE(one.synopsis, u"A ferry that never lands."_s);
        QCOMPARE(one.rating, u"PG-13"_s);
        QCOMPARE(one.releaseDate, u"2026-03-13"_s);
        QCOMPARE(one.distributor, u"Lantern Pictures"_s);
        QCOMPARE(one.imdbId, u"tt0000001"_s);
        QCOMPARE(one.atomId, u"1001"_s);
        QCOMPARE(one.productionUrl, u"https://tickets.example/night-ferry"_s);
        QCOMPARE(one.coverImageUrl, u"https://pictures.example/nf.jpg"_s);
        QCOMPARE(one.genres, QStringList{u"Drama"_s});
        QCOMPARE(one.promoImageUrls, QStringList());
        QCOMPARE(one.trailerUrls, QStringList{u"https://pictures.example/nf.mp4"_s});
        QCOMPARE(one.runtimeMinutes, std::optional<int>(104));
        QCOMPARE(one.score, u"7.5"_s);
        QCOMPARE(one.cast.size(), std::size_t{2});
        QCOMPARE(one.cast[0].role, u"The pilot"_s);
        QCOMPARE(one.cast[1].role, QString());
        QCOMPARE(one.crew[0].name, u"Ida Vale"_s);
        QCOMPARE(one.crew[0].role, u"Director"_s);
        QVERIFY(one.missing.isEmpty() && one.undocumented.isEmpty());
        QCOMPARE(one.occurrences, 1);
        QVERIFY(all.page.has_value());
        QCOMPARE(all.page->page, 1);
        QCOMPARE(all.page->pageSize, 25);
        QCOMPARE(all.page->totalPages, 1);
    }

    void missingAndUndocumented()
    {
        const ProductionsFound all = found(test::productions(production({{"distributor", {}}, {"imdbId", "null"},
            {"tagline", "\"x\""}, {"productionMedia", R"({"imageData":{"coverImageUrl":"u","alt":1}})"}})));
        const Production &one = all.productions.front();
        QCOMPARE(one.missing,
            (QStringList{u"productionMedia/imageData/promoImageUrls"_s, u"productionMedia/trailerData"_s,
                u"distributor"_s, u"imdbId"_s}));
        QCOMPARE(one.undocumented, (QStringList{u"productionMedia/imageData/alt"_s, u"tagline"_s}));
        QVERIFY(productions::notesOf(one).contains(u"tagline"_s));
    }

    void idsCompared_data()
    {
        QTest::addColumn<QStringList>("returned");
        QTest::addColumn<QStringList>("asked");
        QTest::addColumn<QStringList>("missing");
        QTest::addColumn<QStringList>("extra");
        QTest::addColumn<QStringList>("doubled");
        const QStringList none;
        QTest::newRow("as asked") << QStringList{u"B2"_s, u"B1"_s} << QStringList{u"B1"_s, u"B2"_s} << none << none
                                  << none;
        QTest::newRow("missing, in the order asked")
            << QStringList{u"B2"_s} << QStringList{u"B3"_s, u"B2"_s, u"B1"_s, u"B3"_s} << QStringList{u"B3"_s, u"B1"_s}
            << none << none;
        QTest::newRow("extra") << QStringList{u"B9"_s, u"B1"_s, u"B9"_s} << QStringList{u"B1"_s} << none
                               << QStringList{u"B9"_s} << QStringList{u"B9"_s};
        QTest::newRow("nobody knows") << QStringList{u"B1"_s, u"B1"_s, u"B1"_s} << none << none << none
                                      << QStringList{u"B1"_s};
        QTest::newRow("case counts") << QStringList{u"b1"_s} << QStringList{u"B1"_s} << QStringList{u"B1"_s}
                                     << QStringList{u"b1"_s} << none;
        QTest::newRow("nothing came") << none << QStringList{u"B1"_s} << QStringList{u"B1"_s} << none << none;
    }
    void idsCompared()
    {
        QFETCH(QStringList, returned);
        QFETCH(QStringList, asked);
        QFETCH(QStringList, missing);
        QFETCH(QStringList, extra);
        QFETCH(QStringList, doubled);
        QByteArray list;
        for (const QString &id : returned)
            list += (list.isEmpty() ? "{\"id\":\"" : ",{\"id\":\"") + id.toUtf8() + "\"}";
        const ProductionsFound all = found(test::productions(list), asked);
        QCOMPARE(all.missingIds, missing);
        QCOMPARE(all.extraIds, extra);
        QCOMPARE(all.doubledIds, doubled);
        for (const Production &one : all.productions)
            QCOMPARE(one.occurrences, static_cast<int>(returned.count(one.id)));
    }

    void badShapes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("another document") << QByteArray(R"({"avail":{"ALID":"x"}})") << 0;
        QTest::newRow("a question") << question(3) << 0;
        QTest::newRow("XML") << QByteArray("<productionDetails><id>B1</id></productionDetails>") << 0;
        QTest::newRow("not a list") << QByteArray(R"({"productionDetails":{"id":"B1"}})") << 0;
        QTest::newRow("null") << QByteArray(R"({"productionDetails":null,"pageInfo":null})") << 0;
        QTest::newRow("items of other types")
            << QByteArray(R"({"productionDetails":[1,"x",null,[{"id":"B1"}],{}]})") << 1;
        QTest::newRow("names doubled") << QByteArray(
            R"({"productionDetails":[{"id":"B1","id":"B2"}],"productionDetails":[]})")
                                       << 1;
        QTest::newRow("ids of other types")
            << QByteArray(R"({"productionDetails":[{"id":7},{"id":null},{"id":["B1"]},{"id":{}}]})") << 4;
        QTest::newRow("below") << QByteArray(
            R"({"productionDetails":[{"productionMedia":7,"contributors":{"cast":{"name":"A"},"crew":["B",1]},)"
            R"("genres":"Drama","runtimeMinutes":"90","atomUserScore":"high"}],"pageInfo":[1]})")
                               << 1;
        QTest::newRow("huge numbers") << QByteArray(
            R"({"productionDetails":[{"runtimeMinutes":1e400,"atomUserScore":-1e400},{"runtimeMinutes":90.5}],)"
            R"("pageInfo":{"page":1e99,"pageSize":"x"}})")
                                      << 2;
    }
    void badShapes()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, count);
        const ProductionsFound all = found(text, {u"B1"_s});
        QCOMPARE(static_cast<int>(all.productions.size()), count);
        ProductionsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProductions(all);
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column)
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(ProductionsModel::SortRole)})
                    model.index(row, column).data(role);
        }
    }

    /// A value of another type is shown as it is written.
    void nothingIsLostFromSight()
    {
        const ProductionsFound all = found(
            R"({"productionDetails":[{"id":7,"name":["a"],"genres":"Drama","contributors":{"cast":["Ada"]}}]})");
        const Production &one = all.productions.front();
        QCOMPARE(one.id, u"7"_s);
        QCOMPARE(one.name, u"[\"a\"]"_s);
        QCOMPARE(one.genres, QStringList{u"Drama"_s});
        QCOMPARE(one.cast.front().name, u"Ada"_s);
    }

    void pastedIds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("ids");
        const QStringList two{u"B1"_s, u"B2"_s};
        QTest::newRow("nothing") << QByteArray() << QStringList();
        QTest::newRow("blanks") << QByteArray(" \n\t ,, ;\n") << QStringList();
        QTest::newRow("commas") << QByteArray("B1,B2") << two;
        QTest::newRow("commas and blanks") << QByteArray(" B1 , B2 ,") << two;
        QTest::newRow("semicolons") << QByteArray("B1;B2") << two;
        QTest::newRow("lines") << QByteArray("B1\r\nB2\r\n") << two;
        QTest::newRow("lines of a Mac") << QByteArray("B1\rB2") << two;
        QTest::newRow("a column with a head") << QByteArray("id\nB1\nB2\n") << two;
        QTest::newRow("an id called like a head, later") << QByteArray("B1 id") << QStringList{u"B1"_s, u"id"_s};
        QTest::newRow("quotes") << QByteArray("\"B1\", 'B2'") << two;
        QTest::newRow("twice") << QByteArray("B1 B2 B1") << two;
        QTest::newRow("a byte-order mark") << QByteArray("\xef\xbb\xbf"
                                                         "B1\nB2")
                                           << two;
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                              "B\0"
                                              "1\0"
                                              "\n\0"
                                              "B\0"
                                              "2\0",
            12) << two;
        QTest::newRow("blanks that don't break") << QByteArray("B1\xc2\xa0"
                                                               "B2\xe2\x80\x8b")
                                                 << two;
        QTest::newRow("a list") << QByteArray("[\"B1\", \"B2\"]") << two;
        QTest::newRow("a list of numbers") << QByteArray("[1, 2]") << QStringList{u"1"_s, u"2"_s};
        QTest::newRow("a question") << QByteArray(R"({"ids":["B1","B2"],"pageSize":10})") << two;
        QTest::newRow("a reply") << QByteArray(R"({"productionDetails":[{"id":"B1"},{"name":"x"},{"id":"B2"}]})")
                                 << two;
        QTest::newRow("a list that isn't JSON") << QByteArray("[B1, B2]") << two;
        QTest::newRow("an empty list") << QByteArray("[]") << QStringList();
        QTest::newRow("a list with other things") << QByteArray(R"([null,{"id":"B1"},["x"],"B2",""])") << two;
    }
    void pastedIds()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, ids);
        QCOMPARE(productions::idsIn(text), ids);
    }

    void noMoreThanCanBeAskedFor()
    {
        QByteArray text;
        for (int i = 0; i < 12'000; ++i)
            text += 'B' + QByteArray::number(i) + (i % 2 == 0 ? ',' : '\n');
        QCOMPARE(productions::idsIn(text).size(), 10'000);
    }

    void model()
    {
        ProductionsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setProductions(
            found(test::productions(production({{"runtimeMinutes", "104"}, {"atomUserScore", "9"}}) + ','
                + production({{"id", "\"B2\""}, {"runtimeMinutes", "95"}, {"atomUserScore", "10"},
                    {"name", "\"Harbour Lights\""}})
                + ',' + production({{"id", "\"B3\""}, {"runtimeMinutes", {}}, {"atomUserScore", {}}, {"note", "1"}}))));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), int(ProductionsModel::ColumnCount));
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, ProductionsModel::IdColumn), u"B0000000001"_s);
        QCOMPARE(text(0, ProductionsModel::RuntimeColumn), u"104 min"_s);
        QCOMPARE(text(0, ProductionsModel::ImagesColumn), u"1"_s);
        QCOMPARE(text(0, ProductionsModel::NotesColumn), QString());
        QVERIFY(text(2, ProductionsModel::NotesColumn).contains(u"runtimeMinutes"_s));
        QCOMPARE(model.index(2, 0).data(ProductionsModel::HasNotesRole).toBool(), true);
        QCOMPARE(model.index(1, 0).data(ProductionsModel::PlaceRole).toString(), u"/productionDetails/1"_s);
        QCOMPARE(model.rowOf(u"B2"_s), 1);
        QCOMPARE(model.rowOf(u"B9"_s), -1);
        QVERIFY(model.production(2) && !model.production(3) && !model.production(-1));

        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&model);
        sorted.setSortRole(ProductionsModel::SortRole);
        const auto order = [&sorted](int column) {
            sorted.sort(column);
            QStringList ids;
            for (int row = 0; row < sorted.rowCount(); ++row)
                ids << sorted.index(row, ProductionsModel::IdColumn).data().toString().right(2);
            return ids;
        };
        QCOMPARE(order(ProductionsModel::RuntimeColumn), (QStringList{u"B2"_s, u"01"_s, u"B3"_s}));
        QCOMPARE(order(ProductionsModel::ScoreColumn), (QStringList{u"01"_s, u"B2"_s, u"B3"_s})); // 9 before 10
        QCOMPARE(order(ProductionsModel::NameColumn).front(), u"B2"_s);
    }
};

QTEST_GUILESS_MAIN(TestProductions)
#include "tst_productions.moc"
