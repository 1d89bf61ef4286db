// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/PartnerPlace.h"
#include "payload/Document.h"

#include <QTest>

using namespace marquee;
using namespace Qt::StringLiterals;

class TestPartnerPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeIn_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("place"); ///< null: nothing
        const auto row
            = [](const char *name, const QString &path, const QString &place) { QTest::newRow(name) << path << place; };
        const QString end = u"/avail/Transaction/1/End"_s;
        row("a pointer", end, end);
        row("a pointer as a fragment", u"#/avail/Transaction/1/End"_s, end);
        row("dots and brackets", u"avail.Transaction[1].End"_s, end);
        row("JSONPath", u"$.avail.Transaction[1].End"_s, end);
        row("quoted in brackets", u"$['avail']['Transaction'][1]['End']"_s, end);
        row("slashes without the first", u"avail/Transaction/1/End"_s, end);
        row("from the avail", u"Transaction/1/End"_s, end);
        row("from the avail, dots", u"Transaction.1.End"_s, end);
        row("blanks around", u"  Transaction/1/End "_s, end);
        row("a slash first, from the avail", u"/Transaction/1/End"_s, end);
        row("a window by its ID", u"Transaction[w2].End"_s, end);
        row("a window by a filter", u"avail.Transaction[?(@._TransactionID=='w2')].End"_s, end);
        row("an ID first", u"w2.End"_s, end);
        row("an ID alone", u"w2"_s, u"/avail/Transaction/1"_s);
        row("an ID with blanks and dots", u"Transaction[\"x 3.0\"].End"_s, u"/avail/Transaction/2/End"_s);
        row("a list of one passed over", u"avail.Asset.WorkType"_s, u"/avail/Asset/0/WorkType"_s);
        row("a name that stands once", u"EntryType"_s, u"/avail/Disposition/EntryType"_s);
        row("a name from the avail", u"ALID"_s, u"/avail/ALID"_s);
        row("a member that is missing", u"avail.Transaction[0].End"_s, u"/avail/Transaction/0/End"_s);
        row("escapes", u"/avail/a~1b"_s, u"/avail/a~1b"_s);

        row("nothing", {}, {});
        row("only a root", u"$"_s, {});
        row("only dots", u"..."_s, {});
        row("no such window", u"avail.Transaction[9].End"_s, {});
        row("no such ID", u"w9.End"_s, {});
        row("an ID that stands twice", u"twin.End"_s, {});
        row("a list of several needs a number", u"avail.Transaction.End"_s, {});
        row("a name that stands twice", u"LicenseType"_s, {});
        row("a name that stands nowhere", u"Colour"_s, {});
        row("missing twice", u"avail.Terms.Colour.Shade"_s, {});
        row("below a text", u"avail.ALID.x"_s, {});
        row("a sentence", u"The end is before the start."_s, {});
        row("other letters", u"avail.transaction[1].end"_s, {});
        row("open bracket", u"avail.Transaction[1.End"_s, {});
        row("a huge index", u"avail.Transaction[99999999999999999999].End"_s, {});
        row("a negative index", u"avail.Transaction[-1].End"_s, {});
    }
    void placeIn()
    {
        QFETCH(QString, path);
        QFETCH(QString, place);
        const auto document
            = payload::Document::read(R"({"avail":{"ALID":"A","Disposition":{"EntryType":"FullExtract"},"a/b":1,
            "Asset":[{"WorkType":"Movie"}],"Transaction":[{"_TransactionID":"w1","LicenseType":"EST"},
            {"_TransactionID":"w2","LicenseType":"VOD","End":"x"},{"_TransactionID":"x 3.0","End":"y"},
            {"_TransactionID":"twin","End":"z"},{"_TransactionID":"twin"}]}})")
                  .value();
        partners::PartnerError error;
        error.path = path;
        const auto found = partners::placeIn(error, *document);
        QCOMPARE(found ? QString::fromStdString(found->toString()) : QString(), place);
        QCOMPARE(found.has_value(), !place.isNull());
    }

    void otherPayloads()
    {
        partners::PartnerError error;
        error.path = u"Transaction[0].End"_s;
        for (const char *text : {"{}", "[]", "7", "{\"avail\":7}", "{\"avail\":{\"Transaction\":{}}}"})
            QVERIFY2(!partners::placeIn(error, *payload::Document::read(text).value()), text);
        error.path = QString(100'000, u'.') + u"a[0]"_s.repeated(10'000);
        QVERIFY(!partners::placeIn(error, *payload::Document::read("{\"a\":[[[]]]}").value()));
    }
};

QTEST_GUILESS_MAIN(TestPartnerPlace)
#include "tst_partnerplace.moc"
