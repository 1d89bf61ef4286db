// SPDX-License-Identifier: GPL-3.0-or-later
// ProbeModel and ProbePanel against the real sandbox.
#include "probe/ProbeModel.h"
#include "probe/ProbePanel.h"
#include "sandbox/Sandbox.h"
#include "shell/theme/Theme.h"
#include "support/Films.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using exchange::ProbeDesk;
using probe::ProbeModel;
using probe::ProbePanel;

namespace {

struct Stage
{
    Stage()
    {
        environment.name = QString::fromLatin1(exchange::Environment::SandboxName);
        environment.prime = exchange::PrimeSide{};
        environment.prime->baseUrl = partner->primeUrl();
        panel.setStage(u"night-ferry.json"_s, u"Sandbox"_s);
        QObject::connect(
            &panel, &ProbePanel::probeWanted, &panel, [this] { desk.start(good, u"night-ferry.json"_s, environment); });
    }
    void show(const QSize &size)
    {
        panel.resize(size);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QApplication::setActiveWindow(&panel);
    }
    bool isFinished() const { return desk.state() == ProbeDesk::State::Finished; }
    template <class Widget = QPushButton>
    Widget *in(const QString &name)
    {
        auto *found = panel.findChild<Widget *>(name);
        if (!found)
            qFatal("There is no %s.", qPrintable(name));
        return found;
    }
    /// The fourth is sent again after a while, which is long enough for a stop to come between.
    void delayFourth()
    {
        partner->setFaults({sandbox::parseFault("503:validate-partial@4").value()});
        exchange::RetryPolicy retry;
        retry.firstWaitMs = 1500;
        desk.setRetryPolicy(retry);
    }
    void click(const QString &name) { QTest::mouseClick(in(name), Qt::LeftButton); }

    QTemporaryDir folder;
    rules::Rulebook book = rules::Rulebook::load().value();
    std::unique_ptr<sandbox::Sandbox> partner = sandbox::Sandbox::start().value();
    exchange::Environment environment;
    exchange::ExchangeList list;
    exchange::Dispatcher dispatcher{list, folder.filePath(u"journal.sqlite"_s)};
    ProbeDesk desk{dispatcher, book, folder.filePath(u"journal.sqlite"_s)};
    ProbePanel panel{desk, book.rules};
    QByteArray good = windowOfFilm("w1");
};

/// For looking at: where MARQUEE_SHOTS names a folder, pictures are left there.
void shoot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("MARQUEE_SHOTS");
    if (folder.isEmpty())
        return;
    for (const auto &[mode, percent, suffix] : {std::tuple(theme::Mode::Light, 100, u"light"_s),
             {theme::Mode::Dark, 100, u"dark"_s}, {theme::Mode::Light, 150, u"large"_s}}) {
        theme::Theme::instance().apply(*qApp, mode, percent);
        QTest::qWait(50);
        widget.grab().save(folder + u'/' + name + u'-' + suffix + u".png"_s);
    }
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
}

} // namespace

class TestProbePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void empty()
    {
        Stage stage;
        stage.show({1100, 200});
        QVERIFY(stage.in<QLabel>(u"probeEmpty"_s)->isVisible());
        QVERIFY(stage.in<QLabel>(u"probeEmpty"_s)->text().contains(u"nothing is changed"_s));
        shoot(stage.panel, u"probe-empty"_s);
        stage.panel.setStage({}, u"Sandbox"_s);
        QVERIFY(!stage.in(u"probeFirst"_s)->isEnabled());
    }

    void probed()
    {
        Stage stage;
        auto *table = stage.in<QTableView>(u"probeTable"_s);
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        stage.show({1100, 300});
        stage.click(u"probeFirst"_s);
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        const int all = static_cast<int>(stage.desk.results().size());
        QCOMPARE(stage.in<QLabel>(u"probeHeadline"_s)->text(), u"All %1 judged"_s.arg(all));
        QCOMPARE(table->model()->rowCount(), all);
        int disagreements = 0;
        QString last;
        for (int row = 0; row < all; ++row) {
            const QModelIndex at = table->model()->index(row, ProbeModel::Rule);
            const bool disagrees = at.data(ProbeModel::DisagreesRole).toBool();
            QVERIFY(!disagrees || row == disagreements); // first
            disagreements += disagrees ? 1 : 0;
            QCOMPARE(!at.data(Qt::DecorationRole).value<QIcon>().isNull(), disagrees);
            if (row == disagreements)
                last.clear();
            QVERIFY(last < at.data().toString());
            last = at.data().toString();
        }
        QCOMPARE(disagreements, stage.desk.disagreements());
        QVERIFY(stage.in<QLabel>(u"probeAbout"_s)->text().contains(u"Only the validate operation is used"_s));
        QVERIFY(stage.in<QLabel>(u"probeLeftOut"_s)->isVisible());
        QVERIFY(stage.in<QLabel>(u"probeLeftOut"_s)->toolTip().contains(stage.desk.leftOut().first()));
        table->setCurrentIndex(table->model()->index(1, 0));
        shoot(stage.panel, u"probe"_s);

        QSignalSpy explain(&stage.panel, &ProbePanel::explainWanted);
        QSignalSpy variant(&stage.panel, &ProbePanel::openVariantWanted);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(explain.size(), 1);
        const QString rule = explain[0][0].toString();
        QVERIFY(table->model()->index(1, 0).data().toString().startsWith(rule));
        stage.click(u"probeVariant"_s);
        QCOMPARE(variant.size(), 1);
        QVERIFY(variant[0][0].toByteArray() != stage.good);
        QVERIFY(variant[0][1].toString().contains(rule));

        stage.click(u"probeOnly"_s);
        QCOMPARE(table->model()->rowCount(), disagreements);
        stage.click(u"probeOnly"_s);
        QSignalSpy exported(&stage.panel, &ProbePanel::exportWanted);
        auto *menu = stage.in<QMenu>(u"probeExports"_s);
        menu->findChild<QAction *>(u"probeCsv"_s)->trigger();
        menu->findChild<QAction *>(u"probeJson"_s)->trigger();
        QCOMPARE(exported.size(), 2);
        QVERIFY(exported[0][0].toByteArray().startsWith("rule,"));
        QCOMPARE(exported[1][1].toString(), u"json"_s);
    }

    void onlyDisagreementsWhileItRuns()
    {
        Stage stage;
        auto *table = stage.in<QTableView>(u"probeTable"_s);
        QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        stage.show({1100, 300});
        stage.in(u"probeOnly"_s)->setChecked(true);
        stage.click(u"probeFirst"_s);
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QCOMPARE(table->model()->rowCount(), stage.desk.disagreements());
    }

    void stopped()
    {
        Stage stage;
        stage.delayFourth();
        stage.show({1100, 300});
        connect(&stage.desk, &ProbeDesk::resultJudged, &stage.panel, [&] {
            if (stage.desk.judged() == 3) {
                if (const QString folder = qEnvironmentVariable("MARQUEE_SHOTS"); !folder.isEmpty())
                    stage.panel.grab().save(folder + u"/probe-running.png"_s);
                stage.click(u"probeStop"_s);
            }
        });
        stage.click(u"probeFirst"_s);
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        QVERIFY(stage.in<QLabel>(u"probeHeadline"_s)->text().startsWith(u"Stopped: "_s));
        QVERIFY(!stage.in(u"probeStop"_s)->isEnabled() && stage.in(u"probeBegin"_s)->isEnabled());
        stage.click(u"probeBegin"_s);
        QVERIFY(stage.desk.isActive());
    }

    void refused()
    {
        Stage stage;
        stage.good = windowOfFilm("w1", "2026-01-01T00:00:00Z");
        stage.show({1100, 200});
        stage.click(u"probeFirst"_s);
        QTRY_VERIFY_WITH_TIMEOUT(stage.isFinished(), 60000);
        auto *problem = stage.in<QLabel>(u"probeProblem"_s);
        QVERIFY(problem->isVisible() && problem->text().startsWith(u"A probe begins with"_s));
        shoot(stage.panel, u"probe-refused"_s);
    }
};

QTEST_MAIN(TestProbePanel)
#include "tst_probepanel.moc"
