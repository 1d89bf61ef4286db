// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/KeyStore.h"

#include <QCoreApplication>

#include <qt6keychain/keychain.h>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("KeyStore", text);
}

Error errorOf(const QKeychain::Job &job, const QString &name)
{
    Error error;
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        error.code = Error::Code::NotFound;
        error.message = tr("The key store has no secret named “%1”.").arg(name);
        error.nextStep = tr("Store it on the environment's page, or give it for this session.");
        return error;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        error.code = Error::Code::NotPermitted;
        error.message = tr("The key store didn't give “%1” out.").arg(name);
        error.nextStep = tr("Unlock it and try again, or give the secret for this session.");
        return error;
    default:
        error.code = Error::Code::Internal;
        error.message = tr("There is no key store to be had on this desktop (%1).").arg(job.errorString());
        error.nextStep = tr("Give the secret for this session, or name a variable instead: {\"variable\": NAME}.");
        return error;
    }
}

class PlatformKeyStore : public KeyStore
{
public:
    void read(const QString &name, Read read) override
    {
        auto *job = new QKeychain::ReadPasswordJob(u"marquee"_s);
        job->setKey(name);
        QObject::connect(job, &QKeychain::Job::finished, job, [job, name, read = std::move(read)] {
            read(job->error() == QKeychain::NoError ? Expected<QByteArray>(job->binaryData())
                                                    : tl::unexpected(errorOf(*job, name)));
        });
        job->start(); // deletes itself
    }

    void write(const QString &name, const QByteArray &secret, Done done) override
    {
        auto *job = new QKeychain::WritePasswordJob(u"marquee"_s);
        job->setKey(name);
        job->setBinaryData(secret);
        finish(job, name, std::move(done));
    }

    void remove(const QString &name, Done done) override
    {
        auto *job = new QKeychain::DeletePasswordJob(u"marquee"_s);
        job->setKey(name);
        finish(job, name, std::move(done));
    }

private:
    static void finish(QKeychain::Job *job, const QString &name, Done done)
    {
        QObject::connect(job, &QKeychain::Job::finished, job, [job, name, done = std::move(done)] {
            done(job->error() == QKeychain::NoError ? Expected<void>() : tl::unexpected(errorOf(*job, name)));
        });
        job->start();
    }
};

} // namespace

std::unique_ptr<KeyStore> platformKeyStore()
{
    return std::make_unique<PlatformKeyStore>();
}

} // namespace marquee::exchange
