// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ProbeDesk.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QPointer>

#include <array>
#include <vector>

namespace marquee::probe {

/// What a probe has learnt, a row for each rule that was judged: disagreements first, then by rule. What isn't judged
/// yet has no row.
class ProbeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Rule,
        Ours,
        Partner,
        Message,
        ColumnCount
    };
    enum Role
    {
        DisagreesRole = Qt::UserRole ///< bool
    };

    /// `rules` gives a rule's title. After the desk has gone the model is empty.
    ProbeModel(exchange::ProbeDesk &desk, std::shared_ptr<const rules::RuleSet> rules, QObject *parent = nullptr);

    /// Only where one finds fault and the other doesn't.
    void setOnlyDisagreements(bool only);
    bool onlyDisagreements() const { return m_only; }
    const exchange::ProbeResult &result(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool isBefore(int one, int other) const;
    void reset();
    void judged(int result);
    void refreshIcons();
    QString titleOf(const QString &rule) const;
    QString text(const exchange::ProbeResult &result, int column) const;

    QPointer<exchange::ProbeDesk> m_desk;
    std::shared_ptr<const rules::RuleSet> m_rules;
    bool m_only = false;
    std::vector<int> m_rows; ///< indices into the desk's results
    std::array<QIcon, 4> m_icons; ///< by outcome
    QIcon m_mark; ///< of a disagreement
};

} // namespace marquee::probe
