// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures from somewhere in the world: only what is one and small enough is decoded, and words say why the rest isn't.
#include "PictureBytes.h"

#include "production/PictureBox.h"
#include "production/Pictures.h"

#include "gui/FormTest.h"

#include <QThreadPool>

using namespace marquee;
using namespace marquee::production;
using namespace marquee::test;

class TestProductionPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reading_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QSize>("size"); // of what is shown; empty where nothing is
        QTest::addColumn<QString>("problem"); // a part of it

        QTest::newRow("png") << pictureBytes({60, 90}) << QSize(60, 90) << QString();
        QTest::newRow("jpeg") << pictureBytes({60, 90}, "JPG") << QSize(60, 90) << QString();
        QTest::newRow("bmp") << pictureBytes({6, 9}, "BMP") << QSize(6, 9) << QString();
        QTest::newRow("scaled down") << pictureBytes({1920, 480}) << QSize(960, 240) << QString();
        QTest::newRow("as long as may be") << pictureBytes({4096, 2}) << QSize(960, 1) << QString();
        QTest::newRow("a pixel longer") << pictureBytes({4097, 2}) << QSize() << u"too large"_s;
        QTest::newRow("500 MB claimed") << claimingPng(12500, 10000) << QSize() << u"12,500 × 10,000"_s;
        QTest::newRow("nothing") << QByteArray() << QSize() << u"Nothing came"_s;
        QTest::newRow("text") << QByteArray("This is a picture, believe me.") << QSize() << u"isn't a picture"_s;
        QTest::newRow("page") << QByteArray("<!DOCTYPE html><html><img src='a.png'></html>") << QSize()
                              << u"isn't a picture"_s;
        QTest::newRow("drawing with a link") << QByteArray(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><image href=\"/etc/hostname\"/></svg>")
                                             << QSize() << u"isn't a picture"_s;
        QTest::newRow("only the signature") << pictureBytes({60, 90}).first(8) << QSize() << u"damaged"_s;
        QTest::newRow("a header, and nothing after it") << pictureBytes({60, 90}).first(33) << QSize() << u"damaged"_s;
        QTest::newRow("claims more than it has") << claimingPng(4096, 4096) << QSize() << u"damaged"_s;
    }

    void reading()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QSize, size);
        QFETCH(QString, problem);
        const Picture picture = readPicture(bytes);
        QVERIFY2(picture.problem.contains(problem), qPrintable(picture.problem));
        QCOMPARE(picture.problem.isEmpty(), problem.isEmpty());
        QCOMPARE(picture.image.isNull(), size.isEmpty());
        if (!size.isEmpty())
            QCOMPARE(picture.image.size(), size);
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("https") << u"https://images.example/poster.jpg?a=1&b=2"_s << true;
        QTest::newRow("http") << u"http://images.example/poster.jpg"_s << true;
        QTest::newRow("capitals") << u"HTTPS://IMAGES.EXAMPLE/poster.jpg"_s << true;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("script") << u"javascript:alert(1)"_s << false;
        QTest::newRow("data") << u"data:image/png;base64,AAAA"_s << false;
        QTest::newRow("ftp") << u"ftp://images.example/poster.jpg"_s << false;
        QTest::newRow("no host") << u"https:///poster.jpg"_s << false;
        QTest::newRow("relative") << u"/poster.jpg"_s << false;
        QTest::newRow("blank") << u" "_s << false;
        QTest::newRow("nothing") << QString() << false;
    }

    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(bool, isOne);
        QCOMPARE(webAddress(text).has_value(), isOne);
    }

    void waitingForOne()
    {
        const QUrl url(u"https://images.example/a.png"_s);
        Pictures pictures;
        QSignalSpy wanted(&pictures, &Pictures::wanted);
        QSignalSpy changed(&pictures, &Pictures::changed);

        pictures.take(url, pictureBytes({9, 9}), {}); // nobody waits for it
        QCOMPARE(changed.count(), 0);
        pictures.want(url);
        pictures.want(url); // once is enough
        QCOMPARE(wanted.count(), 1);
        pictures.take(url, pictureBytes({9, 9}), {});
        QTRY_COMPARE(pictures.entry(url).state, Pictures::State::Shown);
        pictures.want(url);
        QCOMPARE(wanted.count(), 1);
    }

    void failedOnesCanBeAskedForAgain()
    {
        const QUrl url(u"https://images.example/a.png"_s);
        Pictures pictures;
        pictures.want(url);
        pictures.take(url, {}, u"The server said 404."_s);
        QCOMPARE(pictures.entry(url).state, Pictures::State::Failed);
        QCOMPARE(pictures.entry(url).problem, u"The server said 404."_s);
        pictures.want(url);
        QCOMPARE(pictures.entry(url).state, Pictures::State::Coming);
    }

    void lateOnesDontCount()
    {
        const QUrl url(u"https://images.example/a.png"_s);
        Pictures pictures;
        pictures.want(url);
        pictures.take(url, pictureBytes({9, 9}), {});
        pictures.forget(); // another answer
        pictures.want(url);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(pictures.entry(url).state, Pictures::State::Coming);
    }

    void goneBeforeItIsDecoded()
    {
        auto pictures = std::make_unique<Pictures>();
        const QUrl url(u"https://images.example/a.png"_s);
        pictures->want(url);
        pictures->take(url, pictureBytes({900, 900}), {});
        pictures.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }

    void theFirstAreForgotten()
    {
        Pictures pictures;
        for (int i = 0; i <= Pictures::Most; ++i)
            pictures.want(QUrl(u"https://images.example/%1.png"_s.arg(i)));
        QCOMPARE(pictures.entry(QUrl(u"https://images.example/0.png"_s)).state, Pictures::State::Unasked);
        QCOMPARE(pictures.entry(QUrl(u"https://images.example/1.png"_s)).state, Pictures::State::Coming);
    }

    void theBoxSaysWhatItShows()
    {
        const QUrl url(u"https://images.example/a.png"_s);
        Pictures pictures;
        PictureBox box(pictures, url, {144, 216}, u"Poster"_s);
        QCOMPARE(box.said(), u"Not loaded"_s);
        pictures.want(url);
        QCOMPARE(box.said(), u"Loading…"_s);
        pictures.take(url, "not a picture", {});
        QTRY_VERIFY(box.accessibleDescription().contains(u"isn't a picture"_s));
        pictures.want(url);
        pictures.take(url, pictureBytes({40, 60}, "PNG", Qt::red), {});
        QTRY_COMPARE(box.said(), u"Loaded"_s);
        QCOMPARE(box.grab().toImage().pixelColor(box.width() / 2, box.height() / 2), QColor(Qt::red));
    }
};

QTEST_MAIN(TestProductionPictures)
#include "tst_productionpictures.moc"
