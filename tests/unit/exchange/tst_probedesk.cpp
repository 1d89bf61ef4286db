// SPDX-License-Identifier: GPL-3.0-or-later
// ProbeDesk: probes for the window, on the dispatcher's thread, against the real sandbox; and their reports.
#include "exchange/ProbeDesk.h"
#include "sandbox/Sandbox.h"
#include "support/Films.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;
using State = ProbeDesk::State;

namespace {

struct Stage
{
    Stage()
    {
        environment.name = QString::fromLatin1(Environment::SandboxName);
        environment.prime = PrimeSide{};
        environment.prime->baseUrl = partner->primeUrl();
    }
    QTemporaryDir folder;
    std::unique_ptr<sandbox::Sandbox> partner = sandbox::Sandbox::start().value();
    Environment environment;
    ExchangeList list;
    Dispatcher dispatcher{list, folder.filePath(u"journal.sqlite"_s)};
    ProbeDesk desk{dispatcher, rules::Rulebook::load().value(), folder.filePath(u"journal.sqlite"_s)};
};

} // namespace

class TestProbeDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void probes()
    {
        Stage stage;
        QSignalSpy judged(&stage.desk, &ProbeDesk::resultJudged);
        QVERIFY(stage.desk.start(test::windowOfFilm("w1"), u"film.json"_s, stage.environment));
        QVERIFY(!stage.desk.start(test::windowOfFilm("w1"), u"film.json"_s, stage.environment)); // one goes on
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk.state(), State::Finished, 60000);
        QVERIFY2(stage.desk.problem().isEmpty(), qPrintable(stage.desk.problem()));
        const int all = static_cast<int>(stage.desk.results().size());
        QVERIFY(all > 20);
        QCOMPARE(stage.desk.judged(), all);
        QCOMPARE(judged.size(), all);
        QVERIFY(stage.desk.disagreements() > 0);
        QVERIFY(!stage.desk.leftOut().isEmpty());

        const auto json = QJsonDocument::fromJson(stage.desk.report(ProbeFormat::Json)).object();
        QCOMPARE(json[u"results"_s].toArray().size(), all);
        QCOMPARE(json[u"document"_s].toString(), u"film.json"_s);
        QCOMPARE(json[u"results"_s].toArray().first().toObject()[u"agree"_s].toBool(), false);
        QCOMPARE(json[u"leftOut"_s].toArray().size(), stage.desk.leftOut().size());
        const QByteArray csv = stage.desk.report(ProbeFormat::Csv);
        QVERIFY(csv.startsWith("rule,severity,ours,partner,agree,message,also\r\n"));
        QVERIFY(csv.count("\r\n") == all + 1);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("an error") << test::windowOfFilm("w1", "2026-01-01T00:00:00Z");
        QTest::newRow("a batch") << QByteArray("{\"requestItems\":[]}");
        QTest::newRow("malformed") << QByteArray("{");
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        Stage stage;
        QVERIFY(stage.desk.start(text, u"film.json"_s, stage.environment));
        QTRY_COMPARE(stage.desk.state(), State::Finished);
        QVERIFY(stage.desk.problem().startsWith(u"A probe begins with an avail that has no errors."_s));
        QVERIFY(stage.desk.results().empty());
        QVERIFY(stage.desk.start(test::windowOfFilm("w1"), u"film.json"_s, stage.environment)); // and then a good one
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk.state(), State::Finished, 60000);
        QVERIFY(stage.desk.problem().isEmpty() && stage.desk.judged() > 0);
    }

    void stops()
    {
        Stage stage;
        // The fourth is sent again after a while, which is long enough for the stop to come between.
        stage.partner->setFaults({sandbox::parseFault("503:validate-partial@4").value()});
        RetryPolicy retry;
        retry.firstWaitMs = 1500;
        stage.desk.setRetryPolicy(retry);
        connect(&stage.desk, &ProbeDesk::resultJudged, &stage.desk, [&] { stage.desk.stop(); });
        QVERIFY(stage.desk.start(test::windowOfFilm("w1"), u"film.json"_s, stage.environment));
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk.state(), State::Finished, 60000);
        QVERIFY(stage.desk.judged() > 0 && stage.desk.judged() < static_cast<int>(stage.desk.results().size()));
        QVERIFY(!stage.desk.isStopping());
    }

    /// A partner that doesn't answer isn't waited for.
    void stopsWhatIsOnItsWay()
    {
        Stage stage;
        stage.partner->setFaults({sandbox::parseFault("stall:validate-partial@2x100").value()});
        connect(&stage.desk, &ProbeDesk::resultJudged, &stage.desk, [&] { stage.desk.stop(); });
        QVERIFY(stage.desk.start(test::windowOfFilm("w1"), u"film.json"_s, stage.environment));
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk.state(), State::Finished, 20000);
        QCOMPARE(stage.desk.judged(), 1);
        QVERIFY(stage.desk.problem().isEmpty());
    }

    void stopsWhilePreparing()
    {
        Stage stage;
        QVERIFY(stage.desk.start(test::windowOfFilm("w1"), u"film.json"_s, stage.environment));
        stage.desk.stop();
        QTRY_COMPARE(stage.desk.state(), State::Finished);
        QCOMPARE(stage.desk.judged(), 0);
    }

    void goneWhileItRuns()
    {
        Stage stage;
        auto desk = std::make_unique<ProbeDesk>(
            stage.dispatcher, rules::Rulebook::load().value(), stage.folder.filePath(u"journal.sqlite"_s));
        QVERIFY(desk->start(test::windowOfFilm("w1"), u"film.json"_s, stage.environment));
        QTRY_VERIFY(desk->judged() > 0);
        desk.reset();
        QTest::qWait(50); // what was on its way finds nobody
    }

    void missingAddress()
    {
        Stage stage;
        QByteArray text = test::windowOfFilm("w1");
        text.replace("\"DisplayName\":\"L\"", "\"DisplayName\":\"\"");
        stage.environment.prime->licensor.clear();
        QVERIFY(stage.desk.start(text, u"film.json"_s, stage.environment));
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk.state(), State::Finished, 60000);
        QVERIFY(!stage.desk.problem().isEmpty()); // either it isn't good, or the address can't be made
    }
};

QTEST_GUILESS_MAIN(TestProbeDesk)
#include "tst_probedesk.moc"
