// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Change.h"
#include "rules/Validator.h"
#include "timeline/Layout.h"

#include <cstdint>
#include <vector>

namespace marquee::timeline {

/// The windows of an avail as bars, in step with its document: an edit inside a window reads that window again, and
/// lanes are laid out when somebody asks. Of the document's thread.
class Timeline
{
public:
    /// Null for none. Validator and its document have to outlive this, or be taken away first.
    void setValidator(const rules::Validator *validator);

    Grouping grouping() const { return m_grouping; }
    void setGrouping(Grouping grouping);

    /// The document changed, and validation has followed.
    void follow(const payload::Change &change);
    /// Problems may be others without a change: a rule was muted.
    void problemsChanged() { m_laidOut = false; }

    /// Up to date; void after the next call of anything that isn't const.
    const Layout &layout();
    const std::vector<WindowTimes> &windows();

private:
    void readWindows();
    std::vector<bool> markedAmong(const std::vector<std::uint32_t> &windows) const;

    const rules::Validator *m_validator = nullptr;
    Grouping m_grouping = Grouping::TerritoryLicenceFormat;
    std::vector<WindowTimes> m_windows;
    std::vector<std::uint32_t> m_touched; ///< to be read again
    bool m_allTouched = true;
    Layout m_layout;
    bool m_laidOut = false;
};

} // namespace marquee::timeline
