// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/StatusLine.h"

#include "shell/theme/Theme.h"

#include <QLabel>

namespace marquee::shell {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_said(new QLabel(this))
    , m_place(new QLabel(this))
    , m_environment(new QLabel(this))
{
    setObjectName(u"statusLine"_s);
    setSizeGripEnabled(false);
    m_said->setObjectName(u"statusSaid"_s);
    m_place->setObjectName(u"statusPlace"_s);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_environment->setObjectName(u"statusEnvironment"_s);
    m_said->setContentsMargins(theme::scaled(12), 0, 0, 0);
    m_environment->setContentsMargins(theme::scaled(8), 0, theme::scaled(12), 0);
    addWidget(m_said, 1);
    addPermanentWidget(m_place);
    addPermanentWidget(m_environment);
}

void StatusLine::say(const QString &words)
{
    m_said->setText(words);
}

void StatusLine::showPlace(const QString &pointer, int line)
{
    const QString shown = pointer.size() > 72 ? QString(u"…"_s + pointer.right(70)) : pointer;
    m_place->setText(pointer.isEmpty() ? QString() : tr("%1  ·  line %2").arg(shown, locale().toString(line)));
    m_place->setToolTip(pointer);
}

void StatusLine::showEnvironment(const QString &words, const QColor &color)
{
    QPalette palette = m_environment->palette();
    palette.setColor(QPalette::WindowText, color);
    m_environment->setPalette(palette);
    m_environment->setText(words);
}

} // namespace marquee::shell
