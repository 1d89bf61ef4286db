// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;

namespace marquee::shell {

/// What stands where documents will: the next step in words, and the buttons for it.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    /// `reading`: what can be looked at without a document of one's own, offered below the rest.
    WelcomePage(QAction *makeNew, QAction *open, QAction *openFolder, const QList<QAction *> &reading, QWidget *parent = nullptr);
};

} // namespace marquee::shell
