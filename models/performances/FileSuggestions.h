// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "performances/Suggestions.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QStringList>

namespace marquee::performances {

/// Values in use in messages that are files, read on a thread of its own.
class FileSuggestions : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostFiles = 500; ///< more aren't looked into
    static constexpr qint64 LargestFile = 4 * 1024 * 1024; ///< in bytes; larger ones aren't, either

    explicit FileSuggestions(QObject *parent = nullptr);
    ~FileSuggestions() override;

    /// These are the files. Those that are new or changed are read in the background; `changed` follows where that told
    /// anything. Returns at once.
    void look(const QStringList &paths);
    const Suggestions &values() const { return m_values; } ///< of the files that were read

Q_SIGNALS:
    void changed();

private:
    struct Known
    {
        QDateTime modified;
        Suggestions values;
    };
    using Found = QHash<QString, Known>;
    static Found read(const QStringList &paths, const Found &known);
    void take(Found found);

    Found m_known;
    Suggestions m_values;
    QStringList m_wanted; ///< while others are read
    bool m_isReading = false;
};

} // namespace marquee::performances
