// SPDX-License-Identifier: GPL-3.0-or-later
// What the partner said keeps to its place, and is over where the place changed.
#include "payload/Document.h"
#include "workspace/Remarks.h"

#include <QTest>

using namespace marquee;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;

namespace {

Pointer at(const char *text)
{
    return Pointer::parse(text).value();
}

} // namespace

class TestRemarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void follow_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("then"); // "" where it is over
        const auto row = [](const char *name, const char *place, const Edit &edit, const char *then) {
            QTest::newRow(name) << QString::fromLatin1(place) << edit << QString::fromLatin1(then);
        };
        row("itself", "/w/1/End", Edit::set(at("/w/1/End"), "\"x\""), "");
        row("a neighbour", "/w/1/End", Edit::set(at("/w/1/Start"), "\"x\""), "/w/1/End");
        row("the same of another", "/w/1/End", Edit::set(at("/w/0/End"), "\"x\""), "/w/1/End");
        row("around it, set", "/w/1/End", Edit::set(at("/w/1"), "{}"), "");
        row("around it, gone", "/w/1/End", Edit::remove(at("/w/1")), "");
        row("one before goes", "/w/1/End", Edit::remove(at("/w/0")), "/w/0/End");
        row("one behind goes", "/w/0/End", Edit::remove(at("/w/1")), "/w/0/End");
        row("one comes before", "/w/1/End", Edit::insertItem(at("/w"), "{}", 0), "/w/2/End");
        row("one comes behind", "/w/0/End", Edit::insertItem(at("/w"), "{}"), "/w/0/End");
        row("a member comes before", "/w/1/End", Edit::insertMember(at("/w/1"), "A", "1", 0), "/w/1/End");
        row("below it", "/w/1", Edit::set(at("/w/1/End"), "\"x\""), "/w/1");
        row("what was absent comes", "/w/1/Terms/0", Edit::insertMember(at("/w/1"), "Terms", "[{}]"), "");
        row("what was absent stays so", "/w/1/Terms/0", Edit::set(at("/w/1/End"), "\"x\""), "/w/1/Terms/0");
        row("all of it", "/w/1/End", Edit::whole("{}"), "");
    }
    void follow()
    {
        QFETCH(QString, place);
        QFETCH(Edit, edit);
        QFETCH(QString, then);
        const auto document = payload::Document::read(R"({"w":[{"Start":"a","End":"b"},{"Start":"c","End":"d"}]})").value();
        workspace::Remarks remarks;
        document->addListener([&](const payload::Change &change) { remarks.follow(change); });
        remarks.set({{at(place.toLatin1().constData()), u"no"_s}}, *document);
        QVERIFY(document->apply(edit).value());
        const auto all = remarks.all(*document);
        QCOMPARE(all.size(), std::size_t(then.isEmpty() ? 0 : 1));
        QCOMPARE(remarks.isEmpty(), then.isEmpty());
        if (!then.isEmpty()) {
            QCOMPARE(QString::fromStdString(all.front().field.toString()), then);
            QCOMPARE(all.front().message, u"no"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestRemarks)
#include "tst_remarks.moc"
