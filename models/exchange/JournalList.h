// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeList.h"
#include "exchange/JournalReader.h"

#include <QAbstractTableModel>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace marquee::exchange {

class JournalDesk;

/// The exchanges that the journal keeps, the newest first, as many as were asked for (fetchMore). Columns and roles are
/// ExchangeList's. Reads on a thread of its own; nothing here waits for the disk. Everything is called, and told, on
/// the list's own thread. What is asked of one row with its bodies is loaded for that row alone.
class JournalList : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int PageSize = 100;

    /// Reads nothing yet. `journalPath` empty: where the platform keeps it.
    explicit JournalList(const QString &journalPath = {}, QObject *parent = nullptr);
    ~JournalList() override; ///< waits for the step that is being read

    /// Of the filter, environment, operation (by its name), outcome and text count. Reads from the beginning; a newer
    /// filter takes the place of an older one that is still being looked for.
    void setFilter(const JournalFilter &filter);
    const JournalFilter &filter() const { return m_filter; }
    /// Looks again: what is new comes on top, what changed is told. Rows that stay keep their places.
    void refresh();
    /// While it is, it looks again every two seconds, for other programs write there, too.
    void setLive(bool live);

    bool isReading() const { return m_isReading; }
    bool isEmptyJournal() const { return m_isNew; } ///< there is no journal yet
    const QString &problem() const { return m_problem; } ///< it can't be read: why, and what to do; else empty
    const JournalReader::Dropped &dropped() const { return m_dropped; }
    const QStringList &environments() const { return m_environments; } ///< all that the journal has, by name

    const Exchange *at(int row) const { return &m_exchanges[static_cast<std::size_t>(row)]; } ///< without bodies
    QModelIndex indexOf(qint64 journal) const;

    using Loaded = std::function<void(const std::vector<Exchange> &)>;
    /// Those rows with their bodies, in that order; those that were dropped meanwhile are missing. Called once, later.
    void load(const std::vector<qint64> &rows, Loaded loaded);

    /// `har`: an HTTP archive, masked; `count`: of exchanges in it; `isWhole`: false where there was more than one
    /// archive holds (the newest are in it). Called once, later.
    using Exported = std::function<void(const QByteArray &har, int count, bool isWhole)>;
    /// Those that have a journal row from there, for there the secrets are gone; the others masked by what headers are
    /// called.
    void exportThese(const std::vector<Exchange> &exchanges, Exported exported);
    void exportAll(Exported exported); ///< all that the filter finds, also what isn't fetched yet

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void stateChanged(); ///< what is asked above, apart from the rows

private:
    enum class Kind : std::uint8_t
    {
        Anew,
        More,
        Again
    };
    struct Answer;

    void read(Kind kind);
    void take(Kind kind, Answer &answer);
    void append(std::vector<Exchange> exchanges, bool isWhole);
    void reset(std::vector<Exchange> exchanges, bool isWhole);
    void merge(std::vector<Exchange> exchanges, bool isWhole);
    void run(std::function<void(JournalDesk &)> work);

    struct Shared;
    std::shared_ptr<Shared> m_shared; ///< with the other thread
    QThread m_thread;
    QObject *m_worker;
    QTimer m_timer;
    JournalFilter m_filter;
    std::vector<Exchange> m_exchanges;
    qint64 m_oldest = 0; ///< row that was looked at
    bool m_isReading = false;
    bool m_isAsked = false; ///< a filter was set
    bool m_again = false; ///< something changed while it was read
    bool m_isWhole = false;
    bool m_isNew = false;
    QString m_problem;
    JournalReader::Dropped m_dropped;
    QStringList m_environments;
};

} // namespace marquee::exchange
