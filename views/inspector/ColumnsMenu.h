// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidgetAction>

#include <vector>

class QListWidget;

namespace marquee::inspector {

/// The columns of a table in a menu, each to be ticked. The menu stays open meanwhile, because several are chosen at
/// once.
class ColumnsMenu : public QWidgetAction
{
    Q_OBJECT

public:
    ColumnsMenu(const QStringList &titles, const std::vector<bool> &hidden, QObject *parent);

Q_SIGNALS:
    void hiddenChanged(int column, bool hidden);

private:
    QListWidget *m_list;
};

} // namespace marquee::inspector
