// SPDX-License-Identifier: GPL-3.0-or-later
// Templates that users make of their own avails.
#include "unit/rules/Fixture.h"

#include "workspace/Files.h"
#include "workspace/Templates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace marquee::workspace;
using namespace Qt::StringLiterals;

namespace {

QByteArray sample(const char *name)
{
    return readFile(QStringLiteral(MARQUEE_RESOURCES "/samples/%1.json").arg(QLatin1StringView(name)))
        .value();
}

QStringList problems(const payload::Document &document)
{
    rules::Validator validator(rulebook(), document, {}, fixedClock);
    validator.validate();
    QStringList ids;
    for (const QString &line : problemsOf(validator))
        ids << line.section(u' ', 0, 0);
    return ids;
}

} // namespace

class TestOwnTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesToo()
    {
        QTemporaryDir folder;
        OwnTemplates own(folder.path());
        const auto document = read("<ShowTimeAnalytics dataSupplierId=\"S\" messageSequence=\"7\"><!-- c --><Performances>"
                                   "<Performance id=\"P-1\" siteId=\"A\"><HallId>H</HallId></Performance></Performances></ShowTimeAnalytics>");
        QVERIFY(own.save(u"A change"_s, OwnTemplates::textOf(*document, Identity::Emptied).value()));
        QVERIFY(QFile::exists(folder.filePath(u"A change.xml"_s)));
        own.reload();
        const Template *one = own.find("own:A change");
        QVERIFY(one && !one->error);
        const auto made = Templates::make(*one).value();
        QVERIFY(made->isXml());
        const QByteArray text = made->text().toByteArray();
        QVERIFY(text.contains("<!-- c -->") && text.contains("siteId=\"A\"") && text.contains("id=\"\"") && text.contains("messageSequence=\"\""));
        // An avail under the same name takes its place, and no file is left behind.
        QVERIFY(own.save(u"A change"_s, sample("night-ferry"), NamedFiles::Existing::Replace));
        QVERIFY(!QFile::exists(folder.filePath(u"A change.xml"_s)));
        own.reload();
        QCOMPARE(own.all().size(), std::size_t(1));
        QVERIFY(!own.save(u"Nothing"_s, "<a/>"));
    }

    void savesAndMakes()
    {
        QTemporaryDir folder;
        OwnTemplates own(folder.path());
        QVERIFY(own.all().empty());
        const auto document = read(sample("harbour-lights-s01e01"));
        QVERIFY(own.save(u"Our episodes"_s, OwnTemplates::textOf(*document, Identity::Kept).value()));
        QVERIFY(own.all().empty()); // until it is read again
        own.reload();
        const Template *one = own.find("own:Our episodes");
        QVERIFY(one && one->isOwn && !one->error);
        QCOMPARE(one->name, u"Our episodes"_s);
        QVERIFY(one->help.contains(u"Harbour Lights"_s) && one->help.contains(u"Episode"_s));
        QVERIFY(one->fill.empty());
        const auto made = Templates::make(*one).value();
        QCOMPARE(made->text().toByteArray(), document->text().toByteArray());
        QVERIFY(made->isModified() && !made->canUndo());
        const auto partial = Templates::make(*one, Extract::Partial).value();
        QCOMPARE(partial->root().member("avail").member("Transaction").size(), 1u);
        QCOMPARE(partial->root().member("avail").member("Disposition").member("EntryType").string(),
            std::string("PartialExtract"));
    }

    /// Only what is to be filled in is missing then; prices, dates, languages and the licensor stay.
    void emptied_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("fill");
        QTest::newRow("an episode") << QByteArray("harbour-lights-s01e01") << 11;
        QTest::newRow("a season") << QByteArray("harbour-lights-s01") << 8;
        QTest::newRow("a film") << QByteArray("night-ferry") << 0;
    }
    void emptied()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, fill);
        QTemporaryDir folder;
        OwnTemplates own(folder.path());
        const auto document = read(sample(name.constData()));
        QVERIFY(own.save(u"x"_s, OwnTemplates::textOf(*document, Identity::Emptied).value()));
        own.reload();
        const Template &one = own.all().front();
        if (fill > 0)
            QCOMPARE(static_cast<int>(one.fill.size()), fill);
        const auto made = Templates::make(one).value();
        const payload::Value avail = made->root().member("avail");
        QVERIFY(avail.member("ALID").string().empty() && avail.member("ALID"));
        QCOMPARE(avail.member("Licensor").raw(), document->root().member("avail").member("Licensor").raw());
        QCOMPARE(avail.member("Transaction").at(0).member("Terms").raw(),
            document->root().member("avail").member("Transaction").at(0).member("Terms").raw());
        for (const QString &id : problems(*made))
            QVERIFY2(id == u"AV012"_s || problems(*document).contains(id), qPrintable(id));
        for (const std::string &place : one.fill)
            QVERIFY(made->find(*payload::Pointer::parse(place)).string().empty());
    }

    void otherPlaces()
    {
        const auto reply
            = read(R"({"success":true,"avail":{"ALID":"A","Asset":[{"Metadata":{"TitleInternalAlias":["a","b"],)"
                   R"("EditEIDR-URN":"u","AltIdentifier":[{"x":1}],"Ratings":[1.50]}}],)"
                   R"("Transaction":[{"_TransactionID":"t","Terms":[{"_termName":"ALID","ALID":"kept"}]}]}})");
        const auto text = OwnTemplates::textOf(*reply, Identity::Emptied);
        QVERIFY(text);
        const auto made = read(*text);
        QVERIFY(!made->root().member("success"));
        const payload::Value details = made->root().member("avail").member("Asset").at(0).member("Metadata");
        QCOMPARE(details.member("TitleInternalAlias").size(), 1u);
        QVERIFY(!details.member("EditEIDR-URN") && !details.member("AltIdentifier"));
        QVERIFY(text->contains("1.50") && text->contains("\"kept\""));
        QVERIFY(!OwnTemplates::textOf(*read("{\"requestItems\":[]}"), Identity::Kept));
    }

    void withoutEntryType()
    {
        Template own;
        own.isOwn = true;
        own.text = R"({"avail":{"ALID":"A","Transaction":[{"a":1},{"b":2}]}})";
        const auto made = Templates::make(own, Extract::Partial).value();
        QVERIFY(made->text().toByteArray().contains("PartialExtract"));
        QCOMPARE(made->root().member("avail").member("Transaction").size(), 1u);
        own.text = R"({"avail":{"Disposition":{"EntryType":"PartialExtract"}}})";
        QVERIFY(Templates::make(own)->get()->text().toByteArray().contains("FullExtract"));
    }

    void brokenOnesStay_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not JSON") << QByteArray("{\"avail\":");
        QTest::newRow("not an avail") << QByteArray("{\"requestItems\":[]}");
        QTest::newRow("nothing") << QByteArray();
    }
    void brokenOnesStay()
    {
        QFETCH(QByteArray, text);
        QTemporaryDir folder;
        OwnTemplates own(folder.path());
        QVERIFY(!own.save(u"x"_s, text));
        QVERIFY(saveFile(folder.filePath(u"x.json"_s), text));
        own.reload();
        const Template &one = own.all().front();
        QVERIFY(one.error && !one.error->nextStep.isEmpty() && !one.help.isEmpty());
        QVERIFY(!Templates::make(one));
        QVERIFY(own.rename(u"x"_s, u"y"_s));
        QCOMPARE(own.remove(u"y"_s).value(), text);
        QVERIFY(own.restore(u"y"_s, text));
        QCOMPARE(readFile(folder.filePath(u"y.json"_s)).value(), text);
    }

    void besideTheBuiltIn()
    {
        QTemporaryDir home;
        qputenv("MARQUEE_HOME", home.path().toUtf8());
        const Templates templates = Templates::load().value();
        const Templates copy = templates;
        QVERIFY(templates.own().save(u"tvod-film"_s, sample("night-ferry")));
        QVERIFY(!copy.own().save(u"TVOD-film"_s, sample("night-ferry")));
        templates.own().reload();
        QVERIFY(copy.find("own:tvod-film")->isOwn);
        QVERIFY(!copy.find("tvod-film")->isOwn);
        QCOMPARE(copy.all().size(), 13u);
        QVERIFY(QFile::exists(home.filePath(u"templates/tvod-film.json"_s)));
        qunsetenv("MARQUEE_HOME");
    }
};

QTEST_GUILESS_MAIN(TestOwnTemplates)
#include "tst_owntemplates.moc"
