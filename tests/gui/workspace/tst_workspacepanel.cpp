// SPDX-License-Identifier: GPL-3.0-or-later
// The panel over a real folder, with real events.
#include "unit/rules/Fixture.h"

#include "shell/theme/Theme.h"
#include "workspace/Files.h"
#include "workspace/FolderFilter.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocument.h"
#include "workspace/WorkspacePanel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using workspace::FolderModel;
using workspace::OpenDocument;
using workspace::WorkspacePanel;

namespace {

constexpr int Patience = 20000;

} // namespace

class TestWorkspacePanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FolderModel> m_model;
    std::unique_ptr<WorkspacePanel> m_panel;
    QTreeView *m_tree = nullptr;
    QLineEdit *m_filter = nullptr;

    template <class T>
    T *child(const QString &name) const
    {
        return m_panel->findChild<T *>(name);
    }
    QString path(const QString &name) const { return QFileInfo(m_folder->path()).canonicalFilePath() + u'/' + name; }
    void put(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        if (!workspace::saveFile(path(name), text))
            qFatal("the temporary folder can't be written");
    }
    void settle()
    {
        m_model->setFolder(m_folder->path());
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), Patience);
    }
    void fill()
    {
        put(u"harbour-lights-s01e01.json"_s, avail(window()));
        put(u"harbour-lights-s01e02.json"_s, avail(window({{"End", "\"2026-12-01T00:00:00Z\""}})));
        put(u"night-ferry.json"_s,
            avail(window({{"Start", "\"2020-01-01T00:00:00Z\""}, {"End", "\"2020-02-01T00:00:00Z\""}})));
        put(u"a-name-that-is-rather-long-and-differs-at-its-end-only-s02e11.json"_s, avail(window()));
        put(u"q4-channels.json"_s, R"({"requestItems":[]})");
        put(u"get harbour-lights.json"_s, R"({"success":true,"avail":{}})");
        settle();
    }
    void show(const QSize &size = {248, 420})
    {
        m_panel->resize(size);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    QModelIndex find(const QString &name) const
    {
        const QModelIndexList found = m_tree->model()->match(
            m_tree->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.first();
    }
    QPoint pointOf(const QString &name) const { return m_tree->visualRect(find(name)).center(); }
    void save(const QString &name) const
    {
        if (const QString folder = qEnvironmentVariable("MARQUEE_PICTURES"); !folder.isEmpty())
            m_panel->grab().save(folder + u'/' + name + u".png"_s);
    }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_model = std::make_unique<FolderModel>(rulebook());
        m_panel = std::make_unique<WorkspacePanel>(*m_model);
        m_tree = child<QTreeView>(u"workspaceTree"_s);
        m_filter = child<QLineEdit>(u"workspaceFilter"_s);
    }
    void cleanup()
    {
        m_panel.reset();
        m_model.reset();
    }

    void emptyStates()
    {
        show();
        auto *words = child<QLabel>(u"workspaceEmpty"_s);
        QVERIFY(words->isVisible());
        QCOMPARE(words->text(), u"Choose a folder to see its documents here."_s);
        settle();
        QCOMPARE(words->text(), u"No documents in this folder yet. New makes one, or drop files here."_s);
        QSignalSpy chosen(m_panel.get(), &WorkspacePanel::chooseFolderRequested);
        QTest::mouseClick(child<QPushButton>(u"workspaceChoose"_s), Qt::LeftButton);
        QTest::keyClick(child<QPushButton>(u"workspaceChoose"_s), Qt::Key_Space);
        QCOMPARE(chosen.size(), 2);
        save(u"workspace-empty"_s);
        put(u"a.json"_s, avail(window()));
        QTRY_VERIFY_WITH_TIMEOUT(m_tree->isVisible(), Patience); // it comes by itself
        QVERIFY(QFile::remove(path(u"a.json"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(words->isVisible(), Patience);
    }

    void pointer()
    {
        fill();
        show();
        QSignalSpy opened(m_panel.get(), &WorkspacePanel::openRequested);
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, pointOf(u"night-ferry"_s));
        QCOMPARE(m_tree->currentIndex(), find(u"night-ferry"_s));
        QCOMPARE(opened.size(), 0); // one click selects
        QTest::mouseDClick(m_tree->viewport(), Qt::LeftButton, {}, pointOf(u"night-ferry"_s));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toString(), path(u"night-ferry.json"_s));
        const QModelIndex avails = find(u"Avails"_s);
        QVERIFY(m_tree->isExpanded(avails));
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, pointOf(u"Avails"_s));
        QVERIFY(!m_tree->isExpanded(avails));
        QCOMPARE(opened.size(), 1);
        put(u"another.json"_s, avail(window())); // what the user closed stays closed
        QTRY_VERIFY_WITH_TIMEOUT(find(u"another"_s).isValid() && m_model->isSettled(), Patience);
        QVERIFY(!m_tree->isExpanded(find(u"Avails"_s)));
    }

    void keys()
    {
        fill();
        show();
        QSignalSpy opened(m_panel.get(), &WorkspacePanel::openRequested);
        m_panel->focusFilter();
        QTest::keyClick(m_filter, Qt::Key_Down);
        QCOMPARE(m_tree->currentIndex(), find(u"Avails"_s));
        QTest::keyClick(m_tree, Qt::Key_Return); // closes the heading
        QVERIFY(!m_tree->isExpanded(find(u"Avails"_s)));
        QTest::keyClick(m_tree, Qt::Key_Right);
        QVERIFY(m_tree->isExpanded(find(u"Avails"_s)));
        QTest::keyClick(m_tree, Qt::Key_Down);
        QTest::keyClick(m_tree, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QTest::keyClick(m_tree, Qt::Key_Up);
        QTest::keyClick(m_tree, Qt::Key_Up); // off the first row
        QCOMPARE(m_panel->focusWidget(), m_filter);
    }

    void filter()
    {
        fill();
        show();
        QSignalSpy opened(m_panel.get(), &WorkspacePanel::openRequested);
        QTest::keyClicks(m_filter, u"HARB 02"_s);
        QVERIFY(find(u"harbour-lights-s01e02"_s).isValid());
        QVERIFY(!find(u"harbour-lights-s01e01"_s).isValid());
        QVERIFY(!find(u"Batches"_s).isValid()); // a heading over nothing
        QTest::keyClick(m_filter, Qt::Key_Return);
        QCOMPARE(opened.first().first().toString(), path(u"harbour-lights-s01e02.json"_s));
        QTest::keyClicks(m_filter, u" nowhere"_s);
        QVERIFY(!m_tree->isVisible());
        QVERIFY(child<QPushButton>(u"workspaceClear"_s)->isVisible());
        QTest::keyClick(m_filter, Qt::Key_Escape);
        QVERIFY(m_tree->isVisible());
        QVERIFY(find(u"Batches"_s).isValid());
        QTest::keyClick(m_filter, Qt::Key_Return); // nothing was looked for
        QCOMPARE(opened.size(), 1);
    }

    void contextMenu()
    {
        fill();
        show();
        QSignalSpy opened(m_panel.get(), &WorkspacePanel::openRequested);
        QSignalSpy shown(m_panel.get(), &WorkspacePanel::showInFolderRequested);
        const auto ask = [this](const QString &name) {
            m_tree->setCurrentIndex(find(name));
            QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
            QCoreApplication::sendEvent(m_tree->viewport(), &event);
            return m_panel->findChild<QMenu *>(u"workspaceMenu"_s);
        };
        QVERIFY(!ask(u"Avails"_s)); // a heading has none
        QMenu *menu = ask(u"night-ferry"_s);
        QVERIFY(menu);
        QSignalSpy duplicated(m_panel.get(), &WorkspacePanel::duplicateWanted);
        QSignalSpy binned(m_panel.get(), &WorkspacePanel::binWanted);
        save(u"workspace-menu"_s);
        for (QAction *action : menu->actions())
            action->trigger();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(shown.size(), 1);
        QCOMPARE(duplicated.size(), 1);
        QCOMPARE(binned.size(), 1);
        QCOMPARE(binned.first().first().toString(), path(u"night-ferry.json"_s));
        QVERIFY(child<QLineEdit>(u"workspaceRename"_s)); // Rename… began
        QCOMPARE(QGuiApplication::clipboard()->text(), path(u"night-ferry.json"_s));
        menu->close();
    }

    void rename()
    {
        put(u"season 1/über.json"_s, avail(window()));
        fill();
        show();
        QSignalSpy renamed(m_panel.get(), &WorkspacePanel::renameWanted);
        m_tree->setCurrentIndex(find(u"Avails"_s));
        QTest::keyClick(m_tree, Qt::Key_F2); // not a file
        QVERIFY(!child<QLineEdit>(u"workspaceRename"_s));
        m_tree->setCurrentIndex(find(u"season 1/über"_s));
        QTest::keyClick(m_tree, Qt::Key_F2);
        auto *edit = child<QLineEdit>(u"workspaceRename"_s);
        QVERIFY(edit);
        QCOMPARE(edit->text(), u"über"_s); // its own name
        QCOMPARE(edit->selectedText(), edit->text());
        save(u"workspace-rename"_s);
        QTest::keyClicks(edit, u"a?"_s);
        QCOMPARE(edit->property("severity").toString(), u"error"_s);
        QVERIFY(!edit->toolTip().isEmpty());
        save(u"workspace-rename-error"_s);
        QTest::keyClick(edit, Qt::Key_Backspace);
        QVERIFY(!edit->property("severity").isValid());
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(renamed.size(), 1);
        QCOMPARE(renamed.first(), (QVariantList{path(u"season 1/über.json"_s), u"a"_s}));
        QVERIFY(find(u"season 1/über"_s).isValid()); // until somebody does it
        m_tree->setFocus();
        QTRY_VERIFY(!child<QLineEdit>(u"workspaceRename"_s));

        m_tree->setCurrentIndex(find(u"season 1/über"_s));
        QTest::keyClick(m_tree, Qt::Key_F2);
        edit = child<QLineEdit>(u"workspaceRename"_s);
        QVERIFY(edit);
        QTest::keyClicks(edit, u"b"_s);
        QTest::keyClick(edit, Qt::Key_Escape); // not meant
        QTRY_VERIFY(!child<QLineEdit>(u"workspaceRename"_s));
        QCOMPARE(renamed.size(), 1);

        m_panel->setCurrentPath(path(u"season 1/über.json"_s));
        QVERIFY(QFile::rename(path(u"season 1/über.json"_s), path(u"season 1/a.json"_s)));
        m_model->renamed(path(u"season 1/über.json"_s), path(u"season 1/a.json"_s));
        QCOMPARE(m_tree->currentIndex(), find(u"season 1/a"_s)); // it stays selected
        m_panel->select(path(u"night-ferry.json"_s));
        QCOMPARE(m_tree->currentIndex(), find(u"night-ferry"_s));
    }

    void bin()
    {
        fill();
        show();
        QSignalSpy binned(m_panel.get(), &WorkspacePanel::binWanted);
        m_tree->setCurrentIndex(find(u"Avails"_s));
        QTest::keyClick(m_tree, Qt::Key_Delete);
        QCOMPARE(binned.size(), 0);
        m_tree->setCurrentIndex(find(u"night-ferry"_s));
        QTest::keyClick(m_tree, Qt::Key_Delete);
        QCOMPARE(binned.size(), 1);
        QCOMPARE(binned.first().first().toString(), path(u"night-ferry.json"_s));
    }

    void thousands()
    {
        const QByteArray broken = avail(window({{"End", "\"2026-12-01T00:00:00Z\""}}));
        for (int i = 0; i < 3000; ++i) {
            QFile file(path(u"title-%1.json"_s.arg(i, 4, 10, QLatin1Char('0'))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(i % 7 == 3 ? broken : i % 50 == 8 ? QByteArray(R"({"requestItems":[]})") : avail(window()));
        }
        show();
        settle();
        QCOMPARE(m_tree->model()->rowCount(find(u"Batches"_s)), 51);
        save(u"workspace-thousands"_s);
        QTest::keyClicks(m_filter, u"77"_s);
        QCOMPARE(m_tree->model()->rowCount(find(u"Avails"_s)) > 20, true);
        save(u"workspace-thousands-filtered"_s);
    }

    void theCurrentDocument()
    {
        fill();
        show();
        m_panel->setCurrentPath(path(u"q4-channels.json"_s));
        QCOMPARE(m_tree->currentIndex(), find(u"q4-channels"_s));
        m_panel->setCurrentPath(path(u"later.json"_s)); // not there yet
        QVERIFY(!m_tree->currentIndex().isValid());
        put(u"later.json"_s, avail(window()));
        QTRY_VERIFY_WITH_TIMEOUT(find(u"later"_s).isValid() && m_tree->currentIndex() == find(u"later"_s), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), Patience);
        QTRY_COMPARE(m_tree->currentIndex(), find(u"later"_s)); // it moved from "Reading…" to Avails
        m_panel->setCurrentPath({});
        QVERIFY(!m_tree->currentIndex().isValid());
    }

    void openAndModified()
    {
        fill();
        auto document = OpenDocument::read(rulebook(), avail(window()), OpenDocument::Origin::File, {}, fixedClock);
        document->setPath(path(u"harbour-lights-s01e01.json"_s));
        m_model->follow(document.get());
        QVERIFY(document->apply(Edit::set(*Pointer::parse("/avail/Transaction/0/End"), "\"2020-01-01T00:00:00Z\""))
                    .value());
        m_panel->setCurrentPath(document->path());
        show();
        const QModelIndex at = find(u"harbour-lights-s01e01"_s);
        QVERIFY(at.data(FolderModel::OpenRole).toBool());
        QVERIFY(at.data(Qt::AccessibleTextRole).toString().contains(u"not saved"_s));
        save(u"workspace-light"_s);
        theme::Theme::instance().apply(*qApp, theme::Mode::Dark, 150);
        show({340, 520});
        save(u"workspace-dark-150"_s);
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }

    void tooManyFiles()
    {
        for (int i = 0; i <= FolderModel::MostFiles; ++i) {
            QFile file(path(u"f%1.json"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        settle();
        show();
        auto *cut = child<QLabel>(u"workspaceCut"_s);
        QVERIFY(cut->isVisible());
        QCOMPARE(cut->text(), u"The first %1 files are shown."_s.arg(QLocale().toString(FolderModel::MostFiles)));
    }

    void proxyIsSound()
    {
        workspace::FolderFilter filter;
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(m_model.get());
        fill();
        filter.setText(u"harbour"_s);
        put(u"harbour-new.json"_s, avail(window()));
        QTRY_VERIFY_WITH_TIMEOUT(
            m_model->indexOf(path(u"harbour-new.json"_s)).isValid() && m_model->isSettled(), Patience);
        filter.setText({});
    }
};

QTEST_MAIN(TestWorkspacePanel)
#include "tst_workspacepanel.moc"
