// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/CallbackDetail.h"

#include "callbacks/CallbackDesk.h"
#include "callbacks/Looks.h"
#include "callbacks/ResponsesTable.h"
#include "preview/PayloadView.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStyle>
#include <QTabWidget>
#include <QVBoxLayout>

namespace marquee::callbacks {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int LowestTabs = 56;

/// What the user should know first, in a sentence.
QString sentenceFor(const CallbackEntry &entry)
{
    if (!entry.callback)
        return sentence(entry.problem);
    if (entry.isLooked && !entry.message)
        return CallbackDetail::tr(
            "No message %1 of the supplier “%2” was sent from here. The callback is kept all the same.")
            .arg(entry.callback->sequence, entry.callback->supplier);
    const MessageReport report
        = reportOf(entry.message, entry.entities, {{entry.stored.id, entry.stored.delivery.time, &*entry.callback}});
    switch (report.state) {
    case MessageState::Ok:
        return report.warned == 0
            ? CallbackDetail::tr("The partner took all performances of the message.")
            : CallbackDetail::tr("The partner took all performances, %n with a warning.", nullptr, report.warned);
    case MessageState::Error:
        return CallbackDetail::tr(
            "The partner took none of the performances. Put right what it says, and send them in a new message.");
    case MessageState::Partly:
        return CallbackDetail::tr(
            "The partner took %1 of %2 performances. Put right what it says, and send the others in a new message.")
            .arg(report.ok)
            .arg(report.entities.size());
    default:
        return CallbackDetail::tr("The callback speaks of no performance.");
    }
}

QByteArray headersOf(const Delivery &delivery)
{
    QByteArray text;
    for (const auto &[name, value] : delivery.headers)
        text += name + ": " + value + '\n';
    return text;
}

void put(preview::PayloadView &view, const QByteArray &text, preview::Language language)
{
    view.setLanguage(language);
    view.setText(payload::Text(text));
    view.select(0, 0);
    view.showOffset(0, 0);
}

} // namespace

CallbackDetail::CallbackDetail(CallbackDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"callbackDetail"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 4);
    layout->setSpacing(4);
    layout->addWidget(makeBanner());
    m_facts = new QLabel(this);
    m_facts->setObjectName(u"callbackFacts"_s);
    m_facts->setProperty("role", u"label"_s);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    layout->addWidget(m_facts);
    layout->addWidget(makeTabs(), 1);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &CallbackDetail::applyFonts);
    applyFonts();
}

QWidget *CallbackDetail::makeBanner()
{
    m_banner = new QFrame(this);
    m_banner->setObjectName(u"callbackBanner"_s);
    auto *layout = new QHBoxLayout(m_banner);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    m_dot = new QLabel(m_banner);
    m_title = new QLabel(m_banner);
    m_title->setObjectName(u"callbackTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_message = new QLabel(m_banner);
    m_message->setObjectName(u"callbackMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_open = new QPushButton(tr("Open message"), m_banner);
    m_open->setObjectName(u"callbackOpenMessage"_s);
    m_open->setAccessibleName(m_open->text());
    m_open->setAutoDefault(false);
    m_open->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_open, &QPushButton::clicked, this, &CallbackDetail::openMessageWanted);
    layout->addWidget(m_dot);
    layout->addWidget(m_title);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_open);
    return m_banner;
}

QWidget *CallbackDetail::makeTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"callbackTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setMinimumHeight(scaled(LowestTabs)); // the dock may be low
    m_responses = new ResponsesTable(m_tabs);
    const auto view = [this](const QString &name, const QString &title) {
        auto *made = new preview::PayloadView(m_tabs);
        made->setObjectName(name);
        made->setAccessibleName(title);
        return made;
    };
    m_text = view(u"callbackText"_s, tr("The callback as it came"));
    m_headers = view(u"callbackHeaders"_s, tr("Headers of the callback"));
    m_headers->setPlaceholder(tr("It came without headers."));
    m_tabs->addTab(m_responses, tr("Performances"));
    m_tabs->addTab(m_text, tr("Text"));
    m_tabs->addTab(m_headers, tr("Headers"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &CallbackDetail::fillTexts);
    connect(m_responses, &ResponsesTable::goWanted, this, &CallbackDetail::goWanted);
    return m_tabs;
}

void CallbackDetail::showCallback(const QString &id)
{
    const bool isAnother = id != m_id;
    m_id = id;
    const int row = m_desk.model().rowOf(id);
    if (row < 0) {
        m_id.clear();
        return;
    }
    const CallbackEntry &entry = m_desk.model().entry(row);
    showBanner();
    showFacts();
    m_responses->setEntry(entry);
    m_tabs->setTabVisible(Responses, entry.callback.has_value());
    m_tabs->setTabVisible(Headers, !entry.stored.delivery.headers.empty());
    if (isAnother)
        m_tabs->setCurrentIndex(entry.callback ? Responses : Text);
    fillTexts();
}

void CallbackDetail::showBanner()
{
    const int row = m_desk.model().rowOf(m_id);
    if (row < 0)
        return;
    const QModelIndex index = m_desk.model().index(row, CallbacksModel::State);
    const auto level = static_cast<CallbacksModel::Level>(index.data(CallbacksModel::LevelRole).toInt());
    m_banner->setProperty("banner", groundOf(level));
    m_banner->style()->unpolish(m_banner);
    m_banner->style()->polish(m_banner);
    m_dot->setPixmap(theme::dotIcon(theme::color(tokenOf(level))).pixmap(scaled(16), scaled(16)));
    m_title->setText(index.data().toString());
    m_message->setText(sentenceFor(m_desk.model().entry(row)));
    m_banner->setAccessibleName(m_title->text() + u": "_s + m_message->text());
    m_open->setVisible(m_desk.model().entry(row).message.has_value());
}

void CallbackDetail::showFacts()
{
    const CallbackEntry &entry = m_desk.model().entry(m_desk.model().rowOf(m_id));
    const Delivery &delivery = entry.stored.delivery;
    QStringList facts;
    if (entry.callback)
        facts << tr("supplier %1").arg(entry.callback->supplier) << tr("message %1").arg(entry.callback->sequence);
    if (entry.message)
        facts << QFileInfo(entry.message->document).fileName();
    const QString peer = QString::fromUtf8(delivery.peer);
    switch (delivery.how) {
    case Delivery::How::Received:
        facts << tr("received from %1").arg(peer);
        break;
    case Delivery::How::Pasted:
        facts << tr("pasted");
        break;
    case Delivery::How::Opened:
        facts << tr("from the file %1").arg(peer);
        break;
    }
    facts << QLocale().toString(delivery.time.toLocalTime(), QLocale::ShortFormat)
          << QLocale().formattedDataSize(entry.stored.size);
    if (entry.stored.repeats > 0)
        facts << tr("came %n times", nullptr, entry.stored.repeats + 1);
    m_facts->setText(facts.join(u"  ·  "_s));
}

/// When somebody looks: the body is read from the disk.
void CallbackDetail::fillTexts()
{
    if (m_tabs->currentIndex() == Responses || m_filled == m_id || m_id.isEmpty())
        return;
    m_filled = m_id;
    const auto body = m_desk.body(m_id);
    const bool isXml = body && body->trimmed().startsWith('<');
    put(*m_text, body ? *body : sentence(body.error()).toUtf8(),
        isXml ? preview::Language::Xml : preview::Language::Plain);
    put(*m_headers, headersOf(m_desk.model().entry(m_desk.model().rowOf(m_id)).stored.delivery),
        preview::Language::Http);
}

/// What was set before the style sheet came to a widget, it took back.
void CallbackDetail::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void CallbackDetail::applyFonts()
{
    m_title->setFont(theme::headingFont());
    m_facts->setFont(theme::noteFont());
    m_open->setFont(theme::noteFont());
    m_responses->setIconSize(QSize(scaled(16), scaled(16)));
    showBanner();
}

} // namespace marquee::callbacks
