// SPDX-License-Identifier: GPL-3.0-or-later
// What several windows have in common, and what an edit gives to each of them; windows put in another order.
#include "unit/windows/WindowsTest.h"

#include "windows/MoveRows.h"
#include "windows/SharedFields.h"

using namespace marquee;
using namespace marquee::test;
using namespace marquee::windows;
using namespace Qt::StringLiterals;
using Kind = SharedValue::Kind;
using payload::Pointer;

namespace {

SharedPlace field(const char *below)
{
    return {*Pointer::parse(below), {}};
}

SharedPlace term(const char *name, const char *member)
{
    return {Pointer().child(member), name};
}

QByteArray price(const QByteArray &value, const QByteArray &currency)
{
    return "[{\"_termName\":\"SRP\",\"Money\":{\"value\":" + value + ",\"_currency\":\"" + currency + "\"}}]";
}

} // namespace

class TestSharedFields : public QObject
{
    Q_OBJECT

private:
    static std::vector<Pointer> places(const Windows &all)
    {
        std::vector<Pointer> places;
        for (std::uint32_t i = 0; i < all.count(); ++i)
            places.push_back(placeOf(i));
        return places;
    }
    static SharedValue shared(const Windows &all, const SharedPlace &place)
    {
        std::vector<payload::Value> objects;
        for (std::uint32_t i = 0; i < all.count(); ++i)
            objects.push_back(all.at(i));
        return sharedValue(objects, place);
    }
    static bool set(Windows &all, const SharedPlace &place, const char *json)
    {
        const std::vector<payload::Edit> edits = setShared(all.context(), places(all), place, json, shared(all, place));
        return all.document->apply(edits, {u"Many"_s, {}}).value_or(false);
    }
    static QStringList said(const Windows &all, const SharedPlace &place)
    {
        QStringList said;
        for (std::uint32_t i = 0; i < all.count(); ++i) {
            const payload::Value value = valueAt(all.at(i), place);
            said << (value ? QString::fromStdString(value.raw()) : u"-"_s);
        }
        return said;
    }

private Q_SLOTS:
    void whatIsShared_data()
    {
        QTest::addColumn<QByteArray>("windows");
        QTest::addColumn<QByteArray>("below");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<uint>("present");
        const auto row = [](const char *name, const QByteArray &windows, const char *below, Kind kind, const QByteArray &json, uint present) {
            QTest::newRow(name) << windows << QByteArray(below) << kind << json << present;
        };
        const QByteArray vod = window();
        const QByteArray est = window({{"LicenseType", "\"EST\""}});
        row("the same", vod + ',' + vod, "/LicenseType", Kind::Same, "\"VOD\"", 2);
        row("other values", vod + ',' + est, "/LicenseType", Kind::Several, "", 2);
        row("one has none", vod + ',' + window({{"LicenseType", ""}}), "/LicenseType", Kind::Several, "", 1);
        row("none has one", vod + ',' + vod, "/ContractID", Kind::Absent, "", 0);
        row("empty isn't absent", window({{"ContractID", "\"\""}}) + ',' + vod, "/ContractID", Kind::Several, "", 1);
        row("the same in other spelling", vod + ',' + window({{"FormatProfile", "{ \"value\" : \"HD\" }"}}), "/FormatProfile", Kind::Same, "{\"value\":\"HD\"}", 2);
        row("a number's digits tell", window({{"X", "1.0"}}) + ',' + window({{"X", "1.00"}}), "/X", Kind::Several, "", 2);
        row("parts of an object", window({{"X", "{\"a\":1,\"b\":2}"}}) + ',' + window({{"X", "{\"b\":2,\"a\":3}"}}), "/X", Kind::Several, "{\"b\":2}", 2);
        row("inside a list", vod + ',' + window({{"Territory", "[{\"country\":\"CA\"}]"}}), "/Territory/0/country", Kind::Several, "", 2);
        row("not windows at all", "17,null", "/LicenseType", Kind::Absent, "", 0);
    }
    void whatIsShared()
    {
        QFETCH(QByteArray, windows);
        QFETCH(QByteArray, below);
        const SharedValue value = shared(Windows(windows), field(below.constData()));
        QTEST(value.kind, "kind");
        QTEST(QByteArray::fromStdString(value.json), "json");
        QTEST(uint(value.present), "present");
    }

    void aValueGoesToAll()
    {
        Windows all(window() + ',' + window({{"LicenseType", "\"EST\""}}) + ',' + window({{"LicenseType", ""}}));
        QVERIFY(set(all, field("/LicenseType"), "\"SVOD\""));
        QCOMPARE(said(all, field("/LicenseType")), QStringList(3, u"\"SVOD\""_s));
        QCOMPARE(all.document->steps().size(), std::size_t(1));
        QVERIFY(!set(all, field("/LicenseType"), "\"SVOD\"")); // they have it
        all.document->undo();
        QCOMPARE(said(all, field("/LicenseType")), (QStringList{u"\"VOD\""_s, u"\"EST\""_s, u"-"_s}));
    }

    void onePartOfAPriceLeavesTheOther()
    {
        Windows all(window({{"Terms", price("4.99", "USD")}}) + ',' + window({{"Terms", price("3.90", "EUR")}}));
        QVERIFY(set(all, term("SRP", "Money"), "{\"value\":5.50}"));
        QCOMPARE(said(all, term("SRP", "Money")),
            (QStringList{u"{\"value\":5.50,\"_currency\":\"USD\"}"_s, u"{\"value\":5.50,\"_currency\":\"EUR\"}"_s}));
        // The amount is shared now; a currency for both leaves it alone.
        QVERIFY(set(all, term("SRP", "Money"), "{\"value\":5.50,\"_currency\":\"CAD\"}"));
        QCOMPARE(said(all, term("SRP", "Money")), QStringList(2, u"{\"value\":5.50,\"_currency\":\"CAD\"}"_s));
    }

    void listsThatDifferGetWhatIsNew()
    {
        Windows all(window({{"AssetLanguage", "[{\"value\":\"de\"}]"}}) + ',' + window({{"AssetLanguage", "[{\"value\":\"fr\"},{ \"value\": \"en-US\" }]"}}));
        QVERIFY(set(all, field("/AssetLanguage"), "[{\"value\":\"en-US\"}]"));
        QCOMPARE(said(all, field("/AssetLanguage")),
            (QStringList{u"[{\"value\":\"de\"},{\"value\":\"en-US\"}]"_s, u"[{\"value\":\"fr\"},{ \"value\": \"en-US\" }]"_s}));
    }

    void aTermIsFoundWhereverItStands()
    {
        Windows all(window({{"Terms", "[{\"_termName\":\"A\",\"Text\":\"x\"},{\"_termName\":\"WatchDuration\",\"Duration\":\"PT24H\"}]"}}) + ',' + window() + ','
            + window({{"Terms", ""}}) + ',' + window({{"Terms", "[]"}}));
        QCOMPARE(said(all, term("WatchDuration", "Duration")), (QStringList{u"\"PT24H\""_s, u"\"PT48H\""_s, u"-"_s, u"-"_s}));
        QCOMPARE(shared(all, term("WatchDuration", "Duration")).present, 2U);
        QVERIFY(set(all, term("WatchDuration", "Duration"), "\"PT36H\""));
        QCOMPARE(said(all, term("WatchDuration", "Duration")), QStringList(4, u"\"PT36H\""_s));
        QCOMPARE(QString::fromStdString(all.at(0).member("Terms").at(0).raw()), u"{\"_termName\":\"A\",\"Text\":\"x\"}"_s);
    }

    void takenAway()
    {
        Windows all(window() + ',' + window({{"Terms", ""}}) + ',' + window());
        const auto edits = removeShared(all.context(), places(all), term("SRP", "Money"), false);
        QCOMPARE(edits.size(), std::size_t(2));
        QVERIFY(all.document->apply(edits, {}));
        QCOMPARE(said(all, term("SRP", "Money")), QStringList(3, u"-"_s));
        QCOMPARE(all.at(0).member("Terms").size(), 2U);
        QCOMPARE(removeShared(all.context(), places(all), field("/ContractID"), false).size(), std::size_t(0));
    }

    void moved_data()
    {
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<uint>("before");
        QTest::addColumn<QString>("order");
        QTest::addColumn<uint>("first");
        QTest::newRow("one up") << Rows{2} << 1U << u"a c b d e"_s << 1U;
        QTest::newRow("one down") << Rows{1} << 3U << u"a c b d e"_s << 2U;
        QTest::newRow("to the end") << Rows{0} << 5U << u"b c d e a"_s << 4U;
        QTest::newRow("to the front") << Rows{4} << 0U << u"e a b c d"_s << 0U;
        QTest::newRow("several from both sides") << Rows{0, 4} << 2U << u"b a e c d"_s << 1U;
        QTest::newRow("in any order") << Rows{4, 3, 0} << 2U << u"b a d e c"_s << 1U;
        QTest::newRow("one that isn't there") << Rows{9, 1} << 0U << u"b a c d e"_s << 0U;
        QTest::newRow("where it stands") << Rows{2} << 2U << u"a b c d e"_s << 2U;
        QTest::newRow("behind itself") << Rows{2} << 3U << u"a b c d e"_s << 2U;
    }
    void moved()
    {
        QFETCH(Rows, rows);
        QFETCH(uint, before);
        QByteArray windows;
        for (const char *id : {"a", "b", "c", "d", "e"})
            windows += (windows.isEmpty() ? "" : ",") + window({{"_TransactionID", '"' + QByteArray(id) + '"'}});
        Windows all(windows);
        const QByteArray text = all.document->text().toByteArray();
        all.apply(moveRows(all.context(), rows, before));
        QStringList order;
        for (std::uint32_t i = 0; i < all.count(); ++i)
            order << all.text(i, "_TransactionID");
        QTEST(order.join(u' '), "order");
        std::sort(rows.begin(), rows.end());
        QTEST(uint(firstAfterMove(rows, before)), "first");
        if (all.document->canUndo())
            all.document->undo();
        QCOMPARE(all.document->text().toByteArray(), text);
    }
};

QTEST_GUILESS_MAIN(TestSharedFields)
#include "tst_sharedfields.moc"
