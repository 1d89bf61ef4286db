// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Edit.h"

#include "payload/Change.h"

namespace marquee::payload {

Edit Edit::set(Pointer pointer, std::string json)
{
    Edit edit;
    edit.kind = Kind::Set;
    edit.pointer = std::move(pointer);
    edit.after = std::move(json);
    return edit;
}

Edit Edit::insertMember(Pointer object, std::string name, std::string json, std::int64_t index)
{
    Edit edit;
    edit.kind = Kind::Insert;
    edit.pointer = std::move(object);
    edit.name = std::move(name);
    edit.index = index;
    edit.after = std::move(json);
    return edit;
}

Edit Edit::insertItem(Pointer array, std::string json, std::int64_t index)
{
    return insertMember(std::move(array), {}, std::move(json), index);
}

Edit Edit::remove(Pointer pointer)
{
    Edit edit;
    edit.kind = Kind::Remove;
    edit.pointer = std::move(pointer);
    return edit;
}

Edit Edit::move(Pointer container, std::int64_t from, std::int64_t to)
{
    Edit edit;
    edit.kind = Kind::Move;
    edit.pointer = std::move(container);
    edit.index = from;
    edit.to = to;
    return edit;
}

Edit Edit::rewrite(Pointer pointer)
{
    Edit edit;
    edit.kind = Kind::Rewrite;
    edit.pointer = std::move(pointer);
    return edit;
}

Edit Edit::whole(std::string text)
{
    Edit edit;
    edit.kind = Kind::Whole;
    edit.after = std::move(text);
    return edit;
}

Edit Edit::text(const Splice &splice)
{
    Edit edit;
    edit.kind = Kind::Text;
    edit.index = splice.offset;
    edit.to = static_cast<std::int64_t>(splice.removed.size());
    edit.before = splice.removed;
    edit.after = splice.inserted;
    return edit;
}

} // namespace marquee::payload
