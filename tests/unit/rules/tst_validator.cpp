// SPDX-License-Identifier: GPL-3.0-or-later
// Validation that keeps up with edits says the same as validation of everything.
#include "Fixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;

class TestValidator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Random edits on an avail with windows that overlap, repeat and break rules; after each, both ways must agree.
    void incrementalAgreesWithFull_data()
    {
        QTest::addColumn<QByteArray>("text");
        QByteArray windows;
        for (int i = 0; i < 12; ++i) {
            const QByteArray number = QByteArray::number(i);
            windows += (i == 0 ? "" : ",")
                + window({{"_TransactionID", "\"w" + QByteArray::number(i % 9) + '"'},
                          {"Start", "\"2027-0" + QByteArray::number(1 + i % 4) + "-01T00:00:00Z\""},
                          {"End", "\"2027-0" + QByteArray::number(3 + i % 4) + "-01T00:00:00Z\""}});
        }
        QTest::newRow("avail") << avail(windows);
        QTest::newRow("reply") << avail(windows).replace("{\"avail\"", "{\"success\":true,\"avail\"");
        QTest::newRow("batch") << "{\"requestItems\":[{\"requestItemId\":\"a\",\"path\":\"x\",\"body\":" + avail(windows)
                + "},{\"requestItemId\":\"b\",\"body\":" + avail(window()) + "}]}";
    }
    void incrementalAgreesWithFull()
    {
        QFETCH(QByteArray, text);
        auto document = read(text);
        rules::Validator kept(rulebook(), *document, {}, fixedClock);
        kept.validate();
        document->addListener([&kept](const payload::Change &change) { kept.update(change); });
        QRandomGenerator random(11);
        const std::vector<std::string> values{"\"w1\"", "\"\"", "\"2027-05-01T00:00:00Z\"", "\"2029-05-01T00:00:00Z\"", "1",
                                              "\"POEST\"", "\"PartialExtract\"", "[]", "{}", "\"DE\"", window().toStdString()};
        for (int round = 0; round < 700; ++round) {
            payload::Path path;
            payload::Value value = document->root();
            while (value.size() > 0 && random.bounded(7) != 0) {
                path.push_back(random.bounded(value.size()));
                value = value.at(path.back());
            }
            const Pointer pointer = document->pointerTo(path);
            const std::string json = values[random.bounded(static_cast<quint32>(values.size()))];
            Edit edit = Edit::set(pointer, json);
            const quint32 choice = random.bounded(10u);
            if (choice < 3 && value.isArray())
                edit = Edit::insertItem(pointer, value.size() > 0 ? value.at(0).raw() : json, random.bounded(value.size() + 1));
            else if (choice < 2 && value.isObject())
                edit = Edit::insertMember(pointer, random.bounded(2) == 0 ? "ContractID" : "Mood", json, random.bounded(value.size() + 1));
            else if (choice == 3 && path.size() > 2)
                edit = Edit::remove(pointer);
            else if (choice == 4 && value.isArray() && value.size() > 1)
                edit = Edit::move(pointer, 0, value.size() - 1);
            else if (path.size() < 3)
                continue;
            QVERIFY(document->apply(edit).has_value());
            if (choice == 9 && document->canUndo())
                document->undo();
            rules::Validator full(rulebook(), *document, {}, fixedClock);
            full.validate();
            const QStringList incremental = problemsOf(kept);
            const QStringList complete = problemsOf(full);
            QVERIFY2(incremental == complete,
                     qPrintable(u"round %1, %2\n%3\n--\n%4"_s.arg(round).arg(QString::fromStdString(pointer.toString()),
                                                                           incremental.join(u'\n'), complete.join(u'\n'))));
            QCOMPARE(kept.counts(), full.counts());
            QCOMPARE(static_cast<int>(complete.size()), full.counts().total());
        }
    }

    /// Many windows are checked in two halves; a problem in each is found at its place, and edits keep up.
    void manyWindows()
    {
        QByteArray windows;
        for (int i = 0; i < 1500; ++i)
            windows += (i == 0 ? "" : ",")
                + window({{"_TransactionID", "\"w" + QByteArray::number(i) + '"'},
                          {"FormatProfile", "{\"value\":\"F" + QByteArray::number(i) + "x\"}"},
                          {"End", i % 700 == 0 ? "\"2026-12-01T00:00:00Z\"" : "\"2028-01-01T00:00:00Z\""}});
        auto document = read(avail(windows));
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        const QStringList lines = problemsOf(validator).filter(u"AV101"_s);
        QCOMPARE(lines, (QStringList{u"AV101 error /avail/Transaction/0/End"_s, u"AV101 error /avail/Transaction/700/End"_s,
                                     u"AV101 error /avail/Transaction/1400/End"_s}));
        document->addListener([&validator](const payload::Change &change) { validator.update(change); });
        QVERIFY(document->apply(Edit::remove(*Pointer::parse("/avail/Transaction/0"))).value());
        QCOMPARE(problemsOf(validator).filter(u"AV101"_s).last(), u"AV101 error /avail/Transaction/1399/End"_s);
    }

    void severities()
    {
        const auto document = read(avail(window({{"HoldbackLanguage", "[{\"value\":\"fr\"}]"}, {"LicenseType", "\"\""}})));
        rules::Severities severities;
        const auto refused = rules::readSeverities(
            {{"AV112", "error"}, {"AV012", "off"}, {"AV001", "off"}, {"XX999", "off"}, {"TM006", "loud"}},
            *rulebook().rules, severities);
        QCOMPARE(refused.size(), std::size_t{3});
        rules::Validator validator(rulebook(), *document, severities, fixedClock);
        validator.validate();
        QCOMPARE(problemsOf(validator), QStringList{u"AV112 error /avail/Transaction/0/HoldbackLanguage/0"_s});
    }

    void acrossWindowsCanBeMuted()
    {
        const auto document = read(avail(window() + ',' + window()));
        rules::Severities severities;
        rules::readSeverities({{"AV103", "off"}, {"AV104", "hint"}, {"AV105", "off"}}, *rulebook().rules, severities);
        rules::Validator validator(rulebook(), *document, severities, fixedClock);
        validator.validate();
        QCOMPARE(validator.counts(), (rules::Counts{0, 0, 2}));
        QCOMPARE(problemsOf(validator).size(), 2);
    }

    void overlapNamesTheNearest()
    {
        const auto at = [](const char *id, const char *start, const char *end) {
            return window({{"_TransactionID", '"' + QByteArray(id) + '"'},
                           {"Start", '"' + QByteArray(start) + "T00:00:00Z\""},
                           {"End", '"' + QByteArray(end) + "T00:00:00Z\""}});
        };
        const auto document = read(avail(at("long", "2027-01-01", "2029-01-01") + ',' + at("mid", "2027-06-01", "2027-07-01") + ','
                                         + at("late", "2028-06-01", "2028-07-01")));
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        QStringList messages;
        for (const rules::Problem &problem : validator.problems())
            messages << problem.rule->message(problem, validator.context());
        QCOMPARE(messages, (QStringList{u"Overlaps with window mid and 1 more."_s, u"Overlaps with window long."_s,
                                        u"Overlaps with window long."_s}));
    }

    void problemsUnderAPlace()
    {
        const auto document = read(avail(window() + ',' + window({{"_TransactionID", "\"w2\""}, {"FormatProfile", "{\"value\":\"SD\"}"}, {"End", "\"2026-01-01T00:00:00Z\""}})));
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        const auto second = document->pathOf(*Pointer::parse("/avail/Transaction/1")).value();
        const auto first = document->pathOf(*Pointer::parse("/avail/Transaction/0")).value();
        QCOMPARE(validator.problemsUnder(second).size(), std::size_t{2}); // AV101 and AV102
        QCOMPARE(validator.problemsUnder(first).size(), std::size_t{0});
        QCOMPARE(validator.problemsUnder({}).size(), std::size_t{2});
        QCOMPARE(validator.windowCounts(1), (rules::Counts{1, 1, 0}));
    }

    void everyRuleExplainsItself()
    {
        for (const auto &rule : rulebook().rules->all()) {
            QVERIFY(!rule->title().isEmpty());
            QVERIFY(rule->why().endsWith(u'.'));
            QVERIFY(!rule->source().isEmpty());
        }
        QVERIFY(rulebook().rules->all().size() >= 55);
    }
};

QTEST_GUILESS_MAIN(TestValidator)
#include "tst_validator.moc"
