// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/PrimeCard.h"

#include "environments/SecretField.h"

#include <QLineEdit>

namespace marquee::environments {

using namespace Qt::StringLiterals;

PrimeCard::PrimeCard(QWidget *parent)
    : DraftCard(tr("Prime Video"), parent)
    , m_address(makeEdit("primeAddress", tr("Base URL of Prime Video")))
    , m_licensor(makeEdit("primeLicensor", tr("Licensor")))
    , m_apiKey(new SecretField(u"primeApiKey"_s, tr("API key"), this))
    , m_rate(makeEdit("primeRate", tr("Requests a second"), 96))
    , m_connections(makeEdit("primeConnections", tr("Connections at a time"), 96))
{
    setObjectName(u"primeCard"_s);
    m_address->setPlaceholderText(u"https://partnerapi.primevideo.com/v1"_s);
    connect(m_apiKey, &SecretField::edited, this, &PrimeCard::tell);
    addLine(Place::Address, tr("Base URL"), m_address, tr("With the version, as Prime Video sent it to you."));
    addLine(tr("Licensor"), m_licensor, tr("Used in addresses where a document doesn't name one."));
    addLine(Place::ApiKey, tr("API key"), m_apiKey);
    addLine(Place::Rate, tr("Requests a second"), m_rate, tr("Usually 10; 0 is without a limit."));
    addLine(Place::Connections, tr("Connections"), m_connections, tr("At a time, usually 5."));
}

void PrimeCard::fill(const Draft &draft)
{
    m_address->setText(draft.address);
    m_licensor->setText(draft.environment.prime->licensor);
    m_apiKey->setSuggestion(u"prime-"_s + draft.environment.name.trimmed());
    m_apiKey->setValue(draft.secret(SecretUse::ApiKey));
    m_rate->setText(draft.rate);
    m_connections->setText(draft.connections);
}

void PrimeCard::take(Draft &draft) const
{
    draft.address = m_address->text();
    draft.environment.prime->licensor = m_licensor->text();
    draft.secret(SecretUse::ApiKey) = m_apiKey->value();
    draft.rate = m_rate->text();
    draft.connections = m_connections->text();
    m_apiKey->setSuggestion(u"prime-"_s + draft.environment.name.trimmed());
}

} // namespace marquee::environments
