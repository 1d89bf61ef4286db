// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FreshIds.h"

#include "payload/JsonText.h"
#include "rules/BatchFacts.h"
#include "rules/Kind.h"
#include "rules/WindowId.h"

#include <map>
#include <string_view>

namespace marquee::workspace {

using payload::Document;
using payload::Edit;
using payload::Path;
using payload::Value;

namespace {

/// Calls with each child that has that name, where several have it too, and the way to it.
template <class Visit>
void eachMember(const Value &object, const Path &path, std::string_view name, const Visit &visit)
{
    std::string scratch;
    for (std::uint32_t i = 0; object.isObject() && i < object.size(); ++i) {
        if (object.at(i).name(scratch) != name)
            continue;
        Path below = path;
        below.push_back(i);
        visit(object.at(i), below);
    }
}

template <class Visit>
void eachItem(const Value &array, const Path &path, const Visit &visit)
{
    for (std::uint32_t i = 0; array.isArray() && i < array.size(); ++i) {
        Path below = path;
        below.push_back(i);
        visit(array.at(i), below);
    }
}

/// Calls with each avail, and the batch's item around it or nothing.
template <class Visit>
void eachAvail(const Document &document, const Visit &visit)
{
    const Value root = document.root();
    eachMember(root, {}, "avail", [&](const Value &avail, const Path &path) { visit(avail, path, Value(), Path()); });
    eachMember(root, {}, "requestItems", [&](const Value &items, const Path &itemsPath) {
        eachItem(items, itemsPath, [&](const Value &item, const Path &itemPath) {
            eachMember(item, itemPath, "body", [&](const Value &body, const Path &bodyPath) {
                eachMember(body, bodyPath, "avail",
                    [&](const Value &avail, const Path &path) { visit(avail, path, item, itemPath); });
            });
        });
    });
}

using NewIds = std::map<std::string, std::string>; ///< by the old ones

void renameWindows(const Document &document, const Value &avail, const Path &path, FreshIds &fresh, NewIds &ids)
{
    eachMember(avail, path, "Transaction", [&](const Value &windows, const Path &windowsPath) {
        eachItem(windows, windowsPath, [&](const Value &window, const Path &windowPath) {
            bool isCounted = false;
            eachMember(window, windowPath, "_TransactionID", [&](const Value &id, const Path &idPath) {
                if (!id.isString())
                    return;
                const std::string next = rules::newWindowId();
                ids.emplace(id.string(), next);
                fresh.edits.push_back(Edit::set(document.pointerTo(idPath), payload::encodeJsonString(next)));
                fresh.windows += isCounted ? 0 : 1;
                isCounted = true;
            });
        });
    });
}

void renameAddress(const Document &document, const Value &item, const Path &path, FreshIds &fresh, const NewIds &ids)
{
    eachMember(item, path, "path", [&](const Value &address, const Path &addressPath) {
        auto parts = rules::BatchPath::parse(address.string());
        const auto next = parts ? ids.find(parts->transaction) : ids.end();
        if (next == ids.end())
            return;
        parts->transaction = next->second;
        fresh.edits.push_back(Edit::set(document.pointerTo(addressPath), payload::encodeJsonString(parts->text())));
    });
}

/// Another message, of other performances: it has no number yet.
void renameMessage(const Document &document, const std::function<QString(const QString &)> &rename, FreshIds &fresh)
{
    if (rules::kindOf(document.root()) != rules::DocumentKind::Performance)
        return;
    const Value message = document.root().at(0);
    const payload::Pointer place = document.pointerTo({0});
    if (message.member("@messageSequence"))
        fresh.edits.push_back(Edit::set(place.child("@messageSequence"), "\"\""));
    const Value list = message.member("Performances").member("Performance");
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        const QString old = QString::fromStdString(list.at(i).member("@id").string());
        if (!old.isEmpty())
            fresh.edits.push_back(Edit::set(place.child("Performances").child("Performance").child(i).child("@id"), payload::encodeJsonString(rename(old))));
    }
}

} // namespace

QStringList alidsOf(const Document &document)
{
    QStringList alids;
    eachAvail(document, [&](const Value &avail, const Path &, const Value &, const Path &) {
        const QString alid = QString::fromStdString(avail.member("ALID").string());
        if (!alid.isEmpty() && !alids.contains(alid))
            alids << alid;
    });
    return alids;
}

FreshIds freshIds(const Document &document, const std::function<QString(const QString &alid)> &rename)
{
    FreshIds fresh;
    renameMessage(document, rename, fresh);
    eachAvail(document, [&](const Value &avail, const Path &path, const Value &item, const Path &itemPath) {
        eachMember(avail, path, "ALID", [&](const Value &alid, const Path &alidPath) {
            const QString old = QString::fromStdString(alid.string());
            if (!old.isEmpty())
                fresh.edits.push_back(Edit::set(document.pointerTo(alidPath), payload::encodeJsonString(rename(old))));
        });
        NewIds ids;
        renameWindows(document, avail, path, fresh, ids);
        renameAddress(document, item, itemPath, fresh, ids);
    });
    return fresh;
}

} // namespace marquee::workspace
