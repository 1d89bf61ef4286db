// SPDX-License-Identifier: GPL-3.0-or-later
// Rename, duplicate and the bin, with real files.
#include "unit/rules/Fixture.h"

#include "workspace/Files.h"
#include "workspace/FileWork.h"
#include "workspace/FreshIds.h"
#include "workspace/OpenDocuments.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using workspace::FileWork;
using workspace::OpenDocument;
using workspace::OpenDocuments;

namespace {

constexpr int Patience = 20000;

bool permissionsHold()
{
#ifdef Q_OS_UNIX
    return ::geteuid() != 0;
#else
    return false;
#endif
}

} // namespace

class TestFileWork : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenDocuments> m_documents;
    std::unique_ptr<FileWork> m_work;
    QStringList m_taken; ///< ALIDs of the folder

    QString path(const QString &name) const { return QFileInfo(m_folder->path()).canonicalFilePath() + u'/' + name; }
    QString put(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        if (!workspace::saveFile(path(name), text))
            qFatal("the temporary folder can't be written");
        return path(name);
    }
    QByteArray get(const QString &file) const { return workspace::readFile(file).value_or(QByteArray("unreadable")); }
    OpenDocument *open(const QString &file)
    {
        QSignalSpy opened(m_documents.get(), &OpenDocuments::opened);
        m_documents->open(file);
        return QTest::qWaitFor([&] { return !opened.isEmpty(); }, Patience) ? m_documents->find(file) : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        static QTemporaryDir home;
        qputenv("XDG_DATA_HOME", home.path().toUtf8()); // where the bin is
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_documents = std::make_unique<OpenDocuments>(rulebook(), fixedClock);
        m_taken.clear();
        m_work
            = std::make_unique<FileWork>(*m_documents, [this](const QString &alid) { return m_taken.contains(alid); });
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"harbour lights.json"_s << true;
        QTest::newRow("umlauts") << u"Über Öl – größer.json"_s << true;
        QTest::newRow("another script") << u"東京物語.json"_s << true;
        QTest::newRow("200 letters") << QString(200, u'a') << true;
        QTest::newRow("255 bytes") << QString(255, u'a') << true;
        QTest::newRow("256 bytes") << QString(256, u'a') << false;
        QTest::newRow("200 letters of two bytes") << QString(200, u'ä') << false;
        QTest::newRow("full stop inside") << u"a.b.json"_s << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("blanks") << u"   "_s << false;
        QTest::newRow("slash") << u"a/b.json"_s << false;
        QTest::newRow("backslash") << u"a\\b.json"_s << false;
        QTest::newRow("question mark") << u"who?.json"_s << false;
        QTest::newRow("line break") << u"a\nb.json"_s << false;
        QTest::newRow("folder above") << u".."_s << false;
        QTest::newRow("hidden") << u".json"_s << false;
        QTest::newRow("blank behind") << u"a "_s << false;
        QTest::newRow("the workspace's own") << u"Marquee.json"_s << false;
        QTest::newRow("almost the workspace's own") << u"marquee-2.json"_s << true;
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        const auto checked = FileWork::checkName(name);
        QCOMPARE(checked.has_value(), good);
        if (!good) {
            QCOMPARE(checked.error().code, Error::Code::Invalid);
            QVERIFY(!checked.error().message.isEmpty());
            QVERIFY(!checked.error().nextStep.isEmpty());
        }
    }

    void renames_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("to");
        QTest::newRow("without its ending") << u"a.json"_s << u"night ferry"_s << u"night ferry.json"_s;
        QTest::newRow("with its ending") << u"a.json"_s << u"b.json"_s << u"b.json"_s;
        QTest::newRow("another ending") << u"a.json"_s << u"b.txt"_s << u"b.txt.json"_s;
        QTest::newRow("keeps how it is spelled") << u"a.JSON"_s << u"b"_s << u"b.JSON"_s;
        QTest::newRow("blanks around") << u"a.json"_s << u"  Fähre Nr. 7 "_s << u"Fähre Nr. 7.json"_s;
        QTest::newRow("in a folder") << u"season 1/a.json"_s << u"b"_s << u"season 1/b.json"_s;
        QTest::newRow("case only") << u"ferry.json"_s << u"Ferry"_s << u"Ferry.json"_s;
        QTest::newRow("long") << u"a.json"_s << QString(200, u'x') << QString(200, u'x') + u".json"_s;
        QTest::newRow("the same") << u"a.json"_s << u"a"_s << u"a.json"_s;
    }
    void renames()
    {
        QFETCH(QString, from);
        QFETCH(QString, typed);
        QFETCH(QString, to);
        const QString file = put(from, "{}");
        QSignalSpy renamed(m_work.get(), &FileWork::renamed);
        const auto done = m_work->rename(file, typed);
        QVERIFY(done);
        QCOMPARE(*done, path(to));
        QCOMPARE(get(path(to)), "{}");
        QCOMPARE(QFile::exists(file), from == to);
        QCOMPARE(renamed.size(), from == to ? 0 : 1);
    }

    void renameRefuses()
    {
        const QString file = put(u"a.json"_s, "{\"a\":1}");
        put(u"b.json"_s, "{\"b\":1}");
        const auto taken = m_work->rename(file, u"b"_s);
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, Error::Code::Invalid);
        QVERIFY(!taken.error().nextStep.isEmpty());
        QVERIFY(!m_work->rename(file, u"sub/b"_s));
        QVERIFY(!m_work->rename(file, u""_s));
        const auto gone = m_work->rename(path(u"gone.json"_s), u"c"_s);
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, Error::Code::NotFound);
        QCOMPARE(get(file), "{\"a\":1}");
        QCOMPARE(get(path(u"b.json"_s)), "{\"b\":1}");
        if (!permissionsHold())
            QSKIP("whoever runs this may write everywhere");
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner);
        const auto refused = m_work->rename(file, u"c"_s);
        const auto noCopy = m_work->duplicate(put(u"a.json"_s, avail(window())));
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::NotPermitted);
        QVERIFY(!noCopy);
    }

    void anOpenDocumentGoesAlong()
    {
        OpenDocument *document = open(put(u"a.json"_s, avail(window())));
        QVERIFY(document);
        QVERIFY(document->apply(Edit::set(*Pointer::parse("/avail/ALID"), "\"NEW\"")).value());
        QVERIFY(m_work->rename(path(u"a.json"_s), u"b"_s));
        QCOMPARE(document->path(), path(u"b.json"_s));
        QCOMPARE(document->name(), u"b"_s);
        QVERIFY(document->isModified()); // and nothing was saved
        QCOMPARE(m_documents->find(path(u"b.json"_s)), document);
        QVERIFY(get(path(u"b.json"_s)).contains("NF-1"));
    }

    void duplicates()
    {
        // Odd in every way that has to stay: order, digits, escapes, doubled and unknown members, blanks.
        const QByteArray text
            = "\xEF\xBB\xBF{ \"avail\" : {\"Zebra\":9.90,\"ALID\":\"N\\u0046-1\",\r\n\t\"ALID2\":1e400,"
              "\"Transaction\":[ {\"_TransactionID\":\"w1\",\"x\":-0,\"x\":\"w1\"},{\"a\":1},"
              "{\"_TransactionID\":7},{\"_TransactionID\":\"w1\"}]}}\n\n";
        const QString file = put(u"night ferry.json"_s, text);
        QSignalSpy added(m_work.get(), &FileWork::added);
        const auto made = m_work->duplicate(file);
        QVERIFY(made);
        QCOMPARE(made->path, path(u"night ferry-copy.json"_s));
        QCOMPARE(made->alid, u"NF-1-copy"_s);
        QCOMPARE(made->windows, 2);
        QCOMPARE(added.size(), 1);
        QCOMPARE(get(file), text);
        const QByteArray copy = get(made->path);
        const auto document = read(copy);
        const auto windows = document->root().member("avail").member("Transaction");
        const std::string first = windows.at(0).member("_TransactionID").string();
        const std::string last = windows.at(3).member("_TransactionID").string();
        QVERIFY(first != "w1" && last != "w1" && first != last);
        QByteArray back = copy;
        back.replace(QByteArray::fromStdString(first), "w1").replace(QByteArray::fromStdString(last), "w1");
        back.replace("NF-1-copy", "N\\u0046-1");
        QCOMPARE(back, text);
    }

    void theEndingIsFree()
    {
        const QString file = put(u"a.json"_s, avail(window()));
        put(u"a-copy.json"_s, avail(window()));
        m_taken = {u"NF-1-copy-2"_s};
        const auto third = m_work->duplicate(file); // the file, then the ALID is taken
        QVERIFY(third);
        QCOMPARE(third->path, path(u"a-copy-3.json"_s));
        QCOMPARE(third->alid, u"NF-1-copy-3"_s);
        const auto ofCopy = m_work->duplicate(third->path); // not a-copy-3-copy
        QVERIFY(ofCopy);
        QCOMPARE(ofCopy->path, path(u"a-copy-4.json"_s));
        QCOMPARE(ofCopy->alid, u"NF-1-copy-4"_s);
        QVERIFY(open(ofCopy->path));
        QVERIFY(m_documents->find(ofCopy->path)
                    ->apply(Edit::set(*Pointer::parse("/avail/ALID"), "\"NF-1-copy-5\""))
                    .value());
        QCOMPARE(m_work->duplicate(file)->alid, u"NF-1-copy-6"_s); // an open one has it
    }

    void duplicateOfLongNames()
    {
        const auto made = m_work->duplicate(put(QString(250, u'x') + u".json"_s, avail(window())));
        QVERIFY(made);
        QCOMPARE(QFileInfo(made->path).fileName().size(), 255);
        QVERIFY(made->path.endsWith(u"x-copy.json"_s));
        const auto wide = m_work->duplicate(put(QString(124, u'ä') + u".json"_s, avail(window()))); // two bytes each
        QVERIFY(wide);
        QVERIFY(QFileInfo(wide->path).fileName().toUtf8().size() <= FileWork::LongestName);
    }

    void duplicateOfAnOpenDocument()
    {
        OpenDocument *document = open(put(u"a.json"_s, avail(window())));
        QVERIFY(document);
        QVERIFY(document->apply(Edit::set(*Pointer::parse("/avail/ALID"), "\"EDITED\"")).value());
        const auto made = m_work->duplicate(document->path());
        QVERIFY(made);
        QCOMPARE(made->alid, u"EDITED-copy"_s);
        QVERIFY(document->isModified());
        QVERIFY(get(document->path()).contains("NF-1"));
    }

    void duplicateOfABatch()
    {
        const QByteArray put1
            = R"({"id":"i1","path":"/avails/L/partial-extract/transactions/w1","body":)" + avail(window()) + '}';
        const QByteArray put2
            = R"({"id":"i2","path":"/avails/L/partial-extract/transactions/other","body":)" + avail(window()) + '}';
        const QByteArray bare = R"({"id":"i3","path":"/avails/L/partial-extract/transactions/w1"})";
        const auto made
            = m_work->duplicate(put(u"b.json"_s, "{\"requestItems\":[" + put1 + ',' + put2 + ',' + bare + "]}"));
        QVERIFY(made);
        QCOMPARE(made->windows, 2);
        const auto document = read(get(made->path));
        const auto items = document->root().member("requestItems");
        const auto idOf = [&](std::uint32_t i) {
            return items.at(i)
                .member("body")
                .member("avail")
                .member("Transaction")
                .at(0)
                .member("_TransactionID")
                .string();
        };
        QVERIFY(idOf(0) != "w1" && idOf(0) != idOf(1));
        QCOMPARE(items.at(0).member("path").string(), "/avails/L/partial-extract/transactions/" + idOf(0));
        QCOMPARE(items.at(1).member("path").string(), std::string("/avails/L/partial-extract/transactions/other"));
        QCOMPARE(items.at(2).member("path").string(), std::string("/avails/L/partial-extract/transactions/w1"));
        QCOMPARE(workspace::alidsOf(*document), QStringList{u"NF-1-copy"_s});
    }

    void duplicateOfAMessage()
    {
        const QByteArray text = "<ShowTimeAnalytics dataSupplierId=\"S\" messageSequence=\"7\">\n <!-- c -->\n <Performances><Performance id=\"P-1\""
                                " siteId=\"A\"><HallId>H</HallId></Performance></Performances>\n</ShowTimeAnalytics>\n";
        const auto done = m_work->duplicate(put(u"week.xml"_s, text));
        QVERIFY(done);
        QCOMPARE(done->path, path(u"week-copy.xml"_s));
        QCOMPARE(get(done->path), QByteArray(text).replace("\"7\"", "\"\"").replace("P-1", "P-1-copy"));
    }

    void duplicateRefuses()
    {
        const auto malformed = m_work->duplicate(put(u"a.json"_s, "{"));
        QVERIFY(!malformed);
        QCOMPARE(malformed.error().code, Error::Code::Malformed);
        QVERIFY(!malformed.error().nextStep.isEmpty());
        QVERIFY(!QFile::exists(path(u"a-copy.json"_s)));
        QCOMPARE(m_work->duplicate(path(u"gone.json"_s)).error().code, Error::Code::NotFound);
        QVERIFY(m_work->duplicate(put(u"c.json"_s, "[1]"))); // nothing to rename is a plain copy
        QCOMPARE(get(path(u"c-copy.json"_s)), "[1]");
    }

    void bin()
    {
        const QString file = put(u"Fähre 1.json"_s, avail(window()));
        QVERIFY(open(file));
        QSignalSpy removed(m_work.get(), &FileWork::removed);
        const auto binned = m_work->moveToBin(file);
        if (!binned) {
            QVERIFY(QFile::exists(file)); // where there is no bin, nothing goes
            QVERIFY(!binned.error().nextStep.isEmpty());
            QSKIP("this machine has no bin for its temporary folder");
        }
        QVERIFY(!QFile::exists(file));
        QVERIFY(QFile::exists(binned->inBin));
        QCOMPARE(removed.size(), 1);
        QVERIFY(!m_documents->find(file)); // it was closed
        QVERIFY(m_work->putBack(*binned));
        QCOMPARE(get(file), avail(window()));
        QVERIFY(!m_work->putBack(*binned)); // its place is taken
    }

    void theBinRefuses()
    {
        OpenDocument *document = open(put(u"a.json"_s, avail(window())));
        QVERIFY(document);
        QVERIFY(document->apply(Edit::set(*Pointer::parse("/avail/ALID"), "\"NEW\"")).value());
        const auto modified = m_work->moveToBin(document->path());
        QVERIFY(!modified);
        QVERIFY(!modified.error().nextStep.isEmpty());
        QVERIFY(QFile::exists(path(u"a.json"_s)));
        QCOMPARE(m_work->moveToBin(path(u"gone.json"_s)).error().code, Error::Code::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestFileWork)
#include "tst_filework.moc"
