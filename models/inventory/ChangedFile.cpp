// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/ChangedFile.h"

#include "inventory/Reading.h"
#include "payload/Document.h"
#include "rules/Kind.h"
#include "timeline/Move.h"
#include "workspace/Files.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <unordered_map>

namespace marquee::inventory {

using payload::Document;
using payload::Splice;
using payload::Value;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Inventory", text);
}

rules::Context contextOf(const rules::Rulebook &book, const Document &document, std::int64_t now)
{
    return {*book.catalog, *book.vocabularies, document, rules::kindOf(document.root()), now};
}

Expected<WishPlan> planIn(const Document &document, const rules::Rulebook &book, std::int64_t now,
    const std::vector<WindowPlace> &places, const Wish &wish, int &lost)
{
    if (rules::kindOf(document.root()) != rules::DocumentKind::Avail)
        return tl::unexpected(
            windows::refusal(say("This isn't an avail any more."), say("Open it to see what it is now.")));
    const FoundWindows found = findWindows(document, places);
    lost = found.lost;
    if (found.rows.empty())
        return tl::unexpected(windows::refusal(
            say("The windows aren't there any more."), say("Close this and select the windows again.")));
    return planWish(contextOf(book, document, now), found.rows, wish);
}

Expected<bool> perform(Document &document, const WishPlan &plan)
{
    return document.apply(plan.edits);
}

} // namespace

FoundWindows findWindows(const Document &document, const std::vector<WindowPlace> &places)
{
    FoundWindows found;
    const Value list = document.find(timeline::windowsPlace());
    std::unordered_map<std::string, std::vector<std::uint32_t>> byId; // made where a window moved
    for (const WindowPlace &place : places) {
        const Value there = list.isArray() ? list.at(place.place) : Value();
        if (there.isObject() && idOf(there) == place.id) {
            found.rows.push_back(place.place);
            continue;
        }
        if (byId.empty()) {
            for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i)
                byId[idOf(list.at(i))].push_back(i);
        }
        const auto moved = place.id.empty() ? byId.end() : byId.find(place.id);
        if (moved != byId.end() && moved->second.size() == 1)
            found.rows.push_back(moved->second.front());
        else
            ++found.lost;
    }
    return found;
}

qint64 TextChange::size() const
{
    qint64 bytes = 0;
    for (const Splice &splice : splices)
        bytes += static_cast<qint64>(splice.removed.size() + splice.inserted.size() + sizeof(Splice));
    return bytes;
}

QByteArray nameOfBytes(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Error changedMeanwhile()
{
    return windows::refusal(say("It was changed meanwhile, and stays as it is now."),
        say("Look at it, and make the change again where it is still wanted."));
}

Expected<FilePlan> planFile(const QString &path, const rules::Rulebook &book, std::int64_t now,
    const std::vector<WindowPlace> &places, const Wish &wish)
{
    const auto bytes = workspace::readFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto document = Document::read(*bytes);
    if (!document)
        return tl::unexpected(document.error());
    FilePlan made;
    made.seen = nameOfBytes(*bytes);
    auto plan = planIn(**document, book, now, places, wish, made.lost);
    if (!plan)
        return tl::unexpected(plan.error());
    made.plan = *std::move(plan);
    // Tried here, so that what can't be done is told before anybody agrees to it.
    if (const auto done = perform(**document, made.plan); !done)
        return tl::unexpected(done.error());
    return made;
}

Expected<TextChange> changeFile(const QString &path, const QByteArray &seen, const rules::Rulebook &book,
    std::int64_t now, const std::vector<WindowPlace> &places, const Wish &wish)
{
    const auto bytes = workspace::readFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    TextChange change;
    change.before = nameOfBytes(*bytes);
    if (change.before != seen)
        return tl::unexpected(changedMeanwhile());
    auto document = Document::read(*bytes);
    if (!document)
        return tl::unexpected(document.error());
    int lost = 0;
    const auto plan = planIn(**document, book, now, places, wish, lost);
    if (!plan)
        return tl::unexpected(plan.error());
    (*document)->addListener([&change](const payload::Change &told) {
        change.splices.insert(change.splices.end(), told.splices.begin(), told.splices.end());
    });
    if (const auto done = perform(**document, *plan); !done)
        return tl::unexpected(done.error());
    const QByteArray after = (*document)->text().toByteArray();
    change.after = nameOfBytes(after);
    if (const auto saved = workspace::saveFile(path, after); !saved)
        return tl::unexpected(saved.error());
    return change;
}

std::optional<payload::Text> takenBack(payload::Text text, const TextChange &change)
{
    std::string scratch;
    for (auto splice = change.splices.rbegin(); splice != change.splices.rend(); ++splice) {
        const auto size = static_cast<std::uint32_t>(splice->inserted.size());
        if (splice->offset > text.size() || size > text.size() - splice->offset
            || text.view(splice->offset, splice->offset + size, scratch) != splice->inserted)
            return std::nullopt;
        text.replace(splice->offset, size, splice->removed);
    }
    return text;
}

Expected<void> putBackFile(const QString &path, const TextChange &change)
{
    const auto bytes = workspace::readFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const QByteArray stands = nameOfBytes(*bytes);
    if (!change.before.isEmpty() && stands == change.before)
        return {};
    const auto before = stands == change.after ? takenBack(payload::Text(*bytes), change) : std::nullopt;
    if (!before)
        return tl::unexpected(changedMeanwhile());
    return workspace::saveFile(path, before->toByteArray());
}

} // namespace marquee::inventory
