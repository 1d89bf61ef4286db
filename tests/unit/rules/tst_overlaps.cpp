// SPDX-License-Identifier: GPL-3.0-or-later
// What AV103 says of windows that overlap, against looking at every pair.
#include "Fixture.h"

#include <QDate>
#include <QRandomGenerator>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;

namespace {

struct Span
{
    int start = 0; ///< days since 2027-01-01
    int end = 1;
    QStringList territories;
};

QByteArray day(int number)
{
    return '"' + QDate(2027, 1, 1).addDays(number).toString(Qt::ISODate).toLatin1() + "T00:00:00Z\"";
}

QByteArray windowOf(const Span &span, int number)
{
    QByteArray territories;
    for (const QString &territory : span.territories)
        territories += (territories.isEmpty() ? "{\"country\":\"" : ",{\"country\":\"") + territory.toLatin1() + "\"}";
    return window({{"_TransactionID", "\"w" + QByteArray::number(number) + '"'}, {"Start", day(span.start)},
        {"End", day(span.end)}, {"Territory", '[' + territories + ']'}});
}

bool overlap(const Span &a, const Span &b)
{
    const bool share = std::any_of(a.territories.begin(), a.territories.end(),
        [&b](const QString &territory) { return b.territories.contains(territory); });
    return share && a.start < b.end && b.start < a.end && a.start < a.end && b.start < b.end;
}

/// "0: Overlaps with window w2.": every pair is looked at.
QStringList expected(const std::vector<Span> &spans, const QStringList &names)
{
    QStringList lines;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        std::pair<int, std::size_t> nearest{std::numeric_limits<int>::max(), 0};
        int count = 0;
        for (std::size_t j = 0; j < spans.size(); ++j) {
            if (i == j || !overlap(spans[i], spans[j]))
                continue;
            ++count;
            nearest = std::min(nearest, std::pair(std::abs(spans[i].start - spans[j].start), j));
        }
        if (count == 0)
            continue;
        const QString name = names[static_cast<qsizetype>(nearest.second)];
        lines << QString::number(i) + u": "_s
                + (count == 1 ? u"Overlaps with window %1."_s.arg(name)
                              : u"Overlaps with window %1 and %2 more."_s.arg(name, QString::number(count - 1)));
    }
    return lines;
}

QStringList said(const rules::Validator &validator)
{
    QStringList lines;
    for (const rules::Problem &problem : validator.problems()) {
        if (QLatin1StringView(problem.rule->info().id) == "AV103"_L1)
            lines << QString::number(problem.path.back()) + u": "_s
                    + problem.rule->message(problem, validator.context());
    }
    return lines;
}

QByteArray availOf(const std::vector<Span> &spans)
{
    QByteArray windows;
    for (std::size_t i = 0; i < spans.size(); ++i)
        windows += (i == 0 ? "" : ",") + windowOf(spans[i], static_cast<int>(i));
    return avail(windows);
}

} // namespace

class TestOverlaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithEveryPair_data()
    {
        QTest::addColumn<int>("windows");
        QTest::addColumn<int>("days"); ///< in which windows start
        QTest::addColumn<int>("longest");
        QTest::addColumn<int>("territories"); ///< of a window, at most
        QTest::newRow("few") << 6 << 20 << 8 << 1;
        QTest::newRow("crowded") << 60 << 10 << 20 << 1;
        QTest::newRow("hardly any") << 60 << 2000 << 10 << 1;
        QTest::newRow("several blocks") << 700 << 900 << 5 << 1;
        QTest::newRow("several blocks, long") << 700 << 900 << 400 << 1;
        QTest::newRow("equal starts") << 600 << 2 << 300 << 1;
        QTest::newRow("several territories") << 80 << 100 << 40 << 3;
        QTest::newRow("several territories, sparse") << 80 << 1500 << 40 << 2;
    }
    void agreesWithEveryPair()
    {
        QFETCH(int, windows);
        QFETCH(int, days);
        QFETCH(int, longest);
        QFETCH(int, territories);
        const QStringList codes{u"US"_s, u"DE"_s, u"FR"_s, u"GB"_s};
        QRandomGenerator random(7);
        std::vector<Span> spans;
        QStringList names;
        const auto any = [&] {
            Span span;
            span.start = random.bounded(days);
            span.end = span.start + random.bounded(longest) - (random.bounded(20) == 0 ? 3 : 0);
            for (int i = random.bounded(territories); i >= 0; --i) // one may stand twice
                span.territories << codes[random.bounded(territories == 1 ? 1 : static_cast<int>(codes.size()))];
            return span;
        };
        for (int i = 0; i < windows; ++i) {
            spans.push_back(any());
            names << u"w%1"_s.arg(i);
        }
        const auto document = read(availOf(spans));
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        QCOMPARE(said(validator), expected(spans, names));
        document->addListener([&validator](const payload::Change &change) { validator.update(change); });
        const Pointer list = *Pointer::parse("/avail/Transaction");
        for (int round = 0; round < 40; ++round) {
            const int at = random.bounded(static_cast<int>(spans.size()));
            const int name = windows + round;
            if (round % 3 == 0) {
                QVERIFY(document->apply(Edit::remove(list.child(static_cast<std::uint32_t>(at)))).value());
                spans.erase(spans.begin() + at);
                names.removeAt(at);
            } else if (round % 3 == 1) {
                spans.insert(spans.begin() + at, any());
                names.insert(at, u"w%1"_s.arg(name));
                const QByteArray json = windowOf(spans[static_cast<std::size_t>(at)], name);
                QVERIFY(document->apply(Edit::insertItem(list, json.toStdString(), at)).value());
            } else {
                Span &span = spans[static_cast<std::size_t>(at)];
                span.start = random.bounded(days);
                const Pointer start = list.child(static_cast<std::uint32_t>(at)).child("Start");
                QVERIFY(document->apply(Edit::set(start, day(span.start).toStdString())).has_value());
            }
            QCOMPARE(said(validator), expected(spans, names));
        }
        validator.validate();
        QCOMPARE(said(validator), expected(spans, names));
    }

    /// Territories that hold the same windows count once, however many windows there are; others are counted up to a
    /// number.
    void severalTerritoriesAndMany()
    {
        std::vector<Span> same(600, Span{0, 10, {u"US"_s, u"DE"_s}});
        auto document = read(availOf(same));
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        QCOMPARE(said(validator).first(), u"0: Overlaps with window w1 and 598 more."_s);
        QCOMPARE(said(validator).size(), 600);

        same.push_back({0, 10, {u"DE"_s}});
        document = read(availOf(same));
        rules::Validator other(rulebook(), *document, {}, fixedClock);
        other.validate();
        QCOMPARE(said(other).first(), u"0: Overlaps with window w1 and at least 599 more."_s);
        QCOMPARE(said(other).last(), u"600: Overlaps with window w0 and 599 more."_s);
    }

    void windowsAreNotFoundTwice()
    {
        const auto document
            = read(availOf({{0, 10, {u"US"_s, u"US"_s}}, {5, 15, {u"US"_s}}, {40, 50, {u"US"_s, u"US"_s}}}));
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        QCOMPARE(said(validator), (QStringList{u"0: Overlaps with window w1."_s, u"1: Overlaps with window w0."_s}));
    }
};

QTEST_GUILESS_MAIN(TestOverlaps)
#include "tst_overlaps.moc"
