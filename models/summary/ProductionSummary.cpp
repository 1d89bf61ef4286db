// SPDX-License-Identifier: GPL-3.0-or-later
#include "productions/Productions.h"
#include "summary/Writer.h"

#include <QCoreApplication>
#include <QStringList>

#include <set>

namespace marquee::summary {

using namespace Qt::StringLiterals;
using payload::Pointer;
using payload::Value;
using productions::Credit;
using productions::Production;

namespace {

constexpr std::size_t MostPeople = 30;
constexpr std::size_t MostProductions = 200;

QString people(const std::vector<Credit> &credits)
{
    QStringList names;
    for (const Credit &credit : credits) {
        if (static_cast<std::size_t>(names.size()) == MostPeople) {
            names << QCoreApplication::translate(
                "summary", "and %n more", nullptr, static_cast<int>(credits.size() - MostPeople));
            break;
        }
        names << (credit.role.isEmpty() ? credit.name : QString(credit.name + u" ("_s + credit.role + u')'));
    }
    return oneLine(names.join(u", "_s));
}

void addresses(Writer &writer, const QString &label, const QStringList &urls, const Pointer &place)
{
    for (qsizetype i = 0; i < urls.size(); ++i)
        writer.address(i == 0 ? label : QString(), urls.at(i), place.child(static_cast<std::uint32_t>(i)));
}

void productionRows(Writer &writer, const Production &one)
{
    const Pointer &place = one.place;
    const Pointer media = place.child("productionMedia");
    const Pointer images = media.child("imageData");
    const QString name = oneLine(one.name);
    writer.section(
        name.isEmpty() ? (one.id.isEmpty() ? tr("A production without a name") : oneLine(one.id)) : name, place);
    writer.row(tr("ID"), oneLine(one.id), place.child("id"));
    if (one.occurrences > 1)
        writer.row(tr("Doubled"),
            QCoreApplication::translate(
                "summary", "this id stands %n times in the reply", nullptr, static_cast<int>(one.occurrences)));
    writer.row(tr("Release"), oneLine(one.releaseDate), place.child("releaseDate"));
    writer.row(tr("Rating"), oneLine(one.rating), place.child("advisoryRating"));
    if (one.runtimeMinutes)
        writer.row(tr("Running time"), tr("%1 min").arg(*one.runtimeMinutes), place.child("runtimeMinutes"));
    writer.row(tr("Genres"), oneLine(one.genres.join(u", "_s)), place.child("genres"));
    writer.row(tr("Score"), oneLine(one.score), place.child("atomUserScore"));
    writer.row(tr("Distributor"), oneLine(one.distributor), place.child("distributor"));
    writer.row(tr("Cast"), people(one.cast), place.child("contributors").child("cast"));
    writer.row(tr("Crew"), people(one.crew), place.child("contributors").child("crew"));
    writer.row(tr("Synopsis"), oneLine(one.synopsis), place.child("synopsis"));
    writer.address(tr("Poster"), one.coverImageUrl, images.child("coverImageUrl"));
    addresses(writer, tr("Pictures"), one.promoImageUrls, images.child("promoImageUrls"));
    addresses(writer, tr("Trailers"), one.trailerUrls, media.child("trailerData").child("trailerUrls"));
    writer.address(tr("Page"), one.productionUrl, place.child("productionUrl"));
    writer.row(tr("IMDb"), oneLine(one.imdbId), place.child("imdbId"));
    writer.row(tr("Missing"), oneLine(one.missing.join(u", "_s)), place);
    writer.row(tr("Not documented"), oneLine(one.undocumented.join(u", "_s)), place);
}

QString pageWords(const productions::PageInfo &page)
{
    return tr("page %1 of %2, %3 productions a page").arg(page.page).arg(page.totalPages).arg(page.pageSize);
}

/// How many ids there are, and which of them stand twice.
void idRows(Writer &writer, const Value &list, const Pointer &place)
{
    std::set<std::string> known;
    std::set<std::string> doubled;
    std::string scratch;
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i) {
        std::string id(list.at(i).isString() ? list.at(i).string(scratch) : list.at(i).raw(scratch));
        if (!known.insert(id).second)
            doubled.insert(std::move(id));
    }
    writer.section(tr("Ids"), place);
    writer.row(tr("How many"), QString::number(list.size()), place);
    writer.row(tr("Doubled"), doubled.empty() ? QString() : QString::number(doubled.size()));
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i)
        writer.row(i == 0 ? tr("Ids") : QString(), shown(list.at(i)), place.child(i));
    writer.count("ids", list.size());
    writer.count("doubled", doubled.size());
}

} // namespace

void summariseProductions(Writer &writer)
{
    const auto found = productions::readProductions(writer.document);
    const Pointer place = Pointer().child("productionDetails");
    writer.summary().subtitle = QCoreApplication::translate(
        "summary", "%n production(s)", nullptr, static_cast<int>(found.productions.size()));
    writer.count("productions", found.productions.size());
    writer.count("doubled", static_cast<std::size_t>(found.doubledIds.size()));
    writer.section(tr("Reply"), place);
    writer.row(tr("Productions"), QString::number(found.productions.size()), place);
    if (found.page) {
        writer.row(tr("Pages"), pageWords(*found.page), Pointer().child("pageInfo"));
        writer.count("page", static_cast<std::size_t>(std::max(found.page->page, 0)));
        writer.count("totalPages", static_cast<std::size_t>(std::max(found.page->totalPages, 0)));
    }
    writer.row(tr("Doubled ids"), oneLine(found.doubledIds.join(u", "_s)));
    for (std::size_t i = 0; i < found.productions.size() && i < MostProductions; ++i)
        productionRows(writer, found.productions[i]);
    if (found.productions.size() > MostProductions) {
        writer.section(tr("Further productions"));
        writer.row({},
            QCoreApplication::translate(
                "summary", "and %n more", nullptr, static_cast<int>(found.productions.size() - MostProductions)),
            place);
    }
}

void summariseProductionIds(Writer &writer)
{
    const Value list = writer.document.root().member("ids");
    writer.summary().subtitle = QCoreApplication::translate(
        "summary", "%n id(s)", nullptr, static_cast<int>(list.isArray() ? list.size() : 0));
    idRows(writer, list, Pointer().child("ids"));
}

void summariseProductionQuery(Writer &writer)
{
    const Value root = writer.document.root();
    const QString venue = shown(root.member("venueId"));
    const Value ids = root.member("ids");
    writer.summary().subtitle = venue.isEmpty()
        ? QCoreApplication::translate("summary", "%n id(s)", nullptr, static_cast<int>(ids.isArray() ? ids.size() : 0))
        : tr("What %1 shows").arg(venue);
    writer.section(tr("Question"));
    const Pointer top;
    writer.member(tr("Venue"), root, top, "venueId");
    writer.member(tr("From"), root, top, "isoStartDate");
    writer.member(tr("To"), root, top, "isoEndDate");
    writer.member(tr("From, local time"), root, top, "localStartDate");
    writer.member(tr("To, local time"), root, top, "localEndDate");
    writer.member(tr("Marketplace"), root, top, "marketplaceId");
    writer.member(tr("Page"), root, top, "page");
    writer.member(tr("Productions a page"), root, top, "pageSize");
    if (ids)
        idRows(writer, ids, Pointer().child("ids"));
}

} // namespace marquee::summary
