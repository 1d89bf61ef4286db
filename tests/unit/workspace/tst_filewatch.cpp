// SPDX-License-Identifier: GPL-3.0-or-later
// Files of open documents that somebody else changes, with real files.
#include "unit/rules/Fixture.h"

#include "workspace/Files.h"
#include "workspace/FileWatch.h"
#include "workspace/FileWork.h"
#include "workspace/OpenDocuments.h"
#include "workspace/Reload.h"

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
using workspace::FileWatch;
using workspace::OpenDocument;
using workspace::OpenDocuments;

namespace {

constexpr int Patience = 20000;
constexpr int Quiet = 1200; // longer than the watch takes to look twice

} // namespace

class TestFileWatch : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenDocuments> m_documents;
    std::unique_ptr<FileWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_changed;
    std::unique_ptr<QSignalSpy> m_gone;
    std::unique_ptr<QSignalSpy> m_same;
    OpenDocument *m_document = nullptr;
    const QByteArray m_text = avail(window());

    QString path(const QString &name = u"Fähre 1.json"_s) const
    {
        return QFileInfo(m_folder->path()).canonicalFilePath() + u'/' + name;
    }
    /// In its place, as this program saves.
    void replace(const QByteArray &text) const
    {
        if (!workspace::saveFile(path(), text))
            qFatal("the temporary folder can't be written");
    }
    /// Into the file that is there.
    void overwrite(const QByteArray &text) const
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the temporary folder can't be written");
    }
    QByteArray changed(const char *alid) const
    {
        return QByteArray(m_text).replace("\"ALID\":\"NF-1", QByteArray("\"ALID\":\"").append(alid));
    }
    void edit(const char *alid) const
    {
        QVERIFY(m_document->apply(Edit::set(*Pointer::parse("/avail/ALID"), '"' + std::string(alid) + '"')).value());
    }
    void save()
    {
        QSignalSpy saved(m_documents.get(), &OpenDocuments::saved);
        m_documents->save(m_document, m_document->path());
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, Patience);
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<OpenDocument *>("marquee::workspace::OpenDocument*"); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_documents = std::make_unique<OpenDocuments>(rulebook(), fixedClock);
        m_watch = std::make_unique<FileWatch>(*m_documents);
        m_changed = std::make_unique<QSignalSpy>(m_watch.get(), &FileWatch::changedOutside);
        m_gone = std::make_unique<QSignalSpy>(m_watch.get(), &FileWatch::goneOutside);
        m_same = std::make_unique<QSignalSpy>(m_watch.get(), &FileWatch::sameAgain);
        replace(m_text);
        m_documents->open(path());
        QTRY_VERIFY_WITH_TIMEOUT(m_documents->find(path()), Patience);
        m_document = m_documents->find(path());
        m_watch->checkNow();
    }
    void cleanup()
    {
        m_watch.reset();
        m_documents.reset();
    }

    void changes_data()
    {
        QTest::addColumn<bool>("inPlace");
        QTest::newRow("written into") << true;
        QTest::newRow("replaced by a rename") << false;
    }
    void changes()
    {
        QFETCH(bool, inPlace);
        const auto write = [&](const QByteArray &text) { inPlace ? overwrite(text) : replace(text); };
        write(changed("X1"));
        QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 1, Patience);
        QCOMPARE(m_changed->first()[0].value<OpenDocument *>(), m_document);
        QCOMPARE(m_changed->first()[1].toByteArray(), changed("X1"));
        QVERIFY(m_watch->isStale(m_document));
        QCOMPARE(m_watch->outside(m_document), std::optional(changed("X1")));
        write(changed("X2")); // and again: the new one is watched, too
        QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 2, Patience);
        write(m_text); // and back
        QTRY_COMPARE_WITH_TIMEOUT(m_same->size(), 1, Patience);
        QVERIFY(!m_watch->isStale(m_document));
        QVERIFY(!m_watch->outside(m_document));
        QCOMPARE(m_changed->size(), 2);
        QCOMPARE(m_gone->size(), 0);
    }

    void noChange()
    {
        overwrite(m_text); // the same bytes, another time
        QVERIFY(!m_watch->isStale(m_document));
        edit("MINE");
        save(); // our own
        edit("MINE-2");
        m_documents->save(m_document, m_document->path());
        edit("MINE-3"); // while it is written
        QTRY_VERIFY_WITH_TIMEOUT(!m_documents->isSaving(m_document), Patience);
        m_watch->checkNow();
        QTest::qWait(Quiet);
        QCOMPARE(m_changed->size(), 0);
        QCOMPARE(m_gone->size(), 0);
        QVERIFY(!m_watch->isStale(m_document));
        replace(changed("X1")); // and what comes behind it is one
        QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 1, Patience);
    }

    void staleBeforeAnybodyTold()
    {
        replace(changed("X1"));
        QVERIFY(m_watch->isStale(m_document)); // at once
        QVERIFY(QFile::remove(path()));
        QTRY_COMPARE_WITH_TIMEOUT(m_gone->size(), 1, Patience);
        QVERIFY(!m_watch->isStale(m_document)); // a save overwrites nothing
    }

    void goneAndBack()
    {
        QVERIFY(QFile::remove(path()));
        QTRY_COMPARE_WITH_TIMEOUT(m_gone->size(), 1, Patience);
        QCOMPARE(m_gone->first()[0].value<OpenDocument *>(), m_document);
        m_watch->checkNow();
        QTest::qWait(Quiet);
        QCOMPARE(m_gone->size(), 1); // once
        replace(m_text);
        QTRY_COMPARE_WITH_TIMEOUT(m_same->size(), 1, Patience);
        replace(changed("X1"));
        QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 1, Patience);
    }

    void deletedAndWrittenAnew()
    {
        QVERIFY(QFile::remove(path()));
        replace(changed("X1"));
        QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 1, Patience);
        QCOMPARE(m_gone->size(), 0);
    }

    void keep()
    {
        edit("MINE");
        replace(changed("X1"));
        QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 1, Patience);
        m_watch->keep(m_document);
        QVERIFY(!m_watch->isStale(m_document)); // it may be replaced
        overwrite(changed("X1"));
        m_watch->checkNow();
        QTest::qWait(Quiet);
        QCOMPARE(m_changed->size(), 1); // the same isn't asked again
        replace(changed("X2"));
        QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 2, Patience); // another is
        QVERIFY(m_watch->isStale(m_document));
        QCOMPARE(QByteArray(m_document->bytes()), changed("MINE"));
    }

    void reload()
    {
        edit("MINE");
        replace(changed("X1"));
        QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 1, Patience);
        const auto done = m_watch->reload(m_document);
        QVERIFY(done && *done);
        QCOMPARE(m_document->bytes(), changed("X1"));
        QVERIFY(!m_document->isModified());
        QVERIFY(!m_watch->isStale(m_document));
        m_document->undo(); // nothing is lost
        QCOMPARE(m_document->bytes(), changed("MINE"));
        QVERIFY(m_document->isModified());
        m_document->undo();
        QCOMPARE(m_document->bytes(), m_text);
        QVERIFY(m_document->isModified()); // the file has another by now
        m_document->redo();
        m_document->redo();
        QVERIFY(!m_document->isModified());
        m_watch->checkNow();
        QTest::qWait(Quiet);
        QCOMPARE(m_changed->size(), 1);
    }

    void reloadOfBlanksOnly()
    {
        replace(m_text + "\n\n");
        QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 1, Patience);
        QVERIFY(m_watch->reload(m_document).value());
        QCOMPARE(m_document->bytes(), m_text + "\n\n");
    }

    void reloadOfWhatIsMalformed()
    {
        edit("MINE");
        replace("{ \"avail\": ");
        QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 1, Patience);
        const auto done = m_watch->reload(m_document);
        QVERIFY(!done);
        QCOMPARE(done.error().code, Error::Code::Malformed);
        QVERIFY(!done.error().nextStep.isEmpty());
        QCOMPARE(m_document->bytes(), changed("MINE"));
        QVERIFY(m_document->isModified());
        QVERIFY(m_watch->isStale(m_document)); // nobody decided
    }

    void reloadOverWhatIsTyped()
    {
        QVERIFY(!m_document->editText("{ half"));
        replace(changed("X1"));
        QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 1, Patience);
        const auto done = m_watch->reload(m_document);
        QVERIFY(!done);
        QCOMPARE(done.error().code, Error::Code::Invalid);
        QCOMPARE(m_document->pendingText(), "{ half");
    }

    void reloadOfAText()
    {
        auto document = OpenDocument::read(rulebook(), "{ not yet", OpenDocument::Origin::File, {}, fixedClock);
        QVERIFY(workspace::reload(*document, "{ not yet either").value());
        QCOMPARE(document->bytes(), "{ not yet either");
        QVERIFY(!document->isModified());
        QVERIFY(workspace::reload(*document, m_text).value()); // it becomes a payload
        QVERIFY(document->isPayload());
        QVERIFY(!document->isModified());
        QVERIFY(!workspace::reload(*document, m_text).value()); // nothing to do
    }

    void renamedAndSavedElsewhere()
    {
        workspace::FileWork work(*m_documents, {});
        QVERIFY(work.rename(path(), u"other"_s));
        QTest::qWait(Quiet);
        QCOMPARE(m_gone->size(), 0); // it was us
        QVERIFY(workspace::saveFile(path(u"other.json"_s), changed("X1")));
        QTRY_COMPARE_WITH_TIMEOUT(m_changed->size(), 1, Patience);
        QSignalSpy saved(m_documents.get(), &OpenDocuments::saved);
        m_documents->save(m_document, path(u"third.json"_s));
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, Patience);
        QVERIFY(!m_watch->isStale(m_document));
        QVERIFY(workspace::saveFile(path(u"other.json"_s), changed("X2"))); // nobody's any more
        QTest::qWait(Quiet);
        QCOMPARE(m_changed->size(), 1);
    }

    void closed()
    {
        m_documents->close(m_document);
        replace(changed("X1"));
        QTest::qWait(Quiet);
        QCOMPARE(m_changed->size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFileWatch)
#include "tst_filewatch.moc"
