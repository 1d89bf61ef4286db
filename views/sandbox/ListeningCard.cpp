// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ListeningCard.h"

#include "editor/YesNoBox.h"
#include "sandbox/Sandbox.h"
#include "shell/theme/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int LargestRate = 10'000;

QPushButton *makeButton(const char *objectName, const QString &text, const QString &accessibleName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QLatin1StringView(objectName));
    button->setAccessibleName(accessibleName);
    button->setAutoDefault(false);
    button->setMinimumHeight(scaled(32));
    return button;
}

QHBoxLayout *lineIn(QWidget *box)
{
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    return layout;
}

} // namespace

ListeningCard::ListeningCard(Sandbox &sandbox, QWidget *parent)
    : Card(tr("The simulated partner"), parent)
    , m_sandbox(sandbox)
{
    addLine(tr("Address"), makeAddress());
    addLine(tr("API key"), makeKey());
    addLine(tr("Pace"), makePace());
    addLine(tr("Keeps"), makeHoldings());
    showHoldings();
}

void ListeningCard::addLine(const QString &label, QWidget *content)
{
    auto *line = new QWidget(this);
    QHBoxLayout *layout = lineIn(line);
    layout->setSpacing(scaled(12));
    auto *name = new QLabel(label, line);
    name->setProperty("role", u"label"_s);
    name->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    name->setFixedWidth(scaled(88));
    layout->addWidget(name);
    layout->addWidget(content, 1);
    addWide(line);
}

QWidget *ListeningCard::makeAddress()
{
    auto *box = new QWidget(this);
    QHBoxLayout *layout = lineIn(box);
    auto *address = new QLineEdit(m_sandbox.primeUrl().toString(), box);
    address->setObjectName(u"sandboxAddress"_s);
    address->setAccessibleName(tr("Address of the sandbox"));
    address->setReadOnly(true);
    address->setMinimumHeight(scaled(32));
    QPushButton *copy = makeButton("sandboxCopy", tr("&Copy"), tr("Copy the address"), box);
    connect(copy, &QPushButton::clicked, this, [address] { QGuiApplication::clipboard()->setText(address->text()); });
    layout->addWidget(address, 1);
    layout->addWidget(copy);
    return box;
}

QWidget *ListeningCard::makeKey()
{
    auto *box = new QWidget(this);
    QHBoxLayout *layout = lineIn(box);
    const QByteArray asked = m_sandbox.apiKey();
    m_asksKey = new editor::YesNoBox(tr("Ask for"), box);
    m_asksKey->setObjectName(u"sandboxAsksKey"_s);
    m_asksKey->setAccessibleName(tr("Ask for an API key"));
    m_asksKey->setChecked(!asked.isEmpty());
    m_key = new QLineEdit(asked.isEmpty() ? u"test-key"_s : QString::fromUtf8(asked), box);
    m_key->setObjectName(u"sandboxKey"_s);
    m_key->setAccessibleName(tr("API key that the sandbox asks for"));
    m_key->setToolTip(tr("Requests without this x-api-key are refused (403). It protects nothing but practice."));
    m_key->setMinimumHeight(scaled(32));
    m_key->setEnabled(!asked.isEmpty());
    connect(m_asksKey, &QCheckBox::toggled, this, [this](bool on) {
        m_key->setEnabled(on);
        takeKey();
    });
    connect(m_key, &QLineEdit::textEdited, this, &ListeningCard::takeKey);
    layout->addWidget(m_asksKey);
    layout->addWidget(m_key, 1);
    return box;
}

void ListeningCard::takeKey()
{
    m_sandbox.setApiKey(m_asksKey->isChecked() ? m_key->text().toUtf8() : QByteArray());
}

QWidget *ListeningCard::makePace()
{
    auto *box = new QWidget(this);
    QHBoxLayout *layout = lineIn(box);
    m_rate = new QSpinBox(box);
    m_rate->setObjectName(u"sandboxRate"_s);
    m_rate->setAccessibleName(tr("Requests a second that the sandbox answers"));
    m_rate->setRange(0, LargestRate);
    m_rate->setValue(m_sandbox.rate());
    m_rate->setSpecialValueText(tr("as many requests as come"));
    m_rate->setSuffix(tr(" requests a second"));
    m_rate->setToolTip(tr("What comes above is answered with “too many requests” (429). 0: no limit."));
    m_rate->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_rate->setMinimumHeight(scaled(32));
    connect(m_rate, &QSpinBox::valueChanged, this, [this](int perSecond) { m_sandbox.setRate(perSecond); });
    layout->addWidget(m_rate, 1);
    return box;
}

QWidget *ListeningCard::makeHoldings()
{
    auto *box = new QWidget(this);
    QHBoxLayout *layout = lineIn(box);
    m_holdings = new QLabel(box);
    m_holdings->setObjectName(u"sandboxHoldings"_s);
    m_holdings->setTextFormat(Qt::PlainText);
    QPushButton *forget
        = makeButton("sandboxForget", tr("Forget &everything"), tr("Forget everything that was put"), box);
    forget->setToolTip(tr("The sandbox is as if it had just begun. Faults, key and pace stay."));
    connect(forget, &QPushButton::clicked, this, [this] {
        m_sandbox.forgetEverything();
        showHoldings();
    });
    layout->addWidget(m_holdings, 1);
    layout->addWidget(forget);
    return box;
}

void ListeningCard::showHoldings()
{
    const SandboxHoldings holdings = m_sandbox.holdings();
    m_holdings->setText(holdings.avails == 0 && holdings.windows == 0
            ? tr("nothing yet")
            : tr("%1, %2").arg(
                tr("%n avail(s)", nullptr, holdings.avails), tr("%n window(s)", nullptr, holdings.windows)));
}

} // namespace marquee::sandbox
