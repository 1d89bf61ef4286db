// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/TextPage.h"

#include "payload/Repair.h"
#include "payload/XmlReader.h"
#include "preview/FindBar.h"
#include "preview/PayloadView.h"
#include "shell/theme/Theme.h"
#include "text/TextEditor.h"
#include "text/TextFinder.h"
#include "text/TextStanding.h"
#include "workspace/OpenDocument.h"

#include <QApplication>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace marquee::text {

using namespace Qt::StringLiterals;
using payload::Pointer;
using workspace::OpenDocument;

namespace {

constexpr int Pause = 150; // ms without a key, then it is read
constexpr int LongPause = 300; // the same for a text that takes a while
constexpr qint64 LongestWait = 150; // that keys put it off
constexpr qsizetype LargeText = 512 * 1024;
constexpr qsizetype QuickRepair = 128 * 1024; // looked for at once
constexpr int RepairPause = 500;
constexpr int PlacePause = 60;

} // namespace

TextPage::TextPage(OpenDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_findBar(new preview::FindBar(this))
    , m_editor(new TextEditor)
    , m_finder(new TextFinder(m_editor, m_findBar, this))
    , m_reader(new preview::PayloadView)
    , m_stack(new QStackedLayout)
    , m_standing(new TextStanding(this))
{
    m_editor->setObjectName(u"textPage"_s);
    m_reader->setObjectName(u"textPage"_s);
    m_reader->setAccessibleName(tr("The payload as text"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_findBar);
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_reader);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_standing);
    for (QTimer *timer : {&m_typing, &m_standingSoon, &m_proposal, &m_place})
        timer->setSingleShot(true);
    m_proposal.setInterval(RepairPause);
    m_place.setInterval(PlacePause);
    connect(&m_typing, &QTimer::timeout, this, &TextPage::finish);
    connect(&m_standingSoon, &QTimer::timeout, this, &TextPage::showStanding);
    connect(&m_place, &QTimer::timeout, this, &TextPage::tellPlace);
    connect(&m_proposal, &QTimer::timeout, this,
        [this] { m_standing->offerRepair(m_document && payload::proposeRepair(m_document->bytes())); });

    connect(m_editor, &TextEditor::typed, this, &TextPage::typed);
    connect(m_editor, &TextEditor::cursorMoved, &m_place, qOverload<>(&QTimer::start));
    connect(m_editor, &TextEditor::left, this, [this] {
        finish();
        if (!m_findBar->isAncestorOf(QApplication::focusWidget()))
            Q_EMIT left();
    });
    connect(m_editor, &TextEditor::undoWanted, document, &OpenDocument::undo);
    connect(m_editor, &TextEditor::redoWanted, document, &OpenDocument::redo);
    connect(m_reader, &preview::PayloadView::offsetActivated, &m_place, qOverload<>(&QTimer::start));
    connect(m_standing, &TextStanding::placeWanted, this, &TextPage::showMistake);
    connect(m_standing, &TextStanding::repairWanted, this, [this] {
        finish();
        Q_EMIT repairWanted();
    });
    connect(m_standing, &TextStanding::backWanted, this, [this] {
        finish();
        m_document->discardPending();
        m_editor->setFocus(Qt::OtherFocusReason);
    });
    connect(document, &OpenDocument::typingEnds, this, &TextPage::finish);
    for (const auto signal : {&OpenDocument::pendingChanged, &OpenDocument::kindChanged})
        connect(document, signal, this, &TextPage::changed);
    connect(document, &OpenDocument::changed, this, &TextPage::changed);
    connect(document, &OpenDocument::problemsChanged, &m_standingSoon, qOverload<>(&QTimer::start));
    connect(document, &OpenDocument::stateChanged, &m_standingSoon, qOverload<>(&QTimer::start));
}

TextPage::~TextPage() = default;

void TextPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setFocusProxy(m_whyNot.isEmpty() ? static_cast<QWidget *>(m_editor) : m_reader);
    if (std::exchange(m_isStale, false))
        load();
    else
        showStanding();
}

void TextPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    finish();
    if (m_document)
        m_document->endMerging();
    Q_EMIT left();
}

void TextPage::changed()
{
    if (isVisible())
        load();
    else
        m_isStale = true;
}

/// Why a text can't be edited here; empty where it can, and then the editor has it.
QString TextPage::whyNot(const QByteArray &bytes)
{
    if (bytes.size() > LargestText)
        return tr("This text is larger than %1, so it can only be read here. Change it in the form.")
            .arg(QLocale().formattedDataSize(LargestText));
    auto shown = ShownText::of(bytes);
    if (!shown)
        return tr("This text isn't UTF-8, so it can only be read here. Save it as UTF-8 in the program that wrote it, "
                  "and open it again.");
    if (shown->longestLine() > LongestLine)
        return tr("A line of this text is too long to be edited, so it can only be read here. Change it in the form.");
    if (!m_editor->showText(*std::move(shown)))
        return tr("This text has characters that an editor would change, so it can only be read here. Change it in the "
                  "form.");
    return {};
}

void TextPage::load()
{
    if (!m_document)
        return;
    const QByteArray bytes = m_document->bytes();
    if (!m_whyNot.isEmpty() || m_editor->text().bytes() != bytes || bytes.isEmpty()) {
        if (std::exchange(m_isTyped, false)) // what came from elsewhere counts
            m_editor->takeTyped();
        const bool isXml = payload::isXmlText({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        m_editor->setLanguage(isXml ? preview::Language::Xml : preview::Language::Json);
        m_reader->setLanguage(isXml ? preview::Language::Xml : preview::Language::Json);
        m_whyNot = whyNot(bytes);
        if (canEdit() && m_document->isPayload()) {
            const std::string &unit = m_document->payload().indent();
            m_editor->setIndent(unit.empty() ? u"  "_s : QString::fromStdString(unit));
        }
        m_reader->setText(canEdit() ? payload::Text() : payload::Text(bytes));
        m_stack->setCurrentWidget(canEdit() ? static_cast<QWidget *>(m_editor) : m_reader);
        setFocusProxy(m_stack->currentWidget());
        m_finder->textChanged();
    }
    showStanding();
}

bool TextPage::canEdit() const
{
    return m_whyNot.isEmpty();
}

void TextPage::typed()
{
    if (m_isStale) // other colours: nobody has typed into what nobody has seen
        return;
    if (!std::exchange(m_isTyped, true))
        m_sinceTyped.start();
    m_document->beginTyping();
    m_proposal.stop();
    // Also while somebody types on and on: a draft is to be on the disk within a second.
    if (!m_typing.isActive() || m_sinceTyped.elapsed() < LongestWait)
        m_typing.start(m_editor->document()->characterCount() > LargeText ? LongPause : Pause);
}

void TextPage::finish()
{
    m_typing.stop();
    if (!m_document || !std::exchange(m_isTyped, false))
        return;
    m_document->editText(m_editor->takeTyped().bytes());
    m_finder->textChanged();
    showStanding();
}

void TextPage::showStanding()
{
    m_standingSoon.stop();
    if (!m_document || !isVisible() || m_isTyped)
        return;
    const bool isWell = m_document->isPayload() && !m_document->hasPendingText();
    const Error error = isWell ? Error() : m_document->textError();
    if (canEdit())
        m_editor->setMistake(error.place ? std::optional<qsizetype>(error.place->offset) : std::nullopt);
    else
        m_reader->setMarks(error.place
                ? std::vector<preview::Mark>{{error.place->offset, error.place->offset + 1, rules::Severity::Error}}
                : std::vector<preview::Mark>());
    m_proposal.stop();
    if (!isWell) {
        m_standing->showMistake(error, m_document->hasPendingText());
        proposeLater();
    } else if (!canEdit()) {
        m_standing->showNote(m_whyNot);
    } else {
        m_standing->showWellFormed(m_document->counts());
    }
}

void TextPage::proposeLater()
{
    if (m_document->textError().code != Error::Code::Malformed)
        return;
    const QByteArray bytes = m_document->bytes();
    if (bytes.size() > QuickRepair)
        m_proposal.start();
    else
        m_standing->offerRepair(payload::proposeRepair(bytes).has_value());
}

qsizetype TextPage::offsetOfCursor() const
{
    return canEdit() ? m_editor->cursorOffset() : static_cast<qsizetype>(m_reader->caret());
}

void TextPage::tellPlace()
{
    if (m_isTyped) {
        m_place.start(); // when it is read
        return;
    }
    if (!m_document || !m_document->isPayload() || m_document->hasPendingText() || !isVisible())
        return;
    const payload::Document &payload = m_document->payload();
    Q_EMIT placeChanged(payload.pointerTo(payload.pathAt(static_cast<std::uint32_t>(offsetOfCursor()))));
}

void TextPage::showPlace(const Pointer &field)
{
    finish();
    if (!m_document || !m_document->isPayload() || m_document->hasPendingText())
        return showMistake();
    payload::Value value = m_document->payload().find(field);
    for (Pointer at = field; !value && !at.isRoot(); at = at.parent())
        value = m_document->payload().find(at.parent());
    if (!value)
        return;
    if (canEdit()) {
        m_editor->goTo(value.itemBegin());
        return;
    }
    m_reader->setHighlight(value.itemBegin(), value.end());
    m_reader->showOffset(value.itemBegin(), value.end());
    m_reader->select(value.itemBegin(), value.itemBegin());
}

void TextPage::showMistake()
{
    finish();
    if (!m_document)
        return;
    const auto place
        = m_document->isPayload() && !m_document->hasPendingText() ? std::nullopt : m_document->textError().place;
    showOffset(place ? place->offset : 0);
}

void TextPage::showOffset(std::uint32_t offset)
{
    if (canEdit()) {
        m_editor->goTo(offset);
        m_editor->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_reader->showOffset(offset, offset);
    m_reader->select(offset, offset);
    m_reader->setFocus(Qt::OtherFocusReason);
}

void TextPage::find()
{
    if (canEdit())
        m_finder->open();
    else
        m_reader->openFind();
}

bool TextPage::hasCursor() const
{
    return isVisible() && (m_editor->hasFocus() || m_findBar->isAncestorOf(QApplication::focusWidget()));
}

} // namespace marquee::text
