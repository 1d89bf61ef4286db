// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/TreeModel.h"

#include "inspector/Cells.h"
#include "inspector/QueryFor.h"

#include <QLocale>

#include <algorithm>
#include <unordered_map>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using payload::Kind;
using payload::Path;
using payload::Value;

namespace {

constexpr std::uint32_t MostCompared = 2'000; ///< members of one object that are looked through for a doubled name

} // namespace

/// A container that somebody looked into; the topmost stands for none, and holds the top rows.
struct TreeModel::Node
{
    Node *parent = nullptr;
    std::uint32_t row = 0; ///< in the parent
    const payload::Slot *slot = nullptr; ///< null: the topmost
    std::uint32_t begin = 0;
    std::uint32_t shown = 0;
    std::unordered_map<std::uint32_t, std::unique_ptr<Node>> nodes;
};

TreeModel::TreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_top(std::make_unique<Node>())
{
}

TreeModel::~TreeModel() = default;

void TreeModel::restart()
{
    m_top = std::make_unique<Node>();
    m_top->shown = std::min(static_cast<std::uint32_t>(m_roots.size()), static_cast<std::uint32_t>(Portion));
}

void TreeModel::setSnapshot(const Snapshot &snapshot)
{
    beginResetModel();
    m_snapshot = snapshot;
    m_isFiltered = false;
    m_roots.clear();
    if (m_snapshot)
        m_roots.emplace_back();
    restart();
    endResetModel();
}

void TreeModel::setRoots(std::vector<Path> roots)
{
    beginResetModel();
    m_isFiltered = true;
    m_roots = std::move(roots);
    restart();
    endResetModel();
}

void TreeModel::showAll()
{
    if (m_isFiltered)
        setSnapshot(Snapshot(m_snapshot));
}

std::uint32_t TreeModel::sizeOf(const Node &node) const
{
    return node.slot ? node.slot->count() : static_cast<std::uint32_t>(m_roots.size());
}

Value TreeModel::childOf(const Node &node, std::uint32_t row) const
{
    if (!node.slot)
        return row < m_roots.size() ? valueAt(m_snapshot.root(), m_roots[row]) : Value();
    return Value(m_snapshot.text, *node.slot, node.begin).at(row);
}

TreeModel::Node *TreeModel::nodeOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return m_top.get();
    Node *holder = holderOf(index);
    const auto row = static_cast<std::uint32_t>(index.row());
    std::unique_ptr<Node> &node = holder->nodes[row];
    if (!node) {
        const Value value = childOf(*holder, row);
        node = std::make_unique<Node>();
        node->parent = holder;
        node->row = row;
        node->slot = value.slot();
        node->begin = value.begin();
        node->shown = std::min(value.size(), static_cast<std::uint32_t>(Portion));
    }
    return node.get();
}

Value TreeModel::valueOf(const QModelIndex &index) const
{
    return index.isValid() ? childOf(*holderOf(index), static_cast<std::uint32_t>(index.row())) : Value();
}

Path TreeModel::pathOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    QVarLengthArray<std::uint32_t, 16> back;
    const Node *holder = holderOf(index);
    auto row = static_cast<std::uint32_t>(index.row());
    for (; holder->parent; holder = holder->parent) {
        back.push_back(row);
        row = holder->row;
    }
    Path path = row < m_roots.size() ? m_roots[row] : Path();
    for (auto at = back.crbegin(); at != back.crend(); ++at)
        path.push_back(*at);
    return path;
}

QModelIndex TreeModel::indexOf(const Path &path)
{
    const auto root = std::find_if(m_roots.begin(), m_roots.end(), [&path](const Path &candidate) {
        return candidate.size() <= path.size() && std::equal(candidate.begin(), candidate.end(), path.begin());
    });
    if (root == m_roots.end())
        return {};
    const auto number = static_cast<std::uint32_t>(root - m_roots.begin());
    fetchUpTo(*m_top, {}, number);
    QModelIndex index = createIndex(static_cast<int>(number), Name, m_top.get());
    for (qsizetype depth = root->size(); depth < path.size(); ++depth) {
        if (path[depth] >= valueOf(index).size())
            return {};
        Node *node = nodeOf(index);
        fetchUpTo(*node, index, path[depth]);
        index = createIndex(static_cast<int>(path[depth]), Name, node);
    }
    return index;
}

QModelIndex TreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, nodeOf(parent));
}

QModelIndex TreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Node *holder = holderOf(index);
    return holder->parent ? createIndex(static_cast<int>(holder->row), Name, holder->parent) : QModelIndex();
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_top->shown);
    if (parent.column() != Name)
        return 0;
    // Asked of every row in sight: what nobody looks into gets no node.
    const auto &nodes = holderOf(parent)->nodes;
    if (const auto found = nodes.find(static_cast<std::uint32_t>(parent.row())); found != nodes.end())
        return static_cast<int>(found->second->shown);
    return static_cast<int>(std::min(valueOf(parent).size(), static_cast<std::uint32_t>(Portion)));
}

int TreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool TreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

bool TreeModel::canFetchMore(const QModelIndex &parent) const
{
    if (parent.isValid() && valueOf(parent).size() <= static_cast<std::uint32_t>(Portion))
        return false;
    const Node *node = nodeOf(parent);
    return node->shown < sizeOf(*node);
}

void TreeModel::fetchMore(const QModelIndex &parent)
{
    Node *node = nodeOf(parent);
    fetchUpTo(*node, parent, node->shown);
}

/// Whole portions, until the row is there.
void TreeModel::fetchUpTo(Node &node, const QModelIndex &parent, std::uint32_t row)
{
    const std::uint32_t size = sizeOf(node);
    if (row < node.shown || row >= size || m_isFetching)
        return; // asked again by somebody who is being told of it
    const auto portion = static_cast<std::uint32_t>(Portion);
    const std::uint32_t shown = std::min(size, (row / portion + 1) * portion);
    m_isFetching = true;
    beginInsertRows(parent, static_cast<int>(node.shown), static_cast<int>(shown) - 1);
    node.shown = shown;
    endInsertRows();
    m_isFetching = false;
}

bool TreeModel::isDoubled(const QModelIndex &index) const
{
    const Node *holder = holderOf(index);
    if (!holder->slot || holder->slot->kind != Kind::Object || holder->slot->count() > MostCompared)
        return false;
    std::string scratch;
    const std::string name(valueOf(index).name(scratch));
    for (std::uint32_t row = 0; row < holder->slot->count(); ++row) {
        if (static_cast<int>(row) != index.row() && childOf(*holder, row).name(scratch) == name)
            return true;
    }
    return false;
}

QString TreeModel::nameOf(const QModelIndex &index) const
{
    const Node *holder = holderOf(index);
    if (holder->slot)
        return nameWords(valueOf(index), Value(m_snapshot.text, *holder->slot, holder->begin),
            static_cast<std::uint32_t>(index.row()));
    return queryFor(m_snapshot.root(), m_roots[static_cast<std::size_t>(index.row())]);
}

QString TreeModel::display(const QModelIndex &index) const
{
    const Value value = valueOf(index);
    switch (index.column()) {
    case Name:
        return nameOf(index);
    case Words:
        return valueWords(value);
    case Type:
        return typeWords(value);
    case Size:
        return sizeWords(value.slot() ? value.slot()->length : 0);
    case Count:
        return value.kind() >= Kind::Array ? QLocale().toString(value.size()) : QString();
    default:
        return {};
    }
}

QString TreeModel::toolTip(const QModelIndex &index) const
{
    if (index.column() == Name && isDoubled(index))
        return tr("This name stands more than once in the object. All of them are shown.");
    if (index.column() == Words)
        return valueWords(valueOf(index), 4 * LongestCell);
    return {};
}

QVariant TreeModel::data(const QModelIndex &index, int role) const
{
    const Value value = valueOf(index);
    if (!value)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return display(index);
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::TextAlignmentRole:
        return index.column() >= Size ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case PointerRole:
        return QString::fromStdString(pointerTo(m_snapshot.root(), pathOf(index)).toString());
    case QueryRole:
        return queryFor(m_snapshot.root(), pathOf(index));
    case OffsetRole:
        return value.begin();
    case EndRole:
        return value.end();
    case KindRole:
        return static_cast<int>(value.kind());
    case DoubledRole:
        return isDoubled(index);
    case WholeRole:
        return wholeText(value);
    default:
        return {};
    }
}

QVariant TreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section >= Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Words:
        return tr("Value");
    case Type:
        return tr("Type");
    case Size:
        return tr("Size");
    case Count:
        return tr("Count");
    default:
        return {};
    }
}

} // namespace marquee::inspector
