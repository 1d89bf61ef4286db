// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/DockTitle.h"

#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace marquee::shell {

using namespace Qt::StringLiterals;

DockTitle::DockTitle(QDockWidget *dock, QWidget *content)
    : QWidget(dock)
{
    setObjectName(u"dockTitle"_s);
    setProperty("role", u"dockTitle"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(content ? 0 : theme::scaled(16), 0, theme::scaled(4), 0);
    layout->setSpacing(0);
    if (content) {
        layout->addWidget(content, 1); // where no tab is, the press falls through to the dock
    } else {
        auto *name = new QLabel(dock->windowTitle(), this);
        name->setFont(theme::headingFont());
        connect(&theme::Theme::instance(), &theme::Theme::changed, name, [name] { name->setFont(theme::headingFont()); });
        layout->addWidget(name, 1);
    }
    auto *close = new QToolButton(this);
    close->setObjectName(u"hideDock"_s);
    close->setIcon(theme::crossIcon());
    close->setIconSize(QSize(theme::scaled(14), theme::scaled(14)));
    close->setToolTip(tr("Hide (View › Panels shows it again)"));
    close->setAccessibleName(tr("Hide %1").arg(dock->windowTitle()));
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &QToolButton::clicked, dock, &QDockWidget::hide);
    layout->addWidget(close);
}

QSize DockTitle::sizeHint() const
{
    return QWidget::sizeHint().expandedTo(QSize(0, theme::scaled(36)));
}

QSize DockTitle::minimumSizeHint() const
{
    return QWidget::minimumSizeHint().expandedTo(QSize(0, theme::scaled(36)));
}

} // namespace marquee::shell
