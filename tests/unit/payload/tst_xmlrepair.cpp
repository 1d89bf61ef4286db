// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Document.h"
#include "payload/Repair.h"

#include <QTest>

using namespace marquee::payload;

class TestXmlRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected"); // empty: nothing is proposed
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
        };
        row("a wrong closing tag", "<r><SaleDevice><Name>x</Name></SaleDevices></r>", "<r><SaleDevice><Name>x</Name></SaleDevice></r>");
        row("other letters", "<Tags><Tag>x</tag></Tags>", "<Tags><Tag>x</Tag></Tags>");
        row("<XXX> as text", "<e><Website><XXX></Website></e>", "<e><Website><![CDATA[<XXX>]]></Website></e>");
        row("an entry that isn't closed", "<Tags><Tag>x</Tags>", "<Tags><Tag>x</Tag></Tags>");
        row("an entry that is empty", "<Tags><Tag></Tags>", "<Tags><Tag></Tag></Tags>");
        row("a field that isn't closed", "<p><EventId>E<Date>1</Date></p>", "<p><EventId>E<Date>1</Date></EventId></p>");
        row("cut off", "<a><b>x\n", "<a><b>x</b></a>\n");
        row("an &", "<a>x & y</a>", "<a>x &amp; y</a>");
        row("a <", "<a>1 < 2</a>", "<a>1 &lt; 2</a>");
        row("]]>", "<a>x]]>y</a>", "<a>x]]&gt;y</a>");
        row("no quotes", "<a b=1><c/></a>", "<a b=\"1\"><c/></a>");
        row("no >", "<a><b\n  <c/></b></a>", "<a><b>\n  <c/></b></a>");
        row("a closing tag too many", "<a></b></a>", "<a></a>");
        row("two at once", "<a><b>x & y</c></a>", "<a><b>x &amp; y</b></a>");
        row("well-formed", "<a/>", "");
        row("a document type", "<!DOCTYPE a><a/>", "");
        row("nothing like it", "<<<", "");
    }
    void proposes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const auto repair = proposeRepair(text);
        QCOMPARE(repair ? repair->text : QByteArray(), expected);
        QVERIFY(!repair || Document::read(repair->text).has_value());
        if (!repair)
            return;
        // The changes, done to the text as it was, from its end, come to the proposal.
        QByteArray again = text;
        for (auto change = repair->changes.rbegin(); change != repair->changes.rend(); ++change)
            again.replace(static_cast<qsizetype>(change->place.offset), static_cast<qsizetype>(change->removed.size()),
                QByteArray::fromStdString(change->inserted));
        QCOMPARE(again, expected);
    }
};

QTEST_APPLESS_MAIN(TestXmlRepair)
#include "tst_xmlrepair.moc"
