// SPDX-License-Identifier: GPL-3.0-or-later
#include "form/OtherMembers.h"

#include <algorithm>
#include <map>

namespace marquee::form {

using namespace Qt::StringLiterals;
using payload::Pointer;
using payload::Value;

namespace {

class Search
{
public:
    explicit Search(const std::vector<std::string_view> &leftOut)
        : m_leftOut(leftOut)
    {
    }

    void object(const Value &value, const catalog::ObjectType *type, const Pointer &at, const QString &within)
    {
        std::string scratch;
        std::map<std::string, std::uint32_t, std::less<>> seen;
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            const std::string name(value.at(i).name(scratch));
            const Pointer here = at.child(name, seen[name]++);
            const catalog::Field *field = type ? type->find(name) : nullptr;
            const QString label = within + (field ? field->label : QString::fromStdString(name));
            // A name that stands again has no row of its own in a form.
            if (!field || !field->inForm || here.tokens.back().occurrence > 0)
                found.push_back({here, label, field ? field->help : QString(), field ? field->source : QString()});
            else if (field->object && std::find(m_leftOut.begin(), m_leftOut.end(), name) == m_leftOut.end())
                below(value.at(i), *field, here, label + u" › "_s);
        }
    }

    std::vector<OtherMember> found;

private:
    void below(const Value &value, const catalog::Field &field, const Pointer &at, const QString &within)
    {
        if (!field.list) {
            object(value, field.object, at, within);
            return;
        }
        for (std::uint32_t i = 0; value.isArray() && i < value.size(); ++i)
            object(value.at(i), field.object, at.child(i), within);
    }

    const std::vector<std::string_view> &m_leftOut;
};

} // namespace

std::vector<OtherMember> otherMembers(
    const Value &object, const catalog::ObjectType &type, const std::vector<std::string_view> &leftOut)
{
    Search search(leftOut);
    if (object.isObject())
        search.object(object, &type, {}, {});
    return std::move(search.found);
}

} // namespace marquee::form
