// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/ProxyCard.h"

#include "environments/SecretField.h"

#include <QComboBox>
#include <QLineEdit>

namespace marquee::environments {

using namespace Qt::StringLiterals;
using Mode = exchange::ProxySettings::Mode;

ProxyCard::ProxyCard(QWidget *parent)
    : DraftCard(tr("Proxy"), parent)
    , m_mode(new QComboBox(this))
    , m_address(makeEdit("proxyAddress", tr("Address of the proxy")))
    , m_user(makeEdit("proxyUser", tr("User at the proxy")))
    , m_password(new SecretField(u"proxyPassword"_s, tr("Password of the proxy"), this))
{
    setObjectName(u"proxyCard"_s);
    m_mode->setObjectName(u"proxyMode"_s);
    m_mode->setAccessibleName(tr("Proxy"));
    m_mode->addItem(tr("As the system has it"), static_cast<int>(Mode::System));
    m_mode->addItem(tr("None"), static_cast<int>(Mode::None));
    m_mode->addItem(tr("Set by hand"), static_cast<int>(Mode::Manual));
    m_mode->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_address->setPlaceholderText(u"http://proxy.example:3128"_s);
    addLine(tr("Proxy"), m_mode);
    addLine(Place::ProxyAddress, tr("Address"), m_address);
    addLine(tr("User"), m_user, tr("Empty where the proxy asks for none."));
    addLine(Place::ProxyPassword, tr("Password"), m_password);
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this] {
        arrange();
        tell();
    });
    connect(m_password, &SecretField::edited, this, &ProxyCard::tell);
    arrange();
}

void ProxyCard::arrange()
{
    const bool isManual = m_mode->currentData().toInt() == static_cast<int>(Mode::Manual);
    for (QWidget *editor : std::initializer_list<QWidget *>{m_address, m_user, m_password})
        setLineVisible(editor, isManual);
}

void ProxyCard::fill(const Draft &draft)
{
    const exchange::ProxySettings &proxy = draft.environment.proxy;
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(proxy.mode)));
    m_address->setText(draft.proxyAddress);
    m_user->setText(proxy.user);
    m_password->setSuggestion(u"proxy-"_s + draft.environment.name.trimmed());
    m_password->setValue(draft.secret(SecretUse::ProxyPassword));
    arrange();
}

void ProxyCard::take(Draft &draft) const
{
    draft.environment.proxy.mode = static_cast<Mode>(m_mode->currentData().toInt());
    draft.environment.proxy.user = m_user->text().trimmed();
    draft.proxyAddress = m_address->text();
    draft.secret(SecretUse::ProxyPassword) = m_password->value();
    m_password->setSuggestion(u"proxy-"_s + draft.environment.name.trimmed());
}

} // namespace marquee::environments
