// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/TextPane.h"

#include "shell/theme/Theme.h"
#include "text/TextPage.h"
#include "workspace/OpenDocument.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace marquee::shell {

using namespace Qt::StringLiterals;

TextPane::TextPane(workspace::OpenDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
    , m_text(new text::TextPage(document, this))
{
    setObjectName(u"textPane"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *heading = new QWidget(this);
    auto *column = new QVBoxLayout(heading);
    const int gap = theme::scaled(16);
    column->setContentsMargins(gap, gap, gap, theme::scaled(8));
    column->setSpacing(theme::scaled(2));
    m_title->setFont(theme::titleFont());
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_subtitle->setProperty("role", u"label"_s);
    m_subtitle->setTextFormat(Qt::PlainText);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    layout->addWidget(heading);
    layout->addWidget(m_text, 1);
    connect(m_text, &text::TextPage::placeChanged, this, &TextPane::fieldFocused);
    connect(m_text, &text::TextPage::repairWanted, this, &TextPane::repairWanted);
    connect(m_text, &text::TextPage::left, this, &TextPane::textLeft);
    connect(document, &workspace::OpenDocument::kindChanged, this, &TextPane::refresh);
    connect(document, &workspace::OpenDocument::changed, this, &TextPane::refresh);
    connect(document, &workspace::OpenDocument::stateChanged, this, &TextPane::refresh);
    refresh();
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
