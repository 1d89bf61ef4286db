// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/StoredFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <nlohmann/json.hpp>

namespace marquee::callbacks {

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

namespace {

constexpr qint64 LongestLine = 256 * 1024;
constexpr std::pair<Delivery::How, const char *> ways[]
    = {{Delivery::How::Received, "received"}, {Delivery::How::Pasted, "pasted"}, {Delivery::How::Opened, "opened"}};

QString tr(const char *text)
{
    return QCoreApplication::translate("CallbackStore", text);
}

// Headers may hold any byte; as Latin-1 every byte has a character of its own.
std::string textOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes).toStdString();
}

QByteArray bytesOf(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()).toLatin1()
                                                       : QByteArray();
}

QDateTime timeOf(const Json &object, const char *name)
{
    return QDateTime::fromString(QString::fromLatin1(bytesOf(object, name)), Qt::ISODateWithMs);
}

Error unreadable(const QString &path)
{
    return makeError(Error::Code::ReadFailed,
        tr("The stored callback “%1” can't be read.").arg(QFileInfo(path).fileName()),
        tr("Remove the file, or ask the partner what became of the message."));
}

} // namespace

QByteArray encodeStored(const StoredCallback &stored, const QByteArray &body)
{
    const Delivery &delivery = stored.delivery;
    Json headers = Json::array();
    for (const auto &[name, value] : delivery.headers)
        headers.push_back({textOf(name), textOf(value)});
    Json line{{"callback", 1}, {"time", delivery.time.toUTC().toString(Qt::ISODateWithMs).toStdString()},
        {"peer", textOf(delivery.peer)}, {"headers", headers}, {"repeats", stored.repeats}};
    for (const auto &[way, name] : ways) {
        if (way == delivery.how)
            line["how"] = name;
    }
    if (stored.lastRepeat.isValid())
        line["lastRepeat"] = stored.lastRepeat.toUTC().toString(Qt::ISODateWithMs).toStdString();
    return QByteArray::fromStdString(line.dump()) + '\n' + body;
}

Expected<StoredCallback> readStored(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(unreadable(path));
    const QByteArray line = file.readLine(LongestLine);
    const Json json = Json::parse(line.begin(), line.end(), nullptr, false);
    if (!json.is_object() || !line.endsWith('\n') || json.value("callback", Json()) != 1)
        return tl::unexpected(unreadable(path));
    StoredCallback stored;
    stored.id = QFileInfo(path).completeBaseName();
    stored.size = file.size() - line.size();
    stored.delivery.time = timeOf(json, "time");
    stored.delivery.peer = bytesOf(json, "peer");
    const QByteArray how = bytesOf(json, "how");
    for (const auto &[way, name] : ways) {
        if (how == name)
            stored.delivery.how = way;
    }
    for (const Json &header : json.value("headers", Json::array())) {
        if (header.is_array() && header.size() == 2 && header[0].is_string() && header[1].is_string())
            stored.delivery.headers.emplace_back(QString::fromStdString(header[0].get<std::string>()).toLatin1(),
                QString::fromStdString(header[1].get<std::string>()).toLatin1());
    }
    const Json repeats = json.value("repeats", Json(0));
    stored.repeats = repeats.is_number_integer() ? repeats.get<int>() : 0;
    stored.lastRepeat = timeOf(json, "lastRepeat");
    return stored;
}

Expected<QByteArray> readStoredBody(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.readLine(LongestLine).isEmpty())
        return tl::unexpected(unreadable(path));
    return file.readAll();
}

Expected<void> writeStored(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        if (file.write(bytes) == bytes.size() && file.commit())
            return {};
    }
    return tl::unexpected(
        makeError(Error::Code::WriteFailed, tr("A callback can't be kept: %1.").arg(file.errorString()),
            tr("Make room on the disk, or let the folder “%1” be written.").arg(QFileInfo(path).path())));
}

} // namespace marquee::callbacks
