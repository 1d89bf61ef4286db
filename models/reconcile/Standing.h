// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Difference.h"
#include "partners/Outcome.h"
#include "payload/Pointer.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace marquee::reconcile {

/// How a window of a document stands to what the partner has.
enum class Status : std::uint8_t
{
    New, ///< in the document only
    Changed,
    Gone, ///< at the partner only
    Same,
    Removed, ///< it was gone, and was deleted at the partner since
    Unknown ///< not compared
};

/// "new", "changed", "gone", "same", "removed", "unknown": as programs read it.
QLatin1StringView statusName(Status status);
/// "New", "Changed" …: for people.
QString statusTitle(Status status);
/// Worth sending.
inline bool differs(Status status)
{
    return status == Status::New || status == Status::Changed || status == Status::Gone;
}

/// What became of what was to be sent.
struct Result
{
    enum class State : std::uint8_t
    {
        None, ///< nothing was sent
        HeldBack, ///< not sent, for a reason: `message`
        Sending,
        Done ///< `outcome`
    };
    State state = State::None;
    partners::Outcome outcome;
    QString message; ///< in words; empty where there is nothing to say
    int heldExit = 1; ///< HeldBack: what it alone would end the command line with
    int attempts = 0;
    qint64 journal = 0; ///< its row

    bool isAccepted() const { return state == State::Done && outcome.kind == partners::Outcome::Kind::Accepted; }
};

/// "Accepted", "Held back: …" in words for people; empty for None.
QString resultWords(const Result &result);

struct WindowStanding
{
    Status status = Status::Unknown;
    int row = -1; ///< its place among the document's windows; -1: the document hasn't it
    std::optional<payload::Pointer> place; ///< in the source
    QString transaction; ///< the document's ID of it, else the partner's; empty: neither has one
    QString licence, territory, format, start, end; ///< of the document, or, for gone ones, of the partner
    /// Changed: what the partner has before, what the document says after. Described in words.
    std::vector<changes::Difference> differences;
    QString note; ///< something to know; empty mostly
    QString cannot; ///< why it can't be sent on its own; empty: it can
    Result result;
};

struct AvailStanding
{
    enum class State : std::uint8_t
    {
        Waiting, ///< not asked yet
        Fetching,
        Compared,
        NotThere, ///< the partner has nothing of it: all windows are new
        Failed, ///< it couldn't be asked: `problem`
        LeftOut ///< nothing to ask: `problem`
    };

    State state = State::Waiting;
    QString key, name, alid, title; ///< as Subject has them
    bool isFull = true;
    payload::Pointer place; ///< of the avail in the source
    QStringList notes;
    QString problem;
    int exitCode = 0; ///< Failed, LeftOut: what it alone would end the command line with
    bool headDiffers = false; ///< title, metadata and whatever else stands around the windows
    std::vector<changes::Difference> head;
    Result headResult; ///< of a put of the whole avail
    std::vector<WindowStanding> windows; ///< in the document's order, then those that are gone
    QDateTime fetched; ///< UTC; when the partner was asked last
    QString conflict; ///< why nothing was sent: it was changed at the partner since

    bool isKnown() const { return state == State::Compared || state == State::NotThere; }
    int count(Status status) const;
    bool differs() const; ///< the head or a window
};

/// A date-time as people read it: "2028-12-31" of a midnight in UTC, else "2028-12-31 18:00Z"; other texts stay.
QString readableTime(const QString &text);
/// The difference in one line: "End: 2027-12-31 → 2028-12-31", without the name of the window.
QString shortWords(const changes::Difference &difference);
/// "Night Ferry (NF-1)", or what there is of it.
QString availTitle(const AvailStanding &avail);

} // namespace marquee::reconcile
