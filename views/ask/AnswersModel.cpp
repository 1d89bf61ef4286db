// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask/AnswersModel.h"

namespace marquee::ask {

using namespace Qt::StringLiterals;

void AnswersModel::clear()
{
    beginResetModel();
    m_avails.clear();
    m_shown.clear();
    m_allowed = 0;
    endResetModel();
}

AnswersModel::Avail AnswersModel::availOf(const ShownAnswers &document, const Answer &answer)
{
    Avail avail{document.key, document.name, answer.avail, answer.title, answer.words, answer.isAllowed(), false, {}};
    for (const Grant &grant : answer.grants) {
        QStringList parts{grant.licence, QString::fromStdString(grant.format), grant.dates, grant.price};
        if (!grant.channel.empty())
            parts.insert(2, QString::fromStdString(grant.channel));
        parts.removeAll(QString());
        avail.rows.push_back({Row::Kind::Grant, grant.name, parts.join(u" · "_s), grant.window, false});
        for (const Condition &condition : grant.conditions)
            avail.rows.push_back({Row::Kind::Condition, condition.words, {}, condition.place, false});
    }
    const payload::Pointer *above = nullptr;
    for (const Obstacle &obstacle : answer.obstacles) {
        const bool isMore = above && *above == obstacle.window;
        avail.rows.push_back({Row::Kind::Obstacle, obstacle.name, obstacle.words, obstacle.place, isMore});
        above = &obstacle.window;
    }
    return avail;
}

void AnswersModel::add(const std::vector<ShownAnswers> &documents)
{
    std::vector<Avail> fresh;
    std::vector<std::size_t> shown;
    for (const ShownAnswers &document : documents) {
        for (const Answer &answer : document.answers) {
            fresh.push_back(availOf(document, answer));
            m_allowed += answer.isAllowed() ? 1 : 0;
            if (!m_onlyAllowed || answer.isAllowed())
                shown.push_back(m_avails.size() + fresh.size() - 1);
        }
    }
    if (m_avails.empty() && fresh.size() == 1)
        fresh.front().isAlone = fresh.front().name.isEmpty();
    if (!shown.empty()) {
        const auto first = static_cast<int>(m_shown.size());
        beginInsertRows({}, first, first + static_cast<int>(shown.size()) - 1);
    }
    m_avails.insert(m_avails.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    m_shown.insert(m_shown.end(), shown.begin(), shown.end());
    if (!shown.empty())
        endInsertRows();
}

void AnswersModel::setOnlyAllowed(bool only)
{
    if (m_onlyAllowed == only)
        return;
    beginResetModel();
    m_onlyAllowed = only;
    m_shown.clear();
    for (std::size_t i = 0; i < m_avails.size(); ++i) {
        if (!only || m_avails[i].isAllowed)
            m_shown.push_back(i);
    }
    endResetModel();
}

const QString *AnswersModel::onlyWords() const
{
    return m_avails.size() == 1 && m_avails.front().isAlone ? &m_avails.front().words : nullptr;
}

const AnswersModel::Avail &AnswersModel::availAt(const QModelIndex &index) const
{
    const auto row = isRow(index) ? index.internalId() - 1 : static_cast<quintptr>(index.row());
    return m_avails[m_shown[row]];
}

QString AnswersModel::key(const QModelIndex &index) const
{
    return availAt(index).key;
}

payload::Pointer AnswersModel::place(const QModelIndex &index) const
{
    const Avail &avail = availAt(index);
    return isRow(index) ? avail.rows[static_cast<std::size_t>(index.row())].place : avail.place;
}

QModelIndex AnswersModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex AnswersModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || !isRow(child))
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int AnswersModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_shown.size());
    return isRow(parent) || parent.column() > 0 ? 0 : static_cast<int>(availAt(parent).rows.size());
}

int AnswersModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant AnswersModel::availData(const Avail &avail, int role) const
{
    const QString said = avail.name.isEmpty() ? avail.words : QString(avail.name + u": "_s + avail.words);
    switch (role) {
    case Qt::DisplayRole:
        return avail.isAlone && !avail.title.isEmpty() ? avail.title : avail.words;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return said;
    case NoteRole:
        return avail.name;
    case AllowedRole:
        return avail.isAllowed;
    default:
        return {};
    }
}

QVariant AnswersModel::rowData(const Row &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case NoteRole:
        return row.note;
    case MoreRole:
        return row.isMore;
    case KindRole:
        return static_cast<int>(row.kind);
    case Qt::ToolTipRole:
        return row.note.isEmpty() ? row.text : QString(row.text + u": "_s + row.note);
    case Qt::AccessibleTextRole: {
        const QString kind = row.kind == Row::Kind::Grant ? tr("Allowed")
            : row.kind == Row::Kind::Condition            ? tr("Condition")
                                                          : tr("Not allowed");
        return QString(kind + u": "_s + row.text + (row.note.isEmpty() ? QString() : u", "_s + row.note));
    }
    default:
        return {};
    }
}

QVariant AnswersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Avail &avail = availAt(index);
    return isRow(index) ? rowData(avail.rows[static_cast<std::size_t>(index.row())], role) : availData(avail, role);
}

} // namespace marquee::ask
