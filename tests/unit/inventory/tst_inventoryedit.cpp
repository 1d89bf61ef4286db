// SPDX-License-Identifier: GPL-3.0-or-later
// Windows of many documents changed together: what is listed, done, left out and taken back.
#include "unit/inventory/InventoryTest.h"

#include "inventory/InventoryEdit.h"
#include "payload/Document.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace marquee;
using namespace marquee::test;
using namespace marquee::inventory;
using payload::Pointer;

namespace {

SetValue field(const char *name, const std::string &json)
{
    return {{*Pointer::parse(name), {}}, json};
}

/// "a w1 Licence type: VOD > SVOD" for each line.
QStringList lines(const ChangePlan &plan)
{
    QStringList all;
    for (const ChangedField &one : plan.fields)
        all << u"%1 %2 %3: %4 > %5"_s.arg(one.document, one.window, one.field, one.before, one.after);
    return all;
}

QString why(const std::vector<LeftOut> &left)
{
    QStringList all;
    for (const LeftOut &one : left)
        all << QString(one.document + u": "_s + one.why);
    return all.join(u'\n');
}

const QByteArray Start = "2027-01-01T00:00:00Z";
const QByteArray End = "2028-01-01T00:00:00Z";

} // namespace

class TestInventoryEdit : public QObject
{
    Q_OBJECT

    static void plan(InventoryEdit &edit, const Wish &wish)
    {
        QSignalSpy ready(&edit, &InventoryEdit::planReady);
        edit.plan(wish);
        QVERIFY(ready.wait());
    }
    static void apply(InventoryEdit &edit)
    {
        QSignalSpy applied(&edit, &InventoryEdit::applied);
        edit.apply();
        QVERIFY(edit.isBusy());
        QVERIFY(applied.wait());
        QVERIFY(!edit.isBusy());
    }
    static void undo(InventoryEdit &edit)
    {
        QSignalSpy undone(&edit, &InventoryEdit::undone);
        edit.undo();
        QVERIFY(undone.wait());
    }

    /// a: w1, w2; b: w3; c: w4
    static std::unique_ptr<Shelf> shelf()
    {
        auto made = std::make_unique<Shelf>();
        made->write(u"a"_s,
            titled("A", dated("w1", Start, End) + ",\n " + dated("w2", Start, End, {{"LicenseType", "\"SVOD\""}})));
        made->write(u"b"_s, titled("B", dated("w3", Start, End)));
        made->write(u"c"_s, titled("C", dated("w4", Start, "")));
        made->read();
        return made;
    }

private Q_SLOTS:
    void listsWhatWouldChange_data()
    {
        QTest::addColumn<Wish>("wish");
        QTest::addColumn<QStringList>("changes");
        QTest::addColumn<int>("same");
        QTest::newRow("a field") << Wish(field("/LicenseType", "\"SVOD\""))
                                 << QStringList{u"a w1 Licence type: VOD > SVOD"_s, u"b w3 Licence type: VOD > SVOD"_s,
                                        u"c w4 Licence type: VOD > SVOD"_s}
                                 << 1;
        QTest::newRow("a list") << Wish(field("/Territory", "[{\"country\":\"DE\"}]"))
                                << QStringList{u"a w1 Territory: US > DE"_s, u"a w2 Territory: US > DE"_s,
                                       u"b w3 Territory: US > DE"_s, u"c w4 Territory: US > DE"_s}
                                << 0;
        QTest::newRow("the same") << Wish(field("/FormatProfile/value", "\"HD\"")) << QStringList() << 4;
        QTest::newRow("a start") << Wish(SetStart{1798848000})
                                 << QStringList{u"a w1 Start: 1 Jan 2027 00:00 > 2 Jan 2027 00:00"_s,
                                        u"a w2 Start: 1 Jan 2027 00:00 > 2 Jan 2027 00:00"_s,
                                        u"b w3 Start: 1 Jan 2027 00:00 > 2 Jan 2027 00:00"_s,
                                        u"c w4 Start: 1 Jan 2027 00:00 > 2 Jan 2027 00:00"_s}
                                 << 0;
        QTest::newRow("an end") << Wish(SetEnd{1830297600}) << QStringList{u"c w4 End:  > 1 Jan 2028 00:00"_s} << 3;
        QTest::newRow("no end") << Wish(SetEnd{})
                                << QStringList{u"a w1 End: 1 Jan 2028 00:00 > "_s, u"a w2 End: 1 Jan 2028 00:00 > "_s,
                                       u"b w3 End: 1 Jan 2028 00:00 > "_s}
                                << 1;
        windows::Shift shift;
        shift.months = 1;
        shift.start = false;
        QTest::newRow("shifted") << Wish(shift)
                                 << QStringList{u"a w1 End: 1 Jan 2028 00:00 > 1 Feb 2028 00:00"_s,
                                        u"a w2 End: 1 Jan 2028 00:00 > 1 Feb 2028 00:00"_s,
                                        u"b w3 End: 1 Jan 2028 00:00 > 1 Feb 2028 00:00"_s}
                                 << 0;
        QTest::newRow("a term") << Wish(SetValue{{Pointer().child("Duration"), "WatchDuration"}, "\"PT24H\""})
                                << QStringList{u"a w1 Watch duration: 48 h (2 day(s)) > 24 h (1 day(s))"_s,
                                       u"a w2 Watch duration: 48 h (2 day(s)) > 24 h (1 day(s))"_s,
                                       u"b w3 Watch duration: 48 h (2 day(s)) > 24 h (1 day(s))"_s,
                                       u"c w4 Watch duration: 48 h (2 day(s)) > 24 h (1 day(s))"_s}
                                << 0;
        QTest::newRow("a term that goes")
            << Wish(RemoveTerm{"WatchDuration"})
            << QStringList{u"a w1 Watch duration: 48 h (2 day(s)) > "_s, u"a w2 Watch duration: 48 h (2 day(s)) > "_s,
                   u"b w3 Watch duration: 48 h (2 day(s)) > "_s, u"c w4 Watch duration: 48 h (2 day(s)) > "_s}
            << 0;
        QTest::newRow("no such term") << Wish(RemoveTerm{"Nothing"}) << QStringList() << 4;
    }

    void listsWhatWouldChange()
    {
        QFETCH(Wish, wish);
        QFETCH(QStringList, changes);
        QFETCH(int, same);
        const auto all = shelf();
        all->open(u"b"_s);
        InventoryEdit edit(all->inventory);
        edit.select(all->rows());
        QCOMPARE(edit.selectedDocuments(), 3);
        plan(edit, wish);
        QCOMPARE(lines(edit.planned()), changes);
        QCOMPARE(edit.planned().same, same);
        QCOMPARE(edit.planned().windows, static_cast<int>(changes.size()));
        QCOMPARE(edit.planned().fieldCount, static_cast<std::size_t>(changes.size()));
    }

    void changesOpenAndClosedTogether()
    {
        const auto all = shelf();
        const QByteArray before = all->stands(u"a"_s);
        OpenDocument *open = all->open(u"b"_s);
        InventoryEdit edit(all->inventory);
        edit.select(all->rows());
        plan(edit, field("/LicenseType", "\"SVOD\""));
        QCOMPARE(edit.planned().documents, 3);
        apply(edit);
        QCOMPARE(edit.outcome().windows, 3);
        QCOMPARE(edit.outcome().documents, 3);
        QVERIFY(edit.outcome().failures.empty());
        // Nothing but the value is another, and the open one isn't saved.
        QByteArray expected = before;
        expected.replace("\"LicenseType\":\"VOD\"", "\"LicenseType\":\"SVOD\"");
        QCOMPARE(all->stands(u"a"_s), expected);
        QVERIFY(open->isModified());
        QCOMPARE(open->payload().steps().size(), std::size_t(1));
        QCOMPARE(open->undoCaption(), u"Change %n window(s) together"_s.replace(u"%n"_s, u"1"_s));
        QVERIFY(all->stands(u"b"_s).contains("\"VOD\""));
        all->settle();
        QCOMPARE(all->cell(all->rows().front(), Column::Licence), u"SVOD"_s);

        QVERIFY(edit.canUndo());
        undo(edit);
        QCOMPARE(edit.outcome().documents, 3);
        QCOMPARE(all->stands(u"a"_s), before);
        QVERIFY(!open->isModified());
        QVERIFY(!edit.canUndo());
    }

    void removesWindows()
    {
        const auto all = shelf();
        const QByteArray before = all->stands(u"a"_s);
        const QByteArray other = all->stands(u"b"_s);
        InventoryEdit edit(all->inventory);
        edit.select(all->rows());
        plan(edit, RemoveWindows());
        QCOMPARE(edit.planned().windows, 4);
        QCOMPARE(edit.planned().remarks.size(), 3); // no window would be left
        apply(edit);
        QVERIFY(!all->stands(u"a"_s).contains("w1"));
        QVERIFY(!all->stands(u"a"_s).contains("w2"));
        undo(edit);
        QCOMPARE(all->stands(u"a"_s), before);
        QCOMPARE(all->stands(u"b"_s), other);
    }

    void leavesAFileThatChangedMeanwhile()
    {
        const auto all = shelf();
        InventoryEdit edit(all->inventory);
        edit.select(all->rows());
        plan(edit, field("/LicenseType", "\"SVOD\""));
        const QByteArray other = titled("B", dated("w3", Start, End, {{"ContractID", "\"X\""}}));
        all->write(u"b"_s, other);
        apply(edit);
        QCOMPARE(edit.outcome().documents, 2);
        QCOMPARE(edit.outcome().failures.size(), std::size_t(1));
        QVERIFY2(
            why(edit.outcome().failures).contains(u"changed meanwhile"_s), qPrintable(why(edit.outcome().failures)));
        QCOMPARE(all->stands(u"b"_s), other);
        QVERIFY(all->stands(u"a"_s).count("SVOD") == 2);
        // And when it is taken back.
        const QByteArray edited = all->stands(u"c"_s) + '\n';
        all->write(u"c"_s, edited);
        undo(edit);
        QCOMPARE(edit.outcome().documents, 1);
        QCOMPARE(edit.outcome().failures.size(), std::size_t(1));
        QCOMPARE(all->stands(u"c"_s), edited);
        QVERIFY(all->stands(u"a"_s).count("SVOD") == 1);
    }

    void failsAloneWhereAFileCantBeWritten()
    {
        const auto all = shelf();
        InventoryEdit edit(all->inventory);
        edit.select(all->rows());
        plan(edit, field("/LicenseType", "\"SVOD\""));
        const QString path = all->path(u"b"_s);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
        if (QFileInfo(path).isWritable())
            QVERIFY(QFile::remove(path)); // who may do anything isn't kept from writing
        apply(edit);
        QCOMPARE(edit.outcome().documents, 2);
        QCOMPARE(edit.outcome().failures.size(), std::size_t(1));
        QCOMPARE(edit.outcome().failures.front().document, u"b"_s);
        QCOMPARE(edit.outcome().failures.front().windows, 1);
        QVERIFY(all->stands(u"c"_s).contains("SVOD"));
    }

    void findsWindowsThatMoved()
    {
        const auto all = shelf();
        InventoryEdit edit(all->inventory);
        edit.select(all->rows());
        all->write(u"a"_s, titled("A", dated("w0", Start, End) + ',' + dated("w1", Start, End))); // w1 moved, w2 went
        all->write(u"b"_s, titled("B", dated("other", Start, End)));
        all->write(u"c"_s, "{\"avail\":");
        plan(edit, field("/LicenseType", "\"TVOD\""));
        QCOMPARE(lines(edit.planned()), QStringList{u"a w1 Licence type: VOD > TVOD"_s});
        const QString left = why(edit.planned().leftOut);
        QCOMPARE(edit.planned().leftOut.size(), std::size_t(3));
        QVERIFY2(left.contains(u"a: 1 window(s) of those"_s), qPrintable(left));
        QVERIFY2(left.contains(u"b: The windows aren't there any more."_s), qPrintable(left));
        apply(edit);
        QVERIFY(all->stands(u"a"_s).contains("TVOD"));
        QVERIFY(all->stands(u"a"_s).contains("\"w0\",\"LicenseType\":\"VOD\""));
    }

    void leavesADocumentThatIsMalformed()
    {
        const auto all = shelf();
        OpenDocument *open = all->open(u"b"_s);
        QVERIFY(!open->editText("{\"avail\":"));
        InventoryEdit edit(all->inventory);
        edit.select(all->rows());
        plan(edit, field("/LicenseType", "\"SVOD\""));
        QCOMPARE(edit.planned().documents, 2);
        QVERIFY(why(edit.planned().leftOut).contains(u"isn't well-formed"_s));
        apply(edit);
        QCOMPARE(open->pendingText(), QByteArray("{\"avail\":"));
    }

    void refusesWhatWasEditedAfterThePlan()
    {
        const auto all = shelf();
        OpenDocument *open = all->open(u"b"_s);
        InventoryEdit edit(all->inventory);
        edit.select(all->rows());
        plan(edit, field("/LicenseType", "\"SVOD\""));
        QVERIFY(open->apply(payload::Edit::set(windows::placeOf(0).child("LicenseType"), "\"EST\"")));
        apply(edit);
        QCOMPARE(edit.outcome().documents, 2);
        QVERIFY(why(edit.outcome().failures).startsWith(u"b: It was changed meanwhile"_s));
        QVERIFY(open->text().toByteArray().contains("EST"));
    }

    void doesNotTakeBackWhatWasEditedSince()
    {
        const auto all = shelf();
        OpenDocument *open = all->open(u"b"_s);
        InventoryEdit edit(all->inventory);
        edit.select(all->rows());
        plan(edit, field("/LicenseType", "\"SVOD\""));
        apply(edit);
        QVERIFY(open->apply(payload::Edit::set(windows::placeOf(0).child("FormatProfile").child("value"), "\"SD\"")));
        undo(edit);
        QCOMPARE(edit.outcome().documents, 2);
        QVERIFY(why(edit.outcome().failures).contains(u"edited since"_s));
        QVERIFY(open->text().toByteArray().contains("SVOD"));
    }

    void takesBackWhatWasOpenedOrClosedSince()
    {
        const auto all = shelf();
        const QByteArray before = all->stands(u"a"_s);
        const QByteArray other = all->stands(u"b"_s);
        all->open(u"b"_s);
        all->open(u"c"_s);
        InventoryEdit edit(all->inventory);
        edit.select(all->rows());
        plan(edit, field("/LicenseType", "\"SVOD\""));
        apply(edit);
        // b is saved and closed, c closed without saving, a opened.
        all->write(u"b"_s, all->opened[0]->text().toByteArray());
        all->opened.clear();
        OpenDocument *open = all->open(u"a"_s);
        undo(edit);
        QVERIFY2(edit.outcome().failures.empty(), qPrintable(why(edit.outcome().failures)));
        QCOMPARE(edit.outcome().documents, 3);
        QCOMPARE(all->stands(u"b"_s), other);
        QCOMPARE(open->text().toByteArray(), before);
        QVERIFY(open->isModified()); // the file holds the change
        QVERIFY(all->stands(u"a"_s).count("SVOD") == 2);
    }

    void plansAnewWhereSomebodyChangesHisMind()
    {
        const auto all = shelf();
        InventoryEdit edit(all->inventory);
        edit.select(all->rows());
        QSignalSpy ready(&edit, &InventoryEdit::planReady);
        edit.plan(field("/LicenseType", "\"SVOD\""));
        edit.plan(field("/LicenseType", "\"EST\""));
        QVERIFY(ready.wait());
        QCOMPARE(edit.planned().windows, 4);
        QCOMPARE(ready.count(), 1);
        edit.plan(field("/LicenseType", "\"SVOD\""));
        edit.cancel();
        QVERIFY(!edit.isBusy());
        edit.select({});
        edit.plan(field("/LicenseType", "\"SVOD\""));
        QVERIFY(!edit.isBusy());
    }

    void tellsOfValuesThatCantBePlaced()
    {
        Shelf all;
        all.write(u"a"_s, titled("A", dated("w1", Start, End, {{"FormatProfile", "\"HD\""}})));
        all.read();
        InventoryEdit edit(all.inventory);
        edit.select(all.rows());
        plan(edit, field("/FormatProfile/value", "\"UHD\""));
        QCOMPARE(edit.planned().documents, 0);
        QCOMPARE(edit.planned().leftOut.size(), std::size_t(1));
        QVERIFY(!edit.planned().leftOut.front().why.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestInventoryEdit)
#include "tst_inventoryedit.moc"
