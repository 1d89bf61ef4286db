// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/TextPane.h"

#include "shell/theme/Theme.h"
#include "text/TextPage.h"
#include "workspace/OpenDocument.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace marquee::shell {

using namespace Qt::StringLiterals;

TextPane::TextPane(workspace::OpenDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
    , m_question(new QPushButton(tr("Ask Atom Tickets"), this))
    , m_inspect(new QPushButton(tr("Inspect"), this))
    , m_text(new text::TextPage(document, this))
{
    setObjectName(u"textPane"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeading());
    layout->addWidget(m_text, 1);
    connect(m_text, &text::TextPage::placeChanged, this, &TextPane::fieldFocused);
    connect(m_text, &text::TextPage::repairWanted, this, &TextPane::repairWanted);
    connect(m_text, &text::TextPage::left, this, &TextPane::textLeft);
    connect(document, &workspace::OpenDocument::kindChanged, this, &TextPane::refresh);
    connect(document, &workspace::OpenDocument::changed, this, &TextPane::refresh);
    connect(document, &workspace::OpenDocument::stateChanged, this, &TextPane::refresh);
    refresh();
}

QWidget *TextPane::makeHeading()
{
    auto *heading = new QWidget(this);
    auto *row = new QHBoxLayout(heading);
    const int gap = theme::scaled(16);
    row->setContentsMargins(gap, gap, gap, theme::scaled(8));
    row->setSpacing(theme::scaled(8));
    auto *column = new QVBoxLayout;
    column->setSpacing(theme::scaled(2));
    m_title->setFont(theme::titleFont());
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_subtitle->setProperty("role", u"label"_s);
    m_subtitle->setTextFormat(Qt::PlainText);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    row->addLayout(column, 1);
    row->addWidget(addButton(m_question, u"askQuestion"_s, tr("Shows the question on the productions' page")), 0, Qt::AlignTop);
    row->addWidget(addButton(m_inspect, u"inspectText"_s, tr("Shows it as a summary, a tree and a table")), 0, Qt::AlignTop);
    connect(m_question, &QPushButton::clicked, this, &TextPane::questionWanted);
    connect(m_inspect, &QPushButton::clicked, this, &TextPane::inspectWanted);
    return heading;
}

QPushButton *TextPane::addButton(QPushButton *button, const QString &name, const QString &tip)
{
    button->setObjectName(name);
    button->setAccessibleName(button->text());
    button->setToolTip(tip);
    return button;
}

QString TextPane::subtitle() const
{
    const QString size = QLocale().formattedDataSize(m_document->text().size());
    if (!m_document->isPayload())
        return tr("Text that isn't a payload  ·  %1").arg(size);
    switch (m_document->kind()) {
    case rules::DocumentKind::Batch:
        return tr("Batch of %n request(s)  ·  %1", nullptr, static_cast<int>(m_document->payload().root().member("requestItems").size())).arg(size);
    case rules::DocumentKind::BatchReply:
        return tr("Reply to a batch, %n answer(s)  ·  %1", nullptr, static_cast<int>(m_document->payload().root().member("responseItems").size())).arg(size);
    case rules::DocumentKind::Reply:
        return tr("Partner's reply  ·  %1").arg(size);
    case rules::DocumentKind::Callback: {
        const payload::Value responses = m_document->payload().root().at(0).member("Responses").member("Response");
        return tr("Callback of Showtime Analytics, %n answer(s)  ·  %1", nullptr, static_cast<int>(responses.size())).arg(size);
    }
    case rules::DocumentKind::ProductionQuery:
        return tr("Question to Atom Tickets  ·  %1").arg(size);
    case rules::DocumentKind::ProductionIds:
        return tr("%n ID(s) of productions  ·  %1", nullptr, static_cast<int>(m_document->payload().root().member("ids").size())).arg(size);
    case rules::DocumentKind::ProductionReply:
        return tr("%n production(s) of Atom Tickets  ·  %1", nullptr, static_cast<int>(m_document->payload().root().member("productionDetails").size())).arg(size);
    default:
        return m_document->isXml() ? tr("XML of no kind that Marquee knows  ·  %1").arg(size)
                                   : tr("JSON of no kind that Marquee knows  ·  %1").arg(size);
    }
}

void TextPane::refresh()
{
    if (!m_document)
        return;
    m_title->setText(m_document->title());
    m_subtitle->setText(subtitle());
    m_question->setVisible(m_document->isPayload() && rules::asksForProductions(m_document->kind()));
}

void TextPane::focusField(const payload::Pointer &field)
{
    m_text->showPlace(field);
    m_text->setFocus();
}

void TextPane::find()
{
    m_text->find();
}

} // namespace marquee::shell
