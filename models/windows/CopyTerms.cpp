// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/CopyTerms.h"

#include "payload/Document.h"

namespace marquee::windows {

QByteArray copyTerms(const rules::Context &context, std::uint32_t row)
{
    const payload::Value terms = windowAt(context, row).member("Terms");
    return terms.isArray() && terms.size() > 0 ? QByteArray::fromStdString(terms.raw()) : QByteArray();
}

} // namespace marquee::windows
