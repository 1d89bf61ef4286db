// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/ClockEditor.h"

#include "editor/JsonParts.h"
#include "editor/Sizes.h"
#include "payload/JsonText.h"
#include "performances/Message.h"
#include "performances/TypedTimes.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>

namespace marquee::performance {

namespace {

constexpr int Width = 8; ///< characters

} // namespace

ClockEditor::ClockEditor(QWidget *parent)
    : LineEditor(parent)
{
    auto *line = new QLineEdit(this);
    editor::keepFieldSize(line, Width);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(line);
    layout->addStretch();
    setLine(line, line);
}

QString ClockEditor::textOf(const payload::Value &value) const
{
    return editor::toQString(performances::textOf(value));
}

std::optional<std::string> ClockEditor::jsonOf(const QString &text) const
{
    const auto time = performances::readTime(text);
    return time ? std::optional(payload::encodeJsonString(performances::written(*time))) : std::nullopt;
}

QString ClockEditor::reading() const
{
    const editor::OwnValue own(current());
    const QTime time = performances::timeOf(performances::textOf(own.value()));
    const QString written = performances::written(time);
    return isTyping() && time.isValid() && line()->text() != written && jsonOf(line()->text()) ? written : QString();
}

bool ClockEditor::step(int key)
{
    constexpr int minutes = 5, hour = 60;
    const editor::OwnValue own(current());
    const QTime time = performances::timeOf(performances::textOf(own.value()));
    if (!time.isValid() || isReadOnly())
        return false;
    const bool isBack = key == Qt::Key_Down || key == Qt::Key_PageDown;
    const int by = key == Qt::Key_PageUp || key == Qt::Key_PageDown ? hour : minutes;
    handOn(payload::encodeJsonString(performances::written(time.addSecs((isBack ? -by : by) * 60))), true);
    showCurrent();
    return true;
}

bool ClockEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == line()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool steps = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_PageUp
            || key->key() == Qt::Key_PageDown;
        if (steps && key->modifiers() == Qt::NoModifier && step(key->key()))
            return true;
    }
    return LineEditor::eventFilter(watched, event);
}

} // namespace marquee::performance
