// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/GeneralCard.h"

#include "environments/ColourField.h"

#include <QCheckBox>
#include <QLineEdit>

namespace marquee::environments {

using namespace Qt::StringLiterals;

GeneralCard::GeneralCard(QWidget *parent)
    : DraftCard(tr("General"), parent)
    , m_name(makeEdit("environmentName", tr("Name of the environment")))
    , m_colour(new ColourField(this))
    , m_protected(new QCheckBox(tr("Protected"), this))
    , m_timeout(makeEdit("environmentTimeout", tr("Seconds to wait"), 96))
{
    setObjectName(u"generalCard"_s);
    m_protected->setObjectName(u"environmentProtected"_s);
    m_protected->setAccessibleName(tr("Protected"));
    connect(m_colour, &ColourField::edited, this, &GeneralCard::tell);
    connect(m_protected, &QCheckBox::toggled, this, &GeneralCard::tell);
    addLine(Place::Name, tr("Name"), m_name);
    addLine(Place::Colour, tr("Colour"), m_colour);
    addLine({}, m_protected, tr("Before anything is sent or deleted there, the environment's name has to be typed."));
    addLine(Place::Timeout, tr("Wait at most"), m_timeout, tr("Seconds for one request and its answer."));
}

void GeneralCard::fill(const Draft &draft)
{
    const exchange::Environment &environment = draft.environment;
    if (m_name->text() != environment.name)
        m_name->setText(environment.name);
    m_colour->setValue(environment.colour);
    m_protected->setChecked(environment.isProtected);
    m_timeout->setText(draft.timeout);
}

void GeneralCard::take(Draft &draft) const
{
    draft.environment.name = m_name->text();
    draft.environment.colour = m_colour->value();
    draft.environment.isProtected = m_protected->isChecked();
    draft.timeout = m_timeout->text();
}

} // namespace marquee::environments
