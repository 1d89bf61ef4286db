// SPDX-License-Identifier: GPL-3.0-or-later
// What was done to a document: its steps, back and forth, and who is told.
#include "payload/Document.h"

#include "payload/TextSplice.h"

#include <algorithm>

namespace marquee::payload {

bool Document::mergeInto(Step &step, std::vector<Operation> &operations, std::vector<Edit> &edits)
{
    Operation &last = step.operations.back();
    Operation &next = operations.front();
    const Edit &lastEdit = step.edits.back();
    const bool sameEdit = lastEdit.kind == edits.front().kind && lastEdit.pointer == edits.front().pointer;
    const bool sameValue = operations.size() == 1 && sameEdit && lastEdit.kind == Edit::Kind::Set
        && last.place.kind == ChangedPlace::Kind::Set && next.place.kind == ChangedPlace::Kind::Set && last.place.container == next.place.container
        && last.place.index == next.place.index && last.place.root == next.place.root;
    const bool isText = operations.size() == 1 && sameEdit && lastEdit.kind == Edit::Kind::Text;
    if (sameValue) {
        last.splice.inserted = std::move(next.splice.inserted);
        step.edits.back().after = std::move(edits.front().after);
    } else if (isText && joinInto(last.splice, next.splice, m_text)) {
        step.edits.back() = Edit::text(last.splice);
    } else {
        std::move(operations.begin(), operations.end(), std::back_inserter(step.operations));
        std::move(edits.begin(), edits.end(), std::back_inserter(step.edits));
    }
    // Typed and taken back: the step is gone as if it had never been.
    return step.operations.size() == 1 && (sameValue || isText) && last.splice.inserted == last.splice.removed;
}

void Document::remember(std::vector<Operation> operations, std::vector<Edit> edits, const EditOptions &options)
{
    m_steps.resize(m_done);
    const bool merges = m_merging && m_done > 0 && !options.mergeKey.isEmpty()
        && m_steps.back().mergeKey == options.mergeKey;
    if (merges) {
        if (mergeInto(m_steps.back(), operations, edits)) {
            m_steps.pop_back();
            --m_done;
            m_merging = false;
            return;
        }
        m_steps.back().state = ++m_lastState;
        return;
    }
    m_steps.push_back({options.caption, options.mergeKey, std::move(operations), std::move(edits), ++m_lastState});
    m_done = m_steps.size();
    m_merging = true;
}

/// What was done before: it can be done again. Text that changes again at once isn't read in between.
void Document::performAll(std::span<const Operation> operations)
{
    for (std::size_t i = 0; i < operations.size(); ++i) {
        const Operation &operation = operations[i];
        const bool isText = operation.place.kind == ChangedPlace::Kind::Whole;
        if (isText && i + 1 < operations.size() && operations[i + 1].place.kind == ChangedPlace::Kind::Whole)
            m_text.replace(operation.splice.offset, static_cast<std::uint32_t>(operation.splice.removed.size()), operation.splice.inserted);
        else
            perform(operation);
    }
}

void Document::undo()
{
    if (!canUndo())
        return;
    m_merging = false;
    std::vector<Operation> operations;
    const Step &step = m_steps[m_done - 1];
    for (auto it = step.operations.rbegin(); it != step.operations.rend(); ++it)
        operations.push_back(it->opposite());
    performAll(operations);
    --m_done;
    tell(operations);
}

void Document::redo()
{
    if (!canRedo())
        return;
    m_merging = false;
    const std::vector<Operation> operations = m_steps[m_done].operations;
    performAll(operations);
    ++m_done;
    tell(operations);
}

QString Document::undoCaption() const
{
    return canUndo() ? m_steps[m_done - 1].caption : QString();
}

QString Document::redoCaption() const
{
    return canRedo() ? m_steps[m_done].caption : QString();
}

void Document::endMerging()
{
    m_merging = false;
}

void Document::markSaved(std::uint64_t saved)
{
    m_saved = saved;
    m_merging = false;
}

void Document::markNeverSaved()
{
    m_saved = 0;
}

int Document::addListener(Listener listener)
{
    m_listeners.emplace_back(++m_lastListener, std::move(listener));
    return m_lastListener;
}

void Document::removeListener(int token)
{
    std::erase_if(m_listeners, [token](const auto &entry) { return entry.first == token; });
}

void Document::tell(std::span<const Operation> operations)
{
    if (m_listeners.empty())
        return;
    Change change;
    for (const Operation &operation : operations) {
        change.places.push_back(operation.place);
        change.splices.push_back(operation.splice);
    }
    const auto listeners = m_listeners;
    for (const auto &[token, listener] : listeners)
        listener(change);
}

} // namespace marquee::payload
