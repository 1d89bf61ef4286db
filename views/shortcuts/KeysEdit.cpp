// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcuts/KeysEdit.h"

#include <QKeyEvent>

namespace marquee::shortcuts {

namespace {

bool isModifierAlone(int key)
{
    switch (key) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Meta:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_unknown:
        return true;
    default:
        return false;
    }
}

bool isForTheDialog(const QKeyEvent *event)
{
    const int key = event->key();
    return event->modifiers() == Qt::NoModifier && (key == Qt::Key_Tab || key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter);
}

} // namespace

KeysEdit::KeysEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setReadOnly(true); // nothing is typed, only pressed
    setPlaceholderText(tr("Press the keys"));
    setContextMenuPolicy(Qt::NoContextMenu);
}

void KeysEdit::setKeys(const QKeySequence &keys)
{
    setText(keys.toString(QKeySequence::NativeText));
    if (keys == m_keys)
        return;
    m_keys = keys;
    Q_EMIT keysChanged();
}

bool KeysEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !isForTheDialog(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void KeysEdit::keyPressEvent(QKeyEvent *event)
{
    const bool goesBack = event->key() == Qt::Key_Backtab || (event->key() == Qt::Key_Tab && event->modifiers() == Qt::ShiftModifier);
    if (isForTheDialog(event) || goesBack) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    if (!isModifierAlone(event->key()))
        setKeys(QKeySequence(QKeyCombination(event->modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(event->key()))));
    event->accept();
}

} // namespace marquee::shortcuts
