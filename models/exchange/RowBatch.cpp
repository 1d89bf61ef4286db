// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/RowsDesk.h"

#include "payload/Document.h"
#include "payload/JsonLayout.h"
#include "payload/JsonText.h"

#include <QCoreApplication>
#include <QUrl>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Rows", text);
}

/// One item; nothing else of it needs to be escaped, because bodies are JSON already.
Expected<QByteArray> itemOf(const RowMaker &maker, int row, const BatchItem &item, const QString &licensor)
{
    const MadeRow made = maker.row(row);
    for (const CellProblem &problem : made.problems) {
        const QString heading = maker.table().headings().value(problem.column);
        return tl::unexpected(makeError(Error::Code::Invalid,
            heading.isEmpty() ? tr("Line %1: %2").arg(problem.line).arg(problem.message)
                              : tr("Line %1, %2: %3").arg(problem.line).arg(heading, problem.message),
            tr("Correct it first.")));
    }
    const auto document = payload::Document::read(made.text);
    if (!document)
        return tl::unexpected(document.error());
    if (reachOf((*document)->root().member("avail")) == partners::Reach::Full)
        return tl::unexpected(
            makeError(Error::Code::Invalid, tr("A batch document holds windows, and this template is a full extract."),
                tr("Take a template whose entry type is PartialExtract.")));
    partners::PrimeTarget target = partners::targetOf(**document);
    if (target.licensor.isEmpty())
        target.licensor = licensor;
    const QByteArray path = "/avails/" + QUrl::toPercentEncoding(target.licensor) + "/partial-extract/transactions/"
        + QUrl::toPercentEncoding(target.transaction);
    return "{\"requestItemId\":" + QByteArray::fromStdString(payload::encodeJsonString(item.id.toStdString()))
        + ",\"path\":" + QByteArray::fromStdString(payload::encodeJsonString(path.toStdString()))
        + ",\"body\":" + QByteArray::fromStdString((*document)->root().raw()) + '}';
}

} // namespace

Expected<QByteArray> batchFromRows(const RowMaker &maker, const QString &licensor, const std::function<bool()> &goesOn)
{
    const BatchPlan plan = planFromRows({}, maker);
    QByteArray text = "{\"requestItems\":[";
    for (const BatchItem &item : plan.items) {
        if (goesOn && !goesOn())
            return tl::unexpected(Error());
        const auto one = itemOf(maker, item.place, item, licensor);
        if (!one)
            return tl::unexpected(one.error());
        text += (text.endsWith('[') ? QByteArray() : QByteArray(",")) + *one;
        // The canonical layout is larger than what it is made of: blanks in front of every line.
        if (text.size() > static_cast<qsizetype>(payload::Text::MaximumSize / 4))
            return tl::unexpected(makeError(Error::Code::TooLarge,
                tr("The batch document would be larger than this program takes."), tr("Take the rows in parts.")));
    }
    return payload::canonicalJson(text + "]}");
}

} // namespace marquee::exchange
