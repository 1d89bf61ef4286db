// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <utility>
#include <vector>

namespace marquee::exchange {

using HeaderList = std::vector<std::pair<QByteArray, QByteArray>>;

/// What is known of an exchange before it is on the wire. Secrets were taken out (Masking).
struct JournalRequest
{
    QDateTime started;
    QString environment;
    QString operation;
    QString document; ///< the file, or what the document is called
    QString subject; ///< the window's or title's ID that it is about; of a message: "SUPPLIER/NUMBER"
    QByteArray method;
    QByteArray url;
    HeaderList headers;
    QByteArray body;
    qint64 run = 0; ///< of a batch; 0: none
    qint64 settles = 0; ///< the exchange whose outcome this one asks back
};

/// What became of it.
struct JournalReply
{
    QDateTime ended;
    QString outcome; ///< "accepted", …
    QString message;
    int status = 0;
    int attempts = 0;
    qint64 elapsedMs = 0; ///< of the last attempt
    qint64 bytesSent = 0;
    qint64 bytesReceived = 0;
    QString requestId;
    HeaderList headers;
    QByteArray body;
    QString problem; ///< of the transport, in words
};

/// One row of the journal.
struct JournalRecord
{
    qint64 id = 0;
    JournalRequest request;
    JournalReply reply; ///< without an end: outcome "unknown", and `ended` isn't valid
    bool isRunning = false; ///< no end yet, and the process that sent it still runs
    bool bodiesCut = false; ///< a body was larger than the journal keeps
};

/// A batch, and what its items came to.
struct RunRecord
{
    qint64 number = 0;
    QString name; ///< as one names it: "20270314-090000-k3f9"
    QDateTime started;
    QString environment;
    QString operation;
    QString options; ///< JSON, of whoever made the run
};

struct RunItem
{
    int position = 0;
    QString id; ///< requestItemId
    QString file;
    int place = -1; ///< in the file's requestItems or rows; -1: the file itself
    QString transaction;
    QString expectation;
    QString outcome; ///< empty: none yet
    QString message;
    int status = 0;
    int attempts = 0;
    qint64 elapsedMs = 0;
    qint64 exchange = 0; ///< the journal's row that has no end yet: it is, or was, on its way; else 0
    QString errorPath; ///< where the partner found its first fault, as it says it
};

} // namespace marquee::exchange
