// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/JsonPath.h"

#include "query/JsonPathParser.h"
#include "query/JsonPathWalk.h"

#include <QCoreApplication>

namespace marquee::query {

namespace {

class Collected : public Sink
{
public:
    Collected(Found &found, std::size_t most)
        : m_found(found)
        , m_most(most)
    {
    }
    bool take(const payload::Value &, const payload::Path *path) override
    {
        if (m_found.total++ < m_most)
            m_found.places.push_back(*path);
        return true;
    }

private:
    Found &m_found;
    std::size_t m_most;
};

} // namespace

Expected<JsonPath> JsonPath::parse(const QString &text)
{
    JsonPathParser parser(text);
    auto path = parser.parse();
    if (!path)
        return tl::unexpected(path.error());
    JsonPath result;
    result.m_path = std::make_shared<PathExpression>(std::move(*path));
    result.m_note = parser.note();
    return result;
}

Found JsonPath::select(const payload::Value &root, const SelectOptions &options) const
{
    Found found;
    found.note = m_note;
    JsonPathWalk walk(root, options.stop, options.mostVisits);
    Collected sink(found, options.most);
    payload::Path path;
    walk.walk(*m_path, root, &path, sink);
    found.isStopped = walk.isStopped();
    if (walk.isExhausted()) {
        found.note = QCoreApplication::translate("query",
            "The query looks at too much and was left off: there may be more. Name the way, $.a.b, instead of "
            "$..a..b.");
    }
    return found;
}

bool JsonPath::isSingular() const
{
    return m_path->isSingular();
}

} // namespace marquee::query
