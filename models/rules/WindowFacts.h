// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalog.h"
#include "payload/Value.h"
#include "rules/Context.h"
#include "rules/Places.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace marquee::rules {

/// One entry of a language list.
struct LanguageFact
{
    std::uint32_t item; ///< its place in the list
    std::string_view tag;
    std::string_view asset; ///< "_asset"; empty where absent
};

/// One term of a window.
struct TermFact
{
    std::uint32_t item = 0; ///< its place in Terms
    std::string_view name;
    const catalog::TermDefinition *definition = nullptr; ///< null for a name that the catalogue doesn't know
    int valueMember = -1; ///< the member that carries the first value, -1 for none
    int values = 0; ///< how many value members stand
    catalog::TermKind kind = catalog::TermKind::Other; ///< of the first value
    payload::Value value; ///< the first value

    std::string_view text; ///< what the value says, where it is a scalar
    std::string_view amount; ///< Money: the digits
    std::string_view currency; ///< Money: "_currency"
    std::optional<std::int64_t> date; ///< Event: seconds since 1970, UTC; a date without time is its midnight
    bool hasValue() const { return valueMember >= 0; }
};

/// A member of the window, by its place: -1 where it doesn't stand.
struct MemberFact
{
    int member = -1;
    std::string_view text; ///< of a scalar, or of the "value" inside (FormatProfile)
    bool stands() const { return member >= 0; }
    explicit operator bool() const { return !text.empty(); }
};

/// What the rules ask of the avail around a window.
struct AvailSetting
{
    std::string entryType; ///< "" where there is none
    bool reply = false; ///< came from a partner
    friend bool operator==(const AvailSetting &, const AvailSetting &) = default;
};

/// What stands in one window, taken from the tree once for all window rules. The texts point into the document; they
/// hold until its next edit.
class WindowFacts
{
public:
    explicit WindowFacts(const catalog::Catalog &catalog);

    /// Takes another window. `place.fields` are those of the type Transaction.
    void read(const ObjectPlace &place, const AvailSetting &avail);

    const Context &context() const { return *m_context; }
    const AvailSetting &avail() const { return *m_avail; }
    payload::Value window;

    MemberFact id, licence, territory, format, start, end, contract;
    MemberFact assetLanguage, allowedLanguage, holdbackLanguage, terms; ///< their text is empty: look at the lists
    std::vector<std::string_view> territories; ///< each item's country
    std::optional<std::int64_t> startTime; ///< seconds since 1970, UTC; nothing where it isn't a date-time
    std::optional<std::int64_t> endTime;
    std::vector<LanguageFact> assetLanguages, allowedLanguages, holdbackLanguages;
    std::vector<TermFact> termList;

    const TermFact *term(std::string_view name) const; ///< the first of that name, null where none stands
    int termCount(std::string_view name) const;
    bool licenceIs(std::initializer_list<std::string_view> any) const;

private:
    std::string_view keep(const payload::Value &value);
    std::string_view scalar(const payload::Value &value);
    void readTerritories(const payload::Value &list);
    void readLanguages(const payload::Value &list, std::vector<LanguageFact> &languages);
    void readTerms(const payload::Value &list);

    struct Fields
    {
        int id, licence, territory, format, start, end, contract, asset, allowed, holdback, terms;
    };
    const catalog::Catalog &m_catalog;
    const catalog::ObjectType *m_termType;
    Fields m_fields;
    const Context *m_context = nullptr;
    const AvailSetting *m_avail = nullptr;
    std::deque<std::string> m_kept; ///< texts that don't stand in the document in one piece: escapes
};

} // namespace marquee::rules
