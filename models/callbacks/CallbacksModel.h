// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callbacks/Callback.h"
#include "callbacks/MessageReport.h"
#include "callbacks/StoredFile.h"

#include <QAbstractItemModel>

#include <deque>
#include <optional>

namespace marquee::callbacks {

/// One callback: what came, what it says, and which message it belongs to.
struct CallbackEntry
{
    StoredCallback stored;
    std::optional<Callback> callback; ///< nothing: it can't be read
    Error problem; ///< why not
    bool isLooked = false; ///< the message was looked for
    std::optional<SentMessage> message; ///< without its body
    SentEntities entities; ///< of the message
};

/// Callbacks, the newest first, and below each what it says of the entities of its message.
class CallbacksModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column
    {
        State, ///< a word
        Subject, ///< supplier and number; entity, id and site
        Says, ///< counts; the first error or warning
        Time,
        ColumnCount
    };
    enum Role
    {
        IdRole = Qt::UserRole, ///< the store's id, of a response that of its callback
        LevelRole, ///< how it stands: a Level
        SearchRole, ///< all that a filter may look in
        DocumentRole, ///< of the message: its file, or what it is called
        RowRole, ///< of the message, in the journal; 0: none
        PlaceRole, ///< of the entity in the message, a JSON Pointer; a response without one: not valid
        ResponseRole ///< a Response
    };
    enum class Level : std::uint8_t
    {
        Good,
        Warning,
        Error,
        Open ///< neither yet
    };

    using QAbstractItemModel::QAbstractItemModel;

    void reset(std::vector<CallbackEntry> oldestFirst);
    void add(CallbackEntry entry); ///< the newest
    void remove(const QString &id);
    /// After an entry was changed in its place.
    void tellChanged(int row);

    int entryCount() const { return static_cast<int>(m_rows.size()); }
    CallbackEntry &entry(int row) { return m_rows[static_cast<std::size_t>(row)].entry; }
    const CallbackEntry &entry(int row) const { return m_rows[static_cast<std::size_t>(row)].entry; }
    int rowOf(const QString &id) const; ///< -1: none

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        quintptr serial = 0; ///< what responses remember of their callback; greater for newer ones
        CallbackEntry entry;
    };

    int rowOfSerial(quintptr serial) const;
    QVariant entryData(const CallbackEntry &entry, int column, int role) const;
    QVariant responseData(const CallbackEntry &entry, const Response &response, int column, int role) const;

    std::deque<Row> m_rows; ///< newest first
    quintptr m_lastSerial = 0;
};

} // namespace marquee::callbacks
