// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Edit.h"
#include "rules/Problem.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace marquee::catalog {
enum class Family : std::uint8_t;
struct Field;
struct ObjectType;
}

namespace marquee::rules {

struct Context;
struct ObjectPlace;
struct ValuePlace;
struct AvailFacts;
struct BatchFacts;
struct MessageFacts;
class WindowFacts;
class PerformanceIndex;
class Report;
class WindowIndex;

/// What is checked again after an edit.
enum class Scope : std::uint8_t { Value, Object, Window, Document, Batch };

/// What a rule says about itself. The texts are English, marked for translation in the context "rules".
struct RuleInfo
{
    const char *id; ///< never changes: "AV101"
    Severity severity; ///< the highest that it reports; single problems may be milder
    Scope scope;
    bool mutable_; ///< false: a workspace can neither mute it nor change its severity
    const char *title; ///< what it finds, in a few words
    const char *why; ///< one sentence
    const char *source; ///< where this is said
};

/// What takes a document apart: the edits that leave its first part, and the texts of the others.
struct Split
{
    std::vector<payload::Edit> edits;
    std::vector<QByteArray> documents;
};

/// A way to put a problem right: one undo step.
struct Fix
{
    QString id; ///< stable within its rule: "swap"
    QString title; ///< what the button says
    std::vector<payload::Edit> edits;
    /// Set instead of edits where it is much, or makes further documents. Asked when it is to be done.
    std::function<Split(const Context &)> split;

    /// What it does to the document as it stands.
    Split steps(const Context &context) const { return split ? split(context) : Split{edits, {}}; }
};

/// One thing that validation finds. Rules are immutable and shared; they live alone, each in its file, and know neither
/// each other nor the Validator.
class Rule
{
public:
    explicit Rule(const RuleInfo &info)
        : m_info(info)
    {
    }
    virtual ~Rule() = default;
    Rule(const Rule &) = delete;
    Rule &operator=(const Rule &) = delete;

    const RuleInfo &info() const { return m_info; }
    /// Whose types it looks at, told by the letters of its id; nothing for rules over any payload (PL…).
    std::optional<catalog::Family> family() const;
    QString title() const;
    QString why() const;
    QString source() const;

    /// What to tell the user about a problem that this rule reported. Made when it is shown, not when it is found.
    virtual QString message(const Problem &problem, const Context &context) const = 0;
    /// The field in which the user puts it right, and so where the cursor goes: the problem's own place, or, where
    /// something is missing, the place at which it would stand.
    virtual payload::Pointer field(const Problem &problem, const Context &context) const;
    /// What can be done about it; nothing where there is no sound way. `problem.path` is from the document's root.
    virtual std::vector<Fix> fixes(const Problem &problem, const Context &context) const;

private:
    const RuleInfo m_info;
};

/// Looks at one scalar whose JSON type is right.
class ValueRule : public Rule
{
public:
    using Rule::Rule;
    virtual bool appliesTo(const catalog::Field &field) const = 0;
    virtual void check(const ValuePlace &place, Report &report) const = 0;
};

/// Looks at the members of one object, or (PL002) of any object.
class ObjectRule : public Rule
{
public:
    using Rule::Rule;
    /// `type` is null for objects that the catalogue doesn't know.
    virtual bool appliesTo(const catalog::ObjectType *type) const = 0;
    virtual void check(const ObjectPlace &place, Report &report) const = 0;
};

/// Looks at one window: across its fields and terms.
class WindowRule : public Rule
{
public:
    using Rule::Rule;
    virtual void check(const WindowFacts &window, Report &report) const = 0;
};

/// Looks at an avail's own fields, outside of its windows.
class AvailRule : public Rule
{
public:
    using Rule::Rule;
    virtual void check(const AvailFacts &avail, Report &report) const = 0;
};

/// Looks at all windows of an avail together, and keeps up with single changes.
class AcrossWindowsRule : public Rule
{
public:
    using Rule::Rule;
    virtual std::unique_ptr<WindowIndex> makeIndex() const = 0;
};

/// Looks at a performance message as a whole: its size, its number.
class MessageRule : public Rule
{
public:
    using Rule::Rule;
    virtual void check(const MessageFacts &message, Report &report) const = 0;
};

/// Looks at all performances of a message together, and keeps up with single changes.
class AcrossPerformancesRule : public Rule
{
public:
    using Rule::Rule;
    virtual std::unique_ptr<PerformanceIndex> makeIndex() const = 0;
};

/// Looks at the items of a batch together.
class BatchRule : public Rule
{
public:
    using Rule::Rule;
    virtual void check(const BatchFacts &batch, Report &report) const = 0;
};

} // namespace marquee::rules
