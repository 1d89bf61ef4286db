// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/AtomCard.h"

#include "environments/SecretField.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>

namespace marquee::environments {

using namespace Qt::StringLiterals;

AtomCard::AtomCard(QWidget *parent)
    : DraftCard(tr("Atom Tickets"), parent)
    , m_address(new QComboBox(this))
    , m_apiKey(new SecretField(u"atomApiKey"_s, tr("API key of Atom Tickets"), this))
    , m_partner(makeEdit("atomPartner", tr("Partner's name at Atom Tickets")))
    , m_rate(makeEdit("atomRate", tr("Requests a second to Atom Tickets"), 96))
    , m_burst(makeEdit("atomBurst", tr("Requests to Atom Tickets at once"), 96))
{
    setObjectName(u"atomCard"_s);
    m_address->setObjectName(u"atomAddress"_s);
    m_address->setAccessibleName(tr("Base URL of Atom Tickets"));
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->addItems({u"https://api-beta.atomtickets.com"_s, u"https://api.atomtickets.com"_s});
    m_address->lineEdit()->setPlaceholderText(m_address->itemText(0));
    m_address->lineEdit()->setObjectName(u"atomAddressText"_s);
    m_address->lineEdit()->setAccessibleName(m_address->accessibleName());
    m_address->setFocusPolicy(Qt::StrongFocus);
    m_address->installEventFilter(this);
    connect(m_address, &QComboBox::editTextChanged, this, &AtomCard::tell);
    connect(m_apiKey, &SecretField::edited, this, &AtomCard::tell);
    addLine(Place::AtomAddress, tr("Base URL"), m_address,
        tr("The first of the two is for trying out, the second for production; each has keys of its own."));
    addLine(Place::AtomKey, tr("API key"), m_apiKey);
    addLine(Place::AtomPartner, tr("Partner"), m_partner,
        tr("Sent as X-Atom-Partner. Leave it empty, unless Atom Tickets gave you one."));
    addLine(Place::AtomRate, tr("Requests a second"), m_rate, tr("Usually 25; 0 is without a limit."));
    addLine(Place::AtomBurst, tr("At once"), m_burst, tr("Requests that may go together after a rest, usually 50."));
}

/// Who scrolls the page with the wheel doesn't choose another address by it.
bool AtomCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return DraftCard::eventFilter(watched, event);
    event->ignore();
    return true;
}

void AtomCard::fill(const Draft &draft)
{
    m_address->setEditText(draft.atomAddress);
    m_apiKey->setSuggestion(u"atom-"_s + draft.environment.name.trimmed());
    m_apiKey->setValue(draft.secret(SecretUse::AtomKey));
    m_partner->setText(draft.environment.atom->partner);
    m_rate->setText(draft.atomRate);
    m_burst->setText(draft.atomBurst);
}

void AtomCard::take(Draft &draft) const
{
    draft.atomAddress = m_address->currentText();
    draft.secret(SecretUse::AtomKey) = m_apiKey->value();
    draft.environment.atom->partner = m_partner->text();
    draft.atomRate = m_rate->text();
    draft.atomBurst = m_burst->text();
    m_apiKey->setSuggestion(u"atom-"_s + draft.environment.name.trimmed());
}

} // namespace marquee::environments
