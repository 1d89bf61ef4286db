// SPDX-License-Identifier: GPL-3.0-or-later
#include "production/BoundEditor.h"

#include "catalog/DateTime.h"
#include "editor/CalendarPopup.h"
#include "editor/JsonParts.h"
#include "editor/Sizes.h"
#include "payload/JsonText.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QAction>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace marquee::production {

using namespace Qt::StringLiterals;
using catalog::DateTime;

namespace {

constexpr qsizetype LocalLength = 19; ///< 2026-03-14T09:00:00

bool isZonedText(const QString &text)
{
    return DateTime::parse(text.toStdString()).has_value();
}

bool isLocalText(const QString &text)
{
    return text.size() == LocalLength && isZonedText(text + u'Z');
}

QString written(std::int64_t epochSeconds, bool zoned)
{
    const QString text = QString::fromStdString(DateTime::format(epochSeconds));
    return zoned ? text : text.chopped(1);
}

} // namespace

QString respelled(const QString &bound, bool zoned)
{
    if (zoned && isLocalText(bound))
        return bound + u'Z';
    return !zoned && isZonedText(bound) ? bound.left(LocalLength) : bound;
}

BoundEditor::BoundEditor(bool isZoned, QWidget *parent)
    : LineEditor(parent)
    , m_isZoned(isZoned)
{
    auto *line = new QLineEdit(this);
    editor::keepFieldHeight(line);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    const auto keepRoom = [line] {
        const int written = QFontMetrics(theme::bodyFont()).horizontalAdvance(u"2026-03-14T09:00:00Z"_s);
        line->setMinimumWidth(written + theme::scaled(52)); // with the button
    };
    keepRoom();
    connect(&theme::Theme::instance(), &theme::Theme::changed, line, keepRoom);
    m_button = line->addAction(theme::icon(u"view-calendar-day"_s), QLineEdit::TrailingPosition);
    m_button->setText(tr("Open the calendar"));
    m_button->setToolTip(tr("Open the calendar (Alt+Down)"));
    if (auto *button = line->findChild<QToolButton *>()) {
        button->setObjectName(u"openCalendar"_s);
        button->setAccessibleName(m_button->text());
    }
    connect(m_button, &QAction::triggered, this, &BoundEditor::openCalendar);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this,
        [this] { m_button->setIcon(theme::icon(u"view-calendar-day"_s)); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(line);
    setLine(line, line);
}

std::optional<std::string> BoundEditor::jsonOf(const QString &text) const
{
    const QString trimmed = text.trimmed();
    // What is a moment already stays as it is written; a zone too many is for the rules to tell.
    if (isZonedText(trimmed) || (!m_isZoned && isLocalText(trimmed)))
        return payload::encodeJsonString(trimmed);
    if (isLocalText(trimmed))
        return payload::encodeJsonString(QString(trimmed + u'Z'));
    const auto typed = DateTime::parseTyped(trimmed);
    return typed ? std::optional(payload::encodeJsonString(written(*typed, m_isZoned))) : std::nullopt;
}

QDateTime BoundEditor::moment() const
{
    const editor::OwnValue own(current());
    const QString text = QString::fromStdString(own.value().string());
    if (!isZonedText(text) && !isLocalText(text))
        return {};
    return QDateTime::fromString(text.left(LocalLength) + u'Z', Qt::ISODate);
}

QString BoundEditor::read(QLocale::FormatType format) const
{
    const QDateTime when = moment();
    if (!when.isValid())
        return {};
    const QLocale locale;
    const int weekday = when.date().dayOfWeek();
    const QString day
        = format == QLocale::ShortFormat ? locale.dayName(weekday, format) : locale.standaloneDayName(weekday);
    const editor::OwnValue own(current());
    return own.value().string().ends_with('Z') ? tr("UTC · %1").arg(day) : day;
}

QString BoundEditor::reading() const
{
    return read(QLocale::LongFormat);
}

QString BoundEditor::shortReading() const
{
    return read(QLocale::ShortFormat);
}

void BoundEditor::setReadOnly(bool readOnly)
{
    LineEditor::setReadOnly(readOnly);
    m_button->setEnabled(!readOnly);
}

void BoundEditor::openCalendar()
{
    if (isReadOnly())
        return;
    if (!m_calendar) {
        m_calendar = new editor::CalendarPopup(this);
        connect(m_calendar, &editor::CalendarPopup::picked, this, &BoundEditor::pick);
    }
    m_calendar->open(moment().date(), line());
}

void BoundEditor::pick(QDate day)
{
    // The zone stays as it was written.
    const editor::OwnValue own(current());
    const QString before = QString::fromStdString(own.value().string());
    const QString rest = moment().isValid() ? before.mid(10) : m_isZoned ? u"T00:00:00Z"_s : u"T00:00:00"_s;
    handOn(payload::encodeJsonString(QString(day.toString(Qt::ISODate) + rest)), false);
    showCurrent();
    line()->setFocus(Qt::PopupFocusReason);
}

bool BoundEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == line()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_F4 || (key->key() == Qt::Key_Down && (key->modifiers() & Qt::AltModifier))) {
            openCalendar();
            return true;
        }
    }
    return LineEditor::eventFilter(watched, event);
}

} // namespace marquee::production
