// SPDX-License-Identifier: GPL-3.0-or-later
// ItemsModel: what the cells say, and that rows come, go and change where the payload does.
#include "gui/batchdocument/BatchFixture.h"

#include "batchdocument/ItemsModel.h"
#include "batchdocument/PathEditors.h"

#include <QAbstractItemModelTester>

using namespace marquee;
using namespace marquee::test;
using batchdocument::ItemsModel;
using payload::Edit;

class TestItemsModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<OpenDocument> m_document;
    std::unique_ptr<ItemsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void load(const QByteArray &items)
    {
        m_tester.reset();
        m_model = std::make_unique<ItemsModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_document = opened(batchOf(items));
        m_model->setDocument(m_document.get());
    }
    QString cell(int row, int column) const { return m_model->index(row, column).data().toString(); }
    bool hasIcon(int row) const { return m_model->index(row, ItemsModel::Problems).data(Qt::DecorationRole).isValid(); }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_document.reset();
    }

    void cells()
    {
        load(item("a", "w1") + ',' + bare("", "w2").replace("w2", "w2/validate") + ",{\"path\":\"nowhere\"}");
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(cell(0, ItemsModel::Number), u"1"_s);
        QCOMPARE(cell(0, ItemsModel::Id), u"a"_s);
        QCOMPARE(cell(0, ItemsModel::Licensor), u"Lantern Pictures"_s);
        QCOMPARE(cell(0, ItemsModel::Window), u"w1"_s);
        QCOMPARE(cell(0, ItemsModel::Validates), QString());
        QCOMPARE(cell(0, ItemsModel::Title), u"Night Ferry"_s);
        QCOMPARE(cell(0, ItemsModel::Licence), u"VOD"_s);
        QCOMPARE(cell(0, ItemsModel::Territory), u"US"_s);
        QVERIFY(cell(0, ItemsModel::Dates).contains(u"–"_s));
        QCOMPARE(cell(1, ItemsModel::Id), u"no ID"_s);
        QCOMPARE(cell(1, ItemsModel::Window), u"w2"_s);
        QCOMPARE(cell(1, ItemsModel::Validates), u"yes"_s);
        QCOMPARE(cell(1, ItemsModel::Title), u"no body"_s);
        QCOMPARE(cell(2, ItemsModel::Window), u"nowhere"_s);
        QVERIFY(hasIcon(2));
    }

    void problemsAtTheirItem()
    {
        load(item("a", "w1") + ',' + item("b", "w2"));
        QVERIFY(!hasIcon(0) && !hasIcon(1));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY(m_document->apply(Edit::set(place("/requestItems/1/requestItemId"), "\"a\"")));
        QVERIFY(hasIcon(0) && hasIcon(1)); // both are called the same now
        QVERIFY(!changed.isEmpty());
        m_document->undo();
        QVERIFY(m_document->apply(
            Edit::set(place("/requestItems/1/body/avail/Transaction/0/End"), "\"2026-01-01T00:00:00Z\"")));
        QVERIFY(!hasIcon(0) && hasIcon(1));
    }

    void rowsComeAndGo()
    {
        load(item("a", "w1") + ',' + item("b", "w2") + ',' + item("c", "w3"));
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy came(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy went(m_model.get(), &QAbstractItemModel::rowsRemoved);
        const payload::Pointer list = place("/requestItems");
        const std::vector<Edit> three{Edit::insertItem(list, bare("d", "w4").toStdString()),
            Edit::insertItem(list, bare("e", "w5").toStdString()),
            Edit::insertItem(list, bare("f", "w6").toStdString())};
        QVERIFY(m_document->apply(three));
        QCOMPARE(came.size(), 1);
        QCOMPARE(came.front().at(1).toInt(), 3);
        QCOMPARE(came.front().at(2).toInt(), 5);
        m_document->undo();
        QCOMPARE(went.size(), 1);
        QCOMPARE(m_model->rowCount(), 3);
        QVERIFY(m_document->apply(
            std::vector{Edit::remove(place("/requestItems/1")), Edit::remove(place("/requestItems/0"))}));
        QCOMPARE(went.size(), 2);
        QCOMPARE(cell(0, ItemsModel::Id), u"c"_s);
        m_document->undo();
        QCOMPARE(m_model->rowCount(), 3);
        QVERIFY(reset.isEmpty());
        // Not side by side: read anew.
        QVERIFY(m_document->apply(
            std::vector{Edit::remove(place("/requestItems/2")), Edit::remove(place("/requestItems/0"))}));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(cell(0, ItemsModel::Id), u"b"_s);
    }

    void movesChangeTwoRows()
    {
        load(item("a", "w1") + ',' + item("b", "w2") + ',' + item("c", "w3"));
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QVERIFY(m_document->apply(Edit::move(place("/requestItems"), 0, 1)));
        QCOMPARE(cell(0, ItemsModel::Id), u"b"_s);
        QCOMPARE(cell(1, ItemsModel::Id), u"a"_s);
        QVERIFY(reset.isEmpty());
    }

    void listThatIsGone()
    {
        load(item("a", "w1"));
        QVERIFY(m_document->apply(Edit::set(place("/requestItems"), "7")));
        QCOMPARE(m_model->rowCount(), 0);
        m_document->undo();
        QCOMPARE(m_model->rowCount(), 1);
    }

    void manyItemsCostNothingToHold()
    {
        QByteArray items;
        for (int i = 0; i < 10'000; ++i)
            items += (i == 0 ? "" : ",") + bare('i' + QByteArray::number(i), 'w' + QByteArray::number(i));
        m_tester.reset(); // it asks for every cell
        load(items);
        QCOMPARE(m_model->rowCount(), 10'000);
        QCOMPARE(cell(9'999, ItemsModel::Window), u"w9999"_s);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QVERIFY(m_document->apply(Edit::set(place("/requestItems/5000/requestItemId"), "\"x\"")));
        QVERIFY(m_document->apply(Edit::remove(place("/requestItems/4000"))));
        QCOMPARE(cell(4'999, ItemsModel::Id), u"x"_s);
        QVERIFY(reset.isEmpty());
    }

    void parts_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("licensor");
        QTest::addColumn<QString>("window");
        QTest::addColumn<bool>("validates");
        const auto row = [](const char *path, const char *licensor, const char *window, bool validates) {
            QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(licensor)
                                << QString::fromLatin1(window) << validates;
        };
        row("/avails/L/partial-extract/transactions/w", "L", "w", false);
        row("/avails/L/partial-extract/transactions/w/validate", "L", "w", true);
        row("/avails/L%2FM/partial-extract/transactions/a%20b", "L/M", "a b", false);
        row("/avails//partial-extract/transactions/w", "", "w", false);
        row("/avails/L/partial-extract/transactions/", "L", "", false);
        row("/avails/L/partial-extract/transactions//validate", "L", "", true);
        row("/avails//partial-extract/transactions/", "", "", false);
        row("/v1/avails/L/partial-extract/transactions/w", "", "", false);
        row("", "", "", false);
    }
    void parts()
    {
        QFETCH(QString, path);
        QFETCH(QString, licensor);
        QFETCH(QString, window);
        QFETCH(bool, validates);
        const rules::BatchPath parts = batchdocument::partsOf(path.toStdString());
        QCOMPARE(QString::fromStdString(parts.licensor), licensor);
        QCOMPARE(QString::fromStdString(parts.transaction), window);
        QCOMPARE(parts.validates, validates);
        if (path.startsWith("/avails"_L1))
            QCOMPARE(QString::fromStdString(parts.text()), path);
    }
};

QTEST_MAIN(TestItemsModel)
#include "tst_itemsmodel.moc"
