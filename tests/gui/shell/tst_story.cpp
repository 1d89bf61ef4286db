// SPDX-License-Identifier: GPL-3.0-or-later
// The main job, by keyboard alone: a template, the form, a mistake and its fix, the partner, the reply, the file.
#include "WindowTest.h"

#include "form/SearchPopup.h"
#include "shell/WidgetDialogs.h"

#include <QListWidget>
#include <QTimer>

using namespace marquee;
using namespace marquee::test;

namespace {

/// Asks for the template as the program does; everything else is answered by the test.
class RealNewDialog : public Scripted
{
public:
    std::optional<NewAvail> chooseTemplate(QWidget *parent, const workspace::Templates &all) override { return m_real.chooseTemplate(parent, all); }

private:
    shell::WidgetDialogs m_real;
};

/// Tab until the cursor is in a field, or in an editor that has it inside.
void tabTo(const QString &field)
{
    for (int i = 0; i < 120; ++i) {
        for (const QWidget *at = cursor(); at; at = at->parentWidget()) {
            if (at->objectName() == field)
                return;
        }
        QVERIFY(cursor());
        QTest::keyClick(cursor(), Qt::Key_Tab);
    }
    QFAIL(qPrintable(u"Tab doesn't come to "_s + field));
}

void fillByTab(const QString &field, const QString &text)
{
    tabTo(field);
    QTest::keySequence(cursor(), QKeySequence::SelectAll);
    type(text);
}

} // namespace

class TestStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromATemplateToThePartnersAnswer()
    {
        RealNewDialog dialogs;
        Window window({}, &dialogs);

        // New, by Ctrl+N: the list has the cursor, Return takes what is chosen.
        QTimer::singleShot(0, window.window.get(), [] {
            QWidget *dialog = QApplication::activeModalWidget();
            QVERIFY(dialog);
            QApplication::setActiveWindow(dialog);
            auto *list = dialog->findChild<QListWidget *>(u"templateList"_s);
            QCOMPARE(cursor(), list);
            for (int i = 0; i < list->count() && list->currentItem()->text() != u"TVOD film"_s; ++i)
                QTest::keyClick(cursor(), Qt::Key_Down);
            QCOMPARE(list->currentItem()->text(), u"TVOD film"_s);
            QTest::keyClick(cursor(), Qt::Key_Return);
            if (dialog->isVisible())
                dialog->close();
        });
        window.keys("file.new");
        window.activate();
        OpenDocument *document = window.current();
        QVERIFY(document);
        QVERIFY(document->isModified());
        QVERIFY(window.previewIsTheDocument());
        QVERIFY(saidBeside(window, u"ALID"_s).isEmpty()); // nobody has been there yet

        // The title, field by field.
        window.keys("document.showTitle");
        for (const auto &[field, text] : {std::pair(u"ALID"_s, u"LP-2027-001"_s),
                                          {u"Licensor/DisplayName"_s, u"Lantern Pictures"_s},
                                          {u"Asset/0/_contentID"_s, u"LP-2027-001"_s},
                                          {u"Asset/0/Metadata/TitleInternalAlias"_s, u"Ångström’s Ferry"_s},
                                          {u"SharedEntitlement/0/EcosystemID"_s, u"DMA-1"_s}}) {
            fillByTab(field, text);
            QVERIFY2(window.previewIsTheDocument(), qPrintable(field));
            QVERIFY(document->bytes().contains(text.toUtf8()));
        }
        QCOMPARE(steps(*document), 5); // a step a field
        QCOMPARE(document->title(), u"Ångström’s Ferry"_s);

        // The windows: an ID each.
        window.keys("document.showWindows");
        const QByteArray list = "/avail/Transaction/";
        for (int i = 0; i < 3; ++i) {
            tabTo(u"windowsTable"_s);
            QTest::keyClick(cursor(), Qt::Key_Home, Qt::ControlModifier);
            for (int down = 0; down < i; ++down)
                QTest::keyClick(cursor(), Qt::Key_Down);
            fillByTab(u"_TransactionID"_s, u"LP-2027-001-%1"_s.arg(i));
            QCOMPARE(window.at(list + QByteArray::number(i) + "/_TransactionID"), u"\"LP-2027-001-%1\""_s.arg(i));
            QVERIFY(window.previewIsTheDocument());
        }
        QVERIFY2(document->counts().errors == 0, qPrintable(problemsOf(document->validator()).join(u'\n')));

        // A mistake: the last day before the first. It is seen beside its field, and in the list.
        tabTo(u"windowsTable"_s);
        QTest::keyClick(cursor(), Qt::Key_Home, Qt::ControlModifier);
        fillByTab(u"End"_s, u"2027-01-01 00:00"_s);
        QTest::keyClick(cursor(), Qt::Key_Tab);
        QVERIFY(saidBeside(window, u"End"_s).contains(u"Start"_s));
        QCOMPARE(document->counts().errors, 1);
        QTableView *problems = window.table(u"problemsTable"_s);
        QTRY_COMPARE(problems->model()->index(0, 0).data().toString(), u"AV101"_s);
        QVERIFY(window.previewIsTheDocument());

        // Put right by the link beside it.
        QAbstractButton *link = nullptr;
        QTRY_VERIFY((link = fixOf(window, u"AV101"_s)));
        tabTo(u"End"_s);
        tabTo(link->objectName());
        QTest::keyClick(cursor(), Qt::Key_Space);
        QCOMPARE(document->counts().errors, 0);
        QCOMPARE(window.at(list + "0/Start"), u"\"2027-01-01T00:00:00Z\""_s);
        QVERIFY(saidBeside(window, u"End"_s).isEmpty());
        QVERIFY(window.previewIsTheDocument());

        // A term, by what it means.
        window.keys("term.add");
        auto *search = window->findChild<QLineEdit *>(u"popupSearch"_s);
        QVERIFY(search);
        type(search, u"Suppression lift"_s);
        QTest::keyClick(search, Qt::Key_Return);
        window.activate();
        QVERIFY(window.at(list + "0/Terms").contains(u"SuppressionLiftDate"_s));
        window.keys("edit.undo"); // wrong window after all
        QVERIFY(!window.at(list + "0/Terms").contains(u"SuppressionLiftDate"_s));
        QVERIFY(window.previewIsTheDocument());

        // Sent.
        const QByteArray sent = document->bytes();
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(window.last()->outcome.kind, partners::Outcome::Kind::Accepted);
        QCOMPARE(window.last()->request.body, sent); // what is shown is what is sent
        QVERIFY2(window.message().contains(u"Accepted"_s), qPrintable(window.message()));
        QTableView *exchanges = window.table(u"exchangesTable"_s);
        QCOMPARE(exchanges->model()->rowCount(), 1);
        QCOMPARE(document->bytes(), sent);

        // Fetched: it opens beside, and is the same.
        window.keys("exchange.get");
        QTRY_COMPARE(window.count(), 2);
        OpenDocument *reply = window.current();
        QVERIFY(reply != document);
        QCOMPARE(reply->origin(), OpenDocument::Origin::Reply);
        QVERIFY(window.previewIsTheDocument());
        QCOMPARE(said(reply->payload().root().member("avail")), said(document->payload().root().member("avail")));
        QCOMPARE(exchanges->model()->rowCount(), 2);

        // Saved: the file is what the preview shows.
        window.keys("view.previousTab");
        QCOMPARE(window.current(), document);
        const QString path = window.home.folder.filePath(u"ferry.json"_s);
        dialogs.saves << path;
        window.keys("file.save");
        QTRY_VERIFY(!document->isModified());
        QVERIFY2(dialogs.suggested.endsWith(u"ferry.json"_s), qPrintable(dialogs.suggested));
        QCOMPARE(Home::read(path), window.preview()->text().toByteArray());
        QCOMPARE(Home::read(path), sent);

        // Undo goes on past sending and saving, back to the template.
        while (document->payload().canUndo())
            window.keys("edit.undo");
        QVERIFY(document->isModified());
        QCOMPARE(window.at("/avail/ALID"), u"\"\""_s);
        while (document->payload().canRedo())
            window.keys("edit.redo");
        QCOMPARE(document->bytes(), sent);
        QVERIFY(!document->isModified());
        picture(window, u"story"_s);
        QVERIFY(dialogs.asked == QStringList{u"save"_s});
    }
};

QTEST_MAIN(TestStory)
#include "tst_story.moc"
