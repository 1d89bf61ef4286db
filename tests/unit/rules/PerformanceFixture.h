// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fixture.h"

#include <QFile>

namespace marquee::test {

/// A complete performance without a problem, with what is said put over it: each change is an element's name and its
/// new text, tags and all; "" takes the element away. "@" as a name: its attributes.
inline QByteArray performance(const QList<std::pair<const char *, QByteArray>> &changes = {})
{
    QList<std::pair<QByteArray, QByteArray>> members{
        {"@", "id=\"P-1\" siteId=\"S-1\""},
        {"EventId", "<EventId><![CDATA[E-1]]></EventId>"},
        {"Date", "<Date>2027-03-12</Date>"},
        {"Time", "<Time>19:30</Time>"},
        {"PrintFormats", "<PrintFormats><PrintFormat><![CDATA[3D]]></PrintFormat></PrintFormats>"},
        {"RunWeek", "<RunWeek>1</RunWeek>"},
        {"HallId", "<HallId><![CDATA[H-1]]></HallId>"},
    };
    for (const auto &[name, text] : changes) {
        const QByteArray wanted = name;
        const auto found
            = std::find_if(members.begin(), members.end(), [&](const auto &m) { return m.first == wanted; });
        if (found == members.end())
            members.append({wanted, text});
        else
            found->second = text;
    }
    QByteArray all
        = "<Performance" + (members.first().second.isEmpty() ? QByteArray() : ' ' + members.first().second) + '>';
    for (const auto &[name, text] : members.mid(1))
        all += text;
    return all + "</Performance>";
}

inline QByteArray message(const QByteArray &performances,
    const QByteArray &attributes = "dataSupplierId=\"SUP-01\" messageSequence=\"1001\"", const QByteArray &before = {})
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ShowTimeAnalytics " + attributes + '>' + before
        + "<Performances>" + performances + "</Performances></ShowTimeAnalytics>\n";
}

/// Many performances, each another, a line each.
inline QByteArray manyPerformances(int count)
{
    QByteArray all = "\n";
    for (int i = 0; i < count; ++i)
        all += "    " + performance({{"@", "id=\"P-" + QByteArray::number(i) + "\" siteId=\"S-1\""}}) + '\n';
    return all;
}

inline QByteArray performanceFile(const char *name)
{
    QFile file(QStringLiteral(MARQUEE_TEST_DATA "/performances/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace marquee::test
