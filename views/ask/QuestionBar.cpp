// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask/QuestionBar.h"

#include "catalog/DateTime.h"
#include "inventory/DayLine.h"
#include "payload/Document.h"
#include "payload/JsonText.h"
#include "shell/theme/Theme.h"

#include <QDateTime>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace marquee::ask {

using namespace Qt::StringLiterals;
using editor::FieldEditor;
using theme::scaled;

namespace {

std::string textOf(const std::string &json)
{
    const auto document = payload::Document::read(QByteArray::fromStdString(json));
    return document ? (*document)->root().string() : std::string();
}

} // namespace

QuestionBar::QuestionBar(const rules::Rulebook &book, QWidget *parent)
    : QFrame(parent)
    , m_book(book)
    , m_layout(new QGridLayout(this))
    , m_day(new inventory::DayLine(this))
    , m_problem(new QLabel(this))
{
    setProperty("card", true);
    setObjectName(u"askQuestion"_s);
    m_day->setText(QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate));
    m_day->setPlaceholderText(tr("a day, in UTC"));
    m_territory = makeField("Territory", "country", m_country);
    m_format = makeField("FormatProfile", "value", m_profile);
    m_language = makeField("AssetLanguage", "value", m_tag);
    addField(tr("On"), m_day, m_day, u"askDay"_s, 0);
    addField(tr("In"), m_territory, m_territory->inputWidget(), u"askTerritory"_s, 1);
    addField(tr("Format"), m_format, m_format->inputWidget(), u"askFormat"_s, 2);
    addField(tr("Language"), m_language, m_language->inputWidget(), u"askLanguage"_s, 3);
    m_problem->setObjectName(u"askProblem"_s);
    m_problem->setProperty("role", u"error"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_layout->addWidget(m_problem, 2, 0, 1, 4);
    connect(m_day, &inventory::DayLine::dayChanged, this, &QuestionBar::took);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &QuestionBar::applyFonts);
    show(*m_territory, m_country);
    show(*m_format, m_profile);
    show(*m_language, m_tag);
    took();
}

FieldEditor *QuestionBar::makeField(const char *type, const char *name, std::string &value)
{
    const catalog::Field *field = m_book.catalog->type(type)->find(name);
    FieldEditor *made = editor::makeEditor(*field, {m_book.catalog, m_book.vocabularies}).release();
    made->setParent(this);
    connect(made, &FieldEditor::edited, this, [this, &value](const std::string &json, bool) {
        value = textOf(json);
        took();
    });
    connect(made, &FieldEditor::cleared, this, [this, &value] {
        value.clear();
        took();
    });
    return made;
}

void QuestionBar::addField(const QString &label, QWidget *field, QWidget *input, const QString &name, int column)
{
    auto *words = new QLabel(label, this);
    words->setProperty("role", u"label"_s);
    words->setBuddy(input);
    input->setObjectName(name);
    input->setAccessibleName(label);
    input->installEventFilter(this);
    m_labels.push_back(words);
    m_layout->addWidget(words, 0, column);
    m_layout->addWidget(field, 1, column);
    m_layout->setColumnStretch(column, column == 0 ? 2 : 3);
}

void QuestionBar::show(FieldEditor &field, const std::string &value)
{
    const auto document
        = payload::Document::read(QByteArray::fromStdString(value.empty() ? "null" : payload::encodeJsonString(value)));
    field.show(value.empty() ? payload::Value() : (*document)->root());
}

std::optional<Question> QuestionBar::question() const
{
    const auto read = readQuestion(m_day->text(), QString::fromStdString(m_country), QString::fromStdString(m_profile),
        QString::fromStdString(m_tag), m_book);
    return read ? std::optional(*read) : std::nullopt;
}

QString QuestionBar::problem() const
{
    const auto read = readQuestion(m_day->text(), QString::fromStdString(m_country), QString::fromStdString(m_profile),
        QString::fromStdString(m_tag), m_book);
    return read ? QString() : sentence(read.error());
}

void QuestionBar::setQuestion(const Question &question)
{
    m_isFilling = true;
    m_day->setText(
        QString::fromStdString(catalog::DateTime::format(question.on.first)).left(question.on.isDay ? 10 : 20));
    m_country = question.territory;
    m_profile = question.format;
    m_tag = question.language;
    show(*m_territory, m_country);
    show(*m_format, m_profile);
    show(*m_language, m_tag);
    m_isFilling = false;
    took();
}

void QuestionBar::focusDay()
{
    m_day->setFocus(Qt::ShortcutFocusReason);
    m_day->selectAll();
}

void QuestionBar::took()
{
    const QString words = problem();
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
    if (!m_isFilling)
        Q_EMIT edited();
}

bool QuestionBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            QMetaObject::invokeMethod(
                this, &QuestionBar::askPressed, Qt::QueuedConnection); // the field takes its text first
    }
    return QFrame::eventFilter(watched, event);
}

/// What was set before the style sheet came to a widget, it took back.
void QuestionBar::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    applyFonts();
}

void QuestionBar::applyFonts()
{
    m_layout->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(16));
    m_layout->setHorizontalSpacing(scaled(16));
    m_layout->setVerticalSpacing(scaled(4));
    for (QLabel *label : m_labels)
        label->setFont(theme::noteFont());
    m_problem->setFont(theme::noteFont());
}

} // namespace marquee::ask
