// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace marquee::payload {
class Document;
}

namespace marquee::productions {

/// Somebody of the cast or the crew.
struct Credit
{
    QString name;
    QString role; ///< of the cast: the character's name; of the crew: what somebody did. Empty where nothing is said.
};

/// One production of a reply, as it is described there. Texts are what the reply says, trimmed of nothing; a member of
/// another type than is documented is shown as its JSON, so that nothing is lost from sight. Empty: absent, null or
/// empty.
struct Production
{
    payload::Pointer place; ///< of its object, in the reply
    QString id;
    QString name;
    QString synopsis;
    QString rating; ///< "advisoryRating"
    QString releaseDate; ///< as written; YYYY-MM-DD where it is right
    QString distributor;
    QString imdbId;
    QString atomId; ///< "atomProductionId"
    QString productionUrl;
    QString coverImageUrl;
    QStringList genres;
    QStringList promoImageUrls;
    QStringList trailerUrls;
    std::optional<int> runtimeMinutes; ///< nothing where it is absent or no whole number
    QString score; ///< "atomUserScore", as its digits are written
    std::vector<Credit> cast;
    std::vector<Credit> crew;
    /// Documented members that aren't there, as the last parts of their pointers below the production, without the
    /// slash in front: "distributor", "productionMedia/trailerData". In the documentation's order.
    QStringList missing;
    /// Members that aren't documented, the same way; in the text's order. None is dropped.
    QStringList undocumented;
    int occurrences = 1; ///< how many productions of the reply have this id; 1 for those without
};

/// What a reply says of its pages. All three as they stand; 0 for what is absent or no number.
struct PageInfo
{
    int page = 0; ///< from 0 or from 1: the partner doesn't say
    int pageSize = 0;
    int totalPages = 0;
};

/// What a reply holds, and how that compares with what was asked for.
struct ProductionsFound
{
    std::vector<Production> productions; ///< in the reply's order; what isn't an object is no production
    QStringList missingIds; ///< asked for, not returned; in the order asked
    QStringList extraIds; ///< returned, not asked for; empty where nothing is known of what was asked
    QStringList doubledIds; ///< returned more than once
    std::optional<PageInfo> page;
};

/// Reads a production reply; of any other document, nothing. `askedIds`: what was asked for, empty where that isn't
/// known. Whatever the document's shape is, this reads what it can. Any thread.
ProductionsFound readProductions(const payload::Document &reply, const QStringList &askedIds = {});

/// The ids in pasted text or a file of them: separated by commas, semicolons, blanks or lines, in quotes or not; or
/// JSON: a list of ids, {"ids": […]}, or a reply, whose productions' ids they are. Each once, in their order. At most
/// 10,000.
QStringList idsIn(const QByteArray &text);

} // namespace marquee::productions
