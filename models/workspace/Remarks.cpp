// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/Remarks.h"

#include "payload/Document.h"

#include <algorithm>

namespace marquee::workspace {

using payload::ChangedPlace;
using payload::Pointer;

void Remarks::set(const std::vector<Remark> &remarks, const payload::Document &document)
{
    m_places.clear();
    for (const Remark &remark : remarks) {
        Place place;
        place.message = remark.message;
        Pointer stands = remark.field;
        auto path = document.pathOf(stands);
        while (!path && !stands.isRoot()) {
            place.absent.insert(place.absent.begin(), stands.tokens.back());
            stands = stands.parent();
            path = document.pathOf(stands);
        }
        if (path)
            place.path = *path;
        m_places.push_back(std::move(place));
    }
}

void Remarks::follow(const payload::Change &change)
{
    for (const ChangedPlace &changed : change.places)
        std::erase_if(m_places, [&](Place &place) { return !follow(place, changed); });
}

bool Remarks::follow(Place &place, const ChangedPlace &change)
{
    using Kind = ChangedPlace::Kind;
    if (change.root || change.kind == Kind::Whole)
        return false;
    const auto depth = change.container.size();
    if (place.path.size() < depth || !std::equal(change.container.begin(), change.container.end(), place.path.begin()))
        return true;
    if (place.path.size() == depth) // what is absent may have come
        return place.absent.empty() || change.kind == Kind::Set;
    std::uint32_t &step = place.path[depth];
    if (change.kind == Kind::Insert) {
        step += change.index <= step ? 1 : 0;
        return true;
    }
    if (change.index == step)
        return false;
    step -= change.kind == Kind::Remove && change.index < step ? 1 : 0;
    return true;
}

std::vector<Remark> Remarks::all(const payload::Document &document) const
{
    std::vector<Remark> remarks;
    for (const Place &place : m_places) {
        Remark remark{document.pointerTo(place.path), place.message};
        remark.field.tokens.insert(remark.field.tokens.end(), place.absent.begin(), place.absent.end());
        remarks.push_back(std::move(remark));
    }
    return remarks;
}

} // namespace marquee::workspace
