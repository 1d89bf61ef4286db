// SPDX-License-Identifier: GPL-3.0-or-later
// ProbeVariants and Probe: each variant breaks its rule, and the sandbox says what it thinks of it.
#include "exchange/Probe.h"
#include "sandbox/Sandbox.h"
#include "workspace/Templates.h"

#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;

class TestProbe : public QObject
{
    Q_OBJECT

private:
    rules::Rulebook m_book = rules::Rulebook::load().value();

    /// A template, filled in.
    static std::unique_ptr<payload::Document> film(const char *name, workspace::Extract extract)
    {
        const auto templates = workspace::Templates::load().value();
        auto document = workspace::Templates::make(*templates.find(name), extract).value();
        for (const std::string &place : templates.find(name)->fill) {
            const auto pointer = payload::Pointer::parse(place).value();
            const std::string &last = pointer.tokens.back().text;
            static int window = 0;
            const std::string value = last == "_TransactionID" ? "w" + std::to_string(++window)
                : last == "SeasonContentID"                    ? "SEASON"
                : last == "SeriesContentID"                    ? "SERIES"
                                                               : "NF-1";
            (void)document->apply(payload::Edit::set(pointer, '"' + value + '"'));
        }
        return document;
    }

private Q_SLOTS:
    void variants_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("partial");
        QTest::addColumn<int>("least");
        QTest::newRow("film to rent") << u"tvod-film"_s << false << 42;
        QTest::newRow("one window of it") << u"tvod-film"_s << true << 38;
        QTest::newRow("episode") << u"prime-episode"_s << false << 38;
    }
    void variants()
    {
        QFETCH(QString, name);
        QFETCH(bool, partial);
        QFETCH(int, least);
        const auto good
            = film(name.toLatin1().constData(), partial ? workspace::Extract::Partial : workspace::Extract::Full);
        const ProbeVariants made = probeVariants(*good, m_book);
        int alone = 0;
        QStringList shared;
        for (const ProbeVariant &variant : made.variants) {
            alone += variant.also.isEmpty() ? 1 : 0;
            if (!variant.also.isEmpty())
                shared << variant.rule + u": "_s + variant.also.join(u' ');
            QVERIFY(variant.text != good->text().toByteArray());
            if (variant.severity == rules::Severity::Error)
                QVERIFY(variant.isRefusedByUs);
        }
        QVERIFY2(static_cast<int>(made.variants.size()) >= least,
            qPrintable(QString::number(made.variants.size()) + u' ' + made.leftOut.join(u' ')));
        QVERIFY2(alone * 4 >= static_cast<int>(made.variants.size()) * 3, qPrintable(shared.join(u'\n')));
    }

    void judged()
    {
        const QTemporaryDir folder;
        JournalOptions options;
        options.path = folder.filePath(u"j.sqlite"_s);
        const auto journal = Journal::open(options).value();
        Courier courier(*journal);
        const auto partner = sandbox::Sandbox::start().value();
        const auto good = film("tvod-film", workspace::Extract::Full);
        Probe probe(courier, sandboxChannel(partner->primeUrl()), *good, probeVariants(*good, m_book));
        bool isFinished = false;
        connect(&probe, &Probe::finished, &probe, [&] { isFinished = true; });
        probe.start();
        QTRY_VERIFY_WITH_TIMEOUT(isFinished, 30000);
        QHash<QString, ProbeResult> results;
        for (const ProbeResult &result : probe.results()) {
            QVERIFY(result.isDone);
            results.insert(result.variant.rule, result);
        }
        using Kind = partners::Outcome::Kind;
        QCOMPARE(results.value(u"AV101"_s).partner.kind, Kind::Rejected); // both know that
        QVERIFY(!results.value(u"AV101"_s).disagrees());
        QCOMPARE(results.value(u"AV008"_s).partner.kind, Kind::Accepted); // the sandbox doesn't look at languages
        QVERIFY(results.value(u"AV008"_s).disagrees());
        QCOMPARE(results.value(u"PL001"_s).partner.kind, Kind::Rejected);
        QVERIFY(!results.value(u"PL004"_s).variant.isRefusedByUs); // a comment is a hint of ours
        QVERIFY(results.value(u"PL005"_s).variant.isRefusedByUs);
        QVERIFY(results.value(u"PL004"_s).variant.also.isEmpty() && results.value(u"PL005"_s).variant.also.isEmpty());
        bool isAgreeing = false;
        for (const ProbeResult &result : probe.sorted()) {
            isAgreeing = isAgreeing || !result.disagrees();
            QVERIFY(!isAgreeing || !result.disagrees()); // disagreements come first
        }
    }
};

QTEST_GUILESS_MAIN(TestProbe)
#include "tst_probe.moc"
