// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the windows of a folder, as files and open documents change.
#include "unit/inventory/InventoryTest.h"

#include "timeline/Move.h"

using namespace marquee;
using namespace marquee::test;
using inventory::Inventory;
using inventory::Reading;
using inventory::Row;
using inventory::Texts;
using payload::Edit;

class TestInventory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsATextOnce()
    {
        Texts texts;
        const auto first = texts.take("SVOD");
        QCOMPARE(texts.take("SVOD"), first);
        QVERIFY(texts.take("SVOD", "Subscription") != first);
        QVERIFY(texts.take("svod") != first);
        QCOMPARE(texts.take(""), inventory::NoText);
        QCOMPARE(QString::fromStdString(texts.searched(texts.take("Österreich", "AT"))), u"österreich\nat"_s);
        texts.release(first);
        QCOMPARE(QString::fromStdString(texts.shown(first)), u"SVOD"_s);
        texts.release(first);
        QCOMPARE(QString::fromStdString(texts.shown(first)), QString());
        QCOMPARE(texts.take("TVOD"), first); // its place is used again
    }

    void readsWhatColumnsSay()
    {
        Shelf shelf;
        shelf.write(u"a"_s,
            titled("Night Ferry",
                dated("w1", "2027-01-01T00:00:00Z", "2027-06-30T22:00:00+02:00",
                    {{"Terms",
                        rentalTerms("{\"_termName\":\"ChannelIdentity\",\"Text\":\"Lantern+\"},{\"_termName\":\"WSP\","
                                    "\"Money\":{\"value\":2.5,\"_currency\":\"USD\"}}")}})));
        shelf.write(u"sub"_s,
            titled("Harbour",
                dated(
                    "w2", "soon", "", {{"Territory", "[{\"country\":\"US\"},{\"country\":\"CA\"}]"}, {"Terms", ""}})));
        shelf.write(u"batch"_s, "{\"requestItems\":[]}");
        shelf.write(u"broken"_s, "{\"avail\":");
        shelf.write(u"reply"_s, "{\"success\":true," + avail(window()).mid(1));
        shelf.read();
        QCOMPARE(shelf.inventory.availCount(), 2u);
        QCOMPARE(shelf.shown(), u"a/w1 sub/w2"_s);
        const Row first = shelf.rows().front();
        const Row second = shelf.rows().back();
        QCOMPARE(shelf.cell(first, Column::Title), u"Night Ferry"_s);
        QCOMPARE(shelf.cell(first, Column::Licence), u"VOD"_s);
        QCOMPARE(shelf.cell(first, Column::Territory), u"United States"_s);
        QCOMPARE(shelf.cell(first, Column::Format), u"HD"_s);
        QCOMPARE(shelf.cell(first, Column::Start), u"1 Jan 2027"_s);
        QCOMPARE(shelf.cell(first, Column::End), u"30 Jun 2027 20:00"_s);
        QCOMPARE(shelf.cell(first, Column::Channel), u"Lantern+"_s);
        QCOMPARE(shelf.cell(first, Column::Prices), u"SRP 4.99 USD · WSP 2.5 USD"_s);
        QCOMPARE(shelf.cell(second, Column::Territory), u"US, CA"_s);
        QCOMPARE(shelf.cell(second, Column::Start), u"soon"_s);
        QCOMPARE(shelf.inventory.record(second).start, inventory::Always);
        QCOMPARE(shelf.inventory.record(second).end, inventory::Ever);
        QVERIFY(shelf.inventory.record(second).errors > 0);
    }

    void readsOnlyWhatChanged()
    {
        Shelf shelf;
        shelf.write(u"a"_s, titled("A", dated("w1", "", "")));
        shelf.write(u"b"_s, titled("B", dated("w2", "", "")));
        shelf.read();
        const auto revision = shelf.inventory.revision();
        QSignalSpy changed(&shelf.inventory, &Inventory::changed);
        shelf.inventory.readOn();
        shelf.settle();
        QCOMPARE(changed.count(), 0);
        QCOMPARE(shelf.inventory.revision(), revision);
        shelf.write(u"b"_s, titled("B", dated("w2", "", "") + ',' + dated("w3", "", "")));
        shelf.inventory.refresh(shelf.path(u"b"_s));
        shelf.settle();
        QCOMPARE(shelf.shown(), u"a/w1 b/w2 b/w3"_s);
        shelf.inventory.refresh(shelf.path(u"elsewhere"_s)); // isn't listed
        shelf.files.removeFirst();
        shelf.read();
        QCOMPARE(shelf.shown(), u"b/w2 b/w3"_s);
    }

    void namesWindowsForGood()
    {
        Shelf shelf;
        shelf.write(u"a"_s, titled("A", dated("w1", "", "") + ',' + dated("w2", "", "") + ',' + dated("", "", "")));
        shelf.read();
        const auto keys = [&] {
            QList<std::uint32_t> all;
            for (const Row row : shelf.rows())
                all << shelf.inventory.record(row).key;
            return all;
        };
        const auto before = keys();
        shelf.write(u"a"_s, titled("A", dated("w0", "", "") + ',' + dated("w1", "", "") + ',' + dated("w2", "", "")));
        shelf.inventory.refresh(shelf.path(u"a"_s));
        shelf.settle();
        const auto after = keys();
        QCOMPARE(after[1], before[0]);
        QCOMPARE(after[2], before[1]);
        QVERIFY(!before.contains(after[0]));
    }

    void followsAnOpenDocument()
    {
        Shelf shelf;
        shelf.write(u"a"_s, titled("A", dated("w1", "2027-01-01T00:00:00Z", "") + ',' + dated("w2", "", "")));
        shelf.read();
        OpenDocument *document = shelf.open(u"a"_s);
        QCOMPARE(shelf.inventory.openAt(shelf.path(u"a"_s)), document);
        QSignalSpy changed(&shelf.inventory, &Inventory::changed);
        QVERIFY(changed.wait());
        // One window's field.
        QVERIFY(document->apply(Edit::set(windows::placeOf(0).child("LicenseType"), "\"SVOD\"")));
        QVERIFY(changed.wait());
        QCOMPARE(shelf.cell(shelf.rows().front(), Column::Licence), u"SVOD"_s);
        // A date that makes a problem in the same window.
        QVERIFY(document->apply(Edit::set(windows::placeOf(0).child("Start"), "\"never\"")));
        QVERIFY(changed.wait());
        QVERIFY(shelf.inventory.record({0, 0}).errors > 0);
        // A window that goes.
        QVERIFY(document->apply(Edit::remove(windows::placeOf(0))));
        QVERIFY(changed.wait());
        QCOMPARE(shelf.shown(), u"a/w2"_s);
        // The title.
        QVERIFY(document->apply(
            Edit::set(*payload::Pointer::parse("/avail/Asset/0/Metadata/TitleInternalAlias/0"), "\"Other\"")));
        QVERIFY(changed.wait());
        QCOMPARE(shelf.cell(shelf.rows().front(), Column::Title), u"Other"_s);
        // It isn't an avail any more.
        QVERIFY(document->editText("{\"requestItems\":[]}"));
        QVERIFY(changed.wait());
        QCOMPARE(shelf.shown(), QString());
        // Closed without saving: the file counts again.
        shelf.opened.clear();
        QVERIFY(changed.wait());
        QCOMPARE(shelf.shown(), u"a/w1 a/w2"_s);
    }

    void readsALargeOpenDocumentElsewhere()
    {
        Shelf shelf;
        QByteArray many;
        for (int i = 0; i < 700; ++i)
            many += (many.isEmpty() ? "" : ",") + dated("w" + QByteArray::number(i), "", "");
        shelf.write(u"a"_s, titled("A", many));
        shelf.read();
        OpenDocument *document = shelf.open(u"a"_s);
        shelf.settle();
        QVERIFY(document->apply(Edit::remove(windows::placeOf(0))));
        QTRY_COMPARE_WITH_TIMEOUT(shelf.inventory.windowCount(), 699u, 10000);
        QCOMPARE(shelf.cell({0, 0}, Column::Window), u"w1"_s);
        QVERIFY(document->apply(Edit::set(windows::placeOf(698).child("LicenseType"), "\"SVOD\"")));
        QTRY_COMPARE(shelf.cell({0, 698}, Column::Licence), u"SVOD"_s);
    }

    void stopsAndGoesOn()
    {
        Shelf shelf;
        for (int i = 0; i < 60; ++i)
            shelf.write(u"f%1"_s.arg(i), titled("A", dated("w", "", "")));
        shelf.inventory.setFiles(shelf.files, shelf.folder.path());
        QVERIFY(shelf.inventory.isReading());
        shelf.inventory.cancel();
        QVERIFY(shelf.inventory.isCancelled());
        QVERIFY(!shelf.inventory.isReading());
        shelf.inventory.readOn();
        QVERIFY(!shelf.inventory.isCancelled());
        shelf.settle();
        QCOMPARE(shelf.inventory.windowCount(), 60u);
    }

    void holdsManyWindows()
    {
        constexpr int documents = 500;
        constexpr int windowsEach = 400;
        const auto document = OpenDocument::read(rulebook(),
            titled("Night Ferry", dated("w", "2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z")),
            OpenDocument::Origin::File, {}, fixedClock);
        Inventory inventory(rulebook(), fixedClock);
        for (int i = 0; i < documents; ++i) {
            Reading reading;
            readDocument(*document, rulebook(), reading);
            const auto one = reading.windows.front();
            reading.windows.clear();
            for (int w = 0; w < windowsEach; ++w) {
                reading.windows.push_back(one);
                reading.windows.back().text(Column::Window)
                    = reading.texts.take("w" + std::to_string(i * windowsEach + w));
            }
            inventory.put(u"/x/%1.json"_s.arg(i), reading);
        }
        QSignalSpy changed(&inventory, &Inventory::changed);
        QVERIFY(changed.wait());
        QCOMPARE(inventory.windowCount(), 200'000u);
        inventory::InventoryFilter filter(inventory);
        inventory::Criteria criteria;
        criteria.anywhere = u"w19999"_s;
        filter.setCriteria(criteria);
        QCOMPARE(filter.rows().size(), std::size_t(11)); // w19999 and w199990 to w199999
        filter.setCriteria({});
        filter.setOrder(Column::Window, true);
        QCOMPARE(filter.rows().size(), std::size_t(200'000));
        QCOMPARE(QString::fromStdString(inventory.texts().shown(inventory.text(filter.rows().front(), Column::Window))),
            u"w199999"_s);
        inventory.setFiles({});
        QCOMPARE(inventory.windowCount(), 0u);
    }
};

QTEST_GUILESS_MAIN(TestInventory)
#include "tst_inventory.moc"
