// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"

#include "catalog/Nearest.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace marquee::embedded {
extern const std::string_view primeAvails;
extern const std::string_view showtime;
extern const std::string_view showtimeCallback;
extern const std::string_view atomProductions;
}

namespace marquee::catalog {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::pair<std::string_view, FieldType> fieldTypes[] = {
    {"text", FieldType::Text},         {"id", FieldType::Id},           {"integer", FieldType::Integer},
    {"count", FieldType::Count},       {"decimal", FieldType::Decimal}, {"boolean", FieldType::Boolean},
    {"dateTime", FieldType::DateTime}, {"duration", FieldType::Duration}, {"language", FieldType::Language},
    {"country", FieldType::Country},   {"currency", FieldType::Currency}, {"any", FieldType::Any},
    {"date", FieldType::Date},         {"time", FieldType::Time},       {"sequence", FieldType::Sequence},
    {"precision", FieldType::Precision}, {"url", FieldType::Url},
};

constexpr std::pair<std::string_view, TermKind> termKinds[] = {
    {"Text", TermKind::Text},   {"Duration", TermKind::Duration}, {"Boolean", TermKind::Boolean},
    {"Money", TermKind::Money}, {"Event", TermKind::Event},       {"Number", TermKind::Number},
    {"URI", TermKind::Uri},     {"Language", TermKind::Language}, {"ID", TermKind::Id},
};

constexpr std::pair<std::string_view, Family> families[] = {
    {"avail", Family::Avail}, {"performance", Family::Performance}, {"callback", Family::Callback},
    {"production", Family::Production}};

constexpr std::pair<std::string_view, Requirement> requirements[] = {
    {"never", Requirement::Never}, {"authored", Requirement::Authored}, {"always", Requirement::Always}};

template <class Table>
auto lookUp(const Table &table, std::string_view name) -> std::optional<typename std::decay_t<decltype(table[0])>::second_type>
{
    for (const auto &[key, value] : table) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

/// The catalogue's texts are English; translations carry them in this context.
QString words(const Json &entry, const char *key)
{
    const std::string text = entry.value(key, std::string());
    return text.empty() ? QString() : QCoreApplication::translate("catalog", text.c_str());
}

std::size_t hashOf(std::string_view name)
{
    std::size_t hash = name.size();
    for (const char c : name)
        hash = hash * 31 + static_cast<unsigned char>(c);
    return hash ^ (hash >> 7);
}

/// Something in the catalogue that can't be; ends in Catalog::fromJson.
struct Contradiction
{
    std::string what;
};

} // namespace

std::string_view termProperty(TermKind kind)
{
    for (const auto &[name, value] : termKinds) {
        if (value == kind)
            return name;
    }
    return {};
}

const Term *Vocabulary::find(std::string_view value) const
{
    const auto found = std::find_if(terms.begin(), terms.end(), [value](const Term &t) { return t.value == value; });
    return found == terms.end() ? nullptr : &*found;
}

std::optional<std::string> Vocabulary::nearest(std::string_view value) const
{
    std::vector<std::vector<std::string>> spellings;
    for (const Term &term : terms) {
        spellings.push_back({term.value});
        spellings.back().insert(spellings.back().end(), term.aliases.begin(), term.aliases.end());
    }
    const auto found = nearestGroup(value, spellings);
    return found ? std::optional(terms[*found].value) : std::nullopt;
}

int ObjectType::indexOf(std::string_view wanted) const
{
    const std::size_t mask = hashed.size() - 1;
    for (std::size_t at = hashOf(wanted) & mask; hashed[at] >= 0; at = (at + 1) & mask) {
        if (fields[static_cast<std::size_t>(hashed[at])].name == wanted)
            return hashed[at];
    }
    return -1;
}

const Field *ObjectType::find(std::string_view wanted) const
{
    const int index = indexOf(wanted);
    return index < 0 ? nullptr : &fields[static_cast<std::size_t>(index)];
}

struct Catalog::Data
{
    std::map<std::string, ObjectType, std::less<>> types;
    std::map<std::string, Vocabulary, std::less<>> vocabularies;
    std::vector<TermDefinition> terms;
    std::map<std::string, std::size_t, std::less<>> termIndex;

    void readVocabularies(const Json &json);
    void read(const Json &json);
    void readTypes(const Json &json, Family family);
    void readTerms(const Json &json);
    Field readField(const Json &entry, const std::string &type);
    const Vocabulary *vocabularyOf(const Json &entry, const std::string &where) const;
    static void fillHash(ObjectType &type);
};

Catalog::Catalog()
    : m_data(std::make_unique<Data>())
{
}

Catalog::~Catalog() = default;

void Catalog::Data::readVocabularies(const Json &json)
{
    for (const auto &[name, entry] : json.items()) {
        if (vocabularies.contains(name))
            throw Contradiction{"the vocabulary " + name + " is said twice"};
        Vocabulary &vocabulary = vocabularies[name];
        vocabulary.name = name;
        vocabulary.closed = entry.value("closed", false);
        for (const Json &item : entry.at("terms")) {
            Term term{item.at("value").get<std::string>(), words(item, "label"), words(item, "help"), {}};
            if (item.contains("aliases"))
                term.aliases = item["aliases"].get<std::vector<std::string>>();
            if (vocabulary.find(term.value))
                throw Contradiction{name + " lists " + term.value + " twice"};
            vocabulary.terms.push_back(std::move(term));
        }
    }
}

const Vocabulary *Catalog::Data::vocabularyOf(const Json &entry, const std::string &where) const
{
    if (!entry.contains("vocabulary"))
        return nullptr;
    const auto found = vocabularies.find(entry["vocabulary"].get<std::string>());
    if (found == vocabularies.end())
        throw Contradiction{where + " names a vocabulary that isn't there"};
    return &found->second;
}

Field Catalog::Data::readField(const Json &entry, const std::string &type)
{
    Field field;
    field.name = entry.at("name").get<std::string>();
    const std::string where = type + '.' + field.name;
    field.label = words(entry, "label");
    field.help = words(entry, "help");
    field.source = words(entry, "source");
    field.list = entry.value("list", false);
    field.minItems = entry.value("minItems", 0);
    field.complete = entry.value("complete", false);
    field.inForm = entry.value("inForm", false);
    field.vocabulary = vocabularyOf(entry, where);
    const auto requirement = lookUp(requirements, entry.value("required", std::string("never")));
    if (!requirement)
        throw Contradiction{where + ": no such requirement"};
    field.required = *requirement;
    if (entry.contains("object")) {
        const auto object = types.find(entry["object"].get<std::string>());
        if (object == types.end())
            throw Contradiction{where + " names a type that isn't there"};
        field.type = FieldType::Object;
        field.object = &object->second;
    } else {
        const auto known = lookUp(fieldTypes, entry.value("type", std::string("any")));
        if (!known)
            throw Contradiction{where + ": no such type"};
        field.type = *known;
    }
    if (field.label.isEmpty() || field.source.isEmpty())
        throw Contradiction{where + " has no label or no source"};
    return field;
}

void Catalog::Data::fillHash(ObjectType &type)
{
    std::size_t size = 8;
    while (size < type.fields.size() * 3)
        size *= 2;
    type.hashed.assign(size, -1);
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        std::size_t at = hashOf(type.fields[i].name) & (size - 1);
        while (type.hashed[at] >= 0) {
            if (type.fields[static_cast<std::size_t>(type.hashed[at])].name == type.fields[i].name)
                throw Contradiction{type.name + " lists " + type.fields[i].name + " twice"};
            at = (at + 1) & (size - 1);
        }
        type.hashed[at] = static_cast<std::int16_t>(i);
    }
}

void Catalog::Data::readTypes(const Json &json, Family family)
{
    for (const auto &[name, entry] : json.items()) {
        ObjectType type;
        type.name = name;
        type.family = family;
        if (!types.emplace(name, std::move(type)).second)
            throw Contradiction{"the type " + name + " is said twice"};
    }
    for (const auto &[name, entry] : json.items()) {
        ObjectType &type = types[name];
        type.label = words(entry, "label");
        for (const Json &field : entry.at("fields"))
            type.fields.push_back(readField(field, name));
        fillHash(type);
    }
}

void Catalog::Data::readTerms(const Json &json)
{
    for (const Json &entry : json) {
        TermDefinition term;
        term.name = entry.at("name").get<std::string>();
        term.label = words(entry, "label");
        term.help = words(entry, "help");
        term.source = words(entry, "source");
        term.price = entry.value("price", false);
        term.fixedKind = entry.value("fixedKind", false);
        term.vocabulary = vocabularyOf(entry, term.name);
        const auto kind = lookUp(termKinds, entry.at("kind").get<std::string>());
        if (!kind)
            throw Contradiction{term.name + ": no such kind"};
        term.kind = *kind;
        if (!termIndex.emplace(term.name, terms.size()).second)
            throw Contradiction{term.name + " stands twice among the terms"};
        terms.push_back(std::move(term));
    }
}

void Catalog::Data::read(const Json &json)
{
    const auto family = lookUp(families, json.value("family", std::string("avail")));
    if (!family)
        throw Contradiction{"there is no such family of types"};
    readVocabularies(json.at("vocabularies"));
    readTypes(json.at("types"), *family);
    readTerms(json.at("terms"));
}

Expected<std::shared_ptr<const Catalog>> Catalog::load()
{
    const std::string_view files[] = {embedded::primeAvails, embedded::showtime, embedded::showtimeCallback,
        embedded::atomProductions};
    return fromJson(files);
}

Expected<std::shared_ptr<const Catalog>> Catalog::fromJson(std::string_view text)
{
    return fromJson(std::span(&text, 1));
}

Expected<std::shared_ptr<const Catalog>> Catalog::fromJson(std::span<const std::string_view> files)
{
    Error error;
    error.nextStep = QCoreApplication::translate("Catalog", "Install the program anew.");
    try {
        std::shared_ptr<Catalog> catalog(new Catalog);
        for (const std::string_view text : files)
            catalog->m_data->read(Json::parse(text));
        for (const char *needed : {"AvailDocument", "AvailReply", "Batch", "BatchReply", "Outcome", "Avail", "Transaction", "Term",
                                   "ShowTimeAnalyticsDocument", "ShowTimeAnalytics", "Performance", "PlainElement",
                                   "ShowTimeAnalyticsResponseDocument", "ProductionQuery", "ProductionIds", "ProductionReply"}) {
            if (!catalog->type(needed))
                throw Contradiction{std::string("the type ") + needed + " is missing"};
        }
        return catalog;
    } catch (const Contradiction &contradiction) {
        error.message = QCoreApplication::translate("Catalog", "The catalogue of fields contradicts itself: %1.")
                            .arg(QString::fromStdString(contradiction.what));
    } catch (const Json::exception &exception) {
        error.message = QCoreApplication::translate("Catalog", "The catalogue of fields is missing or broken: %1.")
                            .arg(QString::fromUtf8(exception.what()));
    }
    return tl::unexpected(error);
}

const ObjectType *Catalog::type(std::string_view name) const
{
    const auto found = m_data->types.find(name);
    return found == m_data->types.end() ? nullptr : &found->second;
}

const Vocabulary *Catalog::vocabulary(std::string_view name) const
{
    const auto found = m_data->vocabularies.find(name);
    return found == m_data->vocabularies.end() ? nullptr : &found->second;
}

const std::vector<TermDefinition> &Catalog::terms() const
{
    return m_data->terms;
}

const TermDefinition *Catalog::term(std::string_view name) const
{
    const auto found = m_data->termIndex.find(name);
    return found == m_data->termIndex.end() ? nullptr : &m_data->terms[found->second];
}

} // namespace marquee::catalog
