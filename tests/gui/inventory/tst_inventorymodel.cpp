// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the table while files, filter and order change.
#include "unit/inventory/InventoryTest.h"

#include "inventory/InventoryModel.h"
#include "shell/theme/Theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>

using namespace marquee;
using namespace marquee::test;
using inventory::Criteria;
using inventory::InventoryModel;

class TestInventoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void keepsToTheRules()
    {
        Shelf shelf;
        InventoryModel model(shelf.inventory);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        shelf.write(u"a"_s, titled("Ferry", dated("w1", "2027-01-01T00:00:00Z", "") + ',' + dated("", "", "")));
        shelf.write(u"b"_s, titled("Harbour", dated("w2", "", "")));
        shelf.read();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.documents(), 2u);
        QCOMPARE(model.index(1, 3).data().toString(), u"no ID"_s);
        QCOMPARE(model.index(0, 2).data().toString(), u"Ferry"_s);
        QVERIFY(model.index(0, 1).data(Qt::ToolTipRole).toString().endsWith(u"a.json"_s));
        QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"error"_s));
        QVERIFY(!model.index(1, 0).data(Qt::DecorationRole).isNull());
        QVERIFY(!model.index(0, 0).data(Qt::DisplayRole).isValid());
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::AccessibleTextRole).toString(), u"Problems"_s);

        Criteria criteria;
        criteria.anywhere = u"harb"_s;
        model.setCriteria(criteria);
        QCOMPARE(model.rowCount(), 1);
        model.setCriteria({});
        model.setOrder(Column::Title, true);
        QCOMPARE(model.text(0, Column::Title), u"Harbour"_s);
        model.setOrder(std::nullopt, false);
        QCOMPARE(model.text(0, Column::Title), u"Ferry"_s);

        const std::uint32_t key = model.key(2);
        QCOMPARE(model.rowsOf({key}), (std::vector{2}));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy dataChanged(&model, &QAbstractItemModel::dataChanged);
        // The same windows with another value are the same rows.
        shelf.write(u"b"_s, titled("Harbour", dated("w2", "", "", {{"LicenseType", "\"SVOD\""}})));
        shelf.inventory.refresh(shelf.path(u"b"_s));
        shelf.settle();
        QCOMPARE(reset.count(), 0);
        QCOMPARE(dataChanged.count(), 1);
        QCOMPARE(model.text(2, Column::Licence), u"SVOD"_s);
        shelf.write(u"a"_s, titled("Ferry", dated("w0", "", "")));
        shelf.inventory.refresh(shelf.path(u"a"_s));
        shelf.settle();
        QCOMPARE(model.rowsOf({key}), (std::vector{1}));
    }
};

QTEST_MAIN(TestInventoryModel)
#include "tst_inventorymodel.moc"
