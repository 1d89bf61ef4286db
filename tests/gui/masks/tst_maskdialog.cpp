// SPDX-License-Identifier: GPL-3.0-or-later
// What is masked follows what is chosen; the three ways to hand it on.
#include "gui/FormTest.h"

#include "masks/MaskDialog.h"
#include "preview/PayloadView.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>

using namespace marquee;
using namespace marquee::test;
using masks::MaskDialog;

namespace {

QByteArray film()
{
    return avail(window({{"ContractID", "\"LP-2027-11\""}}));
}

void press(const QDialog &dialog, const QString &name)
{
    QTest::mouseClick(seen<QPushButton>(dialog, name), Qt::LeftButton);
}

} // namespace

class TestMaskDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void choicesAreFollowed()
    {
        MaskDialog dialog(rulebook(), payload::Text(film()), u"night-ferry"_s);
        test::show(dialog, {1100, 700});
        QTRY_VERIFY(!dialog.isBusy());
        QVERIFY(dialog.masked().contains("Title 1") && dialog.masked().contains("CONTRACT-001")
            && !dialog.masked().contains("4.99"));
        QVERIFY(dialog.masked().contains("NF-1"));
        auto *after = seen<preview::PayloadView>(dialog, u"maskAfter"_s);
        QCOMPARE(after->text().toByteArray(), dialog.masked());
        QCOMPARE(seen<preview::PayloadView>(dialog, u"maskBefore"_s)->text().toByteArray(), film());
        auto *ids = seen<QCheckBox>(dialog, u"maskIds"_s);
        ids->setFocus();
        QTest::keyClick(ids, Qt::Key_Space);
        QVERIFY(dialog.isBusy());
        QVERIFY(!seen<QPushButton>(dialog, u"maskSave"_s)->isEnabled());
        QTRY_VERIFY(!dialog.isBusy());
        QVERIFY(!dialog.masked().contains("NF-1"));
        fill(dialog, u"maskMembersLine"_s, u"country"_s);
        QTest::keyClick(cursor(), Qt::Key_Return);
        QTRY_VERIFY(!dialog.isBusy() && dialog.masked().contains("\"country\":\"Text 1\""));
        QVERIFY(dialog.isVisible()); // Enter was the line's
        fill(dialog, u"maskMembersLine"_s, u"/avail/Asset/0/WorkType"_s);
        QTest::keyClick(cursor(), Qt::Key_Return);
        QTRY_VERIFY(!dialog.isBusy() && !dialog.masked().contains("Movie"));
        QCOMPARE(dialog.options().members, QStringList{u"country"_s});
        QCOMPARE(dialog.options().pointers.size(), std::size_t(1));
    }

    void nothingChosen()
    {
        MaskDialog dialog(rulebook(), payload::Text(film()), u"night-ferry"_s);
        test::show(dialog, {1100, 700});
        dialog.setOptions({false, false, false, false, false, {}, {}});
        QTRY_VERIFY(!dialog.isBusy());
        QVERIFY(seen<QLabel>(dialog, u"maskState"_s)->text().startsWith(u"Nothing is chosen"_s));
        for (const QString &name : {u"maskCopy"_s, u"maskOpen"_s, u"maskSave"_s})
            QVERIFY(!seen<QPushButton>(dialog, name)->isEnabled());
    }

    void handedOn()
    {
        MaskDialog dialog(rulebook(), payload::Text(film()), u"night-ferry"_s);
        QSignalSpy copied(&dialog, &MaskDialog::copyWanted);
        QSignalSpy saved(&dialog, &MaskDialog::saveWanted);
        QSignalSpy opened(&dialog, &MaskDialog::openWanted);
        test::show(dialog, {1100, 700});
        QTRY_VERIFY(!dialog.isBusy());
        press(dialog, u"maskCopy"_s);
        press(dialog, u"maskSave"_s);
        press(dialog, u"maskOpen"_s);
        QCOMPARE(copied[0][0].toByteArray(), dialog.masked());
        QCOMPARE(saved[0][0].toByteArray(), dialog.masked());
        QCOMPARE(saved[0][1].toString(), u"night-ferry-masked.json"_s);
        QCOMPARE(opened[0][1].toString(), u"night-ferry-masked.json"_s);
        press(dialog, u"maskClose"_s);
        QVERIFY(!dialog.isVisible());
    }

    void xmlAndBrokenTexts()
    {
        MaskDialog xml(rulebook(), payload::Text(QByteArray("\n<Event Title='Night Ferry'/>")), u"e"_s);
        QTRY_VERIFY(!xml.isBusy());
        QCOMPARE(xml.masked(), QByteArray("\n<Event Title='Title 1'/>"));
        QSignalSpy saved(&xml, &MaskDialog::saveWanted);
        test::show(xml, {1100, 700});
        press(xml, u"maskSave"_s);
        QCOMPARE(saved[0][1].toString(), u"e-masked.xml"_s);
        MaskDialog broken(rulebook(), payload::Text(QByteArray("{")), u"b"_s);
        test::show(broken, {1100, 700});
        QTRY_VERIFY(!broken.isBusy());
        QCOMPARE(seen<QLabel>(broken, u"maskState"_s)->property("role").toString(), u"error"_s);
        QVERIFY(broken.masked().isEmpty());
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("percent");
        QTest::newRow("light") << false << 100;
        QTest::newRow("dark") << true << 100;
        QTest::newRow("large") << false << 150;
    }

    void pictures()
    {
        QFETCH(bool, dark);
        QFETCH(int, percent);
        theme::Theme::instance().apply(*qApp, dark ? theme::Mode::Dark : theme::Mode::Light, percent);
        MaskDialog dialog(rulebook(), payload::Text(film()), u"night-ferry"_s);
        test::show(dialog, {1100, 700});
        QTRY_VERIFY(!dialog.isBusy());
        fill(dialog, u"maskMembersLine"_s, u"ShortDescription"_s);
        QTest::keyClick(cursor(), Qt::Key_Return);
        QTRY_VERIFY(!dialog.isBusy());
        const QByteArray folder = qgetenv("MARQUEE_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(dialog.grab().save(QString::fromLocal8Bit(folder) + u"/mask-"_s
                + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
};

QTEST_MAIN(TestMaskDialog)
#include "tst_maskdialog.moc"
