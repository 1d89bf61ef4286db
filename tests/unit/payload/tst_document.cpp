// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Document.h"
#include "payload/JsonText.h"

#include <QRandomGenerator>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace marquee;
using namespace marquee::payload;

namespace {

Pointer at(const char *text)
{
    return *Pointer::parse(text);
}

/// Every place of the edited tree is the place that a fresh reading of the same text gives.
bool sameTree(const Value &left, const Value &right)
{
    std::string a;
    std::string b;
    if (left.kind() != right.kind() || left.begin() != right.begin() || left.end() != right.end()
        || left.size() != right.size() || left.itemBegin() != right.itemBegin()
        || left.name(a) != right.name(b) || left.raw(a) != right.raw(b) || left.string() != right.string())
        return false;
    for (std::uint32_t i = 0; i < left.size(); ++i) {
        if (!sameTree(left.at(i), right.at(i)))
            return false;
    }
    return true;
}

bool isSound(const Document &document)
{
    const auto fresh = Document::read(document.text().toByteArray());
    return fresh.has_value() && sameTree(document.root(), (*fresh)->root());
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QVariant>("edit");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *text, const Edit &edit, const char *expected) {
            QTest::newRow(name) << QByteArray(text) << QVariant::fromValue(edit) << QByteArray(expected);
        };
        row("set", "{\n  \"a\": 1,\n  \"b\": 2\n}\n", Edit::set(at("/a"), "[1,{}]"),
            "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": 2\n}\n");
        row("set the root", " 1 ", Edit::set(Pointer(), "{}"), " {} ");
        row("set keeps the rest", "{ \"x\" :1 ,\n\t\"a\": \"\\u0041\"}", Edit::set(at("/x"), "2"),
            "{ \"x\" :2 ,\n\t\"a\": \"\\u0041\"}");
        row("insert last", "{\n  \"a\": 1\n}", Edit::insertMember(Pointer(), "b", "{\"c\":2}"),
            "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": 2\n  }\n}");
        row("insert first", "{\n  \"a\": 1\n}", Edit::insertMember(Pointer(), "b", "2", 0),
            "{\n  \"b\": 2,\n  \"a\": 1\n}");
        row("insert between", "[\n1,\n3\n]", Edit::insertItem(Pointer(), "2", 1), "[\n1,\n2,\n3\n]");
        row("insert in one line", "{\"a\":1}", Edit::insertMember(Pointer(), "b", "[1, 2]"), "{\"a\":1,\"b\":[1,2]}");
        row("insert in one airy line", "{ \"a\": 1 }", Edit::insertMember(Pointer(), "b", "2"), "{ \"a\": 1, \"b\": 2 }");
        row("insert into empty", "{\n\t\"a\": []\n}", Edit::insertItem(at("/a"), "{\"b\":1}"),
            "{\n\t\"a\": [\n\t\t{\n\t\t\t\"b\": 1\n\t\t}\n\t]\n}");
        row("insert, CRLF", "{\r\n  \"a\": 1\r\n}", Edit::insertMember(Pointer(), "b", "2"),
            "{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}");
        row("insert a name with escapes", "{}", Edit::insertMember(Pointer(), "a\"/b", "1"), "{\n  \"a\\\"/b\": 1\n}");
        row("remove first", "{\n  \"a\": 1,\n  \"b\": 2\n}", Edit::remove(at("/a")), "{\n  \"b\": 2\n}");
        row("remove last", "{\n  \"a\": 1,\n  \"b\": 2\n}", Edit::remove(at("/b")), "{\n  \"a\": 1\n}");
        row("remove only", "{\n  \"a\": 1\n}", Edit::remove(at("/a")), "{}");
        row("remove the second of a doubled name", "{\"a\": 1, \"a\": 2, \"b\": 3}",
            Edit::remove(Pointer().child("a", 1)), "{\"a\": 1, \"b\": 3}");
        row("move down", "[\n  1,\n  2,\n  3\n]", Edit::move(Pointer(), 0, 2), "[\n  2,\n  3,\n  1\n]");
        row("move up", "[1, 2, 3]", Edit::move(Pointer(), 2, 0), "[3, 1, 2]");
        row("move a member", "{\"a\": 1, \"b\": 2}", Edit::move(Pointer(), 1, 0), "{\"b\": 2, \"a\": 1}");
        row("whole", "{}", Edit::whole("[1]\n"), "[1]\n");
    }
    void edits()
    {
        QFETCH(QByteArray, text);
        QFETCH(QVariant, edit);
        QFETCH(QByteArray, expected);
        auto document = Document::read(text).value();
        const auto changed = document->apply(edit.value<Edit>(), {QStringLiteral("Change"), {}});
        QVERIFY(changed.has_value() && *changed);
        QCOMPARE(document->text().toByteArray(), expected);
        QVERIFY(isSound(*document));
        QVERIFY(document->isModified());
        document->undo();
        QCOMPARE(document->text().toByteArray(), text);
        QVERIFY(isSound(*document));
        QVERIFY(!document->isModified());
        document->redo();
        QCOMPARE(document->text().toByteArray(), expected);
        QVERIFY(isSound(*document));
    }

    void editsThatChangeNothing_data()
    {
        QTest::addColumn<QVariant>("edit");
        QTest::newRow("same number") << QVariant::fromValue(Edit::set(at("/n"), "9.90"));
        QTest::newRow("same text, other escapes") << QVariant::fromValue(Edit::set(at("/s"), "\"A\""));
        QTest::newRow("same place") << QVariant::fromValue(Edit::move(Pointer(), 1, 1));
        QTest::newRow("same whole") << QVariant::fromValue(Edit::whole("{\"n\": 9.90, \"s\": \"\\u0041\"}"));
    }
    void editsThatChangeNothing()
    {
        QFETCH(QVariant, edit);
        auto document = Document::read("{\"n\": 9.90, \"s\": \"\\u0041\"}").value();
        int told = 0;
        document->addListener([&told](const Change &) { ++told; });
        const auto changed = document->apply(edit.value<Edit>());
        QVERIFY(changed.has_value() && !*changed);
        QVERIFY(!document->canUndo());
        QCOMPARE(told, 0);
        // The near miss: another number of the same value is another text.
        QVERIFY(*document->apply(Edit::set(at("/n"), "9.9")));
        QCOMPARE(told, 1);
    }

    void allOrNothing()
    {
        const QByteArray text = "{\"a\": 1, \"b\": [2]}";
        auto document = Document::read(text).value();
        const std::vector<Edit> edits{Edit::set(at("/a"), "5"), Edit::insertItem(at("/b"), "3"),
                                      Edit::remove(at("/nowhere"))};
        const auto changed = document->apply(edits);
        QVERIFY(!changed.has_value());
        QCOMPARE(changed.error().code, Error::Code::NotFound);
        QCOMPARE(document->text().toByteArray(), text);
        QVERIFY(isSound(*document));
        QVERIFY(!document->canUndo());
    }

    void refused_data()
    {
        QTest::addColumn<QVariant>("edit");
        QTest::addColumn<int>("code");
        QTest::newRow("not JSON") << QVariant::fromValue(Edit::set(at("/a"), "{"))
                                  << static_cast<int>(Error::Code::Malformed);
        QTest::newRow("two values") << QVariant::fromValue(Edit::set(at("/a"), "1 2"))
                                    << static_cast<int>(Error::Code::Malformed);
        QTest::newRow("comment") << QVariant::fromValue(Edit::set(at("/a"), "1 /* x */"))
                                 << static_cast<int>(Error::Code::Malformed);
        QTest::newRow("item into a number") << QVariant::fromValue(Edit::insertItem(at("/a"), "1"))
                                            << static_cast<int>(Error::Code::Invalid);
        QTest::newRow("member into an array") << QVariant::fromValue(Edit::insertMember(at("/b"), "x", "1"))
                                              << static_cast<int>(Error::Code::Invalid);
        QTest::newRow("behind the end") << QVariant::fromValue(Edit::insertItem(at("/b"), "1", 7))
                                        << static_cast<int>(Error::Code::Invalid);
        QTest::newRow("index with a zero") << QVariant::fromValue(Edit::set(at("/b/00"), "1"))
                                           << static_cast<int>(Error::Code::NotFound);
        QTest::newRow("the root away") << QVariant::fromValue(Edit::remove(Pointer()))
                                       << static_cast<int>(Error::Code::Invalid);
        QTest::newRow("too deep") << QVariant::fromValue(Edit::set(at("/a"), std::string(256, '[') + std::string(256, ']')))
                                  << static_cast<int>(Error::Code::TooDeep);
    }
    void refused()
    {
        QFETCH(QVariant, edit);
        QFETCH(int, code);
        const QByteArray text = "{\"a\": 1, \"b\": [2]}";
        auto document = Document::read(text).value();
        const auto changed = document->apply(edit.value<Edit>());
        QVERIFY(!changed.has_value());
        QCOMPARE(static_cast<int>(changed.error().code), code);
        QCOMPARE(document->text().toByteArray(), text);
        QVERIFY(isSound(*document));
    }

    void typingIsOneStep()
    {
        auto document = Document::read("{\"a\": \"\", \"b\": 1}").value();
        const EditOptions typing{QStringLiteral("Change title"), QStringLiteral("/a")};
        for (const char *word : {"\"F\"", "\"Fe\"", "\"Fer\""})
            QVERIFY(*document->apply(Edit::set(at("/a"), word), typing));
        QCOMPARE(document->steps().size(), std::size_t{1});
        QCOMPARE(document->steps()[0].edits[0].before, std::string("\"\""));
        QCOMPARE(document->steps()[0].edits[0].after, std::string("\"Fer\""));
        document->endMerging();
        QVERIFY(*document->apply(Edit::set(at("/a"), "\"Ferr\""), typing));
        QCOMPARE(document->steps().size(), std::size_t{2});
        document->undo();
        document->undo();
        QCOMPARE(document->text().toByteArray(), QByteArray("{\"a\": \"\", \"b\": 1}"));
        QVERIFY(!document->isModified());
        document->redo();
        QCOMPARE(document->root().at(0).string(), std::string("Fer"));
    }

    void typedAndTakenBackIsNoStep()
    {
        auto document = Document::read("{\"a\": 1}").value();
        const EditOptions typing{QStringLiteral("Change"), QStringLiteral("/a")};
        QVERIFY(*document->apply(Edit::set(at("/a"), "12"), typing));
        QVERIFY(*document->apply(Edit::set(at("/a"), "1"), typing));
        QVERIFY(!document->canUndo());
        QVERIFY(!document->isModified());
    }

    void typingIntoAnAbsentMemberIsOneStep()
    {
        auto document = Document::read("{}").value();
        const EditOptions typing{QStringLiteral("Change"), QStringLiteral("/a")};
        QVERIFY(*document->apply(Edit::insertMember(Pointer(), "a", "\"x\""), typing));
        QVERIFY(*document->apply(Edit::set(at("/a"), "\"xy\""), typing));
        QVERIFY(*document->apply(Edit::set(at("/a"), "\"xyz\""), typing));
        QCOMPARE(document->steps().size(), std::size_t{1});
        document->undo();
        QCOMPARE(document->text().toByteArray(), QByteArray("{}"));
    }

    void savedStateIsAPlaceInTheHistory()
    {
        auto document = Document::read("[1]").value();
        QVERIFY(*document->apply(Edit::set(at("/0"), "2")));
        document->markSaved();
        QVERIFY(!document->isModified());
        document->undo();
        QVERIFY(document->isModified());
        document->redo();
        QVERIFY(!document->isModified());
        document->undo();
        QVERIFY(*document->apply(Edit::set(at("/0"), "2")));
        QVERIFY(document->isModified()); // another way to the same text is another state
        QVERIFY(!document->canRedo());
    }

    void tellsWhatChanged()
    {
        auto document = Document::read("{\n  \"a\": [1, 2]\n}").value();
        std::vector<Change> changes;
        const int token = document->addListener([&changes](const Change &change) { changes.push_back(change); });
        QVERIFY(*document->apply(Edit::insertItem(at("/a"), "3")));
        QCOMPARE(changes.size(), std::size_t{1});
        QCOMPARE(changes[0].places[0].kind, ChangedPlace::Kind::Insert);
        QCOMPARE(changes[0].places[0].container, (Path{0}));
        QCOMPARE(changes[0].places[0].index, 2u);
        QCOMPARE(changes[0].splices[0].inserted, std::string(", 3"));
        document->undo();
        QCOMPARE(changes[1].places[0].kind, ChangedPlace::Kind::Remove);
        QCOMPARE(changes[1].splices[0].removed, std::string(", 3"));
        document->removeListener(token);
        document->redo();
        QCOMPARE(changes.size(), std::size_t{2});
    }

    void places()
    {
        auto document = Document::read("{\n  \"a\": [1, {\"b\": \"c\"}],\n  \"a\": 2\n}").value();
        const Pointer second = Pointer().child("a", 1);
        QCOMPARE(document->find(second).raw(), std::string("2"));
        QCOMPARE(document->pointerTo(*document->pathOf(second)), second);
        const Value c = document->find(at("/a/1/b"));
        QCOMPARE(document->pathAt(c.begin() + 1), (Path{0, 1, 0}));
        QCOMPARE(document->pathAt(c.itemBegin()), (Path{0, 1, 0}));
        QCOMPARE(document->pathAt(0), Path());
        QVERIFY(!document->find(at("/a/2")));
        QVERIFY(!document->find(at("/a/1/b/x")));
        QCOMPARE(document->text().place(c.begin()).line, 2u);
    }

    /// Many random edits on a nested document, each checked against a fresh reading and against nlohmann doing the same,
    /// then all undone to the first byte.
    void randomEditsStaySound()
    {
        const QByteArray text = "{\"a\": [1, {\"b\": [], \"c\": {}}, \"x\"],\n  \"d\": {\"e\": null}}";
        auto document = Document::read(text).value();
        auto oracle = nlohmann::ordered_json::parse(text.toStdString());
        QRandomGenerator random(7);
        const std::vector<std::string> values{"1", "\"two\"", "[]", "{}", "[1, 2, {\"k\": true}]", "{\"p\": {\"q\": []}}"};
        for (int round = 0; round < 2000; ++round) {
            Path path;
            Value value = document->root();
            while (value.size() > 0 && random.bounded(4) != 0) {
                path.push_back(random.bounded(value.size()));
                value = value.at(path.back());
            }
            const Pointer pointer = document->pointerTo(path);
            const nlohmann::ordered_json::json_pointer theirs(pointer.toString());
            const std::string json = values[random.bounded(static_cast<quint32>(values.size()))];
            Edit edit;
            if (value.isArray() && random.bounded(2) == 0) {
                const auto index = random.bounded(value.size() + 1);
                edit = Edit::insertItem(pointer, json, index);
                oracle[theirs].insert(oracle[theirs].begin() + index, nlohmann::ordered_json::parse(json));
            } else if (value.isObject() && random.bounded(2) == 0) {
                const std::string name = "m" + std::to_string(round);
                edit = Edit::insertMember(pointer, name, json);
                oracle[theirs][name] = nlohmann::ordered_json::parse(json);
            } else if (!path.isEmpty() && random.bounded(3) == 0) {
                edit = Edit::remove(pointer);
                auto &parent = oracle[theirs.parent_pointer()];
                if (parent.is_array())
                    parent.erase(path.back());
                else
                    parent.erase(theirs.back());
            } else if (!path.isEmpty()) {
                edit = Edit::set(pointer, json);
                oracle[theirs] = nlohmann::ordered_json::parse(json);
            } else {
                continue;
            }
            QVERIFY(document->apply(edit).has_value());
            if (round % 10 == 0)
                QVERIFY(isSound(*document));
            QVERIFY(nlohmann::ordered_json::parse(document->text().toByteArray().toStdString()) == oracle);
        }
        while (document->canUndo())
            document->undo();
        QCOMPARE(document->text().toByteArray(), text);
        QVERIFY(isSound(*document));
    }

    void stringsRoundTrip_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QStringLiteral("Night Ferry");
        QTest::newRow("quotes") << QStringLiteral("\"a\\b\"\n\t\x01");
        QTest::newRow("beyond the plane") << QString::fromUcs4(U"\U0001F3AC é");
    }
    void stringsRoundTrip()
    {
        QFETCH(QString, text);
        const std::string json = encodeJsonString(text);
        const auto document = Document::read(QByteArray::fromStdString(json)).value();
        QCOMPARE(QString::fromStdString(document->root().string()), text);
    }
};

Q_DECLARE_METATYPE(marquee::payload::Edit)
QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
