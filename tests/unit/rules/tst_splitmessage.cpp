// SPDX-License-Identifier: GPL-3.0-or-later
// A message that is too large for the partner, shared out to several.
#include "PerformanceFixture.h"

#include "rules/SplitMessage.h"

#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using rules::SplitMessage;

namespace {

payload::Value listOf(const payload::Document &document)
{
    return document.root().member("ShowTimeAnalytics").member("Performances").member("Performance");
}

} // namespace

class TestSplitMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Every part is small enough, numbered on, and all parts together are what the whole was.
    void splits()
    {
        const QByteArray text = message(manyPerformances(5000));
        auto document = read(text);
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        const rules::Problem problem = validator.problems().front();
        QCOMPARE(problem.rule->info().id, "PF009");
        const auto fixes = problem.rule->fixes(problem, validator.context());
        QCOMPARE(fixes.size(), std::size_t{1});
        const rules::Split split = fixes.front().steps(validator.context());
        QVERIFY(document->apply(split.edits).value());
        QCOMPARE(document->steps().size(), std::size_t{1});
        QVERIFY(split.documents.size() >= 4);

        std::vector<std::unique_ptr<payload::Document>> parts;
        parts.push_back(read(document->text().toByteArray()));
        for (const QByteArray &further : split.documents)
            parts.push_back(read(further));
        std::uint32_t seen = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const payload::Document &part = *parts[i];
            QVERIFY(part.text().size() <= rules::largestSafeMessage);
            QCOMPARE(
                part.root().member("ShowTimeAnalytics").member("@messageSequence").string(), std::to_string(1001 + i));
            QCOMPARE(part.root().member("ShowTimeAnalytics").member("@dataSupplierId").string(), std::string("SUP-01"));
            const payload::Value list = listOf(part);
            for (std::uint32_t k = 0; k < list.size(); ++k)
                QCOMPARE(list.at(k).member("@id").string(), "P-" + std::to_string(seen++));
            rules::Validator whole(rulebook(), part, {}, fixedClock);
            whole.validate();
            QCOMPARE(whole.counts().total(), 0);
        }
        QCOMPARE(seen, 5000U);
        document->undo();
        QCOMPARE(document->text().toByteArray(), text);
    }

    /// Comments go with their performance; the head is in every part, byte for byte.
    void comments()
    {
        const QByteArray head = "<?xml version=\"1.0\"?>\n<!-- ours -->\n<ShowTimeAnalytics  messageSequence='9'\n "
                                "dataSupplierId=\"S\">\n"
                                "  <CallbackUrl><![CDATA[https://a.example/]]></CallbackUrl> <!-- ours too -->\n  "
                                "<Performances> <!-- week -->\n";
        const QByteArray tail = "  </Performances>\n</ShowTimeAnalytics>\n<!-- end -->\n";
        const QByteArray first
            = "    <!-- Friday\n    and more -->\n    <Performance id=\"1\" siteId=\"S\"/> <!-- sold out -->\n";
        const QByteArray second = "\n    <!-- Saturday -->\n    <Performance id=\"2\" siteId=\"S\"/>\n";
        const QByteArray third
            = "    <Performance id=\"3\" siteId=\"S\"></Performance><!-- last -->\n    <!-- no more -->\n";
        const auto document = read(head + first + second + third + tail);
        const auto plan = SplitMessage::plan(*document, static_cast<std::uint32_t>(head.size() + tail.size()) + 160);
        QVERIFY(plan.has_value());
        QCOMPARE(plan->count(), std::size_t{3});
        QCOMPARE(plan->sequence(), std::optional<qint64>(9));
        QCOMPARE(plan->text(0), head + first + tail);
        QCOMPARE(plan->text(1), head + second + tail);
        QCOMPARE(plan->text(2, 11), QByteArray(head).replace("'9'", "'11'") + third + tail);
        QCOMPARE(plan->performances(2), (std::pair<std::uint32_t, std::uint32_t>(2, 3)));
        const rules::Split split = plan->split();
        QCOMPARE(split.documents.size(), std::size_t{2});
        QCOMPARE(split.documents[0], QByteArray(head).replace("'9'", "'10'") + second + tail);
        QVERIFY(document->apply(split.edits).value());
        QCOMPARE(document->text().toByteArray(), head + first + tail);
    }

    /// One line, no blanks: nothing to go by but the elements.
    void inOneLine()
    {
        const QByteArray text
            = message("<Performance id=\"1\"/><Performance id=\"2\"/><!-- x --><Performance id=\"3\"/>");
        const auto plan = SplitMessage::plan(*read(text), 1);
        QVERIFY(plan.has_value());
        QCOMPARE(plan->count(), std::size_t{3});
        QCOMPARE(plan->text(0), message("<Performance id=\"1\"/>"));
        QCOMPARE(plan->text(1), message("<Performance id=\"2\"/>"));
        QCOMPARE(plan->text(2), message("<!-- x --><Performance id=\"3\"/>"));
    }

    void fitsAsItIs()
    {
        const auto plan = SplitMessage::plan(*read(message(performance() + performance())));
        QVERIFY(plan.has_value());
        QCOMPARE(plan->count(), std::size_t{1});
        QCOMPARE(plan->text(0), message(performance() + performance()));
        QVERIFY(plan->split().documents.empty());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no performances") << message({});
        QTest::newRow("JSON") << QByteArray("{\"ShowTimeAnalytics\":{}}");
        QTest::newRow("entities of another kind")
            << message(performance() + performance(), "messageSequence=\"1\"", "<Orders><Order id=\"1\"/></Orders>");
        QTest::newRow("something between") << message(performance() + "<Mood/>" + performance());
        QTest::newRow("two lists") << message(performance() + "</Performances><Performances>" + performance());
        QTest::newRow("a callback") << QByteArray("<ShowTimeAnalyticsResponse/>");
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!SplitMessage::plan(*read(text), 1).has_value());
    }

    void numbers_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("on") << QByteArray("messageSequence=\"99\"") << QByteArray("messageSequence=\"100\"");
        QTest::newRow("none") << QByteArray("a=\"b\"") << QByteArray("a=\"b\"");
        QTest::newRow("no number") << QByteArray("messageSequence=\"x\"") << QByteArray("messageSequence=\"x\"");
        QTest::newRow("no more") << QByteArray("messageSequence=\"9223372036854775807\"")
                                 << QByteArray("messageSequence=\"9223372036854775807\"");
    }
    void numbers()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(QByteArray, second);
        const auto plan
            = SplitMessage::plan(*read(message("<Performance id=\"1\"/><Performance id=\"2\"/>", attributes)), 1);
        QVERIFY(plan.has_value());
        QCOMPARE(plan->split().documents.at(0), message("<Performance id=\"2\"/>", second));
    }
};

QTEST_GUILESS_MAIN(TestSplitMessage)
#include "tst_splitmessage.moc"
