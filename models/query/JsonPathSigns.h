// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace marquee::query {

// What the two halves of the parser share: what a character of a query may be: RFC 9535, 2.1 and 2.5.1.

inline bool isDigit(uint c)
{
    return c >= '0' && c <= '9';
}

inline bool isNameFirst(uint c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}

inline bool isBlank(uint c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Counts what stands in each other, for as long as it is read.
class Level
{
public:
    explicit Level(int &count)
        : m_count(count)
    {
        ++m_count;
    }
    ~Level() { --m_count; }
    Level(const Level &) = delete;
    Level &operator=(const Level &) = delete;

private:
    int &m_count;
};

} // namespace marquee::query
