// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/ShowtimeCard.h"

#include "environments/SecretField.h"

#include <QLineEdit>

namespace marquee::environments {

using namespace Qt::StringLiterals;

ShowtimeCard::ShowtimeCard(QWidget *parent)
    : DraftCard(tr("Showtime Analytics"), parent)
    , m_address(makeEdit("showtimeAddress", tr("Base URL of Showtime Analytics")))
    , m_user(makeEdit("showtimeUser", tr("User at Showtime Analytics")))
    , m_password(new SecretField(u"showtimePassword"_s, tr("Password of Showtime Analytics"), this))
    , m_supplier(makeEdit("showtimeSupplier", tr("Data supplier")))
    , m_callback(makeEdit("showtimeCallback", tr("Callback URL")))
    , m_contentType(makeEdit("showtimeContentType", tr("Content type")))
{
    setObjectName(u"showtimeCard"_s);
    m_address->setPlaceholderText(u"https://circuit.example/data/pos/"_s);
    m_callback->setPlaceholderText(u"https://your.example/callback"_s);
    m_contentType->setPlaceholderText(exchange::ShowtimeSide().contentType);
    connect(m_password, &SecretField::edited, this, &ShowtimeCard::tell);
    addLine(Place::ShowtimeAddress, tr("Base URL"), m_address,
        tr("As Showtime sent it to you, with the slash at its end. It takes messages from known IP addresses only: ask "
           "whether "
           "yours is among them."));
    addLine(Place::ShowtimeUser, tr("User"), m_user);
    addLine(Place::ShowtimePassword, tr("Password"), m_password);
    addLine(tr("Data supplier"), m_supplier, tr("The identifier of your account. New messages begin with it."));
    addLine(Place::CallbackAddress, tr("Callback URL"), m_callback,
        tr("Where Showtime posts what became of a message. New messages begin with it."));
    addLine(Place::ContentType, tr("Content type"), m_contentType, tr("Leave it, unless Showtime asks for another."));
}

void ShowtimeCard::fill(const Draft &draft)
{
    const exchange::ShowtimeSide &side = *draft.environment.showtime;
    m_address->setText(draft.showtimeAddress);
    m_user->setText(side.user);
    m_password->setSuggestion(u"showtime-"_s + draft.environment.name.trimmed());
    m_password->setValue(draft.secret(SecretUse::ShowtimePassword));
    m_supplier->setText(side.dataSupplierId);
    m_callback->setText(draft.callbackAddress);
    m_contentType->setText(side.contentType);
}

void ShowtimeCard::take(Draft &draft) const
{
    exchange::ShowtimeSide &side = *draft.environment.showtime;
    draft.showtimeAddress = m_address->text();
    side.user = m_user->text();
    draft.secret(SecretUse::ShowtimePassword) = m_password->value();
    side.dataSupplierId = m_supplier->text();
    draft.callbackAddress = m_callback->text();
    side.contentType = m_contentType->text();
    m_password->setSuggestion(u"showtime-"_s + draft.environment.name.trimmed());
}

} // namespace marquee::environments
