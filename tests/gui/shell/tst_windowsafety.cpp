// SPDX-License-Identifier: GPL-3.0-or-later
// No work lost: what a session left is offered by the next, and what changed can be seen and put back.
#include "WindowTest.h"

#include "changes/ChangesPanel.h"
#include "workspace/Autosave.h"
#include "workspace/FileClaims.h"

#include <QDirIterator>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using changes::ChangesPanel;
using shell::Dialogs;
using workspace::Draft;

namespace {

QString draftIn(const QString &home)
{
    QDirIterator files(home + u"/home/drafts"_s, {u"*.draft"_s}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

} // namespace

class TestWindowSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is typed is in a draft soon; the next session has it back with its history, though the file is gone.
    void typedAndHadBack()
    {
        QByteArray draft;
        QByteArray text;
        QByteArray before;
        QString path;
        {
            Window window;
            path = window.home.write(u"film.json"_s, test::avail(test::window()));
            OpenDocument *document = window.open(path);
            before = document->bytes();
            window.keys("document.showTitle");
            window->documents().focusField(payload::Pointer().child("avail").child("ALID"));
            QTest::keyClicks(cursor(), u"-draft"_s);
            QTest::keyClick(cursor(), Qt::Key_Tab);
            QVERIFY(document->isModified());
            text = document->bytes();
            QTRY_VERIFY(Home::read(draftIn(window.home.folder.path())).contains("-draft"));
            draft = Home::read(draftIn(window.home.folder.path()));
            window.documents.close(document);
            QTRY_VERIFY(draftIn(window.home.folder.path()).isEmpty()); // nothing of what was given up stays
        }
        Window next;
        next.home.write(u"home/drafts/dead/1.draft"_s, draft);
        next.dialogs.recoveries << Dialogs::Recovery::Answer::Recover;
        next->offerDrafts();
        QTRY_COMPARE(next.count(), 1);
        QCOMPARE(next.dialogs.offered.size(), 1);
        QCOMPARE(next.current()->bytes(), text);
        QVERIFY(next.current()->isModified());
        while (next.current()->payload().canUndo())
            next.keys("edit.undo");
        QCOMPARE(next.current()->bytes(), before);
    }

    void notNowAndNever()
    {
        Window window;
        const QByteArray draft = Draft::beginning({{}, u"Film"_s, static_cast<int>(OpenDocument::Origin::New), {}}, test::avail(test::window()));
        window.home.write(u"home/drafts/dead/1.draft"_s, draft);
        window.dialogs.recoveries << Dialogs::Recovery::Answer::Later;
        window->offerDrafts();
        QTRY_VERIFY(window.dialogs.allAnswered());
        QVERIFY(!draftIn(window.home.folder.path()).isEmpty());
        window.dialogs.recoveries << Dialogs::Recovery::Answer::Discard;
        window->offerDrafts();
        QTRY_VERIFY(window.dialogs.allAnswered());
        QTRY_VERIFY(draftIn(window.home.folder.path()).isEmpty());
        QCOMPARE(window.count(), 0);
    }

    /// By meaning, a click away from its field, and put back.
    void changesSinceSaved()
    {
        Window window;
        OpenDocument *document = window.good();
        QVERIFY(document->apply(payload::Edit::set(payload::Pointer().child("avail").child("ALID"), "\"other\"")).value());
        window.keys("document.changesSaved");
        auto *panel = window->findChild<ChangesPanel *>();
        QTRY_VERIFY(panel && panel->isVisible());
        QTRY_COMPARE(panel->count(), 1);
        Q_EMIT panel->activated(payload::Pointer().child("avail").child("ALID"));
        QVERIFY2(window.placeShown().startsWith(u"/avail/ALID"_s), qPrintable(window.placeShown()));
        window.keys("edit.undo");
        QTRY_COMPARE(panel->count(), 0);
        // And with what the partner has.
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        window.keys("exchange.get");
        QTRY_COMPARE(window.count(), 2);
        window->documents().show(document);
        QVERIFY(document->apply(payload::Edit::set(payload::Pointer().child("avail").child("Transaction").child(0U).child("End"), "\"2031-01-01T00:00:00Z\"")).value());
        window.trigger("document.changesAnswer");
        QTRY_COMPARE(panel->count(), 1);
    }

    /// A file that another process has open is said to be so.
    void openElsewhere()
    {
        Window one;
        const QString path = one.home.write(u"film.json"_s, test::avail(test::window()));
        workspace::OpenDocuments elsewhere(rulebook(), fixedClock);
        workspace::FileClaims claims(elsewhere, one.home.folder.filePath(u"home/open"_s));
        QSignalSpy opened(&elsewhere, &workspace::OpenDocuments::opened);
        elsewhere.open(path);
        QVERIFY(opened.wait(20000));
        one.open(path);
        QVERIFY2(one.message().contains(u"as well"_s), qPrintable(one.message()));
    }
};

QTEST_MAIN(TestWindowSafety)
#include "tst_windowsafety.moc"
