// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ActivityDock.h"

#include "shell/DockTitle.h"

#include <QLocale>
#include <QStackedWidget>
#include <QTabBar>

namespace marquee::shell {

using namespace Qt::StringLiterals;

ActivityDock::ActivityDock(QWidget *parent)
    : QDockWidget(tr("Activity"), parent)
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"activityDock"_s);
    m_tabs->setObjectName(u"activityTabs"_s);
    m_tabs->setAccessibleName(windowTitle());
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false); // with them it scrolls away before it has a width
    setTitleBarWidget(new DockTitle(this, m_tabs));
    setWidget(m_pages);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
}

void ActivityDock::addPage(QWidget *page, const QString &name)
{
    m_names << name;
    page->setAccessibleName(name);
    m_pages->addWidget(page);
    m_tabs->addTab(name);
    m_tabs->updateGeometry(); // a bar that isn't shown yet doesn't tell that it has a height now
}

void ActivityDock::setCount(QWidget *page, int count)
{
    const int index = m_pages->indexOf(page);
    const QString text = count > 0 ? tr("%1 %2").arg(m_names[index], QLocale().toString(count)) : m_names[index];
    if (m_tabs->tabText(index) != text)
        m_tabs->setTabText(index, text);
}

void ActivityDock::showPage(QWidget *page)
{
    m_tabs->setCurrentIndex(m_pages->indexOf(page));
    show();
}

QWidget *ActivityDock::currentPage() const
{
    return m_pages->currentWidget();
}

} // namespace marquee::shell
