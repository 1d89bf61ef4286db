// SPDX-License-Identifier: GPL-3.0-or-later
// Images that replies link to: what is fetched, and what isn't read on.
#include "exchange/ImageFetch.h"
#include "support/SmallServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace marquee;
using namespace Qt::StringLiterals;
using exchange::ImageFetch;
using test::SmallServer;

namespace {

constexpr int Patience = 20000;
const QByteArray image = "not really an image";

QByteArray answerTo(const SmallServer::Asked &asked)
{
    const QByteArray path = asked.path();
    if (path == "/image.png")
        return SmallServer::reply(image, "image/png");
    if (path == "/untyped")
        return SmallServer::reply(image, {});
    if (path == "/page")
        return SmallServer::reply("<html>", "text/html");
    if (path == "/page-404")
        return SmallServer::reply("<html>", "text/html", 404);
    if (path == "/empty")
        return SmallServer::reply({}, "image/png");
    if (path == "/claims-500mb") // and sends nothing of it
        return "HTTP/1.1 200 X\r\nContent-Type: image/png\r\nContent-Length: 524288000\r\n\r\nx";
    if (path == "/endless") // without a length
        return "HTTP/1.1 200 X\r\nContent-Type: image/png\r\nConnection: close\r\n\r\n"
            + QByteArray(9 * 1024 * 1024, 'x');
    if (path == "/largest")
        return SmallServer::reply(QByteArray(8 * 1024 * 1024, 'x'), "image/png");
    if (path == "/moved")
        return SmallServer::reply({}, {}, 302, "Location: /image.png\r\n");
    if (path == "/to-file")
        return SmallServer::reply({}, {}, 302, "Location: file:///etc/hostname\r\n");
    if (path == "/to-data")
        return SmallServer::reply({}, {}, 302, "Location: data:image/png;base64,AAAA\r\n");
    if (path == "/to-login")
        return SmallServer::reply({}, {}, 302, "Location: http://user:word@127.0.0.1/image.png\r\n");
    if (path == "/round")
        return SmallServer::reply({}, {}, 302, "Location: /round\r\n");
    if (path == "/cookie")
        return SmallServer::reply(image, "image/png", 200, "Set-Cookie: a=b\r\n");
    if (path == "/sign-in")
        return SmallServer::reply("no", "text/plain", 401, "WWW-Authenticate: Basic realm=\"x\"\r\n");
    return {};
}

} // namespace

class TestImageFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetches_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("works");
        for (const char *path : {"/image.png", "/untyped", "/moved", "/largest", "/cookie"})
            QTest::newRow(path) << QString::fromLatin1(path) << true;
        for (const char *path : {"/page", "/page-404", "/empty", "/claims-500mb", "/endless", "/to-file", "/to-data",
                 "/to-login", "/round", "/sign-in", "/closes"})
            QTest::newRow(path) << QString::fromLatin1(path) << false;
    }

    void fetches()
    {
        QFETCH(const QString, path);
        QFETCH(const bool, works);
        SmallServer server(answerTo);
        ImageFetch fetch;
        QSignalSpy fetched(&fetch, &ImageFetch::fetched);
        const int number = fetch.fetch(server.url(path), Patience);
        QCOMPARE(fetched.size(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, Patience);
        QCOMPARE(fetched.first().at(0).toInt(), number);
        QCOMPARE(!fetched.first().at(1).toByteArray().isEmpty(), works);
        QCOMPARE(fetched.first().at(2).toString().isEmpty(), works);
        QCOMPARE(fetch.running(), 0);
        for (const SmallServer::Asked &asked : server.asked()) {
            QVERIFY(asked.line.startsWith("GET "));
            QVERIFY(!asked.head.toLower().contains("authorization") && !asked.head.toLower().contains("x-api-key"));
        }
    }

    void neverAsks_data()
    {
        QTest::addColumn<QUrl>("url");
        for (const char *url : {"file:///etc/hostname", "ftp://example.org/a.png", "data:image/png;base64,AAAA",
                 "qrc:/a.png", "http:///a.png", "a.png", "", "javascript:1"})
            QTest::newRow(url) << QUrl(QString::fromLatin1(url));
    }

    void neverAsks()
    {
        QFETCH(const QUrl, url);
        ImageFetch fetch;
        QSignalSpy fetched(&fetch, &ImageFetch::fetched);
        fetch.fetch(url, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, Patience);
        QVERIFY(!fetched.first().at(2).toString().isEmpty());
    }

    void sendsNoSignInAndNoCookies()
    {
        SmallServer server(answerTo);
        ImageFetch fetch;
        QSignalSpy fetched(&fetch, &ImageFetch::fetched);
        QUrl url = server.url(u"/cookie"_s);
        url.setUserName(u"user"_s);
        url.setPassword(u"word"_s);
        fetch.fetch(url, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, Patience);
        fetch.fetch(url, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 2, Patience);
        for (const SmallServer::Asked &asked : server.asked()) {
            QVERIFY(!asked.head.toLower().contains("authorization"));
            QVERIFY(!asked.head.toLower().contains("\ncookie:"));
        }
    }

    void waitsOnlySoLong()
    {
        QTcpServer silent; // takes the connection, and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        ImageFetch fetch;
        QSignalSpy fetched(&fetch, &ImageFetch::fetched);
        fetch.fetch(QUrl(u"http://127.0.0.1:%1/a.png"_s.arg(silent.serverPort())), 50);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, Patience);
        QVERIFY(!fetched.first().at(2).toString().isEmpty());
    }

    void goesByTheProxy()
    {
        SmallServer proxy([](const SmallServer::Asked &) { return SmallServer::reply(image, "image/png"); });
        SmallServer here(answerTo);
        exchange::ProxySettings settings;
        settings.mode = exchange::ProxySettings::Mode::Manual;
        settings.url = proxy.url();
        ImageFetch fetch;
        fetch.setProxy(settings);
        QSignalSpy fetched(&fetch, &ImageFetch::fetched);
        fetch.fetch(QUrl(u"http://posters.invalid/a.png"_s), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, Patience);
        QCOMPARE(fetched.first().at(1).toByteArray(), image);
        QCOMPARE(proxy.asked().size(), std::size_t{1});
        fetch.fetch(here.url(u"/image.png"_s), Patience); // this computer needs none
        QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 2, Patience);
        QCOMPARE(here.asked().size(), std::size_t{1});
        QCOMPARE(proxy.asked().size(), std::size_t{1});
    }

    void cancelled()
    {
        SmallServer server(answerTo);
        ImageFetch fetch;
        QSignalSpy fetched(&fetch, &ImageFetch::fetched);
        const int first = fetch.fetch(server.url(u"/image.png"_s), Patience);
        fetch.cancel(first); // before it began
        const int second = fetch.fetch(server.url(u"/image.png"_s), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.size(), 1, Patience);
        QCOMPARE(fetched.first().first().toInt(), second);
        fetch.cancel(second);
        fetch.cancel(4711);
        fetch.fetch(server.url(u"/image.png"_s), Patience);
        fetch.cancelAll();
        QCOMPARE(fetch.running(), 0);
    }
};

QTEST_GUILESS_MAIN(TestImageFetch)
#include "tst_imagefetch.moc"
