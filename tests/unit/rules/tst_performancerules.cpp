// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of performance messages: a case that it finds, with place and severity, and a near miss that it doesn't.
#include "PerformanceFixture.h"

#include "rules/PerformanceFacts.h"

#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *Root = "/ShowTimeAnalytics";
constexpr const char *First = "/ShowTimeAnalytics/Performances/Performance/0";

QByteArray at(const char *base, const char *below)
{
    return QByteArray(base) + below;
}

QByteArray seats(const QByteArray &list)
{
    return message(performance({{"SeatCapacities", "<SeatCapacities>" + list + "</SeatCapacities>"}}));
}

QByteArray seat(const QByteArray &type, const QByteArray &capacity)
{
    return "<SeatCapacity><SeatType><![CDATA[" + type + "]]></SeatType><Capacity>" + capacity
        + "</Capacity></SeatCapacity>";
}

std::optional<qint64> lastSent(const QString &supplier)
{
    return supplier == u"SENT"_s ? std::optional<qint64>(1000) : std::nullopt;
}

/// A message of exactly that many bytes.
QByteArray ofSize(qsizetype size)
{
    const auto padded = [](qsizetype pad) -> QByteArray {
        return message(performance()
            + performance({{"@", "id=\"P-2\" siteId=\"S-1\""},
                {"Tags", "<Tags><Tag><![CDATA[" + QByteArray(pad, 'x') + "]]></Tag></Tags>"}}));
    };
    return padded(size - padded(0).size());
}

} // namespace

class TestPerformanceRules : public QObject
{
    Q_OBJECT

private:
    void hit(
        const char *rule, const char *name, const QByteArray &text, const char *severity, const QByteArray &pointer)
    {
        m_hit << QString::fromLatin1(rule);
        QTest::addRow("%s finds: %s", rule, name)
            << text << QString::fromLatin1(rule) << QString::fromLatin1(severity) << QString::fromUtf8(pointer);
    }
    void miss(const char *rule, const char *name, const QByteArray &text)
    {
        m_missed << QString::fromLatin1(rule);
        QTest::addRow("%s lets pass: %s", rule, name) << text << QString::fromLatin1(rule) << QString() << QString();
    }
    void identifierRows();
    void nameRows();
    void valueRows();
    void numberRows();
    void messageRows();

    static std::unique_ptr<rules::Validator> validatorOf(const payload::Document &document, bool sending = false)
    {
        auto validator = std::make_unique<rules::Validator>(rulebook(), document, rules::Severities(), fixedClock);
        validator->setLastSequence(lastSent);
        validator->setSending(sending);
        validator->validate();
        return validator;
    }

    QStringList m_hit;
    QStringList m_missed;

private Q_SLOTS:
    void theFixtureIsClean()
    {
        const auto document = read(message(performance()));
        const auto validator = validatorOf(*document, true);
        QCOMPARE(validator->kind(), rules::DocumentKind::Performance);
        QCOMPARE(problemsOf(*validator), QStringList());
    }

    void rule_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("severity");
        QTest::addColumn<QString>("pointer");
        identifierRows();
        nameRows();
        valueRows();
        numberRows();
        messageRows();
    }
    void rule()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rule);
        QFETCH(QString, severity);
        QFETCH(QString, pointer);
        const auto document = payload::Document::read(text);
        QVERIFY2(document.has_value(), document ? "" : qPrintable(document.error().message));
        const auto validator = validatorOf(**document);
        const QStringList lines = problemsOf(*validator);
        QVERIFY2(!lines.join(u'\n').contains(u"AV"_s), qPrintable(lines.join(u'\n')));
        if (severity.isEmpty()) {
            QVERIFY2(!lines.join(u'\n').contains(rule + u' '), qPrintable(lines.join(u'\n')));
            return;
        }
        const QString expected = rule + u' ' + severity + u' ' + pointer;
        QVERIFY2(lines.contains(expected), qPrintable(expected + u" isn't among\n" + lines.join(u'\n')));
        for (const rules::Problem &problem : validator->problems()) {
            const QString words = problem.rule->message(problem, validator->context());
            QVERIFY2(!words.isEmpty() && !words.contains(u"%1"_s), qPrintable(words));
            QVERIFY(pointer.isEmpty() || !problem.rule->field(problem, validator->context()).isRoot());
        }
    }

    /// A fix is one step, after which its problem is gone; what it doesn't speak of stays.
    void fixes_data() { rule_data(); }
    void fixes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, rule);
        QFETCH(QString, severity);
        QFETCH(QString, pointer);
        if (severity.isEmpty())
            return;
        const auto document = read(text);
        const auto validator = validatorOf(*document);
        for (const rules::Problem &problem : validator->problems()) {
            const QString place = QString::fromStdString(document->pointerTo(problem.path).toString());
            if (QLatin1StringView(problem.rule->info().id) != rule || place != pointer)
                continue;
            for (const rules::Fix &fix : problem.rule->fixes(problem, validator->context())) {
                auto copy = read(text);
                const auto before = validatorOf(*copy);
                const rules::Split steps = fix.steps(before->context());
                QVERIFY(fix.id != u"split"_s || !steps.documents.empty());
                const auto changed = copy->apply(steps.edits, {fix.title, {}});
                QVERIFY2(changed.has_value() && *changed,
                    qPrintable(fix.title + (changed ? QString() : changed.error().message)));
                QCOMPARE(copy->steps().size(), std::size_t{1});
                const auto after = validatorOf(*copy);
                const QString same = rule + u' ' + severity + u' ' + pointer;
                QVERIFY2(problemsOf(*after).count(same) < problemsOf(*validator).count(same), qPrintable(fix.title));
                QVERIFY(payload::Document::read(copy->text().toByteArray()).has_value());
                copy->undo();
                QCOMPARE(copy->text().toByteArray(), text);
            }
        }
    }

    void everyRuleHasAHitAndANearMiss()
    {
        int count = 0;
        for (const auto &rule : rulebook().rules->all()) {
            const QString id = QString::fromLatin1(rule->info().id);
            if (!id.startsWith(u"PF"_s))
                continue;
            ++count;
            QVERIFY2(m_hit.contains(id), qPrintable(id));
            QVERIFY2(m_missed.contains(id), qPrintable(id));
        }
        QCOMPARE(count, 15);
    }

    /// What a fix makes of a value, and nothing where that isn't sure.
    void fixed_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::addRow("%s", before) << QByteArray(name) << QByteArray(before) << QByteArray(after);
        };
        row("OnSale", "<OnSale>TRUE</OnSale>", "<OnSale>true</OnSale>");
        row("OnSale", "<OnSale>yes</OnSale>", "<OnSale>true</OnSale>");
        row("OnSale", "<OnSale>0</OnSale>", "<OnSale>false</OnSale>");
        row("OnSale", "<OnSale>maybe</OnSale>", "");
        row("RunWeek", "<RunWeek> 2 </RunWeek>", "<RunWeek>2</RunWeek>");
        row("RunWeek", "<RunWeek>2.0</RunWeek>", "<RunWeek>2</RunWeek>");
        row("RunWeek", "<RunWeek>2.5</RunWeek>", "");
        row("Date", "<Date>2027-3-2</Date>", "<Date>2027-03-02</Date>");
        row("Date", "<Date>12.3.2027</Date>", "<Date>2027-03-12</Date>");
        row("Date", "<Date>03/04/2027</Date>", "");
        row("Date", "<Date>2027-02-30</Date>", "");
        row("Time", "<Time>7:05</Time>", "<Time>07:05</Time>");
        row("Time", "<Time>19:30:00</Time>", "<Time>19:30</Time>");
        row("Time", "<Time>7:30 pm</Time>", "<Time>19:30</Time>");
        row("Time", "<Time>19:30:15</Time>", "");
        row("Time", "<Time>24:00</Time>", "");
        row("DistributorPercentage", "<DistributorPercentage>45.5</DistributorPercentage>",
            "<DistributorPercentage precision=\"1\">455</DistributorPercentage>");
        row("DistributorPercentage", "<DistributorPercentage precision=\"2\">45.5</DistributorPercentage>",
            "<DistributorPercentage precision=\"2\">4550</DistributorPercentage>");
        row("DistributorPercentage", "<DistributorPercentage precision=\"0\">0.5</DistributorPercentage>",
            "<DistributorPercentage precision=\"1\">5</DistributorPercentage>");
        row("DistributorPercentage", "<DistributorPercentage>45,5 %</DistributorPercentage>",
            "<DistributorPercentage precision=\"1\">455</DistributorPercentage>");
        row("DistributorRate", "<DistributorRate>12,500</DistributorRate>", "");
        row("DistributorRate", "<DistributorRate>about 1.5</DistributorRate>", "");
        row("DistributorRate", "<DistributorRate>100</DistributorRate>",
            "<DistributorRate precision=\"0\">100</DistributorRate>");
        row("HallId", "<HallId>H &amp; 1</HallId>", "<HallId><![CDATA[H & 1]]></HallId>");
        row("HallId", "<hallID ><![CDATA[H-1]]></hallID >", "<HallId ><![CDATA[H-1]]></HallId >");
        row("Tags", "<tags><!-- ours --><Tag><![CDATA[a]]></Tag></tags>",
            "<Tags><!-- ours --><Tag><![CDATA[a]]></Tag></Tags>");
        row("Tags", "<TAGS/>", "<Tags/>");
    }
    void fixed()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        auto document = read(message(performance({{name.constData(), before}})));
        const auto validator = validatorOf(*document);
        for (const rules::Problem &problem : validator->problems()) {
            if (problem.path.size() <= 4)
                continue;
            const auto fixes = problem.rule->fixes(problem, validator->context());
            if (after.isEmpty()) {
                QVERIFY(fixes.empty());
            } else {
                QVERIFY(!fixes.empty());
                QVERIFY(document->apply(fixes.front().edits).value());
            }
            break;
        }
        QCOMPARE(document->text().toByteArray(),
            message(performance({{name.constData(), after.isEmpty() ? before : after}})));
    }

    /// An attribute that was written as an element becomes one, and keeps what it says.
    void attributeFromElement()
    {
        auto document
            = read(message(performance({{"@", "id=\"P-1\""}, {"SiteID", "<SiteID><![CDATA[S-1]]></SiteID>"}})));
        const auto validator = validatorOf(*document);
        for (const rules::Problem &problem : validator->problems()) {
            if (std::string_view(problem.rule->info().id) == "PF003")
                QVERIFY(document->apply(problem.rule->fixes(problem, validator->context()).front().edits).value());
        }
        QCOMPARE(document->text().toByteArray(), message(performance()));
    }

    void sendingWantsCdata()
    {
        const auto document = read(message(performance({{"EventId", "<EventId>E-1</EventId>"}})));
        const QString place = QString::fromLatin1(First) + u"/EventId"_s;
        QCOMPARE(problemsOf(*validatorOf(*document)), QStringList{u"PF013 hint "_s + place});
        QCOMPARE(problemsOf(*validatorOf(*document, true)), QStringList{u"PF013 error "_s + place});
    }

    /// One step, whatever stands in the message; what has no type of text stays as it is.
    void allTextInCdata()
    {
        const QByteArray plain = message(performance({{"EventId", "<EventId>E &lt; 1</EventId>"},
                                             {"Tags", "<Tags><Tag>a</Tag><Tag><![CDATA[b]]></Tag></Tags>"}})
                + performance({{"@", "id=\"P-2\" siteId=\"S-1\""}, {"HallId", "<HallId>H</HallId>"}}),
            "dataSupplierId=\"S\" messageSequence=\"1\"", "<CallbackUrl>https://a.example</CallbackUrl>");
        auto document = read(plain);
        const auto validator = validatorOf(*document);
        QCOMPARE(validator->counts(), (rules::Counts{0, 0, 4}));
        const rules::Problem problem = validator->problems().front();
        for (const rules::Fix &fix : problem.rule->fixes(problem, validator->context())) {
            if (fix.id == u"all"_s)
                QVERIFY(document->apply(fix.steps(validator->context()).edits).value());
        }
        QCOMPARE(document->steps().size(), std::size_t{1});
        QCOMPARE(document->text().toByteArray(),
            message(performance({{"EventId", "<EventId><![CDATA[E < 1]]></EventId>"},
                        {"Tags", "<Tags><Tag><![CDATA[a]]></Tag><Tag><![CDATA[b]]></Tag></Tags>"}})
                    + performance({{"@", "id=\"P-2\" siteId=\"S-1\""}, {"HallId", "<HallId><![CDATA[H]]></HallId>"}}),
                "dataSupplierId=\"S\" messageSequence=\"1\"",
                "<CallbackUrl><![CDATA[https://a.example]]></CallbackUrl>"));
    }

    void numbersOfASupplier()
    {
        auto document = read(message(performance(), "dataSupplierId=\"SENT\" messageSequence=\"7\""));
        const auto validator = validatorOf(*document);
        QCOMPARE(validator->counts(), (rules::Counts{0, 1, 0}));
        const rules::Problem problem = validator->problems().front();
        QVERIFY(document->apply(problem.rule->fixes(problem, validator->context()).front().edits).value());
        QCOMPARE(document->root().member("ShowTimeAnalytics").member("@messageSequence").string(), std::string("1001"));
        QCOMPARE(problemsOf(*validatorOf(*document)), QStringList());
        rules::Validator nobodyKnows(rulebook(), *document, {}, fixedClock);
        nobodyKnows.validate();
        QCOMPARE(nobodyKnows.counts().total(), 0);
    }

    void completeness()
    {
        const auto document
            = read(message(performance() + performance({{"Date", {}}, {"PrintFormats", "<PrintFormats/>"}})));
        const payload::Value list
            = document->root().member("ShowTimeAnalytics").member("Performances").member("Performance");
        QVERIFY(rules::missingFields(*rulebook().catalog, list.at(0)).empty());
        const auto missing = rules::missingFields(*rulebook().catalog, list.at(1));
        QCOMPARE(missing.size(), std::size_t{2});
        QCOMPARE(missing[0]->name, std::string("Date"));
        QCOMPARE(missing[1]->name, std::string("PrintFormats"));
    }

    void severitiesOfAWorkspace()
    {
        const auto document
            = read(message(performance({{"Date", {}}}) + performance({{"EventId", "<EventId>E-1</EventId>"}})));
        rules::Severities severities;
        QVERIFY(rules::readSeverities(
            {{"PF002", "off"}, {"PF010", "hint"}, {"PF013", "warning"}}, *rulebook().rules, severities)
                    .empty());
        rules::Validator validator(rulebook(), *document, severities, fixedClock);
        validator.validate();
        QCOMPARE(validator.counts(), (rules::Counts{0, 1, 2}));
    }

    void files_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("problems");
        const QString first = QString::fromLatin1(First);
        QTest::newRow("whole") << QByteArray("whole.xml") << QStringList();
        QTest::newRow("part") << QByteArray(
            "part.xml") << QStringList{u"PF002 warning "_s + first, u"PF011 warning "_s + first + u"/IsCancelled"_s};
        QTest::newRow("other letter case")
            << QByteArray("letter-case.xml")
            << QStringList{u"PF003 error "_s + first + u"/@ID"_s, u"PF003 error "_s + first + u"/@siteID"_s,
                   u"PF003 error "_s + first + u"/eventId"_s, u"PF003 error "_s + first + u"/Hallid"_s};
        QTest::newRow("mistakes") << QByteArray("mistakes.xml")
                                  << QStringList{u"PF001 error /ShowTimeAnalytics/@dataSupplierId"_s,
                                         u"PF015 error /ShowTimeAnalytics/CallbackUrl"_s,
                                         u"PF004 error "_s + first + u"/Date"_s,
                                         u"PF005 error "_s + first + u"/IsCancelled"_s,
                                         u"PF008 error "_s + first + u"/SeatCapacities/SeatCapacity/0"_s,
                                         u"PF006 error "_s + first + u"/DistributorPercentage"_s};
        QTest::newRow("callback") << QByteArray("callback.xml") << QStringList();
    }
    void files()
    {
        QFETCH(QByteArray, file);
        QFETCH(QStringList, problems);
        const QByteArray text = performanceFile(file.constData());
        QVERIFY(!text.isEmpty());
        const auto document = read(text);
        const auto validator = validatorOf(*document, true);
        QCOMPARE(rules::kindName(validator->kind()), file == "callback.xml" ? "callback"_L1 : "performance"_L1);
        QCOMPARE(problemsOf(*validator), problems);
    }

    void kinds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("kind");
        QTest::newRow("message") << QByteArray("<ShowTimeAnalytics/>") << u"performance"_s;
        QTest::newRow("other case") << QByteArray("<showtimeanalytics a='1'/>") << u"performance"_s;
        QTest::newRow("callback") << QByteArray("<ShowTimeAnalyticsResponse/>") << u"callback"_s;
        QTest::newRow("other XML") << QByteArray("<html><body/></html>") << u"unknown"_s;
        QTest::newRow("an avail's name in XML") << QByteArray("<avail><ALID>x</ALID></avail>") << u"unknown"_s;
        QTest::newRow("the same as JSON")
            << QByteArray("{\"ShowTimeAnalytics\":{\"Performances\":{}}}") << u"unknown"_s;
        QTest::newRow("JSON") << QByteArray("{\"avail\":{}}") << u"avail"_s;
    }
    void kinds()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, kind);
        QCOMPARE(rules::kindName(rules::kindOf(read(text)->root())), kind);
    }
};

void TestPerformanceRules::identifierRows()
{
    hit("PF001", "no supplier", message(performance(), "messageSequence=\"1\""), "error", Root);
    hit("PF001", "an empty supplier", message(performance(), "dataSupplierId=\" \" messageSequence=\"1\""), "error",
        at(Root, "/@dataSupplierId"));
    hit("PF001", "no number", message(performance(), "dataSupplierId=\"S\""), "error", Root);
    hit("PF001", "no id", message(performance({{"@", "siteId=\"S-1\""}})), "error", First);
    hit("PF001", "nothing at all", message("<Performance/>"), "error", First);
    hit("PF001", "an empty site", message(performance({{"@", "id=\"P-1\" siteId=\"\""}})), "error",
        at(First, "/@siteId"));
    hit("PF001", "an empty message", "<ShowTimeAnalytics/>", "error", Root);
    miss("PF001", "all there", message(performance()));
    miss("PF001", "in other case, which is another rule's", message(performance({{"@", "ID=\"P-1\" SITEID=\"S-1\""}})));
    hit("PF002", "no hall", message(performance({{"HallId", {}}})), "warning", First);
    hit("PF002", "an empty list", message(performance({{"PrintFormats", "<PrintFormats/>"}})), "warning", First);
    hit("PF002", "an empty event", message(performance({{"EventId", "<EventId><![CDATA[ ]]></EventId>"}})), "warning",
        First);
    hit("PF002", "only its price", message("<Performance id=\"P\" siteId=\"S\"><OnSale>true</OnSale></Performance>"),
        "warning", First);
    miss("PF002", "no distributor", message(performance()));
    hit("PF010", "twice", message(performance() + performance()), "warning",
        "/ShowTimeAnalytics/Performances/Performance/1");
    hit("PF010", "twice, with others between",
        message(performance() + performance({{"@", "id=\"P-2\" siteId=\"S-1\""}}) + performance()), "warning", First);
    miss("PF010", "at another site", message(performance() + performance({{"@", "id=\"P-1\" siteId=\"S-2\""}})));
    miss("PF010", "id and site that read the same together",
        message(performance({{"@", "id=\"P-1S\" siteId=\"-1\""}}) + performance({{"@", "id=\"P-1\" siteId=\"S-1\""}})));
    miss("PF010", "without ids", message(performance({{"@", {}}}) + performance({{"@", {}}})));
    hit("PL004", "a mark", "\xef\xbb\xbf" + message(performance()), "hint", "");
    miss("PL004", "a comment", message("<!-- x -->" + performance()));
    hit("PL006", "another root", "<Orders><Order/></Orders>", "error", "");
    miss("PL006", "a message", message(performance()));
    hit("PL002", "an element twice", message(performance({{"Date", "<Date>2027-03-12</Date><Date>2027-03-13</Date>"}})),
        "error", at(First, "/Date/1"));
    hit("PL002", "an element twice, apart",
        message(performance({{"OnSale", "<OnSale>true</OnSale>"}, {"Again", "<Date>2027-03-12</Date>"}})), "error",
        at(First, "/Date"));
    miss("PL002", "a list",
        message(performance({{"Tags", "<Tags><Tag><![CDATA[a]]></Tag><Tag><![CDATA[a]]></Tag></Tags>"}})));
    miss("PL002", "what nobody knows",
        message(performance(), "dataSupplierId=\"S\" messageSequence=\"1\"", "<Events><a/><b/><a/></Events>"));
}

void TestPerformanceRules::nameRows()
{
    hit("PF003", "ID", message(performance({{"@", "ID=\"P-1\" siteId=\"S-1\""}})), "error", at(First, "/@ID"));
    hit("PF003", "siteID", message(performance({{"@", "id=\"P-1\" siteID=\"S-1\""}})), "error", at(First, "/@siteID"));
    hit("PF003", "a letter missing", message(performance({{"Date", "<CinmaDate>2027-03-12</CinmaDate>"}})), "error",
        at(First, "/CinmaDate"));
    hit("PF003", "an element for an attribute",
        message(performance({{"@", "id=\"P-1\""}, {"SiteId", "<SiteId><![CDATA[S-1]]></SiteId>"}})), "error",
        at(First, "/SiteId"));
    hit("PF003", "an attribute for an element",
        message(performance({{"@", "id=\"P-1\" siteId=\"S-1\" EventId=\"E-1\""}, {"EventId", {}}})), "error",
        at(First, "/@EventId"));
    hit("PF003", "of the message", message(performance(), "DataSupplierID=\"S\" messageSequence=\"1\""), "error",
        at(Root, "/@DataSupplierID"));
    hit("PF003", "the root", QByteArray(message(performance())).replace("ShowTimeAnalytics", "ShowtimeAnalytics"),
        "error", "/ShowtimeAnalytics");
    hit("PF003", "the list", QByteArray(message(performance())).replace("Performances>", "performances>"), "error",
        at(Root, "/performances"));
    hit("PF003", "unknown", message(performance({{"Mood", "<Mood>good</Mood>"}})), "error", at(First, "/Mood"));
    hit("PF003", "an attribute of a text", message(performance({{"Date", "<Date zone=\"UTC\">2027-03-12</Date>"}})),
        "error", at(First, "/Date/@zone"));
    hit("PF003", "text in a list", message(performance({{"Tags", "<Tags>gala</Tags>"}})), "error", at(First, "/Tags"));
    hit("PF003", "text beside elements", message(performance({{"Tags", "<Tags>gala<Tag><![CDATA[a]]></Tag></Tags>"}})),
        "error", at(First, "/Tags/#text"));
    hit("PF003", "elements in a text", message(performance({{"HallId", "<HallId><b/></HallId>"}})), "error",
        at(First, "/HallId/b"));
    miss("PF003", "all right", message(performance()));
    miss("PF003", "entities of another kind",
        message(performance(), "dataSupplierId=\"S\" messageSequence=\"1\"", "<Events><Event id=\"E\"/></Events>"));
    miss("PF003", "a comment", message(performance({{"Tags", "<Tags><!-- none --></Tags>"}})));
}

void TestPerformanceRules::valueRows()
{
    const auto with = [](const char *name, const char *text) -> QByteArray {
        const QByteArray element(name);
        return message(performance({{name, '<' + element + '>' + text + "</" + element + '>'}}));
    };
    hit("PF004", "no such day", with("Date", "2027-02-30"), "error", at(First, "/Date"));
    hit("PF004", "one digit", with("CinemaDate", "2027-3-12"), "error", at(First, "/CinemaDate"));
    hit("PF004", "a date-time", with("Date", "2027-03-12T00:00:00Z"), "error", at(First, "/Date"));
    hit("PF004", "empty", with("CinemaDate", ""), "error", at(First, "/CinemaDate"));
    hit("PF004", "midnight as 24:00", with("Time", "24:00"), "error", at(First, "/Time"));
    hit("PF004", "seconds", with("Time", "19:30:00"), "error", at(First, "/Time"));
    hit("PF004", "one digit of an hour", with("Time", "7:05"), "error", at(First, "/Time"));
    hit("PF004", "a minute too much", with("Time", "19:60"), "error", at(First, "/Time"));
    miss("PF004", "a leap day", with("Date", "2028-02-29"));
    miss("PF004", "the last minute", with("Time", "23:59"));
    miss("PF004", "midnight", with("Time", "00:00"));
    hit("PF005", "in capitals", with("OnSale", "True"), "error", at(First, "/OnSale"));
    hit("PF005", "yes", with("IsPreview", "yes"), "error", at(First, "/IsPreview"));
    hit("PF005", "empty", with("FreeListSuspended", ""), "error", at(First, "/FreeListSuspended"));
    hit("PF005", "a fraction", with("RunWeek", "1.5"), "error", at(First, "/RunWeek"));
    hit("PF005", "blanks around", with("RunWeek", " 1 "), "error", at(First, "/RunWeek"));
    hit("PF005", "a number in words", message(performance(), "dataSupplierId=\"S\" messageSequence=\"one\""), "error",
        at(Root, "/@messageSequence"));
    hit("PF005", "number 0", message(performance(), "dataSupplierId=\"S\" messageSequence=\"0\""), "error",
        at(Root, "/@messageSequence"));
    hit("PF005", "beyond 64 bits",
        message(performance(), "dataSupplierId=\"S\" messageSequence=\"9223372036854775808\""), "error",
        at(Root, "/@messageSequence"));
    hit("PF005", "a capacity in words", seats(seat("Standard", "many")), "error",
        at(First, "/SeatCapacities/SeatCapacity/0/Capacity"));
    hit("PF005", "a share in words",
        message(performance(
            {{"DistributorPercentage", "<DistributorPercentage precision=\"1\">half</DistributorPercentage>"}})),
        "error", at(First, "/DistributorPercentage/#text"));
    hit("PF005", "an empty share",
        message(performance({{"DistributorPercentage", "<DistributorPercentage precision=\"1\"/>"}})), "error",
        at(First, "/DistributorPercentage"));
    miss("PF005", "false", with("OnSale", "false"));
    miss("PF005", "the largest number",
        message(performance(), "dataSupplierId=\"S\" messageSequence=\"9223372036854775807\""));
    miss("PF005", "an empty number, which is another rule's",
        message(performance(), "dataSupplierId=\"S\" messageSequence=\"\""));
    hit("PF011", "cancelled", with("IsCancelled", "true"), "warning", at(First, "/IsCancelled"));
    miss("PF011", "not cancelled", with("IsCancelled", "false"));
    miss("PF011", "in capitals, which is another rule's", with("IsCancelled", "TRUE"));
    hit("PF013", "plain", with("HallId", "H-1"), "hint", at(First, "/HallId"));
    hit("PF013", "half of it", with("HallId", "<![CDATA[H]]>-1"), "hint", at(First, "/HallId"));
    hit("PF013", "an entity", message(performance({{"Tags", "<Tags><Tag>a &amp; b</Tag></Tags>"}})), "hint",
        at(First, "/Tags/Tag/0"));
    hit("PF013", "an address",
        message(performance(), "dataSupplierId=\"S\" messageSequence=\"1\"",
            "<CallbackUrl>https://a.example/</CallbackUrl>"),
        "hint", at(Root, "/CallbackUrl"));
    miss("PF013", "a date", with("Date", "2027-03-12"));
    miss("PF013", "in two pieces", with("HallId", "<![CDATA[H]]><!-- x --><![CDATA[-1]]>"));
    miss("PF013", "empty", message(performance({{"Tags", "<Tags/>"}})));
    hit("PF014", "week 0", with("RunWeek", "0"), "warning", at(First, "/RunWeek"));
    hit("PF014", "no week, and no preview",
        message(performance({{"RunWeek", {}}, {"IsPreview", "<IsPreview>false</IsPreview>"}})), "warning", First);
    hit("PF014", "two days apart", with("CinemaDate", "2027-03-10"), "warning", at(First, "/CinemaDate"));
    miss("PF014", "a day apart", with("CinemaDate", "2027-03-11"));
    miss("PF014", "no week, and a preview",
        message(performance({{"RunWeek", {}}, {"IsPreview", "<IsPreview>true</IsPreview>"}})));
    miss("PF014", "no week, and nothing said", message(performance({{"RunWeek", {}}})));
    miss("PF014", "no week, in a part",
        message(performance({{"RunWeek", {}}, {"HallId", {}}, {"IsPreview", "<IsPreview>false</IsPreview>"}})));
}

void TestPerformanceRules::numberRows()
{
    const auto share = [](const char *name, const char *attributes, const char *text) -> QByteArray {
        const QByteArray element(name);
        return message(performance({{name, '<' + element + attributes + '>' + text + "</" + element + '>'}}));
    };
    hit("PF006", "no precision", share("DistributorPercentage", "", "455"), "error",
        at(First, "/DistributorPercentage"));
    hit("PF006", "a point", share("DistributorPercentage", "", "45.5"), "error", at(First, "/DistributorPercentage"));
    hit("PF006", "a point and a precision", share("DistributorRate", " precision=\"2\"", "120.50"), "error",
        at(First, "/DistributorRate"));
    hit("PF006", "precision 10", share("DistributorRate", " precision=\"10\"", "12050"), "error",
        at(First, "/DistributorRate"));
    hit("PF006", "precision in words", share("DistributorRate", " precision=\"two\"", "12050"), "error",
        at(First, "/DistributorRate"));
    hit("PF006", "an empty precision", share("DistributorRate", " precision=\"\"", "12050"), "error",
        at(First, "/DistributorRate"));
    miss("PF006", "precision 0", share("DistributorRate", " precision=\"0\"", "120"));
    miss("PF006", "precision 9", share("DistributorRate", " precision=\"9\"", "120"));
    hit("PF007", "above 100", share("DistributorPercentage", " precision=\"0\"", "455"), "warning",
        at(First, "/DistributorPercentage/#text"));
    hit("PF007", "below 0", share("DistributorPercentage", " precision=\"1\"", "-1"), "warning",
        at(First, "/DistributorPercentage/#text"));
    miss("PF007", "exactly 100", share("DistributorPercentage", " precision=\"1\"", "1000"));
    miss("PF007", "an amount", share("DistributorRate", " precision=\"0\"", "455"));
    miss("PF007", "no precision, which is another rule's", share("DistributorPercentage", "", "455"));
    hit("PF008", "no type", seats("<SeatCapacity><Capacity>1</Capacity></SeatCapacity>"), "error",
        at(First, "/SeatCapacities/SeatCapacity/0"));
    hit("PF008", "an empty type", seats(seat("", "1")), "error", at(First, "/SeatCapacities/SeatCapacity/0/SeatType"));
    hit("PF008", "an empty capacity", seats(seat("Standard", "")), "error",
        at(First, "/SeatCapacities/SeatCapacity/0/Capacity"));
    hit("PF008", "nothing", seats("<SeatCapacity/>"), "error", at(First, "/SeatCapacities/SeatCapacity/0"));
    hit("PF008", "the same twice", seats(seat("Standard", "1") + seat("Standard", "2")), "warning",
        at(First, "/SeatCapacities/SeatCapacity/1/SeatType"));
    hit("PF008", "no seats", seats(seat("Standard", "0")), "warning",
        at(First, "/SeatCapacities/SeatCapacity/0/Capacity"));
    miss("PF008", "two types", seats(seat("Standard", "1") + seat("standard", "2")));
    miss("PF008", "an empty list", message(performance({{"SeatCapacities", "<SeatCapacities/>"}})));
}

void TestPerformanceRules::messageRows()
{
    hit("PF009", "a byte too much", ofSize(262'145), "error", Root);
    hit("PF009", "close", ofSize(262'144), "warning", Root);
    hit("PF009", "where it begins", ofSize(250'000), "warning", Root);
    miss("PF009", "a byte less", ofSize(249'999));
    hit("PF012", "the last again", message(performance(), "dataSupplierId=\"SENT\" messageSequence=\"1000\""),
        "warning", at(Root, "/@messageSequence"));
    miss("PF012", "the next", message(performance(), "dataSupplierId=\"SENT\" messageSequence=\"1001\""));
    miss("PF012", "another supplier", message(performance(), "dataSupplierId=\"sent\" messageSequence=\"1\""));
    const auto callback = [](const QByteArray &url) -> QByteArray {
        return message(performance(), "dataSupplierId=\"S\" messageSequence=\"1\"",
            "<CallbackUrl><![CDATA[" + url + "]]></CallbackUrl>");
    };
    hit("PF015", "plain http", callback("http://cinema.example/cb"), "error", at(Root, "/CallbackUrl"));
    hit("PF015", "no scheme", callback("cinema.example/cb"), "error", at(Root, "/CallbackUrl"));
    hit("PF015", "another scheme", callback("ftp://cinema.example/cb"), "error", at(Root, "/CallbackUrl"));
    hit("PF015", "no host", callback("https:///cb"), "error", at(Root, "/CallbackUrl"));
    hit("PF015", "empty", callback(""), "error", at(Root, "/CallbackUrl"));
    hit("PF015", "looks like loopback", callback("http://127.0.0.1.example/cb"), "error", at(Root, "/CallbackUrl"));
    miss("PF015", "https", callback("https://cinema.example/cb?x=1"));
    miss("PF015", "loopback", callback("http://127.0.0.1:8080/cb"));
    miss("PF015", "loopback by name", callback("http://localhost/cb"));
    miss("PF015", "loopback of IPv6", callback("http://[::1]:8080/cb"));
    miss("PF015", "none", message(performance()));
}

QTEST_GUILESS_MAIN(TestPerformanceRules)
#include "tst_performancerules.moc"
