// SPDX-License-Identifier: GPL-3.0-or-later
// Subjects, standing, plan and sending, against the real sandbox.
#include "reconcile/Report.h"
#include "unit/reconcile/Ferry.h"

#include <nlohmann/json.hpp>

using namespace marquee;
using namespace marquee::reconcile;
using namespace marquee::test;
using partners::Operation;
using partners::Outcome;
using Json = nlohmann::json;

namespace {

/// A reconciliation of documents with a partner.
struct Stage : Partner
{
    void begin(std::vector<Source> sources)
    {
        one = std::make_unique<Reconciliation>(courier, channel, book(), subjectsOf(sources));
        exchange::RetryPolicy retry;
        retry.firstWaitMs = 1;
        one->setRetryPolicy(retry);
    }
    void fetch(std::vector<Source> sources)
    {
        begin(std::move(sources));
        QSignalSpy finished(one.get(), &Reconciliation::finished);
        one->fetch();
        QVERIFY(finished.wait(20000));
    }
    void plan(const PlanOptions &options = {}, bool withGone = true)
    {
        plan(allDifferences(one->avails(), withGone), options);
    }
    void plan(const std::vector<Choice> &choices, const PlanOptions &options = {})
    {
        requests = planRequests(one->subjects(), one->avails(), choices, book(), channel->endpoint(), options);
    }
    void send(const SendOptions &options = {})
    {
        QSignalSpy finished(one.get(), &Reconciliation::finished);
        one->send(requests, options);
        QVERIFY(finished.wait(20000));
        requests = one->requests();
    }
    const AvailStanding &avail(std::size_t i = 0) const { return one->avails()[i]; }
    QString statuses(std::size_t i = 0) const
    {
        QStringList all;
        for (const WindowStanding &window : avail(i).windows)
            all << QString(window.transaction + u':' + statusName(window.status));
        return all.join(u' ');
    }
    QString results() const
    {
        QStringList all;
        for (const PlannedRequest &request : requests)
            all << (request.result.state == Result::State::Done
                    ? QString(partners::outcomeName(request.result.outcome.kind))
                    : request.result.state == Result::State::HeldBack ? u"held"_s
                                                                      : u"none"_s);
        return all.join(u' ');
    }
    QString operations() const
    {
        QStringList all;
        for (const PlannedRequest &request : requests)
            all << QString::fromUtf8(partners::infoOf(request.operation).name.data()) + u' '
                    + request.target.transaction;
        return all.join(u", "_s).replace(u" ,"_s, u","_s).trimmed();
    }

    std::unique_ptr<Reconciliation> one;
    std::vector<PlannedRequest> requests;
};

} // namespace

class TestReconcile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subjects_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("asks"); ///< one word an ask; "-": left out; empty: no subject
        QTest::newRow("full") << ferry(ferryWindow("w1") + ',' + ferryWindow("w2")) << u"full:NF-1"_s;
        QTest::newRow("partial") << ferry(ferryWindow("w1"), "Night Ferry", "PartialExtract") << u"partial:w1"_s;
        QTest::newRow("several windows") << ferry(ferryWindow("w1") + ',' + ferryWindow("w2"), "N", "PartialExtract")
                                         << u"partial:w1 partial:w2"_s;
        QTest::newRow("a window without ID")
            << ferry(ferryWindow("w1") + ',' + ferryWindow(""), "N", "PartialExtract") << u"partial:w1"_s;
        QTest::newRow("no ALID") << ferry(ferryWindow("w1"), "N", "FullExtract", "") << u"-"_s;
        QTest::newRow("a reply") << QByteArray(ferry(ferryWindow("w1")).chopped(1) + ",\"success\":true}") << u"-"_s;
        QTest::newRow("malformed") << QByteArray("{\"avail\":") << u"-"_s;
        QTest::newRow("something else") << QByteArray("{\"ids\":[\"1\"]}") << QString();
        QTest::newRow("a batch") << QByteArray(
            "{\"requestItems\":[{\"requestItemId\":\"a\",\"path\":\"/avails/L/partial-extract/"
            "transactions/w9\",\"body\":"
            + ferry(ferryWindow("w9"), "N", "PartialExtract")
            + "},{\"requestItemId\":\"b\",\"path\":\"/avails/L/partial-extract/transactions/w8\"}]}")
                                 << u"partial:w9 -"_s;
    }
    void subjects()
    {
        QFETCH(QByteArray, text);
        QStringList asks;
        for (const Subject &subject : subjectsOf({source(u"a.json"_s, text)})) {
            for (const Ask &ask : subject.asks)
                asks << (ask.operation == Operation::GetFull ? QString(u"full:"_s + ask.target.alid)
                                                             : QString(u"partial:"_s + ask.target.transaction));
            if (!subject.leftOut.isEmpty())
                asks << u"-"_s;
        }
        QTEST(asks.join(u' '), "asks");
    }

    void addressIsWhatTheDocumentAndTheUserSay()
    {
        const auto own = subjectsOf({source(u"a"_s, ferry(ferryWindow("w1")))});
        QCOMPARE(own[0].asks[0].target.territory, u"US"_s);
        const auto wished
            = subjectsOf({source(u"a"_s, ferry(ferryWindow("w1")))}, {}, {u"CA"_s, u"PRIME_SUBSCRIPTION"_s});
        QCOMPARE(wished[0].asks[0].target.territory, u"CA"_s);
        QCOMPARE(wished[0].asks[0].target.businessLine, u"PRIME_SUBSCRIPTION"_s);
    }

    void stands_data()
    {
        QTest::addColumn<QByteArray>("partner");
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("statuses");
        QTest::addColumn<bool>("head");
        const QByteArray w1 = ferryWindow("w1"), w2 = ferryWindow("w2", "2029-01-01T00:00:00Z");
        const auto row = [](const char *name, const QByteArray &partner, const QByteArray &document,
                             const char *statuses, bool head = false) {
            QTest::newRow(name) << partner << document << QString::fromLatin1(statuses) << head;
        };
        row("the same", ferry(w1 + ',' + w2), ferry(w1 + ',' + w2), "w1:same w2:same");
        row("another order", ferry(w1 + ',' + w2), ferry(w2 + ',' + w1), "w2:same w1:same");
        row("another spelling", ferry(ferryWindow("w1")), ferry(ferryWindow("w1", "2028-01-01T00:00:00Z", "99e-1")),
            "w1:same");
        row("a new one", ferry(w1), ferry(w1 + ',' + w2), "w1:same w2:new");
        row("one gone", ferry(w1 + ',' + w2), ferry(w2), "w2:same w1:gone");
        row("one changed", ferry(ferryWindow("w1", "2027-12-31T00:00:00Z")), ferry(w1), "w1:changed");
        row("the same under another ID", ferry(ferryWindow("w1")), ferry(ferryWindow("w3")), "w3:new w1:gone");
        row("no ID in the document", ferry(w1), ferry(ferryWindow("")), "w1:same");
        row("no ID at the partner", ferry(ferryWindow("")), ferry(w1), "w1:same");
        row("no ID on either side, changed", ferry(ferryWindow("")), ferry(ferryWindow("", "2030-01-01T00:00:00Z")),
            ":changed");
        row("another title", ferry(w1, "Harbour Lights"), ferry(w1), "w1:same", true);
        row("no windows any more", ferry(w1), ferry(""), "w1:gone");
    }
    void stands()
    {
        QFETCH(QByteArray, partner);
        QFETCH(QByteArray, document);
        QFETCH(bool, head);
        Stage stage;
        QVERIFY(stage.put(partner));
        stage.fetch({source(u"a.json"_s, document)});
        QTEST(stage.statuses(), "statuses");
        QCOMPARE(stage.avail().headDiffers, head);
        QCOMPARE(stage.avail().state, AvailStanding::State::Compared);
        for (const WindowStanding &window : stage.avail().windows) {
            QCOMPARE(window.place.has_value(), window.status != Status::Gone);
            QCOMPARE(window.differences.empty(), window.status != Status::Changed);
        }
    }

    void tellsWhatDiffers()
    {
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1", "2027-12-31T00:00:00Z"))));
        stage.fetch({source(u"a.json"_s, ferry(ferryWindow("w1", "2028-12-31T00:00:00Z")))});
        const auto &differences = stage.avail().windows.at(0).differences;
        QCOMPARE(differences.size(), std::size_t(1));
        QCOMPARE(shortWords(differences[0]), u"End: 2027-12-31 → 2028-12-31"_s);
        QCOMPARE(differences[0].after->toString(), std::string("/avail/Transaction/0/End"));
    }

    void batchItemsGoByThePlaceInTheirDocument()
    {
        Stage stage;
        QVERIFY(stage.putWindow(ferry(ferryWindow("w9"), "N", "PartialExtract"), u"w9"_s));
        stage.fetch({source(u"b.json"_s,
            "{\"requestItems\":[{\"requestItemId\":\"a\",\"path\":\"/avails/L/partial-extract/transactions/"
            "w9\",\"body\":"
                + ferry(ferryWindow("w9", "2030-01-01T00:00:00Z"), "N", "PartialExtract") + "}]}")});
        const WindowStanding &window = stage.avail().windows.at(0);
        QCOMPARE(window.status, Status::Changed);
        QCOMPARE(window.place->toString(), std::string("/requestItems/0/body/avail/Transaction/0"));
        QCOMPARE(
            window.differences.at(0).after->toString(), std::string("/requestItems/0/body/avail/Transaction/0/End"));
        stage.plan();
        stage.send();
        QCOMPARE(stage.results(), u"accepted"_s);
        QCOMPARE(stage.statuses(), u"w9:same"_s);
    }

    void partialExtracts()
    {
        Stage stage;
        QVERIFY(stage.putWindow(ferry(ferryWindow("w1"), "N", "PartialExtract"), u"w1"_s));
        QVERIFY(stage.putWindow(ferry(ferryWindow("w2"), "N", "PartialExtract"), u"w2"_s));
        const QByteArray document = ferry(ferryWindow("w1") + ',' + ferryWindow("w2", "2030-01-01T00:00:00Z") + ','
                + ferryWindow("w3") + ',' + ferryWindow(""),
            "N", "PartialExtract");
        stage.fetch({source(u"a.json"_s, document)});
        QCOMPARE(stage.statuses(), u"w1:same w2:changed w3:new :unknown"_s);
        QCOMPARE(
            stage.avail().windows.at(1).differences.at(0).after->toString(), std::string("/avail/Transaction/1/End"));
        stage.plan();
        QCOMPARE(stage.operations(), u"put-partial w2, put-partial w3"_s);
        stage.send();
        QCOMPARE(stage.results(), u"accepted accepted"_s);
        QCOMPARE(stage.statuses(), u"w1:same w2:same w3:same :unknown"_s);
    }

    void failuresDontStopTheOthers()
    {
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1"))));
        stage.sandbox->setFaults({sandbox::parseFault("html:get-full@1x1").value()});
        stage.begin({source(u"a.json"_s, ferry(ferryWindow("w1"))), source(u"b.json"_s, "{"),
            source(u"c.json"_s, ferry(ferryWindow("p1"), "N", "PartialExtract", "P-1"))});
        QSignalSpy finished(stage.one.get(), &Reconciliation::finished);
        exchange::RetryPolicy none;
        none.retries = 0;
        stage.one->setRetryPolicy(none);
        stage.one->fetch();
        QVERIFY(finished.wait(20000));
        QCOMPARE(stage.avail(0).state, AvailStanding::State::Failed);
        QVERIFY(!stage.avail(0).problem.isEmpty());
        QCOMPARE(stage.statuses(0), u"w1:unknown"_s); // nobody may take that for "gone" or "new"
        QCOMPARE(stage.avail(1).state, AvailStanding::State::LeftOut);
        QCOMPARE(stage.avail(1).exitCode, 3);
        QCOMPARE(stage.avail(2).state, AvailStanding::State::NotThere);
        stage.plan();
        QCOMPARE(stage.operations(), u"put-partial p1"_s);
    }

    void notThereGoesAsAWhole()
    {
        Stage stage;
        const QByteArray document = ' ' + ferry(ferryWindow("w1") + ',' + ferryWindow("w2")) + "\n\n";
        stage.fetch({source(u"a.json"_s, document)});
        QCOMPARE(stage.avail().state, AvailStanding::State::NotThere);
        stage.plan({Choice{0, 1}});
        QCOMPARE(stage.operations(), u"put-partial w2"_s); // just one was chosen
        stage.plan();
        QCOMPARE(stage.operations(), u"put-full"_s);
        QCOMPARE(stage.requests[0].body, document); // byte for byte, the blanks around it too
        stage.send();
        QCOMPARE(stage.statuses(), u"w1:same w2:same"_s);
    }

    void sendsJustTheDifference()
    {
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2") + ',' + ferryWindow("w3"))));
        // Unknown members and digits as they were typed.
        QByteArray changed = ferryWindow("w2", "2030-01-01T00:00:00Z", "10.500");
        changed.insert(1, "\"x\" : [1.0],");
        const QByteArray document = ferry(ferryWindow("w1") + ',' + changed + ',' + ferryWindow("w4"));
        stage.fetch({source(u"a.json"_s, document)});
        QCOMPARE(stage.statuses(), u"w1:same w2:changed w4:new w3:gone"_s);
        stage.plan();
        QCOMPARE(stage.operations(), u"put-partial w2, put-partial w4, delete-partial w3"_s);
        QCOMPARE(stage.requests[0].body, ferry(changed, "Night Ferry", "PartialExtract"));
        QVERIFY(stage.requests[2].body.isEmpty());
        stage.send();
        QCOMPARE(stage.results(), u"accepted accepted accepted"_s);
        QCOMPARE(stage.statuses(), u"w1:same w2:same w4:same w3:removed"_s);
        stage.call(Operation::GetFull, {});
        // The simulation lays out what it puts into an avail; every digit and member is there.
        const QByteArray plain = QByteArray(changed).replace(" : ", ":");
        QVERIFY2(stage.last.contains(plain) && !stage.last.contains("\"w3\""), stage.last.constData());
        stage.plan();
        QVERIFY(stage.requests.empty());
    }

    void fullPutsReplaceEverything()
    {
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2"))));
        const QByteArray document = ferry(ferryWindow("w1", "2030-01-01T00:00:00Z"));
        stage.fetch({source(u"a.json"_s, document)});
        PlanOptions full;
        full.mode = Mode::Full;
        stage.plan(full);
        QCOMPARE(stage.operations(), u"put-full"_s);
        QCOMPARE(stage.requests[0].windows, (std::vector<int>{0, 1}));
        QVERIFY(stage.requests[0].notes.join(u' ').contains(u"only the partner has"_s));
        full.keepGone = true;
        stage.plan(full);
        QVERIFY(stage.requests[0].held.contains(u"are to stay"_s));
        full.keepGone = false;
        stage.plan(full);
        stage.send();
        QCOMPARE(stage.statuses(), u"w1:same w2:removed"_s);
    }

    void headsGoWithTheWholeAvail()
    {
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1"), "Harbour Lights")));
        stage.fetch({source(u"a.json"_s, ferry(ferryWindow("w1")))});
        stage.plan();
        QCOMPARE(stage.operations(), u"put-full"_s);
        QCOMPARE(stage.requests[0].windows, std::vector<int>{Choice::Head});
        stage.send();
        QVERIFY(!stage.avail().headDiffers && stage.avail().headResult.isAccepted());
    }

    void errorsAreHeldBack()
    {
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2") + ',' + ferryWindow("w3"))));
        stage.fetch({source(u"a.json"_s,
            ferry(ferryWindow("w1", "2026-01-01T00:00:00Z") + ',' + ferryWindow("w2", "2030-01-01T00:00:00Z")))});
        stage.plan();
        QVERIFY(!stage.requests[0].held.isEmpty()); // ends before it starts
        QVERIFY(stage.requests[1].held.isEmpty());
        stage.send();
        QCOMPARE(stage.results(), u"held accepted held"_s); // and nothing is deleted where a put didn't go
        QCOMPARE(stage.statuses(), u"w1:changed w2:same w3:gone"_s);
    }

    void withoutIds()
    {
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1"))));
        const QByteArray document
            = ferry(ferryWindow("", "2030-01-01T00:00:00Z") + ',' + ferryWindow("").replace("\"HD\"", "\"UHD\""));
        stage.fetch({source(u"a.json"_s, document)});
        QCOMPARE(stage.statuses(), u"w1:changed :new"_s);
        stage.plan();
        QCOMPARE(stage.requests[0].target.transaction, u"w1"_s);
        QVERIFY(stage.requests[0].body.contains("{\"_TransactionID\":\"w1\",\"LicenseType\""));
        QVERIFY(stage.requests[1].held.contains(u"no window ID"_s));
        stage.send();
        QCOMPARE(stage.results(), u"accepted held"_s);
    }

    void documentsOfOneAvail()
    {
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2") + ',' + ferryWindow("w3"))));
        stage.fetch({source(u"a.json"_s, ferry(ferryWindow("w1", "2030-01-01T00:00:00Z"))),
            source(u"b.json"_s, ferry(ferryWindow("w2"))),
            source(u"c.json"_s, ferry(ferryWindow("x1"), "Night Ferry", "FullExtract", "NF-2"))});
        QCOMPARE(stage.statuses(0), u"w1:changed w3:gone"_s); // w2 is in the other
        QCOMPARE(stage.statuses(1), u"w2:same w3:gone"_s);
        QVERIFY(stage.avail(0).notes.join(u' ').contains(u"b.json"_s));
        QVERIFY(stage.avail(2).notes.isEmpty());
        PlanOptions full;
        full.mode = Mode::Full;
        stage.plan(full);
        QVERIFY(stage.requests[0].held.contains(u"Other documents"_s));
        QVERIFY(stage.requests.back().held.isEmpty());
    }

    void changedMeanwhile_data()
    {
        QTest::addColumn<bool>("force");
        QTest::newRow("isn't sent") << false;
        QTest::newRow("unless it is wanted") << true;
    }
    void changedMeanwhile()
    {
        QFETCH(bool, force);
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2"))));
        QVERIFY(stage.putWindow(ferry(ferryWindow("p1"), "N", "PartialExtract", "P-1"), u"p1"_s));
        stage.fetch({source(u"a.json"_s, ferry(ferryWindow("w1", "2030-01-01T00:00:00Z") + ',' + ferryWindow("w2"))),
            source(u"b.json"_s, ferry(ferryWindow("p1", "2030-01-01T00:00:00Z"), "N", "PartialExtract", "P-1"))});
        stage.plan();
        // Somebody else, meanwhile.
        QVERIFY(stage.put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2", "2031-01-01T00:00:00Z"))));
        SendOptions options;
        if (force)
            options.forced = {0};
        stage.send(options);
        QCOMPARE(stage.results(), force ? u"accepted accepted"_s : u"held accepted"_s);
        QCOMPARE(stage.avail(0).conflict.isEmpty(), force);
        if (!force) {
            QVERIFY(stage.avail(0).conflict.startsWith(u"Changed at the partner since "_s));
            stage.call(Operation::GetFull, {});
            QVERIFY(!stage.last.contains("2030"));
        }
    }

    /// Another order, another spelling: nobody has changed anything.
    void spelledOtherwiseMeanwhile()
    {
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2"))));
        stage.fetch({source(u"a.json"_s, ferry(ferryWindow("w1", "2030-01-01T00:00:00Z") + ',' + ferryWindow("w2")))});
        stage.plan();
        QVERIFY(stage.put(ferry(ferryWindow("w2", "2028-01-01T00:00:00Z", "9.9") + ',' + ferryWindow("w1"))));
        stage.send();
        QCOMPARE(stage.results(), u"accepted"_s);
    }

    void goneMeanwhile()
    {
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1"))));
        stage.fetch({source(u"a.json"_s, ferry(ferryWindow("w1", "2030-01-01T00:00:00Z")))});
        stage.plan();
        QCOMPARE(stage.call(Operation::DeleteFull, {}).kind, Outcome::Kind::Accepted);
        stage.send();
        QCOMPARE(stage.results(), u"held"_s);
        QVERIFY(!stage.avail().conflict.isEmpty());
    }

    void lostRepliesAreAskedBack_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QString>("results");
        QTest::newRow("applied") << QByteArray("reset:put-partial") << u"accepted accepted"_s;
        QTest::newRow("not applied") << QByteArray("refuse:put-partial") << u"failed held"_s;
        QTest::newRow("a proxy's page") << QByteArray("html:put-partial") << u"failed held"_s;
        QTest::newRow("a deletion") << QByteArray("reset:delete-partial") << u"accepted accepted"_s;
    }
    void lostRepliesAreAskedBack()
    {
        QFETCH(QByteArray, fault);
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2"))));
        stage.fetch({source(u"a.json"_s, ferry(ferryWindow("w1", "2030-01-01T00:00:00Z")))});
        exchange::RetryPolicy none;
        none.retries = 0;
        stage.one->setRetryPolicy(none);
        stage.plan();
        stage.sandbox->setFaults({sandbox::parseFault(fault.toStdString()).value()});
        stage.send();
        QTEST(stage.results(), "results");
    }

    void thePartnerJudgesFirst()
    {
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2"))));
        stage.fetch({source(u"a.json"_s,
            ferry(ferryWindow("w1", "2030-01-01T00:00:00Z") + ',' + ferryWindow("w2", "2030-01-01T00:00:00Z")))});
        stage.plan();
        // What the rules let pass and the partner doesn't.
        stage.requests[0].body.replace("\"LicenseType\":\"EST\"", "\"LicenseType\":\"\"");
        SendOptions options;
        options.askPartner = true;
        stage.send(options);
        QCOMPARE(stage.results(), u"held accepted"_s);
        QVERIFY(stage.requests[0].result.message.contains(u"validation"_s));
    }

    void stops()
    {
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2") + ',' + ferryWindow("w3"))));
        stage.fetch({source(u"a.json"_s,
            ferry(ferryWindow("w1", "2030-01-01T00:00:00Z") + ',' + ferryWindow("w2", "2030-01-01T00:00:00Z") + ','
                + ferryWindow("w3", "2030-01-01T00:00:00Z")))});
        stage.plan();
        connect(stage.one.get(), &Reconciliation::progressed, stage.one.get(), [&](int done) {
            if (done == 1)
                stage.one->stop();
        });
        stage.send();
        QCOMPARE(stage.results(), u"accepted none none"_s);
        QCOMPARE(stage.statuses(), u"w1:same w2:changed w3:changed"_s);
    }

    void stopsFetching()
    {
        Stage stage;
        stage.sandbox->setFaults({sandbox::parseFault("stall").value()});
        stage.begin({source(u"a.json"_s, ferry(ferryWindow("w1")))});
        QSignalSpy finished(stage.one.get(), &Reconciliation::finished);
        connect(stage.one.get(), &Reconciliation::availChanged, stage.one.get(), [&] { stage.one->stop(); });
        stage.one->fetch();
        QVERIFY(finished.wait(20000));
        QCOMPARE(stage.avail().state, AvailStanding::State::Waiting);
    }

    void reports()
    {
        Stage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2"))));
        stage.fetch({source(u"a.json"_s, ferry(ferryWindow("w1", "2028-01-01T00:00:00Z", "10.50")))});
        const QByteArray bytes = reportJson(u"local"_s, stage.one->avails());
        const Json json = Json::parse(bytes.toStdString());
        QCOMPARE(json["environment"].get<std::string>(), std::string("local"));
        const Json &windows = json["avails"][0]["windows"];
        QCOMPARE(windows.size(), std::size_t(2));
        QCOMPARE(windows[0]["status"].get<std::string>(), std::string("changed"));
        QVERIFY(bytes.contains("\"document\":10.50")); // its digits
        QCOMPARE(windows[1]["transactionId"].get<std::string>(), std::string("w2"));
        QCOMPARE(json["summary"]["gone"].get<int>(), 1);
        QVERIFY(!windows[0].contains("sent"));
        QCOMPARE(exitCodes(stage.one->avails(), {}, false), std::vector<int>{1});
        const auto before = stage.one->avails();
        stage.plan();
        stage.send();
        const Json sent = Json::parse(reportJson(u"local"_s, before, stage.requests).toStdString());
        QCOMPARE(sent["avails"][0]["windows"][0]["sent"]["outcome"].get<std::string>(), std::string("accepted"));
        QCOMPARE(sent["summary"]["sent"].get<int>(), 2);
        QVERIFY(exitCodes(before, stage.requests, true).empty());
        const QByteArray text = reportText(before, stage.requests);
        QVERIFY(text.contains("w2") && text.contains("Accepted"));
    }
};

QTEST_GUILESS_MAIN(TestReconcile)
#include "tst_reconcile.moc"
