// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ProbeVariants.h"

#include "payload/JsonReader.h"
#include "payload/JsonText.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using payload::Document;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

/// A copy of the good document, to be spoilt.
class Copy
{
public:
    explicit Copy(const Document &good)
        : m_document(Document::read(good.text().toByteArray()).value())
    {
    }

    Pointer avail() const { return Pointer().child("avail"); }
    Pointer asset() const { return avail().child("Asset").child(std::uint32_t{0}); }
    Pointer windows() const { return avail().child("Transaction"); }
    Pointer window() const { return windows().child(std::uint32_t{0}); }
    Pointer terms() const { return window().child("Terms"); }
    Value at(const Pointer &place) const { return m_document->find(place); }
    QByteArray text() const { return m_document->text().toByteArray(); }

    bool apply(const Edit &edit) { return m_document->apply(edit).value_or(false); }
    bool set(const Pointer &place, const std::string &json)
    {
        if (at(place))
            return apply(Edit::set(place, json));
        return apply(Edit::insertMember(place.parent(), place.tokens.back().text, json));
    }
    bool remove(const Pointer &place) { return at(place) && apply(Edit::remove(place)); }

    bool isPartial() const { return at(avail().child("Disposition").child("EntryType")).string() == "PartialExtract"; }
    std::string licence() const { return at(window().child("LicenseType")).string(); }

    int term(std::string_view name) const
    {
        const Value list = at(terms());
        for (std::uint32_t i = 0; i < list.size(); ++i) {
            if (list.at(i).member("_termName").string() == name)
                return static_cast<int>(i);
        }
        return -1;
    }
    bool addTerm(const std::string &json)
    {
        return at(terms()).isArray() ? apply(Edit::insertItem(terms(), json)) : set(terms(), '[' + json + ']');
    }
    /// In place of the term of that name, or as one more.
    bool makeTerm(const std::string &name, const std::string &rest)
    {
        const std::string json = "{\"_termName\":\"" + name + "\"" + (rest.empty() ? "" : ',' + rest) + '}';
        const int there = term(name);
        return there >= 0 ? apply(Edit::set(terms().child(static_cast<std::uint32_t>(there)), json)) : addTerm(json);
    }
    bool removeTerm(std::string_view name)
    {
        const int there = term(name);
        return there >= 0 && remove(terms().child(static_cast<std::uint32_t>(there)));
    }
    /// The price of the first term that has one.
    std::optional<Pointer> money() const
    {
        const Value list = at(terms());
        for (std::uint32_t i = 0; i < list.size(); ++i) {
            if (list.at(i).member("Money").isObject())
                return terms().child(i).child("Money");
        }
        return std::nullopt;
    }
    /// A second window, a copy of the first with another ID.
    bool secondWindow()
    {
        return apply(Edit::insertItem(windows(), at(window()).raw()))
            && set(second().child("_TransactionID"), "\"probe-second\"");
    }
    Pointer second() const { return windows().child(at(windows()).size() - 1); }
    /// Where the season's and the episode's numbers stand, wherever they do.
    std::optional<Pointer> member(const Pointer &below, std::string_view name) const
    {
        const Value value = at(below);
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            std::string scratch;
            const Value child = value.at(i);
            const std::string own(child.hasName() ? std::string(child.name(scratch)) : std::to_string(i));
            if (own == name)
                return below.child(own);
            if (const auto found = member(value.isArray() ? below.child(i) : below.child(own), name))
                return found;
        }
        return std::nullopt;
    }

private:
    std::unique_ptr<Document> m_document;
};

using Spoil = std::function<bool(Copy &)>;
using Spoils = std::multimap<std::string, Spoil>;

void addFieldSpoils(Spoils &all)
{
    all.emplace("AV001", [](Copy &c) { return c.remove(c.window().child("LicenseType")); });
    all.emplace("AV001", [](Copy &c) { return c.remove(c.window().child("FormatProfile")); });
    all.emplace("AV002", [](Copy &c) { return c.set(c.window().child("FormatProfile"), "\"HD\""); });
    all.emplace(
        "AV003", [](Copy &c) { return c.set(c.avail().child("Disposition").child("EntryType"), "\"Full Extract\""); });
    all.emplace("AV004", [](Copy &c) { return c.set(c.window().child("FormatProfile").child("value"), "\"4K\""); });
    all.emplace("AV005", [](Copy &c) { return c.set(c.window().child("Mood"), "\"blue\""); });
    all.emplace("AV006", [](Copy &c) { return c.set(c.window().child("Start"), "\"2027-02-30T00:00:00Z\""); });
    all.emplace("AV007", [](Copy &c) { return c.makeTerm("RentalDuration", "\"Duration\":\"720\""); });
    all.emplace("AV008", [](Copy &c) { return c.set(c.window().child("AssetLanguage"), "[{\"value\":\"en_us\"}]"); });
    all.emplace("AV009", [](Copy &c) { return c.set(c.window().child("Territory"), "[{\"country\":\"UK\"}]"); });
    all.emplace("AV010", [](Copy &c) { return c.money() && c.set(c.money()->child("_currency"), "\"XQX\""); });
    all.emplace("AV011", [](Copy &c) { return c.money() && c.set(c.money()->child("value"), "-1"); });
    all.emplace("AV012", [](Copy &c) { return c.set(c.window().child("ContractID"), "\"\""); });
    all.emplace("AV013", [](Copy &c) {
        const auto number = c.member(c.asset(), "NumberOfEpisodes");
        return number && c.set(*number, "7.5");
    });
    all.emplace("AV014", [](Copy &c) {
        const std::string wrong = "\"10.5240/0000-0000-0000-0000-0000-A\"";
        return c.set(c.avail().child("ALID"), wrong) && c.set(c.asset().child("_contentID"), wrong);
    });
}

void addWindowSpoils(Spoils &all)
{
    all.emplace("AV101", [](Copy &c) { return c.set(c.window().child("End"), c.at(c.window().child("Start")).raw()); });
    all.emplace("AV102", [](Copy &c) {
        return c.set(c.window().child("Start"), "\"2020-01-01T00:00:00Z\"")
            && c.set(c.window().child("End"), "\"2021-01-01T00:00:00Z\"");
    });
    all.emplace("AV103", [](Copy &c) {
        return !c.isPartial() && c.secondWindow() && c.set(c.second().child("End"), "\"2095-01-01T00:00:00Z\"");
    });
    all.emplace("AV104", [](Copy &c) {
        const std::string same = c.at(c.window().child("_TransactionID")).raw();
        return !c.isPartial() && !same.empty() && c.secondWindow() && c.set(c.second().child("_TransactionID"), same)
            && c.set(c.second().child("FormatProfile"), "{\"value\":\"SD\"}");
    });
    all.emplace("AV105", [](Copy &c) { return !c.isPartial() && c.secondWindow(); });
    all.emplace("AV106", [](Copy &c) {
        return c.isPartial() && c.secondWindow() && c.set(c.second().child("FormatProfile"), "{\"value\":\"3D\"}");
    });
    all.emplace("AV107", [](Copy &c) { return c.isPartial() && c.remove(c.window().child("_TransactionID")); });
    all.emplace("AV108", [](Copy &c) {
        return !c.isPartial() && c.secondWindow() && c.set(c.second().child("Territory"), "[{\"country\":\"NZ\"}]");
    });
    all.emplace("AV109", [](Copy &c) { return c.set(c.asset().child("_contentID"), "\"probe-another-id\""); });
    all.emplace("AV110", [](Copy &c) {
        return c.set(c.asset().child("WorkType"), c.at(c.asset().child("Metadata")) ? "\"Season\"" : "\"Movie\"");
    });
    all.emplace("AV111", [](Copy &c) {
        return c.set(c.window().child("AllowedLanguage"), "[{\"value\":\"en\"}]")
            && c.set(c.window().child("HoldbackLanguage"), "[{\"value\":\"en\"}]");
    });
    all.emplace("AV112", [](Copy &c) {
        return c.set(c.window().child("AssetLanguage"), "[{\"value\":\"en-US\"}]")
            && c.set(c.window().child("HoldbackLanguage"), "[{\"value\":\"fi\"}]");
    });
    all.emplace("AV113", [](Copy &c) {
        return c.set(c.window().child("AssetLanguage"), "[{\"value\":\"en-US\"},{\"value\":\"en-US\"}]");
    });
    all.emplace("AV114", [](Copy &c) {
        const auto number = c.member(c.asset(), "EpisodeNumber");
        return number && c.member(c.asset(), "NumberOfEpisodes") && c.set(number->child("Number"), "9999");
    });
    all.emplace("AV115", [](Copy &c) {
        const auto season = c.member(c.asset(), "SeasonContentID");
        return season && c.set(*season, c.at(c.avail().child("ALID")).raw());
    });
}

void addTermSpoils(Spoils &all)
{
    all.emplace("TM001", [](Copy &c) { return c.makeTerm("Exclusive", "\"Text\":\"true\""); });
    all.emplace("TM002", [](Copy &c) { return c.makeTerm("Category", "\"Text\":\"a\",\"Boolean\":true"); });
    all.emplace("TM003", [](Copy &c) { return c.makeTerm("ExclusiveAttributes", {}); });
    all.emplace("TM004", [](Copy &c) { return c.at(c.terms()).size() > 0 && c.addTerm(c.at(c.terms()).at(0).raw()); });
    all.emplace("TM005", [](Copy &c) { return c.makeTerm("Download", "\"Text\":\"true\""); });
    all.emplace("TM006", [](Copy &c) { return c.removeTerm("ChannelIdentity"); });
    all.emplace("TM007", [](Copy &c) {
        bool removed = false;
        for (const char *price : {"SRP", "WSP", "Tier", "Category", "DMRP", "SMRP"})
            removed = c.removeTerm(price) || removed;
        return removed;
    });
    all.emplace("TM008", [](Copy &c) {
        return c.licence() == "SVOD" && c.makeTerm("SRP", "\"Money\":{\"value\":9.99,\"_currency\":\"USD\"}");
    });
    all.emplace("TM009", [](Copy &c) { return c.set(c.window().child("LicenseType"), "\"POEST\""); });
    all.emplace(
        "TM010", [](Copy &c) { return c.makeTerm("PreOrderFulfillDate", "\"Event\":\"2027-01-01T00:00:00Z\""); });
    all.emplace("TM011", [](Copy &c) {
        const int price = c.term("SRP");
        if (price < 0)
            return false;
        const std::string currency
            = c.at(c.terms().child(static_cast<std::uint32_t>(price)).child("Money").child("_currency")).raw();
        return c.makeTerm(
            "WSP", "\"Money\":{\"value\":99999,\"_currency\":" + (currency.empty() ? "\"USD\"" : currency) + '}');
    });
    all.emplace("TM012", [](Copy &c) {
        const bool isJapan
            = c.at(c.window().child("Territory").child(std::uint32_t{0}).child("country")).string() == "JP";
        return c.money()
            && c.set(*c.money(),
                isJapan ? "{\"value\":9.99,\"_currency\":\"USD\"}" : "{\"value\":999,\"_currency\":\"JPY\"}");
    });
    all.emplace("TM013", [](Copy &c) {
        return c.makeTerm("Exclusive", "\"Boolean\":false")
            && c.makeTerm("ExclusiveAttributes", "\"Text\":\"SECOND_RUN_EXCLUSIVE\"");
    });
    all.emplace("TM014", [](Copy &c) { return c.licence() == "VOD" && c.removeTerm("RentalDuration"); });
    all.emplace("TM014", [](Copy &c) { return c.makeTerm("WatchDuration", "\"Duration\":\"PT48H\""); });
    all.emplace("TM015", [](Copy &c) {
        return c.term("RentalDuration") >= 0 && c.makeTerm("WatchDuration", "\"Duration\":\"P9999D\"");
    });
    all.emplace("TM016", [](Copy &c) { return c.makeTerm("AnnounceDate", "\"Event\":\"2094-01-01T00:00:00Z\""); });
}

/// What isn't an edit, but a spoilt text.
std::vector<std::pair<std::string, QByteArray>> spoiltTexts(const Document &good)
{
    const QByteArray text = good.text().toByteArray();
    const qsizetype alid = text.indexOf("\"ALID\"");
    QByteArray twice = text;
    QByteArray notUtf8 = text;
    if (alid >= 0) {
        twice.insert(
            alid, "\"ALID\": " + QByteArray::fromStdString(good.root().member("avail").member("ALID").raw()) + ", ");
        notUtf8.insert(alid, "\"Description\": \"Z\xfcrich\", ");
    }
    QByteArray commented = text;
    QByteArray deep = text;
    if (alid >= 0) {
        constexpr int depth = payload::MaximumDepth + 8;
        commented.insert(alid, "/* probe */ ");
        deep.insert(alid, "\"Description\": " + QByteArray(depth, '[') + QByteArray(depth, ']') + ", ");
    }
    return {{"PL001", text.left(text.trimmed().size() - 1)}, {"PL002", twice}, {"PL003", notUtf8}, {"PL004", commented},
        {"PL005", deep}, {"PL006", "{\"avails\":[]}"}};
}

/// What the rules say of a text: each rule once, with its gravest severity.
std::map<QString, rules::Severity> findings(const QByteArray &text, const rules::Rulebook &rulebook,
    const rules::Severities &severities, const rules::Clock &clock)
{
    std::map<QString, rules::Severity> found;
    const auto document = Document::read(text);
    if (!document) {
        found.emplace(
            QString::fromLatin1(rulebook.rules->ruleFor(document.error().code).info().id), rules::Severity::Error);
        return found;
    }
    rules::Validator validator(rulebook, **document, severities, clock);
    validator.validate();
    for (const rules::Problem &problem : validator.problems()) {
        auto &severity
            = found.try_emplace(QString::fromLatin1(problem.rule->info().id), problem.severity).first->second;
        severity = std::max(severity, problem.severity);
    }
    return found;
}

} // namespace

ProbeVariants probeVariants(
    const Document &good, const rules::Rulebook &rulebook, const rules::Severities &severities, rules::Clock clock)
{
    Spoils spoils;
    addFieldSpoils(spoils);
    addWindowSpoils(spoils);
    addTermSpoils(spoils);
    const auto before = findings(good.text().toByteArray(), rulebook, severities, clock);
    std::map<QString, ProbeVariant> best;
    const auto consider = [&](const std::string &id, const QByteArray &text) {
        const QString rule = QString::fromStdString(id);
        const auto found = findings(text, rulebook, severities, clock);
        const auto own = found.find(rule);
        if (own == found.end())
            return;
        ProbeVariant variant{rule, text, own->second, false, {}};
        for (const auto &[other, severity] : found) {
            variant.isRefusedByUs = variant.isRefusedByUs || severity == rules::Severity::Error;
            if (other != rule && before.find(other) == before.end())
                variant.also << other;
        }
        const auto known = best.find(rule);
        if (known == best.end() || variant.also.size() < known->second.also.size())
            best.insert_or_assign(rule, variant);
    };
    for (const auto &[id, text] : spoiltTexts(good))
        consider(id, text);
    for (const auto &[id, spoil] : spoils) {
        Copy copy(good);
        if (spoil(copy))
            consider(id, copy.text());
    }
    ProbeVariants result;
    for (const auto &rule : rulebook.rules->all()) {
        const QString id = QString::fromLatin1(rule->info().id);
        const auto found = best.find(id);
        if (found != best.end())
            result.variants.push_back(found->second);
        else if (rule->info().scope != rules::Scope::Batch)
            result.leftOut << id;
    }
    return result;
}

} // namespace marquee::exchange
