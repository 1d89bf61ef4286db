// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace marquee::callbacks {

/// What a partner says of one entity of a message.
enum class Verdict : std::uint8_t
{
    Ok,
    Error,
    Unclear ///< it says neither
};

/// "ok", "error"; for Unclear nothing.
QString nameOf(Verdict verdict);

/// A warning or an error.
struct Remark
{
    int code = -1; ///< of processing: 0, 100, 101, 102; -1: it names none
    QString text; ///< as it was written, blanks at the ends taken off

    friend bool operator==(const Remark &, const Remark &) = default;
};

/// The part of a callback that speaks of one entity.
struct Response
{
    QString entity; ///< "Performance"; empty where it isn't said
    QString id;
    QString siteId; ///< empty where it isn't said
    Verdict verdict = Verdict::Unclear;
    QString status; ///< as it was written
    int code = -1; ///< of the status or of the first error; -1: none
    std::vector<Remark> warnings;
    std::vector<Remark> errors;
    payload::Pointer place; ///< in the callback's own text
};

/// What a partner posts when it has processed a message.
struct Callback
{
    QString supplier; ///< dataSupplierId
    QString sequence; ///< messageSequence, as it was written
    std::vector<Response> responses;
};

/// What a code of processing means, in the user's language; empty for one that no source names.
QString meaningOf(int code);

/// A remark to be shown: its text, and the code's meaning where the text is nothing but the code.
QString wordsOf(const Remark &remark);

} // namespace marquee::callbacks

Q_DECLARE_METATYPE(marquee::callbacks::Response)
