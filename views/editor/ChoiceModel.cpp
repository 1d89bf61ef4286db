// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/ChoiceModel.h"

#include <algorithm>
#include <array>

namespace marquee::editor {

using namespace Qt::StringLiterals;

namespace {

constexpr int NoHit = 4;

int rankOf(const Choice &choice, const QString &text)
{
    if (choice.value.startsWith(text, Qt::CaseInsensitive))
        return 0;
    if (choice.label.startsWith(text, Qt::CaseInsensitive))
        return 1;
    const auto holds = [&text](const QString &name) { return name.contains(text, Qt::CaseInsensitive); };
    if (choice.label.contains(u' ' + text, Qt::CaseInsensitive)
        || std::any_of(choice.aliases.begin(), choice.aliases.end(), holds))
        return 2;
    return holds(choice.value) || holds(choice.label) ? 3 : NoHit;
}

} // namespace

void ChoiceModel::setChoices(const QList<Choice> &choices)
{
    beginResetModel();
    m_choices = choices;
    endResetModel();
}

int ChoiceModel::rowOf(const QString &value) const
{
    for (int row = 0; row < m_choices.size(); ++row) {
        if (m_choices.at(row).value == value)
            return row;
    }
    return -1;
}

int ChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Choice &choice = m_choices.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return choice.value;
    case LabelRole:
        return choice.label;
    case Qt::ToolTipRole:
        return choice.help.isEmpty() ? QVariant() : QVariant(choice.help);
    case Qt::AccessibleTextRole:
        return choice.label.isEmpty() ? choice.value : QString(choice.value + ", "_L1 + choice.label);
    default:
        return {};
    }
}

QList<Choice> matching(const QList<Choice> &choices, const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return choices;
    std::array<QList<Choice>, NoHit> ranked;
    for (const Choice &choice : choices) {
        if (const int rank = rankOf(choice, wanted); rank < NoHit)
            ranked[static_cast<std::size_t>(rank)] << choice;
    }
    QList<Choice> found;
    for (const QList<Choice> &group : ranked)
        found << group;
    return found;
}

} // namespace marquee::editor
