// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/WaitingCover.h"

#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace marquee::text {

using namespace Qt::StringLiterals;
using theme::scaled;
using workspace::OpenDocument;

namespace {
constexpr int CardWidth = 520;
constexpr int IconSide = 24;
}

WaitingCover::WaitingCover(OpenDocument *document, QTabWidget *pages, int textPage, Fits fits)
    : QWidget(pages)
    , m_document(document)
    , m_pages(pages)
    , m_textPage(textPage)
    , m_fits(fits)
    , m_icon(new QLabel)
    , m_heading(new QLabel)
    , m_words(new QLabel)
    , m_go(new QPushButton(tr("Go to the text")))
    , m_back(new QPushButton(tr("Back to the last well-formed text")))
{
    setObjectName(u"waitingCover"_s);
    setProperty("role", u"page"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    build();
    pages->currentWidget()->parentWidget()->installEventFilter(this);
    connect(pages, &QTabWidget::currentChanged, this, &WaitingCover::refresh);
    connect(document, &OpenDocument::pendingChanged, this, &WaitingCover::refresh);
    connect(document, &OpenDocument::kindChanged, this, &WaitingCover::refresh);
    connect(m_go, &QPushButton::clicked, this, &WaitingCover::textWanted);
    connect(m_back, &QPushButton::clicked, this, [this] {
        if (m_document && m_document->hasPendingText())
            m_document->discardPending();
        else if (m_document)
            m_document->undo();
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &WaitingCover::dress);
    dress();
    refresh();
}

void WaitingCover::build()
{
    m_heading->setObjectName(u"waitingHeading"_s);
    m_words->setObjectName(u"waitingWords"_s);
    m_go->setObjectName(u"waitingText"_s);
    m_back->setObjectName(u"waitingBack"_s);
    m_go->setProperty("role", u"main"_s);
    m_words->setProperty("role", u"label"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    auto *card = new QFrame(this);
    card->setObjectName(u"waitingCard"_s);
    card->setProperty("card", true);
    auto *inside = new QVBoxLayout(card);
    auto *top = new QHBoxLayout;
    top->addWidget(m_icon, 0, Qt::AlignTop);
    top->addWidget(m_heading, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_go);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    inside->addLayout(top);
    inside->addWidget(m_words);
    inside->addLayout(buttons);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(1);
    auto *middle = new QHBoxLayout; // not by alignment, which doesn't know how high words get that are wrapped
    middle->addStretch(1);
    middle->addWidget(card);
    middle->addStretch(1);
    outer->addLayout(middle);
    outer->addStretch(2);
}

void WaitingCover::dress()
{
    auto *card = findChild<QFrame *>(u"waitingCard"_s);
    card->setFixedWidth(scaled(CardWidth));
    card->layout()->setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(24));
    card->layout()->setSpacing(scaled(16));
    layout()->setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(24));
    m_heading->setFont(theme::titleFont());
    const int side = scaled(IconSide);
    m_icon->setPixmap(theme::severityIcon(rules::Severity::Warning).pixmap(QSize(side, side), devicePixelRatioF()));
}

bool WaitingCover::isWaiting() const
{
    return m_document && (m_document->hasPendingText() || !(m_document->*m_fits)());
}

void WaitingCover::refresh()
{
    const bool waits = isWaiting();
    for (int i = 0; i < m_pages->count(); ++i) {
        if (i != m_textPage)
            m_pages->widget(i)->setEnabled(!waits);
    }
    if (waits && m_document->hasPendingText()) {
        m_heading->setText(tr("The text isn't well-formed yet"));
        m_words->setText(
            tr("%1 The form waits here until the text is put right.").arg(m_document->pendingError().message));
        m_back->setText(tr("Back to the last well-formed text"));
        m_back->setVisible(true);
    } else if (waits) {
        m_heading->setText(tr("This form isn't for this text any more"));
        m_words->setText(tr("The text is well-formed, but it says something else than this form shows."));
        m_back->setText(tr("Undo the change"));
        m_back->setVisible(m_document->canUndo());
    }
    const bool covers = waits && m_pages->currentIndex() != m_textPage;
    if (covers)
        place();
    setVisible(covers);
    if (covers)
        raise();
}

void WaitingCover::place()
{
    if (const QWidget *stack = m_pages->currentWidget()->parentWidget())
        setGeometry(stack->geometry());
}

bool WaitingCover::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::LayoutRequest)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace marquee::text
