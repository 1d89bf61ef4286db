// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/CallbacksBar.h"

#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace marquee::callbacks {

using namespace Qt::StringLiterals;
using theme::scaled;

CallbacksBar::CallbacksBar(QWidget *parent)
    : QWidget(parent)
    , m_listen(makeButton(u"callbacksListen"_s, tr("Start receiving"),
          tr("Partners on this computer, or behind a tunnel, can post callbacks here until you stop it.")))
    , m_url(new theme::ElidedLabel(this))
    , m_copy(makeButton(u"callbacksCopy"_s, tr("Copy address"), tr("For the message's CallbackUrl, or for a tunnel.")))
    , m_paste(makeButton(u"callbacksPaste"_s, tr("Paste"), tr("Take the callback that is on the clipboard.")))
    , m_open(makeButton(u"callbacksOpen"_s, tr("Open file…"), tr("Take a callback that was saved as a file.")))
    , m_replay(makeButton(
          u"callbacksReplay"_s, tr("Replay"), tr("Look for the message of the selected callback once more.")))
{
    m_url->setObjectName(u"callbacksUrl"_s);
    m_url->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 4);
    layout->setSpacing(8);
    layout->addWidget(m_listen);
    layout->addWidget(m_url, 1);
    layout->addWidget(m_copy);
    layout->addSpacing(8);
    layout->addWidget(m_paste);
    layout->addWidget(m_open);
    layout->addWidget(m_replay);
    connect(m_listen, &QPushButton::clicked, this, [this] { Q_EMIT listenWanted(!m_isListening); });
    connect(m_copy, &QPushButton::clicked, this, &CallbacksBar::copyWanted);
    connect(m_paste, &QPushButton::clicked, this, &CallbacksBar::pasteWanted);
    connect(m_open, &QPushButton::clicked, this, &CallbacksBar::openWanted);
    connect(m_replay, &QPushButton::clicked, this, &CallbacksBar::replayWanted);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &CallbacksBar::applyFonts);
    showListening(false, {});
    setMayReplay(false);
    applyFonts();
}

QPushButton *CallbacksBar::makeButton(const QString &name, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

void CallbacksBar::showListening(bool on, const QUrl &url)
{
    m_isListening = on;
    m_listen->setText(on ? tr("Stop receiving") : tr("Start receiving"));
    m_listen->setAccessibleName(m_listen->text());
    m_url->setText(on ? url.toString() : tr("Callbacks aren't received."));
    m_copy->setVisible(on);
}

void CallbacksBar::setMayReplay(bool may)
{
    m_replay->setEnabled(may);
}

/// What was set before the style sheet came to a widget, it took back.
void CallbacksBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void CallbacksBar::applyFonts()
{
    for (QPushButton *button : {m_listen, m_copy, m_paste, m_open, m_replay})
        button->setFont(theme::noteFont());
    m_url->updateGeometry();
}

} // namespace marquee::callbacks
