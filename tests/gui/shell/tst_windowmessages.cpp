// SPDX-License-Identifier: GPL-3.0-or-later
// A message of performances in the real window: from the form over the wire and back by its callback.
#include "WindowTest.h"

#include "callbacks/CallbackDesk.h"
#include "performance/PerformanceView.h"

#include <QSpinBox>

using namespace marquee;
using namespace marquee::test;
using partners::Outcome;
using performance::PerformanceView;

namespace {

QByteArray message(const QByteArray &sequence, const QByteArray &callbackUrl, const QByteArray &more = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ShowTimeAnalytics dataSupplierId=\"LANTERN\" messageSequence=\"" + sequence
        + "\">\n  <!-- week 10 -->\n  <CallbackUrl><![CDATA[" + callbackUrl
        + "]]></CallbackUrl>\n  <Performances>\n"
          "    <Performance id=\"P-1\" siteId=\"S-1\">\n      <EventId><![CDATA[E-1]]></EventId>\n      <Date>2027-03-12</Date>\n"
          "      <Time>19:30</Time>\n      <PrintFormats>\n        <PrintFormat><![CDATA[2D]]></PrintFormat>\n      </PrintFormats>\n"
          "      <RunWeek>1</RunWeek>\n      <HallId><![CDATA[H-1]]></HallId>\n"
        + more + "    </Performance>\n  </Performances>\n</ShowTimeAnalytics>\n";
}

sandbox::SandboxOptions quick()
{
    sandbox::SandboxOptions options;
    options.callbackDelay = std::chrono::milliseconds(1);
    return options;
}

} // namespace

class TestWindowMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheFormToTheCallback()
    {
        Window window(quick());
        auto *desk = window->findChild<callbacks::CallbackDesk *>();
        QVERIFY(!desk->isListening());
        window.trigger("callbacks.listen");
        QVERIFY(desk->isListening());
        QVERIFY(desk->url().host() == u"127.0.0.1"_s);

        OpenDocument *document = window.open(window.home.write(u"week.xml"_s, message("", desk->url().toEncoded())));
        QVERIFY(document->isMessage());
        auto *view = window->documents().currentMessage();
        QVERIFY(view);
        QVERIFY(window.previewIsTheDocument());

        // The form writes into the text, in CDATA, and touches nothing else.
        const QByteArray before = document->bytes();
        window.keys("message.showPerformances");
        fill(window, u"HallId"_s, u"H-2"_s);
        QCOMPARE(document->bytes(), QByteArray(before).replace("H-1", "H-2"));
        QVERIFY(window.previewIsTheDocument());
        window.keys("edit.undo");
        QCOMPARE(document->bytes(), before);
        window.keys("edit.redo");

        // It has no number: the next one is filled in, and what goes out is what is seen.
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(window.last()->outcome.kind, Outcome::Kind::Accepted);
        QCOMPARE(window.at("/ShowTimeAnalytics/@messageSequence"), u"\"1\""_s);
        QCOMPARE(window.last()->request.body, document->bytes());
        QVERIFY2(window.message().contains(u"ueue"_s), qPrintable(window.message()));
        QVERIFY2(!window.message().contains(u"Accepted"_s), qPrintable(window.message()));
        QCOMPARE(window.exchanges.index(0, exchange::ExchangeList::Outcome).data().toString(), u"Queued"_s);

        // A moment later the partner says what became of it.
        const auto state = [&] { return desk->report(u"LANTERN"_s, u"1"_s).state; };
        QTRY_COMPARE(state(), callbacks::MessageState::Ok);
        QTRY_COMPARE(desk->model().rowCount(), 1);
        QVERIFY(desk->model().entry(0).message.has_value());
        QCOMPARE(window->size(), QSize(1440, 900)); // nothing that came has made it grow

        // The next message gets the next number, and one that was used is asked about.
        window.dialogs.confirmed << false;
        window.keys("exchange.put");
        QCOMPARE(window.exchanges.rowCount(), 1);
        window.dialogs.confirmed << true;
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.exchanges.rowCount() == 2);
        QCOMPARE(window.at("/ShowTimeAnalytics/@messageSequence"), u"\"2\""_s);
        window.trigger("callbacks.listen");
        QVERIFY(!desk->isListening());
    }

    void whatThePartnerSaysStandsAtItsPerformance()
    {
        Window window(quick());
        auto *desk = window->findChild<callbacks::CallbackDesk *>();
        OpenDocument *document = window.open(window.home.write(u"week.xml"_s, message("7", "https://example.test/cb")));
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QVERIFY(document->remarks().empty());
        const QByteArray callback = "<ShowTimeAnalyticsResponse dataSupplierId=\"LANTERN\" messageSequence=\"7\"><Responses>"
                                    "<Response id=\"P-1\" siteId=\"S-1\" entity=\"Performance\"><Status>ERROR</Status>"
                                    "<Errors><Error>102 no such hall</Error></Errors></Response></Responses></ShowTimeAnalyticsResponse>";
        QVERIFY(desk->takeText(callback).has_value());
        QTRY_COMPARE(document->remarks().size(), std::size_t(1));
        QCOMPARE(document->remarks().front().field.toString(), std::string("/ShowTimeAnalytics/Performances/Performance/0/@id"));
        QVERIFY(document->remarks().front().message.contains(u"no such hall"_s));
        QCOMPARE(desk->report(u"LANTERN"_s, u"7"_s).state, callbacks::MessageState::Error);

        // One for a message that was never sent is kept and shown.
        QVERIFY(desk->takeText(QByteArray(callback).replace("\"7\"", "\"8\"")).has_value());
        QCOMPARE(desk->model().rowCount(), 2);
    }

    void errorsAndTextOutsideOfCdataHoldItBack()
    {
        Window window(quick());
        OpenDocument *document
            = window.open(window.home.write(u"week.xml"_s, message("", "https://example.test/cb", "      <DistributorId>D-1</DistributorId>\n")));
        QCOMPARE(document->counts().errors, 1); // it has no number yet
        window.dialogs.held << shell::Dialogs::HeldAnswer::Cancel;
        window.keys("exchange.put");
        QCOMPARE(window.dialogs.lastHeld.errors, 1);
        QVERIFY(window.dialogs.lastHeld.messages.front().contains(u"CDATA"_s));
        QCOMPARE(window.exchanges.rowCount(), 0);
        QCOMPARE(window.at("/ShowTimeAnalytics/@messageSequence"), u"\"1\""_s);

        // Put right, it goes out under the number that it was given, without a question.
        QVERIFY(document->apply(payload::Edit::rewrite(*payload::Pointer::parse("/ShowTimeAnalytics/Performances/Performance/0/DistributorId"))).value());
        QCOMPARE(document->counts().errors, 0);
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(window.at("/ShowTimeAnalytics/@messageSequence"), u"\"1\""_s);
        QVERIFY(window.last()->request.body.contains("<![CDATA[D-1]]>"));
    }

    void cancellingIsWarnedOf()
    {
        Window window(quick());
        OpenDocument *document = window.open(
            window.home.write(u"week.xml"_s, message("3", "https://example.test/cb", "      <IsCancelled>false</IsCancelled>\n")));
        window.keys("message.showPerformances");
        QVERIFY(document->apply(payload::Edit::set(*payload::Pointer::parse("/ShowTimeAnalytics/Performances/Performance/0/IsCancelled"), "true")).value());
        QVERIFY(document->counts().warnings > 0); // PF011
    }

    void aNewOneBeginsWithTheEnvironment()
    {
        Window window(quick());
        window.home.write(u"ws/marquee.json"_s, "{\"environments\":[{\"name\":\"circuit\",\"showtime\":{\"baseUrl\":\"" + window.partner->showtimeUrl().toEncoded()
                + "\",\"user\":\"u\",\"password\":{\"variable\":\"MARQUEE_TEST_PASSWORD\"},\"dataSupplierId\":\"LANTERN\",\"callbackUrl\":\"https://cinema.example/cb\"}}]}");
        qputenv("MARQUEE_TEST_PASSWORD", "secret");
        window->files().openFolder(window.home.folder.filePath(u"ws"_s));
        window.environments.choose(u"circuit"_s);
        OpenDocument *document = window.make("performance-cancel");
        QVERIFY(document && document->isMessage());
        QCOMPARE(window.at("/ShowTimeAnalytics/@dataSupplierId"), u"\"LANTERN\""_s);
        QCOMPARE(window.at("/ShowTimeAnalytics/CallbackUrl"), u"\"https://cinema.example/cb\""_s);
        QVERIFY(document->bytes().contains("<CallbackUrl><![CDATA[https://cinema.example/cb]]></CallbackUrl>"));
        QCOMPARE(window.at("/ShowTimeAnalytics/@messageSequence"), u"\"\""_s); // the next one is filled in on sending
    }

    void howLongAPerformanceTakesIsKept()
    {
        Window window(quick());
        window.settings.setPerformanceMinutes(100);
        window.open(window.home.write(u"week.xml"_s, message("3", "https://example.test/cb")));
        window.keys("message.showDay");
        auto *minutes = window->findChild<QSpinBox *>(u"dayMinutes"_s);
        QCOMPARE(minutes->value(), 100);
        minutes->setValue(120);
        QCOMPARE(window.settings.performanceMinutes(), 120);
    }

    void malformedXmlOpensAsTextWithAProposal()
    {
        Window window(quick());
        QByteArray text = message("3", "https://example.test/cb");
        text.replace("</PrintFormats>", "</PrintFormat>");
        OpenDocument *document = window.open(window.home.write(u"bad.xml"_s, text));
        QVERIFY(!document->isPayload());
        window.dialogs.repairs << true;
        window->files().showRepair(document);
        QVERIFY(document->isPayload());
        QVERIFY(document->isMessage());
    }
};

QTEST_MAIN(TestWindowMessages)
#include "tst_windowmessages.moc"
