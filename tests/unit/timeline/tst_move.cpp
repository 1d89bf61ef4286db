// SPDX-License-Identifier: GPL-3.0-or-later
// Other dates for a window: where an edge may go, and how it is written.
#include "unit/rules/Fixture.h"

#include "catalog/DateTime.h"
#include "timeline/Move.h"

#include <QTest>

using namespace marquee;
using namespace marquee::timeline;

namespace {

std::optional<std::int64_t> moment(const QString &text)
{
    const auto read = catalog::DateTime::parse(text.toStdString());
    return read ? std::optional(read->epochSeconds) : std::nullopt;
}

QString said(const std::optional<std::int64_t> &time)
{
    return time ? QString::fromStdString(catalog::DateTime::format(*time)) : QString();
}

} // namespace

Q_DECLARE_METATYPE(marquee::timeline::Handle)
Q_DECLARE_METATYPE(marquee::timeline::Snap)

class TestMove : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edgesAndBars_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<Handle>("handle");
        QTest::addColumn<std::int64_t>("seconds");
        QTest::addColumn<Snap>("snap");
        QTest::addColumn<QString>("newStart");
        QTest::addColumn<QString>("newEnd");
        const QString a = QStringLiteral("2027-01-01T09:00:00Z");
        const QString b = QStringLiteral("2027-02-01T09:00:00Z");
        const QString none;
        const auto at = [](const char *text) { return QString::fromLatin1(text); };
        QTest::newRow("the end snaps to midnight")
            << a << b << Handle::End << std::int64_t{3600} * 40 << Snap::Midnight << a << at("2027-02-03T00:00:00Z");
        QTest::newRow("down as well as up")
            << a << b << Handle::End << std::int64_t{3600} << Snap::Midnight << a << at("2027-02-01T00:00:00Z");
        QTest::newRow("to the minute") << a << b << Handle::End << std::int64_t{100} << Snap::Minute << a
                                       << at("2027-02-01T09:02:00Z");
        QTest::newRow("as it is") << a << b << Handle::Start << Day << Snap::None << at("2027-01-02T09:00:00Z") << b;
        QTest::newRow("a bar keeps its length") << a << b << Handle::Whole << Day << Snap::Midnight
                                                << at("2027-01-02T00:00:00Z") << at("2027-02-02T00:00:00Z");
        QTest::newRow("the end stops behind the start")
            << a << b << Handle::End << -Day * 90 << Snap::Midnight << a << at("2027-01-02T00:00:00Z");
        QTest::newRow("the start stops before the end")
            << a << b << Handle::Start << Day * 90 << Snap::Midnight << at("2027-02-01T00:00:00Z") << b;
        QTest::newRow("a backwards window is put right")
            << b << a << Handle::End << Day * 60 << Snap::Midnight << b << at("2027-03-02T00:00:00Z");
        QTest::newRow("what has no end keeps none")
            << a << none << Handle::Whole << Day << Snap::None << at("2027-01-02T09:00:00Z") << none;
        QTest::newRow("an edge that isn't there") << a << none << Handle::End << Day << Snap::None << a << none;
        QTest::newRow("nothing to move") << none << none << Handle::Whole << Day << Snap::None << none << none;
        QTest::newRow("years end") << a << b << Handle::Whole << Day * 366 * 9000 << Snap::Midnight << a << b;
        QTest::newRow("before 1970") << at("1960-01-01T00:00:00Z") << at("1961-01-01T00:00:00Z") << Handle::Start
                                     << std::int64_t{3600} * 13 << Snap::Midnight << at("1960-01-02T00:00:00Z")
                                     << at("1961-01-01T00:00:00Z");
    }
    void edgesAndBars()
    {
        QFETCH(QString, start);
        QFETCH(QString, end);
        QFETCH(Handle, handle);
        QFETCH(std::int64_t, seconds);
        QFETCH(Snap, snap);
        const Times to = moved({moment(start), moment(end)}, handle, seconds, snap);
        QTEST(said(to.start), "newStart");
        QTEST(said(to.end), "newEnd");
    }

    void spelling_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("Z") << QByteArray("\"2027-01-01T09:00:00Z\"") << QByteArray("\"2027-01-10T00:00:00Z\"");
        QTest::newRow("east") << QByteArray("\"2027-01-01T09:00:00+02:00\"")
                              << QByteArray("\"2027-01-10T02:00:00+02:00\"");
        QTest::newRow("west") << QByteArray("\"2027-01-01T09:00:00-05:30\"")
                              << QByteArray("\"2027-01-09T18:30:00-05:30\"");
        QTest::newRow("the same moment") << QByteArray("\"2027-01-10T01:00:00+01:00\"")
                                         << QByteArray("\"2027-01-10T01:00:00+01:00\"");
        QTest::newRow("no date") << QByteArray("\"next spring\"") << QByteArray("\"next spring\"");
    }
    void spelling()
    {
        QFETCH(QByteArray, start);
        const auto document = test::read(test::avail(test::window() + ',' + test::window({{"Start", start}})));
        const Times to{moment(QStringLiteral("2027-01-10T00:00:00Z")), moment(QStringLiteral("2028-01-01T00:00:00Z"))};
        const auto edits = timeEdits(*document, 1, to);
        if (!edits.empty())
            QVERIFY(document->apply(edits));
        QTEST(QByteArray::fromStdString(document->find(windowsPlace().child(1).child("Start")).raw()), "written");
        QCOMPARE(document->find(windowsPlace().child(1).child("End")).raw(), std::string("\"2028-01-01T00:00:00Z\""));
        QCOMPARE(document->find(windowsPlace().child(0).child("Start")).raw(), std::string("\"2027-01-01T00:00:00Z\""));
    }

    void aWindowThatIsNotThere()
    {
        const auto document = test::read(test::avail(test::window()));
        QVERIFY(timeEdits(*document, 7, {0, 86400}).empty());
    }
};

QTEST_GUILESS_MAIN(TestMove)
#include "tst_move.moc"
