// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Environment.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <nlohmann/json.hpp>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using Json = nlohmann::json;

namespace {

constexpr qint64 LargestFile = 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Environment", text);
}

Error invalid(const QString &message, const QString &nextStep = {})
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = message;
    error.nextStep = nextStep;
    return error;
}

QString text(const Json &object, const char *name)
{
    return object.contains(name) ? QString::fromStdString(object.at(name).get<std::string>()) : QString();
}

Expected<SecretSource> secret(const Json &object, const char *name, const QString &environment)
{
    SecretSource source;
    if (!object.contains(name))
        return source;
    const Json &entry = object.at(name);
    const bool isPlain = !entry.is_object();
    if (isPlain || (!entry.contains("variable") && !entry.contains("keychain")))
        return tl::unexpected(
            invalid(tr("“%1” of the environment “%2” is written out in marquee.json.").arg(QString::fromLatin1(name), environment),
                    tr("Write {\"variable\": NAME} or {\"keychain\": NAME} instead, and change the secret: others may have read it.")));
    source.kind = entry.contains("variable") ? SecretSource::Kind::Variable : SecretSource::Kind::Keychain;
    source.name = text(entry, entry.contains("variable") ? "variable" : "keychain");
    return source;
}

Expected<Environment> environmentFrom(const Json &entry)
{
    Environment environment;
    environment.name = text(entry, "name");
    environment.isProtected = entry.value("protected", false);
    environment.colour = text(entry, "colour");
    if (environment.name.isEmpty())
        return tl::unexpected(invalid(tr("An environment in marquee.json has no name.")));
    if (environment.name == QLatin1StringView(Environment::SandboxName))
        return tl::unexpected(invalid(tr("“sandbox” is the built-in environment's name."), tr("Give yours another.")));
    if (!entry.contains("prime"))
        return environment;
    const Json &prime = entry.at("prime");
    environment.primeUrl = QUrl(text(prime, "baseUrl"), QUrl::StrictMode);
    environment.licensor = text(prime, "licensor");
    if (!environment.primeUrl.isValid() || environment.primeUrl.host().isEmpty()
        || (environment.primeUrl.scheme() != "https"_L1 && environment.primeUrl.scheme() != "http"_L1))
        return tl::unexpected(invalid(tr("The baseUrl of “%1” isn't an address.").arg(environment.name),
                                      tr("Write it like https://partnerapi.primevideo.com/v1.")));
    const auto key = secret(prime, "apiKey", environment.name);
    if (!key)
        return tl::unexpected(key.error());
    environment.primeKey = *key;
    return environment;
}

} // namespace

Expected<std::vector<Environment>> readEnvironments(const QString &folder)
{
    QFile file(QDir(folder).filePath(u"marquee.json"_s));
    std::vector<Environment> environments;
    if (!file.exists())
        return environments;
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestFile)
        return tl::unexpected(invalid(tr("“%1” can't be read.").arg(file.fileName())));
    try {
        const Json json = Json::parse(file.readAll().toStdString());
        if (!json.contains("environments"))
            return environments;
        for (const Json &entry : json.at("environments")) {
            auto environment = environmentFrom(entry);
            if (!environment)
                return tl::unexpected(environment.error());
            for (const Environment &other : environments) {
                if (other.name == environment->name)
                    return tl::unexpected(invalid(tr("Two environments are named “%1”.").arg(other.name)));
            }
            environments.push_back(std::move(*environment));
        }
    } catch (const Json::exception &exception) {
        Error error = invalid(tr("“%1” can't be understood: %2.").arg(file.fileName(), QString::fromUtf8(exception.what())));
        error.code = Error::Code::Malformed;
        return tl::unexpected(error);
    }
    return environments;
}

Expected<QByteArray> resolve(const SecretSource &source)
{
    switch (source.kind) {
    case SecretSource::Kind::None:
        return QByteArray();
    case SecretSource::Kind::Variable:
        if (const QByteArray value = qgetenv(source.name.toLocal8Bit().constData()); !value.isEmpty())
            return value;
        return tl::unexpected(invalid(tr("The variable %1 isn't set.").arg(source.name), tr("Set it before the program starts.")));
    case SecretSource::Kind::Keychain:
        break;
    }
    return tl::unexpected(invalid(tr("The key store isn't read by this version."), tr("Use {\"variable\": NAME} in marquee.json.")));
}

} // namespace marquee::exchange
