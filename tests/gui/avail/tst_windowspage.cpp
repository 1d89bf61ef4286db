// SPDX-License-Identifier: GPL-3.0-or-later
// The windows of an avail: the table, and the form and terms of the selected one.
#include "gui/FormTest.h"

#include "avail/WindowsPage.h"

#include <QAction>
#include <QSet>
#include <QTableView>

using namespace marquee;
using namespace marquee::test;
using avail::WindowsPage;

class TestWindowsPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<OpenDocument> m_document;
    QAction m_add{u"Add"_s}, m_duplicate{u"Duplicate"_s}, m_remove{u"Remove"_s};
    std::unique_ptr<WindowsPage> m_page;
    QTableView *m_table = nullptr;

    void load(const QByteArray &windows, OpenDocument::Origin origin = OpenDocument::Origin::File)
    {
        m_document = opened(availOf(windows), origin);
        m_page = std::make_unique<WindowsPage>(lookup(), avail::WindowActions{&m_add, &m_duplicate, &m_remove});
        connect(&m_add, &QAction::triggered, m_page.get(), &WindowsPage::addWindow);
        connect(&m_duplicate, &QAction::triggered, m_page.get(), &WindowsPage::duplicateWindow);
        connect(&m_remove, &QAction::triggered, m_page.get(), &WindowsPage::removeWindows);
        m_page->setDocument(m_document.get());
        m_table = m_page->findChild<QTableView *>(u"windowsTable"_s);
        show(*m_page, {1200, 900});
    }
    static QByteArray three()
    {
        return window() + ',' + window({{"_TransactionID", "\"w2\""}, {"LicenseType", "\"EST\""}}) + ',' + window({{"_TransactionID", "\"w3\""}, {"LicenseType", "\"POEST\""}});
    }
    QStringList ids() const
    {
        QStringList all;
        const payload::Value list = m_document->payload().find(place("/avail/Transaction"));
        for (std::uint32_t i = 0; i < list.size(); ++i)
            all << QString::fromStdString(list.at(i).member("_TransactionID").string());
        return all;
    }
    QString shownId() const { return line(*m_page, u"_TransactionID"_s)->text(); }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, modifiers, m_table->visualRect(m_table->model()->index(row, 2)).center());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_add.setObjectName(u"window.add"_s);
        m_duplicate.setObjectName(u"window.duplicate"_s);
        m_remove.setObjectName(u"window.remove"_s);
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void selectingShowsTheWindow()
    {
        load(three());
        QCOMPARE(m_page->currentWindow(), 0);
        QCOMPARE(shownId(), u"w1"_s);
        click(2);
        QCOMPARE(shownId(), u"w3"_s);
        QTest::keyClick(m_table, Qt::Key_Up);
        QCOMPARE(shownId(), u"w2"_s);
        QCOMPARE(steps(*m_document), 0);
    }

    void noWindowsYet()
    {
        load({});
        QVERIFY(seen<QAbstractButton>(*m_page, u"addFirstWindow"_s));
        QVERIFY(!m_duplicate.isEnabled());
        QVERIFY(!m_remove.isEnabled());
        press(*m_page, u"addFirstWindow"_s);
        QCOMPARE(ids().size(), 1);
        QVERIFY(!ids().front().isEmpty());
        QCOMPARE(cursorName(), u"LicenseType"_s);
        QVERIFY(m_remove.isEnabled());
        m_document->undo();
        QVERIFY(seen<QAbstractButton>(*m_page, u"addFirstWindow"_s));
        QVERIFY(!m_remove.isEnabled());
    }

    void aListThatIsMissingIsMade()
    {
        load({});
        QVERIFY(m_document->apply(payload::Edit::remove(place("/avail/Transaction"))));
        press(*m_page, u"addFirstWindow"_s);
        QCOMPARE(ids().size(), 1);
    }

    void addedOnesStandAtTheEndWithAnIdOfTheirOwn()
    {
        load(three());
        m_add.trigger();
        m_add.trigger();
        QCOMPARE(ids().size(), 5);
        const QStringList all = ids();
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), 5);
        QCOMPARE(m_page->currentWindow(), 4);
        QCOMPARE(shownId(), ids().last());
        QCOMPARE(steps(*m_document), 2);
    }

    void aCopyStandsBehindWithAnotherId()
    {
        load(three());
        click(1);
        m_duplicate.trigger();
        QCOMPARE(ids().size(), 4);
        QCOMPARE(ids().at(1), u"w2"_s);
        QVERIFY(ids().at(2) != u"w2"_s && !ids().at(2).isEmpty());
        QCOMPARE(m_page->currentWindow(), 2);
        QCOMPARE(at(*m_document, "/avail/Transaction/2/Terms"), at(*m_document, "/avail/Transaction/1/Terms"));
        m_document->undo();
        QCOMPARE(m_document->bytes(), availOf(three()));
    }

    void severalAreRemovedInOneStep()
    {
        load(three());
        click(0);
        click(2, Qt::ControlModifier);
        m_remove.trigger();
        QCOMPARE(ids(), QStringList{u"w2"_s});
        QCOMPARE(shownId(), u"w2"_s);
        QCOMPARE(steps(*m_document), 1);
        m_document->undo();
        QCOMPARE(m_document->bytes(), availOf(three()));
        QVERIFY(m_page->currentWindow() >= 0);
        QCOMPARE(shownId(), ids().at(m_page->currentWindow()));
    }

    void theLastOneCanGo()
    {
        load(window());
        m_remove.trigger();
        QVERIFY(ids().isEmpty());
        QVERIFY(seen<QAbstractButton>(*m_page, u"addFirstWindow"_s));
        m_document->undo();
        QCOMPARE(shownId(), u"w1"_s);
        QCOMPARE(m_page->currentWindow(), 0);
    }

    void theTableFollowsTheForm()
    {
        load(three());
        click(1);
        fill(*m_page, u"_TransactionID"_s, u"renamed"_s);
        QCOMPARE(m_table->model()->index(1, 1).data().toString(), u"renamed"_s);
        QCOMPARE(m_page->currentWindow(), 1);
        QCOMPARE(cursorName(), u"_TransactionID"_s);
        m_document->undo();
        QCOMPARE(shownId(), u"w2"_s);
    }

    void whatComesInFrontMovesTheFormAlong()
    {
        load(three());
        click(1);
        line(*m_page, u"_TransactionID"_s)->setFocus();
        QVERIFY(m_document->apply(payload::Edit::insertItem(place("/avail/Transaction"), window({{"_TransactionID", "\"w0\""}}).toStdString(), 0)));
        QCOMPARE(m_page->currentWindow(), 2);
        QCOMPARE(shownId(), u"w2"_s);
        QCOMPARE(cursorName(), u"_TransactionID"_s);
        type(cursor(), u"!"_s);
        QVERIFY(ids().at(2).contains(u'!'));
        QCOMPARE(ids().at(1), u"w1"_s);
    }

    void whatWasTypedGoesToTheWindowWhereItWasTyped()
    {
        // A date that isn't read before the cursor leaves it, while something else chooses another window.
        load(three());
        fill(*m_page, u"Start"_s, u"next spring"_s);
        m_page->markField(place("/avail/Transaction/1/End"));
        QCOMPARE(at(*m_document, "/avail/Transaction/0/Start"), u"\"next spring\""_s);
        QCOMPARE(at(*m_document, "/avail/Transaction/1/Start"), u"\"2027-01-01T00:00:00Z\""_s);
        QCOMPARE(line(*m_page, u"Start"_s)->text(), u"2027-01-01 00:00"_s);
    }

    void goesWhileTheCursorIsInAField()
    {
        // A combo box finishes when it loses the cursor, and so does a date that isn't read yet.
        for (const char *field : {"LicenseType", "Start"}) {
            load(three());
            QWidget around; // a tab closes, not the window
            m_page->setParent(&around);
            show(around);
            m_page->show();
            fill(*m_page, QString::fromLatin1(field), u"POE"_s);
            const QByteArray before = m_document->bytes();
            m_page.reset();
            QCOMPARE(m_document->bytes(), before);
        }
    }

    void goesToAField()
    {
        load(three());
        QVERIFY(m_page->focusField(place("/avail/Transaction/2/End")));
        QCOMPARE(m_page->currentWindow(), 2);
        QCOMPARE(cursorName(), u"End"_s);
        QVERIFY(m_page->focusField(place("/avail/Transaction/1/Terms/0")));
        QCOMPARE(m_page->currentWindow(), 1);
        QVERIFY(cursorName().startsWith(u"Terms/0"_s));
        QVERIFY(m_page->focusField(place("/avail/Transaction/0")));
        QCOMPARE(cursor(), m_table);
        QVERIFY(!m_page->focusField(place("/avail/ALID")));
        QVERIFY(m_page->focusField(place("/avail/Transaction/7/End"))); // there is none: the nearest is the table
        m_page->markField(place("/avail/Transaction/1/End"));
        QCOMPARE(m_page->currentWindow(), 1);
    }

    void tenThousandWindows()
    {
        QByteArray many;
        for (int i = 0; i < 10000; ++i)
            many += (i ? "," : "") + window({{"_TransactionID", "\"n" + QByteArray::number(i) + '"'}, {"ContractID", "\"c" + QByteArray::number(i) + '"'}});
        load(many);
        QCOMPARE(m_table->model()->rowCount(), 10000);
        for (const int row : {9999, 5000, 0, 7321}) {
            m_page->selectWindow(row);
            QCOMPARE(shownId(), u"n%1"_s.arg(row));
            QVERIFY(m_table->viewport()->rect().intersects(m_table->visualRect(m_table->model()->index(row, 1))));
        }
        fill(*m_page, u"ContractID"_s, u"edited"_s);
        QCOMPARE(at(*m_document, "/avail/Transaction/7321/ContractID"), u"\"edited\""_s);
        m_duplicate.trigger();
        QCOMPARE(m_page->currentWindow(), 7322);
        m_remove.trigger();
        QCOMPARE(m_table->model()->rowCount(), 10000);
        while (m_document->payload().canUndo())
            m_document->undo();
        QCOMPARE(m_document->bytes(), availOf(many));
    }
};

QTEST_MAIN(TestWindowsPage)
#include "tst_windowspage.moc"
