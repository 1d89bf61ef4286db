// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/rules/Fixture.h"

#include "workspace/OpenDocument.h"

#include <QSignalSpy>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using workspace::OpenDocument;
using Origin = OpenDocument::Origin;

namespace {

std::unique_ptr<OpenDocument> opened(const QByteArray &text, Origin origin = Origin::File)
{
    return OpenDocument::read(rulebook(), text, origin, {}, fixedClock);
}

const Pointer end = *Pointer::parse("/avail/Transaction/0/End");

} // namespace

class TestOpenDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("payload");
        QTest::addColumn<bool>("avail");
        QTest::addColumn<QString>("title");
        QTest::newRow("an avail") << avail(window()) << true << true << u"Night Ferry"_s;
        QTest::newRow("without a title") << avail(window(), "{}") << true << true << u"NF-1"_s;
        QTest::newRow("without anything") << QByteArray(R"({"avail":{}})") << true << true << u"doc"_s;
        QTest::newRow("an avail that is a text") << QByteArray(R"({"avail":"x"})") << true << false << u"doc"_s;
        QTest::newRow("a reply with an avail")
            << QByteArray(R"({"success":true,"avail":{"ALID":"a"}})") << true << true << u"a"_s;
        QTest::newRow("a batch") << QByteArray(R"({"requestItems":[]})") << true << false << u"doc"_s;
        QTest::newRow("a list") << QByteArray("[]") << true << false << u"doc"_s;
        QTest::newRow("malformed") << QByteArray("{\"avail\":") << false << false << u"doc"_s;
        QTest::newRow("empty") << QByteArray() << false << false << u"doc"_s;
        QTest::newRow("not UTF-8") << QByteArray("\"\xff\"") << false << false << u"doc"_s;
    }
    void kinds()
    {
        QFETCH(QByteArray, text);
        const auto document = opened(text);
        document->setName(u"doc"_s);
        QTEST(document->isPayload(), "payload");
        QTEST(document->isAvail(), "avail");
        QTEST(document->title(), "title");
        QCOMPARE(document->bytes(), text);
        QCOMPARE(document->text().toByteArray(), text);
        QVERIFY(!document->isModified());
        if (!document->isPayload()) {
            QCOMPARE(document->counts(), (rules::Counts{1, 0, 0}));
            QVERIFY(!document->textError().message.isEmpty());
            QVERIFY(!document->apply(Edit::set(end, "1")));
            document->undo();
            document->validateAll();
        }
    }

    void editsAreToldWithTheirProblems()
    {
        const auto document = opened(avail(window()));
        int errorsWhenTold = -1;
        connect(document.get(), &OpenDocument::changed, this, [&] { errorsWhenTold = document->counts().errors; });
        QSignalSpy state(document.get(), &OpenDocument::stateChanged);
        QVERIFY(document->apply(Edit::set(end, "\"2020-01-01T00:00:00Z\"")).value());
        QCOMPARE(errorsWhenTold, 1);
        QCOMPARE(state.size(), 1);
        QVERIFY(document->isModified());
        document->undo();
        QCOMPARE(errorsWhenTold, 0);
        QVERIFY(!document->isModified());
        document->redo();
        QCOMPARE(errorsWhenTold, 1);
        document->redo(); // there is no more
        QCOMPARE(state.size(), 3);
        QVERIFY(!document->apply(Edit::set(end, "\"2020-01-01T00:00:00Z\"")).value()); // says the same
        QCOMPARE(state.size(), 3);
        QVERIFY(!document->apply(Edit::set(*Pointer::parse("/none"), "1")));
    }

    void savedWhileEditingWentOn()
    {
        const auto document = opened(avail(window()));
        QVERIFY(document->apply(Edit::set(end, "\"2029-01-01T00:00:00Z\"")).value());
        const auto written = document->state();
        QVERIFY(document->apply(Edit::set(end, "\"2030-01-01T00:00:00Z\"")).value());
        document->markSaved(written);
        QVERIFY(document->isModified());
        document->undo();
        QVERIFY(!document->isModified());
    }

    void names_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name");
        QTest::newRow("json") << u"/x/night-ferry.json"_s << u"night-ferry"_s;
        QTest::newRow("dots") << u"/x/a.b.json"_s << u"a.b"_s;
        QTest::newRow("another ending") << u"/x/a.txt"_s << u"a.txt"_s;
        QTest::newRow("none") << QString() << u"Untitled 1"_s;
    }
    void names()
    {
        QFETCH(QString, path);
        const auto document = opened("{}");
        document->setName(u"Untitled 1"_s);
        document->setPath(path);
        QTEST(document->name(), "name");
    }

    void whichProblemsShow()
    {
        const auto fresh = opened(avail(window()), Origin::New);
        QVERIFY(!fresh->showsProblemsAt(end));
        QSignalSpy problems(fresh.get(), &OpenDocument::problemsChanged);
        fresh->touch(end);
        fresh->touch(end);
        QCOMPARE(problems.size(), 1);
        QVERIFY(fresh->showsProblemsAt(end));
        QVERIFY(fresh->showsProblemsAt(end.child("deeper")));
        QVERIFY(!fresh->showsProblemsAt(end.parent().child("Start")));
        fresh->validateAll();
        QVERIFY(fresh->showsProblemsAt(end.parent().child("Start")));
        QVERIFY(opened(avail(window()))->showsProblemsAt(end));
    }

    void whatWouldBeLost_data()
    {
        QTest::addColumn<int>("origin");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("modified");
        QTest::newRow("a file") << static_cast<int>(Origin::File) << QByteArray("{}") << false;
        QTest::newRow("a template") << static_cast<int>(Origin::New) << QByteArray("{}") << true;
        QTest::newRow("pasted") << static_cast<int>(Origin::Pasted) << QByteArray("{}") << true;
        QTest::newRow("pasted, malformed") << static_cast<int>(Origin::Pasted) << QByteArray("{") << true;
        QTest::newRow("a malformed file") << static_cast<int>(Origin::File) << QByteArray("{") << false;
    }
    void whatWouldBeLost()
    {
        QFETCH(int, origin);
        QFETCH(QByteArray, text);
        QTEST(opened(text, static_cast<Origin>(origin))->isModified(), "modified");
    }
};

QTEST_GUILESS_MAIN(TestOpenDocument)
#include "tst_opendocument.moc"
