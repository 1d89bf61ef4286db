// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/rules/Fixture.h"

#include "changes/ChangesFilter.h"
#include "changes/ChangesModel.h"
#include "changes/Compare.h"
#include "changes/Words.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using changes::ChangesFilter;
using changes::ChangesModel;
using changes::Comparison;
using changes::Difference;

namespace {

/// End changed, format removed, contract added; and a Start that only is written differently.
Comparison example()
{
    const auto before = read(avail(window()));
    const auto after = read(avail(window({{"End", "\"2029-01-01T00:00:00Z\""}, {"FormatProfile", ""},
        {"ContractID", "\"CPH\""}, {"Start", "\"2027-01-01T01:00:00+01:00\""}})));
    Comparison found = changes::compare(*before, *after);
    changes::describe(found, rulebook(), *before, *after);
    return found;
}

QStringList rowOf(const QAbstractItemModel &model, int row)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column)
        texts << model.index(row, column).data().toString();
    return texts;
}

} // namespace

class TestChangesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows()
    {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setComparison(example());
        model.setBeforeTitle(u"In the saved file"_s);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(rowOf(model, 0), (QStringList{u"Removed"_s, u"Window w1 › Format"_s, u"HD"_s, u"not there"_s}));
        QCOMPARE(rowOf(model, 2),
            (QStringList{u"Changed"_s, u"Window w1 › End"_s, u"2028-01-01T00:00:00Z"_s, u"2029-01-01T00:00:00Z"_s}));
        QCOMPARE(model.index(3, 0).data(ChangesModel::KindRole).toInt(), static_cast<int>(Difference::Kind::Added));
        QVERIFY(model.index(3, ChangesModel::Before).data(ChangesModel::IsAbsentRole).toBool());
        QVERIFY(!model.index(3, ChangesModel::After).data(ChangesModel::IsAbsentRole).toBool());
        QCOMPARE(
            model.headerData(ChangesModel::Before, Qt::Horizontal, Qt::DisplayRole).toString(), u"In the saved file"_s);
        model.setComparison({});
        QCOMPARE(model.rowCount(), 0);
    }

    void theSameMoment()
    {
        ChangesModel model;
        model.setComparison(example());
        QVERIFY(!model.index(1, ChangesModel::After).data(ChangesModel::NoteRole).toString().isEmpty());
        QVERIFY(model.index(1, ChangesModel::After).data(Qt::AccessibleTextRole).toString().contains(u"moment"_s));
        QVERIFY(model.index(2, ChangesModel::After).data(ChangesModel::NoteRole).toString().isEmpty());
    }

    void find()
    {
        ChangesModel model;
        const Comparison found = example();
        model.setComparison(found);
        QCOMPARE(model.find(found.differences[2]), 2);
        Difference other = found.differences[2];
        other.kind = Difference::Kind::Added;
        QCOMPARE(model.find(other), -1);
    }

    void filter()
    {
        ChangesModel model;
        ChangesFilter filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        model.setComparison(example());
        QCOMPARE(filter.rowCount(), 4);
        filter.setText(u"window END"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText(u"2029"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText(u"2029 format"_s);
        QCOMPARE(filter.rowCount(), 0);
        filter.setText(u" "_s);
        filter.setShown(Difference::Kind::Changed, false);
        QCOMPARE(filter.rowCount(), 2);
        filter.setShown(Difference::Kind::Added, false);
        QCOMPARE(filter.rowCount(), 1);
    }
};

QTEST_MAIN(TestChangesModel)
#include "tst_changesmodel.moc"
