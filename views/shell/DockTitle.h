// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;

namespace marquee::shell {

/// A dock's title in the program's look: its name, what stands beside it, and a quiet cross that hides it. The dock is dragged
/// by it.
class DockTitle : public QWidget
{
    Q_OBJECT

public:
    /// `content` stands instead of the name where it isn't null.
    explicit DockTitle(QDockWidget *dock, QWidget *content = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; // docks ask for it, and for nothing else
};

} // namespace marquee::shell
