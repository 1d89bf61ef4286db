// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Document.h"
#include "payload/JsonReader.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace marquee;
using namespace marquee::payload;

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// What a parse says, event by event: nlohmann's words for it and ours have to be equal.
struct Events : nlohmann::json_sax<nlohmann::json>
{
    std::vector<std::string> all;
    bool null() override { return add("null"); }
    bool boolean(bool value) override { return add(value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return add("#" + std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add("#" + std::to_string(value)); }
    bool number_float(number_float_t, const string_t &written) override { return add("#" + written); }
    bool string(string_t &value) override { return add("\"" + value); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return add("{"); }
    bool key(string_t &value) override { return add(":" + value); }
    bool end_object() override { return add("}"); }
    bool start_array(std::size_t) override { return add("["); }
    bool end_array() override { return add("]"); }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override { return false; }
    bool add(std::string event)
    {
        all.push_back(std::move(event));
        return true;
    }
};

void walk(const Value &value, std::vector<std::string> &events)
{
    std::string scratch;
    switch (value.kind()) {
    case Kind::Object:
        events.emplace_back("{");
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            events.push_back(":" + std::string(value.at(i).name(scratch)));
            walk(value.at(i), events);
        }
        events.emplace_back("}");
        break;
    case Kind::Array:
        events.emplace_back("[");
        for (std::uint32_t i = 0; i < value.size(); ++i)
            walk(value.at(i), events);
        events.emplace_back("]");
        break;
    case Kind::String:
        events.push_back("\"" + value.string());
        break;
    case Kind::Number:
        events.push_back("#" + value.raw());
        break;
    default:
        events.push_back(value.raw());
    }
}

} // namespace

class TestJsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Everything that nlohmann reads, we read to the same events; what it refuses, we refuse.
    void likeTheOracle_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QList<QByteArray> texts{
            "{}", "[]", " [ ] ", "null", "true", "false", "0", "-1", "12.50", "1e5", "1E-5", "9.90", "\"\"", "\"a\"",
            "{\"a\":1,\"a\":2}", "{\"a\":{\"b\":[1,2,{\"c\":null}]},\"d\":[]}", "[\"\\u00e9\\n\\\"\\\\\\/\",\"\\ud83c\\udfac\"]",
            "[1,2", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "[1,]", "[,1]", "01", "-", "1.", ".5", "1e",
            "+1", "'a'", "nul", "NaN", "\"a", "\"\n\"", "\"\\x\"", "\"\\u12g4\"", "{} {}", "", "  ", "]", "{\"a\":1]",
            "[1}", "\"\t\"", "tru", "[true false]", "{\"a\" 1}", "\xc3\xa9", "\"\xc3\xa9\"", "98765432109876543210",
            "\"\\ud83c\\udfac\"", "\"\\u0000\"", "[[[[[[[[[[]]]]]]]]]]",
        };
        for (const QByteArray &text : texts)
            QTest::newRow(text.toPercentEncoding().constData()) << text;
    }
    void likeTheOracle()
    {
        QFETCH(QByteArray, text);
        Events oracle;
        const bool theirs = nlohmann::json::sax_parse(text.toStdString(), &oracle);
        const auto ours = Document::read(text);
        QCOMPARE(ours.has_value(), theirs);
        if (!theirs)
            return;
        std::vector<std::string> events;
        walk((*ours)->root(), events);
        QVERIFY(events == oracle.all);
    }

    void publishedExamplesLikeTheOracle()
    {
        const QDir folder(QStringLiteral(MARQUEE_SHARED "/examples/prime"));
        if (!folder.exists())
            QSKIP("the published examples aren't beside this checkout");
        int compared = 0;
        const auto names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            const auto ours = Document::read(text);
            Events oracle;
            if (!nlohmann::json::sax_parse(text.toStdString(), &oracle)) {
                // Two miss a bracket; the others hold "{ ... }", which is read past.
                QCOMPARE(ours.has_value(), !name.contains(QStringLiteral("malformed")));
                continue;
            }
            QVERIFY2(ours.has_value(), qPrintable(name));
            std::vector<std::string> events;
            walk((*ours)->root(), events);
            QVERIFY2(events == oracle.all, qPrintable(name));
            QCOMPARE((*ours)->text().toByteArray(), text);
            ++compared;
        }
        QVERIFY(compared >= 20);
    }

    /// What nlohmann can't say: the digits stay.
    void keepsDigits_data()
    {
        QTest::addColumn<QByteArray>("number");
        for (const char *number : {"-0", "1e400", "9.90", "98765432109876543210", "-0.0e-0", "1E+2"})
            QTest::newRow(number) << QByteArray(number);
    }
    void keepsDigits()
    {
        QFETCH(QByteArray, number);
        const auto document = Document::read("{\"a\": " + number + "}");
        QVERIFY(document.has_value());
        QCOMPARE((*document)->root().at(0).raw(), number.toStdString());
    }

    void errors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        const auto malformed = static_cast<int>(Error::Code::Malformed);
        const auto notUtf8 = static_cast<int>(Error::Code::NotUtf8);
        const auto tooDeep = static_cast<int>(Error::Code::TooDeep);
        QTest::newRow("empty") << QByteArray() << malformed << 1 << 1;
        QTest::newRow("comma missing") << QByteArray("{\"a\": 1\n \"b\": 2}") << malformed << 2 << 2;
        QTest::newRow("closing missing") << QByteArray("{\n\"a\": [1\n") << malformed << 3 << 1;
        QTest::newRow("binary") << QByteArray("\x00\x01\x02", 3) << malformed << 1 << 1;
        QTest::newRow("Latin-1") << QByteArray("{\"a\": \"Z\xfcrich\"}") << notUtf8 << 1 << 9;
        QTest::newRow("half a surrogate") << QByteArray("{\"a\": \"x\\ud83c\"}") << notUtf8 << 1 << 9;
        QTest::newRow("low surrogate first") << QByteArray("\"\\udfac\"") << notUtf8 << 1 << 2;
        QTest::newRow("two high surrogates") << QByteArray("\"\\ud83c\\ud83c\"") << notUtf8 << 1 << 2;
        QTest::newRow("257 levels") << QByteArray(257, '[') + QByteArray(257, ']') << tooDeep << 1 << 257;
        QTest::newRow("100,000 levels") << QByteArray(100000, '[') << tooDeep << 1 << 257;
        QTest::newRow("comment without end") << QByteArray("{ /* a }") << malformed << 1 << 3;
    }
    void errors()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(int, line);
        QFETCH(int, column);
        const auto document = Document::read(text);
        QVERIFY(!document.has_value());
        const Error &error = document.error();
        QCOMPARE(static_cast<int>(error.code), code);
        QVERIFY(error.place.has_value());
        QCOMPARE(static_cast<int>(error.place->line), line);
        QCOMPARE(static_cast<int>(error.place->column), column);
        QVERIFY(error.message.contains(text.isEmpty() ? QStringLiteral("nothing") : QString::number(line)));
        QVERIFY(!error.nextStep.isEmpty());
    }

    void deepButAllowed() { QVERIFY(Document::read(QByteArray(256, '[') + QByteArray(256, ']')).has_value()); }

    void oddities_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("children");
        QTest::newRow("none") << QByteArray("{\"a\": \"...\"}") << 0 << 1;
        QTest::newRow("mark") << QByteArray("\xef\xbb\xbf{}") << 1 << 0;
        QTest::newRow("comments") << QByteArray("// x\n{\"a\": /* y */ 1 // z\n}") << 3 << 1;
        QTest::newRow("ellipsis") << QByteArray("{ ... }") << 1 << 0;
        QTest::newRow("ellipsis sign") << QByteArray("{ \"a\": 1, \xe2\x80\xa6 }") << 1 << 1;
        QTest::newRow("ellipsis between") << QByteArray("[1, ..., 2]") << 1 << 2;
    }
    void oddities()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, count);
        QFETCH(int, children);
        const auto document = Document::read(text);
        QVERIFY(document.has_value());
        QCOMPARE(static_cast<int>((*document)->oddities().size()), count);
        QCOMPARE(static_cast<int>((*document)->root().size()), children);
        for (const Oddity &oddity : (*document)->oddities())
            QVERIFY(oddity.begin < oddity.end && oddity.end <= static_cast<std::uint32_t>(text.size()));
    }

    void trailingCommaIsNoEllipsis() { QVERIFY(!readJson(viewOf("[1, ]")).has_value()); }

    void oneLongLine()
    {
        QByteArray text = "{\"a\": \"" + QByteArray(50 * 1024 * 1024, 'x') + "\"}";
        const auto document = Document::read(text);
        QVERIFY(document.has_value());
        QCOMPARE((*document)->root().at(0).string().size(), std::size_t{50 * 1024 * 1024});
        text.chop(2);
        const auto cut = Document::read(text);
        QVERIFY(!cut.has_value());
        QVERIFY(cut.error().excerpt.size() < 200);
    }
};

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_jsonreader.moc"
