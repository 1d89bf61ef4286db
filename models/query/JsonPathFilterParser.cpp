// SPDX-License-Identifier: GPL-3.0-or-later
// The parser's other half: the conditions of filters, and the functions in them.
#include "query/JsonPathParser.h"
#include "query/JsonPathSigns.h"
#include "query/QueryError.h"

#include <QCoreApplication>

#include <array>

namespace marquee::query {

using namespace Qt::StringLiterals;
using payload::Kind;

namespace {

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

QString valueWords()
{
    return tr("a value: a text in quotes, a number, true, false, null, or @ or $ with what follows.");
}

} // namespace

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

} // namespace marquee::query
