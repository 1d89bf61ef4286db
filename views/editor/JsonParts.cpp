// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/JsonParts.h"

#include "payload/Document.h"

namespace marquee::editor {

using payload::Document;
using payload::Edit;
using payload::Pointer;

namespace {

std::unique_ptr<Document> read(const std::string &json)
{
    auto document = Document::read(QByteArray::fromStdString(json));
    return document ? std::move(*document) : nullptr;
}

template <class MakeEdit>
std::string edited(const std::string &json, MakeEdit makeEdit)
{
    const auto document = read(json);
    if (!document || !document->apply(makeEdit(*document)))
        return json;
    return document->text().toByteArray().toStdString();
}

} // namespace

OwnValue::OwnValue(const std::string &json)
    : m_document(read(json))
{
}

OwnValue::OwnValue(const std::optional<std::string> &json)
    : m_document(json ? read(*json) : nullptr)
{
}

OwnValue::~OwnValue() = default;

payload::Value OwnValue::value() const
{
    return m_document ? m_document->root() : payload::Value();
}

std::string withMember(const std::string &object, const std::string &name, const std::string &json)
{
    return edited(object, [&](const Document &document) {
        return document.root().member(name) ? Edit::set(Pointer().child(name), json)
                                            : Edit::insertMember(Pointer(), name, json);
    });
}

std::string withoutMember(const std::string &object, const std::string &name)
{
    return edited(object, [&](const Document &) { return Edit::remove(Pointer().child(name)); });
}

std::string withItem(const std::string &array, std::uint32_t index, const std::string &json)
{
    return edited(array, [&](const Document &) { return Edit::set(Pointer().child(index), json); });
}

std::string withItemAdded(const std::string &array, const std::string &json)
{
    return edited(array, [&](const Document &) { return Edit::insertItem(Pointer(), json); });
}

std::string withoutItem(const std::string &array, std::uint32_t index)
{
    return edited(array, [&](const Document &) { return Edit::remove(Pointer().child(index)); });
}

std::string withItemMoved(const std::string &array, std::uint32_t from, std::uint32_t to)
{
    return edited(array, [&](const Document &) { return Edit::move(Pointer(), from, to); });
}

QString lineText(const payload::Value &value)
{
    if (!value)
        return {};
    if (value.isString())
        return toQString(value.string());
    payload::JsonStyle oneLine;
    oneLine.lines = false;
    return toQString(payload::layOut(value.raw(), oneLine));
}

} // namespace marquee::editor
