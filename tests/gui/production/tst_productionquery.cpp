// SPDX-License-Identifier: GPL-3.0-or-later
// What to ask Atom Tickets: every way with its fields, the payload that they come to, and the rules beside them.
#include "gui/Looks.h"

#include "production/BoundEditor.h"
#include "production/IdsField.h"
#include "production/ProductionQueryView.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

using namespace marquee;
using namespace marquee::production;
using namespace marquee::test;
using partners::AtomTarget;
using partners::Operation;

Q_DECLARE_METATYPE(marquee::partners::AtomTarget)

class TestProductionQuery : public QObject
{
    Q_OBJECT

    std::unique_ptr<ProductionQueryView> m_view;

    QPlainTextEdit *ids() const { return seen<QPlainTextEdit>(*m_view, u"ids"_s); }
    QPushButton *askButton() const { return seen<QPushButton>(*m_view, u"productionAsk"_s); }
    QString label(const QString &name) const
    {
        auto *found = seen<QLabel>(*m_view, name);
        return found ? found->text() : QString();
    }
    QJsonObject payload() const { return QJsonDocument::fromJson(m_view->queryText()).object(); }
    QStringList idsOfPayload() const { return payload().value(u"ids"_s).toVariant().toStringList(); }
    void choose(Way way) { press(*m_view, u"way-%1"_s.arg(static_cast<int>(way))); }
    void typeIds(const QString &text)
    {
        ids()->setFocus(Qt::TabFocusReason);
        for (const QChar c : text) {
            if (c == u'\n')
                QTest::keyClick(ids(), Qt::Key_Return);
            else
                QTest::keyClicks(ids(), QString(c));
        }
    }
    void pasteIds(const QString &text)
    {
        QApplication::clipboard()->setText(text);
        ids()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(ids(), Qt::Key_V, Qt::ControlModifier);
    }
    void leaveIds() { QTest::keyClick(ids(), Qt::Key_Tab); }

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<ProductionQueryView>(rulebook(), lookup());
        m_view->setEnvironment(u"beta"_s, false, true);
        show(*m_view, {420, 900});
    }
    void cleanup() { m_view.reset(); }

    void everyWidgetHasAName()
    {
        for (const Way way : allWays) {
            choose(way);
            for (QWidget *widget : m_view->findChildren<QWidget *>()) {
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                    continue;
                QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
                const auto *caption = qobject_cast<QAbstractButton *>(widget);
                QVERIFY2(!widget->accessibleName().isEmpty() || (caption && !caption->text().isEmpty()),
                    qPrintable(widget->objectName()));
            }
        }
    }

    void idsIn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("ids");
        const QStringList two{u"B001"_s, u"B002"_s};
        QTest::newRow("commas") << u"B001,B002"_s << two;
        QTest::newRow("semicolons") << u"B001; B002"_s << two;
        QTest::newRow("blanks") << u"  B001\tB002 "_s << two;
        QTest::newRow("lines") << u"B001\r\nB002\n\n"_s << two;
        QTest::newRow("quotes") << u"\"B001\", 'B002'"_s << two;
        QTest::newRow("a JSON list") << u"[\"B001\", \"B002\"]"_s << two;
        QTest::newRow("a question") << u"{\"ids\": [\"B001\", \"B002\"]}"_s << two;
        QTest::newRow("twice") << u"B001 B001"_s << QStringList{u"B001"_s, u"B001"_s};
        QTest::newRow("one") << u"B001"_s << QStringList{u"B001"_s};
        QTest::newRow("blanks alone") << u" ,; "_s << QStringList();
        QTest::newRow("nothing") << QString() << QStringList();
    }

    void idsIn()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, ids);
        QCOMPARE(typedIds(text), ids);
        pasteIds(text.isEmpty() ? u" "_s : text);
        QCOMPARE(idsOfPayload(), ids);
    }

    void typedIdsAreAsked()
    {
        QVERIFY(!askButton()->isEnabled());
        QVERIFY(label(u"productionReason"_s).contains(u"at least one ID"_s));
        QCOMPARE(label(u"production-error"_s), QString()); // nobody has begun
        typeIds(u"B001, B002\n"_s);
        QCOMPARE(idsOfPayload(), (QStringList{u"B001"_s, u"B002"_s}));
        QCOMPARE(ids()->toPlainText(), u"B001, B002\n"_s); // while somebody types, it stays as it is typed
        QCOMPARE(label(u"idsCount"_s), u"2 ID(s)"_s);
        leaveIds();
        QCOMPARE(ids()->toPlainText(), u"B001\nB002"_s);

        QSignalSpy asked(m_view.get(), &ProductionQueryView::askWanted);
        QVERIFY(askButton()->isEnabled());
        press(*m_view, u"productionAsk"_s);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).value<Operation>(), Operation::ProductionByIds);
        const auto target = asked.first().at(1).value<AtomTarget>();
        QCOMPARE(target.ids, (QStringList{u"B001"_s, u"B002"_s}));
        QVERIFY(target.marketplace.isEmpty() && !target.page && !target.pageSize);
        QVERIFY(asked.first().at(2).toBool());
        QCOMPARE(payload().keys(), QStringList{u"ids"_s}); // what is empty is absent
    }

    void onePageOrAll()
    {
        pasteIds(u"B001"_s);
        auto *all = seen<QCheckBox>(*m_view, u"allPages"_s);
        QVERIFY(m_view->allPages());
        QTest::mouseClick(all, Qt::LeftButton, {}, QPoint(8, all->height() / 2));
        QVERIFY(!m_view->allPages());
        QTest::mouseClick(all, Qt::LeftButton, {}, QPoint(8, all->height() / 2));
        fill(*m_view, u"page"_s, u"2"_s);
        QVERIFY(!all->isEnabled()); // a page is named
        QVERIFY(!m_view->allPages());
        QCOMPARE(m_view->target().page, std::optional(2));
        fill(*m_view, u"page"_s, {});
        leave();
        QVERIFY(m_view->allPages());
        QCOMPARE(payload().keys(), QStringList{u"ids"_s});
    }

    void pageSize_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("none") << u"0"_s << false;
        QTest::newRow("one") << u"1"_s << true;
        QTest::newRow("most") << u"100"_s << true;
        QTest::newRow("one more") << u"101"_s << false;
        QTest::newRow("words") << u"many"_s << false;
    }

    void pageSize()
    {
        QFETCH(QString, typed);
        QFETCH(bool, isGood);
        pasteIds(u"B001"_s);
        fill(*m_view, u"pageSize"_s, typed);
        leave();
        QCOMPARE(saidBeside(*m_view, u"pageSize"_s).isEmpty(), isGood);
        QCOMPARE(m_view->mayAsk(), isGood);
        QCOMPARE(label(u"productionReason"_s).isEmpty(), isGood);
        QCOMPARE(label(u"production-error"_s).isEmpty(), isGood);
        if (isGood)
            QCOMPARE(payload().value(u"pageSize"_s).toInt(), typed.toInt());
    }

    void doubledIds()
    {
        typeIds(u"B001 B002 B001"_s);
        leaveIds();
        QCOMPARE(label(u"idsCount"_s), u"3 ID(s) · 1 repeated"_s);
        QVERIFY(saidBeside(*m_view, u"ids"_s).contains(u"B001"_s));
        QVERIFY(m_view->mayAsk()); // a warning
        QCOMPARE(label(u"production-warning"_s), u"1 warning(s)"_s);
        QAbstractButton *fix = fixOf(*m_view, u"AT002"_s);
        QVERIFY(fix);
        QTest::mouseClick(fix, Qt::LeftButton);
        QCOMPARE(idsOfPayload(), (QStringList{u"B001"_s, u"B002"_s}));
        QCOMPARE(ids()->toPlainText(), u"B001\nB002"_s);
        QVERIFY(!fixOf(*m_view, u"AT002"_s));
    }

    void moreThanAPage()
    {
        QStringList many;
        for (int i = 0; i < 26; ++i)
            many << u"B%1"_s.arg(i);
        pasteIds(many.first(25).join(u' '));
        leaveIds();
        QVERIFY(!fixOf(*m_view, u"AT004"_s));
        m_view->addIds(many); // those that are there stay alone
        QCOMPARE(idsOfPayload(), many);
        QAbstractButton *fix = fixOf(*m_view, u"AT004"_s);
        QVERIFY(fix);
        QTest::mouseClick(fix, Qt::LeftButton);
        QCOMPARE(payload().value(u"pageSize"_s).toInt(), 26);
        QCOMPARE(line(*m_view, u"pageSize"_s)->text(), u"26"_s);
    }

    void manyIds()
    {
        QStringList many;
        for (int i = 0; i < 5000; ++i)
            many << u"B%1"_s.arg(i, 11, 10, QLatin1Char('0'));
        pasteIds(many.join(u'\n'));
        QCOMPARE(idsOfPayload().size(), 5000); // no editor is too small for them
        leaveIds();
        QCOMPARE(ids()->toPlainText().count(u'\n'), 4999);
        press(*m_view, u"idsClear"_s);
        QVERIFY(idsOfPayload().isEmpty());
    }

    void filesAreTold()
    {
        QSignalSpy wanted(m_view.get(), &ProductionQueryView::idsFileWanted);
        QSignalSpy dropped(m_view.get(), &ProductionQueryView::idsFileDropped);
        press(*m_view, u"idsFile"_s);
        QCOMPARE(wanted.count(), 1);
        QMimeData file;
        file.setUrls({QUrl::fromLocalFile(u"/films/ids.txt"_s)});
        QDropEvent drop(QPointF(4, 4), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
        QDragEnterEvent enter(QPoint(4, 4), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(ids()->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QApplication::sendEvent(ids()->viewport(), &drop);
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped.first().first().toString(), u"/films/ids.txt"_s);
        QVERIFY(idsOfPayload().isEmpty());
        m_view->addIds({u"B001"_s, u"B001"_s, u"B002"_s, QString()});
        QCOMPARE(idsOfPayload(), (QStringList{u"B001"_s, u"B002"_s}));
    }

    void droppedText()
    {
        QMimeData text;
        text.setText(u"{\"ids\": [\"B001\", \"B002\"]}"_s);
        QDragEnterEvent enter(QPoint(4, 4), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(ids()->viewport(), &enter);
        QDropEvent drop(QPointF(4, 4), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(ids()->viewport(), &drop);
        QCOMPARE(idsOfPayload(), (QStringList{u"B001"_s, u"B002"_s}));
    }

    void undo()
    {
        typeIds(u"B001"_s);
        leaveIds();
        fill(*m_view, u"marketplaceId"_s, u"CA"_s);
        leave();
        QTest::keyClick(ids(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!payload().contains(u"marketplaceId"_s));
        QTest::keyClick(ids(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(idsOfPayload().isEmpty()); // typing was one step
        QTest::keyClick(ids(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(idsOfPayload(), QStringList{u"B001"_s});
    }

    void venueWithAZone()
    {
        choose(Way::Venue);
        QVERIFY(label(u"productionReason"_s).contains(u"venue"_s));
        fill(*m_view, u"venueId"_s, u"C001"_s);
        QVERIFY(!m_view->mayAsk());
        fill(*m_view, u"isoStartDate"_s, u"14 Mar 2026 9:00"_s);
        leave();
        QCOMPARE(line(*m_view, u"isoStartDate"_s)->text(), u"2026-03-14T09:00:00Z"_s); // the payload's own spelling
        fill(*m_view, u"isoEndDate"_s, u"2026-03-15T09:00:00+01:00"_s);
        leave();
        QCOMPARE(payload().value(u"isoEndDate"_s).toString(), u"2026-03-15T09:00:00+01:00"_s);
        QVERIFY2(m_view->mayAsk(), qPrintable(label(u"productionReason"_s)));
        const AtomTarget target = m_view->target();
        QCOMPARE(target.venue, u"C001"_s);
        QVERIFY(!target.isLocal);
        QCOMPARE(target.start, u"2026-03-14T09:00:00Z"_s);
        QVERIFY(!m_view->allPages());
        QCOMPARE(m_view->operation(), Operation::ProductionIdsByVenue);
    }

    void venueOnItsOwnClock()
    {
        choose(Way::Venue);
        fill(*m_view, u"venueId"_s, u"C001"_s);
        press(*m_view, u"datesLocal"_s);
        QVERIFY(!line(*m_view, u"isoStartDate"_s));
        fill(*m_view, u"localStartDate"_s, u"2026-03-14"_s);
        leave();
        QCOMPARE(line(*m_view, u"localStartDate"_s)->text(), u"2026-03-14T00:00:00"_s);
        fill(*m_view, u"localEndDate"_s, u"2026-03-14T23:00:00Z"_s);
        leave();
        QVERIFY(saidBeside(*m_view, u"localEndDate"_s).contains(u"zone"_s)); // kept as it is typed, and told
        QVERIFY(!m_view->mayAsk());
        QAbstractButton *fix = fixOf(*m_view, u"AT005"_s);
        QVERIFY(fix);
        QTest::mouseClick(fix, Qt::LeftButton);
        QCOMPARE(payload().value(u"localEndDate"_s).toString(), u"2026-03-14T23:00:00"_s);
        QVERIFY(m_view->mayAsk());
        QVERIFY(m_view->target().isLocal);
    }

    void theOtherKindOfDates()
    {
        choose(Way::Venue);
        fill(*m_view, u"venueId"_s, u"C001"_s);
        fill(*m_view, u"isoStartDate"_s, u"2026-03-14T09:00:00+02:00"_s);
        fill(*m_view, u"isoEndDate"_s, u"someday"_s);
        press(*m_view, u"datesLocal"_s);
        QCOMPARE(payload().value(u"localStartDate"_s).toString(), u"2026-03-14T09:00:00"_s);
        QCOMPARE(payload().value(u"localEndDate"_s).toString(), u"someday"_s); // nothing that was typed is lost
        QVERIFY(!payload().contains(u"isoStartDate"_s) && !payload().contains(u"isoEndDate"_s));
        press(*m_view, u"datesIso"_s);
        QCOMPARE(payload().value(u"isoStartDate"_s).toString(), u"2026-03-14T09:00:00Z"_s);
        QCOMPARE(cursorName(), u"datesIso"_s); // the cursor stays where the user was
    }

    void respelling_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("zoned");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("zone on") << u"2026-03-14T09:00:00"_s << true << u"2026-03-14T09:00:00Z"_s;
        QTest::newRow("zone off") << u"2026-03-14T09:00:00Z"_s << false << u"2026-03-14T09:00:00"_s;
        QTest::newRow("offset off") << u"2026-03-14T09:00:00-05:00"_s << false << u"2026-03-14T09:00:00"_s;
        QTest::newRow("has one") << u"2026-03-14T09:00:00-05:00"_s << true << u"2026-03-14T09:00:00-05:00"_s;
        QTest::newRow("has none") << u"2026-03-14T09:00:00"_s << false << u"2026-03-14T09:00:00"_s;
        QTest::newRow("no such day") << u"2026-02-30T09:00:00"_s << true << u"2026-02-30T09:00:00"_s;
        QTest::newRow("words") << u"noon"_s << true << u"noon"_s;
    }

    void respelling()
    {
        QFETCH(QString, text);
        QFETCH(bool, zoned);
        QTEST(respelled(text, zoned), "wanted");
    }

    void bothKindsOfDates()
    {
        QVERIFY(m_view->setQuery(
            "{\"venueId\":\"C001\",\"isoStartDate\":\"2026-03-14T09:00:00Z\",\"isoEndDate\":\"2026-03-15T09:00:00Z\","
            "\"localStartDate\":\"2026-03-14T09:00:00\",\"localEndDate\":\"2026-03-15T09:00:00\"}"));
        QCOMPARE(m_view->way(), Way::Venue);
        QVERIFY(line(*m_view, u"isoStartDate"_s) && line(*m_view, u"localStartDate"_s)); // neither is hidden
        QVERIFY(!m_view->mayAsk());
        QAbstractButton *fix = fixOf(*m_view, u"AT005"_s);
        QVERIFY(fix);
        QTest::mouseClick(fix, Qt::LeftButton);
        QVERIFY2(m_view->mayAsk(), qPrintable(label(u"productionReason"_s)));
    }

    void nameAndVendor()
    {
        choose(Way::Name);
        QVERIFY(!m_view->mayAsk());
        QSignalSpy asked(m_view.get(), &ProductionQueryView::askWanted);
        fill(*m_view, u"name"_s, u"Night Ferry"_s);
        QTest::keyClick(cursor(), Qt::Key_Return); // as the button
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.last().at(1).value<AtomTarget>().name, u"Night Ferry"_s);
        QVERIFY(!asked.last().at(2).toBool());
        m_view->showIdle();

        choose(Way::Vendor);
        QVERIFY(!m_view->mayAsk());
        fill(*m_view, u"vendorId"_s, u"V-7"_s);
        fill(*m_view, u"circuitId"_s, u"north"_s);
        QTest::keyClick(cursor(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.count(), 2);
        QCOMPARE(asked.last().at(0).value<Operation>(), Operation::ProductionsByVendorId);
        QCOMPARE(asked.last().at(1).value<AtomTarget>().vendorId, u"V-7"_s);
        QCOMPARE(asked.last().at(1).value<AtomTarget>().circuit, u"north"_s);
        QVERIFY(m_view->queryText().isEmpty());
    }

    void checkTheKey()
    {
        choose(Way::Ping);
        QSignalSpy asked(m_view.get(), &ProductionQueryView::askWanted);
        QCOMPARE(askButton()->text(), u"Check"_s);
        press(*m_view, u"productionAsk"_s);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).value<Operation>(), Operation::AtomPing);
    }

    void eachWayKeepsWhatWasTyped()
    {
        pasteIds(u"B001"_s);
        choose(Way::Venue);
        fill(*m_view, u"venueId"_s, u"C001"_s);
        choose(Way::Ids);
        QCOMPARE(idsOfPayload(), QStringList{u"B001"_s});
        choose(Way::Venue);
        QCOMPARE(line(*m_view, u"venueId"_s)->text(), u"C001"_s);
    }

    void whileItAsks()
    {
        pasteIds(u"B001"_s);
        QSignalSpy asked(m_view.get(), &ProductionQueryView::askWanted);
        QSignalSpy cancelled(m_view.get(), &ProductionQueryView::cancelWanted);
        m_view->ask();
        QVERIFY(!askButton()->isEnabled());
        m_view->ask();
        QCOMPARE(asked.count(), 1); // not twice
        m_view->showProgress(3, 12);
        QCOMPARE(label(u"productionProgressWords"_s), u"Page 3 of 12"_s);
        m_view->showProgress(4, 0);
        QCOMPARE(label(u"productionProgressWords"_s), u"Page 4"_s);
        press(*m_view, u"productionCancel"_s);
        QCOMPARE(cancelled.count(), 1);
        m_view->showIdle();
        QVERIFY(askButton()->isEnabled());
        QVERIFY(!seen<QWidget>(*m_view, u"productionProgress"_s));
    }

    void noAtomSide()
    {
        pasteIds(u"B001"_s);
        m_view->setEnvironment(u"prime only"_s, false, false);
        QVERIFY(!m_view->mayAsk());
        QVERIFY(label(u"productionNoAtomWords"_s).contains(u"prime only"_s));
        QSignalSpy wanted(m_view.get(), &ProductionQueryView::environmentsWanted);
        press(*m_view, u"productionEnvironments"_s);
        QCOMPARE(wanted.count(), 1);
        m_view->setEnvironment(u"beta"_s, true, true);
        QVERIFY(m_view->mayAsk());
        QVERIFY(!seen<QWidget>(*m_view, u"productionNoAtom"_s));
        QVERIFY(label(u"productionWhom"_s).contains(u"protected"_s));
    }

    void documents_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("ids") << QByteArray("{\"ids\":[\"B001\"]}") << true;
        QTest::newRow("question") << QByteArray("{\"ids\":[\"B001\"],\"pageSize\":50}") << true;
        QTest::newRow("venue") << QByteArray("{\"venueId\":\"C001\",\"localStartDate\":\"2026-03-14T00:00:00\"}")
                               << true;
        QTest::newRow("answer") << QByteArray("{\"productionDetails\":[]}") << false;
        QTest::newRow("avail") << QByteArray("{\"avail\":{}}") << false;
        QTest::newRow("text") << QByteArray("B001, B002") << false;
    }

    void documents()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isTaken);
        QCOMPARE(m_view->setQuery(text), isTaken);
        if (!isTaken)
            return;
        QCOMPARE(QJsonDocument::fromJson(m_view->queryText()), QJsonDocument::fromJson(text));
        QSignalSpy wanted(m_view.get(), &ProductionQueryView::queryDocumentWanted);
        press(*m_view, u"productionAsDocument"_s);
        QCOMPARE(wanted.first().first().toByteArray(), m_view->queryText());
    }

    void looks()
    {
        for (const bool venue : {false, true}) {
            marquee::test::looks(venue ? u"production-venue"_s : u"production-ids"_s, [venue] {
                auto view = std::make_unique<ProductionQueryView>(rulebook(), lookup());
                view->setEnvironment(u"Atom beta"_s, true, true);
                show(*view, {theme::scaled(400), theme::scaled(640)});
                if (venue) {
                    view->setQuery("{\"venueId\":\"C00110921804\",\"isoStartDate\":\"2026-03-14T09:00:00\","
                                   "\"isoEndDate\":\"2026-03-30T09:00:00Z\"}");
                } else {
                    view->setQuery("{\"ids\":[\"B00934205701\",\"B00934205702\",\"B00934205701\"],\"pageSize\":101}");
                    view->showProgress(3, 12);
                }
                return view;
            });
        }
    }
};

QTEST_MAIN(TestProductionQuery)
#include "tst_productionquery.moc"
