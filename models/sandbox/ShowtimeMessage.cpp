// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ShowtimeMessage.h"

#include <QXmlStreamReader>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t Deepest = 16;

QByteArray complain(const QXmlStreamReader &xml, const QString &why)
{
    return QString(why + u" (line %1, column %2)"_s.arg(xml.lineNumber()).arg(xml.columnNumber())).toUtf8();
}

XmlElement elementAt(const QXmlStreamReader &xml)
{
    XmlElement element;
    element.name = xml.qualifiedName().toString();
    for (const QXmlStreamAttribute &attribute : xml.attributes())
        element.attributes.emplace_back(attribute.qualifiedName().toString(), attribute.value().toString());
    return element;
}

/// The root element, or nothing.
std::optional<XmlElement> readTree(const QByteArray &bytes, QByteArray &complaint)
{
    QXmlStreamReader xml(bytes);
    xml.setNamespaceProcessing(false);
    std::vector<XmlElement> open;
    std::optional<XmlElement> root;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            complaint = complain(xml, u"A DTD or an entity of its own isn't taken."_s);
            return std::nullopt;
        case QXmlStreamReader::StartElement:
            if (open.size() == Deepest) {
                complaint = complain(xml, u"Elements stand too deep in each other."_s);
                return std::nullopt;
            }
            open.push_back(elementAt(xml));
            break;
        case QXmlStreamReader::Characters:
            if (!open.empty())
                open.back().text += xml.text();
            break;
        case QXmlStreamReader::EndElement: {
            XmlElement done = std::move(open.back());
            open.pop_back();
            if (open.empty())
                root = std::move(done);
            else
                open.back().children.push_back(std::move(done));
            break;
        }
        default:
            break;
        }
    }
    if (xml.hasError()) {
        complaint = complain(xml, u"The XML isn't well-formed: "_s + xml.errorString());
        return std::nullopt;
    }
    return root;
}

/// Empty where it is a whole number that fits a Long.
QByteArray sequenceComplaint(const QString &text)
{
    bool isLong = false;
    text.toLongLong(&isLong);
    return isLong ? QByteArray() : QByteArray("messageSequence has to be a whole number.");
}

QByteArray takeChild(XmlElement &child, ShowtimeMessage &message)
{
    if (child.name == u"CallbackUrl"_s) {
        message.callbackUrl = child.text.trimmed();
        return {};
    }
    if (child.name != u"Performances"_s)
        return "ShowTimeAnalytics can't hold " + child.name.toUtf8()
            + ": here only CallbackUrl and Performances are known.";
    for (XmlElement &performance : child.children) {
        if (performance.name != u"Performance"_s)
            return "Performances can't hold " + performance.name.toUtf8() + '.';
        message.performances.push_back(std::move(performance));
    }
    return {};
}

} // namespace

std::optional<ShowtimeMessage> readShowtimeMessage(const QByteArray &bytes, QByteArray &complaint)
{
    std::optional<XmlElement> root = readTree(bytes, complaint);
    if (!root)
        return std::nullopt;
    ShowtimeMessage message;
    message.supplier = root->attribute(u"dataSupplierId"_s);
    message.sequence = root->attribute(u"messageSequence"_s).trimmed();
    if (root->name != u"ShowTimeAnalytics"_s)
        complaint = "The root element has to be ShowTimeAnalytics, not " + root->name.toUtf8() + '.';
    else if (message.supplier.trimmed().isEmpty())
        complaint = "dataSupplierId is missing.";
    else
        complaint = sequenceComplaint(message.sequence);
    for (XmlElement &child : root->children) {
        if (complaint.isEmpty())
            complaint = takeChild(child, message);
    }
    if (complaint.isEmpty() && message.performances.empty())
        complaint = "There is no Performance in the message.";
    return complaint.isEmpty() ? std::optional(std::move(message)) : std::nullopt;
}

} // namespace marquee::sandbox
