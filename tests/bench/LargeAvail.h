// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace marquee::bench {

enum class Windows {
    Successive, ///< 20 territories, 3 formats, ten days each from 2027: nothing overlaps
    Equal ///< all alike but for their ids: everything overlaps
};

/// An avail of that many windows, indented: the published full extract of a film to rent with its first window repeated, or,
/// where that isn't beside this checkout, our own template.
QByteArray largeAvail(int windows, Windows kind);

} // namespace marquee::bench
