// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;

namespace marquee::shell {

/// What stands where documents will: the next step in words, and the buttons for it.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    WelcomePage(QAction *makeNew, QAction *open, QAction *openFolder, QWidget *parent = nullptr);
};

} // namespace marquee::shell
