// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace marquee::exchange {

/// Where secrets are kept by their names: the platform's, or one of a test. Answers come later, on the thread that
/// asked, which needs an event loop; exactly one each. Errors: NotFound (there is no secret of that name), NotPermitted
/// (the user said no), Internal (there is no store here, or it failed), each with what to do.
class KeyStore
{
public:
    using Read = std::function<void(const Expected<QByteArray> &)>;
    using Done = std::function<void(const Expected<void> &)>;

    KeyStore() = default;
    virtual ~KeyStore() = default;
    KeyStore(const KeyStore &) = delete;
    KeyStore &operator=(const KeyStore &) = delete;

    virtual void read(const QString &name, Read read) = 0;
    virtual void write(const QString &name, const QByteArray &secret, Done done) = 0;
    virtual void remove(const QString &name, Done done) = 0;
};

/// The desktop's own store (Secret Service, KWallet), under the service name "marquee".
std::unique_ptr<KeyStore> platformKeyStore();

} // namespace marquee::exchange
