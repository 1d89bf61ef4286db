// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Layout.h"
#include "rules/Validator.h"
#include "workspace/Templates.h"

#include <QTest>

using namespace marquee;
using namespace marquee::workspace;
using payload::Edit;
using payload::Pointer;

class TestTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void templates_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<bool>("partial");
        const auto templates = Templates::load().value();
        QCOMPARE(templates.all().size(), std::size_t{13});
        for (int i = 0; i < static_cast<int>(templates.all().size()); ++i) {
            QTest::addRow("%s, full", templates.all()[static_cast<std::size_t>(i)].id.c_str()) << i << false;
            QTest::addRow("%s, partial", templates.all()[static_cast<std::size_t>(i)].id.c_str()) << i << true;
        }
    }

    /// With ids and titles filled in there is nothing left to say; without them, only they are missing.
    void templates()
    {
        QFETCH(int, index);
        QFETCH(bool, partial);
        const auto all = Templates::load().value();
        const Template &one = all.all()[static_cast<std::size_t>(index)];
        QVERIFY(!one.name.isEmpty() && !one.help.isEmpty());
        auto document = Templates::make(one, partial ? Extract::Partial : Extract::Full).value();
        QVERIFY(document->isModified());
        const QByteArray bytes = document->text().toByteArray();
        QCOMPARE(payload::canonicalLayout(bytes), bytes);

        const auto book = rules::Rulebook::load().value();
        const auto clock = [] { return std::int64_t{1780272000}; }; // 2026-06-01
        rules::Validator validator(book, *document, {}, clock);
        validator.validate();
        document->addListener([&validator](const payload::Change &change) { validator.update(change); });
        const auto problems = validator.problems();
        QVERIFY(!problems.empty());
        const bool isMessage = document->isXml();
        // A message also says what it doesn't say of a performance, and that it cancels one.
        const auto isKnown = [&one](std::string_view id) {
            return (id == "PF002" && one.id != "performance") || (id == "PF011" && one.id == "performance-cancel");
        };
        for (const rules::Problem &problem : problems) {
            const std::string_view id(problem.rule->info().id);
            QVERIFY2(isMessage ? id == "PF001" || id == "PF002" || isKnown(id) : one.isQuestion ? id.starts_with("AT") : id == "AV012", problem.rule->info().id);
        }

        int number = 0;
        for (const std::string &text : one.fill) {
            const Pointer pointer = Pointer::parse(text).value();
            if (!document->find(pointer)) {
                QVERIFY(partial);
                continue;
            }
            const std::string name = pointer.tokens.back().text;
            const bool isAvailId = name == "ALID" || name == "_contentID";
            const std::string value = name.ends_with("Date") ? "2026-06-01T00:00:00" : isAvailId ? "NF-1" : name + std::to_string(++number);
            QVERIFY(document->apply(Edit::set(pointer, '"' + value + '"')).value());
        }
        for (const rules::Problem &problem : validator.problems())
            QVERIFY2(isKnown(problem.rule->info().id), problem.rule->info().id);
        if (isMessage || one.isQuestion)
            return;
        QCOMPARE(document->root().member("avail").member("Transaction").size() == 1, partial || one.id != "tvod-film");
    }

    void unknown() { QVERIFY(!Templates::load().value().find("nothing")); }
};

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
