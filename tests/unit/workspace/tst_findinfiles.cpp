// SPDX-License-Identifier: GPL-3.0-or-later
// What is found in a text, and in a folder of real files.
#include "unit/rules/Fixture.h"

#include "workspace/Files.h"
#include "workspace/FindInFiles.h"
#include "workspace/OpenDocuments.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using workspace::FindHit;
using workspace::FindInFiles;
using workspace::FindMatcher;
using workspace::FindQuery;
using workspace::FoundDocument;
using workspace::OpenDocument;
using workspace::OpenDocuments;

namespace {

constexpr int Patience = 20000;

/// "/pointer|what is marked" a hit; what is marked stands in the text, too.
QStringList hitsOf(const QByteArray &text, const FindQuery &query, int most = 100)
{
    FindMatcher matcher(rulebook(), query);
    QStringList lines;
    for (const FindHit &hit : matcher.find(text, most)) {
        const QString written = QString::fromUtf8(text.mid(hit.offset, hit.length));
        if (hit.text.mid(hit.mark, hit.marked) != written)
            lines << u"marked is "_s + hit.text.mid(hit.mark, hit.marked);
        lines << QString::fromStdString(hit.pointer.toString()) + u'|' + written;
    }
    return lines;
}

} // namespace

class TestFindInFiles : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenDocuments> m_documents;
    std::unique_ptr<FindInFiles> m_find;
    std::vector<FoundDocument> m_found;

    QString path(const QString &name) const { return QFileInfo(m_folder->path()).canonicalFilePath() + u'/' + name; }
    void put(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        if (!workspace::saveFile(path(name), text))
            qFatal("the temporary folder can't be written");
    }
    void search(const QString &typed)
    {
        m_found.clear();
        QSignalSpy finished(m_find.get(), &FindInFiles::finished);
        m_find->start(FindQuery::fromTyped(typed));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
        QVERIFY(!m_find->isRunning());
    }
    QStringList found() const
    {
        QStringList names;
        for (const FoundDocument &document : m_found)
            names << document.name + u' ' + QString::number(document.hits.size());
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_documents = std::make_unique<OpenDocuments>(rulebook(), fixedClock);
        m_find = std::make_unique<FindInFiles>(rulebook(), *m_documents);
        m_find->setFolder(m_folder->path());
        m_found.clear();
        connect(m_find.get(), &FindInFiles::found, this, [this](const std::vector<FoundDocument> &documents) {
            m_found.insert(m_found.end(), documents.begin(), documents.end());
        });
    }
    void cleanup()
    {
        m_find.reset();
        m_documents.reset();
    }

    void typed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("text") << u"night ferry"_s << QStringList() << u"night ferry"_s;
        QTest::newRow("blanks count") << u" ferry "_s << QStringList() << u" ferry "_s;
        QTest::newRow("field") << u"LicenseType = SVOD"_s << QStringList{u"LicenseType"_s} << u"SVOD"_s;
        QTest::newRow("no blanks") << u"LicenseType=SVOD"_s << QStringList{u"LicenseType"_s} << u"SVOD"_s;
        QTest::newRow("steps") << u"/Territory/country = US"_s << QStringList{u"Territory"_s, u"country"_s} << u"US"_s;
        QTest::newRow("words") << u"Licence type = SVOD"_s << QStringList{u"Licence type"_s} << u"SVOD"_s;
        QTest::newRow("there at all") << u"End ="_s << QStringList{u"End"_s} << QString();
        QTest::newRow("quoted value") << u"End = \"a = b\""_s << QStringList{u"End"_s} << u"a = b"_s;
        QTest::newRow("quoted text") << u"\"a = b\""_s << QStringList() << u"a = b"_s;
        QTest::newRow("a quotation mark alone") << u"\""_s << QStringList() << u"\""_s;
        QTest::newRow("no name") << u"= b"_s << QStringList() << u"= b"_s;
        QTest::newRow("not a name") << u"4:3 = wide"_s << QStringList() << u"4:3 = wide"_s;
    }
    void typed()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, field);
        QFETCH(QString, text);
        const FindQuery query = FindQuery::fromTyped(typed);
        QCOMPARE(query.field, field);
        QCOMPARE(query.text, text);
    }

    void matches_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<FindQuery>("query");
        QTest::addColumn<QStringList>("hits");
        const auto text = [](const QString &words, bool matchCase = false, bool whole = false) {
            return FindQuery{words, matchCase, whole, {}};
        };
        const auto field = [](const QStringList &names, const QString &value) {
            return FindQuery{value, false, false, names};
        };
        QTest::newRow("value") << QByteArray("{\"a\":\"night ferry\"}") << text(u"FERRY"_s)
                               << QStringList{u"/a|ferry"_s};
        QTest::newRow("case") << QByteArray("{\"a\":\"Ferry ferry\"}") << text(u"ferry"_s, true)
                              << QStringList{u"/a|ferry"_s};
        QTest::newRow("name") << QByteArray("{\"ferry\":{\"x\":1}}") << text(u"fer"_s) << QStringList{u"/ferry|fer"_s};
        QTest::newRow("name and value") << QByteArray("[{\"ab\":\"ab\"}]") << text(u"ab"_s)
                                        << QStringList{u"/0/ab|ab"_s, u"/0/ab|ab"_s};
        QTest::newRow("number") << QByteArray("{\"a\":4.90}") << text(u"4.9"_s) << QStringList{u"/a|4.9"_s};
        QTest::newRow("literal") << QByteArray("{\"a\":true}") << text(u"true"_s) << QStringList{u"/a|true"_s};
        QTest::newRow("not what is around") << QByteArray("{\"a\": 1 }") << text(u"\":"_s) << QStringList();
        QTest::newRow("escaped é") << QByteArray("{\"a\":\"caf\\u00e9 x\"}") << text(u"é"_s)
                                   << QStringList{u"/a|\\u00e9"_s};
        QTest::newRow("written é") << QByteArray("{\"a\":\"caf\xC3\xA9 x\"}") << text(u"É x"_s)
                                   << QStringList{u"/a|é x"_s};
        QTest::newRow("é in a name") << QByteArray("{\"caf\\u00e9\":1}") << text(u"café"_s)
                                     << QStringList{u"/café|caf\\u00e9"_s};
        QTest::newRow("behind escapes") << QByteArray("{\"a\":\"\\\"\\\\\\ud83d\\ude00 end\"}") << text(u"end"_s)
                                        << QStringList{u"/a|end"_s};
        QTest::newRow("a pair") << QByteArray("{\"a\":\"x\\ud83d\\ude00y\"}") << text(u"😀y"_s)
                                << QStringList{u"/a|\\ud83d\\ude00y"_s};
        QTest::newRow("line break in a value")
            << QByteArray("{\"a\":\"one\\ntwo\"}") << text(u"one\ntwo"_s) << QStringList{u"/a|one\\ntwo"_s};
        QTest::newRow("an escape isn't its letters") << QByteArray("{\"a\":\"\\n\"}") << text(u"n"_s) << QStringList();
        QTest::newRow("twice") << QByteArray("{\"a\":\"aa aa\"}") << text(u"aa"_s)
                               << QStringList{u"/a|aa"_s, u"/a|aa"_s};
        QTest::newRow("whole words") << QByteArray("{\"a\":\"US AUS US1 US-x\"}") << text(u"us"_s, false, true)
                                     << QStringList{u"/a|US"_s, u"/a|US"_s};
        QTest::newRow("whole words, umlaut beside")
            << QByteArray("{\"a\":\"\xC3\xBCus\"}") << text(u"us"_s, false, true) << QStringList();
        QTest::newRow("doubled name") << QByteArray("{\"a\":\"x\",\"a\":\"y\"}") << text(u"y"_s)
                                      << QStringList{u"/a|y"_s};
        QTest::newRow("one scalar") << QByteArray("\"ferry\"") << text(u"err"_s) << QStringList{u"|err"_s};
        QTest::newRow("malformed") << QByteArray("{ night\n ferry \"x") << text(u"FERRY"_s) << QStringList{u"|ferry"_s};
        QTest::newRow("in XML") << QByteArray("<a b='night ferry'><c>Ferry <![CDATA[x]]></c></a>") << text(u"ferry"_s)
                                << QStringList{u"/a/@b|ferry"_s, u"/a/c|Ferry <![CDATA[x]]>"_s};
        QTest::newRow("an element's name") << QByteArray("<a><ferry/></a>") << text(u"ferry"_s) << QStringList{u"/a/ferry|ferry"_s};
        QTest::newRow("in CDATA") << QByteArray("<a><![CDATA[a ferry]]></a>") << text(u"ferry"_s) << QStringList{u"/a|ferry"_s};
        QTest::newRow("an entity is what it stands for") << QByteArray("<a>x &amp; y</a>") << text(u"& y"_s) << QStringList{u"/a|x &amp; y"_s};
        QTest::newRow("an entity isn't its letters") << QByteArray("<a>x &amp; y</a>") << text(u"amp"_s) << QStringList();
        QTest::newRow("not in a comment") << QByteArray("<a><!-- ferry --></a>") << text(u"ferry"_s) << QStringList();
        QTest::newRow("a field of XML") << QByteArray("<Ps><P i='1'><Hall>H1</Hall></P><P i='2'><Hall>H2</Hall></P></Ps>")
                                        << field({u"Hall"_s}, u"h2"_s) << QStringList{u"/Ps/P/1/Hall|<Hall>H2</Hall>"_s};
        QTest::newRow("nothing") << QByteArray("{\"a\":\"b\"}") << text(u"ferry"_s) << QStringList();
        QTest::newRow("empty") << QByteArray("{\"a\":\"b\"}") << text({}) << QStringList();

        const QByteArray some = avail(window());
        QTest::newRow("field") << some << field({u"LicenseType"_s}, u"vod"_s)
                               << QStringList{u"/avail/Transaction/0/LicenseType|\"VOD\""_s};
        QTest::newRow("whole value only") << some << field({u"LicenseType"_s}, u"vo"_s) << QStringList();
        QTest::newRow("star") << some << field({u"Start"_s}, u"2027*"_s)
                              << QStringList{u"/avail/Transaction/0/Start|\"2027-01-01T00:00:00Z\""_s};
        QTest::newRow("a full stop is one") << some << field({u"Start"_s}, u"2027.*"_s) << QStringList();
        QTest::newRow("steps") << some << field({u"Territory"_s, u"country"_s}, u"US"_s)
                               << QStringList{u"/avail/Transaction/0/Territory/0/country|\"US\""_s};
        QTest::newRow("the object around") << some << field({u"Territory"_s}, u"US"_s)
                                           << QStringList{u"/avail/Transaction/0/Territory/0/country|\"US\""_s};
        QTest::newRow("not further out") << some << field({u"Transaction"_s}, u"US"_s) << QStringList();
        QTest::newRow("wrong steps") << some << field({u"Terms"_s, u"country"_s}, u"US"_s) << QStringList();
        QTest::newRow("number as written") << some << field({u"Money"_s}, u"4.99"_s)
                                           << QStringList{u"/avail/Transaction/0/Terms/0/Money/value|4.99"_s};
        QTest::newRow("the catalogue's words")
            << some << field({u"avail id"_s}, u"NF-1"_s) << QStringList{u"/avail/ALID|\"NF-1\""_s};
        QTest::newRow("in a list of texts")
            << QByteArray("{\"a\":[\"x\",\"y\"]}") << field({u"a"_s}, u"y"_s) << QStringList{u"/a/1|\"y\""_s};
        QTest::newRow("there at all") << QByteArray("{\"a\":{\"End\":1},\"b\":{\"End\":{\"c\":2}}}")
                                      << field({u"End"_s}, {}) << QStringList{u"/a/End|1"_s, u"/b/End|\"End\":{"_s};
        QTest::newRow("no field in a text") << QByteArray("{ a = b") << field({u"a"_s}, u"b"_s) << QStringList();
    }
    void matches()
    {
        QFETCH(QByteArray, text);
        QFETCH(FindQuery, query);
        QFETCH(QStringList, hits);
        QCOMPARE(hitsOf(text, query), hits);
    }

    void placeAndLine()
    {
        FindMatcher matcher(rulebook(), FindQuery::fromTyped(u"End = *"_s));
        const QByteArray text = avail(window()).replace("\"End\"", "\n\t  \"End\"");
        const auto hits = matcher.find(text, 10);
        QCOMPARE(hits.size(), std::size_t(1));
        QCOMPARE(hits[0].line, std::uint32_t(2));
        QCOMPARE(hits[0].place, u"Window w1 › End"_s);
        QVERIFY(hits[0].text.startsWith(u"\"End\":\"2028"_s)); // without the blanks before it
        QVERIFY(hits[0].text.size() < 260);
    }

    void longLinesAreCut()
    {
        const QByteArray text
            = "{\"a\":\"" + QByteArray("ä").repeated(5000) + "ferry" + QByteArray("ö").repeated(5000) + "\"}";
        QCOMPARE(hitsOf(text, {u"ferry"_s, false, false, {}}), QStringList{u"/a|ferry"_s});
        FindMatcher matcher(rulebook(), {u"ferry"_s, false, false, {}});
        const QString line = matcher.find(text, 1).front().text;
        QVERIFY(line.size() < 200);
        QVERIFY(line.startsWith(u"…ä"_s) && line.endsWith(u"ö…"_s));
        QVERIFY(!line.contains(QChar::ReplacementCharacter));
    }

    void mostHits() { QCOMPARE(hitsOf("[\"aaaa\",\"aa\"]", {u"a"_s, false, false, {}}, 3).size(), 3); }

    void inFiles()
    {
        put(u"b ü.json"_s, avail(window()));
        put(u"a/x.json"_s, avail(window({{"LicenseType", "\"SVOD\""}})));
        put(u"c.json"_s, "{ broken SVOD");
        put(u"d.txt"_s, "SVOD");
        search(u"svod"_s);
        QCOMPARE(found(), (QStringList{u"a/x 1"_s, u"c 1"_s}));
        QCOMPARE(m_found[0].path, path(u"a/x.json"_s));
        QVERIFY(m_found[1].hits[0].place.isEmpty());
        QCOMPARE(m_find->state().documents, 3);
        QCOMPARE(m_find->state().looked, 3);
        QCOMPARE(m_find->state().found, 2);
        QCOMPARE(m_find->state().hits, 2);
        search(u"LicenseType = VOD"_s);
        QCOMPARE(found(), QStringList{u"b ü 1"_s});
        search(u"nowhere at all"_s);
        QVERIFY(found().isEmpty());
        m_find->setFolder(u"/no/such/folder"_s);
        search(u"svod"_s);
        QVERIFY(found().isEmpty());
    }

    void openDocumentsAsTheyStand()
    {
        put(u"a.json"_s, avail(window()));
        put(u"b.json"_s, avail(window()));
        QSignalSpy opened(m_documents.get(), &OpenDocuments::opened);
        m_documents->open(path(u"a.json"_s));
        m_documents->take("{\"title\":\"Night Ferry\"}", OpenDocument::Origin::Pasted, u"pasted"_s);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 2, Patience);
        OpenDocument *document = m_documents->find(path(u"a.json"_s));
        QVERIFY(document->apply(Edit::set(*Pointer::parse("/avail/ALID"), "\"UNSAVED\"")).value());
        search(u"unsaved"_s);
        QCOMPARE(found(), QStringList{u"a 1"_s});
        QCOMPARE(m_found[0].document.data(), document);
        search(u"night ferry"_s);
        QCOMPARE(found(), (QStringList{u"a 1"_s, u"b 1"_s, u"pasted 1"_s}));
        QVERIFY(m_found[2].path.isEmpty());
        document->editText("{ half a ferry"); // as it stands
        search(u"half a"_s);
        QCOMPARE(found(), QStringList{u"a 1"_s});
        m_find->setFolder({});
        search(u"ferry"_s);
        QStringList unordered = found(); // as they were opened, which two threads did
        unordered.sort();
        QCOMPARE(unordered, (QStringList{u"a 1"_s, u"pasted 1"_s}));
    }

    void bounded()
    {
        QByteArray text = "[\"x\"";
        for (int i = 0; i < 3000; ++i)
            text += ",\"x\"";
        for (int i = 0; i < 5; ++i)
            put(u"f%1.json"_s.arg(i), text + ']');
        search(u"x"_s);
        QCOMPARE(m_find->state().hits, FindInFiles::MostHits);
        QVERIFY(m_find->state().isCut);
        QCOMPARE(found(), (QStringList{u"f0 3001"_s, u"f1 3001"_s, u"f2 3001"_s, u"f3 997"_s}));
    }

    void cancelAndAnew()
    {
        for (int i = 0; i < 300; ++i)
            put(u"f%1.json"_s.arg(i), avail(window()));
        QSignalSpy finished(m_find.get(), &FindInFiles::finished);
        m_find->start(FindQuery::fromTyped(u"ferry"_s));
        QVERIFY(m_find->isRunning());
        m_find->cancel();
        QCOMPARE(finished.size(), 1);
        QVERIFY(m_find->state().isCancelled);
        QVERIFY(!m_find->isRunning());
        m_find->cancel(); // nothing to do
        QCOMPARE(finished.size(), 1);
        m_find->start(FindQuery::fromTyped(u"ferry"_s));
        search(u"nowhere"_s); // in the place of that one
        QVERIFY(m_found.empty());
        QCOMPARE(m_find->state().looked, 300);
    }
};

QTEST_GUILESS_MAIN(TestFindInFiles)
#include "tst_findinfiles.moc"
