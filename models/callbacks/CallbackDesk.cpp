// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/CallbackDesk.h"

#include "callbacks/CallbackReader.h"

#include <QFile>
#include <QFileInfo>

namespace marquee::callbacks {

using namespace Qt::StringLiterals;

CallbackDesk::CallbackDesk(const QString &folder, ListenerOptions options, QObject *parent)
    : QObject(parent)
    , m_listener(std::move(options))
    , m_store(folder)
{
    m_looking.setInterval(0);
    connect(&m_looking, &QTimer::timeout, this, &CallbackDesk::lookAtNext);
    connect(&m_listener, &CallbackListener::listeningChanged, this, &CallbackDesk::listeningChanged);
    connect(&m_listener, &CallbackListener::refused, this, &CallbackDesk::refused);
    connect(&m_listener, &CallbackListener::received, this, [this](const Delivery &delivery) {
        if (const auto kept = take(delivery); !kept)
            Q_EMIT failed(kept.error());
    });
}

void CallbackDesk::setMessages(const SentMessages *messages)
{
    m_messages = messages;
    lookAgain();
}

void CallbackDesk::load()
{
    std::vector<CallbackEntry> entries;
    for (StoredCallback &stored : m_store.list()) {
        const auto body = m_store.body(stored.id);
        entries.push_back(makeEntry(std::move(stored), body));
    }
    m_model.reset(std::move(entries));
    m_looking.start();
}

Expected<void> CallbackDesk::startListening(quint16 port)
{
    return m_listener.start(port);
}

void CallbackDesk::stopListening()
{
    m_listener.stop();
}

Expected<QString> CallbackDesk::takeText(const QByteArray &bytes)
{
    Delivery delivery;
    delivery.body = bytes;
    delivery.how = Delivery::How::Pasted;
    delivery.time = QDateTime::currentDateTimeUtc();
    return take(delivery);
}

Expected<QString> CallbackDesk::takeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const bool isThere = QFileInfo::exists(path);
        return tl::unexpected(makeError(isThere ? Error::Code::ReadFailed : Error::Code::NotFound,
            tr("“%1” can't be read: %2.").arg(QFileInfo(path).fileName(), file.errorString()),
            tr("Choose another file.")));
    }
    Delivery delivery;
    delivery.body = file.read(LargestCallback + 1);
    delivery.how = Delivery::How::Opened;
    delivery.peer = QFileInfo(path).fileName().toUtf8();
    delivery.time = QDateTime::currentDateTimeUtc();
    return take(delivery);
}

Expected<QString> CallbackDesk::take(const Delivery &delivery)
{
    if (delivery.body.size() > LargestCallback) {
        return tl::unexpected(makeError(Error::Code::TooLarge, tr("That is larger than 1 MB, so it isn't a callback."),
            tr("Give one callback, as the partner posted it.")));
    }
    if (delivery.body.trimmed().isEmpty() && delivery.how != Delivery::How::Received)
        return tl::unexpected(
            makeError(Error::Code::Invalid, tr("There is no text."), tr("Copy the callback's XML first.")));
    auto kept = m_store.keep(delivery);
    if (!kept)
        return tl::unexpected(kept.error());
    for (const QString &id : kept->dropped)
        m_model.remove(id);
    auto stored = m_store.find(kept->id);
    if (!stored)
        return tl::unexpected(stored.error());
    CallbackEntry entry = makeEntry(std::move(*stored), delivery.body);
    look(entry);
    const auto callback = entry.callback;
    if (const int row = m_model.rowOf(kept->id); row >= 0) {
        m_model.entry(row).stored = entry.stored;
        m_model.tellChanged(row);
    } else {
        m_model.add(std::move(entry));
    }
    Q_EMIT taken(kept->id, kept->isRepeat);
    if (callback)
        Q_EMIT messageChanged(callback->supplier, callback->sequence);
    return kept->id;
}

Expected<void> CallbackDesk::replay(const QString &id)
{
    const int row = m_model.rowOf(id);
    if (row < 0) {
        return tl::unexpected(makeError(Error::Code::NotFound, tr("This callback isn't kept any more."),
            tr("Choose another one, or paste it again.")));
    }
    CallbackEntry &entry = m_model.entry(row);
    look(entry);
    m_model.tellChanged(row);
    const auto callback = entry.callback;
    Q_EMIT taken(id, true);
    if (callback)
        Q_EMIT messageChanged(callback->supplier, callback->sequence);
    return {};
}

CallbackEntry CallbackDesk::makeEntry(StoredCallback stored, const Expected<QByteArray> &body) const
{
    CallbackEntry entry;
    entry.stored = std::move(stored);
    auto callback = body ? readCallback(*body) : tl::unexpected(body.error());
    if (callback)
        entry.callback = std::move(*callback);
    else
        entry.problem = callback.error();
    return entry;
}

void CallbackDesk::look(CallbackEntry &entry) const
{
    entry.isLooked = true;
    entry.message.reset();
    entry.entities = {};
    if (!entry.callback || !m_messages)
        return;
    entry.message = m_messages->find(entry.callback->supplier, entry.callback->sequence);
    if (!entry.message)
        return;
    entry.entities = SentEntities::read(entry.message->body);
    entry.message->body.clear(); // hundreds of them would stay in memory
}

void CallbackDesk::lookAgain()
{
    for (int row = 0; row < m_model.entryCount(); ++row) {
        CallbackEntry &entry = m_model.entry(row);
        const bool isSettled = entry.message && entry.message->outcome == SentMessage::Outcome::Accepted;
        if (!isSettled && entry.callback)
            entry.isLooked = false;
    }
    m_looking.start();
}

/// One a turn: each waits for the disk.
void CallbackDesk::lookAtNext()
{
    for (int row = 0; row < m_model.entryCount(); ++row) {
        CallbackEntry &entry = m_model.entry(row);
        if (entry.isLooked)
            continue;
        look(entry);
        m_model.tellChanged(row);
        if (entry.callback)
            Q_EMIT messageChanged(entry.callback->supplier, entry.callback->sequence);
        return;
    }
    m_looking.stop();
    Q_EMIT loaded();
}

MessageReport CallbackDesk::report(const QString &supplier, const QString &sequence) const
{
    std::vector<DatedCallback> callbacks;
    for (int row = 0; row < m_model.entryCount(); ++row) {
        const CallbackEntry &entry = m_model.entry(row);
        if (entry.callback && entry.callback->supplier == supplier && entry.callback->sequence == sequence)
            callbacks.push_back({entry.stored.id, entry.stored.delivery.time, &*entry.callback});
    }
    const auto message = m_messages ? m_messages->find(supplier, sequence) : std::nullopt;
    return reportOf(message, message ? SentEntities::read(message->body) : SentEntities(), std::move(callbacks));
}

} // namespace marquee::callbacks
