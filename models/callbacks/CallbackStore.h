// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callbacks/StoredFile.h"

#include <QStringList>

#include <vector>

namespace marquee::callbacks {

/// How much is kept.
struct StoreLimits
{
    int deliveries = 500;
    qint64 bytes = 64 * 1024 * 1024; ///< of all bodies and what stands in front of them
};

/// Every callback that came, in a folder, a file each: the bytes as they came, secret headers masked. The oldest make
/// room. Several processes may use one folder. One thread; waits for the disk.
class CallbackStore
{
public:
    explicit CallbackStore(QString folder, StoreLimits limits = {});

    struct Kept
    {
        QString id;
        bool isRepeat = false; ///< the same bytes were there: they keep their id, and are noted as having come again
        QStringList dropped; ///< ids that made room
    };
    /// WriteFailed where it can't be kept.
    Expected<Kept> keep(const Delivery &delivery);

    std::vector<StoredCallback> list() const; ///< oldest first
    Expected<StoredCallback> find(const QString &id) const;
    Expected<QByteArray> body(const QString &id) const;

    /// What made room so far.
    struct Dropped
    {
        qint64 count = 0;
        QDateTime upTo; ///< when the last of them came
    };
    Dropped dropped() const;

private:
    QString pathOf(const QString &id) const;
    QStringList names() const;
    QStringList makeRoom(const QString &newest);
    void noteDropped(const QStringList &ids, const QDateTime &upTo) const;

    QString m_folder;
    StoreLimits m_limits;
};

} // namespace marquee::callbacks
