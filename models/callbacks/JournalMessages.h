// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callbacks/SentMessages.h"

#include <memory>

namespace marquee::exchange {
class JournalReader;
}

namespace marquee::callbacks {

/// The messages that the journal knows. Waits for the disk. One thread.
class JournalMessages : public SentMessages
{
public:
    /// `path`: of the journal; empty: where it always is. It needn't be there yet.
    explicit JournalMessages(QString path = {});
    ~JournalMessages() override;

    std::optional<SentMessage> find(const QString &supplier, const QString &sequence) const override;
    /// The one of a row; nothing where the journal hasn't got it any more.
    std::optional<SentMessage> at(qint64 row) const;

private:
    exchange::JournalReader *reader() const; ///< null: there is no journal yet
    QString m_path;
    mutable std::unique_ptr<exchange::JournalReader> m_reader; ///< once there is a journal
};

} // namespace marquee::callbacks
