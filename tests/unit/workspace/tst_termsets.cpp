// SPDX-License-Identifier: GPL-3.0-or-later
// What users keep under names of their own: files with any name, and sets of terms.
#include "workspace/Files.h"
#include "workspace/NamedFiles.h"
#include "workspace/TermSets.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::workspace;
using namespace Qt::StringLiterals;
using Existing = NamedFiles::Existing;

namespace {

constexpr auto Terms = R"([{"_termName":"SRP","Money":{"value":4.990,"_currency":"USD"}}])";

QStringList names(const TermSets &sets)
{
    QStringList all;
    for (const TermSet &set : sets.list())
        all << (set.error ? QString(set.name + u'!') : set.name);
    return all;
}

} // namespace

class TestTermSets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("plain") << u"TVOD HD prices"_s << u"TVOD HD prices.json"_s;
        QTest::newRow("letters of the world") << u"Käufe – 映画"_s << u"Käufe – 映画.json"_s;
        QTest::newRow("a slash") << u"HD/UHD"_s << u"HD%2FUHD.json"_s;
        QTest::newRow("per cent") << u"50% off"_s << u"50%25 off.json"_s;
        QTest::newRow("looks encoded") << u"a%2Fb"_s << u"a%252Fb.json"_s;
        QTest::newRow("dots") << u"..x."_s << u"%2E.x%2E.json"_s;
        QTest::newRow("a dot inside") << u"v1.2"_s << u"v1.2.json"_s;
        QTest::newRow("a device") << u"con"_s << u"%63on.json"_s;
        QTest::newRow("nearly a device") << u"cone"_s << u"cone.json"_s;
        QTest::newRow("all that Windows refuses")
            << u"a\\b:c*d?e\"f<g>h|i"_s << u"a%5Cb%3Ac%2Ad%3Fe%22f%3Cg%3Eh%7Ci.json"_s;
        QTest::newRow("a line break") << u"a\nb"_s << u"a%0Ab.json"_s;
        QTest::newRow("an ending") << u"x.json"_s << u"x.json.json"_s;
    }
    void fileNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, file);
        QCOMPARE(NamedFiles::fileNameOf(name), file);
        QCOMPARE(NamedFiles::nameOf(file), name);
        QTemporaryDir folder;
        NamedFiles files(folder.path());
        QVERIFY(files.save(name, "x"));
        QCOMPARE(files.list().front().name, name);
        QCOMPARE(files.read(name).value(), QByteArray("x"));
        QVERIFY(!files.save(name, "y"));
        QVERIFY(files.save(name, "y", Existing::Replace));
        QCOMPARE(files.remove(name).value(), QByteArray("y"));
        QVERIFY(files.list().empty());
    }
    void namesByHand()
    {
        QCOMPARE(NamedFiles::nameOf(u"100%.json"_s), u"100%"_s);
        QCOMPARE(NamedFiles::nameOf(u"a%2fb.JSON"_s), u"a%2fb"_s);
    }

    void namesThatAreRefused()
    {
        QTemporaryDir folder;
        NamedFiles files(folder.path());
        for (const QString &name : QStringList{QString(), u"  "_s, QString(NamedFiles::LongestName + 1, u'x'),
                 QString(QString(60, QChar(0x6620)) + QString(20, u'%'))}) {
            const auto done = files.save(name, "x");
            QVERIFY(!done && !done.error().message.isEmpty() && !done.error().nextStep.isEmpty());
        }
        QVERIFY(!files.save(u"x"_s, QByteArray(NamedFiles::LargestFile + 1, ' ')));
        QVERIFY(files.save(u" HD "_s, "x")); // without the blanks
        QVERIFY(files.contains(u"HD"_s));
        QVERIFY(!files.save(u"hd"_s, "x")); // some disks can't tell them apart
        QVERIFY(files.rename(u"HD"_s, u"hd"_s));
        QCOMPARE(files.list().front().name, u"hd"_s);
    }

    void sets()
    {
        QTemporaryDir home;
        TermSets sets(home.filePath(u"termsets"_s));
        QVERIFY(sets.list().empty());
        QVERIFY(sets.save(u"TVOD B"_s, Terms));
        QVERIFY(sets.save(u"TVOD A"_s, Terms));
        QCOMPARE(names(sets), (QStringList{u"TVOD A"_s, u"TVOD B"_s}));
        QVERIFY(sets.read(u"TVOD A"_s)->contains("4.990"));
        QVERIFY(QFile::exists(home.filePath(u"termsets/TVOD A.json"_s)));
        QVERIFY(!sets.save(u"TVOD A"_s, Terms));
        QVERIFY(sets.save(u"TVOD A"_s, R"([{"_termName":"Tier","Text":"x"}])", Existing::Replace));
        QVERIFY(sets.read(u"TVOD A"_s)->contains("Tier"));
        QVERIFY(!sets.rename(u"TVOD A"_s, u"TVOD B"_s));
        QVERIFY(!sets.rename(u"TVOD C"_s, u"TVOD D"_s));
        QVERIFY(sets.rename(u"TVOD A"_s, u"A/B"_s));
        QCOMPARE(names(sets), (QStringList{u"A/B"_s, u"TVOD B"_s}));
        const auto gone = sets.remove(u"A/B"_s);
        QVERIFY(gone);
        QVERIFY(!sets.read(u"A/B"_s) && !sets.remove(u"A/B"_s));
        QVERIFY(sets.restore(u"A/B"_s, *gone));
        QVERIFY(sets.read(u"A/B"_s)->contains("Tier"));
    }

    void whatIsNoSet_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("[{");
        QTest::newRow("an empty list") << QByteArray("[]");
        QTest::newRow("an object") << QByteArray("{}");
        QTest::newRow("other items") << QByteArray("[1]");
        QTest::newRow("a term without a name") << QByteArray("[{\"Text\":\"x\"}]");
    }
    /// It isn't saved; where somebody put it there it is listed, can't be applied, and stays.
    void whatIsNoSet()
    {
        QFETCH(QByteArray, text);
        QTemporaryDir folder;
        TermSets sets(folder.path());
        const auto saved = sets.save(u"x"_s, text);
        QVERIFY(!saved && !saved.error().nextStep.isEmpty());
        QVERIFY(saveFile(folder.filePath(u"x.json"_s), text));
        QCOMPARE(names(sets), QStringList{u"x!"_s});
        QCOMPARE(sets.list().front().terms, text);
        QVERIFY(!sets.read(u"x"_s));
        QVERIFY(sets.rename(u"x"_s, u"y"_s));
        QCOMPARE(sets.remove(u"y"_s).value(), text);
        QVERIFY(sets.restore(u"y"_s, text));
        QCOMPARE(readFile(folder.filePath(u"y.json"_s)).value(), text);
    }

    void aFolderThatCantBe()
    {
        QTemporaryDir folder;
        QVERIFY(saveFile(folder.filePath(u"file"_s), "x"));
        TermSets sets(folder.filePath(u"file/termsets"_s));
        const auto saved = sets.save(u"x"_s, Terms);
        QVERIFY(!saved && !saved.error().nextStep.isEmpty());
        QVERIFY(sets.list().empty());
    }

    void inTheHomeFolder()
    {
        QTemporaryDir home;
        qputenv("MARQUEE_HOME", home.path().toUtf8());
        TermSets sets;
        QVERIFY(sets.save(u"x"_s, Terms));
        QVERIFY(QFile::exists(home.filePath(u"termsets/x.json"_s)));
        qunsetenv("MARQUEE_HOME");
    }
};

QTEST_GUILESS_MAIN(TestTermSets)
#include "tst_termsets.moc"
