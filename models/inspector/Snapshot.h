// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"

#include <memory>

namespace marquee::inspector {

/// A payload for one thread to read: the tree is shared, the text is a copy of its own, which costs a list of blocks. A
/// Text remembers where it was read last, so that two threads may not read the same one.
struct Snapshot
{
    Snapshot() = default;
    explicit Snapshot(std::shared_ptr<const payload::Document> read)
        : document(std::move(read))
        , text(document ? document->text() : payload::Text())
    {
    }

    explicit operator bool() const { return document != nullptr; }
    bool isXml() const { return document && document->isXml(); }
    /// Nothing where there is no document. Void when the snapshot goes.
    payload::Value root() const
    {
        if (!document)
            return {};
        const payload::Value there = document->root();
        return {text, *there.slot(), there.begin()};
    }

    std::shared_ptr<const payload::Document> document; ///< doesn't change any more
    payload::Text text;
};

} // namespace marquee::inspector
