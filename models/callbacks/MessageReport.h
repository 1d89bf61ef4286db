// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callbacks/Callback.h"
#include "callbacks/Matching.h"
#include "callbacks/SentMessages.h"

#include <optional>
#include <vector>

namespace marquee::callbacks {

/// How far a message is.
enum class MessageState : std::uint8_t
{
    Draft, ///< it isn't with the partner
    Sent, ///< it may be with the partner
    Queued, ///< the partner has it, and hasn't processed it
    Refused, ///< the partner took none of it when it was posted
    Ok, ///< processed, all of it taken
    Error, ///< processed, none of it taken
    Partly ///< processed; some of it was taken, or not all of it is spoken of
};

/// A word or two, in the user's language.
QString wordsOf(MessageState state);

/// What is known of one entity of a message.
struct EntityReport
{
    QString entity;
    QString id;
    QString siteId;
    std::optional<payload::Pointer> place; ///< in the message; nothing where a response speaks of what isn't in it
    bool isAnswered = false;
    Response response; ///< the last one that spoke of it; default-made where none did
    QString delivery; ///< in which callback: the store's id
};

struct MessageReport
{
    MessageState state = MessageState::Draft;
    std::vector<EntityReport> entities; ///< those of the message in its order, then what else was spoken of
    int ok = 0;
    int failed = 0;
    int silent = 0; ///< not spoken of, or not clearly
    int warned = 0; ///< of those that are ok
};

/// A callback, and when it came.
struct DatedCallback
{
    QString delivery; ///< the store's id
    QDateTime time;
    const Callback *callback = nullptr;
};

/// What became of a message, out of all callbacks that speak of it. Their order here doesn't count, nor how often one
/// is there; of two that speak of one entity, the later one does.
MessageReport reportOf(
    const std::optional<SentMessage> &message, const SentEntities &entities, std::vector<DatedCallback> callbacks);

} // namespace marquee::callbacks
