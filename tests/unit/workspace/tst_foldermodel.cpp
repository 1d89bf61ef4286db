// SPDX-License-Identifier: GPL-3.0-or-later
// The folder with real files, and what comes of changing them.
#include "unit/rules/Fixture.h"

#include "workspace/Files.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocument.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using workspace::FolderModel;
using workspace::OpenDocument;

namespace {

constexpr int Patience = 20000;
const QByteArray broken = avail(window({{"End", "\"2026-12-01T00:00:00Z\""}})); // AV101
const QByteArray batch = R"({"requestItems":[]})";

/// "Avails: a, b" for each heading.
QStringList shown(const FolderModel &model)
{
    QStringList lines;
    for (int h = 0; h < model.rowCount(); ++h) {
        const QModelIndex heading = model.index(h, 0);
        QStringList names;
        for (int row = 0; row < model.rowCount(heading); ++row)
            names << model.index(row, 0, heading).data().toString();
        lines << heading.data().toString() + u": "_s + names.join(u", "_s);
    }
    return lines;
}

} // namespace

class TestFolderModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FolderModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    QString path(const QString &name) const { return QFileInfo(m_folder->path()).canonicalFilePath() + u'/' + name; }
    void put(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        if (!workspace::saveFile(path(name), text))
            qFatal("the temporary folder can't be written");
    }
    QModelIndex at(const QString &name) const { return m_model->indexOf(path(name)); }
    int errorsOf(const QString &name) const
    {
        return at(name).isValid() ? at(name).data(FolderModel::ErrorsRole).toInt() : -2;
    }
    void show()
    {
        m_model->setFolder(m_folder->path());
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), Patience);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_model = std::make_unique<FolderModel>(rulebook());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void groups()
    {
        put(u"night-ferry.json"_s, avail(window()));
        put(u"harbour.json"_s, broken);
        put(u"season/one.json"_s, avail(window()));
        put(u"q4.json"_s, batch);
        put(u"got.json"_s, avail(window()).replace("{\"avail\"", "{\"success\":true,\"avail\""));
        put(u"notes.json"_s, "{");
        put(u"marquee.json"_s, "{}");
        put(u"readme.txt"_s, "{}");
        put(u".hidden/x.json"_s, "{}");
        QSignalSpy settled(m_model.get(), &FolderModel::settled);
        show();
        QCOMPARE(shown(*m_model),
            (QStringList{u"Avails: harbour, night-ferry, season/one"_s, u"Batches: q4"_s, u"Replies: got"_s,
                u"Other files: notes"_s}));
        QVERIFY(settled.size() >= 1);
        QCOMPARE(errorsOf(u"harbour.json"_s), 1);
        QCOMPARE(errorsOf(u"night-ferry.json"_s), 0);
        QCOMPARE(errorsOf(u"notes.json"_s), 1);
        QVERIFY(!m_model->isCut());
        QCOMPARE(at(u"harbour.json"_s).data(FolderModel::PathRole).toString(), path(u"harbour.json"_s));
        QVERIFY(at(u"harbour.json"_s).data(Qt::AccessibleTextRole).toString().startsWith(u"harbour, 1 error"_s));
        QVERIFY(!m_model->indexOf(path(u"none.json"_s)).isValid());
        QVERIFY(m_model->index(0, 0).data(FolderModel::PathRole).toString().isEmpty());
    }

    void followsTheFolder()
    {
        put(u"a.json"_s, avail(window()));
        show();
        put(u"sub/b.json"_s, batch);
        QTRY_VERIFY_WITH_TIMEOUT(at(u"sub/b.json"_s).isValid() && m_model->isSettled(), Patience);
        put(u"sub/c.json"_s, batch); // in a folder that came later
        QTRY_COMPARE_WITH_TIMEOUT(shown(*m_model), (QStringList{u"Avails: a"_s, u"Batches: sub/b, sub/c"_s}), Patience);
        put(u"a.json"_s, broken);
        QTRY_COMPARE_WITH_TIMEOUT(errorsOf(u"a.json"_s), 1, Patience);
        QVERIFY(QFile::remove(path(u"sub/b.json"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(shown(*m_model), (QStringList{u"Avails: a"_s, u"Batches: sub/c"_s}), Patience);
        put(u"a.json"_s, batch); // becomes something else
        QTRY_COMPARE_WITH_TIMEOUT(shown(*m_model), (QStringList{u"Batches: a, sub/c"_s}), Patience);
        QFile inPlace(path(u"a.json"_s)); // not put in its place, but written into
        QVERIFY(inPlace.open(QIODevice::WriteOnly));
        QCOMPARE(inPlace.write(broken), broken.size());
        inPlace.close();
        QTRY_COMPARE_WITH_TIMEOUT(errorsOf(u"a.json"_s), 1, Patience);
    }

    void followsDocuments()
    {
        put(u"a.json"_s, avail(window()));
        put(u"b.json"_s, avail(window()));
        auto document = OpenDocument::read(rulebook(), avail(window()), OpenDocument::Origin::File, {}, fixedClock);
        document->setPath(path(u"a.json"_s));
        m_model->follow(document.get()); // before the folder is known
        show();
        QVERIFY(at(u"a.json"_s).data(FolderModel::OpenRole).toBool());
        QVERIFY(!at(u"b.json"_s).data(FolderModel::OpenRole).toBool());
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY(document->apply(Edit::set(*Pointer::parse("/avail/Transaction/0/End"), "\"2020-01-01T00:00:00Z\""))
                    .value());
        QVERIFY(!changed.isEmpty());
        QCOMPARE(errorsOf(u"a.json"_s), 1); // as it is edited, not as the file is
        QVERIFY(at(u"a.json"_s).data(FolderModel::ModifiedRole).toBool());
        document->setPath(path(u"b.json"_s)); // saved under another name
        QVERIFY(!at(u"a.json"_s).data(FolderModel::OpenRole).toBool());
        QCOMPARE(errorsOf(u"a.json"_s), 0);
        QVERIFY(at(u"b.json"_s).data(FolderModel::OpenRole).toBool());
        document.reset();
        QVERIFY(!at(u"b.json"_s).data(FolderModel::OpenRole).toBool());
        QCOMPARE(errorsOf(u"b.json"_s), 0);
    }

    void anotherFolder()
    {
        put(u"a.json"_s, avail(window()));
        QTemporaryDir other;
        QVERIFY(workspace::saveFile(other.filePath(u"z.json"_s), batch));
        m_model->setFolder(m_folder->path()); // and at once
        m_model->setFolder(other.path());
        QTRY_COMPARE_WITH_TIMEOUT(shown(*m_model), QStringList{u"Batches: z"_s}, Patience);
        m_model->setFolder({});
        QCOMPARE(m_model->rowCount(), 0);
        m_model->setFolder(u"/no/such/folder"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), Patience);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void throughALink()
    {
        put(u"real/a.json"_s, avail(window()));
        QVERIFY(QFile::link(path(u"real"_s), path(u"link"_s)));
        auto document = OpenDocument::read(rulebook(), "{}", OpenDocument::Origin::File);
        document->setPath(path(u"real/a.json"_s)); // as open documents name it
        m_model->follow(document.get());
        m_model->setFolder(path(u"link"_s));
        QTRY_COMPARE_WITH_TIMEOUT(shown(*m_model), QStringList{u"Avails: a"_s}, Patience);
        QVERIFY(m_model->index(0, 0, m_model->index(0, 0)).data(FolderModel::OpenRole).toBool());
    }

    void severities()
    {
        put(u"a.json"_s, broken);
        show();
        rules::Severities severities;
        QVERIFY(rules::readSeverities({{"AV101", "warning"}}, *rulebook().rules, severities).empty());
        m_model->setSeverities(severities);
        QTRY_COMPARE_WITH_TIMEOUT(errorsOf(u"a.json"_s), 0, Patience);
        QVERIFY(at(u"a.json"_s).data(FolderModel::WarningsRole).toInt() >= 1);
    }

    void notLookedIntoAgain()
    {
        put(u"a.json"_s, avail(window()));
        put(u"b.json"_s, broken);
        show();
        QSignalSpy settled(m_model.get(), &FolderModel::settled);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setSeverities({}); // nothing new
        m_model->setFolder(m_folder->path());
        QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, Patience);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(reset.size(), 0);
        QTemporaryDir other;
        m_model->setFolder(other.path());
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), Patience);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        show(); // what is known of it is there with the list
        QCOMPARE(shown(*m_model), QStringList{u"Avails: a, b"_s});
        QCOMPARE(errorsOf(u"b.json"_s), 1);
        QCOMPARE(inserted.size(), 0);
    }

    void comesInRanges()
    {
        for (int i = 0; i < 300; ++i)
            put(u"f%1.json"_s.arg(i, 3, 10, QLatin1Char('0')), i % 100 == 7 ? batch : avail(window()));
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        show();
        QCOMPARE(m_model->rowCount(m_model->index(0, 0)), 297);
        QCOMPARE(m_model->rowCount(m_model->index(1, 0)), 3);
        QVERIFY(inserted.size() < 150); // not a row each; how many depends on how fast they are read
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        for (int i = 0; i < 300; ++i)
            QVERIFY(QFile::remove(path(u"f%1.json"_s.arg(i, 3, 10, QLatin1Char('0')))));
        m_model->checkNow();
        QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 0, Patience);
        QVERIFY(removed.size() < 30);
    }

    void ownWork()
    {
        put(u"a.json"_s, broken);
        put(u"c.json"_s, avail(window()));
        show();
        QVERIFY(m_model->holdsAlid(u"NF-1"_s));
        QVERIFY(!m_model->holdsAlid(u"NF-1-copy"_s));
        QSignalSpy moved(m_model.get(), &FolderModel::moved);
        QVERIFY(QFile::rename(path(u"a.json"_s), path(u"d e.json"_s)));
        m_model->renamed(path(u"a.json"_s), path(u"d e.json"_s));
        QCOMPARE(shown(*m_model), QStringList{u"Avails: c, d e"_s}); // at once, and what is known of it stays
        QCOMPARE(errorsOf(u"d e.json"_s), 1);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(at(u"d e.json"_s).data(Qt::EditRole).toString(), u"d e"_s);
        QVERIFY(at(u"d e.json"_s).flags() & Qt::ItemIsEditable);
        QVERIFY(!(m_model->index(0, 0).flags() & Qt::ItemIsEditable));
        QVERIFY(QFile::remove(path(u"c.json"_s)));
        m_model->removed(path(u"c.json"_s));
        QCOMPARE(shown(*m_model), QStringList{u"Avails: d e"_s});
        m_model->removed(path(u"none.json"_s));
        m_model->renamed(path(u"none.json"_s), path(u"x.json"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), Patience);
        QCOMPARE(shown(*m_model), QStringList{u"Avails: d e"_s});
        QCOMPARE(moved.size(), 1);
    }

    void largeFilesAreNotLookedInto()
    {
        put(u"a.json"_s, avail(window()));
        show();
        put(u"a.json"_s, avail(window()) + QByteArray(FolderModel::LargestGlance, ' ')); // grows beyond it
        put(u"b.json"_s, QByteArray(FolderModel::LargestGlance + 1, ' '));
        QTRY_COMPARE_WITH_TIMEOUT(shown(*m_model), QStringList{u"Other files: a, b"_s}, Patience);
        QCOMPARE(errorsOf(u"a.json"_s), -1);
        put(u"a.json"_s, avail(window())); // and shrinks
        QTRY_COMPARE_WITH_TIMEOUT(shown(*m_model), (QStringList{u"Avails: a"_s, u"Other files: b"_s}), Patience);
    }

    void tooManyFiles()
    {
        for (int i = 0; i < FolderModel::MostFiles + 3; ++i) {
            QFile file(path(u"f%1.json"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("[]");
        }
        m_tester.reset(); // looks at everything after each of the 10,000 moves
        show();
        QVERIFY(m_model->isCut());
        QCOMPARE(m_model->rowCount(m_model->index(0, 0)), FolderModel::MostFiles);
        QCOMPARE(m_model->rowCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestFolderModel)
#include "tst_foldermodel.moc"
