// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Difference.h"
#include "payload/Document.h"
#include "payload/Edit.h"
#include "rules/Validator.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace marquee::changes {

/// Gives a file's bytes. Called on another thread.
using FileReader = std::function<Expected<QByteArray>(const QString &path)>;

/// What a document is compared with.
struct Source
{
    QString path; ///< of a file; empty: `bytes` is the text
    QByteArray bytes;
    bool isReply = false; ///< a partner's answer
    friend bool operator==(const Source &, const Source &) = default;
};

/// Reads another text and compares documents with it, one after the other on a thread of the pool. Of several requests
/// that come in while it works, the last counts.
class Comparer : public QObject
{
    Q_OBJECT

public:
    /// Of more differences, so many are listed.
    static constexpr std::size_t Most = 2000;

    Comparer(rules::Rulebook book, FileReader reader, QObject *parent = nullptr);

    /// What it compares with from now on; read anew, also where it is the same.
    void setSource(Source source);
    /// A snapshot of a document; `state` comes back with the result.
    void compare(const payload::Text &text, std::uint64_t state, bool isReply);
    void forget(); ///< nothing is to be compared; results on their way don't count
    bool isBusy() const { return m_busy; }

    /// Of the last finished comparison.
    const Comparison &comparison() const { return m_comparison; }
    const std::optional<Error> &error() const { return m_error; } ///< why there is none
    std::uint64_t state() const { return m_state; } ///< of the document that was compared
    /// The edit that puts a difference back; nothing while it works, or where it can't be done.
    std::optional<payload::Edit> putBack(const Difference &difference, const payload::Document &document) const;

Q_SIGNALS:
    void finished();

private:
    struct Request
    {
        payload::Text text;
        std::uint64_t state = 0;
        bool isReply = false;
    };
    struct Job;

    void start();
    static void work(Job &job);
    void take(Job &job);

    rules::Rulebook m_book;
    FileReader m_reader;
    Source m_source;
    std::shared_ptr<payload::Document> m_other; ///< the source, read; the worker's while it is busy
    std::optional<Request> m_next;
    bool m_busy = false;
    bool m_isFresh = false; ///< m_other is of m_source
    std::uint64_t m_turn = 0; ///< grows where results on their way stop to count

    Comparison m_comparison;
    std::optional<Error> m_error;
    std::uint64_t m_state = 0;
};

} // namespace marquee::changes
