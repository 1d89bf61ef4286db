// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown before rows are pasted and days are duplicated, and that it comes to one step.
#include "PerformanceTest.h"

#include "gui/Looks.h"
#include "performance/DuplicateDialog.h"
#include "performance/PasteDialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLabel>

using namespace marquee;
using namespace marquee::test;
using performance::DuplicateDialog;
using performance::PasteDialog;

class TestPerformanceDialogs : public PerformanceTest
{
    Q_OBJECT

    template <class T>
    T *dialog() const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (T *found : m_view->findChildren<T *>()) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    static QAbstractItemModel *rows(const QWidget &in, const char *table)
    {
        return in.findChild<QTableView *>(QLatin1StringView(table))->model();
    }
    static QString label(const QWidget &in, const char *name)
    {
        return in.findChild<QLabel *>(QLatin1StringView(name))->text();
    }
    static QStringList column(QAbstractItemModel *model, int column)
    {
        QStringList all;
        for (int row = 0; row < model->rowCount(); ++row)
            all << model->index(row, column).data().toString();
        return all;
    }

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { forget(); }

    void pasting()
    {
        load(namedPerformance("a"));
        QApplication::clipboard()->setText(u"ID\tSite\tTime\tShelf\na\tS-1\t20:00\tx\nb\tS-1\tsoon\ty\n"_s);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
        PasteDialog *paste = dialog<PasteDialog>();
        QVERIFY(paste);
        QCOMPARE(column(rows(*paste, "pasteRows"), 0), (QStringList{u"changes"_s, u"new"_s}));
        QVERIFY(label(*paste, "pasteUnmatched").contains(u"Shelf"_s));
        QCOMPARE(rows(*paste, "pasteProblems")->rowCount(), 1);
        test::press(*paste, u"bulkApply"_s);
        QCOMPARE(ids(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(says(0, "Time"), u"20:00"_s);
        QCOMPARE(steps(*m_document), 1);
        QCOMPARE(m_view->performances()->current(), 1);
    }

    void pastingNothing()
    {
        load(namedPerformance("a"));
        m_view->performances()->pasteRows("words, and\nmore words\n");
        PasteDialog *paste = dialog<PasteDialog>();
        QVERIFY(paste);
        QVERIFY(!paste->findChild<QAbstractButton *>(u"bulkApply"_s)->isEnabled());
        QVERIFY(!label(*paste, "bulkRemarks").isEmpty());
        QTest::keyClick(paste, Qt::Key_Escape);
        QVERIFY(!dialog<PasteDialog>());
        QCOMPARE(steps(*m_document), 0);
    }

    void pastingWhatCancels()
    {
        load(namedPerformance("a") + namedPerformance("b"));
        m_answer = false;
        m_view->performances()->pasteRows("ID\tSite\tCancelled\na\tS-1\tyes\nb\tS-1\tno\n");
        test::press(*dialog<PasteDialog>(), u"bulkApply"_s);
        QCOMPARE(static_cast<int>(m_asked.size()), 1);
        QCOMPARE(steps(*m_document), 0);
        m_answer = true;
        m_view->performances()->pasteRows("ID\tSite\tCancelled\na\tS-1\tyes\nb\tS-1\tno\n");
        test::press(*dialog<PasteDialog>(), u"bulkApply"_s);
        QCOMPARE(says(0, "IsCancelled"), u"true"_s);
    }

    void emptyCells()
    {
        load(namedPerformance("a"));
        m_view->performances()->pasteRows("ID\tSite\tEvent\na\tS-1\t\n");
        PasteDialog *paste = dialog<PasteDialog>();
        QVERIFY(!paste->findChild<QAbstractButton *>(u"bulkApply"_s)->isEnabled());
        paste->findChild<QCheckBox *>(u"pasteEmpty"_s)->setChecked(true);
        test::press(*paste, u"bulkApply"_s);
        QVERIFY(!stands(0, "EventId"));
    }

    void duplicatingADay()
    {
        load(shownAt("a", "2027-03-12", "14:00", "H-1") + shownAt("b", "2027-03-12", "18:00", "H-2")
            + shownAt("c", "2027-03-14", "18:00", "H-2"));
        click(0);
        press("performance.duplicateDayButton");
        DuplicateDialog *duplicate = dialog<DuplicateDialog>();
        QVERIFY(duplicate);
        auto *apply = duplicate->findChild<QAbstractButton *>(u"bulkApply"_s);
        QVERIFY(!apply->isEnabled());
        QLineEdit *date = line(*duplicate, u"duplicateDate"_s);
        date->setFocus();
        type(date, u"14.3.2027"_s);
        QTest::keyClick(date, Qt::Key_Return); // adds the date; doesn't end the dialog
        QVERIFY(dialog<DuplicateDialog>());
        QCOMPARE(column(rows(*duplicate, "duplicatePreview"), 0), (QStringList{u"a-20270314"_s, u"b-20270314"_s}));
        QVERIFY(label(*duplicate, "bulkRemarks").contains(u"overlap"_s)); // with c
        type(date, u"never"_s);
        test::press(*duplicate, u"duplicateAddDate"_s);
        QCOMPARE(date->property("severity").toString(), u"error"_s);
        date->clear();
        line(*duplicate, u"duplicatePattern"_s)->setText(u"{film}"_s);
        QVERIFY(!apply->isEnabled());
        line(*duplicate, u"duplicatePattern"_s)->setText(u"{hall}-{date}-{n:2}"_s);
        QVERIFY(apply->isEnabled());
        test::press(*duplicate, u"bulkApply"_s);
        QCOMPARE(ids(), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"H-1-20270314-01"_s, u"H-2-20270314-02"_s}));
        QCOMPARE(steps(*m_document), 1);
        QCOMPARE(m_view->performances()->current(), 3);
    }

    void duplicatingTheDayInSight()
    {
        load(shownAt("a", "2027-03-12", "14:00", "H-1") + shownAt("b", "2027-03-14", "18:00", "H-2") + shownAt("c", "2027-03-14", "20:00", "H-2"));
        m_view->showPage(performance::PerformanceView::Page::Day);
        press("dayAfter");
        press("dayAfter");
        press("dayDuplicate");
        DuplicateDialog *duplicate = dialog<DuplicateDialog>();
        test::press(*duplicate, u"duplicateWeek"_s);
        QCOMPARE(column(rows(*duplicate, "duplicatePreview"), 0).mid(0, 1), QStringList{u"b-20270315"_s});
        QCOMPARE(rows(*duplicate, "duplicatePreview")->rowCount(), 14);
    }

    void duplicatingTheSelected()
    {
        load(shownAt("a", "2027-03-12", "14:00", "H-1") + shownAt("b", "2027-03-12", "18:00", "H-2")
            + shownAt("c", "2027-03-14", "18:00", "H-2"));
        click(0);
        click(2, Qt::ControlModifier);
        m_view->performances()->duplicateDay();
        DuplicateDialog *duplicate = dialog<DuplicateDialog>();
        test::press(*duplicate, u"duplicateWeek"_s);
        QCOMPARE(
            rows(*duplicate, "duplicatePreview")->rowCount(), 13); // seven days of two, but c stands on one of them
        QApplication::setActiveWindow(duplicate);
        seen<QWidget>(*duplicate, u"date-2027-03-13"_s)->setFocus();
        QTest::keyClick(cursor(), Qt::Key_Delete);
        QCOMPARE(rows(*duplicate, "duplicatePreview")->rowCount(), 11);
    }

    void looked()
    {
        m_document
            = opened(message(shownAt("a", "2027-03-12", "14:00", "H-1") + shownAt("b", "2027-03-12", "18:00", "H-2")));
        const rules::Context context = m_document->validator().context();
        looks(u"performance-paste"_s, [&] {
            auto made = std::make_unique<PasteDialog>(
                context, "ID\tSite\tTime\tShelf\na\tS-1\t20:00\tx\nb\tS-1\tsoon\ty\nc\tS-1\t19:00\t\n");
            made->show();
            return made;
        });
        looks(u"performance-duplicate"_s, [&] {
            auto made = std::make_unique<DuplicateDialog>(context, performances::Rows{0, 1}, 135);
            made->show();
            made->findChild<QAbstractButton *>(u"duplicateWeek"_s)->click();
            return made;
        });
    }
};

QTEST_MAIN(TestPerformanceDialogs)
#include "tst_performancedialogs.moc"
