// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets, KeyStore and Masking.
#include "exchange/Masking.h"
#include "exchange/Secrets.h"
#include "partners/SecretHeaders.h"
#include "support/MemoryKeyStore.h"

#include <QTest>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;
using Kind = SecretSource::Kind;

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variables()
    {
        Secrets secrets(std::make_unique<test::MemoryKeyStore>());
        qunsetenv("MARQUEE_TEST_KEY");
        const SecretSource source{Kind::Variable, u"MARQUEE_TEST_KEY"_s};
        const auto missing = secrets.wait(source);
        QVERIFY(!missing.has_value());
        QVERIFY(missing.error().message.contains(u"MARQUEE_TEST_KEY"_s));
        QVERIFY(!missing.error().nextStep.isEmpty());
        qputenv("MARQUEE_TEST_KEY", "k1-from-variable");
        QCOMPARE(secrets.wait(source).value(), QByteArray("k1-from-variable"));
        QCOMPARE(secrets.wait({}).value(), QByteArray());
        QCOMPARE(secrets.known(), QList<QByteArray>{"k1-from-variable"});
    }

    void keyStore()
    {
        auto store = std::make_unique<test::MemoryKeyStore>();
        test::MemoryKeyStore *kept = store.get();
        Secrets secrets(std::move(store));
        const SecretSource source{Kind::Keychain, u"prime-production"_s};
        QCOMPARE(secrets.wait(source).error().code, Error::Code::NotFound);
        bool stored = false;
        secrets.store(source, "s3cret", [&](const Expected<void> &done) { stored = done.has_value(); });
        QTRY_VERIFY(stored);
        QCOMPARE(kept->entries.value(u"prime-production"_s), QByteArray("s3cret"));
        QCOMPARE(secrets.wait(source).value(), QByteArray("s3cret"));
        std::optional<Error::Code> refused;
        secrets.store({Kind::Variable, u"x"_s}, "s", [&](const Expected<void> &done) { refused = done.error().code; });
        QTRY_VERIFY(refused.has_value());
        QCOMPARE(*refused, Error::Code::Invalid);
    }

    /// Without a store there is still this session.
    void session()
    {
        auto store = std::make_unique<test::MemoryKeyStore>();
        store->isThere = false;
        test::MemoryKeyStore *kept = store.get();
        Secrets secrets(std::move(store));
        const SecretSource source{Kind::Keychain, u"prime"_s};
        QCOMPARE(secrets.wait(source).error().code, Error::Code::Internal);
        secrets.giveForSession(source, "only now");
        QCOMPARE(secrets.wait(source).value(), QByteArray("only now"));
        QVERIFY(kept->entries.isEmpty());
        secrets.giveForSession(source, {});
        QVERIFY(!secrets.wait(source).has_value());
    }

    /// Where no Secret Service runs, that is said, with what to do, and nothing hangs.
    void noDesktop()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        Secrets secrets;
        const auto answer = secrets.wait({Kind::Keychain, u"marquee-test-nothing"_s});
        QVERIFY(!answer.has_value());
        QVERIFY(answer.error().nextStep.contains(u"session"_s));
    }

    void headers_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("secret");
        for (const char *name : {"Authorization", "proxy-authorization", "X-API-Key", "api-key", "apikey",
                 "x-amz-security-token", "Cookie", "Set-Cookie", "x-auth-token", "X-Partner-Secret",
                 "Ocp-Apim-Subscription-Key", "x-functions-key", "x-my-partner"})
            QTest::newRow(name) << QByteArray(name) << true;
        for (const char *name :
            {"Accept", "Content-Type", "x-request-id", "Retry-After", "Location", "ETag", "Keep-Alive"})
            QTest::newRow(name) << QByteArray(name) << false;
    }
    void headers()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, secret);
        const Masking masking({u"X-My-Partner"_s}, {});
        QCOMPARE(masking.isSecret(name), secret);
        QCOMPARE(masking.header(name, "Digest username=\"x\""),
            secret ? QByteArray("***") : QByteArray("Digest username=\"x\""));
    }

    void everywhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray secret = "p\"a/ss w0rd";
        QTest::newRow("plain") << QByteArray("says " + secret + ".");
        QTest::newRow("twice") << QByteArray(secret + secret);
        QTest::newRow("percent") << QByteArray("/a?b=" + secret.toPercentEncoding());
        QTest::newRow("base64") << QByteArray("Basic " + secret.toBase64());
        QTest::newRow("JSON") << QByteArray("{\"m\":\"p\\\"a/ss w0rd\"}");
    }
    void everywhere()
    {
        QFETCH(QByteArray, text);
        const QByteArray masked = Masking({}, {"p\"a/ss w0rd", "x"}).bytes(text);
        QVERIFY(masked.contains("***"));
        QVERIFY(!masked.contains("w0rd") && !masked.contains("cCJhL3NzIHcwcmQ"));
    }

    void addresses()
    {
        const Masking masking({}, {});
        QCOMPARE(masking.url(QUrl(u"https://me:pw@x.example/v1/a%20b?territory=US&api_key=abcd&sig=1"_s)),
            QByteArray("https://x.example/v1/a%20b?territory=US&api_key=***&sig=***"));
        QCOMPARE(masking.url(QUrl(u"https://x.example/v1?keyword=a"_s)), QByteArray("https://x.example/v1?keyword=a"));
    }

    void curlHidesWhatNobodyMarked()
    {
        partners::Request request{
            "GET", QUrl(u"https://x.example/"_s), {{"Authorization", "Basic abc", {}}, {"Accept", "a/b", {}}}, {}};
        QVERIFY(partners::toCurl(request).contains("\"Authorization: $AUTHORIZATION\""));
        QVERIFY(!partners::toHttp(request).contains("Basic abc"));
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
