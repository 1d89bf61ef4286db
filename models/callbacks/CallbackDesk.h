// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callbacks/CallbackListener.h"
#include "callbacks/CallbacksModel.h"
#include "callbacks/CallbackStore.h"

#include <QObject>
#include <QTimer>

namespace marquee::callbacks {

/// All that a window or a program does with callbacks: takes them from the listener, as text and from files, keeps
/// each, finds its message, and says how far a message is. One thread; waits for the disk.
class CallbackDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 LargestCallback = 1024 * 1024; ///< in bytes, however it comes

    /// `folder`: where callbacks are kept. Reads nothing yet.
    explicit CallbackDesk(const QString &folder, ListenerOptions options = {}, QObject *parent = nullptr);

    /// Who knows what was sent; it has to outlive the desk. Null: nobody.
    void setMessages(const SentMessages *messages);
    /// Reads what is kept. Messages are looked for little by little, the newest first.
    void load();
    CallbacksModel &model() { return m_model; }
    CallbackStore::Dropped dropped() const { return m_store.dropped(); }

    /// Network where the port can't be had.
    Expected<void> startListening(quint16 port = 0);
    void stopListening();
    bool isListening() const { return m_listener.isListening(); }
    QUrl url() const { return m_listener.url(); } ///< empty while it never listened

    /// A callback as text: what was pasted. Its id in the store. It is kept whatever it says, but for what is empty or
    /// too large (Invalid, TooLarge).
    Expected<QString> takeText(const QByteArray &bytes);
    /// The same from a file: NotFound or ReadFailed besides.
    Expected<QString> takeFile(const QString &path);
    /// A stored one once more, as if it had come now: its message is looked for again, and everybody is told. NotFound
    /// where it isn't kept any more.
    Expected<void> replay(const QString &id);
    Expected<QByteArray> body(const QString &id) const { return m_store.body(id); } ///< as it came, byte for byte

    /// Looks for messages again: something was sent, or an answer came. Cheap where nothing is in doubt.
    void lookAgain();
    /// How far a message is, entity by entity.
    MessageReport report(const QString &supplier, const QString &sequence) const;

Q_SIGNALS:
    void listeningChanged();
    /// A callback is there; `isRepeat`: the same one was there before.
    void taken(const QString &id, bool isRepeat);
    /// One that a partner posted couldn't be kept; it is lost.
    void failed(const marquee::Error &error);
    void refused(int status); ///< somebody posted something else than a callback to the listener
    /// Ask report() again for this message.
    void messageChanged(const QString &supplier, const QString &sequence);
    void loaded(); ///< all messages were looked for

private:
    Expected<QString> take(const Delivery &delivery);
    CallbackEntry makeEntry(StoredCallback stored, const Expected<QByteArray> &body) const;
    void look(CallbackEntry &entry) const;
    void lookAtNext();

    CallbackListener m_listener;
    CallbackStore m_store;
    CallbacksModel m_model;
    const SentMessages *m_messages = nullptr;
    QTimer m_looking;
};

} // namespace marquee::callbacks
