// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Tree.h"

#include <algorithm>
#include <new>

namespace marquee::payload {

static_assert(sizeof(Slot) == 24, "1.9 million of these stand over a large payload");

Tree::Tree()
    : m_arena(std::make_unique<std::pmr::monotonic_buffer_resource>(4096))
{
}

Tree::Tree(Tree &&) noexcept = default;
Tree &Tree::operator=(Tree &&) noexcept = default;
Tree::~Tree() = default;

Children *Tree::allocate(std::uint32_t count, std::uint32_t capacity)
{
    const std::size_t bytes = sizeof(Children) + sizeof(Slot) * capacity;
    auto *children = new (m_arena->allocate(bytes, alignof(Slot))) Children{count, capacity};
    std::uninitialized_default_construct_n(children->items(), capacity);
    return children;
}

Slot &Tree::insert(Slot &container, std::uint32_t index)
{
    Children *old = container.children;
    const std::uint32_t count = container.count();
    if (!old || old->count == old->capacity) {
        Children *larger = allocate(count, count < 4 ? 4 : count + count / 2);
        if (old)
            std::copy_n(old->items(), count, larger->items());
        container.children = larger;
    }
    Slot *items = container.children->items();
    std::copy_backward(items + index, items + count, items + count + 1);
    container.children->count = count + 1;
    items[index] = Slot();
    return items[index];
}

void Tree::remove(Slot &container, std::uint32_t index)
{
    Slot *items = container.children->items();
    std::copy(items + index + 1, items + container.children->count, items + index);
    --container.children->count;
}

} // namespace marquee::payload
