// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchSource.h"
#include "exchange/RowMapping.h"
#include "exchange/RowTable.h"

#include <memory>

namespace marquee::exchange {

/// Something that is wrong with a row.
struct CellProblem
{
    int row = 0; ///< from 0
    int line = 0; ///< in the text, from 1
    int column = -1; ///< from 0; -1: the row as a whole
    rules::Severity severity = rules::Severity::Error;
    QString rule; ///< empty: the cell can't be what its field holds
    QString message;
};

/// What a row makes of the template.
struct MadeRow
{
    QByteArray text; ///< the document; the template's layout and everything in it that no column fills
    std::vector<CellProblem> problems;
};

/// Makes documents out of a template and rows. Every cell is text until its field's type says otherwise: digits are
/// kept as they are (0.10, 98765432109876543210), a text stays one (007). An empty cell leaves what the template says.
/// One thread.
class RowMaker
{
public:
    /// Errors: the template isn't JSON.
    static Expected<RowMaker> make(const QByteArray &templateText, RowTable table, RowMapping mapping);

    MadeRow row(int index) const;
    /// The same with what the rules find, at the column that it comes from where one does.
    MadeRow validated(int index, const rules::Rulebook &rulebook, const rules::Severities &severities) const;
    /// What a cell becomes, as JSON; nothing, and why, where it can't be what the field holds.
    static Expected<std::string> json(const QString &cell, const FieldPlace &place);

    const RowTable &table() const { return m_table; }
    const RowMapping &mapping() const { return m_mapping; }

private:
    RowMaker(QByteArray text, RowTable table, RowMapping mapping);
    int columnOf(const payload::Document &document, const payload::Pointer &place) const;

    QByteArray m_template;
    RowTable m_table;
    RowMapping m_mapping;
};

/// The items of a run from rows.
BatchPlan planFromRows(const QString &file, const RowMaker &maker, const Shard &shard = {});

/// Gives the items of such a plan.
class RowSource : public BatchSource
{
public:
    RowSource(BatchOperation operation, RowMaker maker, rules::Rulebook rulebook, rules::Severities severities,
        bool force = false);

    LoadedItem load(const QString &file, const BatchItem &item) override;

private:
    BatchOperation m_operation;
    RowMaker m_maker;
    rules::Rulebook m_rulebook;
    rules::Severities m_severities;
    bool m_force = false;
};

} // namespace marquee::exchange
