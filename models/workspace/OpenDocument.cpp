// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/OpenDocument.h"

#include "payload/XmlReader.h"
#include "rules/MetadataBlocks.h"
#include "rules/ShowFix.h"
#include "workspace/Files.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <utility>

namespace marquee::workspace {

using namespace Qt::StringLiterals;
using payload::Value;
using rules::DocumentKind;

namespace {

constexpr qsizetype LongestTitle = 200; // a heading; the payload has the whole
constexpr std::uint64_t FirstPending = std::uint64_t(1) << 63; // states below are the payload's

QString textCaption()
{
    return QCoreApplication::translate("OpenDocument", "Edit as text");
}

QString firstTitle(const Value &details)
{
    for (const char *name : {"TitleInternalAlias", "SeasonTitleInternalAlias", "SeriesTitleInternalAlias"}) {
        const std::string title = details.member(name).at(0).string();
        if (!title.empty())
            return QString::fromStdString(title).left(LongestTitle);
    }
    return {};
}

} // namespace

OpenDocument::OpenDocument(Origin origin)
    : m_origin(origin)
    , m_showsAll(origin != Origin::New)
{
}

OpenDocument::~OpenDocument() = default;

std::unique_ptr<OpenDocument> OpenDocument::read(const rules::Rulebook &book, QByteArray bytes, Origin origin,
    const rules::Severities &severities, rules::Clock clock)
{
    auto payload = payload::Document::read(bytes);
    if (payload)
        return adopt(book, std::move(*payload), origin, severities, std::move(clock));
    std::unique_ptr<OpenDocument> document(new OpenDocument(origin));
    document->m_bytes = std::move(bytes);
    document->m_textError = payload.error();
    document->m_means = Means{book, severities, std::move(clock)};
    return document;
}

std::unique_ptr<OpenDocument> OpenDocument::adopt(const rules::Rulebook &book,
    std::unique_ptr<payload::Document> payload, Origin origin, const rules::Severities &severities, rules::Clock clock)
{
    std::unique_ptr<OpenDocument> document(new OpenDocument(origin));
    document->begin(book, std::move(payload), severities, std::move(clock));
    return document;
}

void OpenDocument::begin(
    const rules::Rulebook &book, std::unique_ptr<payload::Document> payload, const rules::Severities &severities, rules::Clock clock)
{
    m_payload = std::move(payload);
    m_validator = std::make_unique<rules::Validator>(book, *m_payload, severities, std::move(clock));
    m_validator->setReply(m_origin == Origin::Reply);
    m_validator->setLastSequence(m_lastSequence);
    m_validator->setSending(m_isSending);
    m_validator->validate();
    m_payload->addListener([this](const payload::Change &change) { settle(change); });
    if (m_origin == Origin::Pasted || m_origin == Origin::New)
        m_payload->markNeverSaved();
    m_shape = shape();
}

void OpenDocument::settle(const payload::Change &change)
{
    m_validator->update(change);
    m_remarks.follow(change);
    Q_EMIT changed(change);
    tellShape();
}

int OpenDocument::shape() const
{
    return !isPayload() ? 0 : isAvail() ? 1 : isBatch() ? 2 : isMessage() ? 3 : 4;
}

void OpenDocument::tellShape()
{
    if (std::exchange(m_shape, shape()) != shape())
        Q_EMIT kindChanged();
}

std::vector<Remark> OpenDocument::remarks() const
{
    return m_payload && !m_remarks.isEmpty() ? m_remarks.all(*m_payload) : std::vector<Remark>();
}

void OpenDocument::setRemarks(const std::vector<Remark> &remarks)
{
    if (!m_payload || (remarks.empty() && m_remarks.isEmpty()))
        return;
    m_remarks.set(remarks, *m_payload);
    Q_EMIT problemsChanged();
}

DocumentKind OpenDocument::kind() const
{
    return m_validator ? m_validator->kind() : DocumentKind::Unknown;
}

bool OpenDocument::isAvail() const
{
    return isPayload() && (kind() == DocumentKind::Avail || kind() == DocumentKind::AvailReply)
        && m_payload->root().member("avail").isObject();
}

bool OpenDocument::isBatch() const
{
    return isPayload() && kind() == DocumentKind::Batch && m_payload->root().member("requestItems").isArray();
}

bool OpenDocument::isMessage() const
{
    return isPayload() && kind() == DocumentKind::Performance && m_payload->root().member("ShowTimeAnalytics");
}

bool OpenDocument::isXml() const
{
    if (m_payload && !m_pending)
        return m_payload->isXml();
    const QByteArray text = m_pending ? *m_pending : m_bytes;
    return payload::isXmlText({text.constData(), static_cast<std::size_t>(text.size())});
}

payload::Text OpenDocument::text() const
{
    return m_payload ? m_payload->text() : payload::Text(m_pending.value_or(m_bytes));
}

payload::Text OpenDocument::textToSave() const
{
    return m_pending ? payload::Text(*m_pending) : text();
}

QByteArray OpenDocument::bytes() const
{
    return m_pending ? *m_pending : m_payload ? m_payload->text().toByteArray() : m_bytes;
}

void OpenDocument::setPath(const QString &path)
{
    m_path = path;
    Q_EMIT stateChanged();
}

QString OpenDocument::name() const
{
    if (m_path.isEmpty())
        return m_name;
    return withoutPayloadEnding(QFileInfo(m_path).fileName());
}

void OpenDocument::setName(const QString &name)
{
    m_name = name;
    Q_EMIT stateChanged();
}

QString OpenDocument::title() const
{
    if (!isAvail())
        return name();
    const Value avail = m_payload->root().member("avail");
    const Value asset = avail.member("Asset").at(0);
    for (const std::string_view block : rules::metadataBlocks) {
        if (const QString title = firstTitle(asset.member(block)); !title.isEmpty())
            return title;
    }
    const std::string alid = avail.member("ALID").string();
    return alid.empty() ? name() : QString::fromStdString(alid).left(LongestTitle);
}

bool OpenDocument::isModified() const
{
    if (m_isTyping)
        return true;
    if (m_pending)
        return m_pendingState != m_savedPending;
    // What was pasted and isn't a payload would be lost without a word, too.
    return m_payload ? m_payload->isModified() : !m_isBase || (m_origin == Origin::Pasted && m_path.isEmpty());
}

std::uint64_t OpenDocument::state() const
{
    return m_pending ? m_pendingState : m_payload ? m_payload->state() : 0;
}

void OpenDocument::markSaved(std::uint64_t state)
{
    const bool wasPending = state >= FirstPending;
    m_savedPending = wasPending ? state : 0;
    if (m_payload && wasPending)
        m_payload->markNeverSaved();
    else if (m_payload)
        m_payload->markSaved(state);
    else
        markTextSaved(state);
    Q_EMIT stateChanged();
}

/// What isn't a payload is from now on the text that was written.
void OpenDocument::markTextSaved(std::uint64_t state)
{
    m_isBase = state == 0 || state == m_pendingState;
    if (!m_pending || state != m_pendingState)
        return;
    m_bytes = *std::exchange(m_pending, std::nullopt);
    m_textError = m_pendingError;
    Q_EMIT pendingChanged();
}

Expected<bool> OpenDocument::apply(std::span<const payload::Edit> edits, const payload::EditOptions &options)
{
    finishTyping();
    if (const auto why = refusal())
        return tl::unexpected(*why);
    auto done = m_payload->apply(edits, options);
    if (done && *done)
        Q_EMIT stateChanged();
    return done;
}

Expected<bool> OpenDocument::apply(const payload::Edit &edit, const payload::EditOptions &options)
{
    return apply(std::span(&edit, 1), options);
}

Expected<bool> OpenDocument::apply(const rules::Fix &fix)
{
    finishTyping();
    if (const auto why = refusal())
        return tl::unexpected(*why);
    if (rules::isShowing(fix)) {
        Q_EMIT showWanted(fix.id);
        return false;
    }
    const rules::Split steps = fix.steps(m_validator->context());
    auto done = apply(steps.edits, {fix.title, {}});
    if (done && *done) {
        for (const QByteArray &text : steps.documents)
            Q_EMIT splitOff(text);
    }
    return done;
}

void OpenDocument::undo()
{
    finishTyping();
    if (m_pending) {
        discardPending();
        return;
    }
    if (!m_payload || !m_payload->canUndo())
        return;
    m_payload->undo();
    Q_EMIT stateChanged();
}

void OpenDocument::redo()
{
    finishTyping();
    if (!canRedo())
        return;
    if (m_takenBack && m_takenBack->over == state()) {
        const TakenBack back = *std::exchange(m_takenBack, std::nullopt);
        setPending(back.text, back.error);
        m_pendingState = back.pendingState;
    } else {
        m_payload->redo();
    }
    Q_EMIT stateChanged();
}

bool OpenDocument::canUndo() const
{
    return m_pending || (m_payload && m_payload->canUndo());
}

bool OpenDocument::canRedo() const
{
    return !m_pending && ((m_takenBack && m_takenBack->over == state()) || (m_payload && m_payload->canRedo()));
}

QString OpenDocument::undoCaption() const
{
    return m_pending ? textCaption() : m_payload ? m_payload->undoCaption() : QString();
}

QString OpenDocument::redoCaption() const
{
    if (!canRedo())
        return {};
    return m_takenBack && m_takenBack->over == state() ? textCaption() : m_payload->redoCaption();
}

std::optional<Error> OpenDocument::refusal() const
{
    if (!m_payload)
        return textError();
    if (!m_pending)
        return std::nullopt;
    Error error = m_pendingError;
    error.code = Error::Code::Invalid;
    error.message = QCoreApplication::translate("OpenDocument", "The text isn't well-formed yet, so nothing else can be changed.");
    error.nextStep = QCoreApplication::translate("OpenDocument", "Correct the text first, or go back to how it was last.");
    return error;
}

bool OpenDocument::editText(const QByteArray &text)
{
    m_isTyping = false;
    const bool wasPending = m_pending.has_value();
    if (!m_payload && text == m_bytes) {
        m_pending.reset();
        if (wasPending)
            Q_EMIT pendingChanged();
        Q_EMIT stateChanged();
        return false;
    }
    if (!m_payload)
        return becomePayload(text);
    // Who hears of the change has to find the text in it, not beside it.
    auto before = std::exchange(m_pending, std::nullopt);
    const auto done = m_payload->apply(payload::Edit::whole(text.toStdString()), {textCaption(), u"text"_s});
    if (!done) {
        m_pending = std::move(before);
        setPending(text, done.error());
    } else if (wasPending) {
        Q_EMIT pendingChanged();
    }
    Q_EMIT stateChanged();
    return done.has_value();
}

bool OpenDocument::becomePayload(const QByteArray &text)
{
    auto payload = payload::Document::read(text);
    if (!payload) {
        setPending(text, payload.error());
        Q_EMIT stateChanged();
        return false;
    }
    const Means means = *std::exchange(m_means, std::nullopt);
    begin(means.book, *std::move(payload), means.severities, means.clock);
    m_payload->markNeverSaved();
    m_bytes.clear();
    m_takenBack.reset();
    m_showsAll = true;
    m_shape = 0;
    const bool wasPending = std::exchange(m_pending, std::nullopt).has_value();
    tellShape();
    if (wasPending)
        Q_EMIT pendingChanged();
    Q_EMIT problemsChanged();
    Q_EMIT stateChanged();
    return true;
}

void OpenDocument::setPending(const QByteArray &text, const Error &error)
{
    if (m_pending == text)
        return;
    m_pending = text;
    m_pendingError = error;
    m_pendingState = ++m_lastPending;
    m_takenBack.reset();
    Q_EMIT pendingChanged();
}

void OpenDocument::discardPending()
{
    m_isTyping = false;
    if (!m_pending)
        return;
    const QByteArray text = *std::exchange(m_pending, std::nullopt);
    m_takenBack = TakenBack{text, m_pendingError, m_pendingState, state()};
    Q_EMIT pendingChanged();
    Q_EMIT stateChanged();
}

void OpenDocument::beginTyping()
{
    if (std::exchange(m_isTyping, true))
        return;
    Q_EMIT stateChanged();
}

void OpenDocument::finishTyping()
{
    if (!m_isTyping)
        return;
    Q_EMIT typingEnds();
    if (std::exchange(m_isTyping, false))
        Q_EMIT stateChanged();
}

void OpenDocument::endMerging()
{
    if (m_payload)
        m_payload->endMerging();
}

rules::Counts OpenDocument::counts() const
{
    if (m_validator && !m_pending)
        return m_validator->counts();
    rules::Counts counts;
    counts.errors = 1; // the text itself
    return counts;
}

void OpenDocument::validateAll()
{
    finishTyping();
    if (!m_validator)
        return;
    m_validator->validate();
    m_showsAll = true;
    Q_EMIT problemsChanged();
}

void OpenDocument::setLastSequence(rules::LastSequence last)
{
    m_lastSequence = std::move(last);
    if (!m_validator)
        return;
    m_validator->setLastSequence(m_lastSequence);
    if (!isMessage())
        return;
    m_validator->validate();
    Q_EMIT problemsChanged();
}

void OpenDocument::validateForSending()
{
    m_isSending = true;
    if (m_validator)
        m_validator->setSending(true);
    validateAll();
}

bool OpenDocument::showsProblemsAt(const payload::Pointer &field) const
{
    if (m_showsAll)
        return true;
    for (payload::Pointer at = field; !at.isRoot(); at = at.parent()) {
        if (m_touched.contains(QString::fromStdString(at.toString())))
            return true;
    }
    return false;
}

void OpenDocument::touch(const payload::Pointer &field)
{
    const QString key = QString::fromStdString(field.toString());
    if (m_showsAll || m_touched.contains(key))
        return;
    m_touched.insert(key);
    Q_EMIT problemsChanged();
}

} // namespace marquee::workspace
