// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <tl/expected.hpp>

namespace marquee {

/// A place in a text. Lines and columns count from 1, columns in bytes; the offset counts bytes from 0.
struct TextPlace
{
    std::uint32_t offset = 0;
    std::uint32_t line = 1;
    std::uint32_t column = 1;

    friend bool operator==(const TextPlace &, const TextPlace &) = default;
};

/// What went wrong, for the caller to branch on and for the user to read.
struct Error
{
    enum class Code {
        NotFound, ///< a file, folder, name or place that isn't there
        NotPermitted, ///< the platform refuses to read or write
        NotAFile, ///< a folder, device or the like where a file belongs
        TooLarge, ///< above a limit of this program; the message names it
        ReadFailed,
        WriteFailed, ///< disk full and its like; what stood there before still stands
        Malformed, ///< not well-formed (PL001)
        NotUtf8, ///< not UTF-8, or an unpaired surrogate (PL003)
        TooDeep, ///< deeper than the format allows (PL005)
        UsesEntities, ///< XML with a document type or an entity of its own (PL005)
        Invalid, ///< well-formed, but not a value that belongs here
        Network,
        Internal ///< a resource of this program is missing or broken
    };

    Code code = Code::Internal;
    QString message; ///< one sentence in the user's language, with the place where there is one
    QString nextStep; ///< what the user can do about it; may be empty
    std::optional<TextPlace> place; ///< set where the error speaks of a text
    QString excerpt; ///< the line of the text at the place, cut to a readable length
};

template <class T>
using Expected = tl::expected<T, Error>;

inline Error makeError(Error::Code code, const QString &message, const QString &nextStep = {})
{
    Error error;
    error.code = code;
    error.message = message;
    error.nextStep = nextStep;
    return error;
}

/// What went wrong, and what to do about it.
inline QString sentence(const Error &error)
{
    return error.nextStep.isEmpty() ? error.message : QString(error.message + u' ' + error.nextStep);
}

} // namespace marquee
