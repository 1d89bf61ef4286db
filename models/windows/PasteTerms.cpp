// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/PasteTerms.h"

#include "payload/Document.h"
#include "rules/FieldEdits.h"
#include "windows/Content.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace marquee::windows {

using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

/// Gives one window after another the terms.
class Pasting
{
public:
    Pasting(const rules::Context &context, const TermList &given, TermsMode mode)
        : m_context(context)
        , m_given(given)
        , m_mode(mode)
    {
        for (const WrittenTerm &term : given.terms)
            plan.terms.push_back({term.name, term.words});
    }

    void window(std::uint32_t row)
    {
        const Value list = windowAt(m_context, row).member("Terms");
        const Pointer at = placeOf(row).child("Terms");
        if (list && !list.isArray() && m_mode == TermsMode::Merge) {
            ++m_unreadable;
            return;
        }
        const std::size_t before = plan.edits.size();
        const std::vector<std::uint32_t> places = match(list);
        if (m_mode == TermsMode::Replace || !list)
            wholeList(list, at, places);
        else
            oneByOne(list, at, places);
        plan.edits.size() > before ? ++plan.changed : ++plan.same;
    }

    TermsPlan finished()
    {
        if (m_unreadable > 0)
            plan.remarks << QCoreApplication::translate("Windows",
                "The terms of %n window(s) aren't a list; they are left as they are.", nullptr, m_unreadable);
        if (m_twice > 0)
            plan.remarks << QCoreApplication::translate("Windows",
                "%n window(s) have one of these terms more than once; the first of them changes.", nullptr, m_twice);
        return std::move(plan);
    }

    TermsPlan plan;

private:
    static constexpr std::uint32_t None = static_cast<std::uint32_t>(-1);

    /// For each given term the place of the one in the window that it meets. What has no counterpart is counted.
    std::vector<std::uint32_t> match(const Value &list)
    {
        std::map<std::string, std::vector<std::uint32_t>> standing;
        for (std::uint32_t i = 0; i < list.size(); ++i)
            standing[list.at(i).member("_termName").string()].push_back(i);
        std::map<std::string, std::size_t> used;
        std::vector<std::uint32_t> places;
        for (const WrittenTerm &term : m_given.terms) {
            const auto &those = standing[term.name];
            const std::size_t next = used[term.name]++;
            places.push_back(next < those.size() ? those[next] : None);
        }
        bool isTwice = false;
        for (const auto &[name, those] : standing) {
            const std::size_t met = used.count(name) > 0 ? used[name] : 0;
            if (those.size() <= met)
                continue;
            if (m_mode == TermsMode::Replace)
                outcome(name).removed += static_cast<int>(those.size() - met);
            else
                isTwice = isTwice || met > 0;
        }
        m_twice += isTwice ? 1 : 0;
        return places;
    }

    /// Of a term that only goes.
    TermOutcome &outcome(const std::string &name)
    {
        const auto found = std::find_if(plan.terms.begin() + static_cast<std::ptrdiff_t>(m_given.terms.size()),
            plan.terms.end(), [&](const TermOutcome &one) { return one.name == name; });
        if (found != plan.terms.end())
            return *found;
        plan.terms.push_back({name, {}});
        return plan.terms.back();
    }

    bool count(std::size_t term, const Value &stands)
    {
        TermOutcome &one = plan.terms[term];
        if (!stands) {
            ++one.added;
            return true;
        }
        const bool isSame = contentOf(stands) == m_given.terms[term].content;
        ++(isSame ? one.same : one.changed);
        return !isSame;
    }

    void wholeList(const Value &list, const Pointer &at, const std::vector<std::uint32_t> &places)
    {
        bool isOther = list.size() != m_given.terms.size();
        for (std::size_t i = 0; i < m_given.terms.size(); ++i) {
            isOther = isOther || places[i] != i;
            const bool differs = count(i, places[i] == None ? Value() : list.at(places[i]));
            isOther = isOther || differs;
        }
        if (isOther)
            plan.edits.push_back(rules::placeValue(m_context, at, m_given.json));
    }

    void oneByOne(const Value &list, const Pointer &at, const std::vector<std::uint32_t> &places)
    {
        for (std::size_t i = 0; i < m_given.terms.size(); ++i) {
            const std::uint32_t place = places[i];
            if (!count(i, place == None ? Value() : list.at(place)))
                continue;
            plan.edits.push_back(place == None ? Edit::insertItem(at, m_given.terms[i].json)
                                               : Edit::set(at.child(place), m_given.terms[i].json));
        }
    }

    const rules::Context &m_context;
    const TermList &m_given;
    TermsMode m_mode;
    int m_unreadable = 0;
    int m_twice = 0;
};

} // namespace

Expected<TermsPlan> pasteTerms(const rules::Context &context, const Rows &rows, const TermList &terms, TermsMode mode)
{
    const Rows those = standing(context, rows);
    if (those.empty())
        return tl::unexpected(noWindows());
    Pasting pasting(context, terms, mode);
    for (const std::uint32_t row : those)
        pasting.window(row);
    return pasting.finished();
}

} // namespace marquee::windows
