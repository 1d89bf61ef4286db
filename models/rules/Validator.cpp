// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Validator.h"

#include "catalog/Vocabularies.h"
#include "payload/Document.h"
#include "rules/AvailState.h"
#include "rules/PerformanceState.h"
#include "rules/Walker.h"
#include "rules/Wording.h"

#include <algorithm>

namespace marquee::rules {

using payload::ChangedPlace;
using payload::Path;
using payload::Value;

namespace {

bool startsWith(const Path &path, const Path &prefix)
{
    return path.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), path.begin());
}

} // namespace

Expected<Rulebook> Rulebook::load()
{
    auto catalog = catalog::Catalog::load();
    if (!catalog)
        return tl::unexpected(catalog.error());
    auto vocabularies = catalog::Vocabularies::load();
    if (!vocabularies)
        return tl::unexpected(vocabularies.error());
    return Rulebook{*catalog, *vocabularies, std::make_shared<const RuleSet>(*catalog)};
}

Validator::Validator(Rulebook rulebook, const payload::Document &document, Severities severities, Clock clock)
    : m_rulebook(std::move(rulebook))
    , m_document(document)
    , m_severities(std::move(severities))
    , m_clock(std::move(clock))
{
}

Validator::~Validator() = default;

void Validator::setReply(bool reply)
{
    m_reply = reply;
}

void Validator::setBatchVerb(std::optional<BatchVerb> verb)
{
    m_verb = verb;
}

void Validator::setSending(bool sending)
{
    m_sending = sending;
}

void Validator::setLastSequence(LastSequence lastSequence)
{
    m_lastSequence = std::move(lastSequence);
}

void Validator::setAskedIds(QStringList ids)
{
    m_askedIds = std::move(ids);
}

Context Validator::context() const
{
    return {*m_rulebook.catalog, *m_rulebook.vocabularies, m_document, m_kind, m_now, m_sending,
            m_lastSequence ? &m_lastSequence : nullptr, m_askedIds.isEmpty() ? nullptr : &m_askedIds};
}

void Validator::findParts()
{
    m_kind = kindOf(m_document.root());
    if (m_kind == DocumentKind::Avail && m_reply)
        m_kind = DocumentKind::AvailReply;
    m_parts.clear();
    if (m_kind != DocumentKind::Performance)
        findAvails();
    else if (m_document.root().indexOf("ShowTimeAnalytics") == 0)
        m_parts.push_back(std::make_unique<PerformanceState>(*m_rulebook.rules, m_severities, Path{0}));
}

void Validator::findAvails()
{
    const auto add = [this](const Value &holder, Path path) {
        const std::int64_t index = holder.indexOf("avail");
        if (index < 0 || !holder.at(static_cast<std::uint32_t>(index)).isObject())
            return;
        path.push_back(static_cast<std::uint32_t>(index));
        m_parts.push_back(std::make_unique<AvailState>(*m_rulebook.rules, m_severities, path));
    };
    const Value root = m_document.root();
    if (m_kind == DocumentKind::Avail || m_kind == DocumentKind::AvailReply)
        add(root, {});
    const bool isBatch = m_kind == DocumentKind::Batch;
    if (!isBatch && m_kind != DocumentKind::BatchReply)
        return;
    const std::int64_t list = root.indexOf(isBatch ? "requestItems" : "responseItems");
    const Value items = root.at(static_cast<std::uint32_t>(list));
    for (std::uint32_t i = 0; items.isArray() && i < items.size(); ++i) {
        const Value item = items.at(i);
        const std::int64_t body = item.indexOf("body");
        Path path{static_cast<std::uint32_t>(list), i};
        if (!isBatch) {
            add(item, path);
        } else if (body >= 0) {
            path.push_back(static_cast<std::uint32_t>(body));
            add(item.at(static_cast<std::uint32_t>(body)), path);
        }
    }
}

void Validator::checkAround()
{
    const Context context = this->context();
    const RuleSet &rules = *m_rulebook.rules;
    Report report(m_severities);
    const Value root = m_document.root();
    for (std::size_t i = 0; i < m_document.oddities().size(); ++i) {
        const payload::Oddity &oddity = m_document.oddities()[i];
        report.setPlace(m_document.pathAt(oddity.begin));
        report.add(*rules.oddity, static_cast<std::uint8_t>(oddity.kind), std::to_string(oddity.begin));
    }
    report.setPlace({});
    Walker walker(rules, context, report);
    if (m_kind == DocumentKind::Unknown) {
        report.add(*rules.unknownKind);
        if (root.isObject())
            walker.object(root, rules.unknown());
    } else {
        walker.leaveOut(rules.catalog().type(m_kind == DocumentKind::Performance ? "ShowTimeAnalytics" : "Avail"));
        walker.object(root, rules.compiled(rootTypeName(m_kind)));
    }
    if (m_kind == DocumentKind::Batch) {
        const auto list = static_cast<std::uint32_t>(root.indexOf("requestItems"));
        report.setPlace({list});
        const BatchFacts facts = BatchFacts::read(context, root.at(list), m_verb);
        for (const BatchRule *rule : rules.batch)
            rule->check(facts, report);
    }
    m_around = report.take();
    m_aroundCounts = {};
    for (const Problem &problem : m_around)
        m_aroundCounts.add(problem.severity);
}

void Validator::validate()
{
    m_now = m_clock();
    findParts();
    const Context context = this->context();
    for (const auto &part : m_parts)
        part->validate(context);
    checkAround();
}

PartState *Validator::partAt(const Path &path)
{
    for (const auto &part : m_parts) {
        if (startsWith(path, part->place()))
            return part.get();
    }
    return nullptr;
}

void Validator::update(const payload::Change &change)
{
    std::vector<PartState *> touched;
    for (const ChangedPlace &place : change.places) {
        PartState *part = place.root ? nullptr : partAt(place.container);
        if (!part ? !isAroundOnly(place) : !part->changed(place)) {
            validate();
            return;
        }
        if (part && std::find(touched.begin(), touched.end(), part) == touched.end())
            touched.push_back(part);
    }
    for (PartState *part : touched)
        part->settle(context());
    if (touched.empty() || m_kind == DocumentKind::Batch || !m_document.oddities().empty())
        checkAround();
}

bool Validator::isAroundOnly(const ChangedPlace &place) const
{
    if (place.kind != ChangedPlace::Kind::Set || place.root)
        return false;
    Path path = place.container;
    path.push_back(place.index);
    // A container may bring an avail of its own; a place that is gone by now was followed by something larger.
    const Value value = m_document.at(path);
    if (!value || value.isObject() || value.isArray())
        return false;
    return std::none_of(m_parts.begin(), m_parts.end(),
                        [&path](const auto &part) { return startsWith(part->place(), path); });
}

Counts Validator::counts() const
{
    Counts counts = m_aroundCounts;
    for (const auto &part : m_parts)
        counts += part->counts();
    return counts;
}

std::vector<Problem> Validator::problems(std::size_t most) const
{
    std::vector<Problem> problems = m_around;
    for (const auto &part : m_parts) {
        if (problems.size() < most)
            part->collect(problems, most);
    }
    std::stable_sort(problems.begin(), problems.end(), [](const Problem &a, const Problem &b) {
        return std::lexicographical_compare(a.path.begin(), a.path.end(), b.path.begin(), b.path.end());
    });
    if (problems.size() > most)
        problems.resize(most);
    return problems;
}

std::vector<Problem> Validator::problemsUnder(const Path &place) const
{
    std::vector<Problem> found;
    const auto take = [&](const std::vector<Problem> &problems) {
        std::copy_if(problems.begin(), problems.end(), std::back_inserter(found),
                     [&place](const Problem &problem) { return startsWith(problem.path, place); });
    };
    take(m_around);
    for (const auto &part : m_parts) {
        take(part->headProblems());
        const auto &list = part->listPlace();
        if (list && place.size() > list->size() && startsWith(place, *list)) {
            std::vector<Problem> inItem;
            part->collectItem(place[list->size()], inItem);
            take(inItem);
        } else if (list && startsWith(*list, place)) {
            std::vector<Problem> all;
            part->collect(all, std::numeric_limits<std::size_t>::max());
            found.clear();
            take(m_around);
            take(all);
        }
    }
    return found;
}

std::vector<Problem> Validator::problemsOutsideWindows() const
{
    std::vector<Problem> found = m_around;
    for (const auto &part : m_parts)
        found.insert(found.end(), part->headProblems().begin(), part->headProblems().end());
    return found;
}

Counts Validator::windowCounts(std::uint32_t window) const
{
    return m_kind == DocumentKind::Performance ? Counts() : itemCounts(window);
}

Counts Validator::performanceCounts(std::uint32_t performance) const
{
    return m_kind == DocumentKind::Performance ? itemCounts(performance) : Counts();
}

Counts Validator::itemCounts(std::uint32_t item) const
{
    return m_parts.empty() ? Counts() : m_parts.front()->itemCounts(item);
}

} // namespace marquee::rules
