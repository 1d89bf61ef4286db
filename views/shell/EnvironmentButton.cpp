// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/EnvironmentButton.h"

#include "exchange/EnvironmentList.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QActionGroup>
#include <QMenu>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using exchange::Environment;

QColor colorOf(const exchange::EnvironmentList &environments, std::size_t index)
{
    const Environment &environment = environments.all()[index];
    if (const QColor own(environment.colour); own.isValid())
        return own;
    if (environment.isProtected)
        return theme::color(theme::Token::Error);
    return theme::color(index == 0 ? theme::Token::Good : theme::Token::Accent);
}

QString environmentTitle(const QString &name)
{
    return name == QLatin1StringView(Environment::SandboxName) ? EnvironmentButton::tr("Sandbox") : name;
}

EnvironmentButton::EnvironmentButton(exchange::EnvironmentList &environments, QWidget *parent)
    : QToolButton(parent)
    , m_environments(environments)
{
    setObjectName(u"environmentButton"_s);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setMenu(new QMenu(this));
    menu()->setObjectName(u"environmentMenu"_s);
    connect(&environments, &exchange::EnvironmentList::changed, this, &EnvironmentButton::refresh);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &EnvironmentButton::refresh);
    refresh();
}

void EnvironmentButton::refresh()
{
    menu()->clear();
    auto *group = new QActionGroup(menu());
    for (std::size_t i = 0; i < m_environments.all().size(); ++i) {
        const Environment &environment = m_environments.all()[i];
        const QString title = environmentTitle(environment.name);
        const QIcon dot = theme::dotIcon(colorOf(m_environments, i));
        QAction *action = menu()->addAction(dot, environment.isProtected ? tr("%1 (protected)").arg(title) : title);
        action->setToolTip(exchange::EnvironmentList::primeUrl(environment).toString());
        action->setCheckable(true);
        group->addAction(action);
        const QString name = environment.name;
        connect(action, &QAction::triggered, this, [this, name] { Q_EMIT chosen(name); });
        if (&environment != &m_environments.current())
            continue;
        action->setChecked(true);
        setIcon(dot);
        setText(title + u" ▾"_s);
        setAccessibleName(tr("Environment: %1").arg(title));
        setToolTip(tr("Where requests go: %1").arg(exchange::EnvironmentList::primeUrl(environment).toString()));
    }
}

} // namespace marquee::shell
