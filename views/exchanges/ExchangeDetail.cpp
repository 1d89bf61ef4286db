// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges/ExchangeDetail.h"

#include "exchanges/Outcomes.h"
#include "exchanges/PartnerErrors.h"
#include "preview/PayloadView.h"
#include "shell/theme/Icons.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Theme.h"

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

Language languageOf(const QByteArray &text)
{
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            return c == '{' || c == '[' ? Language::Json : Language::Plain;
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

ExchangeDetail::ExchangeDetail(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"exchangeDetail"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
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
    m_cancel = makeButton(u"exchangeCancel"_s, tr("Cancel"), &ExchangeDetail::cancelWanted);
    layout->addWidget(m_dot);
    layout->addWidget(m_title);
    layout->addWidget(m_message, 1);
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
    m_open = makeButton(u"exchangeOpen"_s, tr("Open answer as document"), &ExchangeDetail::openReplyWanted);
    m_save = makeButton(u"exchangeSave"_s, tr("Save answer…"), &ExchangeDetail::saveReplyWanted);
    m_curl = makeButton(u"exchangeCurl"_s, tr("Copy as curl"), &ExchangeDetail::copyCurlWanted);
    m_curl->setToolTip(tr("Secrets stay names: the shell fills them in."));
    layout->addWidget(m_open);
    layout->addWidget(m_save);
    layout->addWidget(m_curl);
    lines->addLayout(layout);
    return page;
}

QPushButton *ExchangeDetail::makeButton(const QString &name, const QString &text, void (ExchangeDetail::*wanted)(int))
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [this, wanted] {
        if (m_exchange)
            Q_EMIT(this->*wanted)(m_exchange->number);
    });
    return button;
}

QWidget *ExchangeDetail::makeTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"exchangeTabs"_s);
    m_tabs->setDocumentMode(true);
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
            Q_EMIT partnerErrorActivated(m_exchange->number, error);
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
    for (QPushButton *button : {m_open, m_save, m_curl, m_cancel})
        button->setFont(theme::noteFont());
    m_errors->setIconSize(QSize(scaled(16), scaled(16)));
    m_url->updateGeometry();
    showOutcome();
}

void ExchangeDetail::setExchange(const exchange::Exchange *exchange)
{
    const bool another = !exchange || !m_exchange || exchange->number != m_exchange->number;
    m_exchange = exchange;
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
    const bool done = m_exchange->done;
    const Look look = lookOf(done ? static_cast<int>(m_exchange->outcome.kind) : Running);
    m_banner->setProperty("banner", look.banner);
    m_banner->style()->unpolish(m_banner);
    m_banner->style()->polish(m_banner);
    m_dot->setPixmap(theme::dotIcon(theme::color(look.token)).pixmap(scaled(16), scaled(16)));
    m_title->setText(done ? exchange::outcomeTitle(m_exchange->outcome.kind) : tr("Sending…"));
    m_message->setText(done ? m_exchange->outcome.message : tr("The partner hasn't answered yet."));
    m_banner->setAccessibleName(m_title->text() + u": "_s + m_message->text());
    m_cancel->setVisible(!done);
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
    if (m_exchange->done) {
        facts << (reply.status == 0 ? tr("no status") : tr("status %1").arg(reply.status));
        facts << tr("%1 ms").arg(locale.toString(reply.elapsedMs));
        facts << tr("sent %1, got %2")
                     .arg(locale.formattedDataSize(reply.bytesSent), locale.formattedDataSize(reply.bytesReceived));
    }
    m_facts->setText(facts.join(u"  ·  "_s));
    m_url->setText(QString::fromLatin1(m_exchange->request.method) + u' ' + m_exchange->request.url.toDisplayString());
    const bool hasAnswer = m_exchange->done && !reply.body.isEmpty();
    m_open->setEnabled(hasAnswer);
    m_save->setEnabled(hasAnswer);
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
