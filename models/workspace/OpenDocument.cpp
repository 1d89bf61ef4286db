// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/OpenDocument.h"

#include "rules/ShowFix.h"

#include "rules/MetadataBlocks.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace marquee::workspace {

using namespace Qt::StringLiterals;
using payload::Value;
using rules::DocumentKind;

namespace {

constexpr qsizetype LongestTitle = 200; // a heading; the payload has the whole

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
    return document;
}

std::unique_ptr<OpenDocument> OpenDocument::adopt(const rules::Rulebook &book,
    std::unique_ptr<payload::Document> payload, Origin origin, const rules::Severities &severities, rules::Clock clock)
{
    std::unique_ptr<OpenDocument> document(new OpenDocument(origin));
    document->m_payload = std::move(payload);
    document->m_validator
        = std::make_unique<rules::Validator>(book, *document->m_payload, severities, std::move(clock));
    document->m_validator->setReply(origin == Origin::Reply);
    document->m_validator->validate();
    OpenDocument *self = document.get();
    document->m_payload->addListener([self](const payload::Change &change) { self->settle(change); });
    if (origin == Origin::Pasted || origin == Origin::New)
        document->m_payload->markNeverSaved();
    return document;
}

void OpenDocument::settle(const payload::Change &change)
{
    m_validator->update(change);
    m_remarks.follow(change);
    Q_EMIT changed(change);
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

payload::Text OpenDocument::text() const
{
    return m_payload ? m_payload->text() : payload::Text(m_bytes);
}

QByteArray OpenDocument::bytes() const
{
    return m_payload ? m_payload->text().toByteArray() : m_bytes;
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
    const QFileInfo info(m_path);
    return info.suffix() == "json"_L1 ? info.completeBaseName() : info.fileName();
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
    // What was pasted and isn't a payload would be lost without a word, too.
    return m_payload ? m_payload->isModified() : m_origin == Origin::Pasted && m_path.isEmpty();
}

void OpenDocument::markSaved(std::uint64_t state)
{
    if (m_payload)
        m_payload->markSaved(state);
    Q_EMIT stateChanged();
}

Expected<bool> OpenDocument::apply(std::span<const payload::Edit> edits, const payload::EditOptions &options)
{
    if (!m_payload)
        return tl::unexpected(m_textError);
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
    if (!m_payload)
        return tl::unexpected(m_textError);
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
    if (!m_payload || !m_payload->canUndo())
        return;
    m_payload->undo();
    Q_EMIT stateChanged();
}

void OpenDocument::redo()
{
    if (!m_payload || !m_payload->canRedo())
        return;
    m_payload->redo();
    Q_EMIT stateChanged();
}

void OpenDocument::endMerging()
{
    if (m_payload)
        m_payload->endMerging();
}

rules::Counts OpenDocument::counts() const
{
    if (m_validator)
        return m_validator->counts();
    rules::Counts counts;
    counts.errors = 1; // the text itself
    return counts;
}

void OpenDocument::validateAll()
{
    if (!m_validator)
        return;
    m_validator->validate();
    m_showsAll = true;
    Q_EMIT problemsChanged();
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
