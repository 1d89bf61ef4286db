// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/PopupPlace.h"

#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace marquee::editor {

namespace {

constexpr int Gap = 4;

} // namespace

void showUnder(QWidget *popup, const QWidget *under)
{
    popup->adjustSize();
    QPoint place = under->mapToGlobal(QPoint(0, under->height() + Gap));
    if (const QScreen *screen = under->screen()) {
        const QRect room = screen->availableGeometry();
        if (place.y() + popup->height() > room.bottom())
            place.setY(std::max(room.top(), under->mapToGlobal(QPoint(0, -Gap)).y() - popup->height()));
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - popup->width())));
    }
    popup->move(place);
    popup->show();
}

} // namespace marquee::editor
