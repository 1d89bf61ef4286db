// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/KeyStore.h"

#include <QMap>
#include <QTimer>

namespace marquee::test {

/// A key store in memory; or, with `isThere` false, a desktop that has none.
class MemoryKeyStore : public exchange::KeyStore
{
public:
    QMap<QString, QByteArray> entries;
    bool isThere = true;

    void read(const QString &name, Read read) override
    {
        Expected<QByteArray> answer = tl::unexpected(error(name));
        if (isThere && entries.contains(name))
            answer = entries.value(name);
        QTimer::singleShot(0, [read, answer] { read(answer); });
    }
    void write(const QString &name, const QByteArray &secret, Done done) override
    {
        if (isThere)
            entries.insert(name, secret);
        Expected<void> answer;
        if (!isThere)
            answer = tl::unexpected(error(name));
        QTimer::singleShot(0, [done, answer] { done(answer); });
    }
    void remove(const QString &name, Done done) override
    {
        entries.remove(name);
        QTimer::singleShot(0, [done] { done({}); });
    }

private:
    Error error(const QString &name) const
    {
        Error error;
        error.code = isThere ? Error::Code::NotFound : Error::Code::Internal;
        error.message = QStringLiteral("no %1").arg(name);
        return error;
    }
};

} // namespace marquee::test
