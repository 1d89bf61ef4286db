// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Operation.h"
#include "partners/Outcome.h"

#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace marquee::exchange {

/// What a run does with each of its items.
enum class BatchVerb : std::uint8_t
{
    Put,
    Get,
    Delete,
    Validate
};

/// A run's operation: a verb, and, where it was said, to what. "put" sends full extracts as such and partial ones as
/// windows; "put-full" and "put-partial" take only those; "batch-put" is "put-partial". "post-performance" puts
/// messages.
struct BatchOperation
{
    BatchVerb verb = BatchVerb::Put;
    std::optional<partners::Reach> reach; ///< Full, Partial or Message

    /// Messages of performances, which go one after the other.
    bool isMessages() const { return reach == partners::Reach::Message; }
    partners::Partner partner() const { return isMessages() ? partners::Partner::Showtime : partners::Partner::Prime; }

    static std::optional<BatchOperation> named(std::string_view name);
    static std::vector<std::string> names();
};

/// The operation for one item on its own, and that for a batch of windows.
partners::Operation singleOperation(BatchVerb verb, partners::Reach reach);
partners::Operation batchOperation(BatchVerb verb);

/// What somebody expects of an item: "accepted", "rejected", or "rejected: TEXT", which a complaint has to contain.
struct Expectation
{
    partners::Outcome::Kind kind = partners::Outcome::Kind::Accepted;
    QString text;

    /// Nothing for words that aren't one.
    static std::optional<Expectation> parse(const QString &words);
    bool isMetBy(const partners::Outcome &outcome) const;
};

/// One item of a run, small: there may be 100,000. Its body is read when it is sent.
struct BatchItem
{
    enum class State : std::uint8_t
    {
        Waiting,
        Sending,
        Done
    };
    enum class Verdict : std::uint8_t
    {
        None,
        Met,
        Missed
    }; ///< against the expectation

    std::uint32_t file = 0; ///< index into BatchPlan::files
    std::int32_t place = -1; ///< in the file's requestItems or rows; -1: the file itself
    State state = State::Waiting;
    partners::Outcome::Kind outcome = partners::Outcome::Kind::Unknown; ///< Done only
    Verdict verdict = Verdict::None;
    std::uint8_t exitCode = 0; ///< Done only: what it alone would end the command line with
    std::uint16_t status = 0;
    std::uint16_t attempts = 0;
    std::uint32_t elapsedMs = 0;
    bool wasOnItsWay = false; ///< when an earlier process ended: ask back before it is sent again
    QString id; ///< requestItemId
    QString transaction; ///< window ID, the ALID of a full extract, or a message's "SUPPLIER/NUMBER"
    QString expectation; ///< empty: none
    QString message;
    QString errorPath; ///< where the partner found its first fault, as it says it; empty: it doesn't
};

/// Short words for an outcome: its message, and what the partner complained of.
QString itemMessage(const partners::Outcome &outcome);

} // namespace marquee::exchange
