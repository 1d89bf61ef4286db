// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Secrets.h"

#include <QEventLoop>
#include <QPointer>

namespace marquee::exchange {

using Kind = SecretSource::Kind;

namespace {

QString keyOf(const SecretSource &source)
{
    return QString::number(static_cast<int>(source.kind)) + u' ' + source.name;
}

Expected<QByteArray> variable(const QString &name)
{
    if (QByteArray value = qgetenv(name.toLocal8Bit().constData()); !value.isEmpty())
        return value;
    Error error;
    error.code = Error::Code::NotFound;
    error.message = Secrets::tr("The variable %1 isn't set.").arg(name);
    error.nextStep = Secrets::tr("Set it before the program starts, or give the secret for this session.");
    return tl::unexpected(error);
}

} // namespace

Secrets::Secrets(std::unique_ptr<KeyStore> store, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
{
}

Secrets::~Secrets()
{
    // Only what nobody else holds can be wiped; a copy that a request still has goes with the request.
    for (QByteArray &secret : m_known)
        secret.fill('\0');
    for (QByteArray &secret : m_session)
        secret.fill('\0');
}

void Secrets::remember(const QByteArray &secret)
{
    if (!secret.isEmpty() && !m_known.contains(secret))
        m_known << secret;
}

void Secrets::get(const SecretSource &source, KeyStore::Read read)
{
    const auto later = [this](KeyStore::Read to, Expected<QByteArray> answer) {
        if (answer)
            remember(*answer);
        QMetaObject::invokeMethod(
            this, [to = std::move(to), answer = std::move(answer)] { to(answer); }, Qt::QueuedConnection);
    };
    if (source.kind == Kind::None) {
        later(std::move(read), QByteArray());
    } else if (const auto given = m_session.constFind(keyOf(source)); given != m_session.constEnd()) {
        later(std::move(read), *given);
    } else if (source.kind == Kind::Variable) {
        later(std::move(read), variable(source.name));
    } else {
        m_store->read(source.name, [self = QPointer(this), read = std::move(read)](const Expected<QByteArray> &answer) {
            if (!self)
                return;
            if (answer)
                self->remember(*answer);
            read(answer);
        });
    }
}

Expected<QByteArray> Secrets::wait(const SecretSource &source)
{
    Expected<QByteArray> result;
    QEventLoop loop;
    get(source, [&](const Expected<QByteArray> &answer) {
        result = answer;
        loop.quit();
    });
    loop.exec();
    return result;
}

void Secrets::giveForSession(const SecretSource &source, const QByteArray &secret)
{
    if (secret.isEmpty()) {
        m_session.remove(keyOf(source));
        return;
    }
    m_session.insert(keyOf(source), secret);
    remember(secret);
}

void Secrets::store(const SecretSource &source, const QByteArray &secret, KeyStore::Done done)
{
    if (source.kind != Kind::Keychain || source.name.isEmpty()) {
        Error error;
        error.code = Error::Code::Invalid;
        error.message = tr("Only a secret that is kept in the key store can be stored there.");
        error.nextStep = tr("Choose the key store, and a name for the secret.");
        QMetaObject::invokeMethod(
            this, [done = std::move(done), error] { done(tl::unexpected(error)); }, Qt::QueuedConnection);
        return;
    }
    remember(secret);
    m_store->write(source.name, secret, std::move(done));
}

} // namespace marquee::exchange
