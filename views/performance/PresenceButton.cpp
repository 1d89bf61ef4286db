// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/PresenceButton.h"

#include "shell/theme/Theme.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionToolButton>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using performances::Presence;
using theme::scaled;

namespace {

QString wordsOf(Presence presence)
{
    switch (presence) {
    case Presence::Set:
        return PresenceButton::tr("sent with a value");
    case Presence::Empty:
        return PresenceButton::tr("sent empty");
    case Presence::Absent:
        break;
    }
    return PresenceButton::tr("not sent");
}

} // namespace

PresenceButton::PresenceButton(const QString &field, QWidget *parent)
    : QToolButton(parent)
    , m_field(field)
{
    setProperty("role", u"quiet"_s);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &text, const QString &name) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        group->addAction(action);
        return action;
    };
    m_set = add(tr("Send a value"), u"presenceSet"_s);
    m_empty = add(tr("Send it empty"), u"presenceEmpty"_s);
    m_absent = add(tr("Don't send it"), u"presenceAbsent"_s);
    setMenu(menu);
    connect(m_set, &QAction::triggered, this, &PresenceButton::setWanted);
    connect(m_empty, &QAction::triggered, this, &PresenceButton::emptyWanted);
    connect(m_absent, &QAction::triggered, this, &PresenceButton::absentWanted);
    connect(menu, &QMenu::aboutToShow, this, [this] { setPresence(m_presence); }); // whatever was clicked last
    setPresence(Presence::Absent);
}

void PresenceButton::setPresence(Presence presence)
{
    m_presence = presence;
    (presence == Presence::Set ? m_set : presence == Presence::Empty ? m_empty : m_absent)->setChecked(true);
    setAccessibleName(tr("%1: %2").arg(m_field, wordsOf(presence)));
    setToolTip(presence == Presence::Set  ? tr("Sent with a value. Click to send it empty, or not at all.")
            : presence == Presence::Empty ? tr("Sent empty. What the partner makes of that isn't documented.")
                                          : tr("Not sent: what the partner knows of it stays."));
    update();
}

void PresenceButton::setReadOnly(bool readOnly)
{
    setEnabled(!readOnly);
}

QSize PresenceButton::sizeHint() const
{
    return {scaled(24), scaled(32)};
}

void PresenceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus() || isDown()) {
        painter.setPen(hasFocus() ? QPen(theme::color(theme::Token::Accent), 1) : QPen(Qt::NoPen));
        painter.setBrush(theme::color(theme::Token::AccentSoft));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 5, -1, -5), 4, 4);
    }
    const double side = scaled(8);
    const QRectF dot(width() / 2.0 - side / 2, height() / 2.0 - side / 2, side, side);
    const QColor ink = theme::color(m_presence == Presence::Set ? theme::Token::Accent
            : m_presence == Presence::Empty                     ? theme::Token::Warning
                                                                : theme::Token::TextFaint);
    if (m_presence == Presence::Absent) {
        painter.setPen(QPen(ink, 2));
        painter.drawLine(QLineF(dot.left() + 1, dot.center().y(), dot.right() - 1, dot.center().y()));
        return;
    }
    painter.setPen(QPen(ink, 2));
    painter.setBrush(m_presence == Presence::Set ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter.drawEllipse(dot);
}

} // namespace marquee::performance
