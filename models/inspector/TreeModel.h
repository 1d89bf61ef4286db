// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Snapshot.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace marquee::inspector {

/// A payload as a tree. Nothing is made for a row: an index holds the container that the row stands in, and only
/// containers that somebody looked into are remembered. Long lists come in portions (canFetchMore). The top rows are
/// the whole payload, or what a filter picks.
class TreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        Name,
        Words,
        Type,
        Size,
        Count,
        ColumnCount
    };
    enum Role
    {
        PointerRole = Qt::UserRole, ///< QString, JSON Pointer
        QueryRole, ///< QString: a normalized JSONPath, or an XPath
        OffsetRole, ///< quint32: where the value's text begins
        EndRole, ///< quint32: behind its text
        KindRole, ///< int, payload::Kind
        DoubledRole, ///< bool: another member of the object has the same name
        WholeRole ///< QString: all that the value says, uncut
    };
    /// Rows of one container that are there at once.
    static constexpr int Portion = 5'000;

    explicit TreeModel(QObject *parent = nullptr);
    ~TreeModel() override;

    /// Another payload, or none; its top row is the whole.
    void setSnapshot(const Snapshot &snapshot);
    const Snapshot &snapshot() const { return m_snapshot; }
    /// Only these, each a top row that says its place. Empty: nothing was found.
    void setRoots(std::vector<payload::Path> roots);
    void showAll();
    bool isFiltered() const { return m_isFiltered; }

    /// The row of a place, fetched where it isn't there yet; invalid where the filter doesn't let it through.
    QModelIndex indexOf(const payload::Path &path);
    payload::Path pathOf(const QModelIndex &index) const;
    payload::Value valueOf(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    Node *nodeOf(const QModelIndex &index) const; ///< of a container that somebody looks into
    static Node *holderOf(const QModelIndex &index) { return static_cast<Node *>(index.internalPointer()); }
    payload::Value childOf(const Node &node, std::uint32_t row) const;
    std::uint32_t sizeOf(const Node &node) const;
    void fetchUpTo(Node &node, const QModelIndex &parent, std::uint32_t row);
    void restart();
    QString nameOf(const QModelIndex &index) const;
    QString display(const QModelIndex &index) const;
    bool isDoubled(const QModelIndex &index) const;
    QString toolTip(const QModelIndex &index) const;

    Snapshot m_snapshot;
    std::vector<payload::Path> m_roots;
    bool m_isFiltered = false;
    bool m_isFetching = false;
    std::unique_ptr<Node> m_top;
};

} // namespace marquee::inspector
