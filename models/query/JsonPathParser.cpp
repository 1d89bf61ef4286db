// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/JsonPathParser.h"

#include "query/JsonPathSigns.h"
#include "query/QueryError.h"

#include <QCoreApplication>

namespace marquee::query {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t LargestInteger = 9'007'199'254'740'991; // 2^53 - 1: RFC 9535, 2.1

QString tr(const char *text)
{
    return QCoreApplication::translate("query", text);
}

} // namespace

JsonPathParser::JsonPathParser(const QString &text)
    : m_text(text.toUcs4())
    , m_isBroken(!text.isValidUtf16())
{
}

bool JsonPathParser::failAt(qsizetype at, const QString &expected, const QString &nextStep)
{
    m_error = queryError(at, expected, nextStep);
    return false;
}

bool JsonPathParser::take(char c)
{
    if (!is(c))
        return false;
    ++m_at;
    return true;
}

void JsonPathParser::blanks()
{
    while (more() && isBlank(here()))
        ++m_at;
}

Expected<PathExpression> JsonPathParser::parse()
{
    PathExpression path;
    if (m_isBroken) {
        failAt(0, tr("half a character stands in the query."));
    } else if (!take('$')) {
        fail(tr("a JSONPath begins with $."), tr("Write it like $.avail.Transaction[0].End or $..country."));
    } else if (segments(path) && more()) {
        fail(isBlank(here()) ? tr("blanks may not stand at the end.")
                             : tr("a dot or a bracket belongs here: .Name, ..Name or [0]."));
    }
    if (m_error)
        return tl::unexpected(*m_error);
    return path;
}

bool JsonPathParser::segments(PathExpression &path)
{
    for (;;) {
        const qsizetype before = m_at;
        blanks();
        if (!is('.') && !is('[')) {
            m_at = before;
            return true;
        }
        if (!segment(path))
            return false;
    }
}

bool JsonPathParser::segment(PathExpression &path)
{
    Segment &segment = path.segments.emplace_back();
    if (is('['))
        return bracketed(segment);
    ++m_at;
    segment.descends = take('.');
    if (segment.descends && is('['))
        return bracketed(segment);
    return shorthand(segment);
}

bool JsonPathParser::shorthand(Segment &segment)
{
    Selector &selector = segment.selectors.emplace_back();
    if (take('*'))
        return true;
    if (!more() || !isNameFirst(here())) {
        return fail(tr("a name, or *, belongs behind the dot."),
            tr("A name that begins with a digit, or has other signs in it, is written ['like this']."));
    }
    selector.type = Selector::Type::Name;
    const qsizetype from = m_at;
    while (more() && (isNameFirst(here()) || isDigit(here())))
        ++m_at;
    QString name;
    for (qsizetype i = from; i < m_at; ++i) {
        const char32_t wide = m_text.at(i);
        name += QString::fromUcs4(&wide, 1);
    }
    selector.name = name.toStdString();
    return true;
}

bool JsonPathParser::bracketed(Segment &segment)
{
    ++m_at;
    for (;;) {
        blanks();
        if (!selector(segment.selectors.emplace_back()))
            return false;
        blanks();
        if (take(']'))
            return true;
        if (!take(','))
            return fail(tr("the end of the bracket, ], or a comma and something further, belongs here."));
    }
}

bool JsonPathParser::selector(Selector &selector)
{
    if (is('\'') || is('"')) {
        selector.type = Selector::Type::Name;
        return string(selector.name);
    }
    if (take('*'))
        return true;
    if (is('?'))
        return filter(selector);
    if (is('-') || is(':') || isDigit(here()))
        return indexOrSlice(selector);
    return fail(tr("a name in quotes, a number, *, 0:3 or ?condition belongs into the bracket."),
        tr("Write a name in quotes: ['Start']."));
}

bool JsonPathParser::filter(Selector &selector)
{
    const Level level(m_filters);
    if (m_filters > DeepestFilter)
        return fail(tr("at most %1 filters may stand in each other.").arg(DeepestFilter));
    ++m_at;
    blanks();
    selector.type = Selector::Type::Filter;
    auto logical = std::make_shared<Logical>();
    selector.filter = logical;
    return logicalOr(*logical);
}

bool JsonPathParser::indexOrSlice(Selector &selector)
{
    std::optional<std::int64_t> first;
    if (!optionalInteger(first))
        return false;
    const qsizetype behind = m_at;
    blanks();
    if (!take(':')) {
        m_at = behind;
        selector.type = Selector::Type::Index;
        selector.index = first.value_or(0);
        return true;
    }
    selector.type = Selector::Type::Slice;
    selector.slice.start = first;
    blanks();
    if (!optionalInteger(selector.slice.end))
        return false;
    blanks();
    if (!take(':'))
        return true;
    blanks();
    std::optional<std::int64_t> step;
    if (!optionalInteger(step))
        return false;
    selector.slice.step = step.value_or(1);
    return true;
}

bool JsonPathParser::optionalInteger(std::optional<std::int64_t> &value)
{
    if (!is('-') && !isDigit(here()))
        return true;
    std::int64_t number = 0;
    if (!integer(number))
        return false;
    value = number;
    return true;
}

bool JsonPathParser::integer(std::int64_t &value)
{
    const qsizetype from = m_at;
    const bool isNegative = take('-');
    if (!isDigit(here()))
        return fail(tr("a digit belongs behind the minus sign."));
    if (is('0') && (isNegative || isDigit(here(1))))
        return failAt(from, isNegative ? tr("-0 isn't a place.") : tr("a number may not begin with 0."));
    while (isDigit(here())) {
        value = value * 10 + static_cast<std::int64_t>(here() - '0');
        if (value > LargestInteger)
            return failAt(from, tr("this number is too large: at most %1.").arg(LargestInteger));
        ++m_at;
    }
    value = isNegative ? -value : value;
    return true;
}

bool JsonPathParser::string(std::string &text)
{
    const qsizetype from = m_at;
    const uint quote = m_text.at(m_at++);
    QString said;
    while (more() && here() != quote) {
        if (is('\\')) {
            if (!escape(said, quote))
                return false;
            continue;
        }
        if (here() < 0x20)
            return fail(tr("a line break or control character is written with a backslash: \\n."));
        const char32_t wide = m_text.at(m_at++);
        said += QString::fromUcs4(&wide, 1);
    }
    if (!more())
        return failAt(from, tr("this quote is never closed."));
    ++m_at;
    text = said.toStdString();
    return true;
}

bool JsonPathParser::escape(QString &text, uint quote)
{
    const qsizetype from = m_at++;
    const uint c = here();
    static constexpr std::string_view letters = "bfnrt/\\";
    static constexpr std::string_view meanings = "\b\f\n\r\t/\\";
    if (c == 'u') {
        ++m_at;
        return unicodeEscape(text);
    }
    const std::size_t at = c > 0 && c < 0x80 ? letters.find(static_cast<char>(c)) : std::string_view::npos;
    if (at != std::string_view::npos)
        text += QLatin1Char(meanings[at]);
    else if (c == quote)
        text += QChar(static_cast<char16_t>(c));
    else
        return failAt(from, tr("behind a backslash stands one of b f n r t / \\ u, or the quote that is open."));
    ++m_at;
    return true;
}

bool JsonPathParser::unicodeEscape(QString &text)
{
    const qsizetype from = m_at - 2;
    uint first = 0;
    if (!hex(first))
        return false;
    text += QChar(static_cast<char16_t>(first));
    if (!QChar::isSurrogate(first))
        return true;
    uint second = 0;
    if (!QChar::isHighSurrogate(first) || !is('\\') || !is('u', 1))
        return failAt(from, tr("half a character: two \\u make one here."));
    m_at += 2;
    if (!hex(second))
        return false;
    text += QChar(static_cast<char16_t>(second));
    return QChar::isLowSurrogate(second) || failAt(from, tr("half a character: two \\u make one here."));
}

bool JsonPathParser::hex(uint &value)
{
    for (int i = 0; i < 4; ++i, ++m_at) {
        const uint c = here();
        const uint lower = c | 0x20;
        const bool isLetter = lower >= 'a' && lower <= 'f';
        if (!isDigit(c) && !isLetter)
            return fail(tr("four digits or letters from a to f belong behind \\u."));
        value = value * 16 + (isDigit(c) ? c - '0' : lower - 'a' + 10);
    }
    return true;
}

} // namespace marquee::query
