// SPDX-License-Identifier: GPL-3.0-or-later
// ReconcilePage, driven by keys and mouse, with a desk on the real sandbox.
#include "gui/Looks.h"
#include "reconcile/ReconcilePage.h"
#include "reconcile/ReconcileTable.h"
#include "unit/reconcile/Ferry.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace marquee;
using namespace marquee::reconcile;
using namespace marquee::test;
using exchange::Environment;
using State = ReconcileDesk::State;

namespace {

struct PageStage : Partner
{
    PageStage()
    {
        environment.name = QString::fromLatin1(Environment::SandboxName);
        environment.prime = exchange::PrimeSide{};
        environment.prime->baseUrl = sandbox->primeUrl();
        page.setStage({u"night-ferry.json"_s, u"Autumn"_s, u"Sandbox"_s, false});
        QObject::connect(&page, &ReconcilePage::fetchWanted, &page,
            [this](bool whole) { desk.fetch(whole ? all : one, environment); });
    }
    template <class T = QPushButton>
    T *in(const char *name)
    {
        T *found = seen<T>(page, QString::fromLatin1(name));
        if (!found)
            qFatal("There is no %s to see.", name);
        return found;
    }
    void click(const char *name) { QTest::mouseClick(in(name), Qt::LeftButton); }
    bool isReady() const { return desk.state() == State::Ready; }
    /// What is shown in a column, row by row, avails and all.
    QStringList shown(int column)
    {
        auto *table = in<QTreeView>("reconcileTable");
        QStringList texts;
        for (QModelIndex at = table->model()->index(0, 0); at.isValid(); at = table->indexBelow(at))
            texts << at.siblingAtColumn(column).data().toString();
        return texts;
    }
    void select(const QString &window)
    {
        auto *table = in<QTreeView>("reconcileTable");
        for (QModelIndex at = table->model()->index(0, 0); at.isValid(); at = table->indexBelow(at)) {
            if (at.data().toString() == window)
                table->setCurrentIndex(at);
        }
        QCOMPARE(table->currentIndex().data().toString(), window);
    }
    /// The avail in front: one window the same, one changed, one new, one gone.
    void atWork()
    {
        QVERIFY(put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2") + ',' + ferryWindow("w3"))));
        one = {source(u"night-ferry.json"_s,
            ferry(ferryWindow("w1") + ',' + ferryWindow("w2", "2030-01-01T00:00:00Z", "12.90") + ','
                + ferryWindow("w4")))};
        test::show(page, {1200, 800});
        click("reconcileFirstFetch");
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), 20000);
    }

    Environment environment;
    exchange::ExchangeList list;
    exchange::Dispatcher dispatcher{list, folder.filePath(u"desk.sqlite"_s)};
    ReconcileDesk desk{dispatcher, test::book(), folder.filePath(u"desk.sqlite"_s)};
    ReconcilePage page{desk};
    std::vector<Source> one;
    std::vector<Source> all;
};

void look(PageStage &stage, const QString &name)
{
    if (qEnvironmentVariable("MARQUEE_PICTURES").isEmpty())
        return;
    for (const auto &[mode, percent, suffix] : {std::tuple(theme::Mode::Light, 100, u"light"_s),
             {theme::Mode::Dark, 100, u"dark"_s}, {theme::Mode::Light, 150, u"large"_s}}) {
        theme::Theme::instance().apply(*qApp, mode, percent);
        QTest::qWait(50); // only for pictures: until it is laid out and painted
        picture(stage.page, name + u'-' + suffix);
    }
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
}

} // namespace

class TestReconcilePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void empty()
    {
        PageStage stage;
        show(stage.page, {1200, 600});
        QVERIFY(stage.in<QLabel>("reconcileEmpty")->text().contains(u"“night-ferry.json” would be compared"_s));
        QVERIFY(!seen<QWidget>(stage.page, u"reconcileSend"_s));
        look(stage, u"reconcile-empty"_s);
        stage.page.setWholeWorkspace(true);
        QVERIFY(stage.in<QLabel>("reconcileEmpty")->text().contains(u"“Autumn”"_s));
        QSignalSpy folder(&stage.page, &ReconcilePage::folderWanted);
        stage.page.setStage({{}, {}, u"Sandbox"_s, false});
        QCOMPARE(stage.in("reconcileFirstFetch")->text(), u"Open a folder…"_s);
        stage.click("reconcileFirstFetch");
        QCOMPARE(folder.size(), 1);
    }

    void fetched()
    {
        PageStage stage;
        stage.atWork();
        QCOMPARE(stage.shown(0), (QStringList{u"Night Ferry (NF-1)"_s, u"w1"_s, u"w2"_s, u"w4"_s, u"w3"_s}));
        QCOMPARE(stage.shown(ReconcileModel::StatusColumn),
            (QStringList{u"Differs"_s, u"Same"_s, u"Changed"_s, u"New"_s, u"Gone"_s}));
        QCOMPARE(stage.in("reconcileFilter-changed")->text(), u"Changed 1"_s);
        QCOMPARE(stage.in("reconcileSend")->text().left(6), u"Send 2"_s);
        stage.select(u"w2"_s);
        auto *fields = stage.in<QTableView>("reconcileFields");
        QCOMPARE(fields->model()->rowCount(), 2);
        QCOMPARE(fields->model()->index(0, 0).data().toString(), u"End"_s);
        QCOMPARE(fields->model()->index(0, 1).data().toString(), u"2028-01-01T00:00:00Z"_s);
        QCOMPARE(fields->model()->index(0, 2).data().toString(), u"2030-01-01T00:00:00Z"_s);
        look(stage, u"reconcile"_s);
        stage.select(u"w3"_s);
        QCOMPARE(fields->model()->index(0, 1).data().toString(), u"EST"_s);
        QCOMPARE(fields->model()->index(0, 2).data().toString(), u"—"_s);
    }

    void filters()
    {
        PageStage stage;
        stage.atWork();
        stage.click("reconcileFilter-new");
        QCOMPARE(stage.shown(0), (QStringList{u"Night Ferry (NF-1)"_s, u"w4"_s}));
        stage.click("reconcileFilter-gone");
        QCOMPARE(stage.shown(0), (QStringList{u"Night Ferry (NF-1)"_s, u"w4"_s, u"w3"_s}));
        stage.click("reconcileFilter-new");
        stage.click("reconcileFilter-gone");
        QCOMPARE(stage.shown(0).size(), 5);
    }

    void byKeysAlone()
    {
        PageStage stage;
        stage.atWork();
        auto *table = stage.in<QTreeView>("reconcileTable");
        table->setFocus();
        stage.select(u"w3"_s);
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(stage.in("reconcileSend")->text().left(6), u"Send 3"_s);
        QVERIFY(stage.in<QLabel>("reconcileModeNote")->text().contains(u"deleted at the partner"_s));
        QTest::keyClick(table, Qt::Key_Space);
        QVERIFY(stage.in<QLabel>("reconcileModeNote")->text().isEmpty());
        QSignalSpy place(&stage.page, &ReconcilePage::placeWanted);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(place.size(), 0); // the document hasn't it
        stage.select(u"w2"_s);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(place.size(), 1);
        QCOMPARE(place[0][0].toString(), u"night-ferry.json"_s);
        QCOMPARE(place[0][1].value<payload::Pointer>().toString(), std::string("/avail/Transaction/1/End"));
        stage.select(u"w1"_s);
        QTest::keyClick(table, Qt::Key_Space); // nothing to choose
        QCOMPARE(stage.in("reconcileSend")->text().left(6), u"Send 2"_s);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(place[1][1].value<payload::Pointer>().toString(), std::string("/avail/Transaction/0"));
    }

    void chooses()
    {
        PageStage stage;
        stage.atWork();
        auto *menu = stage.page.findChild<QMenu *>(u"reconcileChooseMenu"_s);
        menu->findChild<QAction *>(u"reconcileChooseGone"_s)->trigger();
        QCOMPARE(stage.in("reconcileSend")->text().left(6), u"Send 3"_s);
        menu->findChild<QAction *>(u"reconcileChooseNothing"_s)->trigger();
        QVERIFY(!stage.in("reconcileSend")->isEnabled() && !stage.in("reconcileDryRun")->isEnabled());
    }

    void dryRunAndSend()
    {
        PageStage stage;
        stage.atWork();
        QSignalSpy wanted(&stage.page, &ReconcilePage::sendWanted);
        stage.click("reconcileDryRun");
        QTRY_VERIFY_WITH_TIMEOUT(seen<QTableView>(stage.page, u"reconcileRequests"_s), 20000);
        auto *requests = stage.in<QTableView>("reconcileRequests");
        QCOMPARE(requests->model()->rowCount(), 2);
        QCOMPARE(requests->model()->index(0, 0).data().toString(), u"PUT"_s);
        QVERIFY(requests->model()->index(0, 2).data().toString().endsWith(u"/transactions/w2"_s));
        QVERIFY(stage.in<QPlainTextEdit>("reconcileRequestText")->toPlainText().startsWith(u"PUT "_s));
        QCOMPARE(wanted.size(), 0);
        look(stage, u"reconcile-dryrun"_s);
        stage.click("reconcileBack");
        QVERIFY(seen<QWidget>(stage.page, u"reconcileTable"_s));

        stage.click("reconcileSend");
        QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 1, 20000);
        QCOMPARE(wanted[0], (QVariantList{2, 0, 0}));
        stage.page.send();
        QTRY_VERIFY_WITH_TIMEOUT(stage.isReady() && stage.desk.wasSent(), 20000);
        QCOMPARE(stage.shown(ReconcileModel::StatusColumn),
            (QStringList{u"Differs"_s, u"Same"_s, u"Same"_s, u"Same"_s, u"Gone"_s}));
        QCOMPARE(stage.shown(ReconcileModel::Outcome)[2], u"Accepted"_s);
        QVERIFY(stage.in<QLabel>("reconcileHeadline")->text().contains(u"2 accepted"_s));
        look(stage, u"reconcile-sent"_s);
    }

    void changedMeanwhile()
    {
        PageStage stage;
        stage.atWork();
        QVERIFY(stage.put(ferry(ferryWindow("w1", "2031-01-01T00:00:00Z"))));
        connect(&stage.page, &ReconcilePage::sendWanted, &stage.page, &ReconcilePage::send);
        stage.click("reconcileSend");
        QTRY_VERIFY_WITH_TIMEOUT(stage.isReady() && stage.desk.wasSent(), 20000);
        QVERIFY(stage.shown(ReconcileModel::Outcome)[0].startsWith(u"Changed at the partner since "_s));
        stage.select(u"w2"_s);
        QVERIFY(stage.in<QLabel>("reconcileDetailOutcome")->text().startsWith(u"Changed at the partner since "_s));
        look(stage, u"reconcile-conflict"_s);
        stage.click("reconcileForce");
        QTRY_VERIFY_WITH_TIMEOUT(stage.isReady() && stage.desk.wasSent(), 20000);
        QCOMPARE(stage.shown(ReconcileModel::Outcome).value(2), u"Accepted"_s);
    }

    void workspaceWithFailures()
    {
        PageStage stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1"), "Harbour Lights")));
        stage.all = {source(u"night-ferry.json"_s, ferry(ferryWindow("w1"))),
            source(u"harbour.json"_s, ferry(ferryWindow("h1"), "Harbour Lights", "PartialExtract", "HL-1")),
            source(u"broken.json"_s, "{"),
            source(u"no-id.json"_s, ferry(ferryWindow("x"), "Lantern", "FullExtract", ""))};
        stage.page.setWholeWorkspace(true);
        show(stage.page, {1200, 800});
        stage.click("reconcileFirstFetch");
        QTRY_VERIFY_WITH_TIMEOUT(stage.isReady(), 20000);
        QVERIFY(stage.shown(0).contains(u"Around the windows"_s));
        QCOMPARE(stage.in("reconcileFilter-unknown")->text(), u"Not compared 2"_s);
        look(stage, u"reconcile-workspace"_s);
        stage.click("reconcileFilter-unknown");
        QCOMPARE(stage.shown(ReconcileModel::StatusColumn), (QStringList{u"Left out"_s, u"Left out"_s}));
        stage.click("reconcileFetch"); // again
        QTRY_VERIFY_WITH_TIMEOUT(stage.isReady(), 20000);
    }

    void environmentThatCantBeOpened()
    {
        PageStage stage;
        stage.environment.name = u"elsewhere"_s;
        stage.environment.prime->apiKey = {exchange::SecretSource::Kind::Variable, u"MARQUEE_NO_SUCH_KEY"_s};
        stage.page.setStage({u"night-ferry.json"_s, {}, u"elsewhere"_s, true});
        stage.one = {source(u"night-ferry.json"_s, ferry(ferryWindow("w1")))};
        show(stage.page, {1200, 600});
        stage.click("reconcileFirstFetch");
        QTRY_VERIFY_WITH_TIMEOUT(!stage.desk.isActive(), 20000);
        QVERIFY(!stage.in<QLabel>("reconcileProblem")->text().isEmpty());
        QVERIFY(stage.in<QLabel>("reconcileEnvironment")->text().contains(u"protected"_s));
    }

    void names()
    {
        PageStage stage;
        stage.atWork();
        for (const QWidget *widget : stage.page.findChildren<QWidget *>()) {
            const bool isUsed = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
                || qobject_cast<const QAbstractItemView *>(widget);
            if (isUsed && widget->isVisible() && !widget->objectName().startsWith(u"qt_"_s)
                && !qobject_cast<const QHeaderView *>(widget))
                QVERIFY2(!widget->objectName().isEmpty() && !widget->accessibleName().isEmpty(),
                    qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(TestReconcilePage)
#include "tst_reconcilepage.moc"
