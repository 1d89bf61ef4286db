// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "query/JsonPathTree.h"

#include <QList>
#include <QString>

namespace marquee::query {

/// Reads a JSONPath by the grammar of RFC 9535, and checks the types of what functions are given and give.
class JsonPathParser
{
public:
    explicit JsonPathParser(const QString &text);

    Expected<PathExpression> parse();
    /// After parse: a pattern of the query that can't fit anything, in words.
    const QString &note() const { return m_note; }

    static constexpr int DeepestFilter = 16; ///< filters in filters
    static constexpr int DeepestExpression = 64; ///< parentheses and functions in each other

private:
    // Each of these is false where it failed, and then m_error tells.
    bool segments(PathExpression &path);
    bool segment(PathExpression &path);
    bool shorthand(Segment &segment);
    bool bracketed(Segment &segment);
    bool selector(Selector &selector);
    bool filter(Selector &selector);
    bool indexOrSlice(Selector &selector);
    bool integer(std::int64_t &value);
    bool optionalInteger(std::optional<std::int64_t> &value);

    bool logicalOr(Logical &logical);
    bool logicalAnd(Logical &logical);
    bool basic(Logical &logical);
    bool parenthesised(Logical &logical);
    bool negated(Logical &logical);
    bool comparisonOrTest(Logical &logical);
    bool test(Operand operand, qsizetype at, Logical &logical);
    bool comparisonSign(Comparison &comparison, bool &isThere);
    bool operand(Operand &operand);
    bool word(Operand &operand);
    bool call(const std::string &name, qsizetype at, Operand &operand);
    bool arguments(Call &call);
    bool isComparable(const Operand &operand, qsizetype at);
    bool fitsParameter(const Call &call, const Operand &operand, qsizetype at);
    bool number(Literal &literal);
    void readPattern(Call &call, qsizetype at);

    bool string(std::string &text);
    bool escape(QString &text, uint quote);
    bool unicodeEscape(QString &text);
    bool hex(uint &value);

    bool more() const { return m_at < m_text.size(); }
    uint here(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : 0; }
    bool is(char c, qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() && here(ahead) == static_cast<uint>(c);
    }
    bool take(char c);
    void blanks();
    bool fail(const QString &expected, const QString &nextStep = {}) { return failAt(m_at, expected, nextStep); }
    bool failAt(qsizetype at, const QString &expected, const QString &nextStep = {});

    QList<uint> m_text;
    qsizetype m_at = 0;
    int m_filters = 0;
    int m_level = 0;
    bool m_isBroken = false; ///< half a character stands in it
    std::optional<Error> m_error;
    QString m_note;
};

} // namespace marquee::query
