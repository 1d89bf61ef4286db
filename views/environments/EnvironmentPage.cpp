// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/EnvironmentPage.h"

#include "environments/AtomCard.h"
#include "environments/CertificatesCard.h"
#include "environments/FindingLines.h"
#include "environments/GeneralCard.h"
#include "environments/PrimeCard.h"
#include "environments/ProxyCard.h"
#include "environments/ShowtimeCard.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace marquee::environments {

using namespace Qt::StringLiterals;

EnvironmentPage::EnvironmentPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"environmentPage"_s);
    setProperty("role", u"page"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::scaled(16), theme::scaled(16), theme::scaled(16), theme::scaled(16));
    layout->setSpacing(theme::scaled(16));
    layout->addWidget(makeHead());
    layout->addWidget(makeTrial());
    m_sandbox = new form::Card(tr("What this is"), this);
    m_sandboxWords = new QLabel(m_sandbox);
    m_sandboxWords->setObjectName(u"sandboxWords"_s);
    m_sandboxWords->setTextFormat(Qt::PlainText);
    m_sandboxWords->setWordWrap(true);
    m_sandbox->addWide(m_sandboxWords);
    layout->addWidget(m_sandbox);
    m_certificates = new CertificatesCard(this);
    m_cards = {new GeneralCard(this), new PrimeCard(this), m_certificates, new ShowtimeCard(this), new AtomCard(this),
        new ProxyCard(this)};
    QWidget *before = m_try;
    for (DraftCard *card : m_cards) {
        layout->addWidget(card);
        setTabOrder(before, card);
        before = card;
        connect(card, &DraftCard::edited, this, &EnvironmentPage::edited);
    }
    layout->addStretch(1);
    connect(m_certificates, &CertificatesCard::filesChanged, this, &EnvironmentPage::filesChanged);
    connect(m_certificates, &CertificatesCard::helpWanted, this, &EnvironmentPage::helpWanted);
}

QWidget *EnvironmentPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    m_title = new QLabel(head);
    m_title->setObjectName(u"environmentTitle"_s);
    m_title->setFont(theme::titleFont());
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_try = new QPushButton(tr("&Try it"), head);
    m_try->setObjectName(u"environmentTry"_s);
    m_try->setAccessibleName(tr("Try it"));
    m_try->setToolTip(
        tr("Asks Prime Video for an avail that nobody has, looks whether Showtime can be reached, and asks Atom "
           "Tickets whether it takes the key. Nothing is changed there."));
    m_try->setAutoDefault(false);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_try);
    connect(m_try, &QPushButton::clicked, this, &EnvironmentPage::tryWanted);
    return head;
}

QWidget *EnvironmentPage::makeTrial()
{
    auto *card = new form::Card(tr("What came of trying it"), this);
    card->setObjectName(u"trialCard"_s);
    m_trying = new QLabel(tr("Trying…"), card);
    m_trying->setObjectName(u"trialRuns"_s);
    m_trying->setProperty("role", u"label"_s);
    card->addWide(m_trying);
    m_findings = new FindingLines(card);
    m_findings->setObjectName(u"trialFindings"_s);
    card->addWide(m_findings);
    card->hide();
    m_trial = card;
    return card;
}

void EnvironmentPage::setTitle(const QString &title)
{
    m_title->setText(title.isEmpty() ? tr("Environment without a name") : title);
}

void EnvironmentPage::show(const Draft &draft)
{
    m_sandbox->setVisible(draft.isSandbox);
    for (DraftCard *card : m_cards) {
        card->setVisible(!draft.isSandbox);
        card->show(draft);
    }
    if (!draft.isSandbox)
        return;
    QString words
        = tr("The sandbox is a simulated Prime Video inside Marquee. It is always there, can't be changed, and nothing "
             "that you send to it leaves this computer. Rehearse here before you send to a partner.");
    if (!draft.address.isEmpty())
        words += u"\n\n"_s + tr("It listens at %1.").arg(draft.address);
    if (!draft.showtimeAddress.isEmpty())
        words += u"\n\n"_s + tr("It plays Showtime Analytics, too, at %1.").arg(draft.showtimeAddress);
    if (!draft.atomAddress.isEmpty())
        words += u"\n\n"_s + tr("And Atom Tickets, at %1.").arg(draft.atomAddress);
    m_sandboxWords->setText(words);
}

void EnvironmentPage::take(Draft &draft) const
{
    if (draft.isSandbox)
        return;
    for (const DraftCard *card : m_cards)
        card->take(draft);
}

void EnvironmentPage::complain(const std::vector<Complaint> &complaints)
{
    for (DraftCard *card : m_cards)
        card->complain(complaints);
}

void EnvironmentPage::focus(Place place)
{
    for (DraftCard *card : m_cards) {
        if (card->focus(place))
            return;
    }
}

void EnvironmentPage::setChooser(const FileChooser &chooser)
{
    m_certificates->setChooser(chooser);
}

void EnvironmentPage::showCertificates(const exchange::Findings &findings, const exchange::Environment &environment)
{
    m_certificates->showFindings(findings, environment);
}

void EnvironmentPage::showTrying()
{
    m_findings->show({}, true);
    m_trying->show();
    m_trial->show();
}

void EnvironmentPage::showTrial(const exchange::Findings &findings)
{
    m_trying->hide();
    m_findings->show(findings, true);
    m_trial->show();
}

void EnvironmentPage::forgetTrial()
{
    m_trial->hide();
}

} // namespace marquee::environments
