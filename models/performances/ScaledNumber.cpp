// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/ScaledNumber.h"

#include "catalog/Decimal.h"
#include "payload/Document.h"
#include "payload/JsonText.h"
#include "performances/Message.h"
#include "rules/FieldEdits.h"

#include <algorithm>

namespace marquee::performances {

using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

/// The text with a point for the decimals and nothing between thousands; nothing where that can't be told.
std::optional<std::string> withPoint(QString text)
{
    const auto points = text.count(u'.');
    const auto commas = text.count(u',');
    if (points > 0 && commas > 0) {
        const QChar decimal = text.lastIndexOf(u'.') > text.lastIndexOf(u',') ? u'.' : u',';
        if (text.count(decimal) != 1)
            return std::nullopt;
        text.remove(decimal == u'.' ? u',' : u'.');
        text.replace(decimal, u'.');
        return text.toStdString();
    }
    if (commas > 1)
        return std::nullopt;
    // 1,234 is a thousand here and one and a bit there; 0,125 isn't.
    const auto comma = text.indexOf(u',');
    if (comma > 0 && text.size() - comma == 4 && comma <= 3 && !text.startsWith(u'0') && !text.startsWith(u"-0"))
        return std::nullopt;
    return text.replace(u',', u'.').toStdString();
}

bool isInteger(const std::string &text)
{
    const auto number = catalog::Decimal::parse(text);
    return number && text.find_first_of(".eE") == std::string::npos;
}

std::string member(const std::string &text)
{
    return payload::encodeJsonString(std::string_view(text));
}

} // namespace

std::optional<ScaledNumber> readScaled(const QString &typed)
{
    QString text;
    for (const QChar c : typed) {
        if (!c.isSpace() && c != u'%')
            text += c == QChar(0x2212) ? QChar(u'-') : c;
    }
    std::optional<std::string> plain = withPoint(text);
    if (!plain || plain->find_first_not_of("-.0123456789") != std::string::npos)
        return std::nullopt;
    const bool isNegative = plain->starts_with('-');
    if (isNegative)
        plain->erase(0, 1);
    const std::size_t point = plain->find('.');
    std::string whole = plain->substr(0, point);
    const std::string decimals = point == std::string::npos ? std::string() : plain->substr(point + 1);
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
    const std::string checked = (whole.empty() ? "0" : whole) + (decimals.empty() ? "" : '.' + decimals);
    const bool saysNothing = plain->find_first_of("0123456789") == std::string::npos;
    if (saysNothing || !catalog::Decimal::parse(checked) || decimals.size() > ScaledNumber::MostDecimals)
        return std::nullopt;
    std::string figures = whole + decimals;
    figures.erase(0, std::min(figures.find_first_not_of('0'), figures.size()));
    if (figures.size() > ScaledNumber::MostFigures)
        return std::nullopt;
    if (figures.empty())
        return ScaledNumber{"0", static_cast<int>(decimals.size())};
    return ScaledNumber{(isNegative ? "-" : "") + figures, static_cast<int>(decimals.size())};
}

QString plainText(const ScaledNumber &number)
{
    QString figures = QString::fromStdString(number.figures);
    const bool isNegative = figures.startsWith(u'-');
    if (isNegative)
        figures.remove(0, 1);
    if (number.precision > 0) {
        figures = figures.rightJustified(number.precision + 1, u'0');
        figures.insert(figures.size() - number.precision, u'.');
    }
    return isNegative ? QString(u'-' + figures) : figures;
}

std::optional<ScaledNumber> scaledOf(const Value &element)
{
    const std::string figures = QByteArray::fromStdString(textOf(element)).trimmed().toStdString();
    const std::string precision
        = QByteArray::fromStdString(textOf(element.member("@precision"))).trimmed().toStdString();
    const bool isDigit = precision.size() == 1 && precision.front() >= '0' && precision.front() <= '9';
    if (!isDigit || !isInteger(figures) || figures.size() > ScaledNumber::MostFigures + 1)
        return std::nullopt;
    return ScaledNumber{figures, precision.front() - '0'};
}

std::string jsonOf(const ScaledNumber &number)
{
    return "{\"@precision\":" + member(std::to_string(number.precision)) + ",\"#text\":" + member(number.figures) + '}';
}

std::vector<Edit> scaledEdits(const rules::Context &context, const Pointer &element, const ScaledNumber &number)
{
    const Value stands = context.document.find(element);
    if (!stands.isObject() || !stands.member("@precision") || !stands.member("#text"))
        return {rules::placeValue(context, element, jsonOf(number))};
    std::vector<Edit> edits;
    if (textOf(stands.member("@precision")) != std::to_string(number.precision))
        edits.push_back(Edit::set(element.child("@precision"), member(std::to_string(number.precision))));
    if (textOf(stands) != number.figures)
        edits.push_back(Edit::set(element.child("#text"), member(number.figures)));
    return edits;
}

} // namespace marquee::performances
