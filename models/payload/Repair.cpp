// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Repair.h"

#include "payload/XmlReader.h"

namespace marquee::payload {

std::optional<Repair> proposeRepair(const QByteArray &malformed)
{
    /// Each trial reads the text again; beyond this a proposal takes too long to wait for.
    constexpr qsizetype LargestText = 4 * 1024 * 1024;
    if (malformed.size() > LargestText)
        return std::nullopt;
    const bool isXml = isXmlText({malformed.constData(), static_cast<std::size_t>(malformed.size())});
    return isXml ? proposeXmlRepair(malformed) : proposeJsonRepair(malformed);
}

} // namespace marquee::payload
