// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/FirstLook.h"

#include <algorithm>

namespace marquee::inspector {

namespace {

constexpr qsizetype Looked = 256 * 1024;

/// Where the text may be cut, and what closes it there.
struct Cut
{
    qsizetype at = 0;
    QByteArray closers;
};

class Scanner
{
public:
    /// Nothing where it isn't clean.
    Cut scan(const QByteArray &head)
    {
        for (qsizetype at = 0; at < head.size(); ++at) {
            if (!take(head.at(at), at))
                return {};
        }
        return m_cut;
    }

private:
    bool take(char c, qsizetype at)
    {
        if (m_inString) {
            if (m_escaped)
                m_escaped = false;
            else if (c == '\\')
                m_escaped = true;
            else if (c == '"')
                m_inString = false;
            return true;
        }
        switch (c) {
        case '"':
            m_inString = true;
            return true;
        case '{':
            m_open.append('}');
            return true;
        case '[':
            m_open.append(']');
            return true;
        case '}':
        case ']':
            if (m_open.isEmpty() || m_open.back() != c)
                return false;
            m_open.chop(1);
            return !m_open.isEmpty(); // it ends here: nothing is left to wait for
        case ',':
            m_cut.at = at;
            m_cut.closers = m_open;
            return true;
        case '/': // a comment: it may hold anything
            return false;
        default:
            return true;
        }
    }

    QByteArray m_open;
    Cut m_cut;
    bool m_inString = false;
    bool m_escaped = false;
};

} // namespace

std::shared_ptr<const payload::Document> firstLook(const QByteArray &bytes)
{
    if (bytes.size() <= Looked)
        return nullptr;
    Cut cut = Scanner().scan(bytes.left(Looked));
    if (cut.at == 0)
        return nullptr;
    std::reverse(cut.closers.begin(), cut.closers.end());
    QByteArray beginning = bytes.left(cut.at);
    beginning.append(cut.closers);
    auto document = payload::Document::read(beginning);
    return document ? std::shared_ptr<const payload::Document>(std::move(*document)) : nullptr;
}

} // namespace marquee::inspector
