// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Environment.h"

#include "exchange/EnvironmentJson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cmath>
#include <nlohmann/json.hpp>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using Json = nlohmann::json;

namespace {

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

/// Reads the members of one environment; the first thing that is wrong stays.
class Reader
{
public:
    explicit Reader(QString environment)
        : m_environment(std::move(environment))
    {
    }

    std::optional<Error> error;

    void refuse(const QString &message, const QString &nextStep = {})
    {
        if (!error)
            error = invalid(message, nextStep);
    }

    QString text(const Json &object, const char *name, const QString &otherwise = {})
    {
        return object.contains(name) ? QString::fromStdString(object.at(name).get<std::string>()) : otherwise;
    }

    QUrl address(
        const Json &object, const char *name, const char *example, const QStringList &schemes = {u"https"_s, u"http"_s})
    {
        QUrl url(text(object, name), QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || !schemes.contains(url.scheme()))
            refuse(tr("The %1 of “%2” isn't an address.").arg(QString::fromLatin1(name), m_environment),
                tr("Write it like %1.").arg(QString::fromLatin1(example)));
        else if (!url.userInfo().isEmpty())
            refuse(tr("The %1 of “%2” has a user or password in it.").arg(QString::fromLatin1(name), m_environment),
                tr("Take it out, and change the password: others may have read it."));
        return url;
    }

    double number(const Json &object, const char *name, double otherwise, double least, double most)
    {
        const double value = object.value(name, otherwise);
        if (!(value >= least && value <= most))
            refuse(tr("%1 of “%2” has to be from %3 to %4.")
                       .arg(QString::fromLatin1(name), m_environment)
                       .arg(least)
                       .arg(most));
        return value;
    }

    SecretSource secret(const Json &object, const char *name)
    {
        SecretSource source;
        if (!object.contains(name))
            return source;
        const Json &entry = object.at(name);
        if (!entry.is_object() || (!entry.contains("variable") && !entry.contains("keychain"))) {
            refuse(tr("“%1” of the environment “%2” is written out in marquee.json.")
                       .arg(QString::fromLatin1(name), m_environment),
                tr("Write {\"variable\": NAME} or {\"keychain\": NAME} instead, and change the secret: others may have "
                   "read it."));
            return source;
        }
        source.kind = entry.contains("variable") ? SecretSource::Kind::Variable : SecretSource::Kind::Keychain;
        source.name = text(entry, entry.contains("variable") ? "variable" : "keychain");
        return source;
    }

    ProxySettings proxy(const Json &environment)
    {
        ProxySettings settings;
        if (!environment.contains("proxy"))
            return settings;
        const Json &entry = environment.at("proxy");
        if (entry == "system")
            return settings;
        settings.mode = entry == "none" ? ProxySettings::Mode::None : ProxySettings::Mode::Manual;
        if (settings.mode == ProxySettings::Mode::None)
            return settings;
        if (!entry.is_object()) {
            refuse(tr("The proxy of “%1” can't be understood.").arg(m_environment),
                tr("Write \"system\", \"none\" or {\"url\": \"http://proxy.example:3128\"}."));
            return settings;
        }
        settings.url = address(entry, "url", "http://proxy.example:3128", {u"http"_s, u"socks5"_s});
        settings.user = text(entry, "user");
        settings.password = secret(entry, "password");
        return settings;
    }

    PrimeSide prime(const Json &entry)
    {
        PrimeSide side;
        side.baseUrl = address(entry, "baseUrl", "https://partnerapi.primevideo.com/v1");
        side.licensor = text(entry, "licensor");
        side.apiKey = secret(entry, "apiKey");
        side.clientCertificate = text(entry, "clientCertificate");
        side.clientKey = text(entry, "clientKey");
        side.clientKeyPassword = secret(entry, "clientKeyPassword");
        side.caCertificate = text(entry, "caCertificate");
        side.ratePerSecond = number(entry, "ratePerSecond", side.ratePerSecond, 0, 10000);
        side.connections = static_cast<int>(number(entry, "connections", side.connections, 1, 64));
        return side;
    }

    ShowtimeSide showtime(const Json &entry)
    {
        ShowtimeSide side;
        if (entry.contains("baseUrl"))
            side.baseUrl = address(entry, "baseUrl", "https://circuit.example/data/pos/");
        side.user = text(entry, "user");
        side.password = secret(entry, "password");
        side.caCertificate = text(entry, "caCertificate");
        side.dataSupplierId = text(entry, "dataSupplierId");
        if (entry.contains("callbackUrl"))
            side.callbackUrl = address(entry, "callbackUrl", "https://your.example/callback");
        side.contentType = text(entry, "contentType", side.contentType);
        return side;
    }

    AtomSide atom(const Json &entry)
    {
        AtomSide side;
        if (entry.contains("baseUrl"))
            side.baseUrl = address(entry, "baseUrl", "https://api-beta.atomtickets.com");
        side.apiKey = secret(entry, "apiKey");
        side.partner = text(entry, "partner");
        side.ratePerSecond = number(entry, "ratePerSecond", side.ratePerSecond, 0, 10000);
        side.burst = static_cast<int>(number(entry, "burst", side.burst, 1, 10000));
        return side;
    }

private:
    QString m_environment;
};

Expected<Environment> environmentFrom(const Json &entry)
{
    Environment environment;
    Reader reader(QString::fromStdString(entry.value("name", std::string())));
    environment.name = reader.text(entry, "name");
    environment.savedName = environment.name;
    if (environment.name.isEmpty())
        return tl::unexpected(invalid(tr("An environment in marquee.json has no name.")));
    if (environment.name == QLatin1StringView(Environment::SandboxName))
        return tl::unexpected(invalid(tr("“sandbox” is the built-in environment's name."), tr("Give yours another.")));
    environment.isProtected = entry.value("protected", false);
    environment.colour = reader.text(entry, "colour");
    environment.timeoutSeconds = reader.number(entry, "timeout", environment.timeoutSeconds, 0.1, 3600);
    environment.proxy = reader.proxy(entry);
    for (const std::string &name : entry.value("secretHeaders", std::vector<std::string>()))
        environment.secretHeaders << QString::fromStdString(name);
    if (entry.contains("prime"))
        environment.prime = reader.prime(entry.at("prime"));
    if (entry.contains("showtime"))
        environment.showtime = reader.showtime(entry.at("showtime"));
    if (entry.contains("atom"))
        environment.atom = reader.atom(entry.at("atom"));
    if (reader.error)
        return tl::unexpected(*reader.error);
    return environment;
}

} // namespace

QString Environment::pathOf(const QString &written) const
{
    return written.isEmpty() ? written : QDir(folder).filePath(written);
}

Expected<std::vector<Environment>> environmentsFromJson(
    const QByteArray &bytes, const QString &fileName, const QString &folder)
{
    std::vector<Environment> environments;
    try {
        const Json json = Json::parse(bytes.toStdString());
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
            environment->folder = folder;
            environments.push_back(std::move(*environment));
        }
    } catch (const Json::exception &exception) {
        Error error = invalid(tr("“%1” can't be understood: %2.").arg(fileName, QString::fromUtf8(exception.what())));
        error.code = Error::Code::Malformed;
        return tl::unexpected(error);
    }
    return environments;
}

Expected<std::optional<QByteArray>> readWorkspaceFile(const QString &folder)
{
    QFile file(QDir(folder).filePath(u"marquee.json"_s));
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestWorkspaceFile)
        return tl::unexpected(invalid(tr("“%1” can't be read.").arg(file.fileName())));
    return file.readAll();
}

Expected<std::vector<Environment>> readEnvironments(const QString &folder)
{
    const auto bytes = readWorkspaceFile(folder);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (!*bytes)
        return std::vector<Environment>();
    return environmentsFromJson(**bytes, QDir(folder).filePath(u"marquee.json"_s), folder);
}

} // namespace marquee::exchange
