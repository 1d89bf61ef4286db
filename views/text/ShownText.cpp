// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/ShownText.h"

#include <algorithm>

namespace marquee::text {

namespace {

constexpr char ByteOrderMark[] = "\xEF\xBB\xBF";
constexpr char16_t FirstFrame = 0xFDD0; // a component takes these two for the edges of a frame, and breaks the line
constexpr char16_t LastFrame = 0xFDD1;

qsizetype markSize(const QByteArray &bytes)
{
    return bytes.startsWith(ByteOrderMark) ? 3 : 0;
}

/// Every line break as a component keeps it.
QString broken(const QString &source)
{
    QString shown;
    shown.reserve(source.size());
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source[i];
        if (c == u'\r' && i + 1 < source.size() && source[i + 1] == u'\n')
            ++i;
        const bool breaks = c == u'\n' || c == u'\r' || c == QChar(FirstFrame) || c == QChar(LastFrame);
        shown += breaks ? QChar(QChar::ParagraphSeparator) : c;
    }
    return shown;
}

struct Character
{
    int bytes = 1;
    int units = 1;
};

Character characterAt(const QByteArray &bytes, qsizetype offset)
{
    const auto lead = static_cast<unsigned char>(bytes[offset]);
    if (lead == '\r' && offset + 1 < bytes.size() && bytes[offset + 1] == '\n')
        return {2, 1};
    if (lead < 0xC0)
        return {1, 1};
    return lead < 0xE0 ? Character{2, 1} : lead < 0xF0 ? Character{3, 1} : Character{4, 2};
}

} // namespace

std::optional<ShownText> ShownText::of(QByteArray bytes)
{
    ShownText text;
    text.m_bytes = std::move(bytes);
    const QString source = text.source();
    if (source.toUtf8() != QByteArrayView(text.m_bytes).sliced(markSize(text.m_bytes)))
        return std::nullopt;
    text.m_shown = broken(source);
    return text;
}

QString ShownText::source() const
{
    const qsizetype mark = markSize(m_bytes);
    QString source = QString::fromUtf8(m_bytes.constData() + mark, m_bytes.size() - mark);
    if (QByteArrayView(m_bytes).sliced(mark).startsWith(
            ByteOrderMark)) // a second one belongs to the text, and reading would leave it out
        source.prepend(QChar(QChar::ByteOrderMark));
    return source;
}

bool ShownText::follow(const QString &shown)
{
    const qsizetype most = std::min(m_shown.size(), shown.size());
    qsizetype front = std::mismatch(m_shown.begin(), m_shown.begin() + most, shown.begin()).first - m_shown.begin();
    if (front == m_shown.size() && front == shown.size())
        return false;
    if (front > 0 && shown[front - 1].isHighSurrogate())
        --front;
    qsizetype back
        = std::mismatch(m_shown.rbegin(), m_shown.rbegin() + (most - front), shown.rbegin()).first - m_shown.rbegin();
    if (back > 0 && shown[shown.size() - back].isLowSurrogate())
        --back;
    const qsizetype begin = walk(markSize(m_bytes), front);
    const qsizetype end = walk(begin, m_shown.size() - front - back);
    QByteArray inserted;
    const QByteArray newline = newlineAt(begin);
    const QString typed = shown.mid(front, shown.size() - front - back);
    qsizetype from = 0;
    for (qsizetype at = typed.indexOf(QChar::ParagraphSeparator); at >= 0;
         at = typed.indexOf(QChar::ParagraphSeparator, from)) {
        inserted += typed.mid(from, at - from).toUtf8() + newline;
        from = at + 1;
    }
    inserted += typed.mid(from).toUtf8();
    m_bytes.replace(begin, end - begin, inserted);
    m_shown = shown;
    return true;
}

qsizetype ShownText::walk(qsizetype offset, qsizetype units) const
{
    while (units > 0 && offset < m_bytes.size()) {
        const Character character = characterAt(m_bytes, offset);
        units -= character.units;
        offset += character.bytes;
    }
    return std::min(offset, m_bytes.size());
}

qsizetype ShownText::offsetOf(qsizetype unit) const
{
    return walk(markSize(m_bytes), unit);
}

qsizetype ShownText::unitOf(qsizetype offset) const
{
    qsizetype units = 0;
    qsizetype at = markSize(m_bytes);
    while (at < m_bytes.size()) {
        const Character character = characterAt(m_bytes, at);
        if (at + character.bytes > offset)
            break;
        at += character.bytes;
        units += character.units;
    }
    return units;
}

qsizetype ShownText::longestLine() const
{
    qsizetype longest = 0;
    qsizetype from = 0;
    for (qsizetype at = 0; at >= 0; from = at + 1) {
        at = m_shown.indexOf(QChar::ParagraphSeparator, from);
        longest = std::max(longest, (at < 0 ? m_shown.size() : at) - from);
        if (at < 0)
            break;
    }
    return longest;
}

/// The line break in front of a place, else the one behind it.
QByteArray ShownText::newlineAt(qsizetype offset) const
{
    qsizetype at = offset > 0 ? m_bytes.lastIndexOf('\n', offset - 1) : -1;
    if (at < 0)
        at = m_bytes.indexOf('\n', offset);
    if (at >= 0)
        return at > 0 && m_bytes[at - 1] == '\r' ? "\r\n" : "\n";
    return m_bytes.contains('\r') ? "\r" : "\n";
}

} // namespace marquee::text
