// SPDX-License-Identifier: GPL-3.0-or-later
// What an avail says outside of its windows, by keyboard and pointer.
#include "gui/FormTest.h"

#include "avail/TitleForm.h"
#include "workspace/Templates.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>

using namespace marquee;
using namespace marquee::test;
using avail::TitleForm;

namespace {

const QByteArray episode = R"({"_contentID":"NF-1","WorkType":"Episode","EpisodeMetadata":{"TitleInternalAlias":["Pilot"],"EpisodeNumber":{"Number":1},)"
                           R"("SeasonMetadata":{"SeasonContentID":"S1","SeasonNumber":{"Number":2},"NumberOfEpisodes":8},)"
                           R"("SeriesMetadata":{"SeriesContentID":"SER","SeriesTitleInternalAlias":["The Ferry"]}}})";

} // namespace

class TestTitleForm : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<OpenDocument> m_document;
    std::unique_ptr<TitleForm> m_form;

    void bind(const QByteArray &text, OpenDocument::Origin origin = OpenDocument::Origin::File)
    {
        m_document = opened(text, origin);
        m_form = std::make_unique<TitleForm>(lookup());
        m_form->bind(m_document.get(), place("/avail"));
        show(*m_form, {1100, 1200});
    }
    QString json(const QByteArray &pointer) const { return at(*m_document, pointer); }
    void choose(const QString &workType)
    {
        fill(*m_form, u"Asset/0/WorkType"_s, workType);
        if (cursor())
            QTest::keyClick(cursor(), Qt::Key_Tab);
    }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void cleanup()
    {
        m_form.reset();
        m_document.reset();
    }

    void tabComesToEveryField_data()
    {
        QTest::addColumn<QByteArray>("text");
        const workspace::Templates templates = workspace::Templates::load().value();
        for (const workspace::Template &one : templates.all())
            QTest::newRow(one.id.c_str()) << QByteArray::fromStdString(one.text);
    }
    void tabComesToEveryField()
    {
        QFETCH(QByteArray, text);
        bind(text);
        QStringList fields;
        for (const QLabel *label : m_form->findChildren<QLabel *>()) {
            if (label->buddy() && label->isVisible())
                fields << label->buddy()->objectName();
        }
        QVERIFY(fields.size() > 5);
        line(*m_form, u"ALID"_s)->setFocus();
        QStringList order;
        for (int i = 0; i < 200; ++i) {
            // An editor of several lines names the whole; what has the cursor may stand in it.
            for (QWidget *at = cursor(); at && at != m_form.get(); at = at->parentWidget()) {
                if (fields.contains(at->objectName()) && !order.contains(at->objectName()))
                    order << at->objectName();
            }
            QTest::keyClick(cursor(), Qt::Key_Tab);
        }
        QStringList missing = fields;
        for (const QString &field : order)
            missing.removeAll(field);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
        QCOMPARE(m_document->bytes(), text); // a walk changes nothing
    }

    void typingIsLiveAndOneStepAField()
    {
        bind(availOf(window()));
        fill(*m_form, u"ALID"_s, u"NF-77"_s);
        QCOMPARE(json("/avail/ALID"), u"\"NF-77\""_s);
        leave();
        fill(*m_form, u"Licensor/DisplayName"_s, u"Other Pictures"_s);
        leave();
        fill(*m_form, u"Asset/0/_contentID"_s, u"NF-77"_s);
        leave();
        QCOMPARE(steps(*m_document), 3);
        m_document->undo();
        m_document->undo();
        m_document->undo();
        QCOMPARE(m_document->bytes(), availOf(window()));
        QCOMPARE(line(*m_form, u"ALID"_s)->text(), u"NF-1"_s);
    }

    void anotherWorkTypeKeepsWhatBothHave()
    {
        const QByteArray text = availOf(window(), episode);
        bind(text);
        QVERIFY(seen<QWidget>(*m_form, u"Asset/0/EpisodeMetadata/EpisodeNumber/Number"_s));
        choose(u"Season"_s);
        QCOMPARE(json("/avail/Asset/0/WorkType"), u"\"Season\""_s);
        QCOMPARE(json("/avail/Asset/0/EpisodeMetadata"), QString());
        QCOMPARE(json("/avail/Asset/0/SeasonMetadata/SeasonContentID"), u"\"S1\""_s);
        QVERIFY(json("/avail/Asset/0/SeasonMetadata").contains(u"The Ferry"_s));
        QVERIFY(seen<QWidget>(*m_form, u"Asset/0/SeasonMetadata/SeasonContentID"_s));
        QVERIFY(!seen<QWidget>(*m_form, u"Asset/0/EpisodeMetadata/EpisodeNumber/Number"_s));
        QCOMPARE(line(*m_form, u"Asset/0/WorkType"_s)->text(), u"Season"_s);
        while (m_document->payload().canUndo())
            m_document->undo();
        QCOMPARE(m_document->bytes(), text); // everything is back, what the new type had no place for too
        QVERIFY(seen<QWidget>(*m_form, u"Asset/0/EpisodeMetadata/EpisodeNumber/Number"_s));
    }

    void aSeriesMovesAlong_data()
    {
        QTest::addColumn<QByteArray>("asset");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QByteArray>("seriesAt");
        const QByteArray series = R"("SeriesMetadata":{"SeriesContentID":"SER"})";
        const QByteArray beside = R"({"WorkType":"Episode","EpisodeMetadata":{"SeasonMetadata":{"SeasonContentID":"S"},)" + series + "}}";
        const QByteArray inside = R"({"WorkType":"Episode","EpisodeMetadata":{"SeasonMetadata":{"SeasonContentID":"S",)" + series + "}}}";
        const QByteArray season = R"({"WorkType":"Season","SeasonMetadata":{"SeasonContentID":"S",)" + series + "}}";
        QTest::newRow("from beside a season") << beside << u"Season"_s << QByteArray("SeasonMetadata/SeriesMetadata");
        QTest::newRow("from inside a season") << inside << u"Season"_s << QByteArray("SeasonMetadata/SeriesMetadata");
        QTest::newRow("from a season to an episode") << season << u"Episode"_s << QByteArray("EpisodeMetadata/SeriesMetadata");
        QTest::newRow("to a series") << season << u"Series"_s << QByteArray("SeriesMetadata");
    }
    void aSeriesMovesAlong()
    {
        QFETCH(QByteArray, asset);
        QFETCH(QString, to);
        QFETCH(QByteArray, seriesAt);
        bind(availOf(window(), asset));
        choose(to);
        QCOMPARE(json("/avail/Asset/0/" + seriesAt), u"{\"SeriesContentID\":\"SER\"}"_s);
        QCOMPARE(json("/avail/Asset/0").count(u"SER\""_s), 1);
        if (to != u"Series"_s)
            QVERIFY(json("/avail/Asset/0").contains(u"\"SeasonContentID\":\"S\""_s));
        while (m_document->payload().canUndo())
            m_document->undo();
        QCOMPARE(m_document->bytes(), availOf(window(), asset));
    }

    void aFieldOfAnObjectThatIsAbsentIsTypedThrough()
    {
        // The first letter makes the object; the rows stay, and the rest goes where the first went.
        bind(availOf(window(), R"({"WorkType":"Episode","EpisodeMetadata":{"TitleInternalAlias":["a"]}})"));
        fill(*m_form, u"Asset/0/EpisodeMetadata/SeriesMetadata/SeriesContentID"_s, u"SER-1"_s);
        QCOMPARE(json("/avail/Asset/0/EpisodeMetadata/SeriesMetadata/SeriesContentID"), u"\"SER-1\""_s);
        fill(*m_form, u"Asset/0/EpisodeMetadata/SeasonMetadata/SeasonContentID"_s, u"S-1"_s);
        QCOMPARE(json("/avail/Asset/0/EpisodeMetadata/SeasonMetadata/SeasonContentID"), u"\"S-1\""_s);
    }

    void typingGoesOnThroughARebuild()
    {
        bind(availOf(window()));
        fill(*m_form, u"Asset/0/WorkType"_s, u"EpisodeX"_s); // made anew with the e; the X stands behind it
        QCOMPARE(json("/avail/Asset/0/WorkType"), u"\"EpisodeX\""_s);
        QCOMPARE(steps(*m_document), 1);
    }

    void anotherWorkTypeIsOneStep()
    {
        bind(availOf(window()));
        choose(u"Episode"_s);
        QCOMPARE(json("/avail/Asset/0/EpisodeMetadata/TitleInternalAlias"), u"[\"Night Ferry\"]"_s);
        QCOMPARE(steps(*m_document), 1);
        m_document->undo();
        QCOMPARE(m_document->bytes(), availOf(window()));
    }

    void aWorkTypeThatNobodyKnowsMovesNothing()
    {
        bind(availOf(window()));
        choose(u"Opera"_s);
        QCOMPARE(json("/avail/Asset/0/WorkType"), u"\"Opera\""_s);
        QVERIFY(!json("/avail/Asset/0/Metadata").isEmpty());
    }

    void problemsOfANewDocumentWaitForTheField()
    {
        const workspace::Templates templates = workspace::Templates::load().value();
        bind(QByteArray::fromStdString(templates.find("tvod-film")->text), OpenDocument::Origin::New);
        QVERIFY(m_document->counts().errors > 0);
        QVERIFY(saidBeside(*m_form, u"ALID"_s).isEmpty());
        line(*m_form, u"ALID"_s)->setFocus();
        leave();
        QVERIFY(!saidBeside(*m_form, u"ALID"_s).isEmpty());
        QVERIFY(saidBeside(*m_form, u"Asset/0/_contentID"_s).isEmpty());
        fill(*m_form, u"ALID"_s, u"NF-1"_s);
        QVERIFY(saidBeside(*m_form, u"ALID"_s).isEmpty()); // gone while it is typed
    }

    void theContentIdIsCopiedByItsFix()
    {
        bind(availOf(window()));
        fill(*m_form, u"Asset/0/_contentID"_s, u"NF-2"_s);
        QVERIFY(!saidBeside(*m_form, u"Asset/0/_contentID"_s).isEmpty());
        QTRY_VERIFY(fixOf(*m_form, u"AV109"_s));
        QTest::mouseClick(fixOf(*m_form, u"AV109"_s), Qt::LeftButton);
        QCOMPARE(json("/avail/ALID"), json("/avail/Asset/0/_contentID"));
        QVERIFY(!fixOf(*m_form, u"AV109"_s));
    }

    void entitlementsComeAndGo()
    {
        const QByteArray text = availOf(window());
        bind(text);
        press(*m_form, u"addEntitlement"_s);
        QCOMPARE(json("/avail/SharedEntitlement/0/_ecosystem"), u"\"DMA\""_s);
        QCOMPARE(cursorName(), u"SharedEntitlement/0/EcosystemID"_s);
        type(cursor(), u"E-1"_s);
        press(*m_form, u"addEntitlement"_s);
        QCOMPARE(cursorName(), u"SharedEntitlement/1/EcosystemID"_s);
        type(cursor(), u"E-2"_s);
        QCOMPARE(line(*m_form, u"SharedEntitlement/0/EcosystemID"_s)->text(), u"E-1"_s);
        press(*m_form, u"removeEntitlement-0"_s);
        QCOMPARE(json("/avail/SharedEntitlement"), u"[{\"_ecosystem\":\"DMA\",\"EcosystemID\":\"E-2\"}]"_s);
        press(*m_form, u"removeEntitlement-0"_s);
        QCOMPARE(json("/avail/SharedEntitlement"), QString()); // no empty list stays behind
        while (m_document->payload().canUndo())
            m_document->undo();
        QCOMPARE(m_document->bytes(), text);
    }

    void otherMembersAreJson()
    {
        bind(R"({"avail":{"ALID":"NF-1","Wild":{"a":[1, 2.50]},"Licensor":{"DisplayName":"L"},"Asset":[],"Transaction":[]}})");
        auto *wild = seen<QPlainTextEdit>(*m_form, u"Wild"_s);
        QVERIFY(wild);
        QCOMPARE(wild->toPlainText(), u"{\"a\":[1, 2.50]}"_s);
        wild->setFocus();
        QTest::keySequence(wild, QKeySequence::SelectAll);
        type(wild, u"{\"a\":"_s);
        leave();
        QCOMPARE(json("/avail/Wild"), u"{\"a\":[1, 2.50]}"_s); // not JSON yet: nothing is changed, nothing typed is lost
        QCOMPARE(wild->toPlainText(), u"{\"a\":"_s);
        wild->setFocus();
        QTest::keyClick(wild, Qt::Key_End, Qt::ControlModifier);
        type(wild, u"3.10}"_s);
        leave();
        QVERIFY(json("/avail/Wild").contains(u"3.10"_s));
        m_document->undo();
        QCOMPARE(json("/avail/Wild"), u"{\"a\":[1, 2.50]}"_s);
        QCOMPARE(seen<QPlainTextEdit>(*m_form, u"Wild"_s)->toPlainText(), u"{\"a\":[1, 2.50]}"_s);
    }

    void otherMembersCanBeTakenAway()
    {
        bind(R"({"avail":{"ALID":"NF-1","Wild":1}})");
        seen<QPlainTextEdit>(*m_form, u"Wild"_s)->setFocus();
        QTest::keyClick(cursor(), Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(json("/avail/Wild"), QString());
        QVERIFY(!seen<QPlainTextEdit>(*m_form, u"Wild"_s));
        m_document->undo();
        QVERIFY(seen<QPlainTextEdit>(*m_form, u"Wild"_s));
    }

    void oddPayloadsAreShown_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty avail") << QByteArray(R"({"avail":{}})");
        QTest::newRow("asset is no list") << QByteArray(R"({"avail":{"Asset":{"WorkType":"Movie"}}})");
        QTest::newRow("asset is empty") << QByteArray(R"({"avail":{"Asset":[]}})");
        QTest::newRow("entitlement is no list") << QByteArray(R"({"avail":{"SharedEntitlement":7}})");
        QTest::newRow("numbers for texts") << QByteArray(R"({"avail":{"ALID":7,"Licensor":{"DisplayName":null}}})");
        QTest::newRow("two blocks") << availOf(window(), R"({"WorkType":"Movie","Metadata":{},"EpisodeMetadata":{"TitleInternalAlias":"x"}})");
        QTest::newRow("doubled names") << QByteArray(R"({"avail":{"ALID":"a","ALID":"b","Asset":[{"WorkType":"Movie","WorkType":"Season"}]}})");
    }
    void oddPayloadsAreShown()
    {
        QFETCH(QByteArray, text);
        bind(text);
        QVERIFY(line(*m_form, u"ALID"_s));
        fill(*m_form, u"ALID"_s, u"typed"_s);
        QCOMPARE(json("/avail/ALID"), u"\"typed\""_s);
        choose(u"Episode"_s); // makes what is missing, or says that it can't
        while (m_document->payload().canUndo())
            m_document->undo();
        QCOMPARE(m_document->bytes(), text);
    }
};

QTEST_MAIN(TestTitleForm)
#include "tst_titleform.moc"
