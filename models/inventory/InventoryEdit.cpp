// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/InventoryEdit.h"

#include "payload/Document.h"
#include "workspace/OpenDocument.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace marquee::inventory {

using workspace::OpenDocument;

namespace {

constexpr int Workers = 2;

Error stopped()
{
    return windows::refusal(InventoryEdit::tr("It was cancelled before this document's turn came."),
        InventoryEdit::tr("Nothing in it was changed."));
}

Error notWellFormed()
{
    return windows::refusal(InventoryEdit::tr("It is being edited as text and isn't well-formed."),
        InventoryEdit::tr("Correct its text, or undo what was typed, first."));
}

} // namespace

InventoryEdit::InventoryEdit(Inventory &inventory, QObject *parent)
    : QObject(parent)
    , m_inventory(inventory)
    , m_generation(std::make_shared<std::atomic<int>>(0))
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
    m_workers.setMaxThreadCount(Workers);
}

InventoryEdit::~InventoryEdit()
{
    *m_stop = true;
    ++*m_generation;
    m_workers.clear();
    m_workers.waitForDone(); // a file that is being written becomes whole
}

void InventoryEdit::select(const std::vector<Row> &rows)
{
    if (m_task == Task::Applying || m_task == Task::Undoing)
        return;
    cancel();
    m_selected.clear();
    m_selectedWindows = static_cast<int>(rows.size());
    m_plan = {};
    std::vector<Row> sorted = rows;
    std::sort(sorted.begin(), sorted.end(), [](Row left, Row right) {
        return left.document != right.document ? left.document < right.document : left.window < right.window;
    });
    std::uint32_t last = 0;
    for (const Row row : sorted) {
        const Listed &listed = *m_inventory.documents()[row.document];
        if (m_selected.empty() || last != row.document) {
            m_selected.emplace_back();
            m_selected.back().path = listed.path;
            m_selected.back().name = QString::fromStdString(m_inventory.texts().shown(listed.name));
        }
        last = row.document;
        m_selected.back().windows.push_back(
            {row.window, m_inventory.texts().shown(m_inventory.text(row, Column::Window))});
    }
}

void InventoryEdit::begin(Task task, int total)
{
    m_task = task;
    m_finished = 0;
    m_total = total;
    *m_stop = false;
    Q_EMIT progressed(0, total);
}

void InventoryEdit::oneDone()
{
    Q_EMIT progressed(++m_finished, m_total);
    if (m_finished < m_total)
        return;
    switch (std::exchange(m_task, Task::None)) {
    case Task::Planning:
        finishPlan();
        Q_EMIT planReady();
        break;
    case Task::Applying:
        Q_EMIT applied();
        break;
    case Task::Undoing:
        Q_EMIT undone();
        break;
    case Task::None:
        break;
    }
}

void InventoryEdit::run(std::function<std::function<void()>()> work)
{
    m_workers.start([this, work = std::move(work), generation = m_generation, mine = m_generation->load()] {
        if (*generation != mine)
            return;
        auto then = work();
        QMetaObject::invokeMethod(
            this,
            [then = std::move(then), generation, mine] {
                if (*generation == mine)
                    then();
            },
            Qt::QueuedConnection);
    });
}

void InventoryEdit::cancel()
{
    if (m_task == Task::Planning) {
        ++*m_generation;
        m_workers.clear();
        m_task = Task::None;
    }
    *m_stop = true;
}

void InventoryEdit::plan(const Wish &wish)
{
    if (m_task == Task::Applying || m_task == Task::Undoing)
        return;
    cancel();
    m_plan = {};
    m_plan.wish = wish;
    begin(Task::Planning, static_cast<int>(m_selected.size()));
    for (std::size_t i = 0; i < m_selected.size(); ++i) {
        Selected &selected = m_selected[i];
        selected.plan = {};
        selected.seen = {};
        selected.isWanted = false;
        selected.open = m_inventory.openAt(selected.path);
        if (!selected.open)
            planClosed(i);
    }
    // Later, because `planReady` doesn't come before this returns; a document a turn, so that the window stays alive.
    for (std::size_t i = 0; i < m_selected.size(); ++i) {
        if (m_selected[i].open)
            QMetaObject::invokeMethod(
                this,
                [this, i, generation = m_generation, mine = m_generation->load()] {
                    if (*generation == mine)
                        planOpen(i);
                },
                Qt::QueuedConnection);
    }
    if (m_selected.empty())
        m_task = Task::None;
}

void InventoryEdit::planOpen(std::size_t at)
{
    Selected &selected = m_selected[at];
    OpenDocument *document = selected.open;
    if (!document || m_inventory.openAt(selected.path) != document) {
        takePlan(at, tl::unexpected(changedMeanwhile()), 0);
        return;
    }
    document->finishTyping();
    if (document->hasPendingText() || !document->isPayload()) {
        takePlan(at, tl::unexpected(notWellFormed()), 0);
        return;
    }
    selected.state = document->state();
    const FoundWindows found = findWindows(document->payload(), selected.windows);
    if (found.rows.empty() || !isListed(*document))
        takePlan(at,
            tl::unexpected(windows::refusal(
                tr("The windows aren't there any more."), tr("Close this and select the windows again."))),
            0);
    else
        takePlan(at, planWish(document->validator().context(), found.rows, m_plan.wish), found.lost);
}

void InventoryEdit::planClosed(std::size_t at)
{
    const Selected &selected = m_selected[at];
    run([this, at, path = selected.path, places = selected.windows, book = m_inventory.rulebook(),
            now = m_inventory.clock()(), wish = m_plan.wish] {
        auto made = std::make_shared<Expected<FilePlan>>(planFile(path, book, now, places, wish));
        if (*made)
            (*made)->plan.edits = {}; // made again from the same bytes
        return [this, at, made] {
            if (!*made) {
                takePlan(at, tl::unexpected(made->error()), 0);
                return;
            }
            m_selected[at].seen = (*made)->seen;
            takePlan(at, std::move((*made)->plan), (*made)->lost);
        };
    });
}

void InventoryEdit::takePlan(std::size_t at, Expected<WishPlan> plan, int lost)
{
    Selected &selected = m_selected[at];
    if (!plan) {
        m_plan.leftOut.push_back(
            {selected.path, selected.name, sentence(plan.error()), static_cast<int>(selected.windows.size())});
        oneDone();
        return;
    }
    selected.plan = *std::move(plan);
    if (lost > 0)
        m_plan.leftOut.push_back({selected.path, selected.name,
            tr("%n window(s) of those that were selected aren't there any more.", nullptr, lost), lost});
    selected.isWanted = selected.changed() > 0;
    m_plan.windows += selected.changed();
    m_plan.documents += selected.isWanted ? 1 : 0;
    m_plan.same += selected.plan.same;
    oneDone();
}

/// Puts what the documents say together, in their order.
void InventoryEdit::finishPlan()
{
    for (Selected &selected : m_selected) {
        m_plan.fieldCount += selected.plan.fields.size();
        for (ChangedField &field : selected.plan.fields) {
            if (m_plan.fields.size() >= ChangePlan::MostListed)
                break;
            field.path = selected.path;
            field.document = selected.name;
            m_plan.fields.push_back(std::move(field));
        }
        selected.plan.fields = {};
        for (const QString &remark : std::as_const(selected.plan.remarks))
            m_plan.remarks << (m_selected.size() > 1 ? tr("%1: %2").arg(selected.name, remark) : remark);
    }
    std::sort(m_plan.leftOut.begin(), m_plan.leftOut.end(),
        [](const LeftOut &left, const LeftOut &right) { return left.path < right.path; });
}

void InventoryEdit::apply()
{
    if (isBusy() || m_plan.documents == 0)
        return;
    m_outcome = {};
    m_done.clear();
    m_kept = 0;
    begin(Task::Applying, m_plan.documents);
    for (const Selected &selected : m_selected) {
        if (selected.isWanted && !selected.seen.isEmpty())
            applyClosed(selected);
    }
    for (const Selected &selected : m_selected) {
        if (selected.isWanted && selected.seen.isEmpty())
            QMetaObject::invokeMethod(
                this, [this, &selected] { applyOpen(selected); }, Qt::QueuedConnection);
    }
}

void InventoryEdit::applyOpen(const Selected &selected)
{
    OpenDocument *document = selected.open;
    const bool isSame = document && m_inventory.openAt(selected.path) == document && document->state() == selected.state
        && !document->hasPendingText();
    if (!isSame) {
        fail(selected.path, selected.name, selected.changed(), changedMeanwhile());
        return;
    }
    Done done;
    done.path = selected.path;
    done.name = selected.name;
    done.windows = selected.changed();
    done.wasOpen = true;
    done.open = document;
    done.before = document->state();
    const auto listening = connect(document, &OpenDocument::changed, this, [&done](const payload::Change &change) {
        done.change.splices.insert(done.change.splices.end(), change.splices.begin(), change.splices.end());
    });
    document->endMerging();
    const auto applied = document->apply(selected.plan.edits, {captionOf(m_plan.wish, done.windows), {}});
    disconnect(listening);
    if (!applied) {
        fail(selected.path, selected.name, done.windows, applied.error());
        return;
    }
    done.after = document->state();
    done.text = document->text();
    keep(std::move(done));
}

void InventoryEdit::applyClosed(const Selected &selected)
{
    const QString path = selected.path;
    const QString name = selected.name;
    const int changed = selected.changed();
    if (m_inventory.openAt(path)) {
        QMetaObject::invokeMethod(
            this, [this, path, name, changed] { fail(path, name, changed, changedMeanwhile()); }, Qt::QueuedConnection);
        return;
    }
    run([this, path, name, changed, seen = selected.seen, places = selected.windows, book = m_inventory.rulebook(),
            now = m_inventory.clock()(), wish = m_plan.wish, stop = m_stop] {
        auto made = std::make_shared<Expected<TextChange>>(
            *stop ? tl::unexpected(stopped()) : changeFile(path, seen, book, now, places, wish));
        return [this, path, name, changed, made] {
            if (!*made) {
                fail(path, name, changed, made->error());
                return;
            }
            m_inventory.refresh(path);
            Done done;
            done.path = path;
            done.name = name;
            done.windows = changed;
            done.change = *std::move(*made);
            keep(std::move(done));
        };
    });
}

void InventoryEdit::keep(Done done)
{
    m_outcome.windows += done.windows;
    ++m_outcome.documents;
    const qint64 size = done.change.size() + (done.wasOpen ? static_cast<qint64>(done.text.size()) : 0);
    if (m_kept + size > MostKept) {
        ++m_outcome.beyondUndo;
    } else {
        m_kept += size;
        m_done.push_back(std::move(done));
    }
    oneDone();
}

void InventoryEdit::fail(const QString &path, const QString &name, int windows, const Error &error)
{
    m_outcome.failures.push_back({path, name, sentence(error), windows});
    oneDone();
}

void InventoryEdit::undo()
{
    if (!canUndo())
        return;
    m_outcome = {};
    const std::vector<Done> those = std::exchange(m_done, {});
    m_kept = 0;
    begin(Task::Undoing, static_cast<int>(those.size()));
    for (const Done &done : those) {
        if (m_inventory.openAt(done.path) || done.open)
            QMetaObject::invokeMethod(
                this, [this, done] { undoOpen(done); }, Qt::QueuedConnection);
        else
            undoClosed(done);
    }
}

void InventoryEdit::undoOpen(const Done &done)
{
    OpenDocument *document = done.open ? done.open.data() : m_inventory.openAt(done.path);
    if (!document) {
        undoClosed(done);
        return;
    }
    const auto edited = [&]() -> Error {
        return windows::refusal(
            tr("It was edited since, and stays as it is now."), tr("Step back in it with Undo, as far as you want."));
    };
    document->finishTyping();
    if (document->hasPendingText() || !document->isPayload()) {
        undoneIn(done, tl::unexpected(notWellFormed()));
    } else if (done.open) {
        if (document->state() == done.after && document->canUndo())
            document->undo();
        const bool isBack = document->state() == done.before;
        undoneIn(done, isBack ? Expected<void>() : tl::unexpected(edited()));
    } else {
        // It was changed as a file and opened since: one step that takes it back.
        const QByteArray stands = nameOfBytes(document->text().toByteArray());
        const bool isBack = !done.change.before.isEmpty() && stands == done.change.before;
        const QByteArray after = done.wasOpen ? nameOfBytes(done.text.toByteArray()) : done.change.after;
        const auto before = stands == after ? takenBack(document->text(), done.change) : std::nullopt;
        if (isBack)
            undoneIn(done, {});
        else if (!before)
            undoneIn(done, tl::unexpected(edited()));
        else if (const auto applied = document->apply(payload::Edit::whole(before->toByteArray().toStdString()),
                     {tr("Take back a change of many documents"), {}});
                 !applied)
            undoneIn(done, tl::unexpected(applied.error()));
        else
            undoneIn(done, {});
    }
}

void InventoryEdit::undoClosed(const Done &done)
{
    run([this, done, stop = m_stop] {
        TextChange change = done.change;
        if (done.wasOpen) {
            const QByteArray after = done.text.toByteArray();
            change.after = nameOfBytes(after);
            if (const auto before = takenBack(payload::Text(after), change))
                change.before = nameOfBytes(before->toByteArray()); // closed without saving: it is back already
        }
        auto result
            = std::make_shared<Expected<void>>(*stop ? tl::unexpected(stopped()) : putBackFile(done.path, change));
        return [this, done, result] {
            m_inventory.refresh(done.path);
            undoneIn(done, *result);
        };
    });
}

void InventoryEdit::undoneIn(const Done &done, const Expected<void> &result)
{
    if (!result) {
        fail(done.path, done.name, done.windows, result.error());
        return;
    }
    m_outcome.windows += done.windows;
    ++m_outcome.documents;
    oneDone();
}

} // namespace marquee::inventory
