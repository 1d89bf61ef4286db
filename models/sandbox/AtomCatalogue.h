// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace marquee::sandbox {

/// A production that nobody ever made.
struct AtomProduction
{
    enum class Poster : std::uint8_t
    {
        Picture,
        NotAPicture,
        Gone
    };

    QString id; ///< "B0000000001"
    QString name;
    QString vendorId; ///< what its circuit calls it; circuits use the same numbers
    QString circuit;
    QByteArray json; ///< its object; `AtomCatalogue::Here` stands for the sandbox's own address
    Poster poster = Poster::Picture;
};

struct AtomVenue
{
    QString id; ///< "C0000000001"
    QStringList productions; ///< in the order in which they are told
};

/// What the simulated Atom Tickets knows: 300 made-up productions and a dozen venues, the same ones each time. A few
/// productions aren't as documented, for clients to find: see `makeFlawed`. Any thread.
class AtomCatalogue
{
public:
    static constexpr int Productions = 300;
    static constexpr int Venues = 12;
    static constexpr const char *Here = "@here@";

    static const AtomCatalogue &instance();

    const std::vector<AtomProduction> &productions() const { return m_productions; }
    const std::vector<AtomVenue> &venues() const { return m_venues; }
    const AtomProduction *production(const QString &id) const; ///< null where there is none
    const AtomVenue *venue(const QString &id) const;

private:
    AtomCatalogue();

    std::vector<AtomProduction> m_productions;
    std::vector<AtomVenue> m_venues;
    QHash<QString, std::size_t> m_byId;
};

} // namespace marquee::sandbox
