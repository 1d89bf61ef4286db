// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reconcile/ReconcileDesk.h"

#include <QAbstractItemModel>

#include <array>
#include <set>

namespace marquee::reconcile {

/// Avails, and below each what stands around its windows (where that differs) and its windows. What can be sent has a
/// check box.
class ReconcileModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        Name, ///< the avail, or the window's ID
        StatusColumn,
        Territory,
        Licence,
        Format,
        Start,
        End,
        Differs,
        Outcome,
        ColumnCount
    };
    enum Role
    {
        StatusRole
        = Qt::UserRole, ///< int of Status; of an avail or head: Changed or Same, Unknown where it isn't known
        ChoiceRole, ///< "avail,window"
        IsAvailRole,
        OutcomeRole, ///< int of partners::Outcome::Kind; -1 for held back; nothing where nothing was sent
        ConflictRole ///< bool: it was changed at the partner since
    };

    /// The desk has to outlive it.
    explicit ReconcileModel(ReconcileDesk &desk, QObject *parent = nullptr);

    /// What row this is; window: Choice::Head for the head, or for the avail itself (isAvail).
    Choice choiceAt(const QModelIndex &index) const;
    bool isAvail(const QModelIndex &index) const;
    QModelIndex indexOf(const Choice &choice) const;
    const AvailStanding *avail(const QModelIndex &index) const; ///< of whatever row
    const WindowStanding *window(const QModelIndex &index) const; ///< null for avails and heads

    std::vector<Choice> chosen() const;
    int chosenCount() const { return static_cast<int>(m_chosen.size()); }
    int chosenGone() const; ///< of them, how many delete something
    void choose(Status status, bool on); ///< all of a status
    bool areAllChosen(Status status) const;
    int count(Status status) const; ///< windows; heads count with Changed

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    void reset();
    const AvailStanding &standing(int avail) const;
    void takeAvail(int avail);
    void renewRows(int avail, int rows, bool hasHead);
    void takeRequest(int request);
    void chooseByDefault(int avail);
    static bool canChoose(const AvailStanding &avail, int window);
    int headRows(int avail) const;
    int windowOf(const QModelIndex &index) const;
    Status statusOf(const Choice &choice) const;
    QVariant availData(const AvailStanding &avail, int index, int column, int role) const;
    QVariant headData(const AvailStanding &avail, int column, int role) const;
    QVariant windowData(const WindowStanding &window, int column, int role) const;
    QVariant resultData(const Result &result, int role) const;
    Qt::CheckState checkState(const Choice &choice, bool isAvail) const;
    void tellAvail(int avail);

    ReconcileDesk &m_desk;
    std::vector<int> m_rows; ///< of each avail, as the view knows them
    std::vector<bool> m_heads; ///< whether the first of them is the head
    std::set<Choice> m_chosen;
};

} // namespace marquee::reconcile
