// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/TypedNumber.h"

#include "catalog/Decimal.h"

#include <QRegularExpression>

namespace marquee::editor {

using namespace Qt::StringLiterals;

namespace {

std::optional<std::string> ifNumber(const QString &text)
{
    const std::string digits = text.toStdString();
    return catalog::Decimal::parse(digits) ? std::optional(digits) : std::nullopt;
}

} // namespace

std::optional<std::string> typedNumber(const QString &typed)
{
    QString text = typed.trimmed();
    if (const auto exact = ifNumber(text))
        return exact;

    static const QRegularExpression blanksBetween(u"^-?\\d{1,3}(?:[\\s\\x{202f}\\x{a0}']\\d{3})+(?:[.,]\\d+)?$"_s);
    if (blanksBetween.match(text).hasMatch())
        text.remove(QRegularExpression(u"[\\s\\x{202f}\\x{a0}']"_s));
    static const QRegularExpression pointAtFront(u"^(-?)[.,](\\d+)$"_s);
    if (const auto match = pointAtFront.match(text); match.hasMatch())
        return ifNumber(match.captured(1) + "0."_L1 + match.captured(2));
    // Both signs, or one of them more than once: which of them parts thousands is plain.
    static const QRegularExpression grouped(u"^-?\\d{1,3}(?:([.,])\\d{3})(?:\\1\\d{3})*(?!\\1)[.,]\\d+$"_s);
    static const QRegularExpression groups(u"^-?\\d{1,3}([.,])\\d{3}(?:\\1\\d{3})+$"_s);
    for (const QRegularExpression *form : {&grouped, &groups}) {
        if (const auto match = form->match(text); match.hasMatch())
            return ifNumber(text.remove(match.captured(1)).replace(u',', u'.'));
    }
    // One comma: the decimal sign, unless three digits behind it could be thousands.
    static const QRegularExpression thousands(u"^-?[1-9]\\d{0,2},\\d{3}$"_s);
    if (text.count(u',') == 1 && !thousands.match(text).hasMatch())
        return ifNumber(text.replace(u',', u'.'));
    return ifNumber(text);
}

} // namespace marquee::editor
