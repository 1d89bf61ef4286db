// SPDX-License-Identifier: GPL-3.0-or-later
// Over every file of tests/data/replies: read or refused as it is said here, summarised, and queried in all languages.
#include "query/Query.h"
#include "unit/summary/Told.h"

#include <QDir>

#include <algorithm>

using namespace marquee;
using namespace marquee::tests;
using namespace Qt::StringLiterals;

class TestReplies : public QObject
{
    Q_OBJECT

private:
    struct Known
    {
        const char *file;
        const char *kind; ///< null where it can't be read
        Error::Code code = Error::Code::Internal;
    };
    static const std::vector<Known> &known()
    {
        static const std::vector<Known> files{
            {"avail-reply.json", "avail-reply"},
            {"avail-reply-flawed.json", "avail-reply"},
            {"batch.json", "batch"},
            {"batch-reply.json", "batch-reply"},
            {"blanks.json", nullptr, Error::Code::Malformed},
            {"bom.json", "production-ids"},
            {"callback.xml", "callback"},
            {"doubled-names.json", "production-reply"},
            {"empty.json", nullptr, Error::Code::Malformed},
            {"entity.xml", nullptr, Error::Code::UsesEntities},
            {"forbidden.json", "unknown"},
            {"half-character.json", nullptr, Error::Code::NotUtf8},
            {"html.html", nullptr, Error::Code::UsesEntities},
            {"ids.json", "production-ids"},
            {"latin1.json", nullptr, Error::Code::NotUtf8},
            {"nul.json", nullptr, Error::Code::Malformed},
            {"nul-only.json", nullptr, Error::Code::Malformed},
            {"numbers.json", "unknown"},
            {"other.xml", "unknown"},
            {"performances.xml", "performance"},
            {"plain.txt", nullptr, Error::Code::Malformed},
            {"productions.json", "production-reply"},
            {"productions-flawed.json", "production-reply"},
            {"productions-none.json", "production-reply"},
            {"query-ids.json", "production-query"},
            {"query-venue.json", "production-query"},
            {"reply.json", "reply"},
            {"reply-rejected.json", "reply"},
            {"scalar.json", "unknown"},
            {"truncated.json", nullptr, Error::Code::Malformed},
            {"two.json", nullptr, Error::Code::Malformed},
            {"utf16.json", nullptr, Error::Code::NotUtf8},
            {"xhtml.html", "unknown"},
        };
        return files;
    }

    /// Nothing of this may crash, whatever the document is; nor may a right query be refused.
    static void askAll(const payload::Document &document)
    {
        for (const char *query : {"$", "$..*", "$..id", "$[?@.id]", "$..[?@.id == 7 || length(@) > 3]",
                 "$..[?search(@, 'Ferry')]", "$..[-1:0:-1]", "$.avail.Transaction[0].Start"}) {
            const auto found = query::select(document, QString::fromUtf8(query));
            QVERIFY2(found, query);
            for (const payload::Path &path : found->places) {
                QVERIFY(document.at(path));
                const auto again = query::select(document, query::normalizedPath(document, path));
                QVERIFY(again && std::find(again->places.begin(), again->places.end(), path) != again->places.end());
            }
        }
        if (!document.isXml()) {
            QVERIFY(query::select(document, u"/avail/ALID"_s));
            return;
        }
        for (const char *query : {"//*", "//@*", "//text()", "count(//*)", "string(/)", "//*[not(*)]"})
            QVERIFY2(query::select(document, QString::fromUtf8(query)), query);
    }

private Q_SLOTS:
    void everyFileIsNamed()
    {
        QStringList named{u"README.md"_s};
        for (const Known &one : known())
            named << QString::fromUtf8(one.file);
        QStringList there = QDir(QStringLiteral(MARQUEE_TEST_DATA "/replies")).entryList(QDir::Files, QDir::Name);
        named.sort();
        there.sort();
        QCOMPARE(there, named);
        const QString readme = QString::fromUtf8(replyBytes(u"README.md"_s));
        for (const QString &file : there)
            QVERIFY2(file == u"README.md"_s || readme.contains(QString(u"| "_s + file + u" |"_s)), qPrintable(file));
    }

    void files_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("code");
        for (const Known &one : known())
            QTest::newRow(one.file) << QString::fromUtf8(one.kind) << static_cast<int>(one.code);
    }

    void files()
    {
        QFETCH(const QString, kind);
        QFETCH(const int, code);
        const auto document = payload::Document::read(replyBytes(QString::fromUtf8(QTest::currentDataTag())));
        QCOMPARE(document.has_value(), !kind.isEmpty());
        if (!document) {
            QCOMPARE(static_cast<int>(document.error().code), code);
            QVERIFY(!document.error().message.isEmpty());
            return;
        }
        const summary::Summary summary = told(**document);
        QCOMPARE(QString(rules::kindName(summary.kind)), kind);
        QVERIFY(!summary.title.isEmpty() && !summary.subtitle.isEmpty());
        QVERIFY(summary.sections.size() >= 2);
        askAll(**document);
    }

    /// Broken off anywhere, a reply is refused with a place inside of it, or it is whole.
    void brokenOff()
    {
        for (const QString &file : {u"avail-reply.json"_s, u"callback.xml"_s}) {
            const QByteArray whole = replyBytes(file).trimmed();
            for (qsizetype length = 0; length < whole.size(); length += 3) {
                const auto document = payload::Document::read(whole.left(length));
                QVERIFY(!document);
                QVERIFY(!document.error().place || document.error().place->offset <= length);
            }
        }
    }

    void deep_data()
    {
        QTest::addColumn<QByteArray>("front");
        QTest::addColumn<QByteArray>("behind");
        QTest::newRow("lists") << QByteArray("[") << QByteArray("]");
        QTest::newRow("objects") << QByteArray("{\"avail\":") << QByteArray("}");
        QTest::newRow("productions") << QByteArray("{\"productionDetails\":[") << QByteArray("]}");
        QTest::newRow("elements") << QByteArray("<Performances>") << QByteArray("</Performances>");
    }

    void deep()
    {
        QFETCH(const QByteArray, front);
        QFETCH(const QByteArray, behind);
        const auto nested = [&](int levels) {
            return payload::Document::read(
                front.repeated(levels) + (front.startsWith('<') ? "x" : "0") + behind.repeated(levels));
        };
        const auto document = nested(
            front.contains('[') && front.size() > 1 ? payload::MaximumDepth / 2 - 1 : payload::MaximumDepth - 1);
        QVERIFY(document);
        told(**document);
        QVERIFY(query::select(**document, u"$..*"_s));
        QVERIFY(query::select(**document, u"$..[?count(@..*) == 1]"_s));
        const auto deeper = nested(100'000);
        QVERIFY(!deeper);
        QCOMPARE(deeper.error().code, Error::Code::TooDeep);
    }
};

QTEST_GUILESS_MAIN(TestReplies)
#include "tst_replies.moc"
