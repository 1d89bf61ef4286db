// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/EditorTest.h"

#include "editor/CalendarPopup.h"
#include "editor/ChoiceCombo.h"
#include "editor/DateTimeEditor.h"
#include "editor/LanguageChip.h"
#include "editor/LanguageListEditor.h"
#include "editor/LanguagePopup.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QPlainTextEdit>

using namespace marquee::editor;
namespace theme = marquee::theme;

/// All editors in one card, in both themes and several sizes. With MARQUEE_PICTURES naming a folder, pictures of it are
/// left there to look at.
class TestEditorLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rowsAreOfOneHeight_data();
    void rowsAreOfOneHeight();
    void everythingHasAName();
    void pictures_data();
    void pictures();

private:
    void add(const QString &label, std::unique_ptr<FieldEditor> made, const QString &json);
    void fill();
    void keep(QWidget *widget, const QString &name);

    std::unique_ptr<QWidget> m_page;
    QFormLayout *m_form = nullptr;
    std::vector<FieldEditor *> m_editors;
};

void TestEditorLook::init()
{
    QIcon::setThemeSearchPaths({u":/icons"_s, u"/usr/share/icons"_s}); // the offscreen platform knows none
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    m_editors.clear();
    m_page = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_page.get());
    auto *card = new QFrame;
    card->setProperty("card", true);
    layout->addWidget(card);
    m_form = new QFormLayout(card);
    m_form->setContentsMargins(16, 16, 16, 16);
    m_form->setSpacing(8);
    m_form->setLabelAlignment(Qt::AlignRight);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    fill();
}

void TestEditorLook::add(const QString &label, std::unique_ptr<FieldEditor> made, const QString &json)
{
    FieldEditor *editor = made.release();
    editor->inputWidget()->setObjectName(label);
    editor->inputWidget()->setAccessibleName(label);
    if (!json.isEmpty()) {
        const auto document = *marquee::payload::Document::read(json.toUtf8());
        editor->show(document->root());
    } else {
        editor->show({});
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(editor, 1);
    auto *note = new QLabel(editor->reading());
    note->setProperty("role", u"note"_s);
    row->addWidget(note);
    auto *name = new QLabel(label);
    name->setProperty("role", u"label"_s);
    m_form->addRow(name, row);
    m_editors.push_back(editor);
}

void TestEditorLook::fill()
{
    const auto field = [](const char *type, const char *name) {
        return makeEditor(*lookup().catalog->type(type)->find(name), lookup());
    };
    const auto term = [](const char *name) { return makeEditor(*lookup().catalog->term(name), lookup()); };
    add(u"Window ID"_s, field("Transaction", "_TransactionID"), u"\"HL-0102-HD\""_s);
    add(u"Licensor"_s, field("Licensor", "DisplayName"), u""_s);
    add(u"Sort name"_s, field("Licensor", "SortName"), u"\"\""_s);
    add(u"Title"_s, field("Metadata", "TitleInternalAlias"), u"[\"Harbour Lights\"]"_s);
    add(u"Titles"_s, field("SeasonMetadata", "SeasonTitleInternalAlias"), u"[\"Season 1\", \"First\"]"_s);
    add(u"Licence type"_s, field("Transaction", "LicenseType"), u"\"SVOD\""_s);
    add(u"Format"_s, field("FormatProfile", "value"), u"\"4K\""_s);
    add(u"Territory"_s, field("Territory", "country"), u"\"US\""_s);
    add(u"Language"_s, field("HoldbackLanguage", "value"), u"\"fr-CA\""_s);
    add(u"Start"_s, field("Transaction", "Start"), u"\"2026-03-14T09:00:00Z\""_s);
    add(u"End"_s, field("Transaction", "End"), u"\"2024-05-22T10:00:00+01:00\""_s);
    add(u"Rental duration"_s, term("RentalDuration"), u"\"PT720H\""_s);
    add(u"Watch duration"_s, term("WatchDuration"), u"\"P1Y2M\""_s);
    add(u"Retail price"_s, term("SRP"), u"{\"value\":9.90,\"_currency\":\"USD\"}"_s);
    add(u"Episodes"_s, field("SeasonMetadata", "NumberOfEpisodes"), u"12"_s);
    add(u"Exclusive"_s, term("Exclusive"), u"true"_s);
    add(u"Branding rights"_s, term("BrandingRights"), u""_s);
    add(u"Asset languages"_s, field("Transaction", "AssetLanguage"),
        u"[{\"value\":\"en-US\"},{\"value\":\"fr-FR\"},{\"value\":\"fr-CA\"},{\"value\":\"en_GB\"},{\"value\":\"de-"
        u"DE\"},"
        "{\"value\":\"zh-Hant\"},{\"value\":\"pt-BR\"},{\"value\":\"es-419\"}]"_s);
    add(u"Holdback"_s, field("Transaction", "HoldbackLanguage"),
        u"[{\"value\":\"fr-CA\",\"_asset\":\"audio\"},{\"value\":\"fr-CA\",\"_asset\":\"subtitle\"}]"_s);
    add(u"Allowed"_s, field("Transaction", "AllowedLanguage"), u""_s);
    add(u"Description"_s, field("Transaction", "Description"), u"{\n  \"note\": [1, 2]\n}"_s);
    m_editors[10]->setMark(Mark::Error);
    m_editors[6]->setMark(Mark::Warning);
    qobject_cast<LanguageListEditor *>(m_editors[17])->setItemMarks({{3, Mark::Error}});
}

void TestEditorLook::keep(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("MARQUEE_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(widget->grab().save(QDir(folder).filePath(name + u".png"_s)));
}

void TestEditorLook::rowsAreOfOneHeight_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 125, 150, 200})
        QTest::addRow("%d %%", percent) << percent;
}

void TestEditorLook::rowsAreOfOneHeight()
{
    QFETCH(int, percent);
    m_page->show();
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, percent); // while it is on screen
    QApplication::processEvents();
    for (FieldEditor *editor : m_editors) {
        QWidget *input = editor->inputWidget();
        if (qobject_cast<QLineEdit *>(input) || qobject_cast<QComboBox *>(input)) {
            QVERIFY2(input->height() == 32 * percent / 100, qPrintable(input->objectName()));
            QVERIFY(input->height() >= input->fontMetrics().height() + 8);
        }
    }
    for (LanguageChip *chip : m_page->findChildren<LanguageChip *>())
        QVERIFY(chip->width() >= chip->sizeHint().width());
}

void TestEditorLook::everythingHasAName()
{
    m_page->show();
    QApplication::processEvents();
    for (QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool usable = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
            || qobject_cast<QPlainTextEdit *>(widget) || qobject_cast<QLineEdit *>(widget);
        if (!usable || widget->focusPolicy() == Qt::NoFocus || qobject_cast<QComboBox *>(widget->parentWidget()))
            continue;
        if (widget->window() != m_page.get() && widget->window()->objectName().isEmpty()
            && widget->objectName().startsWith(u"qt_"_s))
            continue; // the calendar's own
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

void TestEditorLook::pictures_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("percent");
    QTest::newRow("light") << int(theme::Mode::Light) << 100;
    QTest::newRow("dark") << int(theme::Mode::Dark) << 100;
    QTest::newRow("light-150") << int(theme::Mode::Light) << 150;
}

void TestEditorLook::pictures()
{
    QFETCH(int, mode);
    QFETCH(int, percent);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    m_page->resize(theme::scaled(600), 400);
    m_page->show();
    theme::Theme::instance().apply(*qApp, static_cast<theme::Mode>(mode), percent);
    QApplication::processEvents();
    m_page->resize(theme::scaled(620), m_page->layout()->heightForWidth(theme::scaled(620)));
    QApplication::processEvents();
    keep(m_page.get(), u"editors-"_s + name);

    auto *start = qobject_cast<DateTimeEditor *>(m_editors[9]);
    start->openCalendar();
    QApplication::processEvents();
    keep(start->calendar(), u"calendar-"_s + name);
    start->calendar()->close();
    auto *holdback = qobject_cast<LanguageListEditor *>(m_editors[18]);
    holdback->chip(0)->click();
    QApplication::processEvents();
    keep(holdback->popup(), u"languages-"_s + name);
    holdback->popup()->close();
    auto *licence = qobject_cast<ChoiceCombo *>(m_editors[5]->inputWidget());
    licence->setFocus();
    licence->showPopup();
    QApplication::processEvents();
    keep(licence->view()->window(), u"choices-"_s + name);
    licence->hidePopup();
}

QTEST_MAIN(TestEditorLook)
#include "tst_editor_look.moc"
