// SPDX-License-Identifier: GPL-3.0-or-later
// A list to choose from by typing.
#include "gui/FormTest.h"

#include "form/SearchPopup.h"

#include <QListView>
#include <QPointer>
#include <QPushButton>

using namespace marquee;
using namespace marquee::test;
using form::SearchPopup;

class TestSearchPopup : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QPushButton> m_anchor;
    QPointer<SearchPopup> m_popup;
    QStringList m_picked;

    void open(bool fallback = false)
    {
        std::vector<SearchPopup::Entry> entries{{u"RentalDuration"_s, u"Rental period"_s, u"RentalDuration"_s, u"How long it may be kept."_s, {}},
                                                {u"SRP"_s, u"Retail price"_s, u"SRP"_s, u"What viewers pay."_s, {}},
                                                {u"Download"_s, u"Download"_s, u"Download"_s, u"Viewers may keep a copy to rent it."_s, {}}};
        m_popup = new SearchPopup(std::move(entries), u"Find a term"_s, m_anchor.get());
        connect(m_popup, &SearchPopup::picked, this, [this](const QString &key) { m_picked << key; });
        if (fallback)
            m_popup->setFallback([](const QString &text) { return SearchPopup::Entry{text, u"Use "_s + text, {}, {}, {}}; });
        m_popup->openBelow(m_anchor.get());
        QVERIFY(m_popup->isVisible());
    }
    QLineEdit *search() const { return m_popup->findChild<QLineEdit *>(u"popupSearch"_s); }
    QListView *list() const { return m_popup->findChild<QListView *>(u"popupList"_s); }
    QStringList shown() const
    {
        QStringList all;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            all << list()->model()->index(row, 0).data().toString();
        return all;
    }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void init()
    {
        m_picked.clear();
        m_anchor = std::make_unique<QPushButton>(u"Add"_s);
        show(*m_anchor, {100, 40});
    }
    void cleanup() { m_anchor.reset(); }

    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("nothing yet") << QString() << QStringList{u"Rental period"_s, u"Retail price"_s, u"Download"_s};
        QTest::newRow("by the key") << u"srp"_s << QStringList{u"Retail price"_s};
        QTest::newRow("by the title; a beginning comes first") << u"re"_s << QStringList{u"Retail price"_s, u"Rental period"_s, u"Download"_s};
        QTest::newRow("by the meaning") << u"viewers pay"_s << QStringList{u"Retail price"_s};
        QTest::newRow("blanks around") << u"  SRP "_s << QStringList{u"Retail price"_s};
        QTest::newRow("none") << u"zzz"_s << QStringList();
    }
    void finds()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, expected);
        open();
        type(search(), typed);
        QStringList found = shown();
        found.sort();
        expected.sort();
        QCOMPARE(found, expected);
        if (!found.isEmpty())
            QCOMPARE(list()->currentIndex().row(), 0);
    }

    void aBeginningComesBeforeAMiddle()
    {
        open();
        type(search(), u"rent"_s);
        QCOMPARE(shown(), (QStringList{u"Rental period"_s, u"Download"_s}));
    }

    void keysChoose()
    {
        open();
        QTest::keyClick(search(), Qt::Key_Down);
        QTest::keyClick(search(), Qt::Key_Down);
        QTest::keyClick(search(), Qt::Key_Down); // the last stays
        QTest::keyClick(search(), Qt::Key_Up);
        QTest::keyClick(search(), Qt::Key_Return);
        QCOMPARE(m_picked, QStringList{u"SRP"_s});
        QTRY_VERIFY(!m_popup); // goes when it is closed
    }

    void aClickChooses()
    {
        open();
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(list()->model()->index(2, 0)).center());
        QCOMPARE(m_picked, QStringList{u"Download"_s});
    }

    void escapeChoosesNothing()
    {
        open();
        QTest::keyClick(search(), Qt::Key_Escape);
        QTRY_VERIFY(!m_popup);
        QVERIFY(m_picked.isEmpty());
    }

    void returnOnNothingStays()
    {
        open();
        type(search(), u"zzz"_s);
        QTest::keyClick(search(), Qt::Key_Return);
        QVERIFY(m_popup->isVisible());
        QVERIFY(m_picked.isEmpty());
    }

    void whatNobodyKnowsMayBeTakenAsItIs()
    {
        open(true);
        QVERIFY(!shown().contains(u"Use "_s));
        type(search(), u"SRP"_s); // known: no second offer
        QCOMPARE(shown(), QStringList{u"Retail price"_s});
        type(search(), u"X"_s);
        QCOMPARE(shown(), QStringList{u"Use SRPX"_s});
        QTest::keyClick(search(), Qt::Key_Enter);
        QCOMPARE(m_picked, QStringList{u"SRPX"_s});
    }

    void aReaderHearsTitleAndMeaning()
    {
        open();
        QCOMPARE(list()->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(), u"Retail price. What viewers pay."_s);
        QCOMPARE(search()->accessibleName(), u"Find a term"_s);
    }
};

QTEST_MAIN(TestSearchPopup)
#include "tst_searchpopup.moc"
