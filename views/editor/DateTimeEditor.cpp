// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/DateTimeEditor.h"

#include "catalog/DateTime.h"
#include "editor/CalendarPopup.h"
#include "editor/JsonParts.h"
#include "editor/Sizes.h"
#include "payload/JsonText.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QAction>
#include <QCalendarWidget>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace marquee::editor {

using namespace Qt::StringLiterals;

namespace {

constexpr int UsualWidth = 18; ///< with the button
constexpr int LongWidth = 22;

QDateTime utc(std::int64_t epochSeconds)
{
    return QDateTime::fromSecsSinceEpoch(epochSeconds, Qt::UTC);
}

std::string jsonOfMoment(std::int64_t epochSeconds)
{
    return payload::encodeJsonString(std::string_view(catalog::DateTime::format(epochSeconds)));
}

} // namespace

DateTimeEditor::DateTimeEditor(QWidget *parent)
    : LineEditor(parent)
{
    auto *line = new QLineEdit(this);
    keepFieldSize(line, UsualWidth);
    m_button = line->addAction(theme::icon(u"view-calendar-day"_s), QLineEdit::TrailingPosition);
    m_button->setText(tr("Open the calendar"));
    m_button->setToolTip(tr("Open the calendar (Alt+Down)"));
    if (auto *button = line->findChild<QToolButton *>()) {
        button->setObjectName(u"openCalendar"_s);
        button->setAccessibleName(m_button->text());
    }
    connect(m_button, &QAction::triggered, this, &DateTimeEditor::openCalendar);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this,
        [this] { m_button->setIcon(theme::icon(u"view-calendar-day"_s)); });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(line);
    layout->addStretch();
    setLine(line, line);
}

QString DateTimeEditor::textOf(const payload::Value &value) const
{
    const auto moment = catalog::DateTime::parse(value.string());
    if (!moment || !moment->isZ)
        return lineText(value);
    const QDateTime time = utc(moment->epochSeconds);
    return time.toString(time.time().second() == 0 ? u"yyyy-MM-dd HH:mm"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

std::optional<std::string> DateTimeEditor::jsonOf(const QString &text) const
{
    const auto moment = catalog::DateTime::parseTyped(text);
    return moment ? std::optional(jsonOfMoment(*moment)) : std::nullopt;
}

std::optional<std::int64_t> DateTimeEditor::moment() const
{
    const OwnValue own(current());
    const auto exact = catalog::DateTime::parse(own.value().string());
    return exact ? std::optional(exact->epochSeconds) : std::nullopt;
}

QString DateTimeEditor::reading() const
{
    const auto when = moment();
    if (!when || (isTyping() && !jsonOf(line()->text())))
        return {};
    const QLocale locale;
    return tr("UTC · %1").arg(locale.standaloneDayName(utc(*when).date().dayOfWeek()));
}

QString DateTimeEditor::shortReading() const
{
    if (reading().isEmpty())
        return {};
    return tr("UTC · %1").arg(QLocale().dayName(utc(*moment()).date().dayOfWeek(), QLocale::ShortFormat));
}

void DateTimeEditor::setReadOnly(bool readOnly)
{
    LineEditor::setReadOnly(readOnly);
    m_button->setEnabled(!readOnly);
}

void DateTimeEditor::openCalendar()
{
    if (isReadOnly())
        return;
    if (!m_calendar) {
        m_calendar = new CalendarPopup(this);
        connect(m_calendar, &CalendarPopup::picked, this, &DateTimeEditor::pick);
    }
    const auto when = moment();
    m_calendar->open(when ? utc(*when).date() : QDate(), line());
}

void DateTimeEditor::pick(QDate day)
{
    const auto when = moment();
    const QDateTime picked(day, when ? utc(*when).time() : QTime(0, 0), Qt::UTC);
    handOn(jsonOfMoment(picked.toSecsSinceEpoch()), false);
    showCurrent();
    line()->setFocus(Qt::PopupFocusReason);
}

void DateTimeEditor::textChanged()
{
    // An offset or words take more room; not while somebody types, or the field would jump.
    if (!isTyping())
        setFieldCharacters(line(), line()->text().size() <= UsualWidth ? UsualWidth : LongWidth);
    LineEditor::textChanged();
}

bool DateTimeEditor::step(int key, Qt::KeyboardModifiers modifiers)
{
    const auto when = moment();
    if (!when || isReadOnly())
        return false;
    const QDateTime time = utc(*when);
    const bool back = key == Qt::Key_Down || key == Qt::Key_PageDown;
    const int by = back ? -1 : 1;
    QDateTime to = time.addDays(by);
    if (key == Qt::Key_PageUp || key == Qt::Key_PageDown)
        to = time.addYears(by);
    else if (modifiers & Qt::ControlModifier)
        to = time.addMonths(by);
    if (to.date().year() < 1 || to.date().year() > 9999) // what four digits can write
        return true;
    handOn(jsonOfMoment(to.toSecsSinceEpoch()), true);
    showCurrent();
    return true;
}

bool DateTimeEditor::eventFilter(QObject *watched, QEvent *event)
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

} // namespace marquee::editor
