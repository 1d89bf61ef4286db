// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QStackedWidget;
class QTabBar;

namespace marquee::shell {

/// The dock below: one tab for each thing that goes on, named with how many there are.
class ActivityDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit ActivityDock(QWidget *parent = nullptr);

    void addPage(QWidget *page, const QString &name);
    void setCount(QWidget *page, int count); ///< 0: none is named
    void showPage(QWidget *page); ///< and the dock
    QWidget *currentPage() const;

private:
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QStringList m_names;
};

} // namespace marquee::shell
