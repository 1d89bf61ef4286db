// SPDX-License-Identifier: GPL-3.0-or-later
#include "PerformanceFixture.h"

#include "rules/FieldEdits.h"

#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Pointer;

namespace {

/// The text with blanks and line breaks outside of strings taken away.
QByteArray squeezed(const payload::Document &document)
{
    QByteArray text = document.text().toByteArray();
    return text.replace("\n", "").replace(" ", "");
}

} // namespace

class TestFieldEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("result");
        QTest::newRow("stands") << QByteArray(R"({"avail":{"ALID":"a"}})") << QByteArray("/avail/ALID")
                                << QByteArray(R"("b")") << QByteArray(R"({"avail":{"ALID":"b"}})");
        QTest::newRow("where the catalogue puts it")
            << QByteArray(R"({"avail":{"ALID":"a","Transaction":[{"LicenseType":"EST","End":"x"}]}})")
            << QByteArray("/avail/Transaction/0/Start") << QByteArray(R"("s")")
            << QByteArray(R"({"avail":{"ALID":"a","Transaction":[{"LicenseType":"EST","Start":"s","End":"x"}]}})");
        QTest::newRow("with the object around it")
            << QByteArray(R"({"avail":{"ALID":"a","Transaction":[]}})") << QByteArray("/avail/Disposition/EntryType")
            << QByteArray(R"("FullExtract")")
            << QByteArray(R"({"avail":{"ALID":"a","Disposition":{"EntryType":"FullExtract"},"Transaction":[]}})");
        QTest::newRow("with the list around it")
            << QByteArray(R"({"avail":{"ALID":"a"}})") << QByteArray("/avail/Transaction/0/FormatProfile/value")
            << QByteArray(R"("HD")")
            << QByteArray(R"({"avail":{"ALID":"a","Transaction":[{"FormatProfile":{"value":"HD"}}]}})");
        QTest::newRow("an item at the end of a list")
            << QByteArray(R"({"avail":{"Transaction":[{"LicenseType":"EST"}]}})") << QByteArray("/avail/Transaction/1")
            << QByteArray("{}") << QByteArray(R"({"avail":{"Transaction":[{"LicenseType":"EST"},{}]}})");
        QTest::newRow("unknown to the catalogue")
            << QByteArray(R"({"avail":{"ALID":"a"}})") << QByteArray("/avail/Mood~1s") << QByteArray("1")
            << QByteArray(R"({"avail":{"ALID":"a","Mood/s":1}})");
    }
    void places()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, result);
        const auto document = read(text);
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        const auto edit
            = rules::placeValue(validator.context(), *Pointer::parse(field.toStdString()), json.toStdString());
        QVERIFY(document->apply(edit).value());
        QCOMPARE(squeezed(*document), result);
        document->undo();
        QCOMPARE(document->text().toByteArray(), text);
    }

    /// The same in XML, where an element with nothing in it reads as a text.
    void placesInXml_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("a list that is absent") << QByteArray() << QByteArray("LangFormats/LangFormat/0") << QByteArray("\"English\"")
                                               << QByteArray("<LangFormats><LangFormat><![CDATA[English]]></LangFormat></LangFormats>");
        QTest::newRow("into an empty one") << QByteArray("<LangFormats/>") << QByteArray("LangFormats/LangFormat/0")
                                           << QByteArray("\"English\"")
                                           << QByteArray("<LangFormats><LangFormat><![CDATA[English]]></LangFormat></LangFormats>");
        QTest::newRow("another entry") << QByteArray("<LangFormats><LangFormat><![CDATA[a]]></LangFormat></LangFormats>")
                                       << QByteArray("LangFormats/LangFormat/1") << QByteArray("\"b\"")
                                       << QByteArray("<LangFormats><LangFormat><![CDATA[a]]></LangFormat><LangFormat><![CDATA[b]]></LangFormat></LangFormats>");
        QTest::newRow("an attribute of a text") << QByteArray("<DistributorRate>12</DistributorRate>")
                                                << QByteArray("DistributorRate/@precision") << QByteArray("\"1\"")
                                                << QByteArray("<DistributorRate precision=\"1\">12</DistributorRate>");
    }
    void placesInXml()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, after);
        // In front of the run week, where the catalogue has language formats.
        const auto with = [](const QByteArray &text) -> QByteArray {
            return message(QByteArray(performance()).replace("<RunWeek>", QByteArray(text + "<RunWeek>")));
        };
        const auto document = read(with(before));
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        const auto pointer = Pointer::parse("/ShowTimeAnalytics/Performances/Performance/0/" + field.toStdString()).value();
        QVERIFY(document->apply(rules::placeValue(validator.context(), pointer, json.toStdString())).value());
        QCOMPARE(document->text().toByteArray(), with(after));
        if (before.isEmpty()) {
            const auto edit = rules::removeField(validator.context(), pointer, true);
            QVERIFY(edit && document->apply(*edit).value());
            QCOMPARE(document->text().toByteArray(), with(before));
        }
    }

    void removes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<bool>("emptied");
        QTest::addColumn<QByteArray>("result"); ///< empty: nothing is to be done
        const QByteArray text = R"({"avail":{"ALID":"a","Disposition":{"EntryType":"x"},"Asset":[{"A":1,"B":2}]}})";
        QTest::newRow("the member") << text << QByteArray("/avail/Disposition/EntryType") << false
                                    << QByteArray(R"({"avail":{"ALID":"a","Disposition":{},"Asset":[{"A":1,"B":2}]}})");
        QTest::newRow("the object that it leaves empty")
            << text << QByteArray("/avail/Disposition/EntryType") << true
            << QByteArray(R"({"avail":{"ALID":"a","Asset":[{"A":1,"B":2}]}})");
        QTest::newRow("but not one that holds more")
            << text << QByteArray("/avail/Asset/0/A") << true
            << QByteArray(R"({"avail":{"ALID":"a","Disposition":{"EntryType":"x"},"Asset":[{"B":2}]}})");
        QTest::newRow("absent already") << text << QByteArray("/avail/Licensor") << true << QByteArray();
        QTest::newRow("the whole") << text << QByteArray() << false << QByteArray();
        QTest::newRow("never the outermost object")
            << QByteArray(R"({"a":{"b":1}})") << QByteArray("/a/b") << true << QByteArray("{}");
    }
    void removes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, field);
        QFETCH(bool, emptied);
        QFETCH(QByteArray, result);
        const auto document = read(text);
        rules::Validator validator(rulebook(), *document, {}, fixedClock);
        validator.validate();
        const auto edit = rules::removeField(validator.context(), *Pointer::parse(field.toStdString()), emptied);
        QCOMPARE(edit.has_value(), !result.isEmpty());
        if (!edit)
            return;
        QVERIFY(document->apply(*edit).value());
        QCOMPARE(squeezed(*document), result);
    }
};

QTEST_GUILESS_MAIN(TestFieldEdits)
#include "tst_fieldedits.moc"
