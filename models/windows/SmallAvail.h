// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "rules/Context.h"

#include <memory>
#include <string>

namespace marquee::windows {

/// One window alone in an avail of its own, to be changed there: its place is /avail/Transaction/0.
class SmallAvail
{
public:
    /// `window`: the JSON of one window, as it stands in a document.
    SmallAvail(const rules::Context &around, const std::string &window);

    payload::Value window() const;
    const payload::Document &document() const { return *m_document; }
    static payload::Pointer place(); ///< /avail/Transaction/0

    /// A field of the window has a value, whatever is missing on the way to it made where the catalogue puts it.
    Expected<bool> put(const payload::Pointer &field, const std::string &json);
    Expected<bool> apply(const payload::Edit &edit) { return m_document->apply(edit); }
    /// A field is absent, and what would be left empty around it, but for the window itself.
    void takeAway(const payload::Pointer &field);
    void setId(const std::string &id);

    std::string json() const { return window().raw(); }
    /// What was done, said of the window that stands there in the document around.
    std::vector<payload::Edit> editsFor(std::uint32_t row) const;

private:
    std::unique_ptr<payload::Document> m_document;
    rules::Context m_context;
};

} // namespace marquee::windows
