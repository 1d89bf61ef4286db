// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/Query.h"

namespace marquee::query {

/// XPath 1.0 over the text of an XML document, by libxml2: nothing is fetched, no entity is taken in, no document type
/// is read. Elements, attributes and texts that it selects come as the places of the payload's own tree, in the text's
/// order; what that tree doesn't hold (comments, blanks, namespaces) as the element around it. A text that stands alone
/// in an element is that element's place. Prefixes are those that the document declares. Any thread.
Expected<Found> selectXPath(const payload::Document &document, const QString &query, const SelectOptions &options);

Expected<void> checkXPath(const QString &query);

} // namespace marquee::query
