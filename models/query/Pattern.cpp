// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/Pattern.h"

#include <QString>

#include <string>

namespace marquee::query {

using namespace Qt::StringLiterals;

namespace {

constexpr int DeepestGroup = 100;
constexpr int LargestRepeat = 65'535;

/// Reads an I-Regexp and writes the same for QRegularExpression, whose language has more signs with a meaning.
class Translator
{
public:
    explicit Translator(const QList<uint> &text)
        : m_text(text)
    {
    }

    bool translate() { return expression(0) && m_at == m_text.size(); }
    const QString &result() const { return m_out; }
    qsizetype at() const { return m_at; }

private:
    uint here(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : 0; }
    bool is(char c, qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() && m_text.at(m_at + ahead) == static_cast<uint>(c);
    }
    bool take(char c)
    {
        if (!is(c))
            return false;
        ++m_at;
        return true;
    }
    static bool isOneOf(uint c, std::string_view any)
    {
        return c > 0 && c < 0x80 && any.find(static_cast<char>(c)) != std::string_view::npos;
    }

    bool expression(int level)
    {
        if (level > DeepestGroup)
            return false;
        for (;;) {
            while (m_at < m_text.size() && !is('|') && !is(')')) {
                if (!atom(level) || !quantifier())
                    return false;
            }
            if (!take('|'))
                return true;
            m_out += u'|';
        }
    }

    bool atom(int level)
    {
        if (take('(')) {
            m_out += u"(?:"_s;
            if (!expression(level + 1) || !take(')'))
                return false;
            m_out += u')';
            return true;
        }
        if (take('.')) {
            m_out += u"[^\\n\\r]"_s;
            return true;
        }
        if (is('['))
            return characterClass();
        if (is('\\'))
            return is('p', 1) || is('P', 1) ? category() : escape();
        if (isOneOf(here(), "*+?]{}"))
            return false;
        write(m_text.at(m_at++));
        return true;
    }

    bool quantifier()
    {
        if (is('*') || is('+') || is('?')) {
            m_out += QChar(static_cast<char16_t>(m_text.at(m_at++)));
            return true;
        }
        if (!take('{'))
            return true;
        int least = 0;
        int most = 0;
        if (!number(least))
            return false;
        m_out += u'{' + QString::number(least);
        if (take(',')) {
            m_out += u',';
            if (!is('}')) {
                if (!number(most))
                    return false;
                m_out += QString::number(most);
            }
        }
        m_out += u'}';
        return take('}');
    }

    bool number(int &value)
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && here() >= '0' && here() <= '9') {
            value = value * 10 + static_cast<int>(here() - '0');
            if (value > LargestRepeat)
                return false;
            ++m_at;
        }
        return m_at > from;
    }

    /// \n, \. and their like.
    bool escape()
    {
        uint c = 0;
        if (!escaped(c))
            return false;
        write(c);
        return true;
    }

    bool escaped(uint &c)
    {
        ++m_at;
        if (!isOneOf(here(), "()*+-.?[\\]^nrt{|}"))
            return false;
        c = here() == 'n' ? '\n' : here() == 'r' ? '\r' : here() == 't' ? '\t' : here();
        ++m_at;
        return true;
    }

    /// \p{Lu} and \P{Lu}.
    bool category()
    {
        const bool isNegated = is('P', 1);
        m_at += 2;
        if (!take('{'))
            return false;
        QString name;
        while (m_at < m_text.size() && !is('}') && name.size() <= 2)
            name += QChar(static_cast<char16_t>(m_text.at(m_at++) & 0xffff));
        static const QStringList known{u"L"_s, u"Ll"_s, u"Lm"_s, u"Lo"_s, u"Lt"_s, u"Lu"_s, u"M"_s, u"Mc"_s, u"Me"_s,
            u"Mn"_s, u"N"_s, u"Nd"_s, u"Nl"_s, u"No"_s, u"P"_s, u"Pc"_s, u"Pd"_s, u"Pe"_s, u"Pf"_s, u"Pi"_s, u"Po"_s,
            u"Ps"_s, u"Z"_s, u"Zl"_s, u"Zp"_s, u"Zs"_s, u"S"_s, u"Sc"_s, u"Sk"_s, u"Sm"_s, u"So"_s, u"C"_s, u"Cc"_s,
            u"Cf"_s, u"Cn"_s, u"Co"_s};
        if (!known.contains(name) || !take('}'))
            return false;
        m_out += (isNegated ? u"\\P{"_s : u"\\p{"_s) + name + u'}';
        return true;
    }

    bool characterClass()
    {
        ++m_at;
        m_out += u'[';
        if (take('^'))
            m_out += u'^';
        if (is(']'))
            return false;
        if (take('-'))
            write('-');
        while (!is(']')) {
            if (m_at >= m_text.size())
                return false;
            if (is('-')) {
                if (!is(']', 1))
                    return false;
                write(m_text.at(m_at++));
            } else if (is('\\') && (is('p', 1) || is('P', 1))) {
                if (!category())
                    return false;
            } else if (!range()) {
                return false;
            }
        }
        ++m_at;
        m_out += u']';
        return true;
    }

    /// One character of a class, or from one to another.
    bool range()
    {
        if (!classCharacter())
            return false;
        if (!is('-') || is(']', 1))
            return true;
        ++m_at;
        m_out += u'-';
        return classCharacter();
    }

    bool classCharacter()
    {
        if (m_at >= m_text.size())
            return false;
        if (is('\\'))
            return escape();
        if (isOneOf(here(), "-[]"))
            return false;
        write(m_text.at(m_at++));
        return true;
    }

    /// A character that means itself.
    void write(uint c)
    {
        const bool isPlain = c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        const char32_t wide = c;
        if (isPlain)
            m_out += QString::fromUcs4(&wide, 1);
        else
            m_out += u"\\x{"_s + QString::number(c, 16) + u'}';
    }

    const QList<uint> &m_text;
    qsizetype m_at = 0;
    QString m_out;
};

} // namespace

std::optional<Pattern> Pattern::read(std::string_view utf8, Fit fit, qsizetype *failedAt)
{
    const QList<uint> text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).toUcs4();
    Translator translator(text);
    const bool isRead = text.size() <= LongestPattern && translator.translate();
    if (failedAt)
        *failedAt = translator.at();
    if (!isRead)
        return std::nullopt;
    const QString &inside = translator.result();
    Pattern pattern;
    pattern.m_expression.setPattern(fit == Fit::Whole ? QString(u"\\A(?:"_s + inside + u")\\z"_s) : inside);
    pattern.m_expression.setPatternOptions(QRegularExpression::DontCaptureOption);
    if (!pattern.m_expression.isValid())
        return std::nullopt;
    return pattern;
}

bool Pattern::fits(std::string_view utf8) const
{
    return m_expression.match(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()))).hasMatch();
}

} // namespace marquee::query
