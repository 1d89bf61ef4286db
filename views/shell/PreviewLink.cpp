// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/PreviewLink.h"

#include "preview/PayloadPanel.h"
#include "preview/PayloadView.h"
#include "shell/EnvironmentButton.h"
#include "shell/SendDesk.h"
#include "workspace/OpenDocument.h"

#include <QApplication>
#include <QClipboard>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using payload::Pointer;

namespace {

constexpr std::size_t MostMarks = 300;

} // namespace

PreviewLink::PreviewLink(preview::PayloadPanel &panel, const SendDesk &desk, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
    , m_desk(desk)
{
    m_marks.setSingleShot(true);
    m_marks.setInterval(0);
    connect(&m_marks, &QTimer::timeout, this, &PreviewLink::showMarks);
    connect(&panel, &preview::PayloadPanel::requestWanted, this, &PreviewLink::fillRequest);
    panel.payload()->setPlaceholder(tr("The payload of the open document grows here as you fill in its form."));
    connect(panel.payload(), &preview::PayloadView::offsetActivated, this, [this](std::uint32_t offset) {
        if (hasPlaces())
            Q_EMIT placeActivated(m_document->payload().pointerTo(m_document->payload().pathAt(offset)));
    });
    connect(panel.payload(), &preview::PayloadView::copyPlaceWanted, this, [this](std::uint32_t offset) {
        if (hasPlaces())
            QApplication::clipboard()->setText(
                QString::fromStdString(m_document->payload().pointerTo(m_document->payload().pathAt(offset)).toString()));
    });
}

void PreviewLink::setDocument(workspace::OpenDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_aside.reset();
    m_field = {};
    showText();
    if (document) {
        connect(document, &workspace::OpenDocument::changed, this, &PreviewLink::follow);
        connect(document, &workspace::OpenDocument::pendingChanged, this, [this] {
            showText();
            m_panel.markRequestStale();
            m_marks.start();
        });
        connect(document, &workspace::OpenDocument::problemsChanged, &m_marks, qOverload<>(&QTimer::start));
    }
    m_panel.markRequestStale();
    showMarks();
}

void PreviewLink::showAside(Aside aside)
{
    if (!m_aside)
        setDocument(nullptr);
    m_aside = std::move(aside);
    m_panel.payload()->setText(payload::Text(m_aside->text));
    m_panel.markRequestStale();
}

bool PreviewLink::hasPlaces() const
{
    return m_document && m_document->isPayload() && !m_document->hasPendingText();
}

void PreviewLink::showText()
{
    m_showsPending = m_document && m_document->hasPendingText();
    m_panel.setLanguage(m_document && m_document->isXml() ? preview::Language::Xml : preview::Language::Json);
    m_panel.payload()->setText(m_document ? m_document->textToSave() : payload::Text());
    m_panel.payload()->setHighlight(0, 0);
}

void PreviewLink::follow(const payload::Change &change)
{
    if (m_showsPending)
        showText(); // the splices are of the payload, which wasn't shown
    else
        m_panel.payload()->setText(m_document->text(), change.splices);
    m_panel.markRequestStale();
    m_marks.start();
    if (!m_field.isRoot())
        showField(m_field);
}

void PreviewLink::showMarks()
{
    std::vector<preview::Mark> marks;
    if (hasPlaces()) {
        for (const rules::Problem &problem : m_document->validator().problems(MostMarks)) {
            const payload::Value value = m_document->payload().at(problem.path);
            if (!value)
                continue;
            // A whole object would be a wall of underlines: its first character says enough.
            const std::uint32_t end = value.isObject() || value.isArray() ? value.begin() + 1 : value.end();
            marks.push_back({value.itemBegin(), end, problem.severity});
        }
    } else if (m_document && m_document->textError().place) {
        const std::uint32_t at = m_document->textError().place->offset;
        marks.push_back({at, at + 1, rules::Severity::Error});
    }
    m_panel.payload()->setMarks(std::move(marks));
}

void PreviewLink::showField(const Pointer &field)
{
    if (!hasPlaces())
        return;
    m_field = field;
    if (field.isRoot()) { // all of it, which needs no mark
        m_panel.payload()->setHighlight(0, 0);
        return;
    }
    payload::Value value = m_document->payload().find(field);
    const bool stands = static_cast<bool>(value);
    for (Pointer at = field; !value && !at.isRoot(); at = at.parent())
        value = m_document->payload().find(at.parent());
    if (!value)
        return;
    const std::uint32_t end = stands ? value.end() : value.itemBegin() + 1;
    m_panel.payload()->setHighlight(value.itemBegin(), end);
    m_panel.payload()->showOffset(value.itemBegin(), end);
    Q_EMIT placeShown(QString::fromStdString(field.toString()), static_cast<int>(m_panel.payload()->text().place(value.begin()).line));
}

void PreviewLink::requestChanged()
{
    m_panel.markRequestStale();
}

void PreviewLink::showRequest(const partners::Request &request, partners::Operation operation, const QString &environment)
{
    m_panel.setRequest(partners::toHttp(request), partners::toCurl(request),
                       tr("%1  ·  %2").arg(exchange::operationTitle(operation), environmentTitle(environment)));
}

void PreviewLink::fillRequest()
{
    if (m_aside) {
        const auto made = m_aside->request();
        if (made)
            showRequest(made->request, made->operation, made->environment);
        else
            m_panel.setNoRequest(sentence(made.error()));
        return;
    }
    if (!m_document || !m_document->isPayload()) {
        m_panel.setNoRequest(m_document ? tr("This text isn't a payload, so there is nothing to send.") : tr("Open or make a document first."));
        return;
    }
    if (m_document->hasPendingText()) {
        m_panel.setNoRequest(tr("The text isn't well-formed yet, so there is nothing to send."));
        return;
    }
    if (!exchange::isPossible(exchange::Intent::Put, m_document->payload())) {
        m_panel.setNoRequest(tr("Only avails, batches and messages of performances are sent."));
        return;
    }
    const auto exchange = m_desk.preview(*m_document);
    if (!exchange) {
        m_panel.setNoRequest(sentence(exchange.error()));
        return;
    }
    showRequest(exchange->request, exchange->operation, exchange->environment);
}

} // namespace marquee::shell
