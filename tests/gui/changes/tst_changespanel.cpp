// SPDX-License-Identifier: GPL-3.0-or-later
// The panel with real events: what is compared, what a row does, and what is said where there is none.
#include "unit/rules/Fixture.h"

#include "changes/ChangesModel.h"
#include "changes/ChangesPanel.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QMutex>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QThreadPool>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using changes::ChangesModel;
using changes::ChangesPanel;
using changes::Other;
using payload::Edit;
using payload::Pointer;
using workspace::OpenDocument;

namespace {

const Pointer end = *Pointer::parse("/avail/Transaction/0/End");
const Pointer format = *Pointer::parse("/avail/Transaction/0/FormatProfile");

/// Files that stand nowhere; read on other threads.
class Files
{
public:
    void put(const QString &path, const QByteArray &bytes)
    {
        const QMutexLocker lock(&m_mutex);
        m_files[path] = bytes;
    }
    Expected<QByteArray> read(const QString &path)
    {
        const QMutexLocker lock(&m_mutex);
        ++m_reads;
        if (!m_files.contains(path))
            return tl::unexpected(
                Error{Error::Code::NotFound, u"The file isn't there."_s, u"Look elsewhere."_s, {}, {}});
        return m_files[path];
    }
    int reads()
    {
        const QMutexLocker lock(&m_mutex);
        return m_reads;
    }

private:
    QMutex m_mutex;
    QMap<QString, QByteArray> m_files;
    int m_reads = 0;
};

} // namespace

class TestChangesPanel : public QObject
{
    Q_OBJECT

private:
    Files m_files;
    std::unique_ptr<ChangesPanel> m_panel;
    std::unique_ptr<OpenDocument> m_document;
    QTableView *m_table = nullptr;

    template <class T>
    T *child(const QString &name) const
    {
        return m_panel->findChild<T *>(name);
    }
    void open(const QByteArray &text, const QString &path = u"/film.json"_s)
    {
        auto before = std::exchange(
            m_document, OpenDocument::read(rulebook(), text, OpenDocument::Origin::File, {}, fixedClock));
        m_document->setPath(path);
        m_panel->setDocument(m_document.get());
    }
    void apply(const Edit &edit) { QVERIFY(m_document->apply(edit).value()); }
    int rows() const { return m_table->model()->rowCount(); }
    QString words() const { return child<QLabel>(u"changesEmpty"_s)->text(); }
    bool isSaid(const QString &text) const
    {
        return child<QLabel>(u"changesEmpty"_s)->isVisible() && words().contains(text);
    }
    QString placeAt(int row) const { return m_table->model()->index(row, ChangesModel::Place).data().toString(); }
    void click(int row) const
    {
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {},
            m_table->visualRect(m_table->model()->index(row, ChangesModel::Place)).center());
    }
    void save(const QString &name) const
    {
        if (const QString folder = qEnvironmentVariable("MARQUEE_PICTURES"); !folder.isEmpty())
            m_panel->grab().save(folder + u'/' + name + u".png"_s);
    }
    /// Two windows and a title against a saved file, with a difference of each kind.
    void openMany()
    {
        m_files.put(u"/many.json"_s,
            avail(window() + ',' + window({{"_TransactionID", "\"w2\""}, {"FormatProfile", "{\"value\":\"SD\"}"}})));
        open(avail(window({{"End", "\"2029-06-01T00:00:00Z\""}, {"Start", "\"2027-01-01T01:00:00+01:00\""},
                       {"ContractID", "\"CPH\""}, {"Territory", "[{\"country\":\"US\"},{\"country\":\"CA\"}]"},
                       {"Terms", rentalTerms("{\"_termName\":\"Download\",\"Text\":\"Yes\"}")}}),
                 "{\"_contentID\":\"NF-1\",\"WorkType\":\"Movie\",\"Metadata\":{\"TitleInternalAlias\":[\"The Night "
                 "Ferry\"]}}"),
            u"/many.json"_s);
        QTRY_COMPARE(rows(), 7);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<payload::Pointer>();
        qRegisterMetaType<Error>();
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
    void init()
    {
        m_files.put(u"/film.json"_s, avail(window()));
        m_panel
            = std::make_unique<ChangesPanel>(rulebook(), [this](const QString &path) { return m_files.read(path); });
        m_table = child<QTableView>(u"changesTable"_s);
        m_panel->resize(1100, 240);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_document.reset();
    }

    void followsEdits()
    {
        QSignalSpy counts(m_panel.get(), &ChangesPanel::countChanged);
        open(avail(window()));
        QTRY_VERIFY(isSaid(u"both say the same"_s));
        save(u"changes-none"_s);
        apply(Edit::set(end, "\"2029-01-01T00:00:00Z\""));
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(placeAt(0), u"Window w1 › End"_s);
        QCOMPARE(counts.last().at(0).toInt(), 1);
        apply(Edit::remove(format));
        QTRY_COMPARE(rows(), 2);
        m_document->undo();
        m_document->undo();
        QTRY_VERIFY(rows() == 0 && isSaid(u"both say the same"_s));
        QCOMPARE(counts.last().at(0).toInt(), 0);
    }

    void savingIsSeen()
    {
        open(avail(window()));
        QTRY_VERIFY(isSaid(u"both say the same"_s));
        apply(Edit::set(end, "\"2029-01-01T00:00:00Z\""));
        QTRY_COMPARE(rows(), 1);
        m_files.put(u"/film.json"_s, m_document->bytes());
        m_document->markSaved(m_document->state());
        QTRY_VERIFY(rows() == 0 && isSaid(u"both say the same"_s));
        m_files.put(u"/film.json"_s, avail(window({{"End", "1"}})));
        m_panel->reload();
        QTRY_COMPARE(rows(), 1);
        m_files.put(u"/other.json"_s, avail(window({{"End", "1"}, {"Start", "1"}})));
        m_document->setPath(u"/other.json"_s);
        QTRY_COMPARE(rows(), 2);
    }

    void goesToTheField()
    {
        openMany();
        QSignalSpy activated(m_panel.get(), &ChangesPanel::activated);
        for (int row = 0; row < rows(); ++row) {
            const changes::Difference &difference = m_panel->model().difference(row);
            click(row);
            QCOMPARE(activated.size(), row + 1);
            const auto field = activated.last().at(0).value<Pointer>();
            QCOMPARE(field, difference.after ? *difference.after : *Pointer::parse("/avail/Transaction"));
        }
        m_panel->focusFirst();
        QTest::keyClick(m_table, Qt::Key_Down);
        QTest::keyClick(m_table, Qt::Key_Return);
        QCOMPARE(activated.size(), rows() + 1);
        QCOMPARE(activated.last().at(0).value<Pointer>(), *m_panel->model().difference(1).after);
    }

    void putsBack()
    {
        openMany();
        auto *button = child<QPushButton>(u"changesPutBack"_s);
        QVERIFY(!button->isEnabled());
        m_panel->focusFirst();
        const QByteArray text = m_document->bytes();
        for (int left = rows(); left > 0; --left) {
            QTRY_VERIFY(button->isEnabled());
            if (left % 2)
                QTest::keyClick(m_table, Qt::Key_Period, Qt::ControlModifier);
            else
                QTest::mouseClick(button, Qt::LeftButton);
            QVERIFY(m_document->payload().undoCaption().startsWith(u"Put back"_s));
            QTRY_COMPARE(rows(), left - 1);
        }
        QVERIFY(!button->isEnabled());
        for (int steps = 0; steps < 7; ++steps)
            m_document->undo();
        QCOMPARE(m_document->bytes(), text); // one step each
        QVERIFY(!m_document->payload().canUndo());
    }

    /// What the list says of an older text isn't put into a newer one.
    void notIntoAnotherText()
    {
        openMany();
        m_panel->focusFirst();
        auto *button = child<QPushButton>(u"changesPutBack"_s);
        QVERIFY(button->isEnabled());
        apply(Edit::remove(*Pointer::parse("/avail/Asset")));
        QVERIFY(!button->isEnabled());
        const auto state = m_document->state();
        QTest::keyClick(m_table, Qt::Key_Period, Qt::ControlModifier);
        QCOMPARE(m_document->state(), state);
        QTRY_VERIFY(button->isEnabled());
    }

    void menu()
    {
        openMany();
        QSignalSpy activated(m_panel.get(), &ChangesPanel::activated);
        m_panel->focusFirst();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(m_table, &event);
        auto *menu = child<QMenu>(u"changesMenu"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 5);
        menu->actions().at(0)->trigger();
        QCOMPARE(activated.size(), 1);
        menu->actions().at(1)->trigger();
        QTRY_COMPARE(rows(), 6);
    }

    void lastAnswer()
    {
        open(avail(window()));
        m_panel->compareWith(Other::LastAnswer);
        QTRY_VERIFY(isSaid(u"hasn't answered"_s));
        save(u"changes-no-answer"_s);
        QByteArray reply = avail(window({{"End", "\"2029-01-01T00:00:00Z\""}}));
        m_panel->setLastReply(reply.replace("{\"avail\"", "{\"success\":true,\"avail\""), u"Get, 12:04"_s);
        QTRY_COMPARE(rows(), 1);
        QVERIFY(m_table->model()->headerData(ChangesModel::Before, Qt::Horizontal).toString().contains(u"12:04"_s));
        m_panel->setLastReply("{\"success\":true}");
        QTRY_VERIFY(isSaid(u"holds no avail"_s));
        m_panel->setLastReply("<html>");
        QTRY_VERIFY(rows() == 0 && !isSaid(u"holds no avail"_s) && !isSaid(u"Comparing"_s));
        open(avail(window()));
        QTRY_VERIFY(isSaid(u"hasn't answered"_s)); // about this one
    }

    void anotherFile()
    {
        open(avail(window()));
        QSignalSpy wanted(m_panel.get(), &ChangesPanel::fileWanted);
        auto *choose = child<QPushButton>(u"changesChoose"_s);
        QVERIFY(!choose->isVisible());
        auto *other = child<QComboBox>(u"changesOther"_s);
        other->setFocus();
        QTest::keyClick(other, Qt::Key_End);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(isSaid(u"Choose the file"_s));
        QTest::mouseClick(child<QPushButton>(u"changesStep"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 2);
        QTest::mouseClick(choose, Qt::LeftButton);
        QCOMPARE(wanted.size(), 3);
        m_files.put(u"/dir/second.json"_s, avail(window({{"End", ""}})));
        m_panel->setFile(u"/dir/second.json"_s);
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(other->currentText(), u"second.json"_s);
        m_panel->compareWith(Other::SavedFile);
        QTRY_VERIFY(isSaid(u"both say the same"_s));
        m_panel->setFile(u"/nowhere.json"_s);
        QTRY_VERIFY(isSaid(u"The file isn't there. Look elsewhere."_s));
        QVERIFY(child<QPushButton>(u"changesStep"_s)->isVisible());
        save(u"changes-no-file"_s);
    }

    void nothingToCompare()
    {
        QVERIFY(isSaid(u"Open or make a document"_s));
        open("{\"a\": nonsense}");
        QTRY_VERIFY(isSaid(u"isn't well-formed"_s));
        open(avail(window()), {});
        QTRY_VERIFY(isSaid(u"hasn't been saved yet"_s));
        QVERIFY(child<QPushButton>(u"changesStep"_s)->isVisible());
        save(u"changes-unsaved"_s);
        openMany();
        m_document.reset();
        QTRY_VERIFY(isSaid(u"Open or make a document"_s));
        QCOMPARE(rows(), 0);
    }

    void onlyWhileItIsSeen()
    {
        m_panel->hide();
        const int reads = m_files.reads();
        open(avail(window({{"End", ""}})));
        QCoreApplication::processEvents();
        QCOMPARE(m_files.reads(), reads);
        m_panel->show();
        QTRY_COMPARE(rows(), 1);
    }

    void filters()
    {
        openMany();
        QTest::keyClicks(child<QLineEdit>(u"changesFilter"_s), u"window w1 end"_s);
        QCOMPARE(rows(), 1);
        QTest::keyClick(child<QLineEdit>(u"changesFilter"_s), Qt::Key_Return);
        QVERIFY(m_table->currentIndex().isValid());
        child<QLineEdit>(u"changesFilter"_s)->clear();
        for (const char *name : {"changesAdded", "changesRemoved", "changesChanged"})
            QTest::mouseClick(child<QPushButton>(QString::fromLatin1(name)), Qt::LeftButton);
        QCOMPARE(rows(), 0);
        QVERIFY(isSaid(u"left by the filter"_s));
        QTest::mouseClick(child<QPushButton>(u"changesStep"_s), Qt::LeftButton);
        QCOMPARE(rows(), 7);
    }

    void selectionStays()
    {
        openMany();
        int row = 0;
        while (placeAt(row) != u"Window w1 › End"_s)
            ++row;
        m_table->setCurrentIndex(m_table->model()->index(row, ChangesModel::Place));
        apply(Edit::set(*Pointer::parse("/avail/ALID"), "\"other\"")); // a difference before it
        QTRY_COMPARE(rows(), 8);
        QCOMPARE(placeAt(m_table->currentIndex().row()), u"Window w1 › End"_s);
    }

    void manyDifferences()
    {
        QByteArray before;
        QByteArray after;
        for (int i = 0; i < 2500; ++i) {
            const QByteArray id = "\"w" + QByteArray::number(i) + '"';
            before += (i ? "," : "") + window({{"_TransactionID", id}});
            after += (i ? "," : "") + window({{"_TransactionID", id}, {"End", "\"2029-01-01T00:00:00Z\""}});
        }
        m_files.put(u"/large.json"_s, avail(before));
        open(avail(after), u"/large.json"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rows(), static_cast<int>(changes::Comparer::Most), 20000);
        QCOMPARE(m_panel->count(), 2500);
        QVERIFY(child<QLabel>(u"changesMore"_s)->isVisible());
        QVERIFY(child<QLabel>(u"changesMore"_s)->text().contains(QLocale().toString(500)));
        // Edits while it works: the last counts.
        for (int day = 10; day < 20; ++day)
            apply(Edit::set(end, "\"2028-01-" + std::to_string(day) + "T00:00:00Z\""));
        apply(Edit::set(end, "\"2028-01-01T00:00:00Z\""));
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->count(), 2499, 20000);
    }

    void goesAwayWhileItWorks()
    {
        open(avail(window({{"End", ""}})));
        QCoreApplication::processEvents();
        m_document.reset();
        m_panel.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
    }

    /// Looks are judged by people; here only that nothing is cut off.
    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("width");
        QTest::newRow("light") << false << 100 << 1100;
        QTest::newRow("dark") << true << 100 << 1100;
        QTest::newRow("large") << false << 150 << 1100;
        QTest::newRow("narrow") << false << 100 << 720;
    }
    void looks()
    {
        QFETCH(bool, dark);
        QFETCH(int, percent);
        QFETCH(int, width);
        theme::Theme::instance().apply(*qApp, dark ? theme::Mode::Dark : theme::Mode::Light, percent);
        m_panel->resize(width, 300);
        openMany();
        m_panel->focusFirst();
        QTest::keyClick(m_table, Qt::Key_Down);
        QCoreApplication::processEvents();
        save(u"changes-"_s + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(m_panel->width(), width);
        for (const QPushButton *button : m_panel->findChildren<QPushButton *>()) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->objectName()));
        }
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
};

QTEST_MAIN(TestChangesPanel)
#include "tst_changespanel.moc"
