// SPDX-License-Identifier: GPL-3.0-or-later
// Problems in words under a field.
#include "gui/FormTest.h"

#include "form/ProblemLines.h"

#include <QLabel>

using namespace marquee;
using namespace marquee::test;
using form::ProblemLines;

class TestProblemLines : public QObject
{
    Q_OBJECT

private:
    ProblemLines *m_lines = nullptr;
    std::unique_ptr<QWidget> m_around;

    void look(const OpenDocument &document) { m_lines->show(document.validator().problems(100), document.validator()); }
    QStringList shown() const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QStringList words;
        for (const QLabel *label : m_lines->findChildren<QLabel *>()) {
            if (!label->text().isEmpty())
                words << label->text();
        }
        return words;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<rules::Fix>();
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
    void init()
    {
        m_around = std::make_unique<QWidget>();
        m_lines = new ProblemLines(m_around.get());
        show(*m_around, {600, 200});
    }
    void cleanup() { m_around.reset(); }

    void noneTakeNoRoom()
    {
        QVERIFY(m_lines->isHidden());
        look(*opened(avail(window())));
        QVERIFY(m_lines->isHidden());
        QCOMPARE(m_lines->mark(), editor::Mark::None);
        QVERIFY(m_lines->words().isEmpty());
    }

    void wordsMarkAndFix()
    {
        const auto document = opened(avail(window({{"End", "\"2026-12-01T00:00:00Z\""}})));
        look(*document);
        QVERIFY(m_lines->isVisible());
        QCOMPARE(m_lines->mark(), editor::Mark::Error);
        QCOMPARE(shown().size(), 1);
        QCOMPARE(m_lines->words(), shown().front());
        QSignalSpy wanted(m_lines, &ProblemLines::fixWanted);
        const auto links = m_lines->findChildren<QAbstractButton *>(QRegularExpression(u"^fix-AV101-"_s));
        QVERIFY(!links.isEmpty());
        QVERIFY(!links.front()->text().isEmpty());
        links.front()->setFocus();
        QTest::keyClick(links.front(), Qt::Key_Space); // by the keyboard too
        QCOMPARE(wanted.size(), 1);
        QVERIFY(document->apply(wanted.front().front().value<rules::Fix>().edits));
        QCOMPARE(document->counts().errors, 0);
        m_lines->clear();
        QVERIFY(m_lines->isHidden());
        QCOMPARE(m_lines->mark(), editor::Mark::None);
    }

    void theWorstComesFirstAndFourAreEnough()
    {
        const auto document = opened(avail(window({{"End", "\"2026-12-01T00:00:00Z\""},
                                                   {"LicenseType", "\"VODD\""},
                                                   {"FormatProfile", "{\"value\":\"\"}"},
                                                   {"Territory", "[{\"country\":\"UK\"}]"},
                                                   {"Wild", "1"},
                                                   {"HoldbackLanguage", "[{\"value\":\"fr\"}]"}})));
        QVERIFY(document->counts().total() > 4);
        look(*document);
        QCOMPARE(shown().size(), 4);
        QCOMPARE(m_lines->mark(), editor::Mark::Error);
        const auto first = m_lines->findChildren<QLabel *>();
        QCOMPARE(first.at(1)->property("role").toString(), u"error"_s);
    }

    void theSameProblemKeepsItsWidgetsAndTakesTheNewPlace()
    {
        // A window in front moves the place; the words stay.
        const QByteArray bad = window({{"End", "\"2026-12-01T00:00:00Z\""}});
        const auto document = opened(avail(bad));
        look(*document);
        auto *link = m_lines->findChildren<QAbstractButton *>(QRegularExpression(u"^fix-AV101-"_s)).value(0);
        QVERIFY(link);
        QVERIFY(document->apply(payload::Edit::insertItem(place("/avail/Transaction"), window({{"_TransactionID", "\"w0\""}, {"LicenseType", "\"EST\""}, {"Terms", "[]"}}).toStdString(), 0)));
        std::vector<rules::Problem> ours = document->validator().problems(100);
        std::erase_if(ours, [](const rules::Problem &problem) { return QByteArray(problem.rule->info().id) != "AV101"; });
        m_lines->show(ours, document->validator());
        QCOMPARE(m_lines->findChildren<QAbstractButton *>(QRegularExpression(u"^fix-AV101-"_s)).value(0), link);
        QSignalSpy wanted(m_lines, &ProblemLines::fixWanted);
        QTest::mouseClick(link, Qt::LeftButton);
        QVERIFY(document->apply(wanted.front().front().value<rules::Fix>().edits));
        QCOMPARE(at(*document, "/avail/Transaction/1/Start"), u"\"2026-12-01T00:00:00Z\""_s);
    }
};

QTEST_MAIN(TestProblemLines)
#include "tst_problemlines.moc"
