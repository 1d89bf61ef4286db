// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/TextMime.h"

#include "preview/Utf8.h"

namespace marquee::preview {

using namespace Qt::StringLiterals;

TextMime::TextMime(payload::Text text, std::uint32_t begin, std::uint32_t end)
    : m_text(std::move(text))
    , m_begin(begin)
    , m_end(end)
{
}

bool TextMime::hasFormat(const QString &type) const
{
    return formats().contains(type);
}

QStringList TextMime::formats() const
{
    return {u"text/plain"_s};
}

QVariant TextMime::retrieveData(const QString &type, QMetaType) const
{
    if (!hasFormat(type))
        return {};
    std::string scratch;
    return textOf(m_text.view(m_begin, m_end, scratch));
}

} // namespace marquee::preview
