// SPDX-License-Identifier: GPL-3.0-or-later
#include "production/ProductionsView.h"

#include "production/IdsPage.h"
#include "production/Pieces.h"
#include "production/ProductionQueryView.h"
#include "production/ProductionsPage.h"
#include "production/QueryForm.h"
#include "workspace/OpenDocument.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPointer>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QThread>
#include <QThreadPool>
#include <QVBoxLayout>

namespace marquee::production {

using namespace Qt::StringLiterals;
using partners::Outcome;
using rules::DocumentKind;
using theme::scaled;
using workspace::OpenDocument;

namespace {

constexpr int QueryWidth = 432;

} // namespace

ProductionsView::ProductionsView(const rules::Rulebook &book, const editor::Lookup &lookup, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_query(new ProductionQueryView(book, lookup))
    , m_stack(new QStackedWidget)
    , m_ids(new IdsPage)
    , m_productions(new ProductionsPage)
{
    setObjectName(u"productionsView"_s);
    m_query->setProperty("role", u"page"_s);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"productionQueryScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_query);
    m_stack->addWidget(makeMessage());
    m_stack->addWidget(m_ids);
    m_stack->addWidget(m_productions);

    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setObjectName(u"productionsSides"_s);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(scaled(8));
    split->addWidget(scroll);
    split->addWidget(m_stack);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    scroll->setMinimumWidth(scaled(320));
    split->setSizes({scaled(QueryWidth), scaled(2 * QueryWidth)});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    connectParts();
    showEmpty();
}

ProductionsView::~ProductionsView()
{
    // A field that loses the cursor finishes what was typed. That has to be while all of the page is there.
    if (QWidget *focus = QApplication::focusWidget(); focus && isAncestorOf(focus))
        focus->clearFocus();
}

QWidget *ProductionsView::makeMessage()
{
    m_message = new QWidget(m_stack);
    m_message->setObjectName(u"productionMessage"_s);
    auto *layout = new QVBoxLayout(m_message);
    layout->setContentsMargins(scaled(48), scaled(16), scaled(48), scaled(16));
    layout->setSpacing(scaled(8));
    m_heading = words("productionMessageHeading", nullptr, m_message);
    keepFont(m_heading, theme::titleFont);
    m_text = words("productionMessageText", "label", m_message);
    m_open = button(u"productionOpenAnswer"_s, tr("Open the answer"), nullptr, m_message);
    for (QLabel *label : {m_heading, m_text}) {
        label->setAlignment(Qt::AlignCenter);
    }
    layout->addStretch(2);
    layout->addWidget(m_heading);
    layout->addWidget(m_text);
    layout->addWidget(m_open, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_open, &QPushButton::clicked, this, &ProductionsView::inspectWanted);
    return m_message;
}

void ProductionsView::connectParts()
{
    connect(m_query, &ProductionQueryView::askWanted, this,
        [this](partners::Operation operation, const partners::AtomTarget &target, bool allPages) {
            m_followsDetails = operation == partners::Operation::ProductionIdsByVenue && m_query->wantsDetails();
            Q_EMIT askWanted(operation, target, allPages);
        });
    connect(m_query, &ProductionQueryView::cancelWanted, this, &ProductionsView::cancelWanted);
    connect(m_query, &ProductionQueryView::environmentsWanted, this, &ProductionsView::environmentsWanted);
    connect(m_query, &ProductionQueryView::idsFileWanted, this, &ProductionsView::idsFileWanted);
    connect(m_query, &ProductionQueryView::idsFileDropped, this, &ProductionsView::idsFileDropped);
    connect(m_query, &ProductionQueryView::queryDocumentWanted, this, &ProductionsView::queryDocumentWanted);
    connect(m_query, &ProductionQueryView::explainWanted, this, &ProductionsView::explainWanted);
    connect(m_query, &ProductionQueryView::refused, this, &ProductionsView::refused);
    connect(m_ids, &IdsPage::detailsWanted, this, &ProductionsView::followIds);
    connect(m_ids, &IdsPage::inspectWanted, this, &ProductionsView::inspectWanted);
    connect(m_productions, &ProductionsPage::idsWanted, this, &ProductionsView::followIds);
    connect(m_productions, &ProductionsPage::imageWanted, this, &ProductionsView::imageWanted);
    connect(m_productions, &ProductionsPage::imagesAllowedChanged, this, &ProductionsView::imagesAllowedChanged);
    connect(m_productions, &ProductionsPage::openLinkWanted, this, &ProductionsView::openLinkWanted);
    connect(m_productions, &ProductionsPage::placeWanted, this, &ProductionsView::placeWanted);
    connect(m_productions, &ProductionsPage::inspectWanted, this, &ProductionsView::inspectWanted);
    connect(m_productions, &ProductionsPage::saveWanted, this, [this] {
        if (m_answer)
            Q_EMIT saveWanted(m_answer->reply.body, fileName());
    });
}

void ProductionsView::setEnvironment(const QString &name, bool isProtected, bool hasAtom)
{
    m_query->setEnvironment(name, isProtected, hasAtom);
    m_productions->setImagesAllowed(!isProtected);
}

void ProductionsView::setImagesAllowed(bool always)
{
    m_productions->setImagesAllowed(always);
}

void ProductionsView::addIds(const QStringList &ids)
{
    m_query->addIds(ids);
}

bool ProductionsView::setQuery(const QByteArray &text)
{
    return m_query->setQuery(text);
}

void ProductionsView::showProgress(int pages, int total)
{
    m_query->showProgress(pages, total);
}

void ProductionsView::showIdle()
{
    m_query->showIdle();
}

void ProductionsView::showImage(const QUrl &url, const QByteArray &bytes, const QString &problem)
{
    m_productions->setImage(url, bytes, problem);
}

void ProductionsView::showMessage(const QString &heading, const QString &text, const char *role, bool hasAnswer)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    m_heading->setProperty("role", QString::fromLatin1(role));
    m_heading->style()->unpolish(m_heading);
    m_heading->style()->polish(m_heading);
    m_text->setText(text);
    m_open->setVisible(hasAnswer);
    m_stack->setCurrentWidget(m_message);
}

void ProductionsView::showEmpty()
{
    showMessage(tr("No productions yet"), tr("Ask Atom Tickets for productions: type an ID, or choose a venue."),
        "label", false);
}

void ProductionsView::showAnswer(const exchange::ProductionAnswer &answer)
{
    ++m_turn;
    m_answer = answer;
    m_query->showIdle();
    if (answer.outcome.kind != Outcome::Kind::Accepted) {
        showFailure();
    } else if (answer.operation == partners::Operation::AtomPing) {
        showMessage(tr("The key is good"), answer.outcome.message, "good", !answer.reply.body.isEmpty());
    } else {
        showMessage(tr("Reading the answer…"), {}, "label", false);
        read();
    }
}

void ProductionsView::showFailure()
{
    QStringList lines{m_answer->outcome.message};
    lines << m_answer->notes;
    const bool isKey = m_answer->operation == partners::Operation::AtomPing;
    showMessage(isKey ? tr("The key wasn't taken") : tr("No productions came"), lines.join(u'\n'), "error",
        !m_answer->reply.body.isEmpty());
}

/// A reply may have as many pages as there are; the window goes on meanwhile.
void ProductionsView::read()
{
    QThread *window = thread();
    QThreadPool::globalInstance()->start(
        [self = QPointer(this), window, turn = m_turn, book = m_book, answer = *m_answer] {
            auto reading = std::make_shared<Reading>();
            reading->document = OpenDocument::read(book, answer.reply.body, OpenDocument::Origin::Reply);
            if (reading->document->isPayload()) {
                reading->found = productions::readProductions(reading->document->payload(), answer.asked.ids);
                reading->ids = idsOf(reading->document->payload().root());
            }
            reading->document->moveToThread(window);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, turn, reading] {
                    if (self && self->m_turn == turn)
                        self->take(*reading);
                },
                Qt::QueuedConnection);
        });
}

void ProductionsView::take(Reading &reading)
{
    const OpenDocument &document = *reading.document;
    if (m_answer->operation == partners::Operation::ProductionIdsByVenue
        && document.kind() == DocumentKind::ProductionIds) {
        if (m_followsDetails && !reading.ids.isEmpty()) {
            m_ids->show(m_answer->asked.venue, reading.ids);
            followIds(reading.ids);
            return;
        }
        m_ids->show(m_answer->asked.venue, reading.ids);
        m_stack->setCurrentWidget(m_ids);
    } else if (document.kind() == DocumentKind::ProductionReply) {
        m_productions->show(*m_answer, std::move(reading.document), reading.found);
        m_stack->setCurrentWidget(m_productions);
    } else {
        const QString why = document.isPayload()
            ? tr("It has neither productions nor IDs of productions where they are documented.")
            : document.textError().message;
        showMessage(tr("This isn't the answer that was expected"), why, "error", true);
    }
}

void ProductionsView::followIds(const QStringList &ids)
{
    m_query->askIds(ids, m_answer ? m_answer->asked.marketplace : QString());
}

QString ProductionsView::fileName() const
{
    switch (m_answer->operation) {
    case partners::Operation::ProductionIdsByVenue:
        return u"production-ids.json"_s;
    default:
        return u"productions.json"_s;
    }
}

} // namespace marquee::production
