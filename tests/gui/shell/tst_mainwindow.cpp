// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a whole: form, preview and problems in step, the palette, the workspace, and what a screen reader is
// told.
#include "WindowTest.h"

#include "shell/EnvironmentButton.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QDockWidget>
#include <QHeaderView>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitterHandle>
#include <QTabBar>
#include <QToolBar>
#include <QTreeView>

using namespace marquee;
using namespace marquee::test;

namespace {

QByteArray flawed()
{
    return test::window({{"End", "\"2026-12-01T00:00:00Z\""}}) + ','
        + test::window({{"_TransactionID", "\"w2\""}, {"LicenseType", "\"SVOT\""}});
}

/// A name of its own, or one of something around it.
QString spokenName(const QWidget *widget)
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    return spoken ? spoken->text(QAccessible::Name) : widget->accessibleName();
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private:
    /// Types into the palette, and takes the first that is found.
    static void find(const Window &window, const QString &words)
    {
        window.keys("tools.palette");
        auto *search = window->findChild<QLineEdit *>(u"popupSearch"_s);
        QVERIFY(search);
        type(search, words);
        auto *list = window->findChild<QListView *>(u"popupList"_s);
        QVERIFY2(list->model()->rowCount() > 0, qPrintable(words));
        QTest::keyClick(search, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        window.activate();
    }
    static void clickPreview(const Window &window, const char *words)
    {
        preview::PayloadView *view = window.preview();
        const auto at = static_cast<std::uint32_t>(view->text().toByteArray().indexOf(words));
        view->showOffset(at, at + 1);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->pointOf(at) + QPoint(2, 4));
    }

private Q_SLOTS:
    void startsWithAWelcome()
    {
        Window window;
        QVERIFY(seen<QAbstractButton>(window, u"welcome-file.new"_s));
        for (const char *id : {"file.save", "edit.undo", "exchange.put", "window.add", "document.validate"})
            QVERIFY2(!window->actions().action(id)->isEnabled(), id);
        window.dialogs.templates << "tvod-film";
        press(window, u"welcome-file.new"_s);
        QCOMPARE(window.count(), 1);
        window.dialogs.unsaved << shell::Dialogs::Unsaved::Discard;
        window.keys("file.close");
        QVERIFY(seen<QAbstractButton>(window, u"welcome-file.new"_s));
        QVERIFY(window.preview()->text().size() == 0);
        QVERIFY(!window->actions().action("file.save")->isEnabled());
    }

    void thePreviewMarksTheFieldAndTheFieldItsLine()
    {
        Window window;
        window.good(flawed());
        window.keys("document.showTitle");
        line(window, u"Licensor/DisplayName"_s)->setFocus();
        QVERIFY(window.placeShown().startsWith(u"/avail/Licensor/DisplayName"_s));
        clickPreview(window, "\"w2\"");
        QVERIFY2(
            window.placeShown().startsWith(u"/avail/Transaction/1/_TransactionID"_s), qPrintable(window.placeShown()));
        QCOMPARE(line(window, u"_TransactionID"_s)->text(), u"w2"_s); // its window is shown
        const auto labels = window->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->buddy() && label->buddy()->objectName() == u"_TransactionID"_s
                && label->property("role").toString() == u"marked"_s;
        }));
        QVERIFY(window.previewIsTheDocument());
    }

    void f8StepsThroughProblems()
    {
        Window window;
        OpenDocument *document = window.good(flawed());
        const int count = static_cast<int>(document->validator().problems(300).size());
        QVERIFY(count >= 2);
        QStringList places;
        for (int i = 0; i < count; ++i) {
            window.keys("document.nextProblem");
            QVERIFY2(window.said().contains(u"%1 of %2"_s.arg(i + 1).arg(count)), qPrintable(window.said()));
            places << window.placeShown();
        }
        window.keys("document.nextProblem"); // round
        QCOMPARE(window.placeShown(), places.front());
        window.keys("document.previousProblem");
        QCOMPARE(window.placeShown(), places.back());
        QVERIFY(places.join(u' ').contains(u"/avail/Transaction/0/End"_s));
        // Another document begins with its own first.
        window.good(flawed());
        window.keys("document.nextProblem");
        QVERIFY2(window.said().contains(u"1 of"_s), qPrintable(window.said()));
    }

    void aProblemIsAClickFromItsField()
    {
        Window window;
        window.good(flawed());
        QTableView *problems = window.table(u"problemsTable"_s);
        QTRY_VERIFY(problems->model()->rowCount() > 0);
        const QModelIndexList found
            = problems->model()->match(problems->model()->index(0, 0), Qt::DisplayRole, u"AV101"_s);
        QCOMPARE(found.size(), 1);
        problems->scrollTo(found.front());
        QTest::mouseClick(
            problems->viewport(), Qt::LeftButton, {}, problems->visualRect(found.front().siblingAtColumn(1)).center());
        QCOMPARE(cursorName(), u"End"_s);
        QVERIFY(window.placeShown().startsWith(u"/avail/Transaction/0/End"_s));
    }

    void countsFollow()
    {
        Window window;
        OpenDocument *document = window.good(flawed());
        auto *activity = window->findChild<QTabBar *>(u"activityTabs"_s);
        QVERIFY(activity->height() >= activity->sizeHint().height());
        QVERIFY2(activity->tabText(0).contains(QString::number(document->counts().total())),
            qPrintable(activity->tabText(0)));
        QVERIFY(window->documents().tabText(0).endsWith(QString::number(document->counts().errors)));
        window.keys("document.showWindows");
        fill(window, u"End"_s, u"2029-01-01 00:00"_s);
        leave();
        QCOMPARE(document->counts().errors, 0);
        QVERIFY(window->documents().tabText(0).startsWith(u"•"_s));
        QVERIFY2(activity->tabText(0).contains(QString::number(document->counts().total())),
            qPrintable(activity->tabText(0)));
        QCOMPARE(seen<QLabel>(window, u"errorBadge"_s), nullptr);
    }

    void thePaletteFindsEverything()
    {
        Window window;
        window.home.write(u"work/lantern-festival.json"_s, availOf(test::window()));
        window->files().openFolder(window.home.folder.filePath(u"work"_s));
        QTRY_VERIFY(window.folder.isSettled());
        window.good(flawed());
        window.keys("document.showTitle");
        find(window, u"Show the windows"_s); // an action, by what it does
        QVERIFY(seen<QWidget>(window, u"windowsTable"_s));
        find(window, u"/avail/Licensor/DisplayName"_s); // a field, by its place
        QCOMPARE(cursorName(), u"Licensor/DisplayName"_s);
        find(window, u"AV101"_s); // a problem, by its rule
        QCOMPARE(cursorName(), u"End"_s);
        find(window, u"lantern-festival"_s); // a file
        QTRY_COMPARE(window.current()->name(), u"lantern-festival"_s);
        find(window, u"good-1"_s); // an open document
        QTRY_COMPARE(window.current()->name(), u"good-1"_s);
    }

    void theWorkspaceFollowsEdits()
    {
        Window window;
        const QString path
            = window.home.write(u"work/one.json"_s, availOf(test::window({{"End", "\"2026-12-01T00:00:00Z\""}})));
        window->files().openFolder(window.home.folder.filePath(u"work"_s));
        QTRY_VERIFY(window.folder.isSettled());
        const auto errors
            = [&] { return window.folder.indexOf(path).data(workspace::FolderModel::ErrorsRole).toInt(); };
        QTRY_COMPARE(errors(), 1);
        // Opened from the list, by keyboard.
        auto *tree = window->findChild<QTreeView *>(u"workspaceTree"_s);
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_COMPARE(window.count(), 1);
        window.activate();
        window.keys("document.showWindows");
        fill(window, u"End"_s, u"2029-01-01 00:00"_s);
        leave();
        QTRY_COMPARE(errors(), 0);
        QVERIFY(window.folder.indexOf(path).data(workspace::FolderModel::ModifiedRole).toBool());
        window.keys("file.save");
        QTRY_VERIFY(!window.folder.indexOf(path).data(workspace::FolderModel::ModifiedRole).toBool());
    }

    void theRequestIsWhatWouldBeSent()
    {
        Window window;
        OpenDocument *document = window.good();
        auto *tabs = window->findChild<QTabBar *>(u"payloadTabs"_s);
        tabs->setCurrentIndex(1);
        const auto shown = [&] {
            for (const preview::PayloadView *view :
                window->findChild<preview::PayloadPanel *>()->findChildren<preview::PayloadView *>()) {
                if (view->isVisible())
                    return view->text().toByteArray();
            }
            return QByteArray();
        };
        QTRY_VERIFY(shown().startsWith("PUT "));
        QVERIFY(shown().contains(document->bytes()));
        tabs->setCurrentIndex(2);
        QTRY_VERIFY(shown().startsWith("curl"));
    }

    void oneMistakeUnderAnotherRule()
    {
        // Severities of the workspace: what is muted isn't counted.
        Window window;
        window.home.write(u"work/marquee.json"_s, R"({"rules":{"AV101":"off"}})");
        window->files().openFolder(window.home.folder.filePath(u"work"_s));
        OpenDocument *document = window.good(test::window({{"End", "\"2026-12-01T00:00:00Z\""}}));
        QCOMPARE(document->counts().errors, 0);
        window.home.write(u"work/marquee.json"_s, "{");
        window.trigger("exchange.reload");
        QVERIFY(window.message().contains(u"marquee.json"_s));
    }

    void everythingThatTakesTheCursorHasAName()
    {
        Window window;
        window.good(flawed());
        for (const char *page : {"document.showTitle", "document.showWindows", "document.showText"}) {
            window.keys(page);
            for (const QWidget *widget : window->findChildren<QWidget *>()) {
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                    continue;
                bool named = false;
                for (const QWidget *at = widget; at && at != window.window.get() && !named; at = at->parentWidget())
                    named = !spokenName(at).isEmpty();
                QVERIFY2(named,
                    qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()
                        + u" in "_s + (widget->parentWidget() ? widget->parentWidget()->objectName() : QString())));
            }
        }
    }

    void everyButtonSaysWhatItDoes()
    {
        Window window;
        window.good(flawed());
        for (const char *page : {"document.showTitle", "document.showWindows", "document.showText"}) {
            window.keys(page);
            for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
                if (!button->isVisible() || button->objectName().startsWith(u"qt_"_s) || !button->size().isValid()
                    || button->size().isEmpty())
                    continue;
                QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                    qPrintable(button->objectName() + u" in "_s + button->parentWidget()->objectName()));
            }
        }
    }

    void tabWalksThroughTheWholeTitlePage()
    {
        Window window;
        window.good(flawed());
        window.keys("document.showTitle");
        QStringList fields;
        const QWidget *form = window->findChild<QWidget *>(u"titleForm"_s);
        for (const QLabel *label : form->findChildren<QLabel *>()) {
            if (label->isVisible() && label->buddy())
                fields << label->buddy()->objectName();
        }
        QVERIFY(fields.size() >= 6);
        QSet<QString> seenFields;
        QSet<const QWidget *> visited;
        line(window, u"ALID"_s)->setFocus();
        for (int i = 0; i < 400 && (i < 2 || cursorName() != u"ALID"_s); ++i) {
            QVERIFY(cursor());
            visited << cursor();
            for (const QWidget *at = cursor(); at; at = at->parentWidget())
                seenFields << at->objectName();
            QTest::keyClick(cursor(), Qt::Key_Tab);
        }
        QCOMPARE(cursorName(), u"ALID"_s); // all the way round
        for (const QString &field : fields)
            QVERIFY2(seenFields.contains(field), qPrintable(field));
        QVERIFY(visited.contains(window.preview())); // and through the docks
    }

    void largerTextAndDarkKeepTheWindowWhole()
    {
        Window window;
        window.good(flawed());
        window.keys("view.larger");
        window.keys("view.larger");
        QCOMPARE(theme::Theme::instance().percent(), 150);
        QCOMPARE(window.settings.textPercent(), 150);
        window.trigger("view.dark");
        QVERIFY(theme::Theme::instance().isDark());
        QCOMPARE(window.settings.theme(), u"dark"_s);
        picture(window, u"window-dark-150"_s);
        QVERIFY(!window->grab().isNull());
        window.keys("view.normal");
        window.trigger("view.light");
        QCOMPARE(theme::Theme::instance().percent(), 100);
    }

    void thePlaceOfDocksIsRemembered()
    {
        Window window;
        auto *dock = window->findChild<QDockWidget *>(u"payloadDock"_s);
        QVERIFY(dock->isVisible());
        press(*dock, u"hideDock"_s);
        QVERIFY(!dock->isVisible());
        window->close();
        QTRY_VERIFY(!window->isVisible());
        QVERIFY(!window.settings.windowLayout().isEmpty());
        shell::MainWindow again({rulebook(), window.templates, window.settings, window.documents, window.folder,
                                    window.environments, window.exchanges, window.dispatcher},
            window.dialogs);
        again.show();
        QVERIFY(!again.findChild<QDockWidget *>(u"payloadDock"_s)->isVisible());
    }

    /// Where requests go stays in sight, however large the text is.
    void theEnvironmentStaysInSight()
    {
        Window window;
        const auto *environment = window->findChild<shell::EnvironmentButton *>();
        auto *find = window->findChild<QPushButton *>(u"findAnything"_s);
        QTRY_VERIFY(environment->isVisible() && !find->text().isEmpty());
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 150);
        window->resize(2400, 900);
        QTRY_VERIFY(!find->text().isEmpty());
        window->resize(window->findChild<QToolBar *>(u"toolBar"_s)->sizeHint().width() - 40, 800);
        QTRY_VERIFY(find->text().isEmpty());
        QTRY_VERIFY(environment->isVisible());
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
        window->resize(1440, 900);
        QTRY_VERIFY(!find->text().isEmpty());
    }

    /// A fix that makes several documents: what the first gives up is open beside it, and not saved yet.
    void aSplitOpensTheOtherDocuments()
    {
        Window window;
        OpenDocument *first = window.good(test::window({{"Territory", "[{\"country\":\"DE\"},{\"country\":\"AT\"}]"}}));
        window.keys("document.showWindows");
        auto *split = window->findChild<QPushButton *>(u"fix-AV108-split"_s);
        QVERIFY(split && split->isVisible());
        QTest::mouseClick(split, Qt::LeftButton);
        QTRY_COMPARE(window.count(), 2);
        QCOMPARE(test::at(*first, "/avail/Transaction/0/Territory/0/country"), u"\"DE\""_s);
        QVERIFY(window.current() != first && window.current()->isModified());
        QCOMPARE(window.at("/avail/Transaction/0/Territory/0/country"), u"\"AT\""_s);
        QCOMPARE(first->counts().total(), window.current()->counts().total());
        window.window->documents().show(first);
        window.keys("edit.undo");
        QVERIFY(!first->isModified());
    }

};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
