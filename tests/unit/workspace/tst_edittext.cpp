// SPDX-License-Identifier: GPL-3.0-or-later
// A payload edited as text: one undo step, a text that isn't well-formed waits, and nothing of it is lost.
#include "unit/rules/Fixture.h"

#include "workspace/Autosave.h"
#include "workspace/Files.h"
#include "workspace/OpenDocuments.h"

#include <QCoreApplication>
#include <QDir>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using workspace::Autosave;
using workspace::Draft;
using workspace::OpenDocument;
using workspace::OpenDocuments;
using Origin = OpenDocument::Origin;

namespace {

constexpr int Patience = 20000;
const Pointer Id = Pointer().child("avail").child("ALID");

std::unique_ptr<OpenDocument> opened(const QByteArray &text, Origin origin = Origin::File)
{
    return OpenDocument::read(rulebook(), text, origin, {}, fixedClock);
}

OpenDocument *opened(OpenDocuments &documents, const std::function<void()> &ask)
{
    OpenDocument *found = nullptr;
    const auto connection
        = QObject::connect(&documents, &OpenDocuments::opened, [&found](OpenDocument *document) { found = document; });
    ask();
    [&found] { QTRY_VERIFY_WITH_TIMEOUT(found != nullptr, Patience); }();
    QObject::disconnect(connection);
    return found;
}

std::vector<Draft> draftsIn(const QString &folder)
{
    OpenDocuments none(rulebook(), fixedClock);
    Autosave autosave(none, folder, 1);
    std::vector<Draft> drafts;
    bool isDone = false;
    autosave.findLeft([&](const std::vector<Draft> &found) {
        drafts = found;
        isDone = true;
    });
    [&isDone] { QTRY_VERIFY_WITH_TIMEOUT(isDone, Patience); }();
    return drafts;
}

/// The drafts as they lie there when a session ends without a word.
void copyDrafts(const QString &from, const QString &to)
{
    const QStringList sessions = QDir(from).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(!sessions.isEmpty());
    QVERIFY(QDir().mkpath(to + u"/killed"_s));
    const QDir session(from + u'/' + sessions.front());
    for (const QString &name : session.entryList({u"*.draft"_s}, QDir::Files))
        QVERIFY(QFile::copy(session.filePath(name), to + u"/killed/"_s + name));
}

} // namespace

class TestEditText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneStepASitting()
    {
        const QByteArray before = avail(window());
        const auto document = opened(before);
        QByteArray text = before;
        for (const char *letter : {"a", "b", "c"}) {
            text.insert(text.indexOf("NF-1"), letter);
            QVERIFY(document->editText(text));
            QCOMPARE(document->bytes(), text);
        }
        QCOMPARE(document->payload().steps().size(), 1U);
        QCOMPARE(document->undoCaption(), u"Edit as text"_s);
        QVERIFY(document->payload().steps().front().edits.front().after.size() < 10); // not the whole text
        document->undo();
        QCOMPARE(document->bytes(), before);
        QVERIFY(!document->isModified());
        document->redo();
        QCOMPARE(document->bytes(), text);
        document->endMerging();
        QVERIFY(document->editText(before));
        QCOMPARE(document->payload().steps().size(), 2U);
        // The form in between: a step of its own, and text goes on in another.
        QVERIFY(document->apply(Edit::set(Id, "\"z\"")).value());
        QVERIFY(document->editText(document->bytes() + '\n'));
        QCOMPARE(document->payload().steps().size(), 4U);
    }

    void typedAndTakenBack()
    {
        const QByteArray before = avail(window());
        const auto document = opened(before);
        QVERIFY(document->editText(before + ' '));
        QVERIFY(document->isModified());
        QVERIFY(document->editText(before + "\n\n"));
        QVERIFY(document->editText(before));
        QVERIFY(!document->isModified());
        QVERIFY(!document->canUndo());
        QVERIFY(document->editText(before)); // nothing at all
        QVERIFY(!document->canUndo());
    }

    /// Anywhere and in any order: undo gives the first byte back, redo the last, and a draft replayed is the same.
    void randomEdits()
    {
        QRandomGenerator random(5);
        const QByteArray big = "\"x\": \"" + QByteArray(200 * 1024, 'y') + "\",";
        for (int round = 0; round < 30; ++round) {
            QByteArray before = avail(window() + ',' + window({{"_TransactionID", "\"w2\""}}));
            if (round % 3 == 0) // further apart than is kept in one
                before.insert(before.indexOf('{', 1) + 1, big);
            const auto document = opened(before);
            QByteArray text = before;
            for (int i = 0; i < 20; ++i) {
                const qsizetype at
                    = random.bounded(2) ? text.indexOf('{', random.bounded(200)) + 1 : text.lastIndexOf('}');
                if (random.bounded(3) == 0 && text.contains("  \xC3\xA9"))
                    text.replace("  \xC3\xA9", " ");
                else
                    text.insert(at, random.bounded(2) ? "  " : "\n/*  \xC3\xA9 */");
                QVERIFY2(document->editText(text), document->pendingError().message.toUtf8().constData());
                QCOMPARE(document->bytes(), text);
            }
            QCOMPARE(document->payload().steps().size(), 1U);
            Draft draft;
            draft.base = before;
            draft.turns.push_back({0, {document->payload().steps().begin(), document->payload().steps().end()}});
            const auto again = draft.replay();
            QVERIFY(again.has_value());
            QCOMPARE((*again)->text().toByteArray(), text);
            document->undo();
            QCOMPARE(document->bytes(), before);
            document->redo();
            QCOMPARE(document->bytes(), text);
        }
    }

    void placesOfAnEdit_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("removed");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("text"); // empty: refused
        QTest::newRow("insert") << 1 << 0 << QByteArray("1,") << QByteArray("[1,2]");
        QTest::newRow("replace") << 1 << 1 << QByteArray("3") << QByteArray("[3]");
        QTest::newRow("all") << 0 << 3 << QByteArray("{}") << QByteArray("{}");
        QTest::newRow("at the end") << 3 << 0 << QByteArray("\n") << QByteArray("[2]\n");
        QTest::newRow("in front of it") << -1 << 0 << QByteArray(" ") << QByteArray();
        QTest::newRow("behind it") << 4 << 0 << QByteArray(" ") << QByteArray();
        QTest::newRow("past the end") << 2 << 2 << QByteArray("]") << QByteArray();
        QTest::newRow("fewer than none") << 1 << -1 << QByteArray("3") << QByteArray();
        QTest::newRow("malformed") << 1 << 1 << QByteArray("3,") << QByteArray();
    }
    void placesOfAnEdit()
    {
        QFETCH(int, index);
        QFETCH(int, removed);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, text);
        const auto document = std::move(payload::Document::read("[2]").value());
        Edit edit;
        edit.kind = Edit::Kind::Text;
        edit.index = index;
        edit.to = removed;
        edit.after = after.toStdString();
        QCOMPARE(document->apply(edit).has_value(), !text.isEmpty());
        QCOMPARE(document->text().toByteArray(), text.isEmpty() ? QByteArray("[2]") : text);
        document->undo();
        QCOMPARE(document->text().toByteArray(), QByteArray("[2]"));
        QVERIFY(document->root().at(0));
    }

    void malformedWaits()
    {
        const QByteArray before = avail(window());
        const auto document = opened(before);
        QSignalSpy pending(document.get(), &OpenDocument::pendingChanged);
        QSignalSpy changed(document.get(), &OpenDocument::changed);
        const QByteArray broken = "{\n\"avail\": {\n" + before;
        QVERIFY(!document->editText(broken));
        QVERIFY(document->hasPendingText());
        QCOMPARE(document->pendingText(), broken);
        QCOMPARE(document->pendingError().place->line, 3U);
        QCOMPARE(document->bytes(), broken);
        QCOMPARE(document->textToSave().toByteArray(), broken);
        QCOMPARE(document->text().toByteArray(), before);
        QVERIFY(document->isPayload());
        QVERIFY(document->isModified());
        QCOMPARE(pending.size(), 1);
        QCOMPARE(changed.size(), 0);
        QVERIFY(!document->editText(broken)); // the same: told once
        QCOMPARE(pending.size(), 1);
        const auto refused = document->apply(Edit::set(Id, "\"z\""));
        QVERIFY(!refused);
        QVERIFY(!refused.error().nextStep.isEmpty());
        QCOMPARE(document->payload().text().toByteArray(), before);
        QVERIFY(document->canUndo());
        document->undo(); // the pending text first
        QVERIFY(!document->hasPendingText());
        QCOMPARE(document->bytes(), before);
        QVERIFY(!document->isModified());
        QVERIFY(document->canRedo());
        document->redo();
        QCOMPARE(document->pendingText(), broken);
        QVERIFY(!document->pendingError().message.isEmpty());
        QVERIFY(!document->canRedo());
        document->discardPending();
        QVERIFY(document->apply(Edit::set(Id, "\"z\"")).value());
        QVERIFY(!document->canRedo()); // it was of another payload
    }

    void malformedAndBack()
    {
        const QByteArray before = avail(window());
        const auto document = opened(before);
        QByteArray text = before;
        text.replace("NF-1", "NF-2");
        QVERIFY(document->editText(text));
        QVERIFY(!document->editText(text.left(20)));
        text.replace("NF-2", "NF-3");
        bool wasPending = true;
        connect(document.get(), &OpenDocument::changed, this, [&] { wasPending = document->hasPendingText(); });
        QVERIFY(document->editText(text));
        QVERIFY(!wasPending);
        QVERIFY(!document->hasPendingText());
        QCOMPARE(document->payload().steps().size(), 1U); // one sitting
        document->undo();
        QCOMPARE(document->bytes(), before);
    }

    void savedWhileItWaits()
    {
        const QByteArray before = avail(window());
        const auto document = opened(before);
        QVERIFY(!document->editText("{"));
        const auto written = document->state();
        QVERIFY(!document->editText("{{"));
        document->markSaved(written);
        QVERIFY(document->isModified());
        document->markSaved(document->state());
        QVERIFY(!document->isModified());
        document->discardPending();
        QVERIFY(document->isModified()); // the file has the other text
        document->redo();
        QVERIFY(!document->isModified());
        QVERIFY(document->editText(before));
        QVERIFY(document->isModified());
        document->markSaved(document->state());
        QVERIFY(!document->isModified());
    }

    void typingCounts()
    {
        const auto document = opened(avail(window()));
        int asked = 0;
        connect(document.get(), &OpenDocument::typingEnds, this, [&] {
            ++asked;
            document->editText(avail(window()) + ' ');
        });
        document->finishTyping();
        QCOMPARE(asked, 0);
        document->beginTyping();
        QVERIFY(document->isModified());
        document->undo();
        QCOMPARE(asked, 1);
        QVERIFY(!document->isModified());
        document->beginTyping();
        document->validateAll();
        QCOMPARE(asked, 2);
        QVERIFY(document->isModified());
    }

    void becomesAPayload_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isAvail");
        QTest::newRow("an avail") << avail(window()) << true;
        QTest::newRow("something else") << QByteArray("[1]") << false;
    }
    void becomesAPayload()
    {
        QFETCH(QByteArray, text);
        const auto document = opened(text.chopped(1));
        QSignalSpy kind(document.get(), &OpenDocument::kindChanged);
        QVERIFY(!document->canUndo());
        QVERIFY(!document->editText(text.chopped(2)));
        QVERIFY(document->hasPendingText());
        QCOMPARE(document->text().toByteArray(), text.chopped(2));
        QVERIFY(document->isModified());
        document->undo();
        QCOMPARE(document->bytes(), text.chopped(1));
        QVERIFY(!document->isModified());
        QCOMPARE(kind.size(), 0);
        QVERIFY(document->editText(text));
        QVERIFY(document->isPayload());
        QTEST(document->isAvail(), "isAvail");
        QCOMPARE(kind.size(), 1);
        QVERIFY(document->isModified());
        QCOMPARE(document->bytes(), text);
        QVERIFY(document->apply(Edit::set({}, "{}")).value());
        QCOMPARE(kind.size(), text.startsWith('[') ? 1 : 2);
        document->undo();
        QCOMPARE(document->bytes(), text);
        QVERIFY(document->isModified());
    }

    void anotherKind()
    {
        const QByteArray before = avail(window());
        const auto document = opened(before);
        QSignalSpy kind(document.get(), &OpenDocument::kindChanged);
        QVERIFY(document->editText("{\"requestItems\":[]}"));
        QVERIFY(document->isBatch());
        QCOMPARE(kind.size(), 1);
        document->undo();
        QVERIFY(document->isAvail());
        QCOMPARE(kind.size(), 2);
    }

    /// Saving writes what is seen.
    void theFileHasThePendingText()
    {
        QTemporaryDir folder;
        const QString file = QFileInfo(folder.path()).canonicalFilePath() + u"/a.json"_s;
        QVERIFY(workspace::saveFile(file, avail(window())).has_value());
        OpenDocuments documents(rulebook(), fixedClock);
        OpenDocument *document = opened(documents, [&] { documents.open(file); });
        QVERIFY(!document->editText("{\"avail\": {"));
        QSignalSpy saved(&documents, &OpenDocuments::saved);
        documents.save(document, file);
        QVERIFY(saved.wait(Patience));
        QCOMPARE(workspace::readFile(file).value(), QByteArray("{\"avail\": {"));
        QVERIFY(!document->isModified());
        QVERIFY(document->hasPendingText());
    }

    void drafts_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QList<QByteArray>>("texts");
        const QByteArray good = avail(window());
        QTest::newRow("waits") << good << QList<QByteArray>{good.chopped(1)};
        QTest::newRow("waits for long") << good
                                        << QList<QByteArray>{good.chopped(1), good.chopped(2), "x" + good.chopped(3)};
        QTest::newRow("well-formed, then not") << good << QList<QByteArray>{good + "\n", good + "\n}"};
        QTest::newRow("well-formed again") << good << QList<QByteArray>{good + "}", good + "\n"};
        QTest::newRow("any bytes") << good << QList<QByteArray>{good + "\xff\xfe", good + "\xff\xc3"};
        QTest::newRow("empty") << good << QList<QByteArray>{QByteArray()};
        QTest::newRow("malformed file") << good.chopped(1) << QList<QByteArray>{good.chopped(2), good.chopped(4)};
        QTest::newRow("malformed file, mended") << good.chopped(1) << QList<QByteArray>{good.chopped(2), good};
        QTest::newRow("malformed file, mended and edited")
            << good.chopped(1) << QList<QByteArray>{good, good + "\n", good + "]"};
    }
    /// Killed after each text: it comes back, pending or not, over its file.
    void drafts()
    {
        QFETCH(QByteArray, base);
        QFETCH(QList<QByteArray>, texts);
        QTemporaryDir folder;
        const QString root = QFileInfo(folder.path()).canonicalFilePath();
        const QString file = root + u"/a.json"_s;
        QVERIFY(workspace::saveFile(file, base).has_value());
        OpenDocuments documents(rulebook(), fixedClock);
        Autosave autosave(documents, root + u"/drafts"_s, 1);
        OpenDocument *document = opened(documents, [&] { documents.open(file); });
        int copies = 0;
        for (const QByteArray &text : texts) {
            document->editText(text);
            autosave.flush();
            const QString copy = root + u"/copy%1"_s.arg(++copies);
            copyDrafts(root + u"/drafts"_s, copy);
            const std::vector<Draft> left = draftsIn(copy);
            QCOMPARE(left.size(), 1U);
            OpenDocuments later(rulebook(), fixedClock);
            Autosave laters(later, copy, 1);
            OpenDocument *again = opened(later, [&] { laters.recover(left.front()); });
            QCOMPARE(again->path(), file);
            QCOMPARE(again->bytes(), text);
            QCOMPARE(again->hasPendingText(), document->hasPendingText());
            QCOMPARE(again->isPayload(), document->isPayload());
            QVERIFY(again->isModified());
            if (again->isPayload())
                QCOMPARE(again->payload().text().toByteArray(), document->payload().text().toByteArray());
            // And once more, from the draft of the session that had it back.
            laters.flush();
            const QString second = root + u"/second%1"_s.arg(copies);
            QDir(copy + u"/killed"_s).removeRecursively();
            copyDrafts(copy, second);
            const std::vector<Draft> twice = draftsIn(second);
            QCOMPARE(twice.size(), 1U);
            std::optional<QByteArray> pending;
            const auto replayed = twice.front().replay(&pending);
            QVERIFY(replayed.has_value());
            QCOMPARE(pending ? *pending : (*replayed)->text().toByteArray(), text);
        }
        while (document->canUndo())
            document->undo();
        autosave.flush();
    }

    void theDraftOfAPendingTextIsSmall()
    {
        QTemporaryDir folder;
        OpenDocuments documents(rulebook(), fixedClock);
        Autosave autosave(documents, folder.filePath(u"drafts"_s), 100000);
        QByteArray text = avail(window());
        text.replace("NF-1", QByteArray(1024 * 1024, 'x'));
        OpenDocument *document = opened(documents, [&] { documents.take(text, Origin::Pasted, u"p"_s); });
        for (int i = 0; i < 20; ++i) {
            document->editText(text + QByteArray(i + 1, '}'));
            autosave.flush();
        }
        const std::vector<QString> files = [&] {
            std::vector<QString> found;
            const QString session = folder.filePath(u"drafts/"_s)
                + QDir(folder.filePath(u"drafts"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).front();
            for (const QString &name : QDir(session).entryList({u"*.draft"_s}))
                found.push_back(session + u'/' + name);
            return found;
        }();
        QCOMPARE(files.size(), 1U);
        QVERIFY(QFileInfo(files.front()).size() < text.size() + 16 * 1024);
    }
};

QTEST_GUILESS_MAIN(TestEditText)
#include "tst_edittext.moc"
