// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Document.h"
#include "payload/Layout.h"

#include <QTest>

using namespace marquee::payload;

class TestXmlLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonical_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("one line") << QByteArray("<?xml version='1.0'?><a x='1'   y=\"2\"><b>t</b><c><d/></c></a>")
                                  << QByteArray("<?xml version='1.0'?>\n<a x='1' y=\"2\">\n  <b>t</b>\n  <c>\n    <d/>\n  </c>\n</a>\n");
        QTest::newRow("CDATA and text stay") << QByteArray("<a>\r\n\t<b> <![CDATA[ x ]]></b>\r\n</a>")
                                             << QByteArray("<a>\n  <b> <![CDATA[ x ]]></b>\n</a>\n");
        QTest::newRow("comments") << QByteArray("\xef\xbb\xbf<!-- 1 --><a><!-- 2 --><b/><!-- 3\n --></a><!-- 4 -->")
                                  << QByteArray("<!-- 1 -->\n<a>\n  <!-- 2 -->\n  <b/>\n  <!-- 3\n -->\n</a>\n<!-- 4 -->\n");
        QTest::newRow("text beside elements") << QByteArray("<a><b> x <c/> </b></a>") << QByteArray("<a>\n  <b> x <c/> </b>\n</a>\n");
        QTest::newRow("attributes alone") << QByteArray("<a><b c='1' ></b></a>") << QByteArray("<a>\n  <b c='1'/>\n</a>\n");
        QTest::newRow("repeated") << QByteArray("<a><b/><b/></a>") << QByteArray("<a>\n  <b/>\n  <b/>\n</a>\n");
        QTest::newRow("JSON as before") << QByteArray("{\"a\":1}") << QByteArray("{\n  \"a\": 1\n}\n");
        QTest::newRow("what isn't well-formed stays") << QByteArray("<a><b></a>") << QByteArray("<a><b></a>");
    }
    void canonical()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(canonicalLayout(text), expected);
        QCOMPARE(canonicalLayout(expected), expected);
        const auto before = Document::read(text);
        if (before && (*before)->isXml())
            QCOMPARE((*before)->root().raw(), (*Document::read(expected))->root().raw());
    }
};

QTEST_APPLESS_MAIN(TestXmlLayout)
#include "tst_xmllayout.moc"
