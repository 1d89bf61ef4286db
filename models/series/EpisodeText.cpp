// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/EpisodeText.h"

#include "payload/Document.h"
#include "payload/JsonText.h"
#include "rules/FieldEdits.h"
#include "rules/MetadataBlocks.h"

#include <optional>

namespace marquee::series {

using payload::Document;
using payload::Edit;
using payload::encodeJsonString;
using payload::Pointer;
using payload::Value;

namespace {

/// Turns a copy of the source into an episode.
class Making
{
public:
    Making(const rules::Context &context, const EpisodeSource &source, const EpisodeContent &content, Document &copy)
        : m_context{context.catalog, context.vocabularies, copy, rules::DocumentKind::Avail, context.now}
        , m_source(source)
        , m_content(content)
        , m_copy(copy)
    {
    }

    std::optional<Error> make()
    {
        m_asset = m_avail.child("Asset").child(m_source.asset);
        put(m_avail.child("ALID"), encodeJsonString(m_content.alid));
        entitlements();
        details();
        windows();
        return m_error;
    }

private:
    void apply(const Edit &edit)
    {
        if (m_error)
            return;
        if (const auto done = m_copy.apply(edit); !done)
            m_error = done.error();
    }
    void put(const Pointer &place, const std::string &json) { apply(rules::placeValue(m_context, place, json)); }
    void takeAway(const Pointer &place)
    {
        if (m_copy.find(place))
            apply(Edit::remove(place));
    }

    void entitlements()
    {
        const Pointer list = m_avail.child("SharedEntitlement");
        for (std::uint32_t i = 0; i < m_copy.find(list).size(); ++i) {
            const Pointer place = list.child(i).child("EcosystemID");
            const Value stands = m_copy.find(place);
            if (!stands.isString())
                continue;
            QString id = QString::fromStdString(stands.string());
            if (i == 0 && !m_content.entitlement.isEmpty())
                id = m_content.entitlement;
            else if (!m_source.id.isEmpty())
                id.replace(m_source.id, m_content.alid);
            put(place, encodeJsonString(id));
        }
    }

    void details()
    {
        put(m_asset.child("_contentID"), encodeJsonString(m_content.contentId));
        put(m_asset.child("WorkType"), "\"Episode\"");
        for (const Edit &edit : rules::switchMetadata(m_copy, m_asset, "EpisodeMetadata", m_context.catalog))
            apply(edit);
        const Pointer block = m_asset.child("EpisodeMetadata");
        if (m_source.level == EpisodeSource::Level::Episode) {
            for (const char *own :
                {"TitleDisplayUnlimited", "EditEIDR-URN", "TitleEIDR-URN", "AltIdentifier", "ReleaseDate", "RunLength"})
                takeAway(block.child(own));
        }
        put(block.child("TitleInternalAlias"), '[' + encodeJsonString(m_content.title) + ']');
        const Pointer number = block.child("EpisodeNumber");
        if (m_copy.find(number).isObject())
            put(number.child("Number"), std::to_string(m_content.number));
        else
            put(number, "{\"Number\":" + std::to_string(m_content.number) + '}');
        if (m_source.level == EpisodeSource::Level::Series && !m_copy.find(block.child("SeasonMetadata")))
            put(block.child("SeasonMetadata"),
                "{\"SeasonContentID\":" + encodeJsonString(m_content.seasonId) + ",\"SeasonTitleInternalAlias\":["
                    + encodeJsonString(m_content.seasonTitle)
                    + "],\"SeasonNumber\":{\"Number\":" + std::to_string(m_content.season) + "}}");
    }

    void windows()
    {
        const Pointer list = m_avail.child("Transaction");
        const Value windows = m_copy.find(list);
        const std::uint32_t count = windows.isArray() ? windows.size() : 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            const Value window = m_copy.find(list).at(i);
            if (window.isObject())
                put(list.child(i).child("_TransactionID"),
                    encodeJsonString(m_content.windowId(i, window.member("_TransactionID").string())));
        }
    }

    rules::Context m_context;
    const EpisodeSource &m_source;
    const EpisodeContent &m_content;
    Document &m_copy;
    const Pointer m_avail = Pointer().child("avail");
    Pointer m_asset;
    std::optional<Error> m_error;
};

} // namespace

Expected<QByteArray> episodeText(
    const rules::Context &context, const EpisodeSource &source, const EpisodeContent &content)
{
    const Value root = context.document.root();
    const QByteArray text = rules::kindOf(root) == rules::DocumentKind::Avail
        ? context.document.text().toByteArray()
        : QByteArray::fromStdString("{\"avail\":" + root.member("avail").raw() + '}');
    const auto copy = Document::read(text);
    if (!copy)
        return tl::unexpected(copy.error());
    Making making(context, source, content, **copy);
    if (const auto error = making.make())
        return tl::unexpected(*error);
    return (*copy)->text().toByteArray();
}

} // namespace marquee::series
