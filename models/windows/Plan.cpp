// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/Plan.h"

#include "payload/Document.h"
#include "timeline/Move.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::windows {

Rows standing(const rules::Context &context, Rows rows)
{
    const payload::Value list = context.document.find(timeline::windowsPlace());
    std::erase_if(rows, [&](std::uint32_t row) { return !list.isArray() || !list.at(row).isObject(); });
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

payload::Pointer placeOf(std::uint32_t row)
{
    return timeline::windowsPlace().child(row);
}

payload::Value windowAt(const rules::Context &context, std::uint32_t row)
{
    return context.document.find(timeline::windowsPlace()).at(row);
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Windows", text);
}

Error refusal(const QString &message, const QString &nextStep)
{
    return makeError(Error::Code::Invalid, message, nextStep);
}

Error noWindows()
{
    return refusal(tr("No window is selected."), tr("Select the windows in the table first."));
}

} // namespace marquee::windows
