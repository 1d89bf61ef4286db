// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/SequenceNumbers.h"
#include "performances/Message.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

/// The numbers that messages are sent under: what rules know of them, and the next one for a message that is to be sent.
class MessageNumbers : public QObject
{
    Q_OBJECT

public:
    MessageNumbers(const Frame &frame, const Models &models, QObject *parent);

    /// The document's rules hear of the numbers that were sent.
    void follow(workspace::OpenDocument &document);
    /// A message was sent, or it was tried: numbers of its supplier have changed on the disk.
    void sent(const performances::MessageName &message);
    /// Before it is sent: gives the message its supplier, where only the environment says it, and the next number, where it
    /// has none or one that was used already. False where it can't be sent, or the user doesn't want to.
    bool number(workspace::OpenDocument &document);

private:
    std::optional<qint64> lastFor(const QString &supplier);
    bool take(workspace::OpenDocument &document, const QString &supplier, qint64 above);

    const Frame m_frame;
    const Models m_models;
    exchange::SequenceNumbers m_numbers;
    QHash<QString, qint64> m_last; ///< by supplier, as it was read
    QSet<QString> m_unsent; ///< "SUPPLIER/NUMBER": given here, and held back since
};

} // namespace marquee::shell
