// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FindQuery.h"

#include <QRegularExpression>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

FindQuery FindQuery::fromTyped(const QString &typed)
{
    FindQuery query;
    const QString text = typed.trimmed();
    if (text.size() > 2 && text.startsWith(u'"') && text.endsWith(u'"')) {
        query.text = text.sliced(1, text.size() - 2);
        return query;
    }
    // A name: letters, digits, _, blanks inside, and steps with slashes.
    static const QRegularExpression form(
        u"^/?([\\p{L}_][\\p{L}\\p{N}_\\- /]*?)\\s*=\\s*(.*)$"_s, QRegularExpression::UseUnicodePropertiesOption);
    const auto found = form.match(text);
    if (!found.hasMatch()) {
        query.text = typed;
        return query;
    }
    for (const QString &name : found.captured(1).split(u'/', Qt::SkipEmptyParts))
        query.field << name.trimmed();
    query.text = found.captured(2);
    if (query.text.size() >= 2 && query.text.startsWith(u'"') && query.text.endsWith(u'"'))
        query.text = query.text.sliced(1, query.text.size() - 2);
    return query;
}

} // namespace marquee::workspace
