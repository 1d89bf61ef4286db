// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleSet.h"

#include "rules/AllRules.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::rules {

using namespace Qt::StringLiterals;

RuleSet::RuleSet(std::shared_ptr<const catalog::Catalog> catalog)
    : m_catalog(std::move(catalog))
    , m_all(makeAllRules())
{
    std::sort(m_all.begin(), m_all.end(), [](const auto &a, const auto &b) {
        return std::string_view(a->info().id) < std::string_view(b->info().id);
    });
    compile();
}

RuleSet::~RuleSet() = default;

const Rule *RuleSet::find(std::string_view id) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [id](const auto &rule) { return rule->info().id == id; });
    return found == m_all.end() ? nullptr : found->get();
}

void RuleSet::compile()
{
    for (const auto &rule : m_all) {
        if (const auto *one = dynamic_cast<const WindowRule *>(rule.get()))
            window.push_back(one);
        else if (const auto *head = dynamic_cast<const AvailRule *>(rule.get()))
            avail.push_back(head);
        else if (const auto *many = dynamic_cast<const AcrossWindowsRule *>(rule.get()))
            across.push_back(many);
        else if (const auto *items = dynamic_cast<const BatchRule *>(rule.get()))
            batch.push_back(items);
        else if (const auto *whole = dynamic_cast<const MessageRule *>(rule.get()))
            message.push_back(whole);
        else if (const auto *performances = dynamic_cast<const AcrossPerformancesRule *>(rule.get()))
            acrossPerformances.push_back(performances);
        else if (const auto *object = dynamic_cast<const ObjectRule *>(rule.get()); object && object->appliesTo(nullptr))
            m_unknown.objectRules.push_back(object);
    }
    wrongType = find("AV002");
    oddity = find("PL004");
    unknownKind = find("PL006");
    for (const char *root : {"AvailDocument", "AvailReply", "Batch", "BatchReply", "Outcome", "ShowTimeAnalyticsDocument",
                             "ShowTimeAnalyticsResponseDocument", "PlainElement", "ProductionQuery", "ProductionIds", "ProductionReply"})
        compileType(*m_catalog->type(root));
}

CompiledType &RuleSet::compileType(const catalog::ObjectType &type)
{
    const auto [entry, isNew] = m_types.try_emplace(&type);
    CompiledType &compiled = entry->second;
    if (!isNew)
        return compiled;
    compiled.type = &type;
    compiled.valueRules.resize(type.fields.size());
    compiled.below.resize(type.fields.size());
    for (const auto &rule : m_all) {
        if (rule->family().value_or(type.family) != type.family)
            continue;
        if (const auto *object = dynamic_cast<const ObjectRule *>(rule.get()); object && object->appliesTo(&type))
            compiled.objectRules.push_back(object);
        const auto *value = dynamic_cast<const ValueRule *>(rule.get());
        for (std::size_t i = 0; value && i < type.fields.size(); ++i) {
            if (type.fields[i].type != catalog::FieldType::Object && value->appliesTo(type.fields[i]))
                compiled.valueRules[i].push_back(value);
        }
    }
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        if (type.fields[i].object)
            compiled.below[i] = &compileType(*type.fields[i].object);
    }
    return compiled;
}

const CompiledType &RuleSet::compiled(std::string_view type) const
{
    const auto found = m_types.find(m_catalog->type(type));
    return found == m_types.end() ? m_unknown : found->second;
}

const Rule &RuleSet::ruleFor(Error::Code code) const
{
    return *find(code == Error::Code::NotUtf8 ? "PL003" : code == Error::Code::TooDeep || code == Error::Code::UsesEntities ? "PL005" : "PL001");
}

std::vector<QString> readSeverities(const std::map<std::string, std::string> &overrides, const RuleSet &rules,
                                    Severities &severities)
{
    std::vector<QString> refused;
    for (const auto &[id, word] : overrides) {
        const QString name = QString::fromStdString(id);
        const Rule *rule = rules.find(id);
        bool taken = true;
        if (!rule)
            refused.push_back(QCoreApplication::translate("RuleSet", "There is no rule %1.").arg(name));
        else if (word == "off")
            taken = severities.mute(*rule);
        else if (word == "error" || word == "warning" || word == "hint")
            taken = severities.set(*rule, word == "error" ? Severity::Error
                                          : word == "warning" ? Severity::Warning
                                                              : Severity::Hint);
        else
            refused.push_back(QCoreApplication::translate("RuleSet", "%1 can be off, hint, warning or error, not “%2”.")
                                  .arg(name, QString::fromStdString(word)));
        if (!taken)
            refused.push_back(QCoreApplication::translate("RuleSet", "%1 is about the format itself and can't be changed.")
                                  .arg(name));
    }
    return refused;
}

QLatin1StringView severityName(Severity severity)
{
    return severity == Severity::Error ? "error"_L1 : severity == Severity::Warning ? "warning"_L1 : "hint"_L1;
}

} // namespace marquee::rules
