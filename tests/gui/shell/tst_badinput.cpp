// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is opened: a clear message with its place, nothing lost, no crash, and a window that lives on.
#include "WindowTest.h"

#include <QLabel>
#include <QTimer>

using namespace marquee;
using namespace marquee::test;

class TestBadInput : public QObject
{
    Q_OBJECT

private:
    /// What is done to every document in the course of a day.
    static void live(Window &window)
    {
        OpenDocument *document = window.current();
        const QByteArray before = document->bytes();
        for (const char *id : {"document.validate", "document.nextProblem", "document.previousProblem"}) {
            if (window->actions().action(id)->isEnabled())
                window.trigger(id);
        }
        window.trigger("edit.find");
        QTest::keyClick(cursor() ? cursor() : window.window.get(), Qt::Key_Escape);
        window->grab();
        QCOMPARE(document->bytes(), before);
        QVERIFY(window.preview()->text().size() == static_cast<std::uint32_t>(before.size()));
    }

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words"); // of the message
        QTest::addColumn<bool>("place");
        QTest::newRow("empty") << QByteArray() << u"nothing in it"_s << true;
        QTest::newRow("blanks") << QByteArray("  \n ") << QString() << false;
        QTest::newRow("words") << QByteArray("Dear partner,\n") << u"ine 1"_s << true;
        QTest::newRow("a missing brace") << QByteArray("{\"avail\":{\"ALID\":\"a\"}\n") << u"ine"_s << true;
        QTest::newRow("a missing comma") << QByteArray("{\n\"a\":1\n\"b\":2}") << u"ine"_s << true;
        QTest::newRow("cut in a string") << QByteArray("{\"avail\":{\"ALID\":\"Night Fer") << u"ine 1"_s << true;
        QTest::newRow("binary") << QByteArray("\x7f\x45LF\0\0\1\2\xff\xfe{}", 12) << QString() << false;
        QTest::newRow("Latin-1") << QByteArray("{\"avail\":{\"ALID\":\"Gr\xfcn\"}}") << u"UTF-8"_s << true;
        QTest::newRow("zeros") << QByteArray(1000, '\0') << QString() << false;
        QTest::newRow("100,000 levels") << QByteArray(100'000, '[') + QByteArray(100'000, ']') << u"deep"_s << false;
        QTest::newRow("100,000 levels, open") << QByteArray(100'000, '{') << QString() << false;
    }
    void texts()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        QFETCH(bool, place);
        Window window;
        OpenDocument *document = window.open(window.home.write(u"bad.json"_s, bytes));
        QCOMPARE(document->bytes(), bytes);
        QVERIFY(!document->isPayload());
        auto *problem = seen<QLabel>(window, u"textProblem"_s);
        QVERIFY(problem);
        QVERIFY(problem->text().size() > 10);
        QVERIFY2(problem->text().contains(words), qPrintable(problem->text()));
        QCOMPARE(window.table(u"problemsTable"_s)->model()->rowCount(), 1);
        if (place) {
            press(window, u"showMistake"_s);
            QCOMPARE(cursorName(), u"textPage"_s);
        }
        live(window);
        QVERIFY(!window->actions().action("exchange.put")->isEnabled());
        // Saved as it is.
        const QString other = window.home.folder.filePath(u"copy.json"_s);
        window.dialogs.saves << other;
        window.keys("file.saveAs");
        QTRY_VERIFY(!window.documents.isSaving(document));
        QCOMPARE(Home::read(other), bytes);
    }

    void payloads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        using rules::DocumentKind;
        const auto shared = [](const char *name) {
            return Home::read(QString::fromLatin1(MARQUEE_SHARED "/examples/prime/") + QString::fromLatin1(name));
        };
        QTest::newRow("unknown JSON") << QByteArray("{\"hello\":[1,2,{\"a\":null}]}") << int(DocumentKind::Unknown);
        QTest::newRow("a number") << QByteArray("17") << int(DocumentKind::Unknown);
        QTest::newRow("null") << QByteArray("null") << int(DocumentKind::Unknown);
        QTest::newRow("an empty avail") << QByteArray("{\"avail\":{}}") << int(DocumentKind::Avail);
        QTest::newRow("an avail that is no object") << QByteArray("{\"avail\":[]}") << -1;
        QTest::newRow("doubled names") << QByteArray("{\"avail\":{\"ALID\":\"a\",\"ALID\":\"b\"},\"avail\":1}") << -1;
        QTest::newRow("windows of all sorts")
            << QByteArray("{\"avail\":{\"Transaction\":[1,null,[],{},\"x\",{\"Terms\":{}},{\"Territory\":7}]}}")
            << int(DocumentKind::Avail);
        QTest::newRow("byte-order mark") << QByteArray("\xef\xbb\xbf{\"avail\":{}}") << -1;
        if (const QByteArray batch = shared("batch-put.json"); !batch.isEmpty()) {
            QTest::newRow("a batch") << batch << int(DocumentKind::Batch);
            QTest::newRow("a batch's reply") << shared("batch-put.response.json") << int(DocumentKind::BatchReply);
            QTest::newRow("a reply") << shared("put-partial.response.json") << -1;
        }
    }
    void payloads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        Window window;
        OpenDocument *document = window.open(window.home.write(u"odd.json"_s, bytes));
        QCOMPARE(document->bytes(), bytes);
        if (kind >= 0)
            QCOMPARE(int(document->kind()), kind);
        live(window);
        if (document->isAvail()) {
            for (const char *id : {"document.showTitle", "document.showWindows", "document.showText"})
                window.keys(id);
            window.keys("document.showWindows");
            window.keys("window.add");
            while (document->payload().canUndo())
                window.trigger("edit.undo");
            QCOMPARE(document->bytes(), bytes);
        }
    }

    void theRepairIsOffered()
    {
        Window window;
        const QByteArray broken = "{\"avail\":{\"ALID\":\"a\"}";
        window.open(window.home.write(u"broken.json"_s, broken));
        window.dialogs.repairs << false;
        press(window, u"showRepair"_s);
        QCOMPARE(window.dialogs.repaired, broken + '}');
        QCOMPARE(window.count(), 1);
        window.dialogs.repairs << true;
        press(window, u"showRepair"_s);
        QTRY_VERIFY(window.current()->isPayload());
        QCOMPARE(window.count(), 1);
        QVERIFY(window.current()->isModified());
        QCOMPARE(Home::read(window.home.folder.filePath(u"broken.json"_s)), broken); // the file is as it was
    }

    void aFolderAndAFileThatIsNotThere()
    {
        Window window;
        window.home.write(u"work/a.json"_s, availOf(test::window()));
        window->files().open({window.home.folder.filePath(u"work"_s)});
        QCOMPARE(QFileInfo(window.folder.folder()).fileName(), u"work"_s);
        QCOMPARE(window.count(), 0);
        window->files().open({window.home.folder.filePath(u"nowhere.json"_s)});
        QTRY_VERIFY(!window.message().isEmpty());
        QVERIFY2(window.message().contains(u"nowhere.json"_s), qPrintable(window.message()));
        QCOMPARE(window.count(), 0);
    }

    void fiftyMegabytesInOneLine_data()
    {
        QTest::addColumn<QByteArray>("front");
        QTest::newRow("in a member that nobody knows") << QByteArray("{\"avail\":{\"ALID\":\"a\",\"Wild\":\"");
        QTest::newRow("in the licensor") << QByteArray("{\"avail\":{\"ALID\":\"a\",\"Licensor\":{\"DisplayName\":\"");
        QTest::newRow("in the title") << QByteArray(
            "{\"avail\":{\"ALID\":\"a\",\"Asset\":[{\"Metadata\":{\"TitleInternalAlias\":[\"");
    }
    void fiftyMegabytesInOneLine()
    {
        QFETCH(QByteArray, front);
        Window window;
        QByteArray large = front;
        large.reserve(50 * 1024 * 1024 + 100);
        large.append(50 * 1024 * 1024, 'x').append('"');
        for (qsizetype i = front.size() - 1; i >= 0; --i) { // closes what is open
            if (front.at(i) == '{' || front.at(i) == '[')
                large.append(front.at(i) == '{' ? '}' : ']');
        }
        // The window is alive while it is read.
        int ticks = 0;
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, &timer, [&ticks] { ++ticks; });
        timer.start(1);
        OpenDocument *document = window.open(window.home.write(u"large.json"_s, large));
        QVERIFY(ticks > 0);
        QVERIFY(document->isAvail());
        QCOMPARE(document->text().size(), static_cast<std::uint32_t>(large.size()));
        window.keys("document.showTitle");
        fill(window, u"ALID"_s, u"b"_s);
        QCOMPARE(window.at("/avail/ALID"), u"\"b\""_s);
        window.keys("document.showText");
        window->grab();
        window.keys("edit.undo");
        QVERIFY(document->bytes() == large);
    }
};

QTEST_MAIN(TestBadInput)
#include "tst_badinput.moc"
