// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates, Link, Sender and Trial against a real TLS server with an authority of its own.
#include "exchange/Certificates.h"
#include "exchange/Trial.h"
#include "partners/Outcome.h"
#include "partners/Prime.h"
#include "sandbox/Sandbox.h"
#include "support/Authority.h"
#include "support/MemoryKeyStore.h"

#include <QTest>

using namespace marquee;
using namespace marquee::exchange;
using namespace Qt::StringLiterals;
using partners::Operation;
using partners::Reply;

class TestTls : public QObject
{
    Q_OBJECT

private:
    test::Authority m_authority;
    test::Authority m_stranger{u"Stranger"_s};

    QString file(const QString &name) const
    {
        return name.isEmpty() ? name : QDir(m_authority.folder()).filePath(name);
    }

    Environment environment(
        const QString &certificate, const QString &key, const QString &authority, const QUrl &url) const
    {
        Environment environment;
        environment.name = u"test"_s;
        environment.folder = m_authority.folder();
        environment.proxy.mode = ProxySettings::Mode::None;
        environment.timeoutSeconds = 10;
        environment.prime = PrimeSide{};
        environment.prime->baseUrl = url;
        environment.prime->licensor = u"L"_s;
        environment.prime->clientCertificate = certificate;
        environment.prime->clientKey = key;
        environment.prime->caCertificate = authority;
        return environment;
    }

    static Reply get(const Environment &environment)
    {
        const LinkResult made = makeLink(environment, *environment.prime, {});
        Sender sender(made.link);
        const auto request = partners::makePrimeRequest(Operation::GetFull, {u"L"_s, u"A"_s, {}, {}, {}, {}},
            {environment.prime->baseUrl, {},
                {}}).value();
        std::optional<Reply> result;
        sender.send(request, 10000, [&result](const Reply &reply) { result = reply; });
        [&result] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20000); }();
        return result.value_or(Reply());
    }

    std::unique_ptr<sandbox::Sandbox> server(bool mutual, const QString &name = u"server"_s) const
    {
        sandbox::SandboxOptions options;
        options.certificate = file(name + u".crt"_s);
        options.key = file(name + u".key"_s);
        if (mutual)
            options.clientAuthority = file(u"ca.crt"_s);
        return sandbox::Sandbox::start(options).value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_authority.isGood() && m_stranger.isGood(), "the openssl command is needed");
        QVERIFY(m_authority.issue(u"server"_s) && m_authority.issue(u"elsewhere"_s, 365, u"DNS:elsewhere.example"_s));
        QVERIFY(m_authority.issue(u"client"_s) && m_authority.issue(u"other"_s) && m_authority.issue(u"soon"_s, 10));
        QVERIFY(m_stranger.issue(u"client"_s) && m_stranger.issue(u"server"_s));
        for (const char *name : {"client.crt", "client.key", "server.crt", "server.key"})
            QVERIFY(QFile::copy(m_stranger.file(name), file(u"stranger-"_s + QString::fromLatin1(name))));
        const auto openssl = [this](const char *arguments) {
            QStringList list;
            for (const QString &word : QString::fromLatin1(arguments).split(u' '))
                list << (word.startsWith(u'@') ? file(word.mid(1)) : word);
            QVERIFY2(m_authority.openssl(list), arguments);
        };
        openssl("pkcs12 -export -in @client.crt -inkey @client.key -out @client.p12 -passout pass:open-sesame");
        openssl("rsa -in @client.key -aes256 -out @encrypted.key -passout pass:open-sesame -traditional");
        openssl("rsa -in @client.key -pubout -out @public.key");
        QFile both(file(u"both.pem"_s));
        QVERIFY(both.open(QIODevice::WriteOnly));
        for (const char *name : {"client.crt", "client.key"}) {
            QFile part(file(QString::fromLatin1(name)));
            QVERIFY(part.open(QIODevice::ReadOnly));
            both.write(part.readAll());
        }
        QFile junk(file(u"junk.txt"_s));
        QVERIFY(junk.open(QIODevice::WriteOnly) && junk.write("hello\n") > 0);
    }

    void files_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<int>("daysLater");
        QTest::addColumn<QString>("at"); // the file at fault; empty: usable
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *certificate, const char *key, const char *authority,
                             const char *password, int later, const char *at, const char *says) {
            QTest::newRow(name) << QString::fromLatin1(certificate) << QString::fromLatin1(key)
                                << QString::fromLatin1(authority) << QByteArray(password) << later
                                << QString::fromLatin1(at) << QString::fromLatin1(says);
        };
        row("nothing", "", "", "", "", 0, "", "");
        row("a pair", "client.crt", "client.key", "ca.crt", "", 0, "", "valid until");
        row("both in one", "both.pem", "", "", "", 0, "", "valid until");
        row("PKCS#12", "client.p12", "", "", "open-sesame", 0, "", "valid until");
        row("PKCS#12, no password", "client.p12", "", "", "", 0, "client.p12", "password");
        row("PKCS#12, wrong password", "client.p12", "", "", "shut", 0, "client.p12", "doesn't open");
        row("encrypted key", "client.crt", "encrypted.key", "", "open-sesame", 0, "", "valid until");
        row("encrypted key, no password", "client.crt", "encrypted.key", "", "", 0, "encrypted.key", "encrypted");
        row("encrypted key, wrong password", "client.crt", "encrypted.key", "", "shut", 0, "encrypted.key",
            "doesn't open");
        row("expired", "client.crt", "client.key", "", "", 400, "client.crt", "expired on");
        row("not yet valid", "client.crt", "client.key", "", "", -3, "client.crt", "valid from");
        row("expires soon", "soon.crt", "soon.key", "", "", 0, "", "expires in");
        row("expires in a month and a bit", "client.crt", "client.key", "", "", 365 - 32, "", "valid until");
        row("swapped", "client.key", "client.crt", "", "", 0, "client.key", "This is a key");
        row("another's key", "client.crt", "other.key", "", "", 0, "other.key", "doesn't belong");
        row("no key", "client.crt", "", "", "", 0, "client.crt", "no key");
        row("no certificate", "", "client.key", "", "", 0, "client.key", "no certificate");
        row("a public key", "client.crt", "public.key", "", "", 0, "public.key", "public key");
        row("a signing request", "client.csr", "client.key", "", "", 0, "client.csr", "signing request");
        row("not PEM", "junk.txt", "client.key", "", "", 0, "junk.txt", "neither PEM nor PKCS#12");
        row("key that isn't PEM", "client.crt", "junk.txt", "", "", 0, "junk.txt", "isn't a key");
        row("absent", "none.crt", "client.key", "", "", 0, "none.crt", "isn't there");
        row("authority expired", "", "", "ca.crt", "", 400, "ca.crt", "expired on");
        row("authority is a key", "", "", "ca.key", "", 0, "ca.key", "This is a key");
        row("authority isn't one", "", "", "client.crt", "", 0, "", "isn't an authority");
    }
    void files()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, authority);
        QFETCH(QByteArray, password);
        QFETCH(int, daysLater);
        QFETCH(QString, at);
        QFETCH(QString, says);
        const Certificates read = readCertificates({file(certificate), file(key), file(authority), password},
            QDateTime::currentDateTimeUtc().addDays(daysLater));
        QStringList words;
        for (const Finding &finding : read.findings) {
            words << finding.subject + u": "_s + finding.message;
            if (finding.severity == Finding::Severity::Error) {
                QCOMPARE(QFileInfo(finding.subject).fileName(), at);
                QVERIFY(!finding.nextStep.isEmpty());
            }
        }
        QVERIFY2(read.usable() == at.isEmpty(), qPrintable(words.join(u'\n')));
        QVERIFY2(words.join(u'\n').contains(says), qPrintable(words.join(u'\n')));
        QCOMPARE(read.key.isNull(), !at.isEmpty() || certificate.isEmpty());
    }

    void ownAuthority()
    {
        const auto sandbox = server(false);
        QCOMPARE(sandbox->primeUrl().scheme(), u"https"_s);
        const Reply trusted = get(environment({}, {}, u"ca.crt"_s, sandbox->primeUrl()));
        QCOMPARE(trusted.transport, Reply::Transport::Answered);
        QCOMPARE(trusted.status, 404);
        const Reply untrusted = get(environment({}, {}, {}, sandbox->primeUrl()));
        QCOMPARE(untrusted.transport, Reply::Transport::Refused);
        QVERIFY2(untrusted.problem.contains(u"Test CA"_s) && untrusted.problem.contains(u"CA certificate"_s),
            qPrintable(untrusted.problem));
        QCOMPARE(partners::primeOutcome(Operation::PutFull, untrusted).exitCode, 6);
    }

    void anotherName()
    {
        const auto sandbox = server(false, u"elsewhere"_s);
        const Reply reply = get(environment({}, {}, u"ca.crt"_s, sandbox->primeUrl()));
        QCOMPARE(reply.transport, Reply::Transport::Refused);
        QVERIFY2(reply.problem.contains(u"elsewhere.example"_s), qPrintable(reply.problem));
    }

    void mutual_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("exit");
        QTest::newRow("ours") << u"client.crt"_s << u"client.key"_s << 1; // 404: it was let in
        QTest::newRow("none") << QString() << QString() << 6;
        QTest::newRow("a stranger's") << u"stranger-client.crt"_s << u"stranger-client.key"_s << 6;
    }
    void mutual()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(int, exit);
        const auto sandbox = server(true);
        const Reply reply = get(environment(certificate, key, u"ca.crt"_s, sandbox->primeUrl()));
        const partners::Outcome outcome = partners::primeOutcome(Operation::GetFull, reply);
        QVERIFY2(outcome.exitCode == exit,
            qPrintable(u"%1 %2 %3"_s.arg(outcome.exitCode).arg(int(reply.transport)).arg(reply.problem)));
        if (exit == 6)
            QVERIFY2(outcome.message.contains(u"client certificate"_s), qPrintable(outcome.message));
    }

    void trial_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<QByteArray>("apiKey");
        QTest::addColumn<QString>("error"); // a part of the words; empty: all is well
        QTest::newRow("well") << u"client.crt"_s << u"client.key"_s << u"ca.crt"_s << QByteArray("right") << QString();
        QTest::newRow("another key") << u"client.crt"_s << u"client.key"_s << u"ca.crt"_s << QByteArray("wrong")
                                     << u"refused the key"_s;
        QTest::newRow("no secret") << u"client.crt"_s << u"client.key"_s << u"ca.crt"_s << QByteArray()
                                   << u"isn't set"_s;
        QTest::newRow("not trusted") << u"client.crt"_s << u"client.key"_s << QString() << QByteArray("right")
                                     << u"vouches"_s;
        QTest::newRow("swapped") << u"client.key"_s << u"client.crt"_s << u"ca.crt"_s << QByteArray("right")
                                 << u"This is a key"_s;
    }
    void trial()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, authority);
        QFETCH(QByteArray, apiKey);
        QFETCH(QString, error);
        sandbox::SandboxOptions options;
        options.certificate = file(u"server.crt"_s);
        options.key = file(u"server.key"_s);
        options.clientAuthority = file(u"ca.crt"_s);
        options.apiKey = "right";
        const auto sandbox = sandbox::Sandbox::start(options).value();
        Environment tried = environment(certificate, key, authority, sandbox->primeUrl());
        tried.prime->apiKey = {SecretSource::Kind::Variable, u"MARQUEE_TEST_TRIAL"_s};
        qputenv("MARQUEE_TEST_TRIAL", apiKey);
        if (apiKey.isEmpty())
            qunsetenv("MARQUEE_TEST_TRIAL");
        Secrets secrets(std::make_unique<test::MemoryKeyStore>());
        std::optional<Findings> findings;
        tryEnvironment(tried, secrets, [&findings](const Findings &found) { findings = found; });
        QTRY_VERIFY_WITH_TIMEOUT(findings.has_value(), 20000);
        QString words;
        for (const Finding &finding : *findings)
            words += finding.subject + u": "_s + finding.message + u'\n';
        QVERIFY2(hasErrors(*findings) == !error.isEmpty(), qPrintable(words));
        QVERIFY2(words.contains(error), qPrintable(words));
        QVERIFY(apiKey.isEmpty() || !words.contains(QString::fromLatin1(apiKey) + u'\n'));
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
