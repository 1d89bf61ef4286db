// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/Record.h"
#include "payload/Value.h"
#include "rules/Problem.h"

#include <string>
#include <unordered_map>

namespace marquee::catalog {
class Catalog;
class Vocabularies;
}
namespace marquee::rules {
struct Rulebook;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::inventory {

/// Makes records of windows; texts go into `texts`. Dates that were met before aren't worded again.
class WindowReader
{
public:
    WindowReader(const rules::Rulebook &book, Texts &texts);

    Record read(const payload::Value &window);

private:
    struct Date
    {
        std::string shown;
        std::string other;
        bool isRead = false;
        std::int64_t moment = 0;
    };
    TextId licence(const payload::Value &value);
    TextId territory(const payload::Value &list);
    TextId format(const payload::Value &value);
    TextId date(const payload::Value &value, std::int64_t &moment);
    void readTerms(const payload::Value &terms, Record &record);

    const catalog::Catalog &m_catalog;
    const catalog::Vocabularies &m_vocabularies;
    Texts &m_texts;
    std::unordered_map<std::string, Date> m_dates; ///< by what payloads write
};

/// A window's ID, whole; empty where it has none.
std::string idOf(const payload::Value &window);

/// How the codes in `other` of a territory are told apart.
constexpr char BetweenCodes = '\x1f';

void setCounts(Record &record, const rules::Counts &counts);

/// What one document says. Its records' texts are in `texts`, their keys aren't set.
struct Reading
{
    Texts texts;
    QString title;
    std::vector<Record> windows;
    bool isAvail = false;
};
/// Of the document's thread. An avail that is authored has windows here; a partner's answer doesn't.
void readDocument(const workspace::OpenDocument &document, const rules::Rulebook &book, Reading &reading);
/// Whether the document's windows are listed.
bool isListed(const workspace::OpenDocument &document);
/// The list of windows; nothing where there is none.
payload::Value windowsOf(const workspace::OpenDocument &document);

} // namespace marquee::inventory
