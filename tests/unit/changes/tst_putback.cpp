// SPDX-License-Identifier: GPL-3.0-or-later
// Random edits are found, and taken back one by one until nothing differs.
#include "unit/rules/Fixture.h"

#include "changes/Compare.h"
#include "changes/PutBack.h"

#include <QRandomGenerator>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Document;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

constexpr int Rounds = 300;

QByteArray example()
{
    QByteArray list;
    for (int i = 0; i < 6; ++i) {
        const QByteArray number = QByteArray::number(i);
        list += (i ? "," : "")
            + window({{"_TransactionID", i == 4 ? QByteArray() : "\"w" + number + '"'},
                {"Start", "\"202" + number + "-01-01T00:00:00Z\""}, {"ContractID", i % 2 ? "\"CPH\"" : "\"x\""},
                {"HoldbackLanguage", "[{\"value\":\"fr\",\"_asset\":\"audio\"},{\"value\":\"de\"}]"}});
    }
    return avail(list);
}

void collect(const Document &document, const Value &value, payload::Path &path, std::vector<payload::Path> &all)
{
    all.push_back(path);
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        path.append(i);
        collect(document, value.at(i), path, all);
        path.removeLast();
    }
}

std::vector<payload::Path> places(const Document &document)
{
    std::vector<payload::Path> all;
    payload::Path path;
    collect(document, document.root(), path, all);
    return all;
}

/// The same with the members of each object, and the items of the lists without an order, mixed up.
std::string shuffled(const Value &value, std::string_view name, QRandomGenerator &random)
{
    if (!value.isObject() && !value.isArray())
        return value.raw();
    std::vector<std::string> parts;
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        std::string scratch;
        const std::string member(value.at(i).name(scratch));
        const std::string inside = shuffled(value.at(i), member, random);
        parts.push_back(value.isObject() ? '"' + member + "\" : " + inside : inside);
    }
    if (name != "TitleInternalAlias")
        std::shuffle(parts.begin(), parts.end(), random);
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? "" : ",") + part;
    return value.isObject() ? '{' + text + '}' : '[' + text + ']';
}

Edit randomEdit(const Document &document, QRandomGenerator &random)
{
    const auto all = places(document);
    for (;;) {
        const payload::Path &path = all[random.bounded(static_cast<quint32>(all.size()))];
        const Value value = document.at(path);
        const Pointer pointer = document.pointerTo(path);
        switch (random.bounded(5)) {
        case 0:
            if (!value.isObject() && !value.isArray())
                return Edit::set(pointer, std::to_string(random.bounded(1000)));
            break;
        case 1:
            if (path.size() > 1)
                return Edit::remove(pointer);
            break;
        case 2:
            if (value.isArray() && value.size() > 0) // one that stands already
                return Edit::insertItem(pointer, value.at(random.bounded(value.size())).raw(), 0);
            break;
        case 3:
            if (value.isObject() && !path.isEmpty())
                return Edit::insertMember(pointer, "new" + std::to_string(random.bounded(3)), "[1,{\"a\":\"é\"}]");
            break;
        default:
            if (value.size() > 1)
                return Edit::move(pointer, 0, value.size() - 1);
            break;
        }
    }
}

} // namespace

class TestPutBack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shufflingIsNoDifference()
    {
        QRandomGenerator random(7);
        const auto document = read(example());
        for (int i = 0; i < 50; ++i) {
            const auto other = read(QByteArray::fromStdString(shuffled(document->root(), {}, random)));
            const changes::Comparison found = changes::compare(*document, *other);
            QCOMPARE(found.total(), std::size_t{0});
        }
    }

    void randomEdits()
    {
        QRandomGenerator random(42);
        const auto before = read(example());
        for (int round = 0; round < Rounds; ++round) {
            const auto after = read(example());
            const int edits = 1 + random.bounded(4);
            for (int i = 0; i < edits; ++i)
                QVERIFY(after->apply(randomEdit(*after, random)).has_value());
            const QByteArray text = after->text().toByteArray();
            const auto forwards = changes::compare(*before, *after);
            const auto backwards = changes::compare(*after, *before);
            QVERIFY2(forwards.total() > 0 || backwards.total() == 0, text.constData());
            QCOMPARE(changes::compare(*after, *read(text)).total(), std::size_t{0});

            std::size_t steps = 0;
            for (auto found = forwards; found.total() > 0; found = changes::compare(*before, *after)) {
                QVERIFY2(++steps <= 10 * forwards.total() + 10, text.constData());
                const auto edit = changes::putBack(found.differences.front(), *before, *after);
                QVERIFY2(edit.has_value(), text.constData());
                const auto applied = after->apply(*edit);
                QVERIFY2(applied.has_value() && *applied, text.constData());
            }
        }
    }

    void oneOfEachKind_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("result");
        QTest::newRow("changed") << QByteArray(R"({"a":9.90})") << QByteArray(R"({"a":8})")
                                 << QByteArray(R"({"a":9.90})");
        QTest::newRow("removed") << QByteArray(R"({"a":1,"b":2,"c":3})") << QByteArray(R"({"a":1,"c":3})")
                                 << QByteArray(R"({"a":1,"b":2,"c":3})");
        QTest::newRow("the last was removed")
            << QByteArray(R"({"a":1,"b":2,"c":3})") << QByteArray(R"({})") << QByteArray("{\n  \"a\": 1\n}");
        QTest::newRow("added") << QByteArray(R"(["a"])") << QByteArray(R"(["b","a"])") << QByteArray(R"(["a"])");
        QTest::newRow("of a name that stands twice")
            << QByteArray(R"({"a":1,"a":2})") << QByteArray(R"({"a":1,"a":3})") << QByteArray(R"({"a":1,"a":2})");
        QTest::newRow("the whole") << QByteArray("1") << QByteArray("[2]") << QByteArray("1");
    }
    void oneOfEachKind()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto one = read(before);
        const auto other = read(after);
        const auto edit = changes::putBack(changes::compare(*one, *other).differences.front(), *one, *other);
        QVERIFY(edit.has_value());
        QVERIFY(other->apply(*edit).value());
        QTEST(other->text().toByteArray(), "result");
        other->undo();
        QCOMPARE(other->text().toByteArray(), after);
    }

    void whereItWouldStand()
    {
        const auto before = read(R"({"a":1,"l":["x","y"]})");
        const auto after = read(R"({"l":["y"],"b":1})");
        QStringList fields;
        for (const auto &one : changes::compare(*before, *after).differences)
            fields << QString::fromStdString(changes::fieldOf(one, *after).toString());
        QCOMPARE(fields, (QStringList{u"/a"_s, u"/l"_s, u"/b"_s}));
    }

    void whatIsGone()
    {
        const auto before = read(R"({"a":1})");
        const auto after = read(R"({"a":2})");
        const auto found = changes::compare(*before, *after);
        QVERIFY(!changes::putBack(found.differences.front(), *before, *read("{}")));
        QVERIFY(!changes::putBack(found.differences.front(), *read("{}"), *after));
    }
};

QTEST_GUILESS_MAIN(TestPutBack)
#include "tst_putback.moc"
