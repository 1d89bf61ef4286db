// SPDX-License-Identifier: GPL-3.0-or-later
// ReconcileDesk and ReconcileModel: the window's side, against the real sandbox on the dispatcher's thread.
#include "reconcile/ReconcileModel.h"
#include "unit/reconcile/Ferry.h"

#include <QAbstractItemModelTester>

using namespace marquee;
using namespace marquee::reconcile;
using namespace marquee::test;
using exchange::Environment;
using State = ReconcileDesk::State;

namespace {

struct Desk : Partner
{
    Desk()
    {
        environment.name = QString::fromLatin1(Environment::SandboxName);
        environment.prime = exchange::PrimeSide{};
        environment.prime->baseUrl = sandbox->primeUrl();
    }
    bool fetch(std::vector<Source> sources) { return desk.fetch(std::move(sources), environment); }
    QModelIndex row(int avail, int window, int column = 0) const
    {
        return model.indexOf({avail, window}).siblingAtColumn(column);
    }
    QString text(int avail, int window, int column) const { return row(avail, window, column).data().toString(); }

    Environment environment;
    exchange::ExchangeList list;
    exchange::Dispatcher dispatcher{list, folder.filePath(u"desk.sqlite"_s)};
    ReconcileDesk desk{dispatcher, book(), folder.filePath(u"desk.sqlite"_s)};
    ReconcileModel model{desk};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestReconcileDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesPlansAndSends()
    {
        Desk stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2") + ',' + ferryWindow("w3"))));
        QVERIFY(!stage.desk.plan({}, {}) && !stage.desk.send());
        QVERIFY(stage.fetch({source(u"a.json"_s,
            ferry(ferryWindow("w1") + ',' + ferryWindow("w2", "2030-01-01T00:00:00Z") + ',' + ferryWindow("w4")))}));
        QVERIFY(!stage.fetch({}));
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk.state(), State::Ready, 20000);
        QVERIFY2(stage.desk.problem().isEmpty(), qPrintable(stage.desk.problem()));
        QCOMPARE(stage.model.rowCount(), 1);
        QCOMPARE(stage.model.rowCount(stage.model.index(0, 0)), 4);
        QCOMPARE(stage.text(0, 1, ReconcileModel::StatusColumn), u"Changed"_s);
        QCOMPARE(stage.text(0, 1, ReconcileModel::Differs), u"End: 2028-01-01 → 2030-01-01"_s);
        QCOMPARE(stage.text(0, 1, ReconcileModel::End), u"2030-01-01"_s);
        QCOMPARE(stage.text(0, 3, ReconcileModel::Name), u"w3"_s);
        // All that differs is chosen, but for what would be deleted.
        QCOMPARE(stage.model.chosen(), (std::vector<Choice>{{0, 1}, {0, 2}}));
        QCOMPARE(stage.model.index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
        QVERIFY(!stage.row(0, 0).data(Qt::CheckStateRole).isValid()); // the same: nothing to choose

        QSignalSpy planned(&stage.desk, &ReconcileDesk::planned);
        QVERIFY(stage.desk.plan(stage.model.chosen(), {}));
        QVERIFY(planned.wait(20000));
        QCOMPARE(stage.desk.requests().size(), std::size_t(2));
        QVERIFY(partners::toHttp(stage.desk.requests()[0].request).startsWith("PUT "));
        QSignalSpy applied(&stage.desk, &ReconcileDesk::applied);
        QSignalSpy told(&stage.desk, &ReconcileDesk::requestChanged);
        QVERIFY(stage.desk.send());
        QVERIFY(applied.wait(20000));
        QCOMPARE(told.size(), 4); // sending, and done
        QVERIFY(stage.desk.wasSent());
        QCOMPARE(stage.text(0, 1, ReconcileModel::StatusColumn), u"Same"_s);
        QCOMPARE(stage.text(0, 1, ReconcileModel::Outcome), u"Accepted"_s);
        QCOMPARE(stage.row(0, 1, ReconcileModel::Outcome).data(ReconcileModel::OutcomeRole).toInt(),
            int(partners::Outcome::Kind::Accepted));
        QCOMPARE(stage.text(0, 3, ReconcileModel::StatusColumn), u"Gone"_s);
        QVERIFY(stage.model.chosen().empty());
        QVERIFY(!stage.desk.send()); // what was sent isn't planned any more
    }

    void choosing()
    {
        Desk stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1") + ',' + ferryWindow("w2"), "Harbour Lights")));
        QVERIFY(stage.fetch({source(u"a.json"_s, ferry(ferryWindow("w1") + ',' + ferryWindow("w3")))}));
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk.state(), State::Ready, 20000);
        // The head, w1, w3, and w2 that is gone: a put of the whole avail would delete it, so that has to be wanted.
        QCOMPARE(stage.model.rowCount(stage.model.index(0, 0)), 4);
        QCOMPARE(stage.text(0, Choice::Head, 0), u"Around the windows"_s);
        QCOMPARE(stage.model.chosen(), (std::vector<Choice>{{0, 1}}));
        QSignalSpy changed(&stage.model, &ReconcileModel::chosenChanged);
        stage.model.choose(Status::Gone, true);
        QCOMPARE(stage.model.chosenGone(), 1);
        QVERIFY(stage.model.areAllChosen(Status::Gone) && !stage.model.areAllChosen(Status::Changed));
        QVERIFY(stage.model.setData(stage.model.index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(stage.model.chosenCount(), 3);
        QCOMPARE(stage.model.index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QVERIFY(stage.model.setData(stage.row(0, Choice::Head), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(stage.model.chosenCount(), 2);
        QVERIFY(!stage.model.setData(stage.row(0, 0), Qt::Checked, Qt::CheckStateRole)); // it is the same
        QCOMPARE(changed.size(), 3);
        QCOMPARE(stage.model.count(Status::Same), 1);
        QCOMPARE(stage.model.count(Status::Changed), 1); // the head
    }

    void changedMeanwhile()
    {
        Desk stage;
        QVERIFY(stage.put(ferry(ferryWindow("w1"))));
        QVERIFY(stage.fetch({source(u"a.json"_s, ferry(ferryWindow("w1", "2030-01-01T00:00:00Z")))}));
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk.state(), State::Ready, 20000);
        QSignalSpy planned(&stage.desk, &ReconcileDesk::planned);
        QVERIFY(stage.desk.plan(stage.model.chosen(), {}));
        QVERIFY(planned.wait(20000));
        QVERIFY(stage.put(ferry(ferryWindow("w1", "2031-01-01T00:00:00Z"))));
        QSignalSpy applied(&stage.desk, &ReconcileDesk::applied);
        QVERIFY(stage.desk.send());
        QVERIFY(applied.wait(20000));
        QVERIFY(stage.model.index(0, 0).data(ReconcileModel::ConflictRole).toBool());
        QCOMPARE(stage.row(0, 0, ReconcileModel::Outcome).data(ReconcileModel::OutcomeRole).toInt(), -1);
        QCOMPARE(stage.model.chosenCount(), 1); // it still is to be sent
    }

    void withoutAnEnvironment()
    {
        Desk stage;
        stage.environment.name = u"elsewhere"_s;
        stage.environment.prime->apiKey = {exchange::SecretSource::Kind::Variable, u"MARQUEE_NO_SUCH_KEY"_s};
        QVERIFY(stage.fetch({source(u"a.json"_s, ferry(ferryWindow("w1")))}));
        QTRY_VERIFY_WITH_TIMEOUT(!stage.desk.isActive(), 20000);
        QVERIFY(!stage.desk.problem().isEmpty());
        QCOMPARE(stage.desk.state(), State::None);
    }

    void nothingToAsk()
    {
        Desk stage;
        QVERIFY(stage.fetch({source(u"a.json"_s, "{"), source(u"b.json"_s, "{\"ids\":[\"1\"]}")}));
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk.state(), State::Ready, 20000);
        QCOMPARE(stage.model.rowCount(), 1);
        QCOMPARE(stage.model.index(0, ReconcileModel::StatusColumn).data().toString(), u"Left out"_s);
    }

    void stops()
    {
        Desk stage;
        stage.sandbox->setFaults({sandbox::parseFault("stall").value()});
        QVERIFY(stage.fetch({source(u"a.json"_s, ferry(ferryWindow("w1")))}));
        connect(&stage.desk, &ReconcileDesk::availChanged, &stage.desk, [&] { stage.desk.stop(); });
        QTRY_COMPARE_WITH_TIMEOUT(stage.desk.state(), State::Ready, 20000);
        QVERIFY(!stage.desk.isStopping());
        QCOMPARE(stage.model.index(0, ReconcileModel::StatusColumn).data().toString(), u"Not asked"_s);
    }

    void goneWhileItRuns()
    {
        Desk stage;
        stage.sandbox->setFaults({sandbox::parseFault("stall").value()});
        auto desk = std::make_unique<ReconcileDesk>(stage.dispatcher, book(), stage.folder.filePath(u"gone.sqlite"_s));
        QSignalSpy changed(desk.get(), &ReconcileDesk::availChanged);
        QVERIFY(desk->fetch({source(u"a.json"_s, ferry(ferryWindow("w1")))}, stage.environment));
        QVERIFY(changed.wait(20000));
        desk.reset();
        QCoreApplication::processEvents(); // what was told last finds nobody
    }
};

QTEST_GUILESS_MAIN(TestReconcileDesk)
#include "tst_reconciledesk.moc"
