// SPDX-License-Identifier: GPL-3.0-or-later
// Terms that go from window to window.
#include "unit/windows/WindowsTest.h"

#include "windows/CopyTerms.h"
#include "windows/PasteTerms.h"
#include "windows/RemoveTerm.h"

using namespace marquee;
using namespace marquee::test;
using namespace marquee::windows;
using namespace Qt::StringLiterals;

namespace {

QByteArray price(const QByteArray &digits)
{
    return R"({"_termName":"SRP","Money":{"value":)" + digits + R"(,"_currency":"USD"}})";
}

QByteArray text(const QByteArray &name, const QByteArray &value)
{
    return "{\"_termName\":\"" + name + "\",\"Text\":\"" + value + "\"}";
}

QByteArray three()
{
    return window() + ',' + dated("w2", "2027-01-01T00:00:00Z", "", {{"Terms", ""}}) + ','
        + dated("w3", "2027-01-01T00:00:00Z", "", {{"Terms", '[' + text("Tier", "old") + ',' + price("4.990") + ']'}});
}

std::string terms(const Windows &all, std::uint32_t row)
{
    return all.at(row).member("Terms").raw();
}

QString told(const TermOutcome &one)
{
    return QStringLiteral("%1 +%2 ~%3 =%4 -%5")
        .arg(QString::fromStdString(one.name))
        .arg(one.added)
        .arg(one.changed)
        .arg(one.same)
        .arg(one.removed);
}

} // namespace

class TestTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copies()
    {
        const Windows all(three());
        QCOMPARE(QString::fromUtf8(copyTerms(all.context(), 0)), QString::fromStdString(terms(all, 0)));
        QVERIFY(copyTerms(all.context(), 2).contains("4.990"));
        QVERIFY(copyTerms(all.context(), 1).isEmpty()); // has none
        QVERIFY(copyTerms(all.context(), 3).isEmpty()); // isn't there
    }

    void reads_data()
    {
        QTest::addColumn<QByteArray>("pasted");
        QTest::addColumn<int>("count"); // 0: isn't taken
        const QByteArray one = text("Tier", "x");
        QTest::newRow("a list") << '[' + one + ',' + price("1") + ']' << 2;
        QTest::newRow("one term") << one << 1;
        QTest::newRow("an object with terms") << "{\"Terms\":[" + one + "]}" << 1;
        QTest::newRow("a whole window") << window() << 3;
        QTest::newRow("cut out of a payload") << "  \"Terms\": [\n" + one + "\n],\n" << 1;
        QTest::newRow("terms with a comma behind each") << one + ",\n" + price("1") + ',' << 2;
        QTest::newRow("nothing") << QByteArray(" \n") << 0;
        QTest::newRow("words") << QByteArray("Night Ferry") << 0;
        QTest::newRow("a number") << QByteArray("12") << 0;
        QTest::newRow("an empty list") << QByteArray("[]") << 0;
        QTest::newRow("a list of something else") << QByteArray("[{\"country\":\"US\"}]") << 0;
        QTest::newRow("among others something else") << '[' + one + ",1]" << 0;
        QTest::newRow("a name that is a number") << QByteArray("[{\"_termName\":1}]") << 0;
        QTest::newRow("a window without terms") << dated("w", "", "", {{"Terms", ""}}) << 0;
        QTest::newRow("terms that aren't a list") << QByteArray("{\"Terms\":{}}") << 0;
        QTest::newRow("a table") << QByteArray("Window ID\tEnd\nw1\t2027-01-01") << 0;
        QTest::newRow("far too much") << QByteArray(MostTermText + 1, ' ') << 0;
    }
    void reads()
    {
        QFETCH(QByteArray, pasted);
        QFETCH(int, count);
        const auto list = readTerms(pasted);
        QCOMPARE(list ? static_cast<int>(list->terms.size()) : 0, count);
        if (!list)
            QVERIFY(!list.error().message.isEmpty() && !list.error().nextStep.isEmpty());
    }

    void inWords_data()
    {
        QTest::addColumn<QByteArray>("term");
        QTest::addColumn<QString>("words");
        QTest::newRow("money") << price("4.990") << u"4.990 USD"_s;
        QTest::newRow("money in text") << price("\"4.99\"") << u"4.99 USD"_s;
        QTest::newRow("a duration") << QByteArray(R"({"_termName":"RentalDuration","Duration":"PT720H"})")
                                    << u"720 h (30 day(s))"_s;
        QTest::newRow("yes") << QByteArray(R"({"_termName":"Exclusive","Boolean":true})") << u"yes"_s;
        QTest::newRow("a date") << QByteArray(R"({"_termName":"AnnounceDate","Event":"2027-01-31T00:00:00Z"})")
                                << u"31 Jan 2027 00:00"_s;
        QTest::newRow("no date") << QByteArray(R"({"_termName":"AnnounceDate","Event":"soon"})") << u"soon"_s;
        QTest::newRow("text") << text("Tier", "Top") << u"Top"_s;
        QTest::newRow("nothing") << QByteArray(R"({"_termName":"Tier"})") << QString();
        QTest::newRow("two values") << QByteArray(R"({"_termName":"Tier","Text":"a","Number":2})") << u"a · 2"_s;
    }
    void inWords()
    {
        QFETCH(QByteArray, term);
        QFETCH(QString, words);
        QLocale::setDefault(QLocale::c());
        QCOMPARE(readTerms(term)->terms.front().words, words);
    }

    void merges()
    {
        Windows all(three());
        const auto list = readTerms('[' + price("4.990") + ',' + text("Category", "New") + ']').value();
        const auto plan = pasteTerms(all.context(), {2, 0, 1, 7}, list, TermsMode::Merge);
        QVERIFY(plan);
        QCOMPARE(plan->changed, 3);
        QCOMPARE(plan->same, 0);
        QCOMPARE(told(plan->terms[0]), u"SRP +1 ~1 =1 -0"_s);
        QCOMPARE(told(plan->terms[1]), u"Category +3 ~0 =0 -0"_s);
        QCOMPARE(all.apply(plan), QString());
        QCOMPARE(all.document->steps().size(), 1u);
        // Order stays, what is new comes behind.
        QVERIFY(terms(all, 0).starts_with(R"([{"_termName":"SRP","Money":{"value":4.990,)"));
        QVERIFY(terms(all, 0).ends_with(R"("Duration":"PT48H"},{"_termName":"Category","Text":"New"}])"));
        QCOMPARE(all.at(0).member("Terms").size(), 4u);
        QCOMPARE(all.at(1).member("Terms").size(), 2u);
        QCOMPARE(all.at(2).member("Terms").size(), 3u);
        const auto again = pasteTerms(all.context(), {0, 1, 2}, list, TermsMode::Merge);
        QVERIFY(again->edits.empty());
        QCOMPARE(again->same, 3);
        all.document->undo();
        QVERIFY(!all.at(1).member("Terms"));
    }

    void sameInOtherWords()
    {
        const Windows all(window({{"Terms", R"([{"Text" : "\u0041", "_termName":"Tier"}])"}}));
        const auto plan = pasteTerms(all.context(), {0}, readTerms(text("Tier", "A")).value(), TermsMode::Merge);
        QVERIFY(plan->edits.empty());
        const Windows digits(window({{"Terms", '[' + price("4.99") + ']'}}));
        QCOMPARE(
            pasteTerms(digits.context(), {0}, readTerms(price("4.990")).value(), TermsMode::Merge)->edits.size(), 1u);
    }

    void replaces()
    {
        Windows all(three());
        const auto list = readTerms('[' + text("Tier", "old") + ',' + price("4.990") + ']').value();
        const auto plan = pasteTerms(all.context(), {0, 1, 2}, list, TermsMode::Replace);
        QCOMPARE(plan->changed, 2);
        QCOMPARE(plan->same, 1);
        QCOMPARE(told(plan->terms[0]), u"Tier +2 ~0 =1 -0"_s);
        QCOMPARE(told(plan->terms[1]), u"SRP +1 ~1 =1 -0"_s);
        QCOMPARE(told(plan->terms[2]), u"RentalDuration +0 ~0 =0 -1"_s);
        QCOMPARE(plan->terms.size(), 4u);
        all.apply(plan);
        for (std::uint32_t row = 0; row < 3; ++row)
            QCOMPARE(QString::fromStdString(terms(all, row)), QString::fromStdString(list.json));
    }
    void replacesAnotherOrder()
    {
        Windows all(window({{"Terms", '[' + text("Tier", "a") + ',' + price("1") + ']'}}));
        const auto list = readTerms('[' + price("1") + ',' + text("Tier", "a") + ']').value();
        QVERIFY(pasteTerms(all.context(), {0}, list, TermsMode::Merge)->edits.empty());
        QCOMPARE(pasteTerms(all.context(), {0}, list, TermsMode::Replace)->changed, 1);
    }

    void severalOfOneName()
    {
        Windows all(window({{"Terms", '[' + text("Tier", "a") + ',' + text("Tier", "b") + ']'}}));
        const auto one = pasteTerms(all.context(), {0}, readTerms(text("Tier", "x")).value(), TermsMode::Merge);
        QCOMPARE(one->remarks.size(), 1);
        const auto two = readTerms('[' + text("Tier", "x") + ',' + text("Tier", "y") + ',' + text("Tier", "z") + ']');
        all.apply(pasteTerms(all.context(), {0}, *two, TermsMode::Merge));
        QCOMPARE(QByteArray::fromStdString(terms(all, 0)),
            QByteArray('[' + text("Tier", "x") + ',' + text("Tier", "y") + ',' + text("Tier", "z") + ']'));
    }

    void oddLists()
    {
        Windows all(window({{"Terms", "\"none\""}}));
        const auto list = readTerms(text("Tier", "x")).value();
        const auto merged = pasteTerms(all.context(), {0}, list, TermsMode::Merge);
        QVERIFY(merged->edits.empty());
        QCOMPARE(merged->remarks.size(), 1);
        all.apply(pasteTerms(all.context(), {0}, list, TermsMode::Replace));
        QCOMPARE(all.at(0).member("Terms").size(), 1u);
        QVERIFY(!pasteTerms(all.context(), {}, list, TermsMode::Merge));
        Windows odd(window({{"Terms", "[null,{\"Text\":\"x\"},3]"}}));
        odd.apply(pasteTerms(odd.context(), {0}, list, TermsMode::Merge));
        QCOMPARE(odd.at(0).member("Terms").size(), 4u);
    }

    void removes()
    {
        Windows all(three());
        const auto plan = removeTerm(all.context(), {0, 1, 2}, "SRP");
        QCOMPARE(plan->changed, 2);
        all.apply(plan);
        QCOMPARE(all.at(0).member("Terms").size(), 2u);
        QCOMPARE(all.at(2).member("Terms").size(), 1u);
        all.apply(removeTerm(all.context(), {2}, "Tier"));
        QVERIFY(!all.at(2).member("Terms")); // nothing is left in it
        QVERIFY(!removeTerm(all.context(), {0, 1, 2}, "SRP"));
        QVERIFY(!removeTerm(all.context(), {}, "SRP"));
        Windows twice(window({{"Terms", '[' + text("Tier", "a") + ',' + price("1") + ',' + text("Tier", "b") + ']'}}));
        twice.apply(removeTerm(twice.context(), {0}, "Tier"));
        QCOMPARE(QByteArray::fromStdString(terms(twice, 0)), QByteArray('[' + price("1") + ']'));
    }
};

QTEST_GUILESS_MAIN(TestTerms)
#include "tst_terms.moc"
