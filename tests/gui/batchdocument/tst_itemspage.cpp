// SPDX-License-Identifier: GPL-3.0-or-later
// The items of a batch document, by mouse and keys: added, copied, moved, taken out.
#include "gui/batchdocument/ViewTest.h"

using namespace marquee;
using namespace marquee::test;
using batchdocument::BatchDocumentView;

class TestItemsPage : public ViewTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void cleanup() { forget(); }

    void addingAndUndoing()
    {
        load(bare("a", "w1"));
        pressed("batchItem.addButton");
        QCOMPARE(itemIds(*m_document), QStringList({u"a"_s, u"item-2"_s}));
        QCOMPARE(m_view->items()->currentItem(), 1);
        QCOMPARE(cursorName(), u"path-window"_s);
        test::type(u"w7"_s);
        QCOMPARE(path(1), u"\"/avails/Lantern%20Pictures/partial-extract/transactions/w7\""_s);
        leave();
        QCOMPARE(m_document->counts().errors, 0);
        m_document->undo();
        m_document->undo();
        QCOMPARE(m_document->bytes(), batchOf(bare("a", "w1")));
        QCOMPARE(m_view->items()->currentItem(), 0);
    }

    void duplicateMoveRemove()
    {
        load(three());
        click(0);
        pressed("batchItem.duplicateButton");
        QCOMPARE(itemIds(*m_document), QStringList({u"a"_s, u"item-4"_s, u"b"_s, u"c"_s}));
        QCOMPARE(m_view->items()->currentItem(), 1);
        pressed("batchItem.downButton");
        QCOMPARE(itemIds(*m_document), QStringList({u"a"_s, u"b"_s, u"item-4"_s, u"c"_s}));
        QCOMPARE(m_view->items()->currentItem(), 2);
        QCOMPARE(shown("requestItemId"), u"item-4"_s);
        click(1);
        click(2, Qt::ShiftModifier);
        QTest::keyClick(m_table, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(itemIds(*m_document), QStringList({u"b"_s, u"item-4"_s, u"a"_s, u"c"_s}));
        QCOMPARE(m_table->selectionModel()->selectedRows().size(), 2);
        QCOMPARE(steps(*m_document), 3);
        QTest::keyClick(m_table, Qt::Key_Up, Qt::AltModifier); // they are at the top
        QCOMPARE(steps(*m_document), 3);
        QTest::keyClick(m_table, Qt::Key_Delete);
        QCOMPARE(itemIds(*m_document), QStringList({u"a"_s, u"c"_s}));
        QCOMPARE(steps(*m_document), 4);
        QCOMPARE(shown("requestItemId"), u"a"_s);
        while (m_document->payload().canUndo())
            m_document->undo();
        QCOMPARE(m_document->bytes(), batchOf(three()));
    }

    void documentsBecomeItems()
    {
        load(item("item-2", "w1"));
        QSignalSpy refused(m_view.get(), &BatchDocumentView::refused);
        QSignalSpy wanted(m_view.get(), &BatchDocumentView::addDocumentsWanted);
        pressed("batchItem.addDocumentsButton");
        QCOMPARE(wanted.size(), 1);
        const QByteArray two = window({{"_TransactionID", "\"x1\""}}) + ',' + window({{"_TransactionID", ""}});
        m_view->addDocuments({{u"two"_s, avail(two)}, {u"none"_s, "{\"avail\":{}}"}, {u"broken"_s, "{"},
            {u"reply"_s, avail(window({{"_TransactionID", "\"x3\""}})).chopped(1) + ",\"success\":true}"}});
        QCOMPARE(steps(*m_document), 1);
        QCOMPARE(itemIds(*m_document), QStringList({u"item-2"_s, u"item-3"_s, u"item-4"_s, u"item-5"_s}));
        QCOMPARE(path(1), u"\"/avails/Lantern%20Pictures/partial-extract/transactions/x1\""_s);
        QCOMPARE(at(*m_document, "/requestItems/1/body/avail/Disposition/EntryType"), u"\"PartialExtract\""_s);
        QCOMPARE(at(*m_document, "/requestItems/2/body/avail/Transaction/1"), QString()); // one window each
        QVERIFY(
            path(2).contains(at(*m_document, "/requestItems/2/body/avail/Transaction/0/_TransactionID").remove(u'"')));
        QCOMPARE(at(*m_document, "/requestItems/3/body/success"), QString());
        QCOMPARE(m_document->counts().errors, 0);
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused.front().front().toString().contains(u"none, broken"_s));
        QCOMPARE(m_view->items()->currentItem(), 1);
        m_document->undo();
        QCOMPARE(m_document->bytes(), batchOf(item("item-2", "w1")));
    }

    void documentsOfABatchThatValidates()
    {
        load(item("a", "w1/validate").replace("\"w1/validate\"", "\"w1\""));
        m_view->addDocuments({{u"x"_s, avail(window({{"_TransactionID", "\"x1\""}}))}});
        QVERIFY(path(1).endsWith("/x1/validate\""_L1));
        QCOMPARE(m_document->counts().errors, 0);
    }

    void noItemsYet()
    {
        load({});
        QVERIFY(seen<QAbstractButton>(*m_view, u"addFirstDocuments"_s));
        QVERIFY(!seen<QAbstractButton>(*m_view, u"batchItem.removeButton"_s)->isEnabled());
        QVERIFY(seen<QAbstractButton>(*m_view, u"batchItem.addButton"_s)->isEnabled());
        pictures("batchdocument-empty");
        pressed("batchItem.addButton");
        QCOMPARE(itemIds(*m_document), QStringList(u"item-1"_s));
        m_document->undo();
        QVERIFY(seen<QAbstractButton>(*m_view, u"addFirstDocuments"_s));
    }

    void tenThousand()
    {
        QByteArray items;
        for (int i = 0; i < 10'000; ++i)
            items += (i == 0 ? "" : ",") + bare('i' + QByteArray::number(i), 'w' + QByteArray::number(i));
        load(items);
        m_view->focusField(place("/requestItems/9999/requestItemId"));
        QCOMPARE(cursorName(), u"requestItemId"_s);
        QTest::keyClick(cursor(), Qt::Key_End);
        test::type(u"x"_s);
        QCOMPARE(itemIds(*m_document).last(), u"i9999x"_s);
        QCOMPARE(steps(*m_document), 1);
        pressed("batchItem.duplicateButton");
        QCOMPARE(m_view->items()->currentItem(), 10'000);
        m_table->setFocus();
        QTest::keyClick(m_table, Qt::Key_Delete);
        QCOMPARE(m_table->model()->rowCount(), 10'000);
    }
};

QTEST_MAIN(TestItemsPage)
#include "tst_itemspage.moc"
