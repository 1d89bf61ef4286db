// SPDX-License-Identifier: GPL-3.0-or-later
// readCallback: the zoo of what partners may post.
#include "callbacks/CallbackReader.h"
#include "payload/Document.h"

#include <QFile>
#include <QTest>

using namespace marquee;
using namespace marquee::callbacks;
using namespace Qt::StringLiterals;

namespace {

QByteArray file(const QString &name)
{
    QFile file(QStringLiteral(MARQUEE_TEST_DATA) + u"/callbacks/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "entity/id@site status(code) !errors ?warnings", one a line: short enough for a table.
QString summary(const Callback &callback)
{
    QStringList lines{callback.supplier + u'#' + callback.sequence};
    for (const Response &response : callback.responses) {
        QString line = response.entity + u'/' + response.id + u'@' + response.siteId + u' '
            + (nameOf(response.verdict).isEmpty() ? u"unclear"_s : nameOf(response.verdict)) + u'('
            + QString::number(response.code) + u')';
        for (const Remark &error : response.errors)
            line += u" !"_s + error.text;
        for (const Remark &warning : response.warnings)
            line += u" ?"_s + warning.text;
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace

class TestCallbackReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zoo_data()
    {
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QString &says) { QTest::newRow(name) << says; };
        row("documented.xml",
            u"SUP-01#1001\nPerformance/P-1@S-1 ok(-1) ?DistributorPercentage is above 100\n"
            "Performance/P-2@S-1 error(101) !101 Invalid entity: Date !102: Time"_s);
        row("other-case.xml", u"SUP-01#1001\nPERFORMANCE/P-1@S-1 ok(-1) ?late"_s);
        row("codes.xml",
            u"SUP-01#1001\nPerformance/A@S-1 ok(0)\nPerformance/B@S-1 error(100)\nPerformance/C@S-1 error(101) !Date\n"
            "Performance/D@S-1 error(102)\nPerformance/E@S-1 error(102) !HallId\nPerformance/F@S-1 unclear(-1)"_s);
        row("bare.xml", u"SUP-01#1001\n/P-1@ error(100) !100 ?slow"_s);
        row("elements.xml", u"SUP-01#1001\nPerformance/P-1@S-1 ok(-1)"_s);
        row("wrapper-with-text.xml", u"SUP-01#1001\n/P-1@S-1 error(101) !101 structure"_s);
        row("prefixed.xml", u"SUP-01#1001\nPerformance/P-1@S-1 ok(-1)"_s);
        row("request-root.xml", u"SUP-01#1001\nPerformance/P-1@S-1 ok(-1)"_s);
        row("nothing-said.xml", u"SUP-01#1001"_s);
    }
    void zoo()
    {
        QFETCH(QString, says);
        const auto callback = readCallback(file(QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY2(callback, callback ? "" : qPrintable(callback.error().message));
        QCOMPARE(summary(*callback), says);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QByteArray &bytes, Error::Code code) {
            QTest::newRow(name) << bytes << static_cast<int>(code);
        };
        row("message", file(u"message.xml"_s), Error::Code::Invalid);
        row("bomb", file(u"bomb.xml"_s), payload::Document::read(QByteArray("<!DOCTYPE a><a/>")).error().code);
        row("broken", file(u"broken.xml"_s), Error::Code::Malformed);
        row("latin", file(u"latin.xml"_s), Error::Code::NotUtf8);
        row("another root", "<Responses><Response id=\"P-1\"><Status>ok</Status></Response></Responses>",
            Error::Code::Invalid);
        row("JSON", "{\"ShowTimeAnalyticsResponse\":{}}", Error::Code::Invalid);
        row("nothing", "", Error::Code::Malformed);
        row("a page", "<!doctype html><title>x</title>", Error::Code::Malformed);
    }
    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        const auto callback = readCallback(bytes);
        QVERIFY(!callback);
        QCOMPARE(static_cast<int>(callback.error().code), code);
        QVERIFY(!callback.error().message.isEmpty());
    }

    void placesLeadBack()
    {
        const auto document = payload::Document::read(file(u"documented.xml"_s)).value();
        const Callback callback = readCallback(*document).value();
        QCOMPARE(callback.responses.size(), std::size_t{2});
        for (const Response &response : callback.responses)
            QCOMPARE(QString::fromStdString(document->find(response.place).member("@id").string()), response.id);
    }

    void wordsOfCodes()
    {
        QCOMPARE(wordsOf({101, u"101 Invalid entity"_s}), u"101 Invalid entity"_s);
        QVERIFY(wordsOf({100, u"100"_s}).size() > 10);
        QVERIFY(wordsOf({102, {}}).startsWith(u"102: "_s));
        QCOMPARE(wordsOf({7, u"7"_s}), u"7"_s);
        QVERIFY(meaningOf(7).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCallbackReader)
#include "tst_callbackreader.moc"
