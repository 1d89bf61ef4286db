// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/CallbacksModel.h"

#include <QLocale>

#include <algorithm>

namespace marquee::callbacks {

using namespace Qt::StringLiterals;

namespace {

using Level = CallbacksModel::Level;

/// What this callback alone says.
MessageReport ownReport(const CallbackEntry &entry)
{
    return entry.callback
        ? reportOf(entry.message, {}, {{entry.stored.id, entry.stored.delivery.time, &*entry.callback}})
        : MessageReport();
}

Level levelOf(const CallbackEntry &entry)
{
    if (!entry.callback)
        return Level::Error;
    const MessageReport report = ownReport(entry);
    if (report.failed > 0)
        return Level::Error;
    if ((entry.isLooked && !entry.message) || report.silent > 0 || report.warned > 0)
        return Level::Warning;
    return report.ok > 0 ? Level::Good : Level::Open;
}

Level levelOf(const Response &response)
{
    if (response.verdict == Verdict::Error)
        return Level::Error;
    const bool isClean = response.warnings.empty() && response.errors.empty();
    return response.verdict == Verdict::Ok && isClean ? Level::Good : Level::Warning;
}

QString searchText(const CallbackEntry &entry)
{
    if (!entry.callback)
        return entry.problem.message;
    QStringList words{entry.callback->supplier, entry.callback->sequence};
    if (entry.message)
        words << entry.message->document;
    for (const Response &response : entry.callback->responses) {
        words << response.entity << response.id << response.siteId << response.status;
        for (const Remark &remark : response.warnings)
            words << remark.text;
        for (const Remark &remark : response.errors)
            words << remark.text;
    }
    return words.join(u'\n');
}

QString timeText(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    return local.date() == QDate::currentDate() ? QLocale().toString(local.time(), u"HH:mm:ss"_s)
                                                : QLocale().toString(local.date(), QLocale::ShortFormat);
}

} // namespace

void CallbacksModel::reset(std::vector<CallbackEntry> oldestFirst)
{
    beginResetModel();
    m_rows.clear();
    for (CallbackEntry &entry : oldestFirst)
        m_rows.push_front({++m_lastSerial, std::move(entry)});
    endResetModel();
}

void CallbacksModel::add(CallbackEntry entry)
{
    beginInsertRows({}, 0, 0);
    m_rows.push_front({++m_lastSerial, std::move(entry)});
    endInsertRows();
}

void CallbacksModel::remove(const QString &id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void CallbacksModel::tellChanged(int row)
{
    const QModelIndex parent = index(row, 0);
    Q_EMIT dataChanged(parent, index(row, ColumnCount - 1));
    if (const int responses = rowCount(parent); responses > 0)
        Q_EMIT dataChanged(index(0, 0, parent), index(responses - 1, ColumnCount - 1, parent));
}

int CallbacksModel::rowOf(const QString &id) const
{
    const auto is = [&id](const Row &row) { return row.entry.stored.id == id; };
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), is);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int CallbacksModel::rowOfSerial(quintptr serial) const
{
    const auto found = std::lower_bound(
        m_rows.begin(), m_rows.end(), serial, [](const Row &row, quintptr wanted) { return row.serial > wanted; });
    return found == m_rows.end() || found->serial != serial ? -1 : static_cast<int>(found - m_rows.begin());
}

QModelIndex CallbacksModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(
        row, column, parent.isValid() ? m_rows[static_cast<std::size_t>(parent.row())].serial : quintptr{0});
}

QModelIndex CallbacksModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    const int row = rowOfSerial(index.internalId());
    return row < 0 ? QModelIndex() : createIndex(row, 0, quintptr{0});
}

int CallbacksModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return entryCount();
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    const auto &callback = entry(parent.row()).callback;
    return callback ? static_cast<int>(callback->responses.size()) : 0;
}

int CallbacksModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant CallbacksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == 0)
        return entryData(entry(index.row()), index.column(), role);
    const int row = rowOfSerial(index.internalId());
    if (row < 0)
        return {};
    const CallbackEntry &of = entry(row);
    return responseData(of, of.callback->responses[static_cast<std::size_t>(index.row())], index.column(), role);
}

QVariant CallbacksModel::entryData(const CallbackEntry &entry, int column, int role) const
{
    switch (role) {
    case IdRole:
        return entry.stored.id;
    case LevelRole:
        return static_cast<int>(levelOf(entry));
    case SearchRole:
        return searchText(entry);
    case DocumentRole:
        return entry.message ? entry.message->document : QString();
    case RowRole:
        return entry.message ? entry.message->row : qint64{0};
    case Qt::ToolTipRole:
        if (column == Time)
            return QLocale().toString(entry.stored.delivery.time.toLocalTime(), QLocale::LongFormat);
        if (column == State && entry.callback && entry.isLooked && !entry.message)
            return tr("No such message was sent from here.");
        return column == Says && !entry.callback ? sentence(entry.problem) : entryData(entry, column, Qt::DisplayRole);
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case State:
        if (!entry.callback)
            return tr("Unreadable");
        return entry.isLooked && !entry.message ? tr("No message") : wordsOf(ownReport(entry).state);
    case Subject:
        if (!entry.callback)
            return tr("%n byte(s)", nullptr, static_cast<int>(entry.stored.size));
        return QString(entry.callback->supplier + u" · "_s + entry.callback->sequence);
    case Says: {
        if (!entry.callback)
            return entry.problem.message;
        const MessageReport report = ownReport(entry);
        QStringList parts;
        if (report.ok > 0)
            parts << tr("%n ok", nullptr, report.ok);
        if (report.failed > 0)
            parts << tr("%n error(s)", nullptr, report.failed);
        if (report.silent > 0)
            parts << tr("%n unclear", nullptr, report.silent);
        if (report.warned > 0)
            parts << tr("%n warned", nullptr, report.warned);
        if (parts.isEmpty())
            parts << tr("says nothing of any performance");
        if (entry.stored.repeats > 0)
            parts << tr("came %n times", nullptr, entry.stored.repeats + 1);
        return parts.join(u", "_s);
    }
    default:
        return timeText(entry.stored.delivery.time);
    }
}

QVariant CallbacksModel::responseData(const CallbackEntry &entry, const Response &response, int column, int role) const
{
    switch (role) {
    case IdRole:
        return entry.stored.id;
    case LevelRole:
        return static_cast<int>(levelOf(response));
    case DocumentRole:
        return entry.message ? entry.message->document : QString();
    case RowRole:
        return entry.message ? entry.message->row : qint64{0};
    case PlaceRole:
        if (const auto at = entry.entities.find(response))
            return QString::fromStdString(entry.entities.all()[*at].place.toString());
        return {};
    case ResponseRole:
        return QVariant::fromValue(response);
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case State:
        return response.verdict == Verdict::Ok   ? tr("OK")
            : response.verdict == Verdict::Error ? tr("Error")
                                                 : tr("Unclear");
    case Subject: {
        QStringList parts;
        for (const QString &part : {response.entity, response.id, response.siteId}) {
            if (!part.isEmpty())
                parts << part;
        }
        return parts.isEmpty() ? tr("not named") : parts.join(u" · "_s);
    }
    case Says:
        for (const auto *remarks : {&response.errors, &response.warnings}) {
            if (!remarks->empty())
                return wordsOf(remarks->front());
        }
        return response.code > 0                   ? meaningOf(response.code)
            : response.verdict == Verdict::Unclear ? response.status
                                                   : QString();
    default:
        return {};
    }
}

QVariant CallbacksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case Subject:
        return tr("Message");
    case Says:
        return tr("Says");
    default:
        return tr("Time");
    }
}

} // namespace marquee::callbacks
