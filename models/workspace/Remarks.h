// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Change.h"
#include "payload/Pointer.h"

#include <QString>

#include <vector>

namespace marquee::payload {
class Document;
}

namespace marquee::workspace {

/// Something that the partner said of a place.
struct Remark
{
    payload::Pointer field; ///< may be absent from the document: the place at which it would stand
    QString message;
};

/// What the partner found wrong with a document. Keeps to its places while the document is edited, and is over where the place
/// itself was changed: whether it is right now, only the partner can say.
class Remarks
{
public:
    void set(const std::vector<Remark> &remarks, const payload::Document &document);
    void follow(const payload::Change &change);

    bool isEmpty() const { return m_places.empty(); }
    std::vector<Remark> all(const payload::Document &document) const;

private:
    struct Place
    {
        payload::Path path; ///< what stands
        std::vector<payload::Pointer::Token> absent; ///< and from there on doesn't
        QString message;
    };
    /// False where it is over.
    static bool follow(Place &place, const payload::ChangedPlace &change);

    std::vector<Place> m_places;
};

} // namespace marquee::workspace
