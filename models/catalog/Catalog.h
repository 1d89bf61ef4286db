// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace marquee::catalog {

struct ObjectType;

/// What a field holds, beyond its JSON type. In XML every scalar is a string, whatever its type: "455", "true".
enum class FieldType : std::uint8_t {
    Text, ///< a JSON string
    Id, ///< a JSON string that identifies something; no blanks at its ends
    Integer, ///< a JSON number without fraction or exponent, 32 bits signed
    Count, ///< an Integer that is zero or more
    Decimal, ///< a JSON number, its digits kept
    Boolean,
    DateTime, ///< a JSON string: YYYY-MM-DDThh:mm:ssZ
    Duration, ///< a JSON string: ISO 8601, such as PT720H
    Language, ///< a JSON string: a BCP 47 tag
    Country, ///< a JSON string: ISO 3166-1 alpha-2
    Currency, ///< a JSON string: ISO 4217
    Date, ///< yyyy-mm-dd
    Time, ///< hh:mm, from 00:00 to 23:59
    Sequence, ///< a whole number above 0, 64 bits signed
    Precision, ///< how many digits stand behind the point: 0 to 9
    Url, ///< an absolute address
    Object,
    Any ///< any JSON; the catalogue knows the name and no more
};

/// Which payloads a type belongs to: the rules of one family don't look at the others' types.
enum class Family : std::uint8_t {
    Avail, ///< Prime Video: avails, batches and replies, as JSON
    Performance, ///< Showtime Analytics: what is posted, as XML
    Callback, ///< Showtime Analytics: what is posted back, as XML
    Production ///< Atom Tickets: productions that are asked for and told, as JSON
};

/// When a member has to stand.
enum class Requirement : std::uint8_t {
    Never,
    Authored, ///< in what is put, not in what a GET returns
    Always
};

/// One value that a vocabulary offers.
struct Term
{
    std::string value; ///< as it stands in the payload
    QString label; ///< a few plain words
    QString help; ///< one sentence; may be empty
    std::vector<std::string> aliases; ///< other spellings that people write for it: "4K" for UHD
};

/// A named list of values. Closed: nothing else is legal. Open: anything is, these are the known ones.
struct Vocabulary
{
    std::string name;
    bool closed = false;
    std::vector<Term> terms; // in the order in which they are offered

    const Term *find(std::string_view value) const; ///< exact spelling; null where unknown
    /// What was likely meant by a value that isn't in the list; nothing where that can't be told.
    std::optional<std::string> nearest(std::string_view value) const;
};

/// One member of an object type.
struct Field
{
    std::string name; ///< the payload's spelling, such as "_TransactionID"; of XML "@siteId" for an attribute, "#text" for its text
    QString label; ///< a few plain words in the user's language
    QString help; ///< one or two sentences: what it means and what to write
    QString source; ///< where this is said
    FieldType type = FieldType::Any;
    bool list = false; ///< a JSON array of that type; in XML, elements of one name inside their plural
    int minItems = 0; ///< of a list that stands
    Requirement required = Requirement::Never;
    bool complete = false; ///< belongs to the complete entity: partial ones are legal, and merged by the partner
    bool inForm = false; ///< has an editor of its own; else it is shown under "Other members"
    const ObjectType *object = nullptr; ///< set for FieldType::Object
    const Vocabulary *vocabulary = nullptr; ///< null: any value

    bool isAttribute() const { return name.starts_with('@'); } ///< of an XML element
};

/// The members that one kind of JSON object may have, in the order in which new ones are written.
struct ObjectType
{
    std::string name; ///< such as "Transaction"
    Family family = Family::Avail;
    QString label;
    std::vector<Field> fields;

    const Field *find(std::string_view name) const; ///< null where the catalogue doesn't know the member
    int indexOf(std::string_view name) const; ///< into fields, -1 where unknown; a hash look-up

    std::vector<std::int16_t> hashed; ///< open addressing over fields; filled by the loader
};

/// The property that carries a term's value.
enum class TermKind : std::uint8_t {
    Text, Duration, Boolean, Money, Event, Number, Uri, Language, Id, Other
};

/// The property's name in the payload: "Text", "Duration", "Boolean", "Money", "Event", "Number", "URI", "Language", "ID".
std::string_view termProperty(TermKind kind);

/// A known _termName.
struct TermDefinition
{
    std::string name; ///< such as "RentalDuration"
    QString label;
    QString help;
    QString source;
    TermKind kind = TermKind::Text;
    bool fixedKind = false; ///< its value under another property is an error (TM001)
    bool price = false; ///< says what the title costs (SRP, WSP, Tier, Category, …): TM007
    const Vocabulary *vocabulary = nullptr; ///< values to suggest; null: none known
};

/// Everything that is said about fields, vocabularies and terms: resources/catalog/*.json, read once at start.
/// Immutable after loading, so it can be read from any thread.
class Catalog
{
public:
    /// Reads the built-in catalogue. Fails (Internal) when it is missing, unreadable or contradicts itself:
    /// programs end with that message, because validation without a catalogue would pass everything.
    static Expected<std::shared_ptr<const Catalog>> load();
    /// The same from the bytes of one catalogue file; for tests.
    static Expected<std::shared_ptr<const Catalog>> fromJson(std::string_view json);
    /// The same from several files; a type or vocabulary is said by one of them only.
    static Expected<std::shared_ptr<const Catalog>> fromJson(std::span<const std::string_view> files);

    const ObjectType *type(std::string_view name) const; ///< null where there is none
    const Vocabulary *vocabulary(std::string_view name) const;
    const std::vector<TermDefinition> &terms() const;
    const TermDefinition *term(std::string_view name) const; ///< exact spelling; null where unknown

    Catalog(const Catalog &) = delete;
    Catalog &operator=(const Catalog &) = delete;
    ~Catalog();

private:
    Catalog();
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace marquee::catalog
