// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalog.h"
#include "rules/Rule.h"
#include "rules/Report.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace marquee::rules {

/// The rules of one catalogue type, sorted out once: which fields have which rules, and which type stands below which field.
struct CompiledType
{
    const catalog::ObjectType *type = nullptr;
    std::vector<std::vector<const ValueRule *>> valueRules; ///< by field
    std::vector<const CompiledType *> below; ///< by field; null for scalars
    std::vector<const ObjectRule *> objectRules;
};

/// All rules, and which of them looks at what. Immutable after making: any thread.
class RuleSet
{
public:
    /// Every rule of this program, for that catalogue.
    explicit RuleSet(std::shared_ptr<const catalog::Catalog> catalog);
    ~RuleSet();

    const catalog::Catalog &catalog() const { return *m_catalog; }
    const std::vector<std::unique_ptr<Rule>> &all() const { return m_all; } ///< by id
    const Rule *find(std::string_view id) const; ///< null where there is none

    const CompiledType &compiled(std::string_view type) const;
    /// For objects that the catalogue doesn't know.
    const CompiledType &unknown() const { return m_unknown; }

    std::vector<const WindowRule *> window;
    std::vector<const AvailRule *> avail;
    std::vector<const AcrossWindowsRule *> across;
    std::vector<const BatchRule *> batch;
    std::vector<const MessageRule *> message;
    std::vector<const AcrossPerformancesRule *> acrossPerformances;
    const Rule *wrongType = nullptr; ///< AV002: the walk itself finds it, because no other rule may look then
    const Rule *oddity = nullptr; ///< PL004
    const Rule *unknownKind = nullptr; ///< PL006

    /// The rule that speaks of a text that isn't a payload: PL001, PL003 or PL005.
    const Rule &ruleFor(Error::Code code) const;

private:
    void compile();
    CompiledType &compileType(const catalog::ObjectType &type);

    std::shared_ptr<const catalog::Catalog> m_catalog;
    std::vector<std::unique_ptr<Rule>> m_all;
    std::map<const catalog::ObjectType *, CompiledType> m_types;
    CompiledType m_unknown;
};

/// Reads what a workspace says of single rules ("off", "hint", "warning", "error") by their ids. Ids that are unknown or
/// can't be changed, and other words, come back as sentences for the user.
std::vector<QString> readSeverities(const std::map<std::string, std::string> &overrides, const RuleSet &rules,
                                    Severities &severities);

/// "error", "warning", "hint".
QLatin1StringView severityName(Severity severity);

} // namespace marquee::rules
