// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/XmlWriter.h"

#include "payload/JsonReader.h"
#include "payload/XmlText.h"
#include "payload/XmlTypes.h"

#include <QCoreApplication>

namespace marquee::payload {

namespace {

Error invalid(const char *message, std::string_view about)
{
    return makeError(Error::Code::Invalid,
        QCoreApplication::translate("XmlWriter", message).arg(QString::fromUtf8(about.data(), static_cast<qsizetype>(about.size()))));
}

/// What a scalar says as text; nothing for null.
Expected<std::string> textOf(std::string_view name, const Value &json)
{
    if (json.isObject() || json.isArray())
        return tl::unexpected(invalid(QT_TRANSLATE_NOOP("XmlWriter", "%1 can hold one value and no more."), name));
    std::string text = json.isString() ? json.string() : json.kind() == Kind::Null ? std::string() : json.raw();
    if (!canBeXml(text))
        return tl::unexpected(invalid(QT_TRANSLATE_NOOP("XmlWriter", "XML can't hold the control character in %1."), name));
    return text;
}

Expected<void> checkName(std::string_view name)
{
    if (isXmlName(name))
        return {};
    return tl::unexpected(invalid(QT_TRANSLATE_NOOP("XmlWriter", "XML has no element or attribute called “%1”."), name));
}

} // namespace

Expected<JsonValue> JsonValue::read(std::string_view json)
{
    JsonValue value;
    value.m_text = Text(QByteArray(json.data(), static_cast<qsizetype>(json.size())));
    auto slot = readJsonValue(json, value.m_tree, 1);
    if (!slot)
        return tl::unexpected(slot.error());
    value.m_slot = *slot;
    return value;
}

Expected<std::string> XmlWriter::inside(std::string_view name, const Value &json)
{
    auto text = textOf(name, json);
    if (!text || text->empty())
        return text;
    return json.isString() && !isPlainElement(name) ? encodeXmlCdata(*text) : encodeXmlPlain(*text);
}

Expected<std::string> XmlWriter::attribute(std::string_view name, const Value &json, char quote)
{
    const auto text = textOf(name, json);
    if (!text)
        return text;
    if (const auto ok = checkName(name); !ok)
        return tl::unexpected(ok.error());
    return std::string(name) + '=' + quote + encodeXmlAttribute(*text, quote) + quote;
}

std::string XmlWriter::between(std::string_view indent) const
{
    return m_style.lines ? m_style.newline + std::string(indent) : std::string();
}

Expected<std::string> XmlWriter::elements(std::string_view name, const Value &json, std::string_view indent) const
{
    if (!json.isArray())
        return element(name, json, indent);
    std::string all;
    for (std::uint32_t i = 0; i < json.size(); ++i) {
        const auto one = element(name, json.at(i), indent);
        if (!one)
            return one;
        all += (i > 0 ? between(indent) : std::string()) + *one;
    }
    return all;
}

Expected<std::string> XmlWriter::element(std::string_view name, const Value &json, std::string_view indent) const
{
    if (const auto ok = checkName(name); !ok)
        return tl::unexpected(ok.error());
    std::string tag = '<' + std::string(name);
    std::string content;
    bool hasElements = false;
    const std::string inner = std::string(indent) + m_style.unit;
    if (!json.isObject()) {
        auto text = inside(name, json);
        if (!text)
            return text;
        content = *std::move(text);
    }
    std::string scratch;
    for (std::uint32_t i = 0; json.isObject() && i < json.size(); ++i) {
        const Value member = json.at(i);
        const std::string_view memberName = member.name(scratch);
        const bool isAttribute = memberName.starts_with('@');
        auto written = isAttribute ? attribute(memberName.substr(1), member)
            : memberName == "#text" ? inside(name, member)
                                    : elements(memberName, member, inner);
        if (!written)
            return written;
        if (isAttribute) {
            tag += ' ' + *written;
            continue;
        }
        if (written->empty())
            continue;
        const bool isElement = memberName != "#text";
        content += (isElement ? between(inner) : std::string()) + *written;
        hasElements = hasElements || isElement;
    }
    if (content.empty())
        return tag + "/>";
    return tag + '>' + content + (hasElements ? between(indent) : std::string()) + "</" + std::string(name) + '>';
}

} // namespace marquee::payload
