// SPDX-License-Identifier: GPL-3.0-or-later
// Reports to hand on: everything in them escaped, secrets masked.
#include "unit/rules/Fixture.h"

#include "changes/Compare.h"
#include "changes/Report.h"
#include "changes/Words.h"

#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;

namespace {

changes::Comparison described(const QByteArray &before, const QByteArray &after, const changes::Secrecy &secrecy = {})
{
    const auto one = read(before);
    const auto other = read(after);
    auto found = changes::compare(*one, *other);
    changes::describe(found, rulebook(), *one, *other, secrecy);
    return found;
}

changes::ReportInfo info()
{
    return {u"night-ferry.json"_s, u"answer <12:04>"_s, QDateTime(QDate(2027, 3, 14), QTime(9, 0), Qt::UTC), {u"t|t"_s},
        true};
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void htmlIsEscaped()
    {
        const QString page = QString::fromUtf8(changes::toHtml(
            described("{\"<b>\":\"<script>alert('1')</script>\"}", "{\"<b>\":\"\\\"&\\u202e\\u0007\"}"), info()));
        QVERIFY(!page.contains(u"<script"_s));
        QVERIFY(!page.contains(u"<b>"_s));
        QVERIFY(page.contains(u"&lt;script&gt;alert(&#39;1&#39;)"_s));
        QVERIFY(!page.contains(QChar(0x202e)));
        QVERIFY(!page.contains(QChar(7)));
        QVERIFY(page.contains(u"answer &lt;12:04&gt;"_s));
        QVERIFY(page.contains(u"prefers-color-scheme:dark"_s));
        QVERIFY(!page.contains(u"http"_s)); // it needs nothing else
        QVERIFY(page.contains(u"2027-03-14T09:00:00Z"_s));
        QVERIFY(page.contains(u"1 difference(s): 0 added, 0 removed, 1 changed."_s)
            || page.contains(u"1 difference: 0 added, 0 removed, 1 changed."_s));
    }

    void markdownIsEscaped()
    {
        const QString text = QString::fromUtf8(
            changes::toMarkdown(described("{\"a|b\":\"`x` | *y*\\n# z\"}", "{\"a|b\":\"<img>\",\"c\":1}"), info()));
        QVERIFY2(text.contains(u"| Changed | a\\|b | \\`x\\` \\| \\*y\\* \\# z | &lt;img\\> |"_s), qPrintable(text));
        QVERIFY2(text.contains(u"| Added | c |  | 1 |"_s), qPrintable(text));
        QVERIFY(text.contains(u"t\\|t"_s));
        for (const QString &line : text.split(u'\n')) {
            if (line.startsWith(u'|'))
                QCOMPARE(QString(line).remove(u"\\|"_s).count(u'|'), 5);
        }
    }

    void nothingDiffers()
    {
        const auto same = described("[1]", "[1]");
        QVERIFY(changes::toHtml(same, info()).contains("Both say the same."));
        QVERIFY(!changes::toHtml(same, info()).contains("<table"));
        QVERIFY(changes::toMarkdown(same, {}).contains("Both say the same."));
    }

    void secrets_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("changed") << QByteArray("{\"apiKey\":\"hush-1\"}") << QByteArray("{\"apiKey\":\"hush-2\"}");
        QTest::newRow("added") << QByteArray("{}") << QByteArray("{\"password\":\"hush-1\"}");
        QTest::newRow("inside of what was added")
            << QByteArray("{}") << QByteArray("{\"login\":{\"user\":\"u\",\"access_token\":\"hush-1\"}}");
        QTest::newRow("below") << QByteArray("{\"secret\":{\"a\":[\"hush-1\"]}}")
                               << QByteArray("{\"secret\":{\"a\":[\"hush-2\"]}}");
        QTest::newRow("only order differs in it")
            << QByteArray("[{\"token\":\"hush-1\"}]") << QByteArray("[{\"token\":[\"hush-1\"]}]");
        QTest::newRow("known ones, anywhere")
            << QByteArray("{\"note\":\"it is hush-1\"}") << QByteArray("{\"note\":\"hush-1\"}");
        QTest::newRow("an attribute") << QByteArray("<a password=\"hush-1\"/>")
                                      << QByteArray("<a password=\"hush-2\"/>");
    }

    void secrets()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const changes::Secrecy secrecy{
            changes::isSecretName, [](const QString &text) { return QString(text).replace(u"hush-1"_s, u"***"_s); }};
        const auto found = described(before, after, secrecy);
        QVERIFY(found.total() > 0);
        QVERIFY(!changes::toHtml(found, info()).contains("hush"));
        QVERIFY(!changes::toMarkdown(found, info()).contains("hush"));
        QVERIFY(changes::toHtml(found, info()).contains("***"));
        QVERIFY(changes::toHtml(described(before, after), info()).contains("hush"));
    }

    void secretNames_data()
    {
        QTest::addColumn<bool>("secret");
        for (const char *name : {"password", "apiKey", "x-api-key", "ATOM_KEY", "accessToken", "clientSecret",
                 "Authorization", "@password", "credentials"})
            QTest::newRow(name) << true;
        for (const char *name :
            {"key", "keywords", "keyArt", "monkey", "ALID", "_TransactionID", "passport", "tokens", "", "Keys"})
            QTest::newRow(name) << false;
    }

    void secretNames()
    {
        QFETCH(bool, secret);
        QCOMPARE(changes::isSecretName(QTest::currentDataTag()), secret);
    }

    void longLists()
    {
        const auto one = read("[1,2,3]");
        const auto other = read("[4,5,6]");
        changes::Options options;
        options.most = 2;
        auto found = changes::compare(*one, *other, options);
        changes::describe(found, rulebook(), *one, *other);
        QVERIFY(changes::toHtml(found, info()).contains("The first 2 are listed."));
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
