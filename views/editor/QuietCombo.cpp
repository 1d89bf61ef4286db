// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/QuietCombo.h"

#include "shell/theme/Theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QWheelEvent>

namespace marquee::editor {

QuietCombo::QuietCombo(QWidget *parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void QuietCombo::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    if (lineEdit())
        lineEdit()->setReadOnly(readOnly);
}

void QuietCombo::showPopup()
{
    if (!m_readOnly)
        QComboBox::showPopup();
}

QSize QuietCombo::sizeHint() const
{
    return QComboBox::sizeHint() + QSize(theme::scaled(8), 0); // room for the arrow
}

void QuietCombo::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void QuietCombo::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        showPopup();
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (isEditable()) // the cursor of the line
            break;
        [[fallthrough]];
    case Qt::Key_Up:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        event->ignore(); // the form may scroll by them
        return;
    default:
        break;
    }
    if (m_readOnly && !isEditable()) // letters would look for an item
        event->ignore();
    else
        QComboBox::keyPressEvent(event);
}

} // namespace marquee::editor
