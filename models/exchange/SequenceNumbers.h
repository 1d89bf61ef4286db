// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QString>

#include <functional>

namespace marquee::exchange {

/// The numbers of messages, kept for each data supplier in a file of its own beside the journal. They only go up: a
/// number is on the disk before anybody gets it, so that it is never given twice, whatever ends the process then; a
/// number that somebody chose by hand counts as used from the moment that it is sent. Several processes and threads may
/// ask at once.
///
/// Where a supplier's file isn't there, the journal tells which number was sent last. Where it is damaged, nobody
/// guesses: every call says so (Error::Code::ReadFailed, which file, what to do) until the file was moved away, or
/// begin() was called. WriteFailed where the disk doesn't want to; then no number was given. Errors are the same for
/// all calls. Waits for the disk, some milliseconds as a rule. A value; any thread.
class SequenceNumbers
{
public:
    /// `journalPath` empty: Journal::defaultPath().
    explicit SequenceNumbers(const QString &journalPath = {});

    /// The last number that was given or used; 0: none yet.
    Expected<qint64> last(const QString &supplier) const;
    /// The next number, now used. It is above all that were, and above `above`, what the caller knows from elsewhere.
    Expected<qint64> reserve(const QString &supplier, qint64 above = 0) const;
    /// So many in a row; gives the first.
    Expected<qint64> reserveMany(const QString &supplier, int count, qint64 above = 0) const;
    /// This one is being sent. Nothing for one that isn't above the last.
    Expected<void> use(const QString &supplier, qint64 number) const;
    /// Somebody says which number was the last: in place of a damaged file. Never below what the journal, or a file
    /// that can be read, knows.
    Expected<void> begin(const QString &supplier, qint64 number) const;

    /// By what a message with this number is to be judged (rules: above the last one sent): the last one; or the one in
    /// front of it, where the journal knows that all that was sent under this very number surely never got there.
    Expected<qint64> lastBut(const QString &supplier, qint64 number) const;

    QString fileOf(const QString &supplier) const;

private:
    class Lock;
    Expected<qint64> read(const QString &supplier) const;
    Expected<void> write(const QString &supplier, qint64 number) const;
    Expected<qint64> raise(const QString &supplier, const std::function<qint64(qint64)> &to) const;

    QString m_journalPath;
    QString m_folder;
};

} // namespace marquee::exchange
