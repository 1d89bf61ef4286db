// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/Finder.h"

#include <QElapsedTimer>

#include <algorithm>

namespace marquee::preview {

namespace {
constexpr std::uint32_t Stretch = 256 * 1024;
constexpr int SliceMs = 8;
constexpr int QuietMs = 150;
}

Finder::Finder(QObject *parent)
    : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &Finder::work);
    m_again.setSingleShot(true);
    m_again.setInterval(QuietMs);
    connect(&m_again, &QTimer::timeout, &m_timer, [this] { m_timer.start(0); });
}

void Finder::setText(const payload::Text &text)
{
    m_text = text;
    m_timer.stop();
    m_left = 0;
    m_hits.clear();
    m_counted = 0;
    m_counting = isSearching();
    if (!m_counting)
        return;
    m_again.start();
    Q_EMIT progressed();
}

void Finder::search(const QByteArray &needle, bool matchCase, std::uint32_t from)
{
    m_search = TextSearch(needle, matchCase);
    m_hits.clear();
    m_counted = 0;
    m_counting = !needle.isEmpty();
    m_again.stop();
    seek(from, true);
}

void Finder::stop()
{
    m_search = {};
    m_timer.stop();
    m_again.stop();
    m_left = 0;
    m_hits.clear();
    m_counting = false;
}

void Finder::next(std::uint32_t behind)
{
    seek(behind, true);
}

void Finder::previous(std::uint32_t before)
{
    seek(before, false);
}

std::size_t Finder::numberOf(std::uint32_t offset) const
{
    const auto at = std::lower_bound(m_hits.begin(), m_hits.end(), offset);
    return at != m_hits.end() && *at == offset ? static_cast<std::size_t>(at - m_hits.begin()) + 1 : 0;
}

void Finder::seek(std::uint32_t from, bool forwards)
{
    m_forwards = forwards;
    m_at = std::min(from, m_text.size());
    m_left = isSearching() ? m_text.size() : 0;
    work();
}

/// One stretch from m_at on; at an end of the text it goes on at the other.
void Finder::seekOn()
{
    if (m_forwards && m_at == m_text.size())
        m_at = 0;
    else if (!m_forwards && m_at == 0)
        m_at = m_text.size();
    const std::uint32_t most = std::min(Stretch, m_left);
    const std::uint32_t begin = m_forwards ? m_at : m_at - std::min(most, m_at);
    const std::uint32_t end = m_forwards ? m_at + std::min(most, m_text.size() - m_at) : m_at;
    const auto hit = m_forwards ? m_search.first(m_text, begin, end) : m_search.last(m_text, begin, end);
    m_left = hit ? 0 : m_left - (end - begin);
    m_at = m_forwards ? end : begin;
    if (hit)
        Q_EMIT found(*hit, *hit + m_search.length());
}

void Finder::countOn()
{
    const std::uint32_t end = m_counted + std::min(Stretch, m_text.size() - m_counted);
    m_search.collect(m_text, m_counted, end, m_hits, MostHits); // where that many are there, it stays "counting"
    m_counted = end;
    m_counting = m_counted < m_text.size() || m_hits.size() >= MostHits;
}

void Finder::work()
{
    QElapsedTimer time;
    time.start();
    while (isSeeking() && time.elapsed() < SliceMs)
        seekOn();
    while (!isSeeking() && m_counting && m_hits.size() < MostHits && time.elapsed() < SliceMs)
        countOn();
    if (isSeeking() || (m_counting && m_hits.size() < MostHits))
        m_timer.start(0);
    else
        m_timer.stop();
    Q_EMIT progressed();
}

} // namespace marquee::preview
