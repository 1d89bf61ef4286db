// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/EpisodeBatch.h"

#include "payload/Document.h"
#include "payload/JsonLayout.h"
#include "payload/Text.h"
#include "rules/BatchFacts.h"
#include "rules/BatchItems.h"

#include <QCoreApplication>

namespace marquee::series {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Episodes", text);
}

} // namespace

Expected<QByteArray> batchOf(
    const rules::Context &context, const std::vector<Episode> &episodes, const QString &licensor)
{
    std::string text = "{\"requestItems\":[";
    rules::BatchItemIds ids{payload::Value()};
    bool isFirst = true;
    for (const Episode &episode : episodes) {
        const auto document = payload::Document::read(episode.text);
        if (!document)
            return tl::unexpected(document.error());
        for (const rules::WindowItem &item : rules::windowItems(**document, context)) {
            rules::BatchPath path;
            path.licensor = item.licensor.empty() ? licensor.toStdString() : item.licensor;
            path.transaction = item.transaction;
            if (path.licensor.empty())
                return tl::unexpected(
                    makeError(Error::Code::Invalid, tr("The avail names no licensor, so the windows have no address."),
                        tr("Name the licensor in the avail first.")));
            text += (isFirst ? "" : ",") + rules::batchItem(ids.next(), path, item.body);
            isFirst = false;
        }
        // The canonical layout is larger than what it is made of: blanks in front of every line.
        if (text.size() > payload::Text::MaximumSize / 4)
            return tl::unexpected(makeError(Error::Code::TooLarge,
                tr("The batch document would be larger than this program takes."), tr("Make fewer episodes at once.")));
    }
    if (isFirst)
        return tl::unexpected(makeError(Error::Code::Invalid, tr("There are no windows, so there is nothing for a batch."),
            tr("Add windows to the avail first.")));
    return payload::canonicalJson(QByteArray::fromStdString(text + "]}"));
}

} // namespace marquee::series
