// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalog.h"
#include "payload/Document.h"

#include <QStringList>

#include <vector>

namespace marquee::exchange {

/// A place of an avail that a column can fill: a field of the catalogue, or what a term says.
struct FieldPlace
{
    payload::Pointer pointer; ///< in the first window and asset; of a term: that of the window's Terms
    const catalog::Field *field = nullptr; ///< null for a term
    const catalog::TermDefinition *term = nullptr;
    bool isCurrency = false; ///< of a term: the currency of its money
    QString label; ///< "Window › Start", "Term › Retail price"
    catalog::FieldType type = catalog::FieldType::Text;
    bool isInTemplate = false;
};

/// Every place that a column can fill: the catalogue's, those that stand in the template first.
std::vector<FieldPlace> fieldPlaces(const payload::Document &document, const catalog::Catalog &catalog);

/// Which column goes where.
struct RowMapping
{
    static constexpr int Unmatched = -1; ///< told, and not used
    static constexpr int ItemId = -2; ///< the request item's ID
    static constexpr int Expected = -3; ///< what is expected of the item

    std::vector<FieldPlace> places;
    std::vector<int> columns; ///< by column: an index into places, or one of the above

    /// Matches headings by a pointer, a member's name or path, a label, a term's name or label (with "currency" behind
    /// it: its currency), or what spreadsheets call it (Title, Price, Country). Letter case, blanks and punctuation
    /// don't count. A place is filled by one column.
    static RowMapping byName(
        const QStringList &headings, const payload::Document &document, const catalog::Catalog &catalog);
    QStringList unmatched(const QStringList &headings) const;

    /// What each column fills, to be kept with a run.
    QString toText() const;
    /// What toText() kept, found again in this template; byName where it was for other columns, or says nothing.
    static RowMapping fromText(const QString &kept, const QStringList &headings, const payload::Document &document,
        const catalog::Catalog &catalog);
};

} // namespace marquee::exchange
