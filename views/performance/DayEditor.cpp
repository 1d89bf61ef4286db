// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/DayEditor.h"

#include "editor/CalendarPopup.h"
#include "editor/JsonParts.h"
#include "editor/Sizes.h"
#include "payload/JsonText.h"
#include "performances/Message.h"
#include "performances/TypedTimes.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace marquee::performance {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 13; ///< characters, with the button

std::string jsonOfDay(QDate day)
{
    return payload::encodeJsonString(performances::written(day));
}

} // namespace

DayEditor::DayEditor(QWidget *parent)
    : LineEditor(parent)
{
    auto *line = new QLineEdit(this);
    editor::keepFieldSize(line, Width);
    m_button = line->addAction(theme::icon(u"view-calendar-day"_s), QLineEdit::TrailingPosition);
    m_button->setText(tr("Open the calendar"));
    m_button->setToolTip(tr("Open the calendar (Alt+Down)"));
    if (auto *button = line->findChild<QToolButton *>()) {
        button->setObjectName(u"openCalendar"_s);
        button->setAccessibleName(m_button->text());
    }
    connect(m_button, &QAction::triggered, this, &DayEditor::openCalendar);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this,
        [this] { m_button->setIcon(theme::icon(u"view-calendar-day"_s)); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(line);
    layout->addStretch();
    setLine(line, line);
}

QString DayEditor::textOf(const payload::Value &value) const
{
    return editor::toQString(performances::textOf(value));
}

std::optional<std::string> DayEditor::jsonOf(const QString &text) const
{
    const auto day = performances::readDate(text);
    return day ? std::optional(jsonOfDay(*day)) : std::nullopt;
}

QDate DayEditor::date() const
{
    const editor::OwnValue own(current());
    return performances::dateOf(performances::textOf(own.value()));
}

QString DayEditor::reading() const
{
    const QDate day = date();
    if (!day.isValid() || (isTyping() && !jsonOf(line()->text())))
        return {};
    return QLocale().standaloneDayName(day.dayOfWeek());
}

void DayEditor::setReadOnly(bool readOnly)
{
    LineEditor::setReadOnly(readOnly);
    m_button->setEnabled(!readOnly);
}

void DayEditor::openCalendar()
{
    if (isReadOnly())
        return;
    if (!m_calendar) {
        m_calendar = new editor::CalendarPopup(this);
        connect(m_calendar, &editor::CalendarPopup::picked, this, [this](QDate day) {
            handOn(jsonOfDay(day), false);
            showCurrent();
            line()->setFocus(Qt::PopupFocusReason);
        });
    }
    m_calendar->open(date(), line());
}

bool DayEditor::step(int key, Qt::KeyboardModifiers modifiers)
{
    const QDate day = date();
    if (!day.isValid() || isReadOnly())
        return false;
    const int by = key == Qt::Key_Down || key == Qt::Key_PageDown ? -1 : 1;
    QDate to = day.addDays(by);
    if (key == Qt::Key_PageUp || key == Qt::Key_PageDown)
        to = day.addYears(by);
    else if (modifiers & Qt::ControlModifier)
        to = day.addMonths(by);
    if (to.year() < 1 || to.year() > 9999) // what four digits can write
        return true;
    handOn(jsonOfDay(to), true);
    showCurrent();
    return true;
}

bool DayEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == line()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool alt = key->modifiers() & Qt::AltModifier;
        if (key->key() == Qt::Key_F4 || (key->key() == Qt::Key_Down && alt)) {
            openCalendar();
            return true;
        }
        const bool steps = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_PageUp
            || key->key() == Qt::Key_PageDown;
        if (steps && !alt && step(key->key(), key->modifiers()))
            return true;
    }
    return LineEditor::eventFilter(watched, event);
}

} // namespace marquee::performance
