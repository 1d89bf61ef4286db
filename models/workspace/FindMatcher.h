// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "payload/Text.h"
#include "rules/Validator.h"
#include "workspace/FindQuery.h"

#include <QByteArray>
#include <QRegularExpression>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace marquee::payload {
class Document;
class Value;
}

namespace marquee::workspace {

/// One place where something was found.
struct FindHit
{
    std::uint32_t offset = 0; ///< in bytes, into the document's text
    std::uint32_t length = 0; ///< in bytes of that text, escapes and all
    std::uint32_t line = 1; ///< from 1
    payload::Pointer
        pointer; ///< of the value, or of the member whose name it is; the root where the text isn't a payload
    QString place; ///< the same in words: rules::placeName; empty where the text isn't a payload
    QString text; ///< the line as it stands, cut to a readable length around the hit
    int mark = 0; ///< where the hit begins in `text`, in UTF-16
    int marked = 0; ///< how long it is there
};

/// Finds a query in texts. Strings are compared as they read, not as they are written: "é" finds "\u00e9". A text that
/// isn't a payload is searched line by line, as it is written. Made on any thread, used on one.
class FindMatcher
{
public:
    FindMatcher(const rules::Rulebook &book, FindQuery query);

    /// The first hits, in the order of the text; `most` of them.
    std::vector<FindHit> find(const QByteArray &text, int most);
    /// The same, but goes on to the end: how many there are in all.
    std::size_t findAll(const QByteArray &text, int most, std::vector<FindHit> &hits);

private:
    struct Found
    {
        std::uint32_t offset;
        std::uint32_t length;
    };
    struct Step ///< of the way down to a value
    {
        std::string name; ///< of a member; an item has its list's
        std::uint32_t index;
        bool isMember;
    };

    void walk(const payload::Value &value);
    void lookAt(const payload::Value &value);
    void lookAtName(const payload::Value &value);
    void lookAtXml(const payload::Value &value);
    void lookAtField(const payload::Value &value);
    void lookInside(std::string_view decoded, std::string_view raw, std::uint32_t begin);
    void lookAtLines(const QByteArray &text);
    bool isFieldHere() const;
    bool endsWithField(std::size_t names) const;
    bool namesMeet(const QString &asked, const std::string &name) const;
    bool mayHold(std::string_view utf8) const;
    std::vector<std::pair<qsizetype, qsizetype>> placesIn(const QString &text) const;
    bool isWhole(const QString &text, qsizetype at, qsizetype length) const;
    void add(std::uint32_t offset, std::uint32_t length);
    bool isFull() const { return !m_countsAll && !hasRoom(); }
    bool hasRoom() const { return static_cast<int>(m_hits.size()) < m_most; }
    void word(const payload::Document &document);

    rules::Rulebook m_book;
    FindQuery m_query;
    QByteArray m_ascii; ///< the text in small letters, where it is ASCII: a quick no
    QRegularExpression m_pattern; ///< of a field's value
    std::vector<std::set<std::string>> m_names; ///< by the steps of `field`: the members that are meant
    std::vector<Step> m_way;
    std::vector<FindHit> m_hits;
    payload::Text m_text;
    int m_most = 0;
    bool m_countsAll = false;
    std::size_t m_total = 0;
};

} // namespace marquee::workspace
