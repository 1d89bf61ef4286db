// SPDX-License-Identifier: GPL-3.0-or-later
// Episodes are named, looked at and made.
#include "gui/Looks.h"

#include "series/EpisodesModel.h"
#include "series/SeriesDialog.h"
#include "workspace/Files.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableView>

using namespace marquee;
using namespace marquee::test;
using namespace marquee::series;
using namespace Qt::StringLiterals;

namespace {

QByteArray sample(const char *name)
{
    return workspace::readFile(QStringLiteral(MARQUEE_RESOURCES "/samples/%1.json").arg(QLatin1StringView(name)))
        .value();
}

QByteArray seriesAvail()
{
    return avail(window({{"LicenseType", "\"SVOD\""}}),
        R"({"_contentID":"HL","WorkType":"Series","SeriesMetadata":{"SeriesContentID":"HL","SeriesTitleInternalAlias":["Harbour Lights"],"NumberOfSeasons":2}})",
        "FullExtract", "HL");
}

/// A document, and the dialog over it.
struct Asked
{
    explicit Asked(const QByteArray &text, SeriesDialog::Stage stage = {})
        : document(read(text))
    {
        stage.clock = fixedClock;
        dialog = std::make_unique<SeriesDialog>(rulebook(),
            rules::Context{*rulebook().catalog, *rulebook().vocabularies, *document, rules::kindOf(document->root()),
                fixedClock()},
            std::move(stage));
        show(*dialog, dialog->size());
    }
    template <class T>
    T *in(const char *name) const
    {
        return dialog->findChild<T *>(QString::fromLatin1(name));
    }
    QString words(const char *name) const
    {
        const auto *label = in<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }
    QString cell(int row, int column) const
    {
        return in<QTableView>("seriesTable")->model()->index(row, column).data().toString();
    }
    int rows() const { return in<QTableView>("seriesTable")->model()->rowCount(); }
    QPushButton *make() const { return in<QPushButton>("seriesMake"); }
    void choose(const char *name) const
    {
        auto *button = in<QRadioButton>(name);
        QTest::mouseClick(button, Qt::LeftButton, {}, {8, button->height() / 2});
    }
    void settled() const { QTRY_VERIFY(!words("seriesCounts").contains(u"looking"_s)); }

    std::unique_ptr<payload::Document> document;
    std::unique_ptr<SeriesDialog> dialog;
};

} // namespace

class TestSeriesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void makesWhatIsShown()
    {
        const Asked asked(sample("harbour-lights-s01"));
        new QAbstractItemModelTester(asked.in<QTableView>("seriesTable")->model(), asked.dialog.get());
        QCOMPARE(asked.rows(), 10);
        QCOMPARE(asked.cell(1, EpisodesModel::Alid), u"HL-S01E02"_s);
        QCOMPARE(asked.cell(1, EpisodesModel::Title), u"Harbour Lights: Season 1, Episode 2"_s);
        auto *titles = asked.in<QPlainTextEdit>("seriesTitles");
        titles->setFocus();
        QTest::keyClicks(titles, u"The Keeper"_s);
        QTest::keyClick(titles, Qt::Key_Return);
        QTest::keyClicks(titles, u"Fog"_s);
        QCOMPARE(asked.rows(), 2); // as many as titles
        QCOMPARE(asked.cell(1, EpisodesModel::Title), u"Harbour Lights: Season 1, Episode 2 – Fog"_s);
        fill(*asked.dialog, u"seriesAlid"_s, u"HL1-{n:3}"_s);
        QCOMPARE(asked.cell(0, EpisodesModel::File), u"HL1-001.json"_s);
        asked.settled();
        QCOMPARE(asked.words("seriesCounts"), u"2 episode(s) · no problems"_s);
        QCOMPARE(asked.cell(0, EpisodesModel::Problems), u"none"_s);
        QCOMPARE(asked.make()->text(), u"Make 2 episode(s)"_s);
        QTest::keyClick(asked.dialog.get(), Qt::Key_Return);
        QCOMPARE(asked.dialog->result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(asked.dialog->become(), SeriesDialog::Become::Files);
        QCOMPARE(asked.dialog->episodes().size(), 2u);
        QVERIFY(asked.dialog->episodes()[1].text.contains("HL1-002"));
        QCOMPARE(asked.dialog->pattern().alid, u"HL1-{n:3}"_s);
        QVERIFY(!asked.document->isModified());
    }

    void atOnce()
    {
        const Asked asked(sample("harbour-lights-s01"));
        QTest::mouseClick(asked.make(), Qt::LeftButton); // before the rules looked at all of them
        QTRY_COMPARE(asked.dialog->result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(asked.dialog->episodes().size(), 10u);
        for (const Episode &one : asked.dialog->episodes())
            QVERIFY(!one.text.isEmpty());
    }

    void countsThatAreGivenStay()
    {
        const Asked asked(sample("harbour-lights-s01"));
        auto *count = asked.in<QSpinBox>("seriesCount");
        count->setFocus();
        count->selectAll();
        QTest::keyClicks(count, u"4"_s);
        QTest::keyClick(count, Qt::Key_Tab);
        QCOMPARE(asked.rows(), 4);
        asked.in<QPlainTextEdit>("seriesTitles")->setPlainText(u"a\nb\nc\nd\ne"_s);
        QCOMPARE(asked.rows(), 4);
        QVERIFY(asked.words("seriesRemarks").contains(u"1 title(s) are left over."_s));
    }

    void patternsThatArentAny()
    {
        const Asked asked(sample("harbour-lights-s01"));
        fill(*asked.dialog, u"seriesAlid"_s, u"{id}{x}"_s);
        QVERIFY(!asked.make()->isEnabled());
        QCOMPARE(asked.rows(), 0);
        QVERIFY(asked.words("seriesRemarks").contains(u"{x}"_s));
        QTest::keyClick(asked.dialog.get(), Qt::Key_Return);
        QVERIFY(asked.dialog->isVisible());
        fill(*asked.dialog, u"seriesAlid"_s, u"same"_s);
        QVERIFY(!asked.make()->isEnabled());
        QVERIFY(asked.words("seriesRemarks").contains(u"the same ID"_s));
        press(*asked.dialog, u"seriesSuggest"_s);
        QVERIFY(asked.make()->isEnabled());
        QCOMPARE(asked.in<QLineEdit>("seriesAlid")->text(), u"{id}E{n:2}"_s);
    }

    void clashesAreTold()
    {
        SeriesDialog::Stage stage;
        stage.taken = {{u"HL-S01E01"_s}, {u"HL-S01E02.json"_s}};
        stage.folder = u"/avails"_s;
        const Asked asked(sample("harbour-lights-s01"), stage);
        asked.settled();
        QCOMPARE(asked.cell(0, EpisodesModel::Problems), u"taken"_s);
        asked.in<QTableView>("seriesTable")->selectRow(0);
        QVERIFY(asked.words("seriesProblems").contains(u"The workspace has"_s));
        QVERIFY(!asked.make()->isEnabled()); // a file stands
        asked.choose("seriesDocuments");
        QVERIFY(asked.make()->isEnabled());
        QTest::mouseClick(asked.make(), Qt::LeftButton);
        QCOMPARE(asked.dialog->result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(asked.dialog->become(), SeriesDialog::Become::Documents);
    }

    void tooManyToOpen()
    {
        const Asked asked(sample("harbour-lights-s01"));
        asked.choose("seriesDocuments");
        asked.in<QSpinBox>("seriesCount")->setValue(SeriesDialog::MostOpened);
        QVERIFY(asked.in<QRadioButton>("seriesDocuments")->isChecked());
        asked.in<QSpinBox>("seriesCount")->setValue(SeriesDialog::MostOpened + 1);
        QVERIFY(!asked.in<QRadioButton>("seriesDocuments")->isEnabled());
        QVERIFY(asked.in<QRadioButton>("seriesFiles")->isChecked());
        asked.settled();
        QVERIFY(asked.words("seriesCounts").contains(u"problem(s)"_s)); // more than the season's ten
        QCOMPARE(asked.cell(10, EpisodesModel::Problems), u"1 warning(s)"_s);
    }

    void asABatch()
    {
        const Asked asked(sample("harbour-lights-s01"));
        asked.choose("seriesBatch");
        QTest::mouseClick(asked.make(), Qt::LeftButton);
        QTRY_COMPARE(asked.dialog->result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(read(asked.dialog->batch())->root().member("requestItems").size(), 10u);
        const Asked none(sample("harbour-lights-s01").replace("\"Lantern Pictures\"", "\"\""));
        none.choose("seriesBatch");
        QTest::mouseClick(none.make(), Qt::LeftButton);
        QTRY_VERIFY(none.words("seriesRemarks").contains(u"licensor"_s));
        QVERIFY(none.dialog->isVisible());
    }

    void fromASeries()
    {
        const Asked asked(seriesAvail());
        asked.in<QSpinBox>("seriesSeason")->setValue(2);
        QCOMPARE(asked.cell(0, EpisodesModel::Alid), u"HL-S02E01"_s);
        QVERIFY(!asked.in<QLineEdit>("seriesEntitlement"));
    }

    void patternsOfTheLastTime()
    {
        SeriesDialog::Stage stage;
        stage.last = EpisodePattern{3, 7, u"{id}-{n:3}"_s, {}, u"{title}!"_s, {}, {}, {}, 1, {}, {}};
        const Asked asked(sample("harbour-lights-s01"), stage);
        QCOMPARE(asked.cell(0, EpisodesModel::Alid), u"HL-S01-001"_s);
        QCOMPARE(asked.rows(), 10);
        stage.last->alid = u"{nothing}"_s;
        const Asked other(sample("harbour-lights-s01"), stage);
        QCOMPARE(other.cell(0, EpisodesModel::Alid), u"HL-S01E01"_s);
    }

    void otherAvails()
    {
        const Asked asked(avail(window()));
        QVERIFY(!asked.make()->isEnabled());
        QVERIFY(asked.words("seriesRemarks").contains(u"Open the avail of the season first."_s));
        QTest::keyClick(asked.dialog.get(), Qt::Key_Escape);
        QCOMPARE(asked.dialog->result(), static_cast<int>(QDialog::Rejected));
    }

    void everythingHasAName()
    {
        const Asked asked(seriesAvail());
        for (const QWidget *widget : asked.dialog->findChildren<QWidget *>()) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0
                || widget->objectName().startsWith(u"qt_"_s)) // Qt's own, inside of others
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                qPrintable(widget->objectName()));
        }
    }

    void pictures()
    {
        looks(u"series"_s, [] {
            SeriesDialog::Stage stage;
            stage.taken = {{u"HL-S01E02"_s}, {}};
            stage.folder = u"/avails/Harbour Lights"_s;
            Asked asked(sample("harbour-lights-s01"), stage);
            asked.in<QPlainTextEdit>("seriesTitles")
                ->setPlainText(u"The Keeper\nFog over the Sound\nThe Long Pier\nHigh Water"_s);
            asked.in<QSpinBox>("seriesCount")->setValue(11);
            asked.settled();
            asked.in<QTableView>("seriesTable")->selectRow(1);
            asked.dialog->resize(theme::scaled(1200), theme::scaled(720)); // as on a screen with room
            // The document outlives the picture.
            static std::vector<std::unique_ptr<payload::Document>> kept;
            kept.push_back(std::move(asked.document));
            return std::move(asked.dialog);
        });
        looks(u"series-series"_s, [] {
            Asked asked(seriesAvail());
            asked.settled();
            static std::vector<std::unique_ptr<payload::Document>> kept;
            kept.push_back(std::move(asked.document));
            return std::move(asked.dialog);
        });
    }
};

QTEST_MAIN(TestSeriesDialog)
#include "tst_seriesdialog.moc"
