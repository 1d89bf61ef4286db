// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/Wish.h"
#include "payload/Change.h"
#include "payload/Text.h"
#include "rules/Validator.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace marquee::inventory {

/// A window as it was found: its place and, where it has one, its ID.
struct WindowPlace
{
    std::uint32_t place = 0; ///< in /avail/Transaction
    std::string id;
};

/// The windows of a document that are meant now: by their IDs where they moved meanwhile.
struct FoundWindows
{
    windows::Rows rows;
    int lost = 0; ///< that aren't there any more
};
FoundWindows findWindows(const payload::Document &document, const std::vector<WindowPlace> &places);

/// What a wish comes to in a file, and which bytes that was said of.
struct FilePlan
{
    WishPlan plan;
    int lost = 0;
    QByteArray seen; ///< names the file's bytes
};
/// What was done to a text, so that it can be undone.
struct TextChange
{
    QByteArray before; ///< names the bytes; empty: not known
    QByteArray after;
    std::vector<payload::Splice> splices; ///< in the order in which they were done

    qint64 size() const; ///< bytes that keeping it takes
};

/// What names a file's bytes, and no others.
QByteArray nameOfBytes(const QByteArray &bytes);

/// Errors: those of reading, Malformed and the like, Invalid where nothing can be done. Any thread.
Expected<FilePlan> planFile(const QString &path, const rules::Rulebook &book, std::int64_t now,
    const std::vector<WindowPlace> &places, const Wish &wish);
/// Does it, where the file's bytes are still those of the plan, and saves; the file is whole, or as it was. Any thread.
Expected<TextChange> changeFile(const QString &path, const QByteArray &seen, const rules::Rulebook &book,
    std::int64_t now, const std::vector<WindowPlace> &places, const Wish &wish);
/// Puts back what stood there, where the file still holds what was written; one that holds it already is left alone.
/// Any thread.
Expected<void> putBackFile(const QString &path, const TextChange &change);

/// The text as it was before. Nothing where it isn't what was written.
std::optional<payload::Text> takenBack(payload::Text text, const TextChange &change);

/// The file or document is another than when it was looked at.
Error changedMeanwhile();

} // namespace marquee::inventory
