// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/TextPane.h"

#include "payload/JsonRepair.h"
#include "preview/PayloadView.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace marquee::shell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LargestRepair = 4 * 1024 * 1024; // looking for what is missing reads the text many times

} // namespace

TextPane::TextPane(workspace::OpenDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
    , m_text(new preview::PayloadView(this))
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
    if (!document->isPayload())
        layout->addWidget(makeProblem());
    m_text->setObjectName(u"textPage"_s);
    m_text->setAccessibleName(tr("The document as text"));
    m_text->setLanguage(preview::Language::Json);
    layout->addWidget(m_text, 1);
    connect(m_text, &preview::PayloadView::offsetActivated, this, [this](std::uint32_t offset) {
        if (m_document && m_document->isPayload())
            Q_EMIT fieldFocused(m_document->payload().pointerTo(m_document->payload().pathAt(offset)));
    });
    connect(document, &workspace::OpenDocument::changed, this, &TextPane::refresh);
    connect(document, &workspace::OpenDocument::stateChanged, this, &TextPane::refresh);
    refresh();
}

QWidget *TextPane::makeProblem()
{
    const Error &error = m_document->textError();
    auto *around = new QWidget(this);
    auto *outer = new QVBoxLayout(around);
    outer->setContentsMargins(theme::scaled(16), 0, theme::scaled(16), theme::scaled(8));
    auto *banner = new QFrame(around);
    banner->setProperty("banner", u"error"_s);
    auto *row = new QHBoxLayout(banner);
    row->setContentsMargins(theme::scaled(12), theme::scaled(8), theme::scaled(12), theme::scaled(8));
    row->setSpacing(theme::scaled(12));
    auto *icon = new QLabel(banner);
    const int side = theme::scaled(16);
    icon->setPixmap(theme::severityIcon(rules::Severity::Error).pixmap(QSize(side, side), devicePixelRatioF()));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *words = new QLabel(error.nextStep.isEmpty() ? error.message : QString(error.message + u' ' + error.nextStep), banner);
    words->setObjectName(u"textProblem"_s);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(words, 1);
    if (error.place) {
        auto *show = new QPushButton(tr("Show the place"), banner);
        show->setObjectName(u"showMistake"_s);
        connect(show, &QPushButton::clicked, this, [this] { focusField({}); });
        row->addWidget(show, 0, Qt::AlignTop);
    }
    const QByteArray bytes = m_document->bytes();
    if (error.code == Error::Code::Malformed && bytes.size() <= LargestRepair && payload::proposeRepair(bytes)) {
        auto *repair = new QPushButton(tr("Show a repair…"), banner);
        repair->setObjectName(u"showRepair"_s);
        connect(repair, &QPushButton::clicked, this, &TextPane::repairWanted);
        row->addWidget(repair, 0, Qt::AlignTop);
    }
    outer->addWidget(banner);
    return around;
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
    default:
        return tr("JSON of no kind that Marquee knows, to be read only  ·  %1").arg(size);
    }
}

void TextPane::refresh()
{
    if (!m_document)
        return;
    m_title->setText(m_document->title());
    m_subtitle->setText(subtitle());
    m_text->setText(m_document->text());
    if (const auto &place = m_document->textError().place; !m_document->isPayload() && place) {
        const std::uint32_t end = std::min(place->offset + 1, m_text->text().size());
        m_text->setMarks({{std::min(place->offset, end), end, rules::Severity::Error}});
    }
}

void TextPane::focusField(const payload::Pointer &field)
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    if (!m_document->isPayload()) {
        begin = m_document->textError().place ? m_document->textError().place->offset : 0;
        end = begin;
    } else if (const payload::Value value = m_document->payload().find(field)) {
        begin = value.itemBegin();
        end = value.end();
        m_text->setHighlight(begin, end);
    }
    m_text->showOffset(begin, end);
    m_text->select(begin, begin);
    m_text->setFocus();
}

void TextPane::find()
{
    m_text->openFind();
}

} // namespace marquee::shell
