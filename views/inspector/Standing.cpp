// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Standing.h"

#include "shell/theme/Theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using theme::scaled;

Standing::Standing(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_words(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_button(new QPushButton(this))
{
    setObjectName(u"inspectorStanding"_s);
    m_title->setObjectName(u"inspectorStandingTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_words->setObjectName(u"inspectorStandingWords"_s);
    m_words->setProperty("role", u"label"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_words->setWordWrap(true);
    m_progress->setObjectName(u"inspectorProgress"_s);
    m_progress->setAccessibleName(tr("Reading"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_button->setObjectName(u"inspectorStandingButton"_s);
    m_button->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(32), scaled(32), scaled(32), scaled(32));
    layout->setSpacing(scaled(8));
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addSpacing(scaled(8));
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &Standing::pressed);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &Standing::refreshLook);
    refreshLook();
}

void Standing::say(const QString &title, const QString &words, const QString &button, bool isBusy)
{
    m_title->setText(title);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_progress->setVisible(isBusy);
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(QString(title + u' ' + words));
}

QString Standing::title() const
{
    return m_title->text();
}

void Standing::takeFocus()
{
    if (!m_button->isHidden())
        m_button->setFocus(Qt::OtherFocusReason);
}

void Standing::refreshLook()
{
    m_title->setFont(theme::headingFont());
    m_progress->setFixedWidth(scaled(240));
}

} // namespace marquee::inspector
