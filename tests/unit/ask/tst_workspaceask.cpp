// SPDX-License-Identifier: GPL-3.0-or-later
// A whole folder and what is open, on another thread: progress, cancel, what can't be read.
#include "unit/rules/Fixture.h"

#include "ask/WorkspaceAsk.h"
#include "workspace/Files.h"
#include "workspace/OpenDocuments.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;

class TestWorkspaceAsk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void filesAndOpenDocuments()
    {
        put(u"a.json"_s, avail(window()));
        put(u"b.json"_s, avail(window({{"Territory", "[{\"country\":\"CA\"}]"}})));
        put(u"broken.json"_s, "{");
        put(u"other.json"_s, "[]");
        QDir(m_folder->path()).mkdir(u"deep"_s);
        put(u"deep/c.json"_s, avail(window()));

        workspace::OpenDocuments documents(rulebook());
        QSignalSpy opened(&documents, &workspace::OpenDocuments::opened);
        documents.open(QDir(QFileInfo(m_folder->path()).canonicalFilePath()).filePath(u"b.json"_s));
        QTRY_COMPARE(opened.size(), 1);
        // As it stands, not as the file is.
        QVERIFY(documents.all()[0]->apply(
            payload::Edit::set(payload::Pointer::parse("/avail/Transaction/0/Territory/0/country").value(), "\"US\"")));

        ask::WorkspaceAsk asker(rulebook(), documents);
        asker.setFolder(m_folder->path());
        QStringList names;
        int yes = 0;
        const workspace::OpenDocument *open = nullptr;
        connect(&asker, &ask::WorkspaceAsk::answered, this, [&](const std::vector<ask::AskedDocument> &found) {
            for (const ask::AskedDocument &one : found) {
                names << one.name;
                yes += one.answers[0].isAllowed() ? 1 : 0;
                open = one.document ? one.document.data() : open;
            }
        });
        QSignalSpy finished(&asker, &ask::WorkspaceAsk::finished);
        asker.start(question());
        QVERIFY(asker.isRunning());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!asker.isRunning());
        names.sort();
        QCOMPARE(names, (QStringList{u"a"_s, u"b"_s, u"deep/c"_s}));
        QCOMPARE(yes, 3);
        QCOMPARE(open, documents.all()[0]);
        QCOMPARE(asker.state().documents, 5);
        QCOMPARE(asker.state().looked, 5);
        QCOMPARE(asker.state().unread, 1);
        QCOMPARE(asker.state().avails, 3);
        QCOMPARE(asker.state().allowed, 3);
    }

    void cancelled()
    {
        put(u"a.json"_s, avail(window()));
        workspace::OpenDocuments documents(rulebook());
        ask::WorkspaceAsk asker(rulebook(), documents);
        asker.setFolder(m_folder->path());
        QSignalSpy finished(&asker, &ask::WorkspaceAsk::finished);
        QSignalSpy answered(&asker, &ask::WorkspaceAsk::answered);
        asker.start(question());
        asker.cancel();
        QCOMPARE(finished.size(), 1);
        QVERIFY(asker.state().isCancelled);
        asker.cancel(); // nothing runs any more
        QCOMPARE(finished.size(), 1);
        asker.start(question());
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(answered.size(), 1); // of the second alone
    }

    void nothingThere()
    {
        workspace::OpenDocuments documents(rulebook());
        ask::WorkspaceAsk asker(rulebook(), documents);
        asker.setFolder(m_folder->path() + u"/none"_s);
        QSignalSpy finished(&asker, &ask::WorkspaceAsk::finished);
        asker.start(question());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(asker.state().avails, 0);
    }

private:
    static ask::Question question() { return ask::readQuestion(u"2027-03-14"_s, u"US"_s, {}, {}, rulebook()).value(); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(workspace::saveFile(QDir(m_folder->path()).filePath(name), bytes));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestWorkspaceAsk)
#include "tst_workspaceask.moc"
