// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "payload/Document.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace marquee;
using namespace marquee::catalog;
using namespace Qt::StringLiterals;

namespace {

/// Members that the catalogue doesn't know, as "Type.member".
void collectUnknown(const payload::Value &value, const ObjectType *type, QStringList &unknown)
{
    std::string scratch;
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        const payload::Value child = value.at(i);
        if (value.isArray()) {
            collectUnknown(child, type, unknown);
            continue;
        }
        const std::string name(child.name(scratch));
        const Field *field = type ? type->find(name) : nullptr;
        if (type && !field)
            unknown << QString::fromStdString(type->name + '.' + name);
        collectUnknown(child, field ? field->object : nullptr, unknown);
    }
}

} // namespace

class TestCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPublishedMemberIsKnown()
    {
        const auto catalog = Catalog::load().value();
        const QDir folder(QStringLiteral(MARQUEE_SHARED "/examples/prime"));
        if (!folder.exists())
            QSKIP("the published examples aren't beside this checkout");
        QStringList unknown;
        for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto document = payload::Document::read(file.readAll());
            if (!document)
                continue;
            const payload::Value root = (*document)->root();
            const char *type = root.member("requestItems") ? "Batch"
                : root.member("responseItems")             ? "BatchReply"
                : root.member("avail")                     ? "AvailReply"
                                                           : "Outcome";
            collectUnknown(root, catalog->type(type), unknown);
        }
        QCOMPARE(unknown, QStringList());
    }

    void looksUp()
    {
        const auto catalog = Catalog::load().value();
        const ObjectType *window = catalog->type("Transaction");
        QVERIFY(window);
        for (std::size_t i = 0; i < window->fields.size(); ++i)
            QCOMPARE(window->indexOf(window->fields[i].name), static_cast<int>(i));
        QCOMPARE(window->indexOf("start"), -1);
        QVERIFY(!catalog->type("Window"));
        QCOMPARE(catalog->term("RentalDuration")->kind, TermKind::Duration);
        QVERIFY(!catalog->term("rentalduration"));
        QCOMPARE(termProperty(TermKind::Event), std::string_view("Event"));
    }

    void meantValues()
    {
        const auto catalog = Catalog::load().value();
        QCOMPARE(catalog->vocabulary("FormatProfile")->nearest("4K"), std::optional<std::string>("UHD"));
        QCOMPARE(catalog->vocabulary("EntryType")->nearest("full extract"), std::optional<std::string>("FullExtract"));
        QVERIFY(!catalog->vocabulary("FormatProfile")->nearest("8K"));
        QVERIFY(catalog->vocabulary("EntryType")->closed);
        QVERIFY(!catalog->vocabulary("LicenseType")->closed);
    }

    void everyFieldIsExplained()
    {
        const auto catalog = Catalog::load().value();
        for (const char *name : {"Avail", "Transaction", "Term", "Money", "Asset", "ShowTimeAnalytics", "Performance", "SeatCapacity", "ScaledNumber",
                                 "ShowTimeAnalyticsResponse", "Response", "ProductionQuery", "ProductionReply", "Production", "ProductionMedia",
                                 "ImageData", "TrailerData", "Contributors", "CastMember", "CrewMember", "PageInfo"}) {
            for (const Field &field : catalog->type(name)->fields)
                QVERIFY2(!field.label.isEmpty() && !field.help.isEmpty() && !field.source.isEmpty(), field.name.c_str());
        }
        for (const TermDefinition &term : catalog->terms())
            QVERIFY2(!term.label.isEmpty() && !term.help.isEmpty() && !term.source.isEmpty(), term.name.c_str());
    }

    /// Showtime's sample message, name by name, and what of it is needed when.
    void performances()
    {
        const auto catalog = Catalog::load().value();
        const ObjectType *performance = catalog->type("Performance");
        QCOMPARE(performance->family, Family::Performance);
        QCOMPARE(catalog->type("Transaction")->family, Family::Avail);
        QCOMPARE(catalog->type("Response")->family, Family::Callback);
        const std::vector<std::string> order{"@id", "@siteId", "EventId", "DistributorId", "Tags", "Date", "CinemaDate", "Time", "IsCancelled",
            "PrintFormats", "LangFormats", "Attributes", "RunWeek", "IsPreview", "FreeListSuspended", "HallId", "OnSale", "SeatCapacities",
            "DistributorPercentage", "DistributorRate"};
        std::vector<std::string> names, required, complete;
        for (const Field &field : performance->fields) {
            names.push_back(field.name);
            if (field.required == Requirement::Always)
                required.push_back(field.name);
            if (field.complete)
                complete.push_back(field.name);
        }
        QCOMPARE(names, order);
        QCOMPARE(required, (std::vector<std::string>{"@id", "@siteId"}));
        QCOMPARE(complete, (std::vector<std::string>{"EventId", "Date", "Time", "PrintFormats", "HallId"}));
        QVERIFY(performance->find("@id")->isAttribute() && !performance->find("Date")->isAttribute());
        for (const char *wrapper : {"Tags", "PrintFormats", "LangFormats", "Attributes", "SeatCapacities"}) {
            const ObjectType *list = performance->find(wrapper)->object;
            QCOMPARE(list->fields.size(), std::size_t{1});
            QVERIFY(list->fields.front().list);
        }
        for (const char *open : {"PrintFormat", "LangFormat", "PerformanceAttribute", "SeatType"})
            QVERIFY(!catalog->vocabulary(open)->closed && !catalog->vocabulary(open)->terms.empty());
        QCOMPARE(performance->find("DistributorRate")->object->find("@precision")->type, FieldType::Precision);
        QCOMPARE(catalog->type("ShowTimeAnalytics")->find("@messageSequence")->type, FieldType::Sequence);
    }

    /// Atom's productions, name by name as documented.
    void productions()
    {
        const auto catalog = Catalog::load().value();
        const auto namesOf = [&catalog](const char *type) {
            std::vector<std::string> names;
            for (const Field &field : catalog->type(type)->fields)
                names.push_back(field.name);
            return names;
        };
        QCOMPARE(catalog->type("Production")->family, Family::Production);
        QCOMPARE(namesOf("Production"),
            (std::vector<std::string>{"id", "name", "productionMedia", "contributors", "synopsis", "advisoryRating", "genres", "runtimeMinutes",
                "releaseDate", "atomUserScore", "productionUrl", "distributor", "imdbId", "atomProductionId"}));
        QCOMPARE(namesOf("ProductionIds"), std::vector<std::string>{"ids"});
        QCOMPARE(namesOf("PageInfo"), (std::vector<std::string>{"page", "pageSize", "totalPages"}));
        QVERIFY(catalog->type("ProductionQuery")->find("ids")->list);
        QCOMPARE(catalog->type("ImageData")->find("coverImageUrl")->type, FieldType::Url);
        QVERIFY(!catalog->vocabulary("AdvisoryRating")->closed);
    }

    /// What two files say of one type would depend on their order.
    void saidTwice()
    {
        const std::string_view one = R"({"vocabularies":{},"types":{"A":{"fields":[]}},"terms":[]})";
        const std::string_view files[] = {one, one};
        const auto catalog = Catalog::fromJson(files);
        QVERIFY(!catalog.has_value());
        QVERIFY(catalog.error().message.contains(u"twice"_s));
    }

    void contradictions_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray head = "{\"vocabularies\":{},\"terms\":[],\"types\":{\"A\":{\"fields\":[";
        const QByteArray tail = "]}}}";
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("{");
        QTest::newRow("nothing in it") << QByteArray("{\"vocabularies\":{},\"terms\":[],\"types\":{}}");
        QTest::newRow("no label") << head + "{\"name\":\"a\",\"source\":\"s\"}" + tail;
        QTest::newRow("unknown vocabulary")
            << head + "{\"name\":\"a\",\"label\":\"A\",\"source\":\"s\",\"vocabulary\":\"V\"}" + tail;
        QTest::newRow("unknown object") << head + "{\"name\":\"a\",\"label\":\"A\",\"source\":\"s\",\"object\":\"B\"}" + tail;
        QTest::newRow("unknown type") << head + "{\"name\":\"a\",\"label\":\"A\",\"source\":\"s\",\"type\":\"x\"}" + tail;
        QTest::newRow("no such family") << QByteArray("{\"family\":\"x\",\"vocabularies\":{},\"terms\":[],\"types\":{}}");
        QTest::newRow("a field twice")
            << head + "{\"name\":\"a\",\"label\":\"A\",\"source\":\"s\"},{\"name\":\"a\",\"label\":\"A\",\"source\":\"s\"}" + tail;
    }
    void contradictions()
    {
        QFETCH(QByteArray, json);
        const auto catalog = Catalog::fromJson({json.constData(), static_cast<std::size_t>(json.size())});
        QVERIFY(!catalog.has_value());
        QCOMPARE(catalog.error().code, Error::Code::Internal);
        QVERIFY(!catalog.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
