// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "payload/Edit.h"
#include "payload/Pointer.h"
#include "rules/Context.h"

#include <cstdint>
#include <QString>

#include <string>

namespace marquee::performances {

/// How a field stands in a partial message, which the partner merges into what is known already.
enum class Presence : std::uint8_t
{
    Absent, ///< isn't sent: what the partner knows stays
    Empty, ///< is sent without a value; what that means isn't documented
    Set
};

/// The message that a document is: /ShowTimeAnalytics.
payload::Pointer messagePlace();
/// Where its performances stand: /ShowTimeAnalytics/Performances/Performance.
payload::Pointer listPlace();
payload::Pointer placeOf(std::uint32_t row);
/// Which performance a place is in; -1 where it is in none.
int rowOf(const payload::Pointer &place);

/// What a message is called by everybody.
struct MessageName
{
    QString supplier; ///< as it is written
    QString sequence;

    QString toString() const { return supplier + QLatin1Char('/') + sequence; }
    friend bool operator==(const MessageName &, const MessageName &) = default;
};
MessageName nameOf(const payload::Document &document);

bool isMessage(const payload::Document &document);
/// The list of performances; nothing where there are none.
payload::Value listOf(const payload::Document &document);
inline std::uint32_t countOf(const payload::Document &document)
{
    return listOf(document).size();
}
payload::Value performanceAt(const payload::Document &document, std::uint32_t row);

/// What an element or attribute says: its text, also where it has attributes beside; a number or yes/no as it is
/// written.
std::string textOf(const payload::Value &value);
Presence presenceOf(const payload::Value &value);
/// Written as true.
bool isTrue(const payload::Value &value);

/// The edit that puts a performance (as JSON) in front of the one at `at`; at the end for countOf. Makes the list where
/// there is none.
payload::Edit insertPerformance(const rules::Context &context, const std::string &json, std::uint32_t at);

} // namespace marquee::performances
