// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Change.h"
#include "payload/Edit.h"
#include "payload/Error.h"
#include "payload/JsonLayout.h"
#include "payload/Operation.h"
#include "payload/Pointer.h"
#include "payload/ReadTree.h"
#include "payload/Text.h"
#include "payload/Tree.h"
#include "payload/Value.h"
#include "payload/XmlLayout.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace marquee::payload {

/// How an edit is to be remembered.
struct EditOptions
{
    QString caption; ///< what the Undo menu calls it
    /// Edits that follow each other with the same key are one step: typing in one field. Empty: a step of its own.
    QString mergeKey;
};

/// One payload: its text, which is the truth, the tree that lies over it, and what was done to it.
///
/// `apply` is the only way to change one. The cost of an edit is that of what it touches: the value's own bytes, and the
/// siblings behind it on each level up. Not thread-safe; may be made on one thread and then used on another.
class Document
{
public:
    /// Reads a payload: XML where the first thing in it is a `<`, else JSON. Errors as readJson and readXml: the text isn't
    /// well-formed, isn't UTF-8, is too deep or too large, or uses entities.
    static Expected<std::unique_ptr<Document>> read(QByteArray bytes);

    ~Document();
    Document(const Document &) = delete;
    Document &operator=(const Document &) = delete;

    const Text &text() const { return m_text; }
    Value root() const { return {m_text, m_tree.root, m_tree.root.offset}; }
    bool isXml() const { return m_tree.root.isXml(); }
    /// What each level is indented by.
    const std::string &indent() const { return isXml() ? m_xmlStyle.unit : m_style.unit; }
    /// What was read past although it doesn't belong in a payload (PL004).
    const std::vector<Oddity> &oddities() const { return m_oddities; }

    Value find(const Pointer &pointer) const; ///< nothing where there is no such place
    Value at(const Path &path) const;
    std::optional<Path> pathOf(const Pointer &pointer) const;
    Pointer pointerTo(const Path &path) const;
    /// The innermost value, or member, whose text holds that offset. The root for what stands outside of it.
    Path pathAt(std::uint32_t offset) const;

    /// Does all of the edits, or, where one of them can't be done, none. True where the text changed: an edit that changes
    /// nothing (the same JSON, or text that says the same with other escapes) is dropped. Errors: NotFound (no such
    /// place), Malformed (the JSON isn't), Invalid (an item into an object and the like, or what XML can't say).
    Expected<bool> apply(std::span<const Edit> edits, const EditOptions &options = {});
    Expected<bool> apply(const Edit &edit, const EditOptions &options = {});

    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_steps.size(); }
    QString undoCaption() const;
    QString redoCaption() const;
    void undo();
    void redo();
    /// The steps that stand, oldest first: what autosave and the list of changes read.
    std::span<const Step> steps() const { return {m_steps.data(), m_done}; }
    /// The next edit begins a step of its own, whatever its key: the field was left.
    void endMerging();

    bool isModified() const { return state() != m_saved; }
    /// The text as it stands has been written; Undo back to here is unmodified again.
    void markSaved() { markSaved(state()); }
    /// The same for an earlier text, which was written while editing went on.
    void markSaved(std::uint64_t state);
    /// Not as it was read or saved, from the start: a new document, one that was recovered.
    void markNeverSaved();
    /// Names the present text: equal where undo or redo came back to the same one.
    std::uint64_t state() const { return m_done == 0 ? m_base : m_steps[m_done - 1].state; }

    using Listener = std::function<void(const Change &)>;
    /// Called after every change, on this document's thread. Returns a token for removeListener.
    int addListener(Listener listener);
    void removeListener(int token);

private:
    Document(QByteArray bytes, ReadTree tree);
    static Expected<ReadTree> readTree(std::string_view text);

    Expected<std::vector<Operation>> plan(const Edit &edit);
    Expected<std::vector<Operation>> planContainerEdit(const Edit &edit, const Path &path);
    Expected<std::vector<Operation>> planInXml(const Edit &edit, const Path &path) const;
    Expected<Operation> putBack(const Edit &move, const Operation &taken) const;
    Expected<Slot> readFresh(const Operation &operation);
    bool changesNothing(const Edit &edit) const;
    Expected<bool> perform(const Operation &operation);
    Expected<void> readAgain();
    void findStyle();
    void performAll(std::span<const Operation> operations);
    void shift(const Path &path, std::int64_t delta);
    void shiftOddities(const Splice &splice);
    Slot &slotAt(const Path &path);
    std::uint32_t beginOf(const Path &path) const;
    void remember(std::vector<Operation> operations, std::vector<Edit> edits, const EditOptions &options);
    bool mergeInto(Step &step, std::vector<Operation> &operations, std::vector<Edit> &edits);
    void tell(std::span<const Operation> operations);

    Text m_text;
    Tree m_tree;
    JsonStyle m_style; ///< of JSON
    XmlStyle m_xmlStyle; ///< of XML
    std::vector<Oddity> m_oddities;

    std::vector<Step> m_steps;
    std::size_t m_done = 0; ///< steps that stand; those behind it were undone
    std::uint64_t m_base = 1; ///< state before the first step
    std::uint64_t m_lastState = 1;
    std::uint64_t m_saved = 1;
    bool m_merging = false;

    std::vector<std::pair<int, Listener>> m_listeners;
    int m_lastListener = 0;
};

} // namespace marquee::payload
