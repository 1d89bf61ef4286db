// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/PayloadPanel.h"

#include "preview/PayloadView.h"
#include "preview/TextMime.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace marquee::preview {

using namespace Qt::StringLiterals;

PayloadPanel::PayloadPanel(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_payload(new PayloadView)
    , m_request(makePage(u"requestView"_s, tr("Request")))
    , m_curl(makePage(u"curlView"_s, tr("Request as a curl command")))
    , m_copy(new QToolButton(this))
{
    setObjectName(u"payloadPanel"_s);
    m_payload->setObjectName(u"payloadView"_s);
    m_request.view->setLanguage(Language::Http);

    m_tabs->setObjectName(u"payloadTabs"_s);
    m_tabs->setAccessibleName(tr("Ways to see the payload"));
    m_tabs->setExpanding(false);
    m_tabs->addTab({});
    m_tabs->addTab(tr("Request"));
    m_tabs->addTab(tr("curl"));
    for (QWidget *page : {static_cast<QWidget *>(m_payload), m_request.widget, m_curl.widget})
        m_pages->addWidget(page);
    setLanguage(Language::Json);
    setNoRequest(tr("There is no request yet."));
    m_stale = true;

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &PayloadPanel::tabChanged);
}

void PayloadPanel::setLanguage(Language language)
{
    const QString name = language == Language::Xml ? tr("XML") : tr("JSON");
    m_payload->setLanguage(language);
    m_payload->setAccessibleName(tr("Payload as %1").arg(name));
    m_tabs->setTabText(0, name);
}

PayloadPanel::Page PayloadPanel::makePage(const QString &name, const QString &accessibleName)
{
    Page page{new QWidget, new QLabel, new PayloadView};
    page.view->setObjectName(name);
    page.view->setAccessibleName(accessibleName);
    page.note->setObjectName(name + u"Note"_s);
    page.note->setProperty("role", u"note"_s);
    page.note->setWordWrap(true);
    page.note->setTextFormat(Qt::PlainText);
    page.note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    page.note->setMargin(theme::scaled(8));
    page.note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *column = new QVBoxLayout(page.widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(page.note);
    column->addWidget(page.view, 1);
    return page;
}

QWidget *PayloadPanel::makeHead()
{
    m_copy->setObjectName(u"copyPayload"_s);
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the whole text"));
    m_copy->setToolTip(tr("Copy the whole text of this tab"));
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_copy->setAutoRaise(true);
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto setIcon = [this] {
        m_copy->setIcon(theme::icon(u"edit-copy"_s));
        m_copy->setIconSize(QSize(theme::scaled(16), theme::scaled(16)));
    };
    setIcon();
    connect(&theme::Theme::instance(), &theme::Theme::changed, m_copy, setIcon);
    connect(m_copy, &QToolButton::clicked, this, &PayloadPanel::copyAll);

    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, theme::scaled(4), 0);
    row->addWidget(m_tabs, 1);
    row->addWidget(m_copy, 0, Qt::AlignVCenter);
    return head;
}

void PayloadPanel::setRequest(const QByteArray &http, const QByteArray &curl, const QString &note)
{
    m_stale = false;
    m_request.view->setText(payload::Text(http));
    m_curl.view->setText(payload::Text(curl));
    for (const Page &page : {m_request, m_curl}) {
        page.note->setText(note);
        page.note->setVisible(!note.isEmpty());
        page.view->show();
    }
    tabChanged();
}

void PayloadPanel::setNoRequest(const QString &why)
{
    m_stale = false;
    for (const Page &page : {m_request, m_curl}) {
        page.view->setText({});
        page.view->hide();
        page.note->setText(why);
        page.note->show();
    }
    tabChanged();
}

void PayloadPanel::markRequestStale()
{
    m_stale = true;
    askForRequest();
}

QString PayloadPanel::note() const
{
    return m_request.note->text();
}

void PayloadPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askForRequest();
}

PayloadView *PayloadPanel::currentView() const
{
    return m_pages->currentWidget() == m_request.widget ? m_request.view
        : m_pages->currentWidget() == m_curl.widget     ? m_curl.view
                                                        : m_payload;
}

void PayloadPanel::tabChanged()
{
    askForRequest();
    m_copy->setEnabled(currentView() == m_payload || m_stale || currentView()->text().size() > 0);
}

void PayloadPanel::askForRequest()
{
    if (m_stale && isVisible() && currentView() != m_payload)
        Q_EMIT requestWanted();
}

void PayloadPanel::copyAll()
{
    askForRequest(); // so that what is copied is what would be sent
    const payload::Text text = currentView()->text();
    if (text.size() > 0)
        QApplication::clipboard()->setMimeData(new TextMime(text, 0, text.size()));
}

} // namespace marquee::preview
