// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/ChangedFile.h"
#include "inventory/Inventory.h"
#include "inventory/Wish.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace marquee::inventory {

/// A document, or a part of it, that isn't changed, and why.
struct LeftOut
{
    QString path;
    QString document; ///< its name
    QString why; ///< sentences for the user
    int windows = 0; ///< how many of those that were meant
};

/// What a wish comes to in all documents.
struct ChangePlan
{
    static constexpr std::size_t MostListed = 20'000; ///< fields that are listed; all are counted

    Wish wish;
    std::vector<ChangedField> fields; ///< document by document
    std::size_t fieldCount = 0;
    int windows = 0; ///< that would change or go
    int documents = 0; ///< in which some would
    int same = 0; ///< windows that say it already
    std::vector<LeftOut> leftOut;
    QStringList remarks; ///< what is to be looked at afterwards
};

/// What became of it, or of taking it back.
struct ChangeOutcome
{
    int windows = 0;
    int documents = 0;
    std::vector<LeftOut> failures; ///< these documents are as they were
    int beyondUndo = 0; ///< documents that changed and can't be taken back: there were too many
};

/// Changes windows of many documents together: plans, does, takes back. Open documents get one step each, which isn't
/// saved; files that aren't open are changed and saved on other threads, each whole or not at all. What fails in one
/// document keeps nothing from the others. Called, and tells, on the inventory's thread.
class InventoryEdit : public QObject
{
    Q_OBJECT

public:
    /// What can be taken back is kept up to that many bytes.
    static constexpr qint64 MostKept = 256 * 1024 * 1024;

    /// The inventory has to outlive it.
    explicit InventoryEdit(Inventory &inventory, QObject *parent = nullptr);
    ~InventoryEdit() override;

    /// The windows that are meant from now on. Not while something is done or undone.
    void select(const std::vector<Row> &rows);
    int selectedWindows() const { return m_selectedWindows; }
    int selectedDocuments() const { return static_cast<int>(m_selected.size()); }

    /// Finds out what the wish comes to; `planned` follows, unless another plan or `cancel` comes first.
    void plan(const Wish &wish);
    const ChangePlan &planned() const { return m_plan; }
    /// Does what was planned; `applied` follows.
    void apply();
    /// Takes back all that was applied last, where it still stands as it was written; `undone` follows.
    void undo();
    bool canUndo() const { return !isBusy() && !m_done.empty(); }
    const ChangeOutcome &outcome() const { return m_outcome; } ///< of what was applied or undone last

    bool isBusy() const { return m_task != Task::None; }
    /// Drops a plan that is being made. Of what is being done, documents that aren't begun are left as they are.
    void cancel();

Q_SIGNALS:
    void progressed(int done, int total); ///< documents
    void planReady();
    void applied();
    void undone();

private:
    enum class Task : std::uint8_t
    {
        None,
        Planning,
        Applying,
        Undoing
    };
    /// A document with the windows in it that are meant, and what the plan says of it.
    struct Selected
    {
        QString path;
        QString name;
        std::vector<WindowPlace> windows;
        QPointer<workspace::OpenDocument> open; ///< null: it is its file that is planned on
        std::uint64_t state = 0; ///< of the open document, when it was planned
        QByteArray seen; ///< the same of the file
        WishPlan plan; ///< its edits are kept for open documents only
        bool isWanted = false; ///< the plan changes it
        int changed() const { return plan.changed + plan.removed; }
    };
    /// One document that was changed.
    struct Done
    {
        QString path;
        QString name;
        int windows = 0;
        TextChange change;
        QPointer<workspace::OpenDocument> open; ///< null for files, and for what was closed since
        std::uint64_t before = 0; ///< states of the open document
        std::uint64_t after = 0;
        payload::Text text; ///< of the open document afterwards: what stands in the file where it was saved and closed
        bool wasOpen = false;
    };

    void begin(Task task, int total);
    void oneDone();
    void run(std::function<std::function<void()>()> work); ///< elsewhere; what it returns is done here
    void planOpen(std::size_t at);
    void planClosed(std::size_t at);
    void takePlan(std::size_t at, Expected<WishPlan> plan, int lost);
    void finishPlan();
    void applyOpen(const Selected &selected);
    void applyClosed(const Selected &selected);
    void keep(Done done);
    void undoOpen(const Done &done);
    void undoClosed(const Done &done);
    void undoneIn(const Done &done, const Expected<void> &result);
    void fail(const QString &path, const QString &name, int windows, const Error &error);

    Inventory &m_inventory;
    std::vector<Selected> m_selected;
    int m_selectedWindows = 0;
    ChangePlan m_plan;
    ChangeOutcome m_outcome;
    std::vector<Done> m_done;
    qint64 m_kept = 0; ///< bytes
    Task m_task = Task::None;
    int m_finished = 0;
    int m_total = 0;
    std::shared_ptr<std::atomic<int>> m_generation; ///< work of an earlier one ends early
    std::shared_ptr<std::atomic<bool>> m_stop; ///< begin no more documents
    QThreadPool m_workers;
};

} // namespace marquee::inventory
