// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/FieldEditor.h"

#include <QApplication>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QStyle>

namespace marquee::editor {

void showMark(QWidget *widget, Mark mark)
{
    static constexpr const char *names[] = {"", "hint", "warning", "error"};
    const QString severity = QString::fromLatin1(names[static_cast<std::size_t>(mark)]);
    if (widget->property("severity").toString() == severity)
        return;
    widget->setProperty("severity", severity);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void finishTyping()
{
    for (QWidget *at = QApplication::focusWidget(); at; at = at->parentWidget()) {
        if (auto *editor = qobject_cast<FieldEditor *>(at))
            editor->finishTyping();
    }
}

void FieldEditor::showSeveral(const payload::Value &)
{
    show({});
}

QString FieldEditor::severalValues()
{
    return tr("several values");
}

void FieldEditor::setMark(Mark mark)
{
    showMark(inputWidget(), mark);
}

void FieldEditor::watch(QWidget *input)
{
    input->installEventFilter(this);
}

bool FieldEditor::isUndoOrRedo(const QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<const QKeyEvent *>(event);
    return key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
}

bool FieldEditor::hasCursor() const
{
    // Through windows too: the list of a combo box is one, and has the cursor while it is open.
    const QWidget *focus = QApplication::focusWidget();
    while (focus && focus != this)
        focus = focus->parentWidget();
    return focus;
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    // A pop-up of the editor's own (calendar, list, menu) is no leaving.
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        finishTyping();
        if (!hasCursor())
            Q_EMIT left();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace marquee::editor
