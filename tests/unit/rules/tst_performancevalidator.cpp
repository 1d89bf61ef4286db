// SPDX-License-Identifier: GPL-3.0-or-later
// Validation of messages that keeps up with edits says the same as validation of everything.
#include "PerformanceFixture.h"

#include "rules/PlaceName.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;

class TestPerformanceValidator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Random edits on a message whose performances repeat and break rules; after each, both ways must agree.
    void incrementalAgreesWithFull_data()
    {
        QTest::addColumn<QByteArray>("text");
        QByteArray performances;
        for (int i = 0; i < 10; ++i)
            performances += performance({{"@", "id=\"P-" + QByteArray::number(i % 7) + "\" siteId=\"S-1\""},
                {"Tags", i % 3 == 0 ? "<Tags><Tag>a</Tag></Tags>" : ""},
                {"DistributorRate", i % 2 == 0 ? "<DistributorRate precision=\"2\">1</DistributorRate>" : ""}});
        QTest::newRow("message") << message(performances);
        QTest::newRow("with a callback address and a comment") << message("<!-- week 10 -->" + performances,
            "dataSupplierId=\"S\" messageSequence=\"1\"", "<CallbackUrl>x</CallbackUrl>");
        QTest::newRow("few") << message(performance());
        QTest::newRow("none") << QByteArray(
            "<ShowTimeAnalytics dataSupplierId=\"S\"><Performances/></ShowTimeAnalytics>");
    }
    void incrementalAgreesWithFull()
    {
        QFETCH(QByteArray, text);
        auto document = read(text);
        rules::Validator kept(rulebook(), *document, {}, fixedClock);
        kept.validate();
        document->addListener([&kept](const payload::Change &change) { kept.update(change); });
        QRandomGenerator random(7);
        const std::vector<std::string> values{"\"P-1\"", "\"\"", "\"2027-05-01\"", "\"25:00\"", "\"true\"", "\"455\"",
            "{}", "{\"@precision\":\"1\",\"#text\":\"1001\"}", "{\"Tag\":[\"a\",\"b\"]}"};
        const std::vector<std::string> names{
            "HallId", "Mood", "@siteId", "CallbackUrl", "Tags", "Date", "@note", "IsCancelled"};
        const std::string fresh = "{\"@id\":\"P-1\",\"@siteId\":\"S-1\",\"EventId\":\"E-1\"}";
        int applied = 0;
        for (int round = 0; round < 900; ++round) {
            payload::Path path;
            payload::Value value = document->root();
            while (value.size() > 0 && random.bounded(6) != 0) {
                path.push_back(random.bounded(value.size()));
                value = value.at(path.back());
            }
            if (path.isEmpty())
                continue;
            const Pointer pointer = document->pointerTo(path);
            const auto any = [&random](const std::vector<std::string> &list) -> const std::string & {
                return list[random.bounded(static_cast<quint32>(list.size()))];
            };
            Edit edit = Edit::set(pointer, any(values));
            const quint32 choice = random.bounded(10u);
            if (choice < 3 && value.isArray())
                edit = Edit::insertItem(
                    pointer, random.bounded(2) == 0 ? fresh : value.at(0).raw(), random.bounded(value.size() + 1));
            else if (choice < 3 && value.isObject())
                edit = Edit::insertMember(pointer, any(names), any(values), random.bounded(value.size() + 1));
            else if (choice == 3)
                edit = Edit::remove(pointer);
            else if (choice == 4 && value.isArray() && value.size() > 1)
                edit = Edit::move(pointer, 0, value.size() - 1);
            else if (choice == 5)
                edit = Edit::rewrite(pointer);
            else if (path.size() < 4 && random.bounded(4) != 0)
                continue;
            if (!document->apply(edit).has_value()) // what XML can't say: two roots, an attribute with members
                continue;
            ++applied;
            if (choice == 9 && document->canUndo())
                document->undo();
            rules::Validator full(rulebook(), *document, {}, fixedClock);
            full.validate();
            const QStringList incremental = problemsOf(kept);
            const QStringList complete = problemsOf(full);
            QVERIFY2(incremental == complete,
                qPrintable(u"round %1, %2\n%3\n--\n%4\n%5"_s.arg(round).arg(QString::fromStdString(pointer.toString()),
                    incremental.join(u'\n'), complete.join(u'\n'), QString::fromUtf8(document->text().toByteArray()))));
            QCOMPARE(kept.counts(), full.counts());
            QCOMPARE(static_cast<int>(complete.size()), full.counts().total());
            for (std::uint32_t i = 0; i < 3; ++i)
                QCOMPARE(kept.performanceCounts(i), full.performanceCounts(i));
        }
        QVERIFY(applied > 100);
    }

    /// Many performances are checked in two halves; a problem in each is found at its place, and edits keep up.
    void manyPerformancesInOneMessage()
    {
        QByteArray text = message(manyPerformances(5000));
        text.replace("id=\"P-4321\" siteId=\"S-1\"", "id=\"P-17\" siteId=\"S-1\"");
        auto document = read(text);
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        QCOMPARE(problemsOf(validator),
            (QStringList{u"PF009 error /ShowTimeAnalytics"_s,
                u"PF010 warning /ShowTimeAnalytics/Performances/Performance/17"_s,
                u"PF010 warning /ShowTimeAnalytics/Performances/Performance/4321"_s}));
        document->addListener([&validator](const payload::Change &change) { validator.update(change); });
        const Pointer list = *Pointer::parse("/ShowTimeAnalytics/Performances/Performance");
        QVERIFY(document->apply(Edit::set(list.child(4000).child("Time"), "\"24:00\"")).value());
        QCOMPARE(validator.performanceCounts(4000), (rules::Counts{1, 0, 0}));
        QVERIFY(document->apply(Edit::remove(list.child(17))).value());
        QCOMPARE(problemsOf(validator),
            (QStringList{u"PF009 error /ShowTimeAnalytics"_s,
                u"PF004 error /ShowTimeAnalytics/Performances/Performance/3999/Time"_s}));
        QElapsedTimer timer;
        timer.start();
        constexpr int Edits = 200;
        for (int i = 0; i < Edits; ++i)
            QVERIFY(
                document->apply(Edit::set(list.child(2500).child("HallId"), "\"H-" + std::to_string(i) + '"')).value());
        qInfo("an edit among 5,000 performances: %.3f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6 / Edits);
        QCOMPARE(validator.counts(), (rules::Counts{2, 0, 0}));
    }

    void problemsUnderAPlace()
    {
        const auto document = read(
            message(performance() + performance({{"@", "id=\"P-2\" siteId=\"S-1\""}, {"Time", "<Time>1</Time>"}}),
                "messageSequence=\"1\""));
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        const auto path
            = [&document](const char *pointer) { return document->pathOf(*Pointer::parse(pointer)).value(); };
        QCOMPARE(validator.problemsUnder(path("/ShowTimeAnalytics/Performances/Performance/0")).size(), std::size_t{0});
        QCOMPARE(validator.problemsUnder(path("/ShowTimeAnalytics/Performances/Performance/1")).size(), std::size_t{1});
        QCOMPARE(
            validator.problemsUnder(path("/ShowTimeAnalytics/Performances/Performance/1/Time")).size(), std::size_t{1});
        QCOMPARE(validator.problemsUnder(path("/ShowTimeAnalytics/Performances")).size(), std::size_t{1});
        QCOMPARE(validator.problemsUnder({}).size(), std::size_t{2});
        QCOMPARE(validator.problemsOutsideWindows().size(), std::size_t{1});
        QCOMPARE(validator.performanceCounts(1), (rules::Counts{1, 0, 0}));
        QCOMPARE(validator.windowCounts(1), rules::Counts());
        QCOMPARE(validator.performanceCounts(9), rules::Counts());
    }

    void placeNames_data()
    {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QString>("name");
        QTest::newRow("message") << QByteArray("/ShowTimeAnalytics") << QString();
        QTest::newRow("its number") << QByteArray("/ShowTimeAnalytics/@messageSequence") << u"Sequence number"_s;
        QTest::newRow("performance") << QByteArray("/ShowTimeAnalytics/Performances/Performance/0")
                                     << u"Performance P-1 at S-1"_s;
        QTest::newRow("field") << QByteArray("/ShowTimeAnalytics/Performances/Performance/0/Date")
                               << u"Performance P-1 at S-1 › Date"_s;
        QTest::newRow("in a list") << QByteArray(
            "/ShowTimeAnalytics/Performances/Performance/0/PrintFormats/PrintFormat/0")
                                   << u"Performance P-1 at S-1 › Print formats › 1"_s;
        QTest::newRow("number") << QByteArray("/ShowTimeAnalytics/Performances/Performance/0/DistributorRate/#text")
                                << u"Performance P-1 at S-1 › Distributor's amount"_s;
        QTest::newRow("precision") << QByteArray(
            "/ShowTimeAnalytics/Performances/Performance/0/DistributorRate/@precision")
                                   << u"Performance P-1 at S-1 › Distributor's amount › Precision"_s;
        QTest::newRow("seats") << QByteArray(
            "/ShowTimeAnalytics/Performances/Performance/0/SeatCapacities/SeatCapacity/0/Capacity")
                               << u"Performance P-1 at S-1 › Seats › Box › Capacity"_s;
        QTest::newRow("without an ID") << QByteArray("/ShowTimeAnalytics/Performances/Performance/1/Time")
                                       << u"Performance 2 › Time"_s;
    }
    void placeNames()
    {
        QFETCH(QByteArray, pointer);
        QFETCH(QString, name);
        const auto document
            = read(message(performance({{"DistributorRate", "<DistributorRate precision=\"2\">1</DistributorRate>"},
                               {"SeatCapacities",
                                   "<SeatCapacities><SeatCapacity><SeatType>Box</SeatType><Capacity>4</Capacity></"
                                   "SeatCapacity></SeatCapacities>"}})
                + performance({{"@", {}}})));
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        QCOMPARE(rules::placeName(validator.context(), *Pointer::parse(pointer.toStdString())), name);
    }
};

QTEST_GUILESS_MAIN(TestPerformanceValidator)
#include "tst_performancevalidator.moc"
