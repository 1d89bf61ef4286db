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
    : Card(tr("The simulated partners"), parent)
    , m_sandbox(sandbox)
{
    addLine(tr("Prime"), makeAddress("sandboxAddress", tr("Address of the simulated Prime Video"), sandbox.primeUrl()));
    addLine(tr("Atom"), makeAddress("sandboxAtom", tr("Address of the simulated Atom Tickets"), sandbox.atomUrl()));
    addLine(tr("API key"), makeKey());
    addLine(tr("Showtime"), makeAddress("sandboxShowtime", tr("Address of the simulated Showtime Analytics"), sandbox.showtimeUrl()));
    addLine(tr("Login"), makeLogin());
    addLine(tr("Pace"), makePace());
    addLine(tr("Keeps"), makeHoldings());
    addLine(tr("Knows"), makeCatalogue());
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

QWidget *ListeningCard::makeAddress(const char *objectName, const QString &title, const QUrl &url)
{
    auto *box = new QWidget(this);
    QHBoxLayout *layout = lineIn(box);
    auto *address = new QLineEdit(url.toString(), box);
    address->setObjectName(QLatin1StringView(objectName));
    address->setAccessibleName(title);
    address->setReadOnly(true);
    address->setMinimumHeight(scaled(32));
    const QByteArray name = QByteArray(objectName) + "Copy";
    QPushButton *copy = makeButton(name.constData(), tr("Copy"), tr("Copy: %1").arg(title), box);
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
    m_key->setToolTip(tr("Prime and Atom refuse requests without this x-api-key (403). It protects nothing but practice."));
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

QWidget *ListeningCard::makeLogin()
{
    auto *box = new QWidget(this);
    QHBoxLayout *layout = lineIn(box);
    const QString user = m_sandbox.showtimeUser();
    m_asksLogin = new editor::YesNoBox(tr("Ask for"), box);
    m_asksLogin->setObjectName(u"sandboxAsksLogin"_s);
    m_asksLogin->setAccessibleName(tr("Ask for this user and password"));
    m_asksLogin->setToolTip(tr("Else any user and any password will do, as long as neither is empty."));
    m_asksLogin->setChecked(!user.isEmpty());
    const auto field = [box](const char *name, const QString &title, const QString &text) -> QLineEdit * {
        auto *edit = new QLineEdit(text, box);
        edit->setObjectName(QLatin1StringView(name));
        edit->setAccessibleName(title);
        edit->setPlaceholderText(title);
        edit->setMinimumHeight(scaled(32));
        return edit;
    };
    m_user = field("sandboxUser", tr("User"), user.isEmpty() ? u"cinema"_s : user);
    m_password = field("sandboxPassword", tr("Password"), user.isEmpty() ? u"test"_s : m_sandbox.showtimePassword());
    m_password->setToolTip(tr("Messages with another one are refused (401). It protects nothing but practice."));
    for (QLineEdit *edit : {m_user, m_password}) {
        edit->setEnabled(!user.isEmpty());
        connect(edit, &QLineEdit::textEdited, this, &ListeningCard::takeLogin);
    }
    connect(m_asksLogin, &QCheckBox::toggled, this, [this](bool on) {
        m_user->setEnabled(on);
        m_password->setEnabled(on);
        takeLogin();
    });
    layout->addWidget(m_asksLogin);
    layout->addWidget(m_user, 1);
    layout->addWidget(m_password, 1);
    return box;
}

void ListeningCard::takeLogin()
{
    const bool asks = m_asksLogin->isChecked();
    m_sandbox.setShowtimeLogin(asks ? m_user->text() : QString(), asks ? m_password->text() : QString());
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
    m_rate->setToolTip(tr("What comes above is answered with “too many requests” (429), by Showtime with “overloaded” (503). 0: no limit. "
                          "Atom has its own besides: 25 a second, 50 at once."));
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
    m_holdings->setWordWrap(true);
    QPushButton *forget
        = makeButton("sandboxForget", tr("Forget &everything"), tr("Forget everything that was put and posted"), box);
    forget->setToolTip(tr("The sandbox is as if it had just begun. Faults, key, login and pace stay."));
    connect(forget, &QPushButton::clicked, this, [this] {
        m_sandbox.forgetEverything();
        showHoldings();
    });
    layout->addWidget(m_holdings, 1);
    layout->addWidget(forget);
    return box;
}

/// What Atom can be asked for. Nobody put it there, so there is nothing to forget.
QWidget *ListeningCard::makeCatalogue()
{
    const SandboxHoldings holdings = m_sandbox.holdings();
    auto *label = new QLabel(this);
    label->setObjectName(u"sandboxCatalogue"_s);
    label->setMinimumHeight(scaled(32));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(tr("%1 at %2, all made up: B0000000001 and on, C0000000001 and on")
                       .arg(tr("%n production(s)", nullptr, holdings.productions), tr("%n venue(s)", nullptr, holdings.venues)));
    return label;
}

void ListeningCard::showHoldings()
{
    const SandboxHoldings holdings = m_sandbox.holdings();
    QStringList parts;
    if (holdings.avails > 0 || holdings.windows > 0)
        parts << tr("%n avail(s)", nullptr, holdings.avails) << tr("%n window(s)", nullptr, holdings.windows);
    if (holdings.messages > 0) {
        parts << tr("%n performance(s)", nullptr, holdings.performances);
        if (holdings.waiting > 0)
            parts << tr("%n message(s) waiting", nullptr, holdings.waiting);
    }
    m_holdings->setText(parts.isEmpty() ? tr("nothing yet") : parts.join(u", "_s));
}

} // namespace marquee::sandbox
