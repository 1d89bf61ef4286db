// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/ByteLook.h"
#include "inspector/Snapshot.h"
#include "inspector/Source.h"
#include "inspector/Worker.h"
#include "payload/Error.h"

#include <QObject>

#include <memory>
#include <mutex>

namespace marquee::inspector {

/// What is inspected: bytes as they came, read off the window's thread. The bytes are never repaired; what isn't
/// well-formed keeps its text, and an error that says where. Memory: the bytes once, shared by all who look, and one
/// tree. Everything here belongs to the thread that made it, but for `reading()`.
class Inspection : public QObject
{
    Q_OBJECT

public:
    enum class Phase : std::uint8_t
    {
        Nothing, ///< begin() comes
        Loading, ///< a file is read from the disk
        Reading, ///< the bytes are there, or nearly; the payload isn't
        Ready,
        Malformed, ///< there is text, and error() says where it isn't well-formed
        Empty, ///< no bytes, or only blanks
        Unreadable, ///< the file couldn't be read, or it is too large: error() says why
        Cancelled
    };

    explicit Inspection(QObject *parent = nullptr);

    void begin(const Source &source, const QByteArray &bytes);
    /// The file's name becomes the title. Errors as workspace::readFile, in error().
    void beginFile(const QString &path);
    /// A payload that was read already, and doesn't change any more.
    void adopt(const Source &source, std::shared_ptr<const payload::Document> document);
    /// Stops what is going on, in every phase. What was there already stays: the text, mostly.
    void cancel();
    void again(); ///< from the start, after cancel

    Phase phase() const { return m_phase; }
    bool isBusy() const { return m_phase == Phase::Loading || m_phase == Phase::Reading; }
    const Source &source() const { return m_source; }
    const QString &path() const { return m_path; } ///< of beginFile; else empty
    const ByteLook &look() const { return m_look; }
    const Error &error() const { return m_error; } ///< Malformed, Unreadable
    std::int64_t size() const { return m_size; } ///< in bytes; of a file that isn't read yet, the file's

    bool hasText() const { return m_hasText; }
    const payload::Text &text() const { return m_text; } ///< as it came
    const QByteArray &bytes() const { return m_bytes; } ///< the same; shared, not copied
    /// The payload where it is Ready; its beginning while a large one is read; else nothing.
    const Snapshot &snapshot() const { return m_snapshot; }
    bool isBeginning() const { return m_phase != Phase::Ready && m_snapshot; }
    std::shared_ptr<const payload::Document> document() const; ///< Ready; else null

    /// Whoever reads document() on another thread (not a Snapshot of his own) holds this meanwhile. Never the window's
    /// thread.
    std::shared_ptr<std::mutex> reading() const { return m_reading; }

Q_SIGNALS:
    void started();
    void textReady(); ///< text() can be painted, before anything is understood of it
    void beginningReady(); ///< the top of the tree can be painted
    void ready();
    void malformed();
    void phaseChanged(); ///< after each of the above, and whatever else

private:
    struct Read;
    void reset(const Source &source);
    void setPhase(Phase phase);
    void readOn(const QByteArray &bytes, const QString &path);
    void takeText(const QByteArray &bytes, payload::Text text, const ByteLook &look);
    void fail(const Error &error);
    void take(std::shared_ptr<const payload::Document> document);

    Source m_source;
    QString m_path;
    Phase m_phase = Phase::Nothing;
    ByteLook m_look;
    Error m_error;
    std::int64_t m_size = 0;
    bool m_hasText = false;
    QByteArray m_bytes;
    payload::Text m_text;
    Snapshot m_snapshot;
    std::shared_ptr<std::mutex> m_reading = std::make_shared<std::mutex>();
    Worker m_worker;
};

} // namespace marquee::inspector
