// SPDX-License-Identifier: GPL-3.0-or-later
// The panel over a real folder, with real events.
#include "unit/rules/Fixture.h"

#include "search/FindModel.h"
#include "search/FindPanel.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Theme.h"
#include "workspace/Files.h"
#include "workspace/OpenDocuments.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using search::FindModel;
using search::FindPanel;
using workspace::FindHit;
using workspace::FindInFiles;
using workspace::FoundDocument;
using workspace::OpenDocument;
using workspace::OpenDocuments;

namespace {

constexpr int Patience = 20000;

} // namespace

class TestFindPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenDocuments> m_documents;
    std::unique_ptr<FindInFiles> m_find;
    std::unique_ptr<FindPanel> m_panel;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QTreeView *m_tree = nullptr;
    QLineEdit *m_field = nullptr;
    QStringList m_wanted; ///< "name line" of each place that was asked for

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
    /// Each on lines of its own, so that there is something to see.
    static QByteArray lines(QByteArray text) { return text.replace(",\"", ",\n    \"").replace(":[{", ":[\n  {"); }
    void fill() const
    {
        put(u"harbour-lights-s01e01.json"_s, lines(avail(window())));
        put(u"night-ferry.json"_s, lines(avail(window() + ',' + window({{"_TransactionID", "\"w2\""}}))));
        put(u"season 2/über die see.json"_s, lines(avail(window({{"LicenseType", "\"SVOD\""}}))));
        put(u"notes.json"_s, "{ not well-formed yet: the ferry\n to Night Ferry island");
    }
    void search(const QString &text)
    {
        m_field->setFocus();
        m_field->selectAll();
        QTest::keyClicks(m_field, text);
        QTest::keyClick(m_field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!m_find->isRunning(), Patience);
    }
    void show(const QSize &size = {960, 300})
    {
        m_panel->resize(size);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void save(const QString &name) const
    {
        if (const QString folder = qEnvironmentVariable("MARQUEE_PICTURES"); !folder.isEmpty())
            m_panel->grab().save(folder + u'/' + name + u".png"_s);
    }
    QString empty() const { return child<QLabel>(u"findEmpty"_s)->text(); }
    QString state() const { return child<theme::ElidedLabel>(u"findState"_s)->text(); }
    QModelIndex hit(int document, int row) const
    {
        return m_tree->model()->index(row, 0, m_tree->model()->index(document, 0));
    }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_documents = std::make_unique<OpenDocuments>(rulebook(), fixedClock);
        m_find = std::make_unique<FindInFiles>(rulebook(), *m_documents);
        m_find->setFolder(m_folder->path());
        m_panel = std::make_unique<FindPanel>(*m_find);
        m_tree = child<QTreeView>(u"findResults"_s);
        m_field = child<QLineEdit>(u"findField"_s);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_tree->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_wanted.clear();
        connect(
            m_panel.get(), &FindPanel::placeWanted, this, [this](const FoundDocument &document, const FindHit &found) {
                m_wanted << document.name + u' ' + QString::number(found.line);
            });
    }
    void cleanup()
    {
        m_tester.reset();
        m_panel.reset();
        m_find.reset();
        m_documents.reset();
    }

    void emptyStates()
    {
        fill();
        m_find->setFolder({});
        FindPanel without(*m_find);
        QVERIFY(without.findChild<QLabel *>(u"findEmpty"_s)->text().contains(u"open documents"_s));
        m_find->setFolder(m_folder->path());
        show();
        save(u"find-empty"_s);
        QVERIFY(empty().contains(u"LicenseType = SVOD"_s) || empty().contains(u"open documents"_s));
        QTest::keyClick(m_field, Qt::Key_Return); // nothing to look for
        QVERIFY(!m_find->isRunning());
        search(u"<b>nowhere</b>"_s);
        QCOMPARE(empty(), u"No “<b>nowhere</b>” in 4 document(s)."_s);
        save(u"find-nothing"_s);
        search(u"Colour = red"_s);
        QCOMPARE(empty(), u"No field “Colour” with the value “red” in 4 document(s)."_s);
        search(u"Colour ="_s);
        QCOMPARE(empty(), u"No field “Colour” in 4 document(s)."_s);
        QVERIFY(!m_panel->canStep());
        m_panel->goNext();
        QVERIFY(m_wanted.isEmpty());
    }

    void results()
    {
        fill();
        show();
        QSignalSpy counts(m_panel.get(), &FindPanel::countChanged);
        search(u"ferry"_s);
        QVERIFY(m_tree->isVisible());
        QCOMPARE(m_tree->model()->rowCount(), 4);
        QCOMPARE(m_panel->hitCount(), 5);
        QCOMPARE(state(), u"5 hit(s) in 4 document(s)"_s);
        QVERIFY(!counts.isEmpty());
        QVERIFY(m_tree->isExpanded(m_tree->model()->index(0, 0)));
        QCOMPARE(hit(0, 0).data(FindModel::PlaceRole).toString().isEmpty(), false);
        QVERIFY(hit(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Night Ferry"_s));
        QVERIFY(!child<QProgressBar>(u"findProgress"_s)->isVisible());
        m_tree->setCurrentIndex(hit(1, 0));
        save(u"find-light"_s);
        search(u"LicenseType = VOD"_s);
        QCOMPARE(m_panel->hitCount(), 3);
        theme::Theme::instance().apply(*qApp, theme::Mode::Dark, 100);
        save(u"find-dark"_s);
        theme::Theme::instance().apply(*qApp, theme::Mode::Dark, 150);
        show({960, 360});
        save(u"find-dark-150"_s);
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
        QTRY_VERIFY((m_panel->resize(520, 300), m_panel->width() == 520)); // fits once the small text is laid out
        save(u"find-narrow"_s);
        m_panel->clear();
        QCOMPARE(m_tree->model()->rowCount(), 0);
        QVERIFY(!m_tree->isVisible());
    }

    void options()
    {
        fill();
        show();
        search(u"ferry"_s);
        QTest::mouseClick(child<QPushButton>(u"findCase"_s), Qt::LeftButton); // looks again
        QTRY_VERIFY_WITH_TIMEOUT(!m_find->isRunning(), Patience);
        QCOMPARE(m_panel->hitCount(), 1);
        child<QPushButton>(u"findCase"_s)->setFocus();
        QTest::keyClick(child<QPushButton>(u"findCase"_s), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(!m_find->isRunning(), Patience);
        QCOMPARE(m_panel->hitCount(), 5);
        search(u"ferr"_s);
        QCOMPARE(m_panel->hitCount(), 5);
        QTest::mouseClick(child<QPushButton>(u"findWords"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!m_find->isRunning(), Patience);
        QCOMPARE(m_panel->hitCount(), 0);
        QVERIFY(empty().contains(u"inside longer words"_s));
    }

    void keys()
    {
        fill();
        show();
        m_panel->focusField(u"night ferry"_s);
        QCOMPARE(m_field->selectedText(), u"night ferry"_s);
        QTest::keyClick(m_field, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!m_find->isRunning(), Patience);
        QTest::keyClick(m_field, Qt::Key_Down); // to the first hit
        QCOMPARE(m_tree->currentIndex(), hit(0, 0));
        QTest::keyClick(m_tree, Qt::Key_Return);
        QCOMPARE(m_wanted.size(), 1);
        QVERIFY(m_wanted[0].startsWith(u"harbour-lights-s01e01 "_s));
        QTest::keyClick(m_tree, Qt::Key_Up); // its document
        QTest::keyClick(m_tree, Qt::Key_Return);
        QVERIFY(!m_tree->isExpanded(m_tree->model()->index(0, 0)));
        QCOMPARE(m_wanted.size(), 1);
        QTest::keyClick(m_tree, Qt::Key_Right);
        QVERIFY(m_tree->isExpanded(m_tree->model()->index(0, 0)));
        QTest::keyClick(m_tree, Qt::Key_Up); // off the first row
        QCOMPARE(m_panel->focusWidget(), m_field);
    }

    void pointer()
    {
        fill();
        show();
        search(u"night ferry"_s);
        const QModelIndex document = m_tree->model()->index(1, 0);
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, m_tree->visualRect(hit(1, 0)).center());
        QCOMPARE(m_tree->currentIndex(), hit(1, 0));
        QVERIFY(m_wanted.isEmpty()); // one click selects
        QTest::mouseDClick(m_tree->viewport(), Qt::LeftButton, {}, m_tree->visualRect(hit(1, 0)).center());
        QCOMPARE(m_wanted.size(), 1);
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, m_tree->visualRect(document).center());
        QVERIFY(!m_tree->isExpanded(document));
    }

    void steps()
    {
        fill();
        show();
        search(u"night ferry"_s); // harbour-lights, night-ferry, notes, über die see: one each
        for (int i = 0; i < 5; ++i)
            m_panel->goNext();
        QCOMPARE(m_wanted.size(), 5);
        QCOMPARE(m_wanted[0], m_wanted[4]); // round the end
        QCOMPARE(m_tree->currentIndex(), hit(0, 0));
        m_panel->goPrevious();
        QCOMPARE(m_wanted[5], m_wanted[3]);
        m_tree->setCurrentIndex(m_tree->model()->index(1, 0)); // a document's row
        m_tree->collapse(m_tree->model()->index(1, 0));
        m_panel->goNext();
        QCOMPARE(m_wanted[6], m_wanted[1]);
        m_tree->setCurrentIndex(m_tree->model()->index(1, 0));
        m_panel->goPrevious();
        QCOMPARE(m_wanted[7], m_wanted[0]);
        m_tree->setCurrentIndex({});
        m_panel->goPrevious();
        QCOMPARE(m_wanted[8], m_wanted[3]);
    }

    void manyHits()
    {
        QByteArray text = "[\n\"x ferry\"";
        for (int i = 0; i < 1500; ++i)
            text += ",\n\"x ferry " + QByteArray::number(i) + '"';
        for (int i = 0; i < 8; ++i)
            put(u"f%1.json"_s.arg(i), text + ']');
        show();
        m_tester.reset(); // looks at everything after each batch
        search(u"ferry"_s);
        QCOMPARE(m_panel->hitCount(), FindInFiles::MostHits);
        QVERIFY(state().startsWith(u"The first 10,000 hits"_s));
        save(u"find-many"_s);
    }

    void cancelled()
    {
        for (int i = 0; i < 400; ++i)
            put(u"f%1.json"_s.arg(i), avail(window()));
        show();
        m_field->setFocus();
        QTest::keyClicks(m_field, u"ferry"_s);
        QTest::keyClick(m_field, Qt::Key_Return);
        if (!m_find->isRunning())
            QSKIP("too fast to be cancelled");
        QCOMPARE(child<QPushButton>(u"findStart"_s)->text(), u"Cancel"_s);
        QVERIFY(child<QProgressBar>(u"findProgress"_s)->isVisible());
        QTest::keyClick(m_field, Qt::Key_Escape);
        QVERIFY(!m_find->isRunning());
        QCOMPARE(child<QPushButton>(u"findStart"_s)->text(), u"Find"_s);
        QTest::mouseClick(child<QPushButton>(u"findStart"_s), Qt::LeftButton); // and again
        QTRY_VERIFY_WITH_TIMEOUT(!m_find->isRunning(), Patience);
        QCOMPARE(m_panel->hitCount(), 400);
    }
};

QTEST_MAIN(TestFindPanel)
#include "tst_findpanel.moc"
