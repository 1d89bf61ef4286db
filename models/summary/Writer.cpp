// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/Writer.h"

#include <QCoreApplication>
#include <QUrl>

namespace marquee::summary {

using namespace Qt::StringLiterals;
using payload::Pointer;
using payload::Value;

namespace {

constexpr qsizetype LongestValue = 400; // characters
constexpr std::size_t MostBytes = 4 * 400; // of UTF-8 that are looked at

std::string_view beginning(std::string_view utf8)
{
    if (utf8.size() <= MostBytes)
        return utf8;
    std::size_t end = MostBytes;
    while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xc0) == 0x80) // not within a character
        --end;
    return utf8.substr(0, end);
}

bool isWebAddress(const QString &url)
{
    const QUrl read(url, QUrl::StrictMode);
    return read.isValid() && !read.host().isEmpty() && (read.scheme() == "http"_L1 || read.scheme() == "https"_L1);
}

} // namespace

QString tr(const char *text)
{
    return QCoreApplication::translate("summary", text);
}

QString oneLine(const QString &text)
{
    const QString line = text.left(4 * LongestValue).simplified();
    return line.size() <= LongestValue ? line : QString(line.left(LongestValue - 1) + u'…');
}

QString shown(const Value &value)
{
    if (!value)
        return {};
    std::string scratch;
    const std::string_view text = beginning(value.isString() ? value.string(scratch) : value.raw(scratch));
    return oneLine(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

void Writer::section(const QString &heading, std::optional<Pointer> place)
{
    finish();
    m_summary.sections.push_back({heading, {}, std::move(place)});
    m_isOpen = true;
}

void Writer::finish()
{
    if (!m_isOpen)
        return;
    SummarySection &last = m_summary.sections.back();
    if (m_left > 0)
        last.rows.push_back(
            {{}, QCoreApplication::translate("summary", "and %n more", nullptr, static_cast<int>(m_left)), {}, {}});
    if (last.rows.empty())
        m_summary.sections.pop_back();
    m_left = 0;
    m_isFull = false;
    m_isOpen = false;
}

void Writer::row(const QString &label, const QString &value, std::optional<Pointer> place, const QString &link)
{
    if (value.isEmpty() || !m_isOpen)
        return;
    SummarySection &last = m_summary.sections.back();
    if (last.rows.size() >= MostRows) {
        m_isFull = true;
        ++m_left;
        return;
    }
    last.rows.push_back({label, value, std::move(place), link});
}

void Writer::member(const QString &label, const Value &object, const Pointer &place, std::string_view name)
{
    const Value value = object.member(name);
    if (value && value.kind() != payload::Kind::Null)
        row(label, shown(value), place.child(name));
}

void Writer::address(const QString &label, const QString &url, const Pointer &place)
{
    row(label, oneLine(url), place, isWebAddress(url) ? url : QString());
}

} // namespace marquee::summary
