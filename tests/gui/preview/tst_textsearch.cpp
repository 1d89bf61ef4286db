// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/Finder.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace marquee;
using namespace marquee::preview;

class TestTextSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("needle");
        QTest::addColumn<bool>("matchCase");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::newRow("once") << QByteArray("abcabd") << QByteArray("abd") << true << 3 << 3;
        QTest::newRow("twice") << QByteArray("abcab") << QByteArray("ab") << true << 0 << 3;
        QTest::newRow("over each other") << QByteArray("aaa") << QByteArray("aa") << true << 0 << 1;
        QTest::newRow("whole") << QByteArray("abc") << QByteArray("abc") << true << 0 << 0;
        QTest::newRow("longer than the text") << QByteArray("abc") << QByteArray("abcd") << true << -1 << -1;
        QTest::newRow("other case") << QByteArray("xSVOD") << QByteArray("svod") << false << 1 << 1;
        QTest::newRow("case counts") << QByteArray("xSVOD") << QByteArray("svod") << true << -1 << -1;
        QTest::newRow("no letter") << QByteArray("[{") << QByteArray("{[") << false << -1 << -1;
        QTest::newRow("brackets aren't braces") << QByteArray("{@") << QByteArray("[`") << false << -1 << -1;
        QTest::newRow("UTF-8") << QByteArray("caf\u00e9") << QByteArray("F\u00e9") << false << 2 << 2;
        QTest::newRow("nothing in nothing") << QByteArray() << QByteArray("a") << false << -1 << -1;
        QTest::newRow("nothing") << QByteArray("a") << QByteArray() << false << -1 << -1;
    }

    void finds()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, needle);
        QFETCH(bool, matchCase);
        const payload::Text whole(text);
        const TextSearch search(needle, matchCase);
        const auto first = search.first(whole, 0, whole.size());
        const auto last = search.last(whole, 0, whole.size());
        QTEST(first ? int(*first) : -1, "first");
        QTEST(last ? int(*last) : -1, "last");
    }

    /// Over many blocks, edited ones too, beside QByteArray's own search.
    void likeAByteArray()
    {
        QRandomGenerator random(7);
        QByteArray plain(400'000, '\0');
        for (char &byte : plain)
            byte = static_cast<char>('a' + random.bounded(3));
        payload::Text text(plain);
        for (int i = 0; i < 20; ++i) {
            const auto at = random.bounded(quint32(plain.size()));
            text.replace(at, 0, "abcabcabcc");
            plain.insert(at, "abcabcabcc");
        }
        for (const char *needle : {"abcabcabcc", "abcabca", "c", "ccccccccccccccccc"}) {
            const TextSearch search(needle, true);
            QList<quint32> expected;
            for (qsizetype at = plain.indexOf(needle); at >= 0; at = plain.indexOf(needle, at + 1))
                expected.append(quint32(at));
            std::vector<quint32> hits;
            search.collect(text, 0, text.size(), hits, 1'000'000);
            QCOMPARE(QList<quint32>(hits.begin(), hits.end()), expected);
            for (int i = 0; i < 50; ++i) {
                const auto begin = random.bounded(quint32(plain.size()));
                const auto end = begin + random.bounded(quint32(plain.size()) - begin);
                const auto after = std::lower_bound(expected.begin(), expected.end(), begin);
                const auto until = std::lower_bound(expected.begin(), expected.end(), end);
                const std::optional<quint32> none;
                QCOMPARE(search.first(text, begin, end), after < until ? std::optional(*after) : none);
                QCOMPARE(search.last(text, begin, end), after < until ? std::optional(*(until - 1)) : none);
            }
        }
    }

    void finderGoesRound()
    {
        Finder finder;
        finder.setText(payload::Text("one two one two one"));
        QSignalSpy found(&finder, &Finder::found);
        finder.search("one", false, 1);
        QCOMPARE(found.takeFirst().at(0).toUInt(), 8u);
        QCOMPARE(finder.count(), 3u);
        QVERIFY(!finder.isCounting());
        QCOMPARE(finder.numberOf(8), 2u);
        QCOMPARE(finder.numberOf(9), 0u);
        finder.next(9);
        QCOMPARE(found.takeFirst().at(0).toUInt(), 16u);
        finder.next(17);
        QCOMPARE(found.takeFirst().at(0).toUInt(), 0u);
        finder.previous(0);
        QCOMPARE(found.takeFirst().at(0).toUInt(), 16u);
        finder.search("three", false, 0);
        QVERIFY(found.isEmpty());
        QCOMPARE(finder.count(), 0u);
    }

    /// 60 MB without a hit but the last: comes by and by, and the caller is let go in between.
    void finderInSlices()
    {
        QByteArray text(60 * 1024 * 1024, 'x');
        text += "needle";
        Finder finder;
        finder.setText(payload::Text(text));
        QSignalSpy found(&finder, &Finder::found);
        finder.search("needle", false, 0);
        QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, 60'000);
        QCOMPARE(found.at(0).at(0).toUInt(), 60u * 1024 * 1024);
        QTRY_VERIFY_WITH_TIMEOUT(!finder.isCounting(), 60'000);
        QCOMPARE(finder.count(), 1u);
    }

    void finderStopsCountingSomewhere()
    {
        Finder finder;
        finder.setText(payload::Text(QByteArray(3'000'000, 'x')));
        finder.search("x", false, 0);
        QTRY_COMPARE_WITH_TIMEOUT(finder.count(), Finder::MostHits, 60'000);
        QVERIFY(finder.isCounting()); // "1,000,000+"
    }

    void finderCountsAnewInAnotherText()
    {
        Finder finder;
        finder.setText(payload::Text("a a"));
        finder.search("a", false, 0);
        QCOMPARE(finder.count(), 2u);
        finder.setText(payload::Text("a a a"));
        QVERIFY(finder.isCounting());
        QTRY_COMPARE(finder.count(), 3u);
    }
};

QTEST_GUILESS_MAIN(TestTextSearch)
#include "tst_textsearch.moc"
