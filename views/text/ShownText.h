// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace marquee::text {

/// A text's bytes, and what a text component makes of them: UTF-16, every line break one sign, no byte-order mark.
/// Edits made there come back to the bytes, of which nothing else changes. Units count from the beginning of what is
/// shown, offsets bytes.
class ShownText
{
public:
    ShownText() = default;
    /// Nothing where the bytes aren't UTF-8.
    static std::optional<ShownText> of(QByteArray bytes);

    const QByteArray &bytes() const { return m_bytes; }
    /// As QTextDocument::toRawText gives it: line breaks are U+2029.
    const QString &shown() const { return m_shown; }
    /// The same to give to a component: with line breaks as they stand in the bytes.
    QString source() const;

    /// The component shows this now; true where that is another text. New line breaks are written as those around them.
    bool follow(const QString &shown);

    qsizetype offsetOf(qsizetype unit) const; ///< the end for what is behind it
    qsizetype unitOf(qsizetype offset) const; ///< of the character that the offset is in

    /// Longest line, in units: what a component has to lay out as one.
    qsizetype longestLine() const;

private:
    qsizetype walk(qsizetype offset, qsizetype units) const;
    QByteArray newlineAt(qsizetype offset) const;

    QByteArray m_bytes;
    QString m_shown;
};

} // namespace marquee::text
