// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"
#include "query/Query.h"

#include <memory>

namespace marquee::query {

struct PathExpression;

/// A JSONPath, read and found to be well-formed and well-typed: RFC 9535, whole. A value; any thread.
///
/// Where a payload says more than JSON of the RFC: members of one name are all visited, in their order; a singular
/// query that is compared means the first of them. Numbers are compared by their digits. Of XML, elements and
/// attributes are what payload::Value says they are, and every scalar is a string.
class JsonPath
{
public:
    /// Nothing but the query itself: blanks around it are an error, as the RFC has it. Errors: Invalid, with the
    /// character.
    static Expected<JsonPath> parse(const QString &text);

    /// Visits in place, nothing is copied but the paths that are kept.
    Found select(const payload::Value &root, const SelectOptions &options = {}) const;
    /// Names and indexes alone: it finds one value or none.
    bool isSingular() const;

private:
    std::shared_ptr<const PathExpression> m_path;
    QString m_note;
};

} // namespace marquee::query
