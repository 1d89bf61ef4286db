// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to look through in a workspace, and how what was found is handed over.
#include "unit/rules/Fixture.h"

#include "workspace/FolderSources.h"
#include "workspace/Handover.h"
#include "workspace/OpenDocuments.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace Qt::StringLiterals;
using workspace::FolderSource;

namespace {

QString write(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder.filePath(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written.", qPrintable(path));
    return QFileInfo(path).canonicalFilePath();
}

QStringList names(const std::vector<FolderSource> &sources)
{
    QStringList all;
    for (const FolderSource &source : sources)
        all << source.name + (source.text ? u" (open)"_s : QString());
    return all;
}

bool goesOn()
{
    return true;
}

} // namespace

class TestFolderSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAndWhatIsOpen()
    {
        const QTemporaryDir folder;
        const QTemporaryDir elsewhere;
        write(folder, u"a.json"_s, "{}");
        const QString inside = write(folder, u"season/b.json"_s, "{\"saved\":1}");
        const QString outside = write(elsewhere, u"c.json"_s, "{}");
        workspace::OpenDocuments documents(test::rulebook());
        QSignalSpy opened(&documents, &workspace::OpenDocuments::opened);
        documents.open(inside);
        documents.open(outside);
        documents.take("{\"new\":1}", workspace::OpenDocument::Origin::Pasted, u"new"_s);
        QTRY_COMPARE(opened.count(), 3);
        QVERIFY(documents.find(inside)->apply(payload::Edit::set(payload::Pointer().child("saved"), "2")));

        const auto sources = workspace::sourcesOf(folder.path(), workspace::openSources(documents), goesOn);
        QCOMPARE(names(sources.all).mid(0, 2), (QStringList{u"a"_s, u"season/b (open)"_s}));
        QCOMPARE(sources.all.size(), 4U);
        QVERIFY(names(sources.all).contains(u"c (open)"_s) && names(sources.all).contains(u"new (open)"_s));
        QVERIFY(!sources.isCut);
        QCOMPARE(*workspace::bytesOf(sources.all[0], 10), QByteArray("{}"));
        QCOMPARE(*workspace::bytesOf(sources.all[1], 10), QByteArray("{\"saved\":2}")); // as it stands
        QCOMPARE(sources.all[1].document.data(), documents.find(inside));
    }

    void withoutAFolder()
    {
        workspace::OpenDocuments documents(test::rulebook());
        QVERIFY(workspace::sourcesOf({}, workspace::openSources(documents), goesOn).all.empty());
    }

    void tooLargeAndGone()
    {
        const QTemporaryDir folder;
        FolderSource source{write(folder, u"a.json"_s, "12345"), u"a"_s, std::nullopt, nullptr, 5};
        QVERIFY(workspace::bytesOf(source, 5));
        const auto large = workspace::bytesOf(source, 4);
        QVERIFY(!large && large.error().code == Error::Code::TooLarge);
        QFile::remove(source.path);
        QCOMPARE(workspace::bytesOf(source, 5).error().code, Error::Code::NotFound);
    }

    void handsOver()
    {
        int woken = 0;
        workspace::Handover<int, QString> handover([&woken] { ++woken; });
        std::vector<int> found{1, 2};
        handover.tell(u"one"_s, found, false);
        QVERIFY(found.empty());
        found = {3};
        handover.tell(u"two"_s, found, false);
        QCOMPARE(woken, 1); // once for however much waits
        auto taken = handover.take();
        QCOMPARE(taken.found, (std::vector<int>{1, 2, 3}));
        QCOMPARE(taken.state, u"two"_s);
        QVERIFY(!taken.isDone);
        handover.tell(u"end"_s, found, true);
        QCOMPARE(woken, 2);
        taken = handover.take();
        QVERIFY(taken.found.empty() && taken.isDone);
        QVERIFY(!handover.isUnwanted());
        handover.abandon();
        QVERIFY(handover.isUnwanted());
    }
};

QTEST_GUILESS_MAIN(TestFolderSources)
#include "tst_foldersources.moc"
