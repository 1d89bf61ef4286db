// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <utility>
#include <vector>

namespace marquee::inspector {

/// What is known of a text beside its bytes. Secrets are masked already (exchange::Masking).
struct Source
{
    QString title; ///< "demoALID"; empty: the payload's own, or the file's name
    QString origin; ///< in words: "Answer to Get · sandbox"
    QString fileName; ///< what it is offered to be saved as
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< as they came
    int status = 0; ///< of HTTP; 0: it didn't come by HTTP
    int attempts = 0; ///< how often it was sent; 0: not known
    QDateTime began; ///< null: not known
    std::int64_t waitedMs = -1; ///< for its turn, before it was sent; -1: not known
    std::int64_t elapsedMs = -1; ///< from the request to the last byte; -1: not known
    std::int64_t bytesSent = -1; ///< -1: not known
    std::int64_t bytesReceived = -1;
    QStringList askedIds; ///< productions that were asked for
};

} // namespace marquee::inspector
