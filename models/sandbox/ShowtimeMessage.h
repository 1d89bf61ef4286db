// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>
#include <utility>
#include <vector>

namespace marquee::sandbox {

/// One element of a message as it was sent.
struct XmlElement
{
    QString name;
    std::vector<std::pair<QString, QString>> attributes;
    QString text; ///< its own, decoded
    std::vector<XmlElement> children;

    /// Empty where there is none of exactly that name.
    QString attribute(const QString &wanted) const
    {
        for (const auto &[key, value] : attributes) {
            if (key == wanted)
                return value;
        }
        return {};
    }
};

/// A message whose structure is right; what its performances hold isn't judged yet.
struct ShowtimeMessage
{
    QString supplier;
    QString sequence;
    QString callbackUrl; ///< empty: nobody wants to hear
    std::vector<XmlElement> performances;
};

/// Reads with Qt's own XML reader, on purpose not with payload/. Nothing where the XML or its structure is wrong; then
/// `complaint` says why and where, in English, as partners do. No DTD, no entities but the five.
std::optional<ShowtimeMessage> readShowtimeMessage(const QByteArray &bytes, QByteArray &complaint);

} // namespace marquee::sandbox
