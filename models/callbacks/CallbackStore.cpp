// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/CallbackStore.h"

#include "exchange/Masking.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace marquee::callbacks {

using namespace Qt::StringLiterals;

namespace {

const QString Suffix = u".callback"_s;
const QString DroppedName = u"dropped.json"_s;

/// What one delivery is told from another by.
QString digestOf(const QByteArray &body)
{
    return QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex().left(32));
}

} // namespace

CallbackStore::CallbackStore(QString folder, StoreLimits limits)
    : m_folder(std::move(folder))
    , m_limits(limits)
{
}

Expected<CallbackStore::Kept> CallbackStore::keep(const Delivery &delivery)
{
    if (!QFileInfo::exists(m_folder) && QDir().mkpath(m_folder))
        QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    Kept kept;
    StoredCallback stored;
    const QString digest = digestOf(delivery.body);
    const QStringList same = QDir(m_folder).entryList({u"*-"_s + digest + Suffix}, QDir::Files, QDir::Name);
    const auto earlier = same.isEmpty() ? tl::unexpected(Error()) : readStored(m_folder + u'/' + same.last());
    if (earlier) {
        stored = *earlier;
        ++stored.repeats;
        stored.lastRepeat = delivery.time;
        kept.isRepeat = true;
    } else {
        stored.delivery = delivery;
        stored.delivery.headers = exchange::Masking().headers(delivery.headers);
        stored.id = delivery.time.toUTC().toString(u"yyyyMMdd'T'HHmmsszzz"_s) + u'-' + digest;
    }
    if (const auto written = writeStored(pathOf(stored.id), encodeStored(stored, delivery.body)); !written)
        return tl::unexpected(written.error());
    kept.id = stored.id;
    if (!kept.isRepeat)
        kept.dropped = makeRoom(kept.id);
    return kept;
}

std::vector<StoredCallback> CallbackStore::list() const
{
    std::vector<StoredCallback> list;
    for (const QString &name : names()) {
        if (auto stored = readStored(m_folder + u'/' + name))
            list.push_back(std::move(*stored));
    }
    return list;
}

Expected<StoredCallback> CallbackStore::find(const QString &id) const
{
    return readStored(pathOf(id));
}

Expected<QByteArray> CallbackStore::body(const QString &id) const
{
    return readStoredBody(pathOf(id));
}

CallbackStore::Dropped CallbackStore::dropped() const
{
    Dropped dropped;
    QFile file(m_folder + u'/' + DroppedName);
    if (!file.open(QIODevice::ReadOnly))
        return dropped;
    const QByteArray text = file.readAll();
    const auto json = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    if (!json.is_object() || !json.contains("count") || !json["count"].is_number_integer())
        return dropped;
    dropped.count = json["count"].get<qint64>();
    if (json.contains("upTo") && json["upTo"].is_string())
        dropped.upTo
            = QDateTime::fromString(QString::fromStdString(json["upTo"].get<std::string>()), Qt::ISODateWithMs);
    return dropped;
}

QString CallbackStore::pathOf(const QString &id) const
{
    return QString(m_folder + u'/' + QFileInfo(id).fileName() + Suffix);
}

/// Oldest first: names begin with the time.
QStringList CallbackStore::names() const
{
    return QDir(m_folder).entryList({u"*"_s + Suffix}, QDir::Files, QDir::Name);
}

QStringList CallbackStore::makeRoom(const QString &newest)
{
    const QFileInfoList files = QDir(m_folder).entryInfoList({u"*"_s + Suffix}, QDir::Files, QDir::Name);
    qint64 bytes = 0;
    for (const QFileInfo &file : files)
        bytes += file.size();
    auto count = files.size();
    QStringList ids;
    QDateTime upTo;
    for (const QFileInfo &file : files) {
        if (count <= m_limits.deliveries && bytes <= m_limits.bytes)
            break;
        if (file.completeBaseName() == newest)
            continue;
        if (const auto stored = readStored(file.filePath()))
            upTo = stored->delivery.time;
        if (!QFile::remove(file.filePath()))
            continue;
        ids << file.completeBaseName();
        bytes -= file.size();
        --count;
    }
    if (!ids.isEmpty())
        noteDropped(ids, upTo);
    return ids;
}

void CallbackStore::noteDropped(const QStringList &ids, const QDateTime &upTo) const
{
    const nlohmann::json json{
        {"count", dropped().count + ids.size()}, {"upTo", upTo.toUTC().toString(Qt::ISODateWithMs).toStdString()}};
    // Where this can't be written, only the number is lost.
    [[maybe_unused]] const auto written
        = writeStored(m_folder + u'/' + DroppedName, QByteArray::fromStdString(json.dump()));
}

} // namespace marquee::callbacks
