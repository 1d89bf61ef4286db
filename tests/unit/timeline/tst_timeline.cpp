// SPDX-License-Identifier: GPL-3.0-or-later
// Bars in step with a document, and overlaps as AV103 sees them.
#include "unit/rules/Fixture.h"

#include "timeline/Move.h"
#include "timeline/Timeline.h"

#include <QTest>

using namespace marquee;
using namespace marquee::timeline;
using namespace Qt::StringLiterals;
using test::window;

namespace {

struct Followed
{
    explicit Followed(const QByteArray &windows, const rules::Severities &severities = {})
        : document(test::read(test::avail(windows)))
        , validator(test::rulebook(), *document, severities, test::fixedClock)
    {
        validator.validate();
        timeline.setValidator(&validator);
        document->addListener([this](const payload::Change &change) {
            validator.update(change);
            timeline.follow(change);
        });
    }

    std::unique_ptr<payload::Document> document;
    rules::Validator validator;
    Timeline timeline;
};

/// A bar a line: lane, window, dates, how many stretches overlap.
QStringList said(Timeline &timeline)
{
    QStringList lines;
    const Layout &layout = timeline.layout();
    for (const Bar &bar : layout.bars) {
        QStringList names;
        for (const std::string &name : layout.lanes[layout.rows[bar.row].lane].names)
            names << QString::fromStdString(name);
        lines
            << u"%1 %2 %3 %4 %5"_s.arg(names.join(u'/')).arg(bar.window).arg(bar.begin).arg(bar.end).arg(bar.overlaps);
    }
    return lines;
}

QByteArray dated(
    const char *id, const char *start, const char *end, const QList<std::pair<const char *, QByteArray>> &more = {})
{
    const auto quoted = [](const char *text) -> QByteArray { return '"' + QByteArray(text) + '"'; };
    return window(QList<std::pair<const char *, QByteArray>>{
                      {"_TransactionID", quoted(id)}, {"Start", quoted(start)}, {"End", quoted(end)}}
        + more);
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlaps_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("marked");
        const char *start = "2027-06-01T00:00:00Z";
        const char *end = "2029-01-01T00:00:00Z";
        QTest::newRow("the same in everything") << dated("w2", start, end) << true;
        QTest::newRow("another territory")
            << dated("w2", start, end, {{"Territory", "[{\"country\":\"CA\"}]"}}) << false;
        QTest::newRow("one territory of two")
            << dated("w2", start, end, {{"Territory", "[{\"country\":\"CA\"},{\"country\":\"US\"}]"}}) << true;
        QTest::newRow("another format") << dated("w2", start, end, {{"FormatProfile", "{\"value\":\"SD\"}"}}) << false;
        QTest::newRow("another licence") << dated("w2", start, end, {{"LicenseType", "\"EST\""}}) << false;
        QTest::newRow("another contract") << dated("w2", start, end, {{"ContractID", "\"C1\""}}) << false;
        QTest::newRow("another channel") << dated(
            "w2", start, end, {{"Terms", test::rentalTerms("{\"_termName\":\"ChannelIdentity\",\"Text\":\"x\"}")}})
                                         << false;
        QTest::newRow("right behind") << dated("w2", "2028-01-01T00:00:00Z", end) << false;
        QTest::newRow("backwards") << dated("w2", end, start) << false;
    }
    void overlaps()
    {
        QFETCH(QByteArray, other);
        QFETCH(bool, marked);
        Followed followed(window() + ',' + other);
        const QStringList problems = test::problemsOf(followed.validator);
        const Layout &layout = followed.timeline.layout();
        std::vector<bool> found(2);
        for (const Bar &bar : layout.bars)
            found[bar.window] = found[bar.window] || bar.overlaps > 0;
        for (std::uint32_t i = 0; i < 2; ++i) {
            QCOMPARE(found[i], marked);
            QCOMPARE(problems.contains(u"AV103 warning /avail/Transaction/%1"_s.arg(i)), marked);
        }
    }

    void aMutedRuleMarksNothing()
    {
        rules::Severities severities;
        QVERIFY(severities.mute(*test::rulebook().rules->find("AV103")));
        Followed followed(window() + ',' + window());
        Followed muted(window() + ',' + window(), severities);
        QCOMPARE(followed.timeline.layout().bars.front().overlaps, 1u);
        QCOMPARE(muted.timeline.layout().bars.front().overlaps, 0u);
    }

    void manyOverlaps()
    {
        QByteArray windows = window();
        for (int i = 0; i < 200; ++i)
            windows += ',' + window();
        Followed followed(windows);
        const Layout &layout = followed.timeline.layout();
        QCOMPARE(layout.rows.size(), 201u);
        QVERIFY(std::all_of(layout.bars.begin(), layout.bars.end(), [](const Bar &bar) { return bar.overlaps == 1; }));
    }

    /// After every step, the same as a timeline that is made anew.
    void followsEdits()
    {
        Followed followed(dated("w1", "2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z") + ','
            + dated("w2", "2027-03-01T00:00:00Z", "2027-04-01T00:00:00Z"));
        const auto list = windowsPlace();
        const auto agrees = [&followed] {
            Timeline anew;
            anew.setValidator(&followed.validator);
            anew.setGrouping(followed.timeline.grouping());
            QCOMPARE(said(followed.timeline), said(anew));
        };
        using payload::Edit;
        const std::vector<Edit> edits{Edit::set(list.child(0).child("End"), "\"2027-03-15T00:00:00Z\""),
            Edit::insertItem(list, window().toStdString(), 0),
            Edit::insertItem(list.child(0).child("Territory"), "{\"country\":\"CA\"}"),
            Edit::set(list.child(2).child("LicenseType"), "\"EST\""), Edit::remove(list.child(1).child("Start")),
            Edit::move(list, 0, 2), Edit::remove(list.child(1)), Edit::remove(list)};
        agrees();
        for (const Edit &edit : edits) {
            const QStringList before = said(followed.timeline);
            QVERIFY(followed.document->apply(edit));
            agrees();
            QVERIFY(said(followed.timeline) != before);
        }
        QVERIFY(said(followed.timeline).isEmpty());
        while (followed.document->canUndo()) {
            followed.document->undo();
            agrees();
        }
        followed.timeline.setGrouping(Grouping::Licence);
        agrees();
        QCOMPARE(followed.timeline.layout().lanes.size(), 1u);
    }

    void noDocument()
    {
        Timeline timeline;
        QVERIFY(timeline.layout().bars.empty());
        QVERIFY(!timeline.layout().extent);
    }
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
