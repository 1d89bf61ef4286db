// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts: the whole history comes back, whatever ended the program, and nothing is offered that isn't lost.
#include "unit/rules/Fixture.h"

#include "workspace/Autosave.h"
#include "workspace/FileClaims.h"
#include "workspace/Files.h"
#include "workspace/OpenDocuments.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using workspace::Autosave;
using workspace::Draft;
using workspace::OpenDocument;
using workspace::OpenDocuments;

namespace {

constexpr int Patience = 20000;

const Pointer Id = Pointer().child("avail").child("ALID");

OpenDocument *opened(OpenDocuments &documents, const std::function<void()> &ask)
{
    OpenDocument *found = nullptr;
    const auto connection = QObject::connect(&documents, &OpenDocuments::opened, [&found](OpenDocument *document) { found = document; });
    ask();
    [&found] { QTRY_VERIFY_WITH_TIMEOUT(found != nullptr, Patience); }();
    QObject::disconnect(connection);
    return found;
}

std::vector<Draft> leftOf(Autosave &autosave)
{
    std::vector<Draft> drafts;
    bool isDone = false;
    autosave.findLeft([&](const std::vector<Draft> &found) {
        drafts = found;
        isDone = true;
    });
    [&isDone] { QTRY_VERIFY_WITH_TIMEOUT(isDone, Patience); }();
    return drafts;
}

QByteArray idOf(const payload::Document &document)
{
    return QByteArray::fromStdString(document.find(Id).string());
}

/// What the other process does until it is killed: edits two documents, and says from time to time what is on the disk for sure.
int edit(const QString &folder)
{
    OpenDocuments documents(rulebook(), fixedClock);
    Autosave autosave(documents, folder + u"/drafts"_s, 2);
    OpenDocument *saved = opened(documents, [&] { documents.open(folder + u"/saved.json"_s); });
    OpenDocument *untitled = opened(documents, [&] { documents.take(avail(window()), OpenDocument::Origin::Pasted, u"pasted"_s); });
    for (int i = 1;; ++i) {
        const std::string text = "\"n" + std::to_string(i) + '"';
        if (!saved->apply(Edit::set(Id, text), {u"Change the ID"_s, i % 3 == 0 ? QString() : u"id"_s}) || !untitled->apply(Edit::set(Id, text)))
            return 1;
        if (i % 4 == 0)
            untitled->undo();
        QCoreApplication::processEvents();
        if (i % 7 != 0)
            continue;
        autosave.flush();
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
}

} // namespace

class TestAutosave : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Edits, typing that merges, undo and other edits instead: replayed, each step is there and undone to the first byte.
    void historyComesBack()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 40; ++round) {
            const QByteArray base = avail(window() + ',' + window({{"_TransactionID", "\"w2\""}}));
            auto document = read(base);
            Draft draft;
            draft.base = base;
            std::vector<std::uint64_t> written;
            for (int i = 0; i < 30; ++i) {
                const auto windows = document->find(Pointer().child("avail").child("Transaction")).size();
                const Pointer first = Pointer().child("avail").child("Transaction").child(0U);
                switch (random.bounded(6)) {
                case 0:
                    document->undo();
                    break;
                case 1:
                    document->redo();
                    break;
                case 2:
                    QVERIFY(document->apply(Edit::insertItem(first.parent(), "{\"_TransactionID\":\"x\"}", 0)).has_value());
                    break;
                case 3:
                    if (windows > 1)
                        QVERIFY(document->apply(Edit::remove(first)).has_value());
                    break;
                default:
                    QVERIFY(document->apply(Edit::set(Id, "\"" + std::to_string(random.bounded(1000)) + '"'), {u"Type"_s, u"id"_s}).has_value());
                }
                if (random.bounded(3) == 0) { // as Autosave does
                    const auto steps = document->steps();
                    std::size_t keep = 0;
                    while (keep < steps.size() && keep < written.size() && steps[keep].state == written[keep])
                        ++keep;
                    draft.turns.push_back({keep, {steps.begin() + static_cast<std::ptrdiff_t>(keep), steps.end()}});
                    written.clear();
                    for (const auto &step : steps)
                        written.push_back(step.state);
                }
            }
            const QByteArray lines = Draft::line(written.size(), {});
            QVERIFY(lines.endsWith('\n'));
            const auto steps = document->steps();
            draft.turns.push_back({0, {steps.begin(), steps.end()}});
            const auto again = draft.replay();
            QVERIFY(again.has_value());
            QCOMPARE((*again)->text().toByteArray(), document->text().toByteArray());
            QCOMPARE((*again)->steps().size(), document->steps().size());
            QVERIFY((*again)->isModified());
            while ((*again)->canUndo())
                (*again)->undo();
            QCOMPARE((*again)->text().toByteArray(), base);
            QVERIFY((*again)->isModified()); // nobody knows that it is in a file
        }
    }

    /// Cut off anywhere: it isn't a draft, or it is one of an earlier state.
    void cutOff()
    {
        QTemporaryDir folder;
        const QByteArray base = avail(window());
        auto document = read(base);
        QByteArray whole = Draft::beginning({u"/x/é.json"_s, u"é"_s, 0, "hash"}, base);
        QList<QByteArray> states{base};
        for (int i = 0; i < 5; ++i) {
            QVERIFY(document->apply(Edit::set(Id, "\"z" + std::to_string(i) + '"')).has_value());
            whole += Draft::line(static_cast<std::size_t>(i), document->steps().subspan(static_cast<std::size_t>(i)));
            states << document->text().toByteArray();
        }
        int good = 0;
        const QString path = folder.filePath(u"cut.draft"_s);
        for (qsizetype size = 0; size <= whole.size(); size += 1 + size % 3) {
            QVERIFY(workspace::saveFile(path, whole.left(size)).has_value());
            const auto draft = Draft::read(path);
            if (!draft)
                continue;
            QCOMPARE(draft->head.path, u"/x/é.json"_s);
            const auto replayed = draft->replay();
            QVERIFY(replayed.has_value());
            QVERIFY(states.contains((*replayed)->text().toByteArray()));
            ++good;
        }
        QVERIFY(good > 100);
        QVERIFY(!Draft::read(folder.filePath(u"none"_s)));
        QVERIFY(workspace::saveFile(path, "marquee draft 1\nno JSON\n").has_value());
        QVERIFY(!Draft::read(path));
    }

    /// A draft lives as long as the document isn't saved as it stands.
    void comesAndGoes()
    {
        QTemporaryDir folder;
        const QString file = QFileInfo(folder.path()).canonicalFilePath() + u"/a.json"_s;
        QVERIFY(workspace::saveFile(file, avail(window())).has_value());
        const auto drafts = [&folder] {
            int count = 0;
            for (QDirIterator it(folder.filePath(u"drafts"_s), {u"*.draft"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext(); it.next())
                ++count;
            return count;
        };
        OpenDocuments documents(rulebook(), fixedClock);
        {
            Autosave autosave(documents, folder.filePath(u"drafts"_s), 1);
            OpenDocument *document = opened(documents, [&] { documents.open(file); });
            autosave.flush();
            QCOMPARE(drafts(), 0); // as it is in its file
            QVERIFY(document->apply(Edit::set(Id, "\"b\"")).value());
            QTRY_COMPARE_WITH_TIMEOUT(drafts(), 1, Patience); // by itself
            QVERIFY(leftOf(autosave).empty()); // it is this session's
            QSignalSpy saved(&documents, &OpenDocuments::saved);
            documents.save(document, file);
            QVERIFY(saved.wait(Patience));
            autosave.flush();
            QCOMPARE(drafts(), 0);
            document->undo(); // and so it isn't as in its file
            autosave.flush();
            QCOMPARE(drafts(), 1);
            documents.close(document);
            autosave.flush();
            QCOMPARE(drafts(), 0);
        }
        QVERIFY(QDir(folder.filePath(u"drafts"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
    }

    /// Killed at a hundred random points: what was said to be on the disk is there, the rest of the history up to some step.
    void killed()
    {
        QTemporaryDir folder;
        const QString file = QFileInfo(folder.path()).canonicalFilePath() + u"/saved.json"_s;
        const QByteArray before = avail(window());
        QVERIFY(workspace::saveFile(file, before).has_value());
        QRandomGenerator random(11);
        int withWork = 0;
        for (int kill = 0; kill < 100; ++kill) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"MARQUEE_DRAFTS_OF"_s, QFileInfo(file).path());
            process.setProcessEnvironment(environment);
            process.start(QCoreApplication::applicationFilePath(), QStringList());
            QByteArray said;
            const int lines = static_cast<int>(random.bounded(12));
            while (said.count('\n') < lines && process.waitForReadyRead(Patience))
                said += process.readAllStandardOutput();
            process.kill();
            QVERIFY(process.waitForFinished(Patience));
            said += process.readAllStandardOutput();
            const QList<QByteArray> whole = said.left(said.lastIndexOf('\n') + 1).trimmed().split('\n');
            const int safe = whole.last().toInt();

            OpenDocuments documents(rulebook(), fixedClock);
            Autosave autosave(documents, folder.filePath(u"drafts"_s), 1);
            const std::vector<Draft> drafts = leftOf(autosave);
            QVERIFY(safe == 0 || drafts.size() == 2);
            for (const Draft &draft : drafts) {
                OpenDocument *document = opened(documents, [&] { autosave.recover(draft); });
                QVERIFY(document->isModified());
                const bool isSaved = !draft.head.path.isEmpty();
                QCOMPARE(document->path(), isSaved ? file : QString());
                const QByteArray id = idOf(document->payload());
                const int number = id.startsWith('n') ? id.mid(1).toInt() : 0;
                QVERIFY2(!isSaved || number >= safe, qPrintable(QString::fromUtf8(id) + u" after %1"_s.arg(safe)));
                QVERIFY2(isSaved || number >= safe - 1 || safe == 0, qPrintable(QString::fromUtf8(id) + u" after %1"_s.arg(safe)));
                withWork += number > 0 ? 1 : 0;
                while (document->payload().canUndo())
                    document->undo();
                QCOMPARE(document->bytes(), before);
            }
            autosave.flush();
            for (OpenDocument *document : documents.all())
                documents.close(document);
            autosave.flush();
            QVERIFY(leftOf(autosave).empty()); // nothing is offered twice
        }
        QVERIFY(withWork > 100);
        QCOMPARE(workspace::readFile(file).value(), before); // the file itself was never touched
    }

    /// A file that was changed since isn't taken for the one that the draft began with.
    void changedMeanwhile()
    {
        QTemporaryDir folder;
        const QString file = QFileInfo(folder.path()).canonicalFilePath() + u"/a.json"_s;
        QVERIFY(workspace::saveFile(file, "{\"other\":1}").has_value());
        Draft draft;
        draft.head = {file, u"a"_s, static_cast<int>(OpenDocument::Origin::File), "not its hash"};
        draft.base = avail(window());
        draft.file = folder.filePath(u"gone.draft"_s);
        OpenDocuments documents(rulebook(), fixedClock);
        Autosave autosave(documents, folder.filePath(u"drafts"_s), 1);
        const OpenDocument *document = opened(documents, [&] { autosave.recover(draft); });
        QVERIFY(document->path().isEmpty());
        QVERIFY(document->name().startsWith(u"a ("_s));
        draft.turns.push_back({3, {}}); // more than there are
        QSignalSpy failed(&autosave, &Autosave::recoveryFailed);
        autosave.recover(draft);
        QVERIFY(failed.wait(Patience));
    }

    /// A disk that takes no drafts is told once.
    void noRoom()
    {
        QTemporaryDir folder;
        QVERIFY(workspace::saveFile(folder.filePath(u"drafts"_s), "a file where the folder should be").has_value());
        OpenDocuments documents(rulebook(), fixedClock);
        Autosave autosave(documents, folder.filePath(u"drafts"_s), 1);
        QSignalSpy failed(&autosave, &Autosave::failed);
        OpenDocument *document = opened(documents, [&] { documents.take(avail(window()), OpenDocument::Origin::Pasted, u"x"_s); });
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, Patience);
        QVERIFY(document->apply(Edit::set(Id, "\"b\"")).value());
        autosave.flush();
        QCoreApplication::processEvents();
        QCOMPARE(failed.size(), 1);
    }

    /// Who has a file open is told to the one that comes later, and nobody has it once it is closed.
    void claims()
    {
        QTemporaryDir folder;
        const QString file = QFileInfo(folder.path()).canonicalFilePath() + u"/a.json"_s;
        QVERIFY(workspace::saveFile(file, avail(window())).has_value());
        OpenDocuments one(rulebook(), fixedClock);
        OpenDocuments two(rulebook(), fixedClock);
        workspace::FileClaims ones(one, folder.filePath(u"open"_s));
        workspace::FileClaims twos(two, folder.filePath(u"open"_s));
        QSignalSpy first(&ones, &workspace::FileClaims::taken);
        QSignalSpy second(&twos, &workspace::FileClaims::taken);
        OpenDocument *had = opened(one, [&] { one.open(file); });
        OpenDocument *wanted = opened(two, [&] { two.open(file); });
        QCOMPARE(first.size(), 0);
        QCOMPARE(second.size(), 1);
        QCOMPARE(second.front().at(1).toLongLong(), QCoreApplication::applicationPid());
        two.close(wanted);
        one.close(had);
        opened(two, [&] { two.open(file); });
        QCOMPARE(second.size(), 1);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (const QString folder = qEnvironmentVariable("MARQUEE_DRAFTS_OF"); !folder.isEmpty())
        return edit(folder);
    TestAutosave test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_autosave.moc"
