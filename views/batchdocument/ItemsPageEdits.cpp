// SPDX-License-Identifier: GPL-3.0-or-later
// What ItemsPage does to the document: each a step of its own.
#include "batchdocument/ItemForm.h"
#include "batchdocument/ItemsModel.h"
#include "batchdocument/ItemsPage.h"
#include "form/TableRows.h"
#include "payload/JsonText.h"
#include "rules/BatchItems.h"
#include "rules/WindowId.h"
#include "workspace/OpenDocument.h"

#include <QItemSelection>
#include <QTableView>

#include <algorithm>

namespace marquee::batchdocument {

using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using payload::Value;
using rules::BatchVerb;

namespace {

constexpr int MostNamed = 3; ///< documents in one sentence

const Pointer &listPlace()
{
    static const Pointer place = Pointer().child("requestItems");
    return place;
}

} // namespace

bool ItemsPage::isReady() const
{
    return m_document && m_document->isBatch();
}

Value ItemsPage::items() const
{
    return isReady() ? m_document->payload().root().member("requestItems") : Value();
}

std::vector<std::uint32_t> ItemsPage::selectedRows() const
{
    std::vector<std::uint32_t> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(static_cast<std::uint32_t>(index.row()));
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool ItemsPage::apply(const std::vector<Edit> &edits, const QString &caption)
{
    const auto done = m_document->apply(edits, {caption, {}});
    if (!done)
        Q_EMIT refused(done.error().message);
    return done.has_value();
}

/// What the item before says, so that one hasn't to say it again.
std::string ItemsPage::lastLicensor() const
{
    const Value all = items();
    return all.size() == 0 ? std::string() : partsOf(all.at(all.size() - 1).member("path").string()).licensor;
}

void ItemsPage::select(const std::vector<int> &rows, int current)
{
    QItemSelection selection;
    for (const int row : rows)
        selection.select(m_model->index(row, 0), m_model->index(row, ItemsModel::ColumnCount - 1));
    const QModelIndex index = m_model->index(current, ItemsModel::Id);
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_table->scrollTo(index);
}

void ItemsPage::selectItem(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    if (row != currentItem())
        editor::finishTyping(); // it belongs to the item where it was typed
    form::selectRowAlone(*m_table, row, ItemsModel::Id);
}

void ItemsPage::addDocuments(const NamedTexts &documents)
{
    if (!isReady())
        return;
    const rules::Context context = m_document->validator().context();
    const bool validates = rules::BatchFacts::read(context, items(), std::nullopt).verb == BatchVerb::Validate;
    const std::string licensor = lastLicensor();
    rules::BatchItemIds ids(items());
    std::vector<Edit> edits;
    QStringList without;
    for (const auto &[name, text] : documents) {
        const auto read = payload::Document::read(text);
        const std::vector<rules::WindowItem> windows
            = read ? rules::windowItems(**read, context) : std::vector<rules::WindowItem>();
        if (windows.empty())
            without << name;
        for (const rules::WindowItem &window : windows) {
            const rules::BatchPath path{
                window.licensor.empty() ? licensor : window.licensor, window.transaction, validates};
            edits.push_back(Edit::insertItem(listPlace(), rules::batchItem(ids.next(), path, window.body)));
        }
    }
    const int first = m_model->rowCount();
    if (!edits.empty() && apply(edits, tr("Add %n item(s)", nullptr, static_cast<int>(edits.size())))) {
        selectItem(first);
        m_table->setFocus();
    }
    if (without.isEmpty())
        return;
    const qsizetype more = without.size() - MostNamed;
    const QString names = without.mid(0, MostNamed).join(u", "_s);
    Q_EMIT refused(tr("Nothing was added from %1: only an avail with windows can become items.")
                       .arg(more > 0 ? tr("%1 and %n other(s)", nullptr, static_cast<int>(more)).arg(names) : names));
}

void ItemsPage::addItem()
{
    if (!isReady())
        return;
    const bool validates
        = rules::BatchFacts::read(m_document->validator().context(), items(), std::nullopt).verb == BatchVerb::Validate;
    const std::uint32_t row = items().size();
    const std::string item = rules::batchItem(rules::BatchItemIds(items()).next(), {lastLicensor(), {}, validates}, {});
    if (!apply({Edit::insertItem(listPlace(), item)}, tr("Add an item")))
        return;
    selectItem(static_cast<int>(row));
    m_form->focusWindow();
}

void ItemsPage::duplicateItem()
{
    const int row = currentItem();
    if (!isReady() || row < 0)
        return;
    auto copy = payload::Document::read(QByteArray::fromStdString(items().at(static_cast<std::uint32_t>(row)).raw()));
    if (!copy)
        return;
    const std::string id = payload::encodeJsonString(rules::BatchItemIds(items()).next());
    const Pointer place = Pointer().child("requestItemId");
    if (!(*copy)->root().isObject()
        || !(*copy)->apply(
            (*copy)->find(place) ? Edit::set(place, id) : Edit::insertMember({}, "requestItemId", id, 0)))
        return;
    if (apply({Edit::insertItem(listPlace(), (*copy)->text().toByteArray().toStdString(), row + 1)},
            tr("Duplicate an item")))
        selectItem(row + 1);
}

void ItemsPage::removeItems()
{
    const std::vector<std::uint32_t> rows = isReady() ? selectedRows() : std::vector<std::uint32_t>();
    if (rows.empty())
        return;
    std::vector<Edit> edits;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) // from the end, so that places hold
        edits.push_back(Edit::remove(listPlace().child(*row)));
    m_wanted = static_cast<int>(rows.front());
    apply(edits, tr("Remove %n item(s)", nullptr, static_cast<int>(rows.size())));
    m_table->setFocus();
}

void ItemsPage::moveItems(int by)
{
    std::vector<std::uint32_t> rows = isReady() ? selectedRows() : std::vector<std::uint32_t>();
    if (rows.empty() || (by < 0 ? rows.front() == 0 : static_cast<int>(rows.back()) + 1 >= m_model->rowCount()))
        return;
    editor::finishTyping();
    if (by > 0)
        std::reverse(rows.begin(), rows.end()); // those in front make room first
    std::vector<Edit> edits;
    std::vector<int> moved;
    for (const std::uint32_t row : rows) {
        edits.push_back(Edit::move(listPlace(), row, std::int64_t{row} + by));
        moved.push_back(static_cast<int>(row) + by);
    }
    const int current = currentItem() + by;
    if (apply(edits, tr("Move %n item(s)", nullptr, static_cast<int>(rows.size()))))
        select(moved, current);
}

} // namespace marquee::batchdocument
