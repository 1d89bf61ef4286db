// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/JournalMessages.h"

#include "exchange/JournalReader.h"

namespace marquee::callbacks {

using namespace Qt::StringLiterals;

namespace {

SentMessage::Outcome outcomeOf(const exchange::JournalRecord &record)
{
    if (record.reply.outcome == u"accepted"_s)
        return SentMessage::Outcome::Accepted;
    if (record.reply.outcome == u"rejected"_s)
        return SentMessage::Outcome::Rejected;
    return record.reply.outcome == u"failed"_s ? SentMessage::Outcome::Failed : SentMessage::Outcome::Unknown;
}

SentMessage messageOf(const exchange::JournalRecord &record)
{
    SentMessage message;
    message.row = record.id;
    message.document = record.request.document;
    message.sent = record.request.started;
    message.outcome = outcomeOf(record);
    if (!record.bodiesCut)
        message.body = record.request.body;
    return message;
}

} // namespace

JournalMessages::JournalMessages(QString path)
    : m_path(std::move(path))
{
}

JournalMessages::~JournalMessages() = default;

exchange::JournalReader *JournalMessages::reader() const
{
    if (!m_reader) {
        if (auto opened = exchange::JournalReader::open(m_path))
            m_reader = std::move(*opened);
    }
    return m_reader.get();
}

std::optional<SentMessage> JournalMessages::find(const QString &supplier, const QString &sequence) const
{
    bool isNumber = false;
    const qint64 number = sequence.toLongLong(&isNumber);
    if (!isNumber || supplier.isEmpty() || !reader())
        return std::nullopt;
    const auto record = reader()->findMessage(supplier, number);
    return record ? std::optional(messageOf(*record)) : std::nullopt;
}

std::optional<SentMessage> JournalMessages::at(qint64 row) const
{
    const auto record = row > 0 && reader() ? reader()->find(row) : std::nullopt;
    return record ? std::optional(messageOf(*record)) : std::nullopt;
}

} // namespace marquee::callbacks
