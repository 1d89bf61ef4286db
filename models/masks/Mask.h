// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "payload/Pointer.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace marquee::payload {
class Document;
}
namespace marquee::rules {
struct Rulebook;
}

namespace marquee::masks {

/// What a value is, for its stand-in.
enum class Category : std::uint8_t
{
    Title, ///< "Title 1"
    Price, ///< a number with as many decimals
    Contract, ///< "CONTRACT-001"
    Id, ///< letters and digits in the same places
    Person, ///< "Person 1", "Company 1"
    Address, ///< https://example.com/1
    Text ///< "Text 1", or a number or date where it was one
};

/// What is replaced.
struct MaskOptions
{
    bool titles = true; ///< TitleInternalAlias and its like, names of productions and events
    bool prices = true; ///< amounts of money, and what is paid to distributors
    bool contracts = true; ///< ContractID
    bool ids = false; ///< all other IDs: ALID, _TransactionID, _contentID, EIDR, ids of sites; and all addresses
    bool people = false; ///< persons and companies: cast, crew, contacts, licensors, distributors
    QStringList members; ///< members of these names, with all that stands in them
    std::vector<payload::Pointer> pointers; ///< and these places

    static MaskOptions all() { return {true, true, true, true, true, {}, {}}; }
    bool isEmpty() const
    {
        return !titles && !prices && !contracts && !ids && !people && members.isEmpty() && pointers.empty();
    }
};

/// One value and what stands for it now.
struct Replacement
{
    Category category = Category::Text;
    QString before;
    QString after;
    int count = 0; ///< times that it stood, inside of other texts too
    payload::Pointer first; ///< where it stood first
};

struct Masked
{
    QByteArray bytes;
    std::vector<Replacement> table; ///< in the order of the text; tells what was masked, so it isn't to be handed on
};

/// The payload with what is chosen replaced; everything else stays, byte for byte: order, blanks, other members.
///
/// - The same value gets the same stand-in wherever it stands in the document. Stand-ins are numbered in the order of
/// the text, so
///   they tell nothing about the value, and masking again gives the same bytes.
/// - A title, ID or name that is masked is replaced inside other texts as well ("Night Ferry" in a synopsis,
/// night-ferry in an
///   address, which becomes https://example.com/1 whole), and in comments. Short words ("It", "CPH") aren't looked for
///   there. A text in which something was replaced is written anew, its escapes too.
/// - Amounts keep their order, their sign, zero and the number of their decimals, because rules look at these; IDs keep
/// length and
///   signs, an EIDR its form and whether its check character is right. So the masked payload has the same problems.
/// - Empty texts, true, false and null stay.
///
/// Errors: TooLarge above LargestText; Invalid where nothing is chosen; Internal where what came out isn't a payload.
/// Any thread, while nobody changes the document.
constexpr qint64 LargestText = 128 * 1024 * 1024; ///< bytes
Expected<Masked> maskDocument(
    const payload::Document &document, const MaskOptions &options, const rules::Rulebook &book);

} // namespace marquee::masks
