// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace marquee::inspector {

/// What bytes look like before anybody reads them. Looks at the beginning only.
struct ByteLook
{
    enum class Form : std::uint8_t
    {
        Empty, ///< no bytes, or only blanks
        Json,
        Xml,
        Html, ///< a page for people: a proxy's, or a login's
        Text, ///< begins as neither
        Binary ///< holds what no text has
    };
    enum class Encoding : std::uint8_t
    {
        Utf8,
        Utf8Mark /**< with a byte-order mark */,
        Utf16Little,
        Utf16Big,
        Other
    };

    Form form = Form::Empty;
    Encoding encoding = Encoding::Utf8;
};

ByteLook lookAt(const QByteArray &bytes);

/// What the user should know of it, in a sentence or two; empty where it is JSON or XML in UTF-8.
QString noteOf(const ByteLook &look);

} // namespace marquee::inspector
