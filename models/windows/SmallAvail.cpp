// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/SmallAvail.h"

#include "payload/JsonText.h"
#include "rules/FieldEdits.h"
#include "windows/Plan.h"

namespace marquee::windows {

using payload::Edit;
using payload::Pointer;

SmallAvail::SmallAvail(const rules::Context &around, const std::string &window)
    : m_document(
        payload::Document::read(QByteArray::fromStdString("{\"avail\":{\"Transaction\":[" + window + "]}}")).value())
    , m_context{around.catalog, around.vocabularies, *m_document, rules::DocumentKind::Avail, around.now}
{
}

Pointer SmallAvail::place()
{
    return placeOf(0);
}

payload::Value SmallAvail::window() const
{
    return windowAt(m_context, 0);
}

Expected<bool> SmallAvail::put(const Pointer &field, const std::string &json)
{
    return m_document->apply(rules::placeValue(m_context, field, json));
}

void SmallAvail::takeAway(const Pointer &field)
{
    if (!m_document->find(field))
        return;
    Pointer at = field;
    const std::size_t least = place().tokens.size() + 1;
    while (at.tokens.size() > least && m_document->find(at.parent()).size() == 1)
        at = at.parent();
    [[maybe_unused]] const auto done = m_document->apply(Edit::remove(at)); // it stands
}

void SmallAvail::setId(const std::string &id)
{
    [[maybe_unused]] const auto done
        = put(place().child("_TransactionID"), payload::encodeJsonString(std::string_view(id)));
}

std::vector<Edit> SmallAvail::editsFor(std::uint32_t row) const
{
    std::vector<Edit> edits;
    for (const payload::Step &step : m_document->steps()) {
        for (Edit edit : step.edits) {
            edit.pointer.tokens[place().tokens.size() - 1].text = std::to_string(row);
            edits.push_back(std::move(edit));
        }
    }
    return edits;
}

} // namespace marquee::windows
