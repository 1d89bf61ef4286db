// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Environment.h"
#include "exchange/EnvironmentJson.h"
#include "payload/Document.h"
#include "payload/JsonText.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;
using payload::Document;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Environment", text);
}

/// What one member is to say. Null JSON: it isn't to stand. A default needn't be written where it doesn't stand.
struct Wanted
{
    const char *section; ///< "": of the environment itself
    const char *name;
    Json json;
    bool isDefault = false;
};

Json text(const QString &value)
{
    return value.isEmpty() ? Json() : Json(value.toStdString());
}

Json address(const QUrl &url)
{
    return text(url.toString(QUrl::FullyEncoded));
}

Json secret(const SecretSource &source)
{
    if (source.kind == SecretSource::Kind::None)
        return {};
    Json json = Json::object();
    json[source.kind == SecretSource::Kind::Variable ? "variable" : "keychain"] = source.name.toStdString();
    return json;
}

/// A whole number without a point behind it.
Json number(double value)
{
    const auto whole = static_cast<long long>(value);
    return static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

Json proxy(const ProxySettings &settings)
{
    switch (settings.mode) {
    case ProxySettings::Mode::System:
        return "system";
    case ProxySettings::Mode::None:
        return "none";
    case ProxySettings::Mode::Manual:
        break;
    }
    Json json = Json::object();
    json["url"] = address(settings.url);
    if (!settings.user.isEmpty())
        json["user"] = text(settings.user);
    if (settings.password.kind != SecretSource::Kind::None)
        json["password"] = secret(settings.password);
    return json;
}

void addPrime(const PrimeSide &side, std::vector<Wanted> &wanted)
{
    const PrimeSide usual;
    wanted.push_back({"prime", "baseUrl", address(side.baseUrl)});
    wanted.push_back({"prime", "licensor", text(side.licensor)});
    wanted.push_back({"prime", "apiKey", secret(side.apiKey)});
    wanted.push_back({"prime", "clientCertificate", text(side.clientCertificate)});
    wanted.push_back({"prime", "clientKey", text(side.clientKey)});
    wanted.push_back({"prime", "clientKeyPassword", secret(side.clientKeyPassword)});
    wanted.push_back({"prime", "caCertificate", text(side.caCertificate)});
    wanted.push_back({"prime", "ratePerSecond", number(side.ratePerSecond), side.ratePerSecond == usual.ratePerSecond});
    wanted.push_back({"prime", "connections", side.connections, side.connections == usual.connections});
}

void addShowtime(const ShowtimeSide &side, std::vector<Wanted> &wanted)
{
    wanted.push_back({"showtime", "baseUrl", address(side.baseUrl)});
    wanted.push_back({"showtime", "user", text(side.user)});
    wanted.push_back({"showtime", "password", secret(side.password)});
    wanted.push_back({"showtime", "caCertificate", text(side.caCertificate)});
    wanted.push_back({"showtime", "dataSupplierId", text(side.dataSupplierId)});
    wanted.push_back({"showtime", "callbackUrl", address(side.callbackUrl)});
    wanted.push_back(
        {"showtime", "contentType", text(side.contentType), side.contentType == ShowtimeSide().contentType});
}

void addAtom(const AtomSide &side, std::vector<Wanted> &wanted)
{
    const AtomSide usual;
    wanted.push_back({"atom", "baseUrl", address(side.baseUrl)});
    wanted.push_back({"atom", "apiKey", secret(side.apiKey)});
    wanted.push_back({"atom", "partner", text(side.partner)});
    wanted.push_back({"atom", "ratePerSecond", number(side.ratePerSecond), side.ratePerSecond == usual.ratePerSecond});
    wanted.push_back({"atom", "burst", side.burst, side.burst == usual.burst});
}

std::vector<Wanted> wantedOf(const Environment &environment)
{
    Json headers = Json::array();
    for (const QString &header : environment.secretHeaders)
        headers.push_back(header.toStdString());
    const Environment usual;
    std::vector<Wanted> wanted{
        {"", "name", text(environment.name)},
        {"", "protected", environment.isProtected, !environment.isProtected},
        {"", "colour", text(environment.colour)},
        {"", "timeout", number(environment.timeoutSeconds), environment.timeoutSeconds == usual.timeoutSeconds},
        {"", "proxy", proxy(environment.proxy), environment.proxy == usual.proxy},
        {"", "secretHeaders", headers, headers.empty()},
    };
    if (environment.prime)
        addPrime(*environment.prime, wanted);
    if (environment.showtime)
        addShowtime(*environment.showtime, wanted);
    if (environment.atom)
        addAtom(*environment.atom, wanted);
    return wanted;
}

Json jsonOf(const Environment &environment)
{
    Json json = Json::object();
    for (const Wanted &wanted : wantedOf(environment)) {
        if (wanted.json.is_null() || wanted.isDefault)
            continue;
        Json &object = *wanted.section ? json[wanted.section] : json;
        object[wanted.name] = wanted.json;
    }
    return json;
}

/// Edits a document one by one, and remembers the first that couldn't be done.
class Editing
{
public:
    explicit Editing(Document &document)
        : m_document(document)
    {
    }

    std::optional<Error> error;

    void apply(const Edit &edit)
    {
        if (error)
            return;
        if (const auto done = m_document.apply(edit); !done)
            error = done.error();
    }

    void make(const Pointer &object, const Wanted &wanted)
    {
        const Pointer place = object.child(wanted.name);
        const Value there = m_document.find(place);
        if (!there && (wanted.json.is_null() || wanted.isDefault))
            return;
        if (!there) {
            apply(Edit::insertMember(object, wanted.name, wanted.json.dump()));
        } else if (wanted.json.is_null()) {
            apply(Edit::remove(place));
        } else if (nlohmann::json::parse(there.raw()) != nlohmann::json::parse(wanted.json.dump())) {
            apply(Edit::set(place, wanted.json.dump()));
        }
    }

    void make(const Pointer &entry, const Environment &environment)
    {
        const std::pair<const char *, bool> sections[] = {{"prime", environment.prime.has_value()},
            {"showtime", environment.showtime.has_value()}, {"atom", environment.atom.has_value()}};
        for (const auto &[name, stands] : sections) {
            const Value section = m_document.find(entry.child(name));
            if (section && !stands)
                apply(Edit::remove(entry.child(name)));
            else if (!section && stands)
                apply(Edit::insertMember(entry, name, "{}"));
        }
        for (const Wanted &wanted : wantedOf(environment))
            make(*wanted.section ? entry.child(wanted.section) : entry, wanted);
    }

private:
    Document &m_document;
};

Expected<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    Error error;
    error.code = Error::Code::WriteFailed;
    error.message = tr("“%1” can't be written: %2.").arg(path, file.errorString());
    error.nextStep = tr("The file is as it was. Free some space, or look at its permissions.");
    return tl::unexpected(error);
}

/// What is there before: the file, or a beginning for one.
Expected<std::unique_ptr<Document>> openDocument(const QString &folder)
{
    const auto bytes = readWorkspaceFile(folder);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto document = Document::read(bytes->value_or("{\n  \"environments\": []\n}\n"));
    if (!document)
        return tl::unexpected(document.error());
    if ((*document)->root().isObject() && !(*document)->root().member("environments")) {
        if (const auto added = (*document)->apply(Edit::insertMember({}, "environments", "[]")); !added)
            return tl::unexpected(added.error());
    }
    return document;
}

} // namespace

Expected<void> saveEnvironments(const QString &folder, const std::vector<Environment> &environments)
{
    const QString path = QDir(folder).filePath(u"marquee.json"_s);
    auto document = openDocument(folder);
    if (!document)
        return tl::unexpected(document.error());
    const Pointer list = Pointer().child("environments");
    Editing editing(**document);
    for (std::uint32_t i = (*document)->find(list).size(); i-- > 0;) {
        const QString name = QString::fromStdString((*document)->find(list).at(i).member("name").string());
        const auto found = std::find_if(
            environments.begin(), environments.end(), [&](const Environment &e) { return e.savedName == name; });
        if (found == environments.end())
            editing.apply(Edit::remove(list.child(i)));
        else
            editing.make(list.child(i), *found);
    }
    for (const Environment &environment : environments) {
        if (environment.savedName.isEmpty())
            editing.apply(Edit::insertItem(list, jsonOf(environment).dump()));
    }
    if (editing.error)
        return tl::unexpected(*editing.error);
    const QByteArray bytes = (*document)->text().toByteArray();
    // What couldn't be read again isn't written.
    if (const auto again = environmentsFromJson(bytes, path, folder); !again)
        return tl::unexpected(again.error());
    if (!(*document)->isModified() && QFile::exists(path))
        return {};
    return write(path, bytes);
}

} // namespace marquee::exchange
