// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/JsonPathParser.h"

#include "query/QueryError.h"

#include <QCoreApplication>

#include <array>

namespace marquee::query {

using namespace Qt::StringLiterals;
using payload::Kind;

namespace {

constexpr std::int64_t LargestInteger = 9'007'199'254'740'991; // 2^53 - 1: RFC 9535, 2.1

/// What a function takes and gives: RFC 9535, 2.4.1.
enum class Type : std::uint8_t
{
    Value,
    Logical,
    Nodes
};

struct FunctionInfo
{
    std::string_view name;
    Function function;
    Type result;
    std::array<Type, 2> parameters;
    std::size_t count;
};

constexpr std::array<FunctionInfo, 5> functions{{
    {"length", Function::Length, Type::Value, {Type::Value, Type::Value}, 1},
    {"count", Function::Count, Type::Value, {Type::Nodes, Type::Nodes}, 1},
    {"match", Function::Match, Type::Logical, {Type::Value, Type::Value}, 2},
    {"search", Function::Search, Type::Logical, {Type::Value, Type::Value}, 2},
    {"value", Function::Value, Type::Value, {Type::Nodes, Type::Nodes}, 1},
}};

const FunctionInfo &infoOf(Function function)
{
    return functions[static_cast<std::size_t>(function)];
}

QString tr(const char *text)
{
    return QCoreApplication::translate("query", text);
}

bool isDigit(uint c)
{
    return c >= '0' && c <= '9';
}

bool isNameFirst(uint c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}

bool isBlank(uint c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

QString valueWords()
{
    return tr("a value: a text in quotes, a number, true, false, null, or @ or $ with what follows.");
}

/// Counts what stands in each other, for as long as it is read.
class Level
{
public:
    explicit Level(int &count)
        : m_count(count)
    {
        ++m_count;
    }
    ~Level() { --m_count; }
    Level(const Level &) = delete;
    Level &operator=(const Level &) = delete;

private:
    int &m_count;
};

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

bool JsonPathParser::logicalOr(Logical &logical)
{
    logical.type = Logical::Type::Or;
    for (;;) {
        if (!logicalAnd(logical.parts.emplace_back()))
            return false;
        const qsizetype behind = m_at;
        blanks();
        if (!is('|')) {
            m_at = behind;
            return true;
        }
        ++m_at;
        if (!take('|'))
            return fail(tr("“or” is written with two strokes: ||."));
        blanks();
    }
}

bool JsonPathParser::logicalAnd(Logical &logical)
{
    logical.type = Logical::Type::And;
    for (;;) {
        if (!basic(logical.parts.emplace_back()))
            return false;
        const qsizetype behind = m_at;
        blanks();
        if (!is('&')) {
            m_at = behind;
            return true;
        }
        ++m_at;
        if (!take('&'))
            return fail(tr("“and” is written with two signs: &&."));
        blanks();
    }
}

bool JsonPathParser::basic(Logical &logical)
{
    if (is('!'))
        return negated(logical);
    return is('(') ? parenthesised(logical) : comparisonOrTest(logical);
}

bool JsonPathParser::parenthesised(Logical &logical)
{
    const Level level(m_level);
    if (m_level > DeepestExpression)
        return fail(tr("at most %1 parentheses may stand in each other.").arg(DeepestExpression));
    ++m_at;
    blanks();
    if (!logicalOr(logical))
        return false;
    blanks();
    return take(')') || fail(tr("the closing parenthesis, ), is missing here."));
}

bool JsonPathParser::negated(Logical &logical)
{
    ++m_at;
    blanks();
    logical.type = Logical::Type::Not;
    Logical &part = logical.parts.emplace_back();
    if (is('('))
        return parenthesised(part);
    const qsizetype from = m_at;
    Operand tested;
    if (!operand(tested) || !test(std::move(tested), from, part))
        return false;
    const qsizetype behind = m_at;
    blanks();
    if (is('=') || is('<') || is('>') || is('!'))
        return fail(tr("what ! turns round has to stand in parentheses here."), tr("Write !(@.a == 1)."));
    m_at = behind;
    return true;
}

bool JsonPathParser::comparisonOrTest(Logical &logical)
{
    const qsizetype leftAt = m_at;
    Operand left;
    if (!operand(left))
        return false;
    const qsizetype behind = m_at;
    blanks();
    bool isComparison = false;
    if (!comparisonSign(logical.comparison, isComparison))
        return false;
    if (!isComparison) {
        m_at = behind;
        return test(std::move(left), leftAt, logical);
    }
    blanks();
    const qsizetype rightAt = m_at;
    Operand right;
    if (!isComparable(left, leftAt) || !operand(right) || !isComparable(right, rightAt))
        return false;
    logical.type = Logical::Type::Compare;
    logical.operands.push_back(std::move(left));
    logical.operands.push_back(std::move(right));
    return true;
}

bool JsonPathParser::test(Operand tested, qsizetype at, Logical &logical)
{
    if (std::holds_alternative<Literal>(tested)) {
        return failAt(at, tr("a value alone is neither true nor false here."),
            tr("Compare it with something: @.LicenseType == 'EST'."));
    }
    const auto *function = std::get_if<std::shared_ptr<const Call>>(&tested);
    if (function && infoOf((*function)->function).result != Type::Logical) {
        return failAt(at, tr("what this function gives has to be compared."), tr("Write it like count(@.*) > 2."));
    }
    logical.type = Logical::Type::Test;
    logical.operands.push_back(std::move(tested));
    return true;
}

bool JsonPathParser::comparisonSign(Comparison &comparison, bool &isThere)
{
    isThere = true;
    const bool hasEqual = is('=', 1);
    if (is('=') || is('!')) {
        if (!hasEqual)
            return fail(is('=') ? tr("“is” is written with two signs: ==.") : tr("“is not” is written !=."));
        comparison = is('=') ? Comparison::Equal : Comparison::NotEqual;
    } else if (is('<')) {
        comparison = hasEqual ? Comparison::LessOrEqual : Comparison::Less;
    } else if (is('>')) {
        comparison = hasEqual ? Comparison::GreaterOrEqual : Comparison::Greater;
    } else {
        isThere = false;
        return true;
    }
    m_at += hasEqual ? 2 : 1;
    return true;
}

bool JsonPathParser::operand(Operand &operand)
{
    if (is('@') || is('$')) {
        PathExpression path;
        path.isAbsolute = is('$');
        ++m_at;
        if (!segments(path))
            return false;
        operand = std::move(path);
        return true;
    }
    Literal literal;
    if (is('\'') || is('"')) {
        literal.kind = Kind::String;
        if (!string(literal.text))
            return false;
        operand = std::move(literal);
        return true;
    }
    if (is('-') || isDigit(here())) {
        if (!number(literal))
            return false;
        operand = std::move(literal);
        return true;
    }
    return word(operand);
}

/// true, false, null, or a function.
bool JsonPathParser::word(Operand &operand)
{
    const qsizetype from = m_at;
    std::string name;
    while (m_at < m_text.size() && here() < 0x80 && (isNameFirst(here()) || isDigit(here())))
        name.push_back(static_cast<char>(m_text.at(m_at++)));
    const bool isName = !name.empty() && name.front() >= 'a' && name.front() <= 'z';
    if (isName && is('('))
        return call(name, from, operand);
    if (name == "true" || name == "false" || name == "null") {
        operand = Literal{name == "true" ? Kind::True : name == "false" ? Kind::False : Kind::Null, {}};
        return true;
    }
    m_at = from;
    return fail(valueWords(),
        name.empty() ? QString() : tr("Write a member as @.%1, a text as '%1'.").arg(QString::fromStdString(name)));
}

bool JsonPathParser::call(const std::string &name, qsizetype at, Operand &operand)
{
    const Level level(m_level);
    if (m_level > DeepestExpression)
        return fail(tr("at most %1 functions may stand in each other.").arg(DeepestExpression));
    for (const FunctionInfo &info : functions) {
        if (info.name != name)
            continue;
        auto made = std::make_shared<Call>();
        made->function = info.function;
        ++m_at;
        if (!arguments(*made))
            return false;
        operand = std::shared_ptr<const Call>(std::move(made));
        return true;
    }
    return failAt(at, tr("there is no function %1.").arg(QString::fromStdString(name)),
        tr("The functions are length, count, match, search and value."));
}

bool JsonPathParser::arguments(Call &call)
{
    const FunctionInfo &info = infoOf(call.function);
    const QString name = QString::fromUtf8(info.name.data(), static_cast<qsizetype>(info.name.size()));
    qsizetype lastAt = m_at;
    for (std::size_t i = 0; i < info.count; ++i) {
        blanks();
        if (i > 0 && !take(','))
            return fail(tr("%1 takes two values, with a comma between.").arg(name));
        blanks();
        lastAt = m_at;
        Operand argument;
        if (is(')'))
            return fail(tr("%1 needs something in its parentheses.").arg(name));
        if (!operand(argument))
            return false;
        call.arguments.push_back(std::move(argument));
        if (!fitsParameter(call, call.arguments.back(), lastAt))
            return false;
    }
    blanks();
    if (!take(')'))
        return fail(is(',') ? tr("%1 doesn't take so many values.").arg(name)
                            : tr("the closing parenthesis, ), is missing here."));
    readPattern(call, lastAt);
    return true;
}

bool JsonPathParser::fitsParameter(const Call &call, const Operand &operand, qsizetype at)
{
    const Type wanted = infoOf(call.function).parameters[call.arguments.size() - 1];
    if (wanted == Type::Value)
        return isComparable(operand, at);
    return std::holds_alternative<PathExpression>(operand)
        || failAt(
            at, tr("a query belongs here: @ or $ with what follows."), tr("Write it like count(@.Territory[*])."));
}

/// Of the type of a value: what can be compared, and given to a function that takes one.
bool JsonPathParser::isComparable(const Operand &operand, qsizetype at)
{
    if (const auto *path = std::get_if<PathExpression>(&operand)) {
        return path->isSingular()
            || failAt(at, tr("this can find several values, and only one can be taken here."),
                tr("Name one place, without *, .., commas, 0:3 and filters; or put it in value(…) or count(…)."));
    }
    if (const auto *function = std::get_if<std::shared_ptr<const Call>>(&operand)) {
        return infoOf((*function)->function).result == Type::Value
            || failAt(at, tr("what this function gives is true or false, and can't be compared."),
                tr("Leave the comparison out."));
    }
    return true;
}

/// A pattern that stands in the query is read with it. One that is wrong is no error: the function is then false
/// (2.4.6).
void JsonPathParser::readPattern(Call &call, qsizetype at)
{
    if (call.function != Function::Match && call.function != Function::Search)
        return;
    const auto *literal = std::get_if<Literal>(&call.arguments.at(1));
    if (!literal || literal->kind != Kind::String)
        return;
    const auto fit = call.function == Function::Match ? Pattern::Fit::Whole : Pattern::Fit::Part;
    call.hasLiteralPattern = true;
    call.pattern = Pattern::read(literal->text, fit);
    if (!call.pattern) {
        m_note = tr("The pattern at character %1 isn't one that JSONPath knows, so it fits nothing. It has . [a-z] ( | "
                    ") * + ? {2,3} and "
                    "\\p{Lu}, but no \\d, \\w, ^ or $ with a meaning.")
                     .arg(at + 1);
    }
}

bool JsonPathParser::number(Literal &literal)
{
    literal.kind = Kind::Number;
    const qsizetype from = m_at;
    take('-');
    if (!isDigit(here()))
        return fail(tr("a digit belongs behind the minus sign."));
    if (is('0') && isDigit(here(1)))
        return failAt(from, tr("a number may not begin with 0."));
    const auto digits = [this] {
        const qsizetype first = m_at;
        while (isDigit(here()))
            ++m_at;
        return m_at > first;
    };
    digits();
    if (take('.') && !digits())
        return fail(tr("a digit belongs behind the point."));
    if (is('e') || is('E')) {
        ++m_at;
        if (is('+') || is('-'))
            ++m_at;
        if (!digits())
            return fail(tr("a digit belongs behind the e."));
    }
    for (qsizetype i = from; i < m_at; ++i)
        literal.text.push_back(static_cast<char>(m_text.at(i)));
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
