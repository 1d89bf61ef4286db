// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Layout.h"

#include "payload/JsonLayout.h"
#include "payload/XmlLayout.h"
#include "payload/XmlReader.h"

namespace marquee::payload {

QByteArray canonicalLayout(const QByteArray &payload)
{
    return isXmlText({payload.constData(), static_cast<std::size_t>(payload.size())}) ? canonicalXml(payload) : canonicalJson(payload);
}

} // namespace marquee::payload
