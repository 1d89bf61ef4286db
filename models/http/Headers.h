// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

namespace marquee::http {

/// In the order in which they came, names as they were written.
using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

/// The first one of that name, letter case aside; empty where there is none.
inline QByteArray headerOf(const Headers &headers, const QByteArray &name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace marquee::http
