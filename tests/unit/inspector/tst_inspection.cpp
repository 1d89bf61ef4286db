// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what is inspected: phases, Cancel in each, what isn't well-formed, and what is known of bytes before they are
// read.
#include "unit/inspector/Given.h"

#include "inspector/Filter.h"
#include "inspector/FirstLook.h"
#include "inspector/Inspection.h"
#include "inspector/Pretty.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::inspector;
using namespace Qt::StringLiterals;
using Phase = Inspection::Phase;
using Form = ByteLook::Form;
using Encoding = ByteLook::Encoding;

class TestInspection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looks_data();
    void looks();
    void notes();
    void read();
    void malformedKeepsItsBytes_data();
    void malformedKeepsItsBytes();
    void zoo_data();
    void zoo();
    void empty_data();
    void empty();
    void files();
    void noSuchFile();
    void cancelled();
    void cancelledWhileLoading();
    void anotherTakesOver();
    void goesWhileItReads();
    void adopted();
    void beginning();
    void noBeginning_data();
    void noBeginning();
    void beginningComesFirst();
    void pretty();
    void prettyOfMatches();
    void filters();
    void filterProblems();
};

void TestInspection::looks_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("form");
    QTest::addColumn<int>("encoding");
    const auto row = [](const char *name, const QByteArray &bytes, Form form, Encoding encoding = Encoding::Utf8) {
        QTest::newRow(name) << bytes << static_cast<int>(form) << static_cast<int>(encoding);
    };
    row("nothing", "", Form::Empty);
    row("blanks", " \n\t", Form::Empty);
    row("object", " {\"a\": 1}", Form::Json);
    row("list", "[1]", Form::Json);
    row("scalar", "true", Form::Json);
    row("number", "-1", Form::Json);
    row("word", "truth", Form::Text);
    row("xml", "<?xml version=\"1.0\"?><a/>", Form::Xml);
    row("html", "<!DOCTYPE html><html><body>Sign in</body></html>", Form::Html);
    row("html in capitals", "\n<HTML><HEAD>", Form::Html);
    row("html behind a comment", "<!-- proxy -->\n<html>", Form::Html);
    row("xml that speaks of html", "<htmlPages/>",
        Form::Html); // its name begins alike; a hint, and nothing else depends on it
    row("text", "Bad Gateway", Form::Text);
    row("picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), Form::Binary, Encoding::Other);
    row("mark", "\xEF\xBB\xBF{}", Form::Json, Encoding::Utf8Mark);
    row("utf-16 little", QByteArray("\xFF\xFE{\0}\0", 6), Form::Json, Encoding::Utf16Little);
    row("utf-16 big", QByteArray("\xFE\xFF\0{\0}", 6), Form::Json, Encoding::Utf16Big);
    row("utf-16 without a mark", QByteArray("{\0\"\0a\0\"\0", 8), Form::Json, Encoding::Utf16Little);
    row("latin-1", "{\"a\": \"caf\xE9\"}", Form::Json, Encoding::Other);
    row("utf-8", "{\"a\": \"caf\xC3\xA9\"}", Form::Json);
    row("utf-8, cut through a letter", QByteArray("{\"a\": \"") + QByteArray(4088, 'a') + "\xC3\xA9\"}", Form::Json);
}

void TestInspection::looks()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, form);
    QFETCH(int, encoding);
    const ByteLook look = lookAt(bytes);
    QCOMPARE(static_cast<int>(look.form), form);
    QCOMPARE(static_cast<int>(look.encoding), encoding);
}

void TestInspection::notes()
{
    QVERIFY(noteOf(lookAt("<html></html>")).contains(u"HTML page"_s));
    QVERIFY(noteOf(lookAt(QByteArray("\xFF\xFE{\0}\0", 6))).contains(u"UTF-16"_s));
    QVERIFY(noteOf(lookAt("\xEF\xBB\xBF{}")).contains(u"byte-order mark"_s));
    QVERIFY(noteOf(lookAt("{}")).isEmpty());
    QVERIFY(noteOf(lookAt("<a/>")).isEmpty());
}

void TestInspection::read()
{
    Inspection inspection;
    QSignalSpy text(&inspection, &Inspection::textReady);
    QSignalSpy ready(&inspection, &Inspection::ready);
    QCOMPARE(inspection.phase(), Phase::Nothing);
    Source source;
    source.title = u"Night Ferry"_s;
    inspection.begin(source, "{\"avail\": {\"ALID\": \"NF-1\"}}");
    QCOMPARE(inspection.phase(), Phase::Reading);
    QVERIFY(inspection.isBusy());
    QVERIFY(!inspection.document());
    QTRY_COMPARE(inspection.phase(), Phase::Ready);
    QCOMPARE(text.count(), 1);
    QCOMPARE(ready.count(), 1);
    QCOMPARE(inspection.source().title, u"Night Ferry"_s);
    QVERIFY(inspection.snapshot().root().member("avail"));
    QCOMPARE(inspection.text().toByteArray(), inspection.bytes());
}

void TestInspection::malformedKeepsItsBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("truncated") << QByteArray("{\n  \"a\": [1, 2") << 2 << QString();
    QTest::newRow("html") << QByteArray("<html><br></html>") << 1 << u"HTML page"_s;
    QTest::newRow("text") << QByteArray("Bad Gateway") << 1 << u"plain text"_s;
    QTest::newRow("latin-1") << QByteArray("{\"a\": \"caf\xE9\"}") << 1 << u"UTF-8"_s;
    QTest::newRow("utf-16") << QByteArray("\xFF\xFE{\0}\0", 6) << 1 << u"UTF-16"_s;
    QTest::newRow("too deep") << QByteArray(QByteArray(300, '[') + QByteArray(300, ']')) << 1 << QString();
}

void TestInspection::malformedKeepsItsBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    QFETCH(QString, says);
    Inspection inspection;
    QSignalSpy malformed(&inspection, &Inspection::malformed);
    inspection.begin({}, bytes);
    QTRY_COMPARE(inspection.phase(), Phase::Malformed);
    QCOMPARE(malformed.count(), 1);
    QCOMPARE(inspection.text().toByteArray(), bytes);
    QVERIFY(inspection.error().place);
    QCOMPARE(static_cast<int>(inspection.error().place->line), line);
    QVERIFY2(sentence(inspection.error()).contains(says), qPrintable(sentence(inspection.error())));
    QVERIFY(!inspection.document());
}

void TestInspection::zoo_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QString::fromUtf8(MARQUEE_TEST_DATA) + u"/replies"_s);
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files))
        QTest::newRow(qPrintable(file.fileName())) << file.filePath();
}

/// Whatever comes: it ends, and its bytes are the same.
void TestInspection::zoo()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    Inspection inspection;
    inspection.beginFile(path);
    QTRY_VERIFY(!inspection.isBusy());
    QVERIFY(inspection.hasText());
    QCOMPARE(inspection.text().toByteArray(), bytes);
    QCOMPARE(inspection.bytes(), bytes);
    QCOMPARE(inspection.document() != nullptr, inspection.phase() == Phase::Ready);
    if (inspection.phase() == Phase::Malformed)
        QVERIFY(!inspection.error().message.isEmpty());
}

void TestInspection::empty_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray(" \r\n");
}

void TestInspection::empty()
{
    QFETCH(QByteArray, bytes);
    Inspection inspection;
    inspection.begin({}, bytes);
    QTRY_COMPARE(inspection.phase(), Phase::Empty);
}

void TestInspection::files()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"harbour-lights.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[1, 2, 3]");
    file.close();
    Inspection inspection;
    inspection.beginFile(path);
    QCOMPARE(inspection.phase(), Phase::Loading);
    QCOMPARE(inspection.size(), 9);
    QTRY_COMPARE(inspection.phase(), Phase::Ready);
    QCOMPARE(inspection.source().title, u"harbour-lights"_s);
    QCOMPARE(inspection.source().fileName, u"harbour-lights.json"_s);
    QCOMPARE(inspection.bytes(), QByteArray("[1, 2, 3]"));
}

void TestInspection::noSuchFile()
{
    Inspection inspection;
    inspection.beginFile(u"/nowhere/at-all.json"_s);
    QTRY_COMPARE(inspection.phase(), Phase::Unreadable);
    QVERIFY(!inspection.error().message.isEmpty());
    QVERIFY(!inspection.hasText());
}

void TestInspection::cancelled()
{
    Inspection inspection;
    QSignalSpy ready(&inspection, &Inspection::ready);
    inspection.begin({}, test::listOf(100'000));
    inspection.cancel();
    QCOMPARE(inspection.phase(), Phase::Cancelled);
    QVERIFY(!inspection.isBusy());
    inspection.again();
    QTRY_COMPARE_WITH_TIMEOUT(inspection.phase(), Phase::Ready, 20'000);
    QCOMPARE(ready.count(), 1);
    inspection.cancel(); // nothing goes on: nothing changes
    QCOMPARE(inspection.phase(), Phase::Ready);
}

void TestInspection::cancelledWhileLoading()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"large.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(test::listOf(50'000));
    file.close();
    Inspection inspection;
    inspection.beginFile(path);
    inspection.cancel();
    QCOMPARE(inspection.phase(), Phase::Cancelled);
    QVERIFY(!inspection.hasText());
    inspection.again();
    QTRY_COMPARE_WITH_TIMEOUT(inspection.phase(), Phase::Ready, 20'000);
}

void TestInspection::anotherTakesOver()
{
    Inspection inspection;
    QSignalSpy ready(&inspection, &Inspection::ready);
    inspection.begin({}, test::listOf(100'000));
    inspection.begin({}, "{\"second\": true}");
    QTRY_COMPARE(inspection.phase(), Phase::Ready);
    QTest::qWait(0);
    QCOMPARE(ready.count(), 1);
    QVERIFY(inspection.snapshot().root().member("second"));
}

void TestInspection::goesWhileItReads()
{
    // What goes on another thread speaks to nobody then; the sanitizers watch.
    for (int i = 0; i < 20; ++i) {
        Inspection inspection;
        inspection.begin({}, test::listOf(5'000));
        if (i % 2 == 0)
            QCoreApplication::processEvents();
    }
    QVERIFY(true);
}

void TestInspection::adopted()
{
    Inspection inspection;
    QSignalSpy ready(&inspection, &Inspection::ready);
    const Snapshot snapshot = test::snapshotOf("{\"a\": 1}");
    inspection.adopt({}, snapshot.document);
    QCOMPARE(inspection.phase(), Phase::Ready);
    QCOMPARE(ready.count(), 1);
    QCOMPARE(inspection.document(), snapshot.document);
    QCOMPARE(inspection.bytes(), QByteArray("{\"a\": 1}"));
}

void TestInspection::beginning()
{
    const QByteArray bytes = test::listOf(50'000);
    const auto document = firstLook(bytes);
    QVERIFY(document);
    const payload::Value list = document->root().member("list");
    QVERIFY(list.isArray());
    QVERIFY(list.size() > 1'000);
    QVERIFY(list.size() < 50'000);
    // Offsets are those of the whole.
    const payload::Value id = list.at(1'000).member("id");
    QCOMPARE(bytes.mid(id.begin(), 8), QByteArray("\"P-1000\""));
}

void TestInspection::noBeginning_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("small") << test::listOf(10);
    QTest::newRow("one long text") << QByteArray('"' + QByteArray(600'000, 'x') + '"');
    QTest::newRow("a comment") << QByteArray("{ // why\n" + test::listOf(50'000).mid(1));
    QTest::newRow("not JSON") << QByteArray("<a>" + QByteArray(600'000, 'x') + "</a>");
    QTest::newRow("wrong bracket") << QByteArray("[1, 2}, " + QByteArray(600'000, '1') + ']');
}

void TestInspection::noBeginning()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!firstLook(bytes));
}

void TestInspection::beginningComesFirst()
{
    Inspection inspection;
    QStringList order;
    connect(&inspection, &Inspection::textReady, this, [&] { order << u"text"_s; });
    connect(&inspection, &Inspection::beginningReady, this, [&] {
        order << u"beginning"_s;
        QVERIFY(inspection.isBeginning());
        QVERIFY(!inspection.document());
    });
    connect(&inspection, &Inspection::ready, this, [&] { order << u"ready"_s; });
    inspection.begin({}, test::listOf(50'000));
    QTRY_COMPARE_WITH_TIMEOUT(inspection.phase(), Phase::Ready, 20'000);
    QCOMPARE(order, (QStringList{u"text"_s, u"beginning"_s, u"ready"_s}));
    QVERIFY(!inspection.isBeginning());
}

void TestInspection::pretty()
{
    Inspection inspection;
    Pretty pretty;
    pretty.setInspection(&inspection, nullptr);
    pretty.want(); // there is nothing yet
    QVERIFY(!pretty.isWanted());
    inspection.begin({}, "{\"a\":9.90,\"a\":[1,2]}");
    QTRY_COMPARE(inspection.phase(), Phase::Ready);
    pretty.want();
    QTRY_VERIFY(pretty.isThere());
    QCOMPARE(pretty.text().toByteArray(), QByteArray("{\n  \"a\": 9.90,\n  \"a\": [\n    1,\n    2\n  ]\n}\n"));
    QCOMPARE(inspection.bytes(), QByteArray("{\"a\":9.90,\"a\":[1,2]}"));
    inspection.begin({}, "[]");
    QVERIFY(!pretty.isThere());
    QCOMPARE(pretty.text().size(), 0U);
}

void TestInspection::prettyOfMatches()
{
    const std::atomic<bool> stop = false;
    bool isCut = true;
    const Snapshot json = test::snapshotOf("{\"a\":{\"b\":1},\"c\":[2]}");
    QCOMPARE(layOutMatches(json, {test::pathTo(json, "/a"), test::pathTo(json, "/c/0")}, isCut, stop),
        QByteArray("[\n  {\n    \"b\": 1\n  },\n  2\n]"));
    QVERIFY(!isCut);
    const Snapshot xml = test::snapshotOf("<r><p id=\"1\">x</p><q/></r>");
    QCOMPARE(layOutMatches(xml, {test::pathTo(xml, "/r/p"), test::pathTo(xml, "/r/q")}, isCut, stop),
        QByteArray("<p id=\"1\">x</p>\n<q/>"));
}

void TestInspection::filters()
{
    Inspection inspection;
    Filter filter;
    filter.setInspection(&inspection);
    filter.setQuery(u" $.list[*].id "_s);
    QVERIFY(!filter.isActive());
    inspection.begin({}, test::listOf(5));
    QTRY_VERIFY(filter.isActive());
    QCOMPARE(filter.count(), 5U);
    QCOMPARE(filter.matches().size(), 5U);
    filter.setQuery(u"$.nothing"_s);
    QTRY_COMPARE(filter.count(), 0U);
    QVERIFY(filter.isActive());
    filter.setQuery({});
    QVERIFY(!filter.isActive());
    // What is inspected next is filtered too, once it is read.
    filter.setQuery(u"$.a"_s);
    inspection.begin({}, "{\"a\": 1}");
    QTRY_COMPARE(filter.count(), 1U);
}

void TestInspection::filterProblems()
{
    Inspection inspection;
    Filter filter;
    filter.setInspection(&inspection);
    inspection.begin({}, "{\"a\": 1}");
    QTRY_COMPARE(inspection.phase(), Phase::Ready);
    filter.setQuery(u"$.a[?"_s);
    QTRY_VERIFY(!filter.problem().isEmpty());
    QVERIFY(!filter.isActive());
    QVERIFY(filter.problemAt() > 0);
    filter.setQuery(u"$.a"_s);
    QTRY_VERIFY(filter.isActive());
    QVERIFY(filter.problem().isEmpty());
}

QTEST_GUILESS_MAIN(TestInspection)
#include "tst_inspection.moc"
