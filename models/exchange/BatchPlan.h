// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchItem.h"
#include "exchange/JournalRecords.h"
#include "payload/Error.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <vector>

namespace marquee::exchange {

/// The bytes of a file by its name: workspace::readFile, or what an editor has open under that name.
using ReadFile = std::function<Expected<QByteArray>(const QString &)>;

/// One of N parts of a run that fall out the same wherever and whenever they are made.
struct Shard
{
    int number = 1; ///< from 1
    int count = 1;

    /// "K/N"; nothing for anything else.
    static std::optional<Shard> parse(std::string_view text);
    bool holds(const QString &key) const;
};

/// What the items of a run are.
enum class BatchOf : std::uint8_t
{
    Avails, ///< .json files
    Messages ///< .xml files: messages of performances
};

/// The items of a run: from files, folders and batch documents.
struct BatchPlan
{
    std::vector<QString> files;
    std::vector<BatchItem> items;
    QStringList notes; ///< files that were left out, and why
    bool hasUnreadable = false; ///< one of the items is a file that can't be read or isn't well-formed

    /// Inputs are files and folders (their .json files, in the order of their names, those of folders below too; what
    /// is neither an avail nor a batch is left out with a note; of messages likewise their .xml files). A batch
    /// document gives one item each of its requestItems. A file NAME.json or NAME.xml may have an expectation beside
    /// it, NAME.expect. What can't be read becomes an item that is rejected when its turn comes. Errors: NotFound for
    /// an input that isn't there, Invalid for an expectation that isn't one.
    static Expected<BatchPlan> fromInputs(
        const QStringList &inputs, const ReadFile &read, const Shard &shard = {}, BatchOf of = BatchOf::Avails);

    /// What the journal kept of a run. Items without an outcome wait; those that an earlier process was sending are
    /// asked back first.
    static BatchPlan fromJournal(const std::vector<RunItem> &items);
    std::vector<RunItem> toJournal() const;
    RunItem toJournal(std::size_t index) const;
};

} // namespace marquee::exchange
