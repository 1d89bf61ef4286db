// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges/ExchangeDetail.h"

#include "exchanges/ExchangeActions.h"
#include "exchanges/Outcomes.h"
#include "exchanges/PartnerErrors.h"
#include "preview/PayloadView.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStyle>
#include <QTabWidget>

namespace marquee::exchanges {

using namespace Qt::StringLiterals;
using preview::Language;
using preview::PayloadView;
using theme::scaled;

namespace {

constexpr int LowestTabs = 56;

Language languageOf(const QByteArray &text)
{
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            return c == '{' || c == '[' ? Language::Json : c == '<' ? Language::Xml : Language::Plain;
    }
    return Language::Plain;
}

QByteArray headersOf(const partners::Reply &reply)
{
    QByteArray text;
    for (const auto &[name, value] : reply.headers)
        text += name + ": " + value + '\n';
    return text;
}

void put(PayloadView &view, const QByteArray &text, Language language)
{
    view.setLanguage(language);
    view.setText(payload::Text(text));
    view.select(0, 0);
    view.showOffset(0, 0);
}

} // namespace

ExchangeDetail::ExchangeDetail(const ExchangeActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
{
    setObjectName(u"exchangeDetail"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 4);
    layout->setSpacing(4);
    layout->addWidget(makeBanner());
    layout->addWidget(makeFacts());
    layout->addWidget(makeTabs(), 1);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ExchangeDetail::applyFonts);
    applyFonts();
}

QWidget *ExchangeDetail::makeBanner()
{
    m_banner = new QFrame(this);
    m_banner->setObjectName(u"exchangeOutcome"_s);
    auto *layout = new QHBoxLayout(m_banner);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    m_dot = new QLabel(m_banner);
    m_title = new QLabel(m_banner);
    m_title->setObjectName(u"exchangeTitle"_s);
    m_message = new QLabel(m_banner);
    m_message->setObjectName(u"exchangeMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_cancel = makeButton(u"exchangeCancel"_s, tr("Cancel"));
    connect(m_cancel, &QPushButton::clicked, this, &ExchangeDetail::cancelWanted);
    layout->addWidget(m_dot);
    layout->addWidget(m_title);
    layout->addWidget(m_message, 1);
    layout->addWidget(makeButton(u"exchangeAsk"_s, tr("Ask the partner"), m_actions.action(ExchangeActions::AskBack)));
    layout->addWidget(m_cancel);
    return m_banner;
}

QWidget *ExchangeDetail::makeFacts()
{
    auto *page = new QWidget(this);
    auto *lines = new QVBoxLayout(page);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    m_facts = new QLabel(page);
    m_facts->setObjectName(u"exchangeFacts"_s);
    m_facts->setProperty("role", u"label"_s);
    m_facts->setWordWrap(true);
    m_url = new theme::ElidedLabel(page);
    m_url->setObjectName(u"exchangeUrl"_s);
    m_url->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    lines->addWidget(m_facts);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addWidget(m_url, 1);
    layout->addWidget(makeButton(u"exchangeInspect"_s, tr("Inspect"), m_actions.action(ExchangeActions::Inspect)));
    layout->addWidget(makeButton(u"exchangeOpen"_s, tr("Open"), m_actions.action(ExchangeActions::OpenAnswer)));
    layout->addWidget(makeButton(u"exchangeSave"_s, tr("Save…"), m_actions.action(ExchangeActions::SaveAnswer)));
    layout->addWidget(makeButton(u"exchangeCurl"_s, tr("As curl"), m_actions.action(ExchangeActions::CopyCurl)));
    layout->addWidget(makeButton(u"exchangeAgain"_s, tr("Send again…"), m_actions.action(ExchangeActions::SendAgain)));
    lines->addLayout(layout);
    return page;
}

QPushButton *ExchangeDetail::makeButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    button->setAutoDefault(false);
    m_buttons.push_back(button);
    return button;
}

/// One that does what the action does, and follows it.
QPushButton *ExchangeDetail::makeButton(const QString &name, const QString &text, QAction *action)
{
    QPushButton *button = makeButton(name, text);
    button->setAccessibleName(action->text()); // which has the room to say it all
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        button->setToolTip(action->toolTip());
    };
    connect(action, &QAction::changed, button, follow);
    follow();
    return button;
}

QWidget *ExchangeDetail::makeTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"exchangeTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setMinimumHeight(scaled(LowestTabs)); // the dock may be low
    m_errors = new PartnerErrors(m_tabs);
    const auto view = [this](const QString &name, const QString &title) {
        auto *made = new PayloadView(m_tabs);
        made->setObjectName(name);
        made->setAccessibleName(title);
        return made;
    };
    m_answer = view(u"exchangeAnswer"_s, tr("Answer"));
    m_headers = view(u"exchangeHeaders"_s, tr("Headers of the answer"));
    m_request = view(u"exchangeRequest"_s, tr("Request"));
    m_tabs->addTab(m_errors, tr("Errors"));
    m_tabs->addTab(m_answer, tr("Answer"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->addTab(m_request, tr("Request"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &ExchangeDetail::fillTab);
    connect(m_errors, &PartnerErrors::goWanted, this, [this](const partners::PartnerError &error) {
        if (m_exchange)
            Q_EMIT partnerErrorActivated(error);
    });
    return m_tabs;
}

/// What was set before the style sheet came to a widget, it took back.
void ExchangeDetail::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void ExchangeDetail::applyFonts()
{
    m_title->setFont(theme::headingFont());
    m_facts->setFont(theme::noteFont());
    for (QPushButton *button : m_buttons)
        button->setFont(theme::noteFont());
    m_errors->setIconSize(QSize(scaled(16), scaled(16)));
    m_url->updateGeometry();
    showOutcome();
}

void ExchangeDetail::setExchange(const exchange::Exchange *exchange)
{
    const bool another
        = !exchange || exchange->number != m_number || exchange->journal != m_journal || m_number + m_journal == 0;
    m_exchange = exchange;
    m_number = exchange ? exchange->number : 0;
    m_journal = exchange ? exchange->journal : 0;
    m_filled = {};
    showOutcome();
    showFacts();
    showTabs();
    if (another && m_exchange && !m_exchange->done)
        m_tabs->setCurrentIndex(Request); // there is nothing else to see yet
    fillTab();
}

void ExchangeDetail::showOutcome()
{
    if (!m_exchange)
        return;
    const bool done = m_exchange->done && !m_exchange->isAsked;
    const Look look = lookOf(done ? static_cast<int>(m_exchange->outcome.kind) : Running);
    m_banner->setProperty("banner", look.banner);
    m_banner->style()->unpolish(m_banner);
    m_banner->style()->polish(m_banner);
    m_dot->setPixmap(theme::dotIcon(theme::color(look.token)).pixmap(scaled(16), scaled(16)));
    if (m_exchange->isAsked) {
        m_title->setText(tr("Asking…"));
        m_message->setText(tr("The partner is asked what it has, to compare it with what was sent."));
    } else {
        m_title->setText(done ? exchange::outcomeTitle(*m_exchange) : tr("Sending…"));
        m_message->setText(done ? m_exchange->outcome.message : tr("The partner hasn't answered yet."));
    }
    m_banner->setAccessibleName(m_title->text() + u": "_s + m_message->text());
    m_cancel->setVisible(!done && m_exchange->number != 0); // another program's can't be
}

void ExchangeDetail::showFacts()
{
    if (!m_exchange)
        return;
    const QLocale locale;
    const partners::Reply &reply = m_exchange->reply;
    QStringList facts{exchange::operationTitle(m_exchange->operation)};
    if (!m_exchange->environment.isEmpty())
        facts << m_exchange->environment;
    if (const QDateTime began = m_exchange->began.toLocalTime(); began.date() != QDate::currentDate())
        facts << locale.toString(began, QLocale::ShortFormat);
    if (m_exchange->done && m_exchange->attempts == 0 && m_exchange->outcome.kind == partners::Outcome::Kind::Unknown) {
        facts << tr("no answer is known");
    } else if (m_exchange->done) {
        facts << (reply.status == 0 ? tr("no status") : tr("status %1").arg(reply.status));
        facts << tr("%1 ms").arg(locale.toString(reply.elapsedMs));
        facts << tr("sent %1, got %2")
                     .arg(locale.formattedDataSize(reply.bytesSent), locale.formattedDataSize(reply.bytesReceived));
    }
    m_url->setText(QString::fromLatin1(m_exchange->request.method) + u' ' + m_exchange->request.url.toDisplayString());
    if (m_exchange->isCut)
        facts << tr("not all of the bodies was kept");
    m_facts->setText(facts.join(u"  ·  "_s));
}

void ExchangeDetail::showTabs()
{
    const int errors = m_exchange ? static_cast<int>(m_exchange->outcome.errors.size()) : 0;
    const bool hadErrors = m_tabs->isTabVisible(Errors);
    const int before = m_tabs->currentIndex();
    m_tabs->setTabVisible(Errors, errors > 0);
    m_tabs->setTabText(Errors, tr("Errors %1").arg(QLocale().toString(errors)));
    if (errors > 0)
        m_tabs->setCurrentIndex(Errors);
    else if (m_exchange && m_exchange->done && m_exchange->reply.body.isEmpty() && !m_exchange->request.body.isEmpty())
        m_tabs->setCurrentIndex(Request); // nothing came: there is only what was sent
    else if ((hadErrors && before == Errors) || (m_exchange && m_exchange->done && before == Request))
        m_tabs->setCurrentIndex(Answer);
}

void ExchangeDetail::fillTab()
{
    const int tab = m_tabs->currentIndex();
    if (!m_exchange || tab < 0 || std::exchange(m_filled[static_cast<std::size_t>(tab)], true))
        return;
    const partners::Reply &reply = m_exchange->reply;
    switch (tab) {
    case Errors:
        m_errors->setErrors(m_exchange->outcome.errors);
        break;
    case Answer:
        put(*m_answer, reply.body, languageOf(reply.body));
        break;
    case Headers:
        put(*m_headers, headersOf(reply), Language::Http);
        break;
    case Request:
        put(*m_request, partners::toHttp(m_exchange->request), Language::Http);
        break;
    default:
        break;
    }
}

} // namespace marquee::exchanges
