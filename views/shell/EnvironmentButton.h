// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace marquee::exchange {
class EnvironmentList;
}

namespace marquee::shell {

/// Which environment is chosen, with its dot; a menu of all of them.
class EnvironmentButton : public QToolButton
{
    Q_OBJECT

public:
    explicit EnvironmentButton(exchange::EnvironmentList &environments, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &name);

private:
    void refresh();

    exchange::EnvironmentList &m_environments;
};

/// The colour that an environment goes by: its own, green for the sandbox, the error's for a protected one without a colour.
QColor colorOf(const exchange::EnvironmentList &environments, std::size_t index);
/// As it is called on screen: the sandbox in the user's language.
QString environmentTitle(const QString &name);

} // namespace marquee::shell
