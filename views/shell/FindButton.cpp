// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FindButton.h"

#include "shell/theme/Icons.h"

#include <QAction>
#include <QEvent>
#include <QToolBar>

namespace marquee::shell {

using namespace Qt::StringLiterals;

FindButton::FindButton(QAction *palette, QToolBar *bar)
    : QPushButton(theme::icon(u"search"_s), {}, bar)
    , m_bar(bar)
    , m_words(tr("Find anything   %1").arg(palette->shortcut().toString(QKeySequence::NativeText)))
{
    setObjectName(u"findAnything"_s);
    setAccessibleName(tr("Find anything"));
    setToolTip(palette->toolTip());
    setText(m_words);
    connect(this, &QPushButton::clicked, palette, &QAction::trigger);
    m_bar->installEventFilter(this);
}

bool FindButton::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    // LayoutRequest: something else in the bar got wider, such as the environment's name.
    if (type == QEvent::Resize || type == QEvent::StyleChange || type == QEvent::FontChange || type == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &FindButton::fit, Qt::QueuedConnection);
    return QPushButton::eventFilter(watched, event);
}

void FindButton::fit()
{
    const int words = fontMetrics().horizontalAdvance(m_words) - fontMetrics().horizontalAdvance(text());
    const bool fits = m_bar->sizeHint().width() + words <= m_bar->width();
    if (const QString wanted = fits ? m_words : QString(); text() != wanted)
        setText(wanted);
}

} // namespace marquee::shell
