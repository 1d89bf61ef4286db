// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/RowColours.h"

#include <QTest>

using namespace marquee;
using namespace marquee::preview;

namespace {

/// One letter a byte: n(ame) s(tring) l(iteral) p(unctuation) c(omment) w(ord), a blank for the rest.
void write(const std::vector<Token> &tokens, QByteArray &letters)
{
    for (const Token &token : tokens) {
        for (quint32 at = token.begin; at < token.end; ++at)
            letters[qsizetype(at)] = "pnslwc"[int(token.lexeme)];
    }
}

} // namespace

class TestXmlColours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("letters");
        QTest::newRow("an element") << QByteArray("<a>x y</a>") << QByteArray("pnplllppnp");
        QTest::newRow("attributes") << QByteArray("<a b='1' c=\"2\"/>") << QByteArray("pn wpsss wpssspp");
        QTest::newRow("CDATA") << QByteArray("<![CDATA[x]]>") << QByteArray("pppppppppsppp");
        QTest::newRow("tags in CDATA") << QByteArray("<![CDATA[<b>]]>") << QByteArray("pppppppppsssppp");
        QTest::newRow("a comment") << QByteArray("<!-- <a> --><b/>") << QByteArray("ccccccccccccpnpp");
        QTest::newRow("an instruction") << QByteArray("<?xml v='1'?>") << QByteArray("ccccccccccccc");
        QTest::newRow("> in quotes") << QByteArray("<a b='>'>") << QByteArray("pn wpsssp");
        QTest::newRow("over lines") << QByteArray("<a\n b='1\n2'>\n<!-- x\ny --></a>") << QByteArray("pn  wpsssssp ccccccccccccppnp");
        QTest::newRow("not well-formed") << QByteArray("<a <b>x") << QByteArray("pn pnpl");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void tokens()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, letters);
        auto state = XmlState::Content;
        QByteArray found(text.size(), ' ');
        write(xmlTokens({text.constData(), std::size_t(text.size())}, state), found);
        QCOMPARE(found, letters);
        // Row by row, forwards and backwards, each comes to the same.
        const payload::Text whole(text);
        RowLayout layout;
        layout.setText(whole);
        std::vector<Row> rows;
        for (std::optional<Row> row = layout.rowAt(0); row; row = layout.next(*row))
            rows.push_back(*row);
        for (const bool backwards : {false, true}) {
            if (backwards)
                std::reverse(rows.begin(), rows.end());
            XmlColours colours;
            QByteArray byRow(text.size(), ' ');
            for (const Row &row : rows)
                write(colours.tokens(whole, row), byRow);
            for (qsizetype at = 0; at < letters.size(); ++at) // a newline inside of a token isn't on any row
                QVERIFY(byRow[at] == letters[at] || text[at] == '\n');
        }
    }

    void doubleClickTakesWhatIsInside()
    {
        const payload::Text text("<a b='one two'>x</a>");
        RowLayout layout;
        layout.setText(text);
        RowColours colours;
        colours.setLanguage(Language::Xml, text);
        const auto inside = colours.tokenAt(text, layout.rowAt(0), 8);
        QCOMPARE(inside, std::pair(6u, 13u));
        QCOMPARE(colours.tokenAt(text, layout.rowAt(0), 1), std::pair(1u, 2u));
    }
};

QTEST_MAIN(TestXmlColours)
#include "tst_xmlcolours.moc"
