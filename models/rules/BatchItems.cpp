// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/BatchItems.h"

#include "payload/Document.h"
#include "payload/JsonText.h"
#include "rules/FieldEdits.h"
#include "rules/WindowId.h"

namespace marquee::rules {

using payload::Pointer;
using payload::Value;

namespace {

/// The same document, saying that it is a partial extract; null where it can't be read as one with an avail.
std::unique_ptr<payload::Document> partialCopy(const payload::Document &document, const Context &context)
{
    const Value root = document.root();
    const Value avail = root.member("avail");
    if (!avail.isObject())
        return nullptr;
    const std::string text = kindOf(root) == DocumentKind::Avail ? root.raw() : "{\"avail\":" + avail.raw() + '}';
    auto copy = payload::Document::read(QByteArray::fromStdString(text));
    if (!copy)
        return nullptr;
    const Pointer entry = Pointer().child("avail").child("Disposition").child("EntryType");
    const Context about{context.catalog, context.vocabularies, **copy, DocumentKind::Avail, context.now};
    if ((*copy)->find(entry).string() != "PartialExtract"
        && !(*copy)->apply(placeValue(about, entry, "\"PartialExtract\"")))
        return nullptr;
    return std::move(*copy);
}

/// The window's text, with an ID where it has none.
std::string withId(const Value &window, const std::string &id)
{
    std::string text = window.raw();
    if (!window.member("_TransactionID") && window.isObject())
        text.insert(1, "\"_TransactionID\":" + payload::encodeJsonString(id) + (window.size() > 0 ? "," : ""));
    return text;
}

} // namespace

std::vector<WindowItem> windowItems(const payload::Document &document, const Context &context)
{
    std::vector<WindowItem> all;
    const auto copy = partialCopy(document, context);
    const Value avail = copy ? copy->root().member("avail") : Value();
    const Value windows = avail.member("Transaction");
    if (!windows.isArray())
        return all;
    // What stands around the windows is the same for each of them.
    const Value root = copy->root();
    const std::string text = root.raw();
    const std::string before = text.substr(0, windows.begin() - root.begin()) + '[';
    const std::string behind = ']' + text.substr(windows.end() - root.begin());
    const std::string licensor = avail.member("Licensor").member("DisplayName").string();
    for (std::uint32_t i = 0; i < windows.size(); ++i) {
        std::string id = windows.at(i).member("_TransactionID").string();
        if (id.empty())
            id = newWindowId();
        all.push_back({licensor, id, before + withId(windows.at(i), id) + behind});
    }
    return all;
}

std::string batchItem(const std::string &id, const BatchPath &path, const std::string &body)
{
    return "{\"requestItemId\":" + payload::encodeJsonString(id) + ",\"path\":" + payload::encodeJsonString(path.text())
        + (body.empty() ? std::string() : ",\"body\":" + body) + '}';
}

BatchItemIds::BatchItemIds(const Value &items)
    : m_number(items.size())
{
    for (std::uint32_t i = 0; i < items.size(); ++i)
        m_taken.insert(items.at(i).member("requestItemId").string());
}

std::string BatchItemIds::next()
{
    std::string id;
    do
        id = "item-" + std::to_string(++m_number);
    while (!m_taken.insert(id).second);
    return id;
}

} // namespace marquee::rules
