// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "payload/Error.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace marquee::workspace {

/// What a draft says of its document.
struct DraftHead
{
    QString path; ///< of the file; empty: it has none yet
    QString name;
    int origin = 0; ///< OpenDocument::Origin
    QByteArray onDisk; ///< SHA-1 of what stood in the file when it was read or saved last; empty without a file
    bool isPayload = true; ///< false: the base isn't well-formed, and has no history; only a pending text
};

/// An edited document as it is kept beside its file: the text that its history begins with, and what was done since. The file only
/// grows, a line at a time, so that whatever ends the program leaves a whole history up to some line.
struct Draft
{
    QString file; ///< the draft's own
    QDateTime written; ///< last, local time
    DraftHead head;
    QByteArray base;
    /// Bytes that stand in a pending text where others stood: in the one of the turn before, or, where that had none, in the
    /// document's text.
    struct Pending
    {
        qsizetype at = 0;
        qsizetype removed = 0;
        QByteArray inserted;
    };
    /// Takes the history back to `keep` steps, then does these.
    struct Turn
    {
        std::size_t keep = 0;
        std::vector<payload::Step> steps; ///< captions, merge keys and edits only
        std::optional<Pending> pending = std::nullopt; ///< none: the document is well-formed
    };
    std::vector<Turn> turns;

    /// Malformed where it isn't a draft; what is cut off at the end is left out. Any thread.
    static Expected<Draft> read(const QString &file);
    /// The document with its history, as it stood; not as saved. Malformed where the history doesn't fit the text. Any thread.
    /// Null where the base isn't a payload. `pending` becomes the text that wasn't well-formed yet, if there was one.
    Expected<std::unique_ptr<payload::Document>> replay(std::optional<QByteArray> *pending = nullptr) const;

    // What a draft's file is made of.
    static QByteArray beginning(const DraftHead &head, const QByteArray &base);
    static QByteArray line(std::size_t keep, std::span<const payload::Step> steps, const std::optional<Pending> &pending = {});
    static Pending difference(const QByteArray &before, const QByteArray &after);

private:
    static bool replay(const Turn &turn, payload::Document &document);
};

} // namespace marquee::workspace
