// SPDX-License-Identifier: GPL-3.0-or-later
// Several windows in one form, and the table sorted, filtered and put in another order.
#include "gui/FormTest.h"

#include "avail/WindowsModel.h"
#include "avail/WindowsPage.h"
#include "avail/WindowsTable.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>

using namespace marquee;
using namespace marquee::test;
using avail::WindowsModel;
using avail::WindowsPage;

class TestSeveralWindows : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<OpenDocument> m_document;
    QAction m_add{u"Add"_s}, m_duplicate{u"Duplicate"_s}, m_remove{u"Remove"_s};
    std::unique_ptr<WindowsPage> m_page;
    avail::WindowsTable *m_table = nullptr;

    void load(const QByteArray &windows)
    {
        m_document = opened(availOf(windows));
        m_page = std::make_unique<WindowsPage>(lookup(), avail::WindowActions{&m_add, &m_duplicate, &m_remove});
        m_page->setDocument(m_document.get());
        m_table = m_page->findChild<avail::WindowsTable *>();
        new QAbstractItemModelTester(m_table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get());
        show(*m_page, {1200, 900});
    }
    static QByteArray terms(const char *watch)
    {
        return "[{\"_termName\":\"WatchDuration\",\"Duration\":\"" + QByteArray(watch) + "\"}]";
    }
    static QByteArray three()
    {
        return window({{"Start", "\"2027-03-01T00:00:00Z\""}}) + ','
            + window({{"_TransactionID", "\"w2\""}, {"LicenseType", "\"EST\""}, {"Territory", "[{\"country\":\"DE\"}]"}, {"Terms", terms("PT24H")}, {"End", "\"2029-01-01T00:00:00Z\""}}) + ','
            + window({{"_TransactionID", "\"w10\""}, {"Territory", "[{\"country\":\"CA\"}]"}, {"Start", "\"2026-03-01T00:00:00Z\""}, {"Terms", ""}});
    }
    QStringList shownIds() const
    {
        QStringList ids;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            ids << m_table->model()->index(row, WindowsModel::Id).data().toString();
        return ids;
    }
    QStringList all(const char *member) const
    {
        QStringList said;
        const payload::Value list = m_document->payload().find(place("/avail/Transaction"));
        for (std::uint32_t i = 0; i < list.size(); ++i)
            said << QString::fromStdString(list.at(i).member(member).string());
        return said;
    }
    QPoint middle(int row) const { return m_table->visualRect(m_table->model()->index(row, WindowsModel::Licence)).center(); }
    void click(int row, Qt::KeyboardModifiers modifiers = {}) { QTest::mouseClick(m_table->viewport(), Qt::LeftButton, modifiers, middle(row)); }
    void clickHeading(int column)
    {
        QHeaderView *header = m_table->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(header->sectionViewportPosition(column) + 12, header->height() / 2));
    }
    QString filterCount() const { return m_page->findChild<QLabel *>(u"windowsCount"_s)->text(); }

private Q_SLOTS:
    void initTestCase()
    {
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void whatDiffersIsSaidSo()
    {
        load(three());
        click(0);
        QVERIFY(line(*m_page, u"_TransactionID"_s));
        click(2, Qt::ControlModifier);
        QVERIFY(!line(*m_page, u"_TransactionID"_s)); // no two may have the same
        QCOMPARE(line(*m_page, u"LicenseType"_s)->text(), u"VOD"_s);
        QCOMPARE(line(*m_page, u"Start"_s)->text(), QString());
        QCOMPARE(line(*m_page, u"Start"_s)->placeholderText(), u"several values"_s);
        QCOMPARE(line(*m_page, u"Territory/0/country"_s)->placeholderText(), u"several values"_s);
        QCOMPARE(line(*m_page, u"ContractID"_s)->placeholderText(), u"not set"_s);
        picture(*m_page, u"several"_s);
        click(0);
        QVERIFY(line(*m_page, u"_TransactionID"_s));
        QCOMPARE(line(*m_page, u"Start"_s)->placeholderText(), u"empty"_s);
        QCOMPARE(steps(*m_document), 0);
    }

    void anEditGoesToAllAsOneStep()
    {
        load(three());
        m_table->selectAll();
        fill(*m_page, u"LicenseType"_s, u"SVOD"_s);
        leave();
        QCOMPARE(all("LicenseType"), QStringList(3, u"SVOD"_s));
        QCOMPARE(steps(*m_document), 1);
        fill(*m_page, u"Start"_s, u"2027-05-01"_s);
        leave();
        QCOMPARE(all("Start"), QStringList(3, u"2027-05-01T00:00:00Z"_s));
        QCOMPARE(steps(*m_document), 2);
        QCOMPARE(m_page->selectedWindows().size(), 3);
        m_document->undo();
        QCOMPARE(line(*m_page, u"Start"_s)->placeholderText(), u"several values"_s);
        m_document->undo();
        QCOMPARE(all("LicenseType"), (QStringList{u"VOD"_s, u"EST"_s, u"VOD"_s}));
        QVERIFY(!m_document->isModified());
    }

    void nothingTypedLeavesThemAsTheyAre()
    {
        load(three());
        m_table->selectAll();
        QLineEdit *start = line(*m_page, u"Start"_s);
        start->setFocus();
        QTest::keyClick(start, Qt::Key_Backspace);
        type(u"2"_s);
        QTest::keyClick(cursor(), Qt::Key_Backspace);
        leave();
        QCOMPARE(steps(*m_document), 0);
        QCOMPARE(line(*m_page, u"Start"_s)->placeholderText(), u"several values"_s);
        // By the key that takes a field away, it goes from all.
        line(*m_page, u"End"_s)->setFocus();
        QTest::keyClick(cursor(), Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(steps(*m_document), 0); // required
    }

    void aProblemOfAnyOfThemStandsBesideTheField()
    {
        load(three());
        m_table->selectAll();
        QVERIFY(saidBeside(*m_page, u"End"_s).isEmpty());
        fill(*m_page, u"End"_s, u"2026-06-01"_s); // before the start of the first two
        leave();
        QVERIFY(saidBeside(*m_page, u"End"_s).contains(u"before"_s, Qt::CaseInsensitive));
    }

    void oneTermAcrossTheSelection()
    {
        load(three());
        m_table->selectAll();
        const QString watch = u"Terms/2/Duration"_s;
        QVERIFY2(line(*m_page, watch), "the first window's third term");
        QCOMPARE(line(*m_page, watch)->placeholderText(), u"mixed"_s); // there is no room for more
        fill(*m_page, watch, u"36"_s);
        leave();
        const payload::Value list = m_document->payload().find(place("/avail/Transaction"));
        QCOMPARE(QString::fromStdString(list.at(0).member("Terms").at(2).raw()), u"{\"_termName\":\"WatchDuration\",\"Duration\":\"PT36H\"}"_s);
        QCOMPARE(QString::fromStdString(list.at(1).member("Terms").at(0).member("Duration").string()), u"PT36H"_s);
        QCOMPARE(QString::fromStdString(list.at(2).member("Terms").at(0).member("_termName").string()), u"WatchDuration"_s);
        QCOMPARE(steps(*m_document), 1);
        press(*m_page, u"removeTerm-WatchDuration"_s);
        QCOMPARE(m_document->payload().find(place("/avail/Transaction/0/Terms")).size(), 2U);
        QCOMPARE(m_document->payload().find(place("/avail/Transaction/2/Terms")).size(), 0U);
        QCOMPARE(steps(*m_document), 2);
    }

    void territoriesOfDifferentLengths()
    {
        load(window({{"Territory", "[{\"country\":\"US\"},{\"country\":\"CA\"}]"}}) + ',' + window({{"_TransactionID", "\"w2\""}}));
        m_table->selectAll();
        fill(*m_page, u"Territory"_s, u"DE"_s);
        leave();
        const payload::Value list = m_document->payload().find(place("/avail/Transaction"));
        for (std::uint32_t i = 0; i < 2; ++i)
            QCOMPARE(QString::fromStdString(list.at(i).member("Territory").raw()), u"[{\"country\":\"DE\"}]"_s);
    }

    void sortingLeavesThePayloadAlone()
    {
        load(three());
        const QByteArray before = m_document->bytes();
        clickHeading(WindowsModel::Start);
        QCOMPARE(shownIds(), (QStringList{u"w10"_s, u"w2"_s, u"w1"_s}));
        clickHeading(WindowsModel::Start);
        QCOMPARE(shownIds(), (QStringList{u"w1"_s, u"w2"_s, u"w10"_s}));
        clickHeading(WindowsModel::Id);
        QCOMPARE(shownIds(), (QStringList{u"w1"_s, u"w2"_s, u"w10"_s})); // numbers as numbers
        clickHeading(WindowsModel::Territory);
        QCOMPARE(shownIds(), (QStringList{u"w10"_s, u"w2"_s, u"w1"_s}));
        click(0);
        QCOMPARE(m_page->currentWindow(), 2);
        QCOMPARE(line(*m_page, u"_TransactionID"_s)->text(), u"w10"_s);
        // A row that is edited stays where it is.
        fill(*m_page, u"Territory/0/country"_s, u"ZA"_s);
        leave();
        QCOMPARE(shownIds(), (QStringList{u"w10"_s, u"w2"_s, u"w1"_s}));
        m_document->undo();
        QCOMPARE(m_document->bytes(), before);
        clickHeading(WindowsModel::Territory);
        clickHeading(WindowsModel::Territory);
        QCOMPARE(shownIds(), (QStringList{u"w1"_s, u"w2"_s, u"w10"_s})); // as the payload has them
        QVERIFY(m_table->isPlain());
    }

    void filtered_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("a licence") << u"est"_s << QStringList{u"w2"_s};
        QTest::newRow("a country's name") << u"germ"_s << QStringList{u"w2"_s};
        QTest::newRow("a country's code") << u"ca"_s << QStringList{u"w10"_s};
        QTest::newRow("two words, in any order") << u"2029 est"_s << QStringList{u"w2"_s};
        QTest::newRow("one of them isn't there") << u"est canada"_s << QStringList{};
        QTest::newRow("part of an ID") << u"w1"_s << QStringList{u"w1"_s, u"w10"_s};
        QTest::newRow("a price") << u"4.99"_s << QStringList{u"w1"_s};
    }
    void filtered()
    {
        QFETCH(QString, words);
        load(three());
        auto *filter = m_page->findChild<QLineEdit *>(u"windowsFilter"_s);
        filter->setFocus();
        type(words);
        QTEST(shownIds(), "ids");
        QVERIFY(filterCount().endsWith(u"3"_s));
        filter->clear();
        QCOMPARE(shownIds().size(), 3);
        QCOMPARE(filterCount(), QString());
        QVERIFY(m_page->currentWindow() >= 0);
    }

    void aWindowThatIsAskedForIsShown()
    {
        load(three());
        m_page->findChild<QLineEdit *>(u"windowsFilter"_s)->setText(u"est"_s);
        QCOMPARE(shownIds().size(), 1);
        QVERIFY(m_page->focusField(place("/avail/Transaction/2/Start")));
        QCOMPARE(m_page->currentWindow(), 2);
        QCOMPARE(shownIds().size(), 3);
    }

    void anotherOrderByKeyboard()
    {
        load(three());
        click(2);
        m_page->moveWindows(-1);
        QCOMPARE(all("_TransactionID"), (QStringList{u"w1"_s, u"w10"_s, u"w2"_s}));
        QCOMPARE(m_page->selectedWindows(), QList<int>{1});
        m_page->moveWindows(-1);
        m_page->moveWindows(-1); // it is at the top
        QCOMPARE(all("_TransactionID"), (QStringList{u"w10"_s, u"w1"_s, u"w2"_s}));
        QCOMPARE(steps(*m_document), 2);
        QCOMPARE(shownIds(), all("_TransactionID"));
        click(1, Qt::ControlModifier);
        m_page->moveWindows(1);
        QCOMPARE(all("_TransactionID"), (QStringList{u"w2"_s, u"w10"_s, u"w1"_s}));
        QCOMPARE(m_page->selectedWindows(), (QList<int>{1, 2}));
        m_page->moveWindows(1);
        QCOMPARE(steps(*m_document), 3);
    }

    void anotherOrderByDropping()
    {
        load(three());
        QAbstractItemModel *model = m_table->model();
        const std::unique_ptr<QMimeData> dragged(model->mimeData({model->index(0, 0), model->index(0, 1)}));
        QVERIFY(model->canDropMimeData(dragged.get(), Qt::MoveAction, 3, 0, {}));
        model->dropMimeData(dragged.get(), Qt::MoveAction, 3, 0, {});
        QCOMPARE(all("_TransactionID"), (QStringList{u"w2"_s, u"w10"_s, u"w1"_s}));
        QCOMPARE(m_page->selectedWindows(), QList<int>{2});
        QCOMPARE(m_document->payload().find(place("/avail/Transaction")).size(), 3U);
        // Of another table's windows, nothing happens.
        WindowsModel other(lookup().vocabularies);
        const auto elsewhere = opened(availOf(three()));
        other.setDocument(elsewhere.get());
        const std::unique_ptr<QMimeData> foreign(other.mimeData({other.index(0, 0)}));
        model->dropMimeData(foreign.get(), Qt::MoveAction, 0, 0, {});
        QCOMPARE(steps(*m_document), 1);
    }

    void noOtherOrderWhileSorted()
    {
        load(three());
        clickHeading(WindowsModel::Start);
        QSignalSpy refused(m_page.get(), &WindowsPage::refused);
        click(1);
        m_page->moveWindows(1);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(steps(*m_document), 0);
        QAbstractItemModel *model = m_table->model();
        const std::unique_ptr<QMimeData> dragged(model->mimeData({model->index(0, 0)}));
        QVERIFY(!model->canDropMimeData(dragged.get(), Qt::MoveAction, 3, 0, {}));
    }
};

QTEST_MAIN(TestSeveralWindows)
#include "tst_severalwindows.moc"
