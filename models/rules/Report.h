// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Problem.h"

#include <initializer_list>
#include <string>
#include <unordered_map>
#include <vector>

namespace marquee::rules {

/// What a workspace says about the severity of single rules; the rule's own where it says nothing.
class Severities
{
public:
    /// False, and nothing changed, for a rule that can't be muted.
    bool set(const Rule &rule, Severity severity);
    bool mute(const Rule &rule);

    bool isMuted(const Rule &rule) const;
    Severity of(const Rule &rule, Severity own) const;
    bool isEmpty() const { return m_changed.empty(); }

private:
    struct Change
    {
        bool muted = false;
        Severity severity = Severity::Error;
    };
    std::unordered_map<const Rule *, Change> m_changed;
};

/// Where rules put what they find. The walker says at which place they are looking.
class Report
{
public:
    explicit Report(const Severities &severities)
        : m_severities(&severities)
    {
    }

    /// A problem at the present place, or, with steps, at a child below it (by position among its siblings).
    void add(const Rule &rule, Severity severity, std::uint8_t variant = 0, std::string detail = {},
             std::string other = {}, std::initializer_list<std::uint32_t> steps = {});
    /// The same with the severity that the rule says of itself.
    void add(const Rule &rule, std::uint8_t variant = 0, std::string detail = {}, std::string other = {},
             std::initializer_list<std::uint32_t> steps = {});

    void enter(std::uint32_t child) { m_place.push_back(child); }
    void leave() { m_place.pop_back(); }
    void setPlace(const payload::Path &place) { m_place = place; }
    const payload::Path &place() const { return m_place; }

    const std::vector<Problem> &problems() const { return m_problems; }
    std::vector<Problem> take() { return std::move(m_problems); }
    const Severities &severities() const { return *m_severities; }

private:
    const Severities *m_severities;
    payload::Path m_place;
    std::vector<Problem> m_problems;
};

} // namespace marquee::rules
