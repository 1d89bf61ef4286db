// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/rules/Fixture.h"

#include "problems/ProblemsFilter.h"
#include "problems/ProblemsModel.h"
#include "workspace/OpenDocument.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using problems::ProblemsFilter;
using problems::ProblemsModel;
using workspace::OpenDocument;

namespace {

const QByteArray backwards = avail(window({{"End", "\"2026-12-01T00:00:00Z\""}})); // AV101
const Pointer end = *Pointer::parse("/avail/Transaction/0/End");

std::unique_ptr<OpenDocument> opened(const QByteArray &text)
{
    return OpenDocument::read(rulebook(), text, OpenDocument::Origin::File, {}, fixedClock);
}

QStringList rowOf(const QAbstractItemModel &model, int row)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column)
        texts << model.index(row, column).data().toString();
    return texts;
}

} // namespace

class TestProblemsModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ProblemsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<ProblemsModel>(rulebook());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void inWords()
    {
        const auto document = opened(backwards);
        m_model->setDocument(document.get());
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(rowOf(*m_model, 0),
            (QStringList{u"AV101"_s, u"End is before Start."_s, u"Window w1 › End"_s, u"Swap dates"_s}));
        QCOMPARE(m_model->row(0).field, end);
        QCOMPARE(document->payload().pointerTo(m_model->row(0).path), end);
        QCOMPARE(
            m_model->index(0, 0).data(ProblemsModel::SeverityRole).toInt(), static_cast<int>(rules::Severity::Error));
        QCOMPARE(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Error AV101"_s);
        QVERIFY(m_model->index(0, 3).data(Qt::AccessibleTextRole).toString().contains(u"Swap dates"_s));
        QCOMPARE(m_model->counts().errors, 1);
        m_model->setDocument(nullptr);
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->counts(), rules::Counts());
    }

    void manyEditsAreOneLook()
    {
        const auto document = opened(avail(window()));
        m_model->setDocument(document.get());
        QSignalSpy refreshed(m_model.get(), &ProblemsModel::refreshed);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        for (int day = 10; day < 25; ++day)
            QVERIFY(document->apply(Edit::set(end, "\"2026-12-" + std::to_string(day) + "T00:00:00Z\"")).value());
        QCOMPARE(m_model->rowCount(), 0); // not yet
        QTRY_COMPARE(refreshed.size(), 1);
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(reset.size(), 1);
        // An edit that changes no problem leaves the rows alone.
        QVERIFY(document->apply(Edit::set(*Pointer::parse("/avail/Licensor/DisplayName"), "\"Other\"")).value());
        QTRY_COMPARE(refreshed.size(), 2);
        QCOMPARE(reset.size(), 1);
    }

    void theDocumentGoes()
    {
        auto document = opened(backwards);
        m_model->setDocument(document.get());
        QCOMPARE(m_model->rowCount(), 1);
        document.reset();
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_model->document());
    }

    void anotherDocumentsEditsDontMatter()
    {
        const auto first = opened(avail(window()));
        const auto second = opened(backwards);
        m_model->setDocument(first.get());
        m_model->setDocument(second.get());
        QSignalSpy refreshed(m_model.get(), &ProblemsModel::refreshed);
        QVERIFY(first->apply(Edit::set(end, "1")).value());
        QCoreApplication::processEvents();
        QCOMPARE(refreshed.size(), 0);
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("fix");
        QTest::newRow("a comma is missing")
            << QByteArray("{\n  \"a\": 1\n  \"b\": 2\n}") << u"PL001"_s << u"line 3, column 3"_s << u"Show a repair…"_s;
        QTest::newRow("beyond repair") << QByteArray("{\"a\": nonsense}") << u"PL001"_s << u"line 1, column 7"_s
                                       << QString();
        QTest::newRow("not UTF-8") << QByteArray("{\"a\": \"\xff\"}") << u"PL003"_s << u"line 1, column 8"_s
                                   << QString();
    }
    void malformed()
    {
        QFETCH(QByteArray, text);
        const auto document = opened(text);
        m_model->setDocument(document.get());
        QCOMPARE(m_model->rowCount(), 1);
        const QStringList row = rowOf(*m_model, 0);
        QTEST(row[ProblemsModel::Rule], "rule");
        QTEST(row[ProblemsModel::Place], "place");
        QTEST(row[ProblemsModel::Fix], "fix");
        QCOMPARE(row[ProblemsModel::Message], document->textError().message);
        QCOMPARE(m_model->moreCount(), 0);
    }

    void moreThanAreShown()
    {
        QByteArray windows;
        for (int i = 0; i < ProblemsModel::Most + 20; ++i)
            windows += (i == 0 ? "" : ",")
                + window(
                    {{"_TransactionID", "\"w" + QByteArray::number(i) + '"'}, {"FormatProfile", "{\"value\":\"HD\"}"},
                        {"ContractID", "\"c" + QByteArray::number(i) + '"'}, {"End", "\"2026-12-01T00:00:00Z\""}});
        const auto document = opened(avail(windows));
        m_model->setDocument(document.get());
        QCOMPARE(m_model->rowCount(), ProblemsModel::Most);
        QCOMPARE(m_model->moreCount(), document->counts().total() - ProblemsModel::Most);
        QVERIFY(m_model->moreCount() >= 20);
    }

    void filter()
    {
        const auto document = opened(avail(window({{"End", "\"2026-12-01T00:00:00Z\""}}), "{}"));
        m_model->setDocument(document.get());
        ProblemsFilter filter;
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(m_model.get());
        const int all = filter.rowCount();
        QVERIFY(all > 2);
        filter.setText(u"window END"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText(u"av101"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText(u"window nowhere"_s);
        QCOMPARE(filter.rowCount(), 0);
        QVERIFY(!filter.isOpen());
        filter.setText(u"  "_s);
        QCOMPARE(filter.rowCount(), all);
        QVERIFY(filter.isOpen());
        filter.setShown(rules::Severity::Error, false);
        QCOMPARE(filter.rowCount(), all - document->counts().errors);
        QVERIFY(!filter.isOpen());
    }
};

QTEST_MAIN(TestProblemsModel)
#include "tst_problemsmodel.moc"
