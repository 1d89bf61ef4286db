// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/ListenIndicator.h"

#include "callbacks/CallbackDesk.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

namespace marquee::callbacks {

using namespace Qt::StringLiterals;
using theme::scaled;

ListenIndicator::ListenIndicator(CallbackDesk &desk, QWidget *parent)
    : QPushButton(parent)
    , m_desk(desk)
{
    setObjectName(u"listenIndicator"_s);
    setProperty("role", u"link"_s);
    setAutoDefault(false);
    connect(&desk, &CallbackDesk::listeningChanged, this, &ListenIndicator::refresh);
    connect(&desk, &CallbackDesk::taken, this, [this] {
        ++m_news;
        refresh();
    });
    connect(this, &QPushButton::clicked, this, &ListenIndicator::forgetNews);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ListenIndicator::refresh);
    refresh();
}

void ListenIndicator::forgetNews()
{
    m_news = 0;
    refresh();
}

void ListenIndicator::refresh()
{
    setText(m_news == 0 ? tr("Receiving callbacks") : tr("Receiving callbacks: %n new", nullptr, m_news));
    setAccessibleName(text());
    setToolTip(tr("Callbacks are received at %1. Click to see them.").arg(m_desk.url().toString()));
    setIcon(theme::dotIcon(theme::color(theme::Token::Good)));
    setIconSize(QSize(scaled(16), scaled(16)));
    setFont(theme::noteFont());
    setVisible(m_desk.isListening());
}

} // namespace marquee::callbacks
