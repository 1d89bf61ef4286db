// SPDX-License-Identifier: GPL-3.0-or-later
// Files and WorkspaceFile: what is read and written, and what stands when that fails.
#include "workspace/Files.h"
#include "workspace/WorkspaceFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace marquee;
using namespace marquee::workspace;
using namespace Qt::StringLiterals;

class TestFiles : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void roundTrip()
    {
        const QByteArray bytes("{\r\n\"a\": 9.90\r\n}\0", 17);
        QVERIFY(saveFile(path(u"a.json"_s), bytes).has_value());
        QCOMPARE(readFile(path(u"a.json"_s)).value(), bytes);
        QVERIFY(saveFile(path(u"a.json"_s), "x").has_value());
        QCOMPARE(readFile(path(u"a.json"_s)).value(), QByteArray("x"));
        QCOMPARE(QDir(m_folder.path()).entryList({u"a.json*"_s}, QDir::Files).size(), 1);
    }

    void notThere()
    {
        const auto read = readFile(path(u"none.json"_s));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, Error::Code::NotFound);
    }

    void aFolder()
    {
        QCOMPARE(readFile(m_folder.path()).error().code, Error::Code::NotAFile);
        QCOMPARE(saveFile(m_folder.path(), "x").error().code, Error::Code::NotAFile);
    }

    void aDeviceStaysOne()
    {
        QCOMPARE(saveFile(u"/dev/null"_s, "x").error().code, Error::Code::NotAFile);
    }

    /// A limit on the size of files stands in for a full disk: the write fails half way.
    void diskFull()
    {
        QVERIFY(saveFile(path(u"full.json"_s), "what stood there").has_value());
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{64 * 1024, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto saved = saveFile(path(u"full.json"_s), QByteArray(1024 * 1024, 'x'));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!saved.has_value());
        QCOMPARE(saved.error().code, Error::Code::WriteFailed);
        QCOMPARE(readFile(path(u"full.json"_s)).value(), QByteArray("what stood there"));
        QCOMPARE(QDir(m_folder.path()).entryList({u"full.json*"_s}, QDir::Files).size(), 1);
    }

    void folderThatIsGone()
    {
        const auto saved = saveFile(path(u"nowhere/a.json"_s), "x");
        QVERIFY(!saved.has_value());
        QVERIFY(!saved.error().nextStep.isEmpty());
    }

    void workspaceFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("rules"); // -1: an error
        QTest::newRow("empty object") << QByteArray("{}") << 0;
        QTest::newRow("rules") << QByteArray("{\"rules\":{\"AV112\":\"off\",\"TM007\":\"error\"},\"more\":1}") << 2;
        QTest::newRow("not JSON") << QByteArray("{") << -1;
        QTest::newRow("rules as a list") << QByteArray("{\"rules\":[1]}") << -1;
        QTest::newRow("a number as severity") << QByteArray("{\"rules\":{\"AV112\":1}}") << -1;
    }
    void workspaceFile()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, rules);
        QVERIFY(saveFile(path(u"marquee.json"_s), text).has_value());
        const auto file = WorkspaceFile::read(m_folder.path());
        QCOMPARE(file ? static_cast<int>(file->rules.size()) : -1, rules);
        QVERIFY(QFile::remove(path(u"marquee.json"_s)));
        QVERIFY(WorkspaceFile::read(m_folder.path()).has_value());
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
