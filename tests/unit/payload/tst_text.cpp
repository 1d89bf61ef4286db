// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace marquee;
using namespace marquee::payload;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyText()
    {
        Text text;
        QCOMPARE(text.size(), 0u);
        QCOMPARE(text.lineCount(), 1u);
        QCOMPARE(text.place(7), (TextPlace{0, 1, 1}));
        text.replace(0, 0, "ab");
        QCOMPARE(text.toByteArray(), QByteArray("ab"));
        text.replace(0, 2, "");
        QCOMPARE(text.toByteArray(), QByteArray());
    }

    void places()
    {
        const Text text(QByteArray("ab\ncd\r\n\nx"));
        QCOMPARE(text.lineCount(), 4u);
        QCOMPARE(text.place(0), (TextPlace{0, 1, 1}));
        QCOMPARE(text.place(2), (TextPlace{2, 1, 3}));
        QCOMPARE(text.place(3), (TextPlace{3, 2, 1}));
        QCOMPARE(text.place(8), (TextPlace{8, 4, 1}));
        QCOMPARE(text.lineStart(2), 3u);
        QCOMPARE(text.lineStart(4), 8u);
        QCOMPARE(text.lineStart(9), text.size());
        QCOMPARE(text.excerpt(4), QStringLiteral("cd"));
    }

    /// Random splices on a text of many blocks, beside the same on a plain string.
    void splicesLikeAString()
    {
        std::string plain;
        for (int i = 0; i < 40000; ++i)
            plain += "line " + std::to_string(i) + (i % 7 == 0 ? "\n" : ", ");
        Text text(QByteArray::fromStdString(plain));
        QRandomGenerator random(20260101);
        for (int round = 0; round < 600; ++round) {
            const auto at = random.bounded(static_cast<quint32>(plain.size()));
            const auto removed = std::min<quint32>(random.bounded(round % 50 == 0 ? 200000u : 40u),
                                                   static_cast<quint32>(plain.size()) - at);
            const std::string inserted(random.bounded(round % 40 == 0 ? 300000u : 30u), round % 3 == 0 ? '\n' : 'x');
            plain.replace(at, removed, inserted);
            text.replace(at, removed, inserted);
            QCOMPARE(text.size(), static_cast<quint32>(plain.size()));
            if (plain.empty())
                break;
            const auto from = random.bounded(static_cast<quint32>(plain.size()));
            const auto to = std::min<quint32>(static_cast<quint32>(plain.size()), from + random.bounded(200000u));
            std::string scratch;
            QVERIFY(text.view(from, to, scratch) == std::string_view(plain).substr(from, to - from));
            const auto newlines = static_cast<quint32>(std::count(plain.begin(), plain.begin() + from, '\n'));
            QCOMPARE(text.place(from).line, newlines + 1);
            const auto lineBegin = from == 0 ? std::string::npos : plain.rfind('\n', from - 1);
            QCOMPARE(text.place(from).column,
                     from - static_cast<quint32>(lineBegin == std::string::npos ? 0 : lineBegin + 1) + 1);
            QCOMPARE(text.lineStart(text.place(from).line), from - (text.place(from).column - 1));
        }
        QVERIFY(text.toByteArray().toStdString() == plain);
    }

    void copiesAreSnapshots()
    {
        Text text(QByteArray("one two"));
        text.replace(0, 3, "1");
        const Text before = text;
        text.replace(0, 1, "eleven");
        QCOMPARE(before.toByteArray(), QByteArray("1 two"));
        QCOMPARE(text.toByteArray(), QByteArray("eleven two"));
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
