// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabularies and LanguageTags, on the lists that are built in.
#include "catalog/Vocabularies.h"

#include <QTest>

using namespace marquee::catalog;
using namespace Qt::StringLiterals;
using Verdict = LanguageCheck::Verdict;

class TestVocabularies : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Vocabularies> m_lists;

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = Vocabularies::load();
        QVERIFY(loaded.has_value());
        m_lists = *loaded;
    }

    void missingRegistryIsAnError()
    {
        QVERIFY(!LanguageTags::load({}).has_value());
        QVERIFY(!LanguageTags::load("language\ten\t\t\t\tEnglish\n").has_value());
    }

    void codes()
    {
        QVERIFY(m_lists->isCountry("US"));
        QVERIFY(m_lists->isCountry("GB"));
        for (const char *wrong : {"UK", "us", "USA", "", "U", "ZZ", "EU"})
            QVERIFY2(!m_lists->isCountry(wrong), wrong);
        QVERIFY(m_lists->isCurrency("USD"));
        for (const char *wrong : {"usd", "US", "USDX", "ABC", ""})
            QVERIFY2(!m_lists->isCurrency(wrong), wrong);
        QCOMPARE(m_lists->decimals("USD"), 2);
        QCOMPARE(m_lists->decimals("JPY"), 0);
        QCOMPARE(m_lists->decimals("KWD"), 3);
        QVERIFY(m_lists->currenciesOf("DE") == std::vector<std::string>{"EUR"});
        QVERIFY(m_lists->currenciesOf("XX").empty());
    }

    void namesInTwoLanguages()
    {
        const Code *germany = m_lists->find(Vocabularies::List::Countries, "DE");
        QVERIFY(germany);
        QCOMPARE(germany->name(QLocale(QLocale::English)), u"Germany"_s);
        QCOMPARE(germany->name(QLocale(QLocale::German)), u"Deutschland"_s);
        QCOMPARE(m_lists->languageName("en-US", QLocale(QLocale::English)), u"English (United States)"_s);
        QCOMPARE(m_lists->languageName("en-US", QLocale(QLocale::German)), u"Englisch (Vereinigte Staaten)"_s);
        QCOMPARE(m_lists->languageName("xx-YY", QLocale(QLocale::English)), u"xx-YY"_s);
    }

    void meant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("country");
        QTest::newRow("three") << u"usa"_s << u"US"_s;
        QTest::newRow("UK") << u"UK"_s << u"GB"_s;
        QTest::newRow("small") << u"de"_s << u"DE"_s;
        QTest::newRow("name") << u"Germany"_s << u"DE"_s;
        QTest::newRow("German name") << u"deutschland"_s << u"DE"_s;
        QTest::newRow("a letter missing") << u"Germny"_s << u"DE"_s;
        QTest::newRow("nothing") << u"Atlantis"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void meant()
    {
        QFETCH(QString, text);
        QFETCH(QString, country);
        QCOMPARE(QString::fromStdString(m_lists->nearestCountry(text.toStdString()).value_or(std::string())), country);
    }

    void meantCurrencies()
    {
        QCOMPARE(m_lists->nearestCurrency("usd"), std::optional<std::string>("USD"));
        QCOMPARE(m_lists->nearestCurrency("\xe2\x82\xac"), std::optional<std::string>("EUR"));
        QCOMPARE(m_lists->nearestCurrency("Euro"), std::optional<std::string>("EUR"));
        QVERIFY(!m_lists->nearestCurrency("beads"));
    }

    void tags_data()
    {
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QByteArray>("nearest");
        const auto row = [](const char *tag, Verdict verdict, const char *nearest = "") {
            QTest::newRow(tag) << QByteArray(tag) << static_cast<int>(verdict) << QByteArray(nearest);
        };
        row("en", Verdict::Good);
        row("en-US", Verdict::Good);
        row("es-419", Verdict::Good);
        row("zh-Hant-TW", Verdict::Good);
        row("zh-cmn", Verdict::Good);
        row("sl-rozaj-biske", Verdict::Good);
        row("de-1996", Verdict::Good);
        row("x-studio", Verdict::Good);
        row("en-x-studio", Verdict::Good);
        row("en-a-bbb", Verdict::Good);
        row("qaa", Verdict::Good);
        row("i-klingon", Verdict::Deprecated, "");
        row("iw", Verdict::Deprecated, "he");
        row("en_us", Verdict::Malformed, "en-US");
        row("en-UK", Verdict::Unregistered, "en-GB");
        row("xx", Verdict::Unregistered);
        row("en-ABCDE", Verdict::Unregistered);
        row("english", Verdict::Unregistered);
        row("e", Verdict::Malformed);
        row("en--US", Verdict::Malformed);
        row("en-US-", Verdict::Malformed);
        row("en-US-GB", Verdict::Malformed);
        row("en-x", Verdict::Malformed);
        row("de-1996-1996", Verdict::Malformed);
        row("", Verdict::Malformed);
        row("en US", Verdict::Malformed);
    }
    void tags()
    {
        QFETCH(QByteArray, tag);
        QFETCH(int, verdict);
        QFETCH(QByteArray, nearest);
        QCOMPARE(static_cast<int>(m_lists->languageTags().check(tag.toStdString()).verdict), verdict);
        if (!nearest.isEmpty())
            QCOMPARE(QByteArray::fromStdString(m_lists->languageTags().nearest(tag.toStdString()).value_or(std::string())), nearest);
    }

    void spelling()
    {
        QCOMPARE(LanguageTags::canonical("ZH-hant-tw"), std::string("zh-Hant-TW"));
        QCOMPARE(LanguageTags::canonical("EN_us"), std::string("en-US"));
        QCOMPARE(LanguageTags::canonical("en-X-AB"), std::string("en-x-ab"));
    }

    void covering()
    {
        QVERIFY(LanguageTags::covers("en", "en-US"));
        QVERIFY(LanguageTags::covers("EN", "en"));
        QVERIFY(!LanguageTags::covers("en-US", "en"));
        QVERIFY(!LanguageTags::covers("en", "eng"));
        QVERIFY(!LanguageTags::covers("", "en"));
    }

    void searching()
    {
        const auto first = [this](const QString &text) {
            const auto found = m_lists->search(Vocabularies::List::Countries, text, 5, QLocale(QLocale::English));
            return found.isEmpty() ? QString() : QString::fromStdString(found.first()->code);
        };
        QCOMPARE(first(u"germ"_s), u"DE"_s);
        QCOMPARE(first(u"US"_s), u"US"_s);
        QCOMPARE(first(u"zealand"_s), u"NZ"_s);
        QCOMPARE(first(u"nowhere"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestVocabularies)
#include "tst_vocabularies.moc"
