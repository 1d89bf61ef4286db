// SPDX-License-Identifier: GPL-3.0-or-later
// One window's own fields.
#include "gui/FormTest.h"

#include "avail/WindowForm.h"

#include <QLabel>
#include <QPlainTextEdit>

using namespace marquee;
using namespace marquee::test;
using avail::WindowForm;

class TestWindowForm : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<OpenDocument> m_document;
    std::unique_ptr<WindowForm> m_form;

    void bind(const QByteArray &windows, OpenDocument::Origin origin = OpenDocument::Origin::File)
    {
        m_document = opened(availOf(windows), origin);
        m_form = std::make_unique<WindowForm>(lookup());
        m_form->bind(m_document.get(), place("/avail/Transaction/0"));
        show(*m_form, {700, 1000});
    }
    QString json(const char *member) const { return at(*m_document, ("/avail/Transaction/0/" + QByteArray(member))); }
    void undoAll()
    {
        while (m_document->payload().canUndo())
            m_document->undo();
    }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void cleanup()
    {
        m_form.reset();
        m_document.reset();
    }

    void anIdIsMadeOnDemand()
    {
        bind(window({{"_TransactionID", ""}}));
        press(*m_form, u"generateWindowId"_s);
        const QString first = json("_TransactionID");
        QVERIFY(first.size() > 10);
        QCOMPARE(line(*m_form, u"_TransactionID"_s)->text(), first.mid(1, first.size() - 2));
        press(*m_form, u"generateWindowId"_s);
        QVERIFY(json("_TransactionID") != first);
        QCOMPARE(steps(*m_document), 2);
        undoAll();
        QCOMPARE(json("_TransactionID"), QString());
    }

    void severalTerritories()
    {
        bind(window());
        press(*m_form, u"addTerritory"_s);
        QCOMPARE(cursorName(), u"Territory/1/country"_s);
        type(cursor(), u"CA"_s);
        QTest::keyClick(cursor(), Qt::Key_Escape); // the suggestions
        press(*m_form, u"addTerritory"_s);
        QCOMPARE(cursorName(), u"Territory/2/country"_s);
        type(cursor(), u"MX"_s);
        QTest::keyClick(cursor(), Qt::Key_Escape);
        QCOMPARE(json("Territory"), u"[{\"country\":\"US\"},{\"country\":\"CA\"},{\"country\":\"MX\"}]"_s);
        press(*m_form, u"removeTerritory-1"_s);
        QCOMPARE(json("Territory"), u"[{\"country\":\"US\"},{\"country\":\"MX\"}]"_s);
        QCOMPARE(line(*m_form, u"Territory/1/country"_s)->text(), u"MX"_s);
        undoAll();
        QCOMPARE(m_document->bytes(), availOf(window()));
    }

    void aTerritoryWhereThereIsNone()
    {
        bind(window({{"Territory", ""}}));
        QVERIFY(!saidBeside(*m_form, u"Territory/0/country"_s).isEmpty()); // the list is missing
        fill(*m_form, u"Territory/0/country"_s, u"DE"_s);
        QCOMPARE(json("Territory"), u"[{\"country\":\"DE\"}]"_s);
        QVERIFY(saidBeside(*m_form, u"Territory/0/country"_s).isEmpty());
    }

    void aFormatThatIsAbsentIsMadeWithItsObject()
    {
        bind(window({{"FormatProfile", ""}}));
        fill(*m_form, u"FormatProfile/value"_s, u"UHD"_s);
        QCOMPARE(json("FormatProfile"), u"{\"value\":\"UHD\"}"_s);
    }

    void datesAreTypedAndSwappedByTheFix()
    {
        bind(window());
        fill(*m_form, u"End"_s, u"2026-06-30 00:00"_s);
        leave();
        QCOMPARE(json("End"), u"\"2026-06-30T00:00:00Z\""_s);
        QVERIFY(!saidBeside(*m_form, u"End"_s).isEmpty());
        const auto links = m_form->findChildren<QAbstractButton *>(QRegularExpression(u"^fix-AV101-"_s));
        QVERIFY(!links.isEmpty());
        QTest::mouseClick(links.front(), Qt::LeftButton);
        QCOMPARE(json("Start"), u"\"2026-06-30T00:00:00Z\""_s);
        QCOMPARE(json("End"), u"\"2027-01-01T00:00:00Z\""_s);
        QVERIFY(saidBeside(*m_form, u"End"_s).isEmpty());
        m_document->undo();
        m_document->undo();
        QCOMPARE(m_document->bytes(), availOf(window()));
    }

    void whatIsNoDateIsKeptAsItWasTyped()
    {
        bind(window());
        fill(*m_form, u"Start"_s, u"next spring"_s);
        leave();
        QCOMPARE(json("Start"), u"\"next spring\""_s);
        QVERIFY(!saidBeside(*m_form, u"Start"_s).isEmpty());
        QCOMPARE(steps(*m_document), 1);
    }

    void problemsOfTermsStandElsewhere()
    {
        bind(window({{"Terms", "[{\"_termName\":\"SRP\",\"Text\":\"4.99\"}]"}}));
        QVERIFY(m_document->counts().errors > 0);
        QVERIFY(m_form->findChildren<QAbstractButton *>(QRegularExpression(u"^fix-TM001"_s)).isEmpty());
    }

    void otherMembersAreJson()
    {
        bind(window({{"Wild", "[1]"}, {"FormatProfile", "{\"value\":\"HD\",\"_HDR\":true}"}}));
        QVERIFY(seen<QPlainTextEdit>(*m_form, u"Wild"_s));
        QCOMPARE(seen<QPlainTextEdit>(*m_form, u"FormatProfile/_HDR"_s)->toPlainText(), u"true"_s);
    }

    void anotherWindowIsShownByTheSameRows()
    {
        bind(window() + ',' + window({{"_TransactionID", "\"w2\""}, {"LicenseType", "\"EST\""}}));
        QLineEdit *before = line(*m_form, u"LicenseType"_s);
        m_form->bind(m_document.get(), place("/avail/Transaction/1"));
        QCOMPARE(line(*m_form, u"LicenseType"_s), before);
        QCOMPARE(before->text(), u"EST"_s);
        fill(*m_form, u"_TransactionID"_s, u"w3"_s);
        QCOMPARE(at(*m_document, "/avail/Transaction/1/_TransactionID"), u"\"w3\""_s);
        QCOMPARE(json("_TransactionID"), u"\"w1\""_s);
    }
};

QTEST_MAIN(TestWindowForm)
#include "tst_windowform.moc"
