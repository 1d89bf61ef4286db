// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Rule.h"

#include "catalog/Catalog.h"
#include "payload/Document.h"
#include "rules/Context.h"

#include <QCoreApplication>

#include <ctime>

namespace marquee::rules {

std::optional<catalog::Family> Rule::family() const
{
    const std::string_view id(m_info.id);
    if (id.starts_with("PL"))
        return std::nullopt;
    if (id.starts_with("AT"))
        return catalog::Family::Production;
    return id.starts_with("PF") ? catalog::Family::Performance : catalog::Family::Avail;
}

QString Rule::title() const
{
    return QCoreApplication::translate("rules", m_info.title);
}

QString Rule::why() const
{
    return QCoreApplication::translate("rules", m_info.why);
}

QString Rule::source() const
{
    return QCoreApplication::translate("rules", m_info.source);
}

payload::Pointer Rule::field(const Problem &problem, const Context &context) const
{
    return context.document.pointerTo(problem.path);
}

std::vector<Fix> Rule::fixes(const Problem &, const Context &) const
{
    return {};
}

std::int64_t systemClock()
{
    return static_cast<std::int64_t>(std::time(nullptr));
}

} // namespace marquee::rules
