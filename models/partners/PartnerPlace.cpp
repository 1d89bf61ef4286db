// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/PartnerPlace.h"

#include "payload/Document.h"

#include <QRegularExpression>

#include <charconv>

namespace marquee::partners {

using namespace Qt::StringLiterals;
using payload::Pointer;
using payload::Value;

namespace {

/// So deep do payloads go in practice; a path with more steps isn't one.
constexpr qsizetype MostSteps = 64;
/// A member's name is looked for among so many values.
constexpr int MostValues = 2'000'000;

/// "avail.Transaction[0]['End']" → avail, Transaction, 0, End. A filter ("[?(@._TransactionID=='w2')]") is what it asks
/// for.
QStringList stepsOf(const QString &path)
{
    static const QRegularExpression inBrackets(u"\\[([^\\]]*)\\]"_s);
    static const QRegularExpression outer(u"[^./]+"_s);
    QStringList steps;
    const auto takeOuter = [&steps](const QString &text) {
        for (auto found = outer.globalMatch(text); found.hasNext();)
            steps << found.next().captured();
    };
    qsizetype from = 0;
    for (auto found = inBrackets.globalMatch(path); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        takeOuter(path.mid(from, match.capturedStart() - from));
        QString step = match.captured(1);
        step = step.mid(step.lastIndexOf(u'=') + 1).trimmed();
        steps << step.remove(QRegularExpression(u"^[\"'(]+|[\"')]+$"_s));
        from = match.capturedEnd();
    }
    takeOuter(path.mid(from));
    return steps;
}

std::optional<std::uint32_t> indexOf(const std::string &step)
{
    std::uint32_t index = 0;
    const char *end = step.data() + step.size();
    const auto read = std::from_chars(step.data(), end, index);
    return !step.empty() && read.ec == std::errc() && read.ptr == end ? std::optional(index) : std::nullopt;
}

/// The one item that calls itself so.
std::optional<std::uint32_t> itemNamed(const Value &array, const std::string &name)
{
    std::optional<std::uint32_t> found;
    std::string scratch;
    for (std::uint32_t i = 0; i < array.size(); ++i) {
        const Value item = array.at(i);
        const bool is = item.member("_TransactionID").string(scratch) == name
            || item.member("requestItemId").string(scratch) == name || item.member("_termName").string(scratch) == name;
        if (!is)
            continue;
        if (found)
            return std::nullopt;
        found = i;
    }
    return found;
}

/// Goes the steps from a value. What isn't there ends it, but for the last step of several.
std::optional<Pointer> follow(const QStringList &steps, Value value, Pointer at)
{
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const std::string step = steps[i].toStdString();
        if (value.isArray()) {
            auto index = indexOf(step);
            if (!index || *index >= value.size())
                index = itemNamed(value, step);
            const bool only = !index && value.size() == 1 && value.at(0).isObject() && !indexOf(step);
            if (!index && !only)
                return std::nullopt;
            at = at.child(index.value_or(0));
            value = value.at(index.value_or(0));
            if (only)
                --i; // a list of one, passed over in the path
            continue;
        }
        const Value next = value.member(step);
        if (!next && (!value.isObject() || i == 0 || i + 1 < steps.size() || indexOf(step)))
            return std::nullopt;
        at = at.child(step);
        value = next;
    }
    return at;
}

/// Looks for the one member of that name, in all of the document.
class Search
{
public:
    explicit Search(std::string name)
        : m_name(std::move(name))
    {
    }

    std::optional<payload::Path> in(const Value &root)
    {
        payload::Path path;
        look(root, path);
        return m_count == 1 && m_left > 0 ? std::optional(m_found) : std::nullopt;
    }

private:
    void look(const Value &value, payload::Path &path)
    {
        for (std::uint32_t i = 0; i < value.size() && m_count < 2 && --m_left > 0; ++i) {
            const Value child = value.at(i);
            path.push_back(i);
            if (child.hasName() && child.name(m_scratch) == m_name && ++m_count == 1)
                m_found = path;
            look(child, path);
            path.pop_back();
        }
    }

    std::string m_name;
    std::string m_scratch;
    payload::Path m_found;
    int m_count = 0;
    int m_left = MostValues;
};

} // namespace

std::optional<Pointer> placeIn(const PartnerError &error, const payload::Document &document)
{
    QString path = error.path.trimmed();
    if (path.startsWith(u'#') || path.startsWith(u'$'))
        path.remove(0, 1);
    if (path.isEmpty())
        return std::nullopt;
    if (const auto pointer = Pointer::parse(path.toStdString()); pointer && document.find(*pointer))
        return *pointer;
    const QStringList steps = stepsOf(path);
    if (steps.isEmpty() || steps.size() > MostSteps)
        return std::nullopt;

    const Value avail = document.root().member("avail");
    const Pointer toAvail = Pointer().child("avail");
    if (auto found = follow(steps, document.root(), {}))
        return found;
    if (auto found = follow(steps, avail, toAvail))
        return found;
    const Value windows = avail.member("Transaction");
    if (windows.isArray() && itemNamed(windows, steps.first().toStdString())) {
        if (auto found = follow(steps, windows, toAvail.child("Transaction")))
            return found;
    }
    if (steps.size() > 1)
        return std::nullopt;
    const auto found = Search(steps.first().toStdString()).in(document.root());
    return found ? std::optional(document.pointerTo(*found)) : std::nullopt;
}

} // namespace marquee::partners
