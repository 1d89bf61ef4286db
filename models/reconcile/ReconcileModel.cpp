// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/ReconcileModel.h"

#include <algorithm>

namespace marquee::reconcile {

using namespace Qt::StringLiterals;

namespace {

/// An avail's rows have this as their internal id; those below it, the avail's number.
constexpr quintptr TopLevel = ~quintptr(0);

QString firstOf(const std::vector<changes::Difference> &differences)
{
    if (differences.empty())
        return {};
    const QString first = shortWords(differences.front());
    const int more = static_cast<int>(differences.size()) - 1;
    return more > 0 ? ReconcileModel::tr("%1, and %n more", nullptr, more).arg(first) : first;
}

QString allOf(const std::vector<changes::Difference> &differences)
{
    QStringList lines;
    for (const changes::Difference &one : differences) {
        if (lines.size() == 12) {
            lines << u"…"_s;
            break;
        }
        lines << shortWords(one);
    }
    return lines.join(u'\n');
}

const WindowStanding &windowAt(const AvailStanding &avail, int window)
{
    static const WindowStanding none;
    const auto at = static_cast<std::size_t>(window);
    return window >= 0 && at < avail.windows.size() ? avail.windows[at] : none;
}

Status statusOf(const AvailStanding &avail)
{
    if (!avail.isKnown())
        return Status::Unknown;
    return avail.state == AvailStanding::State::NotThere ? Status::New
        : avail.differs()                                ? Status::Changed
                                                         : Status::Same;
}

QString stateWords(const AvailStanding &avail)
{
    switch (avail.state) {
    case AvailStanding::State::Waiting:
        return ReconcileModel::tr("Not asked");
    case AvailStanding::State::Fetching:
        return ReconcileModel::tr("Fetching…");
    case AvailStanding::State::NotThere:
        return ReconcileModel::tr("Not there");
    case AvailStanding::State::Failed:
        return ReconcileModel::tr("Not fetched");
    case AvailStanding::State::LeftOut:
        return ReconcileModel::tr("Left out");
    case AvailStanding::State::Compared:
        break;
    }
    return avail.differs() ? ReconcileModel::tr("Differs") : ReconcileModel::tr("Same");
}

/// "2 new · 1 changed": what there is of each.
QString countWords(const AvailStanding &avail)
{
    QStringList parts;
    if (const int count = avail.count(Status::New); count > 0)
        parts << ReconcileModel::tr("%n new", nullptr, count);
    if (const int count = avail.count(Status::Changed); count > 0)
        parts << ReconcileModel::tr("%n changed", nullptr, count);
    if (const int count = avail.count(Status::Gone); count > 0)
        parts << ReconcileModel::tr("%n gone", nullptr, count);
    if (avail.headDiffers && avail.isFull)
        parts << ReconcileModel::tr("title or metadata");
    return parts.join(u" · "_s);
}

} // namespace

ReconcileModel::ReconcileModel(ReconcileDesk &desk, QObject *parent)
    : QAbstractItemModel(parent)
    , m_desk(desk)
{
    connect(&desk, &ReconcileDesk::standingsReset, this, &ReconcileModel::reset);
    connect(&desk, &ReconcileDesk::availChanged, this, &ReconcileModel::takeAvail);
    connect(&desk, &ReconcileDesk::requestChanged, this, &ReconcileModel::takeRequest);
    reset();
}

/// A desk tells of a change when it is done: until the rows have followed, there may be fewer than they say.
const AvailStanding &ReconcileModel::standing(int avail) const
{
    static const AvailStanding none;
    const auto at = static_cast<std::size_t>(avail);
    return at < m_desk.avails().size() ? m_desk.avails()[at] : none;
}

void ReconcileModel::reset()
{
    beginResetModel();
    m_rows.clear();
    m_heads.clear();
    m_chosen.clear();
    for (const AvailStanding &avail : m_desk.avails()) {
        m_heads.push_back(avail.headDiffers && avail.isFull);
        m_rows.push_back(static_cast<int>(avail.windows.size()) + (m_heads.back() ? 1 : 0));
    }
    endResetModel();
    Q_EMIT chosenChanged();
}

bool ReconcileModel::canChoose(const AvailStanding &avail, int window)
{
    if (!avail.isKnown())
        return false;
    if (window == Choice::Head)
        return avail.headDiffers && avail.isFull;
    return differs(windowAt(avail, window).status);
}

/// All that differs, but nothing that would be deleted: that has to be wanted.
void ReconcileModel::chooseByDefault(int avail)
{
    const AvailStanding &standing = m_desk.avails()[static_cast<std::size_t>(avail)];
    std::erase_if(m_chosen, [avail](const Choice &choice) { return choice.avail == avail; });
    if (canChoose(standing, Choice::Head) && standing.count(Status::Gone) == 0)
        m_chosen.insert({avail, Choice::Head});
    for (std::size_t i = 0; i < standing.windows.size(); ++i) {
        const int window = static_cast<int>(i);
        if (canChoose(standing, window) && standing.windows[i].status != Status::Gone)
            m_chosen.insert({avail, window});
    }
}

void ReconcileModel::renewRows(int avail, int rows, bool hasHead)
{
    const auto at = static_cast<std::size_t>(avail);
    const QModelIndex parent = index(avail, 0);
    if (m_rows[at] > 0) {
        beginRemoveRows(parent, 0, m_rows[at] - 1);
        m_rows[at] = 0;
        m_heads[at] = false;
        endRemoveRows();
    }
    if (rows > 0) {
        beginInsertRows(parent, 0, rows - 1);
        m_rows[at] = rows;
        m_heads[at] = hasHead;
        endInsertRows();
    }
}

void ReconcileModel::takeAvail(int avail)
{
    const auto at = static_cast<std::size_t>(avail);
    const AvailStanding &standing = m_desk.avails()[at];
    const bool hasHead = standing.headDiffers && standing.isFull;
    const int rows = static_cast<int>(standing.windows.size()) + (hasHead ? 1 : 0);
    if (rows != m_rows[at] || hasHead != m_heads[at])
        renewRows(avail, rows, hasHead);
    if (m_desk.state() == ReconcileDesk::State::Fetching) {
        chooseByDefault(avail);
    } else { // it was sent: what is the same now isn't to be sent again
        std::erase_if(m_chosen, [&](const Choice &choice) {
            return choice.avail == avail
                && (choice.window >= static_cast<int>(standing.windows.size()) || !canChoose(standing, choice.window));
        });
    }
    tellAvail(avail);
    Q_EMIT chosenChanged();
}

void ReconcileModel::tellAvail(int avail)
{
    const QModelIndex first = index(avail, 0);
    Q_EMIT dataChanged(first, index(avail, ColumnCount - 1));
    if (const int rows = rowCount(first); rows > 0)
        Q_EMIT dataChanged(index(0, 0, first), index(rows - 1, ColumnCount - 1, first));
}

void ReconcileModel::takeRequest(int request)
{
    const PlannedRequest &one = m_desk.requests()[static_cast<std::size_t>(request)];
    const QModelIndex top = index(one.avail, 0);
    Q_EMIT dataChanged(top, index(one.avail, ColumnCount - 1));
    for (const int window : one.windows) {
        if (const QModelIndex at = indexOf({one.avail, window}); at.isValid())
            Q_EMIT dataChanged(at, at.siblingAtColumn(ColumnCount - 1));
    }
}

int ReconcileModel::headRows(int avail) const
{
    return m_heads[static_cast<std::size_t>(avail)] ? 1 : 0;
}

QModelIndex ReconcileModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : TopLevel);
}

QModelIndex ReconcileModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == TopLevel)
        return {};
    return createIndex(static_cast<int>(index.internalId()), 0, TopLevel);
}

int ReconcileModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_rows.size());
    if (parent.internalId() != TopLevel || parent.column() > 0)
        return 0;
    return m_rows[static_cast<std::size_t>(parent.row())];
}

int ReconcileModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return ColumnCount;
}

bool ReconcileModel::isAvail(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() == TopLevel;
}

int ReconcileModel::windowOf(const QModelIndex &index) const
{
    if (isAvail(index))
        return Choice::Head;
    return index.row() - headRows(static_cast<int>(index.internalId())); // -1: the head
}

Choice ReconcileModel::choiceAt(const QModelIndex &index) const
{
    return {isAvail(index) ? index.row() : static_cast<int>(index.internalId()), windowOf(index)};
}

QModelIndex ReconcileModel::indexOf(const Choice &choice) const
{
    if (choice.avail < 0 || choice.avail >= rowCount())
        return {};
    const int row = choice.window + headRows(choice.avail);
    return row < 0 ? QModelIndex() : index(row, 0, index(choice.avail, 0));
}

const AvailStanding *ReconcileModel::avail(const QModelIndex &index) const
{
    return index.isValid() ? &standing(choiceAt(index).avail) : nullptr;
}

const WindowStanding *ReconcileModel::window(const QModelIndex &index) const
{
    const int at = index.isValid() && !isAvail(index) ? windowOf(index) : -1;
    return at >= 0 ? &windowAt(*avail(index), at) : nullptr;
}

std::vector<Choice> ReconcileModel::chosen() const
{
    return {m_chosen.begin(), m_chosen.end()};
}

Status ReconcileModel::statusOf(const Choice &choice) const
{
    const AvailStanding &avail = standing(choice.avail);
    if (choice.window == Choice::Head)
        return avail.headDiffers ? Status::Changed : Status::Same;
    return windowAt(avail, choice.window).status;
}

int ReconcileModel::chosenGone() const
{
    return static_cast<int>(std::count_if(
        m_chosen.begin(), m_chosen.end(), [this](const Choice &one) { return statusOf(one) == Status::Gone; }));
}

int ReconcileModel::count(Status status) const
{
    int all = 0;
    for (const AvailStanding &avail : m_desk.avails())
        all += avail.count(status) + (status == Status::Changed && avail.headDiffers && avail.isFull ? 1 : 0);
    return all;
}

void ReconcileModel::choose(Status status, bool on)
{
    for (const Choice &choice : allDifferences(m_desk.avails(), true)) {
        if (statusOf(choice) != status)
            continue;
        if (on)
            m_chosen.insert(choice);
        else
            m_chosen.erase(choice);
    }
    for (int i = 0; i < rowCount(); ++i)
        tellAvail(i);
    Q_EMIT chosenChanged();
}

bool ReconcileModel::areAllChosen(Status status) const
{
    const int chosen = static_cast<int>(
        std::count_if(m_chosen.begin(), m_chosen.end(), [&](const Choice &one) { return statusOf(one) == status; }));
    return chosen > 0 && chosen == count(status);
}

Qt::CheckState ReconcileModel::checkState(const Choice &choice, bool isAvail) const
{
    if (!isAvail)
        return m_chosen.contains(choice) ? Qt::Checked : Qt::Unchecked;
    const AvailStanding &avail = standing(choice.avail);
    int can = canChoose(avail, Choice::Head) ? 1 : 0;
    for (std::size_t i = 0; i < avail.windows.size(); ++i)
        can += canChoose(avail, static_cast<int>(i)) ? 1 : 0;
    const auto from = m_chosen.lower_bound({choice.avail, Choice::Head});
    const auto to = m_chosen.lower_bound({choice.avail + 1, Choice::Head});
    const auto is = static_cast<int>(std::distance(from, to));
    return is == 0 ? Qt::Unchecked : is == can ? Qt::Checked : Qt::PartiallyChecked;
}

bool ReconcileModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != Name || m_desk.isActive()
        || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const bool on = value.toInt() != Qt::Unchecked;
    const Choice one = choiceAt(index);
    const auto set = [this, on](const Choice &choice) {
        if (on)
            m_chosen.insert(choice);
        else
            m_chosen.erase(choice);
    };
    if (isAvail(index)) {
        const AvailStanding &all = standing(one.avail);
        for (int window = Choice::Head; window < static_cast<int>(all.windows.size()); ++window) {
            if (canChoose(all, window))
                set({one.avail, window});
        }
    } else {
        set(one);
    }
    tellAvail(one.avail);
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags ReconcileModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() != Name)
        return flags;
    const AvailStanding &one = *avail(index);
    const bool can = isAvail(index) ? one.isKnown() && one.differs() : canChoose(one, windowOf(index));
    return can ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant ReconcileModel::resultData(const Result &result, int role) const
{
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return resultWords(result);
    if (role != OutcomeRole || result.state == Result::State::None || result.state == Result::State::Sending)
        return {};
    return result.state == Result::State::Done ? static_cast<int>(result.outcome.kind) : -1;
}

QVariant ReconcileModel::availData(const AvailStanding &avail, int number, int column, int role) const
{
    if (role == StatusRole)
        return static_cast<int>(reconcile::statusOf(avail));
    if (role == ConflictRole)
        return !avail.conflict.isEmpty();
    if (role == Qt::CheckStateRole)
        return column == Name && avail.isKnown() && avail.differs() ? QVariant(checkState({number, Choice::Head}, true))
                                                                    : QVariant();
    if (role == OutcomeRole && column == Outcome)
        return avail.conflict.isEmpty() ? QVariant() : QVariant(-1);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name:
        return role == Qt::ToolTipRole ? QString(availTitle(avail) + u" — "_s + avail.name) : availTitle(avail);
    case StatusColumn:
        return stateWords(avail);
    case Differs: {
        const QString what = avail.problem.isEmpty() ? countWords(avail) : avail.problem;
        if (role == Qt::ToolTipRole)
            return QStringList(avail.notes + QStringList{what}).join(u'\n').trimmed();
        return what.isEmpty() ? avail.notes.join(u' ') : what;
    }
    case Outcome:
        return avail.conflict;
    default:
        return {};
    }
}

QVariant ReconcileModel::headData(const AvailStanding &avail, int column, int role) const
{
    if (role == StatusRole)
        return static_cast<int>(Status::Changed);
    if (column == Outcome)
        return resultData(avail.headResult, role);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name:
        return tr("Around the windows");
    case StatusColumn:
        return statusTitle(Status::Changed);
    case Differs:
        return role == Qt::ToolTipRole ? allOf(avail.head) : firstOf(avail.head);
    default:
        return {};
    }
}

QVariant ReconcileModel::windowData(const WindowStanding &window, int column, int role) const
{
    if (role == StatusRole)
        return static_cast<int>(window.status);
    if (column == Outcome)
        return resultData(window.result, role);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name:
        return window.transaction.isEmpty() ? tr("(no ID)") : window.transaction;
    case StatusColumn:
        return statusTitle(window.status);
    case Territory:
        return window.territory;
    case Licence:
        return window.licence;
    case Format:
        return window.format;
    case Start:
        return readableTime(window.start);
    case End:
        return readableTime(window.end);
    case Differs:
        if (window.differences.empty())
            return window.note.isEmpty() && reconcile::differs(window.status) ? window.cannot : window.note;
        return role == Qt::ToolTipRole ? allOf(window.differences) : firstOf(window.differences);
    default:
        return {};
    }
}

QVariant ReconcileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Choice choice = choiceAt(index);
    const AvailStanding &one = standing(choice.avail);
    if (role == IsAvailRole)
        return isAvail(index);
    if (role == ChoiceRole)
        return QString(QString::number(choice.avail) + u',' + QString::number(choice.window));
    if (isAvail(index))
        return availData(one, choice.avail, index.column(), role);
    if (role == Qt::CheckStateRole)
        return index.column() == Name && canChoose(one, choice.window) ? QVariant(checkState(choice, false))
                                                                       : QVariant();
    if (choice.window == Choice::Head)
        return headData(one, index.column(), role);
    return windowData(windowAt(one, choice.window), index.column(), role);
}

QVariant ReconcileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Window");
    case StatusColumn:
        return tr("Status");
    case Territory:
        return tr("Territory");
    case Licence:
        return tr("Licence");
    case Format:
        return tr("Format");
    case Start:
        return tr("Start");
    case End:
        return tr("End");
    case Differs:
        return tr("What differs");
    case Outcome:
        return tr("Outcome");
    default:
        return {};
    }
}

} // namespace marquee::reconcile
