// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a batch document, by mouse and keys: fields, problems, the heading.
#include "gui/batchdocument/ViewTest.h"

#include "shell/theme/ElidedLabel.h"

#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>

using namespace marquee;
using namespace marquee::test;
using batchdocument::BatchDocumentView;

class TestBatchDocumentView : public ViewTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void cleanup() { forget(); }

    void selectingShowsTheItem()
    {
        load(three());
        QVERIFY(m_document->isEditable());
        QCOMPARE(m_view->items()->currentItem(), 0);
        click(2);
        QCOMPARE(shown("requestItemId"), u"c"_s);
        QCOMPARE(shown("path-licensor"), u"Lantern Pictures"_s);
        QCOMPARE(shown("path-window"), u"w3"_s);
        QVERIFY(shown("path").endsWith("/w3"_L1));
        QTest::keyClick(m_table, Qt::Key_Up);
        QCOMPARE(shown("requestItemId"), u"b"_s);
        QCOMPARE(steps(*m_document), 0);
        pictures("batchdocument");
    }

    void columnsGiveWay()
    {
        load(three());
        QVERIFY(!m_table->isColumnHidden(3));
        m_view->resize(720, 700);
        QTRY_VERIFY(m_table->isColumnHidden(3)); // the licensor, which the form shows as well
        QVERIFY(!m_table->isColumnHidden(6)); // the title
        picture(*m_view, u"batchdocument-narrow"_s);
    }

    void partsMakeThePath()
    {
        load(three());
        fill(*m_view, u"path-licensor"_s, u"Other & Co"_s);
        QCOMPARE(path(0), u"\"/avails/Other%20%26%20Co/partial-extract/transactions/w1\""_s);
        leave();
        QCOMPARE(steps(*m_document), 1);
        fill(*m_view, u"path-window"_s, QString());
        QCOMPARE(path(0), u"\"/avails/Other%20%26%20Co/partial-extract/transactions/\""_s);
        QTest::keyClick(cursor(), Qt::Key_Backspace); // the path stays
        test::type(u"w9"_s);
        QCOMPARE(path(0), u"\"/avails/Other%20%26%20Co/partial-extract/transactions/w9\""_s);
        QCOMPARE(shown("path-licensor"), u"Other & Co"_s);
        leave();
        QCOMPARE(steps(*m_document), 2);
        pressed("path-validates");
        QVERIFY(path(0).endsWith("/w9/validate\""_L1));
        QVERIFY(saidBeside(*m_view, u"path"_s).contains(u"w9"_s)); // the body means another
        pressed("pathFromBody");
        QCOMPARE(path(0), u"\"/avails/Lantern%20Pictures/partial-extract/transactions/w1/validate\""_s);
        fill(*m_view, u"path"_s, u"/avails/X/partial-extract/transactions/y"_s);
        QCOMPARE(shown("path-licensor"), u"X"_s);
        QCOMPARE(shown("path-window"), u"y"_s);
        m_document->undo();
        m_document->undo();
        m_document->undo();
        m_document->undo();
        m_document->undo();
        QCOMPARE(m_document->bytes(), batchOf(three()));
    }

    void problemsBesideFields()
    {
        load(bare("a", "w1") + ',' + bare("a", "w2"));
        QVERIFY(saidBeside(*m_view, u"requestItemId"_s).contains(u"names more than one"_s));
        QCOMPARE(saidBeside(*m_view, u"path"_s), QString());
        pressed("generateItemId");
        QCOMPARE(saidBeside(*m_view, u"requestItemId"_s), QString());
        QCOMPARE(itemIds(*m_document), QStringList({u"item-3"_s, u"a"_s}));
        fill(*m_view, u"path"_s, u"nowhere"_s);
        leave();
        QVERIFY(saidBeside(*m_view, u"path"_s).contains(u"nowhere"_s));
        QCOMPARE(saidBeside(*m_view, u"path-window"_s), QString());
        m_view->focusField(place("/requestItems/1/path"));
        QCOMPARE(m_view->items()->currentItem(), 1);
        QCOMPARE(cursorName(), u"path"_s);
    }

    void bodyIsEditedAndOpened()
    {
        load(three());
        auto *body = seen<QPlainTextEdit>(*m_view, u"body"_s);
        QVERIFY(body);
        QSignalSpy open(m_view.get(), &BatchDocumentView::openBodyWanted);
        pressed("openBodyButton");
        QCOMPARE(open.front().at(1).toString(), u"w1"_s);
        QCOMPARE(open.front().at(0).toByteArray(), at(*m_document, "/requestItems/0/body").toUtf8());
        QSignalSpy refused(m_view.get(), &BatchDocumentView::refused);
        body->setFocus();
        body->selectAll();
        QTest::keyClicks(body, u"{\"avail\":"_s);
        QTest::keyClick(body, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(steps(*m_document), 0);
        QTest::keyClicks(body, u"{\"Transaction\":[{}]}}"_s);
        QTest::keyClick(body, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(at(*m_document, "/requestItems/0/body"), u"{\"avail\":{\"Transaction\":[{}]}}"_s);
        QVERIFY(!saidBeside(*m_view, u"body"_s).isEmpty());
        QVERIFY(seen<QLabel>(*m_view, u"moreBodyProblems"_s)); // an avail without anything lacks more than a few things
        pictures("batchdocument-problems");
        click(1);
        QVERIFY(!seen<QLabel>(*m_view, u"moreBodyProblems"_s));
    }

    void othersAreKept()
    {
        load(item("a", "w1", ",\"later\":[1,2]") + ',' + item("b", "w2"));
        QVERIFY(seen<QPlainTextEdit>(*m_view, u"later"_s));
        fill(*m_view, u"requestItemId"_s, u"z"_s);
        QCOMPARE(at(*m_document, "/requestItems/0/later"), u"[1,2]"_s);
        click(1);
        QVERIFY(!seen<QPlainTextEdit>(*m_view, u"later"_s));
    }

    void headingSays()
    {
        load(three());
        QVERIFY(m_view->findChild<QLabel *>(u"warningBadge"_s)->text().contains(u"No problems"_s));
        QVERIFY(m_document->apply(payload::Edit::set(place("/requestItems/1/requestItemId"), "\"a\"")));
        QCOMPARE(m_view->findChild<QLabel *>(u"errorBadge"_s)->text(), u"2 error(s)"_s);
    }

    void subtitleSaysWhatItDoes_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::addColumn<QString>("says");
        QTest::newRow("none") << QByteArray() << u"Batch  ·  Holds nothing yet"_s;
        QTest::newRow("put") << item("a", "w1") << u"Batch  ·  Puts 1 window(s)  ·  Lantern Pictures"_s;
        QTest::newRow("get") << bare("a", "w1") << u"Batch  ·  Gets or deletes 1 window(s)  ·  Lantern Pictures"_s;
        QTest::newRow("validate") << bare("a", "w1/validate")
                                  << u"Batch  ·  Validates 1 window(s)  ·  Lantern Pictures"_s;
    }
    void subtitleSaysWhatItDoes()
    {
        QFETCH(QByteArray, items);
        QFETCH(QString, says);
        load(items);
        QCOMPARE(m_view->findChild<theme::ElidedLabel *>(u"documentSubtitle"_s)->text(), says);
    }

    void publishedExamples_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("put, bodies left out") << u"batch-put"_s;
        QTest::newRow("get") << u"batch-get"_s;
    }
    void publishedExamples()
    {
        QFETCH(QString, name);
        QFile file(QLatin1StringView(MARQUEE_SHARED "/examples/prime/") + name + u".json"_s);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the published examples aren't here");
        const QByteArray text = file.readAll();
        m_document = opened(text);
        m_view = std::make_unique<BatchDocumentView>(m_document.get(), lookup());
        m_table = m_view->findChild<QTableView *>(u"batchItemsTable"_s);
        show(*m_view, {1200, 900});
        QCOMPARE(m_table->model()->rowCount(), 2);
        click(1);
        QCOMPARE(shown("path-licensor"), u"testlicensor"_s);
        fill(*m_view, u"requestItemId"_s, u"Changed"_s);
        leave();
        QCOMPARE(m_document->bytes(), QByteArray(text).replace("TestRequest2", "Changed")); // the others as they were
        m_document->undo();
        QCOMPARE(m_document->bytes(), text);
    }

    void tooMany()
    {
        QByteArray items;
        for (int i = 0; i < 101; ++i)
            items += (i == 0 ? "" : ",") + bare('i' + QByteArray::number(i), 'w' + QByteArray::number(i));
        load(items);
        QVERIFY(fixOf(*m_view, u"BA001"_s));
    }
};

QTEST_MAIN(TestBatchDocumentView)
#include "tst_batchdocumentview.moc"
