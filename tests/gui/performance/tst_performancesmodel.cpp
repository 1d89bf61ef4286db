// SPDX-License-Identifier: GPL-3.0-or-later
// The performances of a message as rows: what cells say, and how rows follow the document.
#include "PerformanceTest.h"

#include "performance/PerformancesModel.h"

#include <QAbstractItemModelTester>

using namespace marquee;
using namespace marquee::test;
using payload::Edit;
using performance::PerformancesModel;

class TestPerformancesModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<OpenDocument> m_document;
    std::unique_ptr<PerformancesModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void load(const QByteArray &performances)
    {
        m_document = opened(message(performances));
        m_model->setDocument(m_document.get());
    }
    QStringList ids() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all << m_model->text(row, PerformancesModel::Id);
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<PerformancesModel>(lookup().catalog);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_document.reset();
    }

    void cells_data()
    {
        QTest::addColumn<QByteArray>("performances");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &xml, PerformancesModel::Column column,
                             const QString &expected) { QTest::newRow(name) << xml << int(column) << expected; };
        row("id", aPerformance(), PerformancesModel::Id, u"P-1"_s);
        row("no id", aPerformance({{"@", "siteId=\"S-1\""}}), PerformancesModel::Id, u"no ID"_s);
        row("site", aPerformance(), PerformancesModel::Site, u"S-1"_s);
        row("event", aPerformance(), PerformancesModel::Event, u"E-1"_s);
        row("date", aPerformance(), PerformancesModel::Date, u"2027-03-12"_s);
        row("what isn't a date stays", aPerformance({{"Date", "<Date>soon</Date>"}}), PerformancesModel::Date,
            u"soon"_s);
        row("hall", aPerformance(), PerformancesModel::Hall, u"H-1"_s);
        row("formats",
            aPerformance({{"PrintFormats",
                "<PrintFormats><PrintFormat>3D</PrintFormat><PrintFormat>IMAX</PrintFormat></PrintFormats>"}}),
            PerformancesModel::Formats, u"3D, IMAX"_s);
        row("cancelled", aPerformance({{"IsCancelled", "<IsCancelled>true</IsCancelled>"}}),
            PerformancesModel::Cancelled, u"yes"_s);
        row("not said to be", aPerformance(), PerformancesModel::Cancelled, QString());
        row("not on sale", aPerformance({{"OnSale", "<OnSale>false</OnSale>"}}), PerformancesModel::OnSale, u"no"_s);
        row("complete", aPerformance(), PerformancesModel::Complete, u"complete"_s);
        row("not complete", aPerformance({{"HallId", ""}, {"Time", "<Time/>"}}), PerformancesModel::Complete,
            u"3 of 5"_s);
    }
    void cells()
    {
        QFETCH(QByteArray, performances);
        QFETCH(int, column);
        QFETCH(QString, expected);
        load(performances);
        QCOMPARE(m_model->index(0, column).data().toString(), expected);
    }

    void follows()
    {
        load(namedPerformance("a") + namedPerformance("b") + namedPerformance("c"));
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY(m_document->apply(Edit::insertItem(performances::listPlace(), R"({"@id":"x","@siteId":"S-1"})", 1)));
        QCOMPARE(ids(), (QStringList{u"a"_s, u"x"_s, u"b"_s, u"c"_s}));
        QVERIFY(m_document->apply(Edit::remove(performances::placeOf(0))));
        QCOMPARE(ids(), (QStringList{u"x"_s, u"b"_s, u"c"_s}));
        m_document->undo();
        m_document->undo();
        QCOMPARE(ids(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(m_document->apply(Edit::move(performances::listPlace(), 0, 2)));
        QCOMPARE(ids(), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
        changes.clear();
        QVERIFY(m_document->apply(Edit::set(performances::placeOf(1).child("EventId"), "\"E-9\"")));
        QCOMPARE(m_model->text(1, PerformancesModel::Event), u"E-9"_s);
        QVERIFY(changes.count() > 0);
        QCOMPARE(changes.first().first().toModelIndex().row(), 1);
        QCOMPARE(resets.count(), 0);
    }

    void severalAtOnce()
    {
        load(namedPerformance("a"));
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        std::vector<Edit> edits;
        for (const char *id : {"b", "c", "d"})
            edits.push_back(Edit::insertItem(
                performances::listPlace(), "{\"@id\":\"" + std::string(id) + "\",\"@siteId\":\"S-1\"}"));
        QVERIFY(m_document->apply(edits));
        QCOMPARE(ids(), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        m_document->undo();
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(resets.count(), 0);
        QVERIFY(m_document->apply(Edit::remove(performances::placeOf(0)))); // the last one
        QCOMPARE(m_model->rowCount(), 0);
        m_document->undo();
        QCOMPARE(ids(), QStringList{u"a"_s});
        QVERIFY(m_document->editText(message(namedPerformance("x") + namedPerformance("y"))));
        QCOMPARE(ids(), (QStringList{u"x"_s, u"y"_s}));
    }

    void problems()
    {
        load(namedPerformance("a") + namedPerformance("a", {{"Date", "<Date>soon</Date>"}}) + namedPerformance("b"));
        const auto errors
            = [this](int row) { return m_model->index(row, 0).data(PerformancesModel::ErrorsRole).toInt(); };
        QCOMPARE(errors(0), 0);
        QVERIFY(errors(1) > 0);
        QCOMPARE(m_model->index(2, 0).data(PerformancesModel::CountRole).toInt(), 0);
        QVERIFY(!m_model->index(1, 0).data(Qt::DecorationRole).isNull());
        QVERIFY(!m_model->index(1, 0).data(Qt::ToolTipRole).toString().isEmpty());
        QVERIFY(
            m_model->sortNumber(1, PerformancesModel::Problems) < m_model->sortNumber(2, PerformancesModel::Problems));
        QVERIFY(m_document->apply(Edit::set(performances::placeOf(1).child("Date"), "\"2027-03-13\"")));
        QCOMPARE(errors(1), 0);
    }

    void searched()
    {
        load(namedPerformance(
            "a", {{"IsCancelled", "<IsCancelled>true</IsCancelled>"}, {"Tags", "<Tags><Tag>Gala</Tag></Tags>"}}));
        QVERIFY(m_model->line(0).contains(u"gala"_s) && m_model->line(0).contains(u"cancelled"_s)
            && m_model->line(0).contains(u"h-1"_s));
    }

    void nothing()
    {
        m_model->setDocument(nullptr);
        QCOMPARE(m_model->rowCount(), 0);
        load({});
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(m_model->isEditable());
    }
};

QTEST_MAIN(TestPerformancesModel)
#include "tst_performancesmodel.moc"
