// SPDX-License-Identifier: GPL-3.0-or-later
// SentEntities and reportOf: which performance a response speaks of, and how far a message is.
#include "callbacks/CallbackReader.h"
#include "callbacks/MessageReport.h"
#include "payload/Document.h"

#include <QTest>

#include <algorithm>

using namespace marquee;
using namespace marquee::callbacks;
using namespace Qt::StringLiterals;

namespace {

const QByteArray message = R"(<ShowTimeAnalytics dataSupplierId="SUP" messageSequence="1">
  <CallbackUrl><![CDATA[http://127.0.0.1/cb]]></CallbackUrl>
  <Events><Event id="E-1" siteId="S-1"><Name>x</Name></Event></Events>
  <Performances>
    <Performance id="P-1" siteId="S-1"><EventId>E-1</EventId></Performance>
    <Performance id="P-1" siteId="S-2"><EventId>E-1</EventId></Performance>
    <Performance id="P-3" siteId="S-1"><EventId>E-1</EventId></Performance>
    <Performance id="E-1" siteId="S-9"><EventId>E-1</EventId></Performance>
  </Performances>
</ShowTimeAnalytics>)";

Response response(const QString &entity, const QString &id, const QString &site)
{
    Response made;
    made.entity = entity;
    made.id = id;
    made.siteId = site;
    return made;
}

Callback callback(std::initializer_list<std::pair<const char *, const char *>> statuses)
{
    Callback made{u"SUP"_s, u"1"_s, {}};
    for (const auto &[id, status] : statuses) {
        Response one = response(u"Performance"_s, QString::fromLatin1(id), u"S"_s);
        one.status = QString::fromLatin1(status);
        one.verdict = one.status == u"ok"_s ? Verdict::Ok
            : one.status == u"error"_s      ? Verdict::Error
                                            : Verdict::Unclear;
        made.responses.push_back(one);
    }
    return made;
}

SentEntities entities(std::initializer_list<const char *> ids)
{
    QByteArray text = "<ShowTimeAnalytics dataSupplierId=\"SUP\" messageSequence=\"1\"><Performances>";
    for (const char *id : ids)
        text += QByteArray("<Performance id=\"") + id + "\" siteId=\"S\"/>";
    return SentEntities::read(text + "</Performances></ShowTimeAnalytics>");
}

SentMessage sent(SentMessage::Outcome outcome)
{
    SentMessage made;
    made.outcome = outcome;
    return made;
}

DatedCallback dated(const char *id, int second, const Callback &callback)
{
    return {QString::fromLatin1(id), QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC).addSecs(second), &callback};
}

} // namespace

class TestMatching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("entity");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("site");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *entity, const char *id, const char *site, const char *place) {
            QTest::newRow(name) << QString::fromLatin1(entity) << QString::fromLatin1(id) << QString::fromLatin1(site)
                                << QString::fromLatin1(place);
        };
        const char *first = "/ShowTimeAnalytics/Performances/Performance/0";
        row("all said", "Performance", "P-1", "S-1", first);
        row("entity in another case", "PERFORMANCE", "P-1", "S-1", first);
        row("no entity", "", "P-1", "S-1", first);
        row("the other site", "Performance", "P-1", "S-2", "/ShowTimeAnalytics/Performances/Performance/1");
        row("no site, one fits", "Performance", "P-3", "", "/ShowTimeAnalytics/Performances/Performance/2");
        row("no site, two fit", "Performance", "P-1", "", "");
        row("same id, a site that wasn't sent", "Performance", "P-3", "S-2", "");
        row("id in another case", "Performance", "p-1", "S-1", "");
        row("another id", "Performance", "P-2", "S-1", "");
        row("another entity", "Hall", "P-1", "S-1", "");
        row("an event", "Event", "E-1", "", "/ShowTimeAnalytics/Events/Event/0");
        row("a performance called like an event", "Performance", "E-1", "",
            "/ShowTimeAnalytics/Performances/Performance/3");
        row("either of them", "", "E-1", "", "");
        row("no id", "Performance", "", "S-1", "");
    }
    void finds()
    {
        QFETCH(QString, entity);
        QFETCH(QString, id);
        QFETCH(QString, site);
        QFETCH(QString, place);
        const SentEntities all = SentEntities::read(message);
        QCOMPARE(all.all().size(), std::size_t{5});
        const auto found = all.find(response(entity, id, site));
        QCOMPARE(found ? QString::fromStdString(all.all()[*found].place.toString()) : QString(), place);
        const auto document = payload::Document::read(message).value();
        if (found)
            QCOMPARE(QString::fromStdString(document->find(all.all()[*found].place).member("@id").string()), id);
    }

    void oneAloneNeedsNoName()
    {
        const SentEntities one = entities({"P-1"});
        QVERIFY(one.find(response({}, {}, {})));
        QVERIFY(one.find(response(u"Performance"_s, {}, u"S"_s)));
        QVERIFY(!one.find(response(u"Event"_s, {}, {})));
        QVERIFY(!one.find(response({}, {}, u"T"_s)));
        QVERIFY(!SentEntities().find(response({}, {}, {})));
    }

    void noMessage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *text : {"", "{}", "<", "<a/>", "<a><b>c</b></a>"})
            QTest::newRow(text) << QByteArray(text);
    }
    void noMessage()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(SentEntities::read(bytes).all().empty());
    }

    void statesBefore()
    {
        const auto state = [](const std::optional<SentMessage> &of) { return reportOf(of, entities({"A"}), {}).state; };
        QCOMPARE(state({}), MessageState::Draft);
        QCOMPARE(state(sent(SentMessage::Outcome::Failed)), MessageState::Draft);
        QCOMPARE(state(sent(SentMessage::Outcome::Unknown)), MessageState::Sent);
        QCOMPARE(state(sent(SentMessage::Outcome::Accepted)), MessageState::Queued);
        QCOMPARE(state(sent(SentMessage::Outcome::Rejected)), MessageState::Refused);
        for (const MessageState each : {MessageState::Draft, MessageState::Sent, MessageState::Queued,
                 MessageState::Refused, MessageState::Ok, MessageState::Error, MessageState::Partly})
            QVERIFY(!wordsOf(each).isEmpty());
    }

    void statesAfter_data()
    {
        QTest::addColumn<QString>("statuses");
        QTest::addColumn<int>("state");
        const auto row = [](const char *statuses, MessageState state) {
            QTest::newRow(statuses) << QString::fromLatin1(statuses) << static_cast<int>(state);
        };
        row("ok ok", MessageState::Ok);
        row("error error", MessageState::Error);
        row("ok error", MessageState::Partly);
        row("ok", MessageState::Partly); // and of the other nothing
        row("error", MessageState::Partly);
        row("ok maybe", MessageState::Partly);
        row("maybe maybe", MessageState::Partly);
        row("", MessageState::Queued);
    }
    void statesAfter()
    {
        QFETCH(QString, statuses);
        QFETCH(int, state);
        Callback one;
        int at = 0;
        for (const QString &status : statuses.split(u' ', Qt::SkipEmptyParts)) {
            const QByteArray words = status.toLatin1();
            const Callback part = callback({{at++ == 0 ? "A" : "B", words.constData()}});
            one.responses.push_back(part.responses.front());
        }
        const MessageReport report
            = reportOf(sent(SentMessage::Outcome::Accepted), entities({"A", "B"}), {dated("1", 0, one)});
        QCOMPARE(static_cast<int>(report.state), state);
        QCOMPARE(report.ok + report.failed + report.silent, 2);
    }

    /// The answer may be there before anybody knows how the post ended.
    void callbackBeforeTheOutcome()
    {
        const Callback one = callback({{"A", "ok"}});
        QCOMPARE(reportOf(sent(SentMessage::Outcome::Unknown), entities({"A"}), {dated("1", 0, one)}).state,
            MessageState::Ok);
    }

    void orderAndRepeatsDontCount()
    {
        const Callback first = callback({{"A", "error"}, {"B", "ok"}});
        const Callback second = callback({{"A", "ok"}});
        const Callback third = callback({{"C", "error"}});
        std::vector<DatedCallback> all{
            dated("1", 0, first), dated("2", 5, second), dated("3", 9, third), dated("2", 5, second)};
        std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.delivery > b.delivery; });
        for (int turn = 0; turn < 24; ++turn) {
            const MessageReport report = reportOf(sent(SentMessage::Outcome::Accepted), entities({"A", "B", "C"}), all);
            QCOMPARE(report.state, MessageState::Partly);
            QCOMPARE(report.ok, 2);
            QCOMPARE(report.failed, 1);
            QCOMPARE(report.entities.size(), std::size_t{3});
            QCOMPARE(report.entities[0].delivery, u"2"_s); // the later one
            std::next_permutation(
                all.begin(), all.end(), [](const auto &a, const auto &b) { return a.delivery < b.delivery; });
        }
    }

    void whatWasntSentIsShown()
    {
        const Callback one = callback({{"A", "ok"}, {"X", "error"}, {"X", "ok"}});
        const MessageReport report
            = reportOf(sent(SentMessage::Outcome::Accepted), entities({"A"}), {dated("1", 0, one)});
        QCOMPARE(report.entities.size(), std::size_t{2});
        QVERIFY(report.entities[0].place && !report.entities[1].place);
        QCOMPARE(report.entities[1].id, u"X"_s);
        QCOMPARE(report.state, MessageState::Ok);
        // Nor does a message that isn't known at all stand in the way.
        QCOMPARE(reportOf({}, {}, {dated("1", 0, one)}).ok, 2);
    }
};

QTEST_GUILESS_MAIN(TestMatching)
#include "tst_matching.moc"
