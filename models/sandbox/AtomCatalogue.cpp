// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/AtomCatalogue.h"

#include "payload/JsonText.h"

#include <QDate>

#include <array>
#include <utility>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;

namespace {

using Words = std::array<const char *, 20>;

constexpr Words firstWords{"Night", "Harbour", "Paper", "Northern", "Winter", "Copper", "Silent", "Second", "Borrowed",
    "Glass", "Tin", "Salt", "Midsummer", "Crooked", "Far", "Velvet", "Hollow", "Amber", "Last", "Quiet"};
constexpr std::array<const char *, 15> lastWords{"Ferry", "Lights", "Lanterns", "Line", "Orchard", "Letters", "Garden",
    "Road", "Signal", "Orchestra", "Tide", "Parade", "Bridge", "Choir", "Station"};
constexpr Words givenNames{"Ada", "Ben", "Ida", "Oskar", "Mina", "Tomas", "Elin", "Jonas", "Pia", "Ruben", "Noor",
    "Viktor", "Leila", "Emil", "Sanna", "Hugo", "Wanda", "Ivo", "Rosa", "Karim"};
constexpr Words familyNames{"Holm", "Orr", "Vale", "Lindqvist", "Marsh", "Okafor", "Brandt", "Quill", "Sorel", "Tanaka",
    "Weir", "Novak", "Ferris", "Aldana", "Birch", "Kessler", "Rowan", "Stell", "Ubeda", "Zander"};
constexpr std::array<const char *, 10> characters{"The pilot", "Captain Rehn", "Marta", "The lighthouse keeper",
    "Old Samuel", "Inspector Dahl", "The neighbour", "Young Ines", "The postman", "Doctor Lund"};
constexpr std::array<const char *, 9> genres{
    "Drama", "Comedy", "Thriller", "Family", "Documentary", "Romance", "Adventure", "Mystery", "Music"};
constexpr std::array<const char *, 6> ratings{"G", "PG", "PG-13", "R", "NC-17", "NR"};
constexpr std::array<const char *, 7> distributors{"Lantern Pictures", "Harbour Releasing", "Northern Line Films",
    "Paper Kite", "Salt & Tide", "Second Reel", "Blue Hour Distribution"};
constexpr std::array<const char *, 5> roles{"Director", "Writer", "Producer", "Composer", "Camera"};
constexpr std::array<const char *, 5> openings{"Two strangers share a crossing that takes longer than it should.",
    "A town wakes up to find its only bridge gone.", "An old recording turns up, and with it a question.",
    "Four friends keep a promise that none of them remembers making.",
    "Somebody has been answering letters to the dead."};
constexpr std::array<const char *, 4> endings{"Nobody gets home the way they left.", "The winter does the rest.",
    "What it costs is said at the very end.", "It helps that the piano is out of tune."};

/// Numbers that look like chance and are the same each time.
class Chance
{
public:
    explicit Chance(quint32 seed)
        : m_state(seed * 2654435761U + 1)
    {
    }
    int below(std::size_t end)
    {
        m_state = m_state * 1664525U + 1013904223U;
        return static_cast<int>((m_state >> 8) % static_cast<quint32>(end));
    }
    template <class List>
    std::string of(const List &list)
    {
        return list[static_cast<std::size_t>(below(list.size()))];
    }

private:
    quint32 m_state;
};

/// Members of an object, in the order in which they are written; a value is JSON.
using Members = std::vector<std::pair<std::string, std::string>>;

std::string text(const std::string &words)
{
    return payload::encodeJsonString(words);
}

std::string objectOf(const Members &members)
{
    std::string json;
    for (const auto &[name, value] : members) {
        json += json.empty() ? "{" : ",";
        json.append(text(name)).append(":").append(value);
    }
    return json.empty() ? "{}" : json + '}';
}

std::string listOf(const std::vector<std::string> &items)
{
    std::string json("[");
    for (const std::string &item : items) {
        json += json.size() == 1 ? "" : ",";
        json += item;
    }
    return json + ']';
}

std::string here(const std::string &path)
{
    return text(AtomCatalogue::Here + path);
}

std::string person(Chance &chance)
{
    std::string name = chance.of(givenNames);
    return text(name.append(" ").append(chance.of(familyNames)));
}

std::string mediaOf(const std::string &id, Chance &chance)
{
    std::vector<std::string> promos;
    for (int i = 1, count = chance.below(4); i <= count; ++i)
        promos.push_back(here("/images/" + id + '-' + std::to_string(i) + ".png"));
    std::vector<std::string> trailers;
    for (int i = 1, count = 1 + chance.below(2); i <= count; ++i)
        trailers.push_back(here("/trailers/" + id + '-' + std::to_string(i) + ".mp4"));
    const std::string images
        = objectOf({{"coverImageUrl", here("/images/" + id + ".png")}, {"promoImageUrls", listOf(promos)}});
    return objectOf({{"imageData", images}, {"trailerData", objectOf({{"trailerUrls", listOf(trailers)}})}});
}

std::string contributorsOf(Chance &chance)
{
    std::vector<std::string> cast;
    for (int i = 0, count = 2 + chance.below(5); i < count; ++i) {
        Members player{{"name", person(chance)}};
        if (chance.below(5) > 0)
            player.emplace_back("characterName", text(chance.of(characters)));
        cast.push_back(objectOf(player));
    }
    std::vector<std::string> crew;
    for (std::size_t i = 0, count = 1 + static_cast<std::size_t>(chance.below(4)); i < count; ++i)
        crew.push_back(objectOf({{"name", person(chance)}, {"role", text(roles[i])}}));
    return objectOf({{"cast", listOf(cast)}, {"crew", listOf(crew)}});
}

std::string genresOf(Chance &chance)
{
    const auto first = static_cast<std::size_t>(chance.below(genres.size()));
    std::vector<std::string> list{text(genres[first])};
    if (chance.below(2) == 0)
        list.push_back(text(genres[(first + 4) % genres.size()]));
    return listOf(list);
}

std::string padded(int number, int width)
{
    return QString::number(number).rightJustified(width, u'0').toStdString();
}

Members membersOf(int number, const AtomProduction &production, Chance &chance)
{
    const std::string id = production.id.toStdString();
    const QDate release = QDate(2025, 1, 3).addDays(7 * chance.below(120));
    const std::string score = std::to_string(chance.below(10)) + '.' + std::to_string(chance.below(10));
    std::string synopsis = chance.of(openings);
    synopsis.append(" ").append(chance.of(endings));
    return {{"id", text(id)}, {"name", text(production.name.toStdString())}, {"productionMedia", mediaOf(id, chance)},
        {"contributors", contributorsOf(chance)}, {"synopsis", text(synopsis)},
        {"advisoryRating", text(chance.of(ratings))}, {"genres", genresOf(chance)},
        {"runtimeMinutes", std::to_string(78 + chance.below(85))},
        {"releaseDate", text(release.toString(Qt::ISODate).toStdString())}, {"atomUserScore", score},
        {"productionUrl", here("/productions/" + id)}, {"distributor", text(chance.of(distributors))},
        {"imdbId", text("tt99" + padded(number, 5))}, {"atomProductionId", text(std::to_string(400000 + number))}};
}

void set(Members &members, const char *name, std::string json)
{
    for (auto &[known, value] : members) {
        if (known == name) {
            value = std::move(json);
            return;
        }
    }
    members.emplace_back(name, std::move(json));
}

void take(Members &members, const char *name)
{
    std::erase_if(members, [name](const auto &member) { return member.first == name; });
}

std::string mediaWith(const std::string &cover, const std::string &trailers)
{
    const std::string images = objectOf({{"coverImageUrl", text(cover)}, {"promoImageUrls", "[]"}});
    return objectOf({{"imageData", images}, {"trailerData", objectOf({{"trailerUrls", trailers}})}});
}

/// What real replies do now and then, and what a client has to bear.
void makeFlawed(int number, AtomProduction &production, Members &members)
{
    const std::string cover = "/images/" + production.id.toStdString() + ".png";
    switch (number) {
    case 6:
        for (const char *name : {"distributor", "imdbId", "atomProductionId"})
            take(members, name);
        break;
    case 12:
        set(members, "tagline", text("Never the same shore twice."));
        set(members, "valid", "true");
        break;
    case 18:
        set(members, "atomUserScore", "11");
        break;
    case 24:
        set(members, "runtimeMinutes", "0");
        break;
    case 30:
        set(members, "releaseDate", text("2026-02-30"));
        break;
    case 36:
        set(members, "productionMedia", mediaWith(cover, "[]")); // an address that isn't whole
        break;
    case 42:
        set(members, "productionMedia", mediaWith(AtomCatalogue::Here + cover, "[]"));
        break;
    case 48:
        take(members, "contributors");
        break;
    case 54:
        production.poster = AtomProduction::Poster::NotAPicture;
        break;
    case 60:
        production.poster = AtomProduction::Poster::Gone;
        break;
    case 66:
        set(members, "synopsis", "null");
        set(members, "atomUserScore", "null");
        break;
    default:
        break;
    }
}

AtomProduction makeProduction(int number)
{
    // Each pair of words once, in an order that doesn't show how it is made. 7 has no factor in common with 300.
    const int pair = (number - 1) * 7 % AtomCatalogue::Productions;
    const auto first = static_cast<std::size_t>(pair) % firstWords.size();
    const auto last = static_cast<std::size_t>(pair) / firstWords.size();
    Chance chance(static_cast<quint32>(number));
    AtomProduction production;
    production.id = QString::fromStdString('B' + padded(number, 10));
    production.name = QString::fromLatin1(firstWords[first]) + u' ' + QString::fromLatin1(lastWords[last]);
    production.vendorId = QString::fromStdString("HO" + padded(5000 + (number - 1) / 2, 6));
    production.circuit = number % 2 == 0 ? u"harbour"_s : u"lantern"_s;
    Members members = membersOf(number, production, chance);
    makeFlawed(number, production, members);
    production.json = QByteArray::fromStdString(objectOf(members));
    return production;
}

AtomVenue makeVenue(int number, const std::vector<AtomProduction> &productions)
{
    AtomVenue venue;
    venue.id = QString::fromStdString('C' + padded(number, 10));
    const std::size_t count = 8 + static_cast<std::size_t>(number) * 4; // from one page to two
    for (std::size_t i = 0; i < count; ++i)
        venue.productions << productions[(static_cast<std::size_t>(number) * 23 + i * 11) % productions.size()].id;
    return venue;
}

} // namespace

AtomCatalogue::AtomCatalogue()
{
    for (int number = 1; number <= Productions; ++number) {
        m_productions.push_back(makeProduction(number));
        m_byId.insert(m_productions.back().id, m_productions.size() - 1);
    }
    for (int number = 1; number <= Venues; ++number)
        m_venues.push_back(makeVenue(number, m_productions));
}

const AtomCatalogue &AtomCatalogue::instance()
{
    static const AtomCatalogue catalogue;
    return catalogue;
}

const AtomProduction *AtomCatalogue::production(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &m_productions[*found];
}

const AtomVenue *AtomCatalogue::venue(const QString &id) const
{
    for (const AtomVenue &venue : m_venues) {
        if (venue.id == id)
            return &venue;
    }
    return nullptr;
}

} // namespace marquee::sandbox
