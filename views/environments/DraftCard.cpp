// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/DraftCard.h"

#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::environments {

using namespace Qt::StringLiterals;

namespace {

/// The style sheet marks it by the property.
void mark(QWidget *editor, bool isWrong)
{
    QWidget *box = editor->focusProxy() ? editor->focusProxy() : editor;
    const QString severity = isWrong ? u"error"_s : QString();
    if (box->property("severity").toString() == severity)
        return;
    box->setProperty("severity", severity);
    box->style()->unpolish(box);
    box->style()->polish(box);
}

QLabel *wrapped(const char *role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("role", QLatin1StringView(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

} // namespace

void sayIn(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

DraftCard::DraftCard(const QString &heading, QWidget *parent)
    : Card(heading, parent)
    , m_grid(nullptr)
{
    auto *rows = new QWidget(this);
    m_grid = new QGridLayout(rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::scaled(12));
    m_grid->setVerticalSpacing(theme::scaled(8));
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, theme::scaled(120));
    addWide(rows);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &DraftCard::dress);
}

void DraftCard::show(const Draft &draft)
{
    const QScopedValueRollback showing(m_isShowing, true);
    fill(draft);
}

void DraftCard::tell()
{
    if (!m_isShowing)
        Q_EMIT edited();
}

void DraftCard::addLine(const QString &label, QWidget *editor, const QString &note)
{
    Line line;
    line.label = new QLabel(label, this);
    line.label->setProperty("role", u"label"_s);
    line.label->setTextFormat(Qt::PlainText);
    line.label->setWordWrap(true);
    line.label->setMinimumHeight(theme::scaled(32));
    line.label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line.label->setFixedWidth(theme::scaled(120));
    line.label->setBuddy(editor);
    line.content = new QWidget(this);
    line.layout = new QVBoxLayout(line.content);
    line.layout->setContentsMargins(0, 0, 0, 0);
    line.layout->setSpacing(theme::scaled(4));
    editor->setMinimumHeight(theme::scaled(32));
    // A field of a width of its own begins where the others begin.
    line.layout->addWidget(editor, 0, editor->maximumWidth() < QWIDGETSIZE_MAX ? Qt::AlignLeft : Qt::Alignment());
    line.note = wrapped("note", line.content);
    line.layout->addWidget(line.note);
    line.problem = new QWidget(line.content);
    auto *problem = new QHBoxLayout(line.problem);
    problem->setContentsMargins(0, 0, 0, 0);
    problem->setSpacing(theme::scaled(4));
    line.problemIcon = new QLabel(line.problem);
    line.problemText = wrapped("error", line.problem);
    line.problemText->setObjectName(editor->objectName() + u"Problem"_s);
    line.problemText->setVisible(true);
    problem->addWidget(line.problemIcon, 0, Qt::AlignTop);
    problem->addWidget(line.problemText, 1);
    line.layout->addWidget(line.problem);
    line.problem->hide();
    const int row = m_grid->rowCount();
    m_grid->addWidget(line.label, row, 0, Qt::AlignTop);
    m_grid->addWidget(line.content, row, 1, Qt::AlignTop);
    m_lines.insert(editor, line);
    setNote(editor, note);
    dress();
}

void DraftCard::addLine(Place place, const QString &label, QWidget *editor, const QString &note)
{
    addLine(label, editor, note);
    m_places.insert(place, editor);
}

void DraftCard::addBelow(QWidget *editor, QWidget *widget)
{
    const Line line = m_lines.value(editor);
    line.layout->insertWidget(line.layout->indexOf(line.problem), widget);
}

void DraftCard::setLineVisible(QWidget *editor, bool visible)
{
    const Line line = m_lines.value(editor);
    line.label->setVisible(visible);
    line.content->setVisible(visible);
}

void DraftCard::setNote(QWidget *editor, const QString &note)
{
    sayIn(m_lines.value(editor).note, note);
}

QLineEdit *DraftCard::makeEdit(const char *objectName, const QString &accessibleName, int width)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QLatin1StringView(objectName));
    edit->setAccessibleName(accessibleName);
    if (width > 0)
        edit->setFixedWidth(theme::scaled(width));
    connect(edit, &QLineEdit::textEdited, this, &DraftCard::tell);
    return edit;
}

void DraftCard::complain(const std::vector<Complaint> &complaints)
{
    for (auto place = m_places.constBegin(); place != m_places.constEnd(); ++place) {
        const auto found = std::find_if(
            complaints.begin(), complaints.end(), [&](const Complaint &c) { return c.place == place.key(); });
        const Line line = m_lines.value(place.value());
        const QString message = found == complaints.end() ? QString() : found->message;
        line.problemText->setText(message);
        line.problem->setVisible(!message.isEmpty());
        place.value()->setAccessibleDescription(message);
        mark(place.value(), !message.isEmpty());
    }
}

bool DraftCard::focus(Place place)
{
    QWidget *editor = m_places.value(place);
    if (!editor)
        return false;
    editor->setFocus(Qt::OtherFocusReason);
    return true;
}

void DraftCard::dress()
{
    const int size = theme::scaled(16);
    for (const Line &line : std::as_const(m_lines)) {
        line.problemIcon->setPixmap(theme::severityIcon(rules::Severity::Error).pixmap(size, size));
        line.note->setFont(theme::noteFont());
        line.problemText->setFont(theme::noteFont());
    }
}

} // namespace marquee::environments
