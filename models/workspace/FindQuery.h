// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace marquee::workspace {

/// What is looked for in documents.
struct FindQuery
{
    /// Text in names and values; or, with `field`, the whole value, where * stands for anything. Decoded, as people
    /// read it.
    QString text;
    bool matchCase = false;
    bool wholeWords = false;
    /// Where it isn't empty: only values below these names, the innermost last, such as {"Territory", "country"}. One
    /// name may be the catalogue's words for a field ("Licence type").
    QStringList field;

    bool isEmpty() const { return text.isEmpty() && field.isEmpty(); }
    friend bool operator==(const FindQuery &, const FindQuery &) = default;

    /// Reads what was typed: `LicenseType = SVOD`, `Territory/country = US` and `End =` (there at all) ask for a field,
    /// everything else for its text. Text in quotation marks is taken as it stands: `"a = b"`.
    static FindQuery fromTyped(const QString &typed);
};

} // namespace marquee::workspace
