// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "payload/Tree.h"
#include "payload/Value.h"

#include <QString>

#include <atomic>
#include <limits>
#include <optional>
#include <vector>

namespace marquee::payload {
class Document;
}

namespace marquee::query {

/// What a query is written in.
enum class Language : std::uint8_t
{
    JsonPath, ///< begins with `$`: RFC 9535, over JSON and, by the tree that it reads as, over XML
    Pointer, ///< `/…` of JSON: RFC 6901
    XPath ///< anything else, of XML: XPath 1.0
};
Language languageOf(const QString &query, bool isXml);

struct SelectOptions
{
    const std::atomic<bool> *stop = nullptr; ///< set by another thread: leave off; may be null
    std::size_t most = std::numeric_limits<std::size_t>::max(); ///< places to keep; all are counted
    /// Values that JSONPath looks at before it leaves off: `..` behind `..` behind `..` could go on for years.
    std::uint64_t mostVisits = 500'000'000;
};

/// What a query found.
struct Found
{
    std::vector<payload::Path> places; ///< in the query's order; one that was selected twice stands twice
    std::size_t total = 0; ///< how many there are, beyond the `most` that are kept
    std::optional<QString> value; ///< of XPath: the number, text, or true and false that it comes to, instead of places
    bool isStopped = false; ///< `stop` was set, or `mostVisits` came: there may be more
    QString note; ///< what the user should know of a query that is right all the same; mostly empty
};

/// Runs a query over a document that isn't edited meanwhile. Any thread. Errors: Invalid for what isn't a query
/// (place->column is the character, from 1, and place->offset the same from 0); TooLarge for XPath over more than
/// XPathLimit or WideXPathLimit, or that takes too many steps.
Expected<Found> select(const payload::Document &document, const QString &query, const SelectOptions &options = {});

/// Whether it could be run, without running it. Errors: Invalid, as `select`.
Expected<void> check(const QString &query, bool isXml);

/// A place as JSONPath writes it: $['avail']['Transaction'][0] (RFC 9535, 2.7). Of several members of one name all have
/// the same.
QString normalizedPath(const payload::Document &document, const payload::Path &path);
/// The same below the root of a snapshot.
QString normalizedPath(const payload::Value &root, const payload::Path &path);

constexpr std::uint32_t XPathLimit = 32u * 1024 * 1024; ///< bytes of a document that XPath is run over
/// The same for an XPath that looks back or sideways, joins, or goes all the way down more than once: libxml2 compares
/// every node with every other there, and nothing can stop it.
constexpr std::uint32_t WideXPathLimit = 3u * 1024 * 1024;
constexpr qsizetype LongestQuery = 10'000; ///< characters

} // namespace marquee::query
