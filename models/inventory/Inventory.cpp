// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/Inventory.h"

#include "timeline/Move.h"
#include "workspace/Files.h"
#include "workspace/OpenDocument.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace marquee::inventory {

using namespace Qt::StringLiterals;
using payload::ChangedPlace;
using workspace::OpenDocument;

namespace {

constexpr int SettleMs = 150; // typing goes on meanwhile
constexpr std::uint32_t MostReadHere = 500; // windows that take no more than a few ms
constexpr int Readers = 2;

} // namespace

Inventory::Inventory(rules::Rulebook book, rules::Clock clock, QObject *parent)
    : QObject(parent)
    , m_book(std::move(book))
    , m_clock(std::move(clock))
    , m_generation(std::make_shared<std::atomic<int>>(0))
{
    m_readers.setMaxThreadCount(Readers);
    m_settle.setSingleShot(true);
    m_settle.setInterval(SettleMs);
    connect(&m_settle, &QTimer::timeout, this, &Inventory::settle);
}

Inventory::~Inventory()
{
    ++*m_generation;
    m_readers.clear();
    m_readers.waitForDone();
}

Listed *Inventory::find(const QString &path) const
{
    const auto at = std::lower_bound(m_documents.begin(), m_documents.end(), path,
        [](const auto &listed, const QString &wanted) { return listed->path < wanted; });
    return at != m_documents.end() && (*at)->path == path ? at->get() : nullptr;
}

void Inventory::insert(const QString &path)
{
    const auto at = std::lower_bound(m_documents.begin(), m_documents.end(), path,
        [](const auto &listed, const QString &wanted) { return listed->path < wanted; });
    auto listed = std::make_unique<Listed>();
    listed->path = path;
    listed->name = m_texts.take(nameOf(path).toStdString());
    m_documents.insert(at, std::move(listed));
}

QString Inventory::nameOf(const QString &path) const
{
    QString name = path;
    const QString folder = m_folder.endsWith(u'/') || m_folder.isEmpty() ? m_folder : QString(m_folder + u'/');
    if (!folder.isEmpty() && path.startsWith(folder))
        name = path.mid(folder.size());
    if (name.endsWith(".json"_L1, Qt::CaseInsensitive))
        name.chop(5);
    return name;
}

void Inventory::setFiles(const QStringList &files, const QString &folder)
{
    QStringList wanted = files;
    wanted.sort();
    wanted.removeDuplicates();
    m_cancelled = false;
    const bool isRenamed = folder != m_folder;
    m_folder = folder;
    std::vector<std::unique_ptr<Listed>> before = std::exchange(m_documents, {});
    std::size_t old = 0;
    for (const QString &path : std::as_const(wanted)) {
        for (; old < before.size() && before[old]->path < path; ++old)
            clear(*before[old]);
        if (old < before.size() && before[old]->path == path) {
            m_documents.push_back(std::move(before[old++]));
            if (isRenamed) {
                m_texts.release(m_documents.back()->name);
                m_documents.back()->name = m_texts.take(nameOf(path).toStdString());
            }
        } else {
            m_documents.push_back(std::make_unique<Listed>());
            m_documents.back()->path = path;
            m_documents.back()->name = m_texts.take(nameOf(path).toStdString());
        }
    }
    for (; old < before.size(); ++old)
        clear(*before[old]);
    for (Followed &followed : m_followed) // what came is read from those that are open
        followed.isWhole = followed.isDirty = true;
    m_filesChanged = true;
    settle(); // before anybody is told anything: rows are other ones
    readOn();
}

void Inventory::setSeverities(const rules::Severities &severities)
{
    m_severities = severities;
    for (const auto &listed : m_documents)
        listed->size = -1;
    readOn();
}

void Inventory::cancel()
{
    if (m_pending == 0)
        return;
    ++*m_generation;
    m_readers.clear();
    m_pending = 0;
    m_total = 0;
    m_cancelled = true;
    for (Followed &followed : m_followed)
        followed.isBeingRead = false;
    Q_EMIT progressed(0, 0);
    settleSoon();
}

void Inventory::readOn()
{
    ++*m_generation;
    m_readers.clear();
    m_pending = 0;
    m_total = 0;
    m_cancelled = false;
    for (Followed &followed : m_followed) {
        followed.isWhole = followed.isDirty = followed.isWhole || followed.isBeingRead;
        followed.isBeingRead = false;
    }
    for (const auto &listed : m_documents)
        look(*listed);
    Q_EMIT progressed(done(), total());
    settleSoon();
}

void Inventory::refresh(const QString &path)
{
    Listed *listed = find(path);
    if (!listed)
        return;
    listed->size = -1; // a file can change within its time stamp's grain
    look(*listed);
    Q_EMIT progressed(done(), total());
}

void Inventory::look(const Listed &listed)
{
    if (m_pending++ == 0)
        m_total = 0;
    ++m_total;
    m_readers.start([this, path = listed.path, size = listed.size, changedMs = listed.changedMs, book = m_book,
                        severities = m_severities, clock = m_clock, generation = m_generation,
                        mine = m_generation->load()] {
        if (*generation != mine)
            return;
        Result result;
        result.path = path;
        const QFileInfo info(path);
        result.size = info.size();
        result.changedMs = info.lastModified().toMSecsSinceEpoch();
        if (result.size != size || result.changedMs != changedMs) {
            result.reading = std::make_shared<Reading>();
            if (const auto bytes = workspace::readFile(path)) {
                const auto document = OpenDocument::read(book, *bytes, OpenDocument::Origin::File, severities, clock);
                readDocument(*document, book, *result.reading);
            }
        }
        QMetaObject::invokeMethod(
            this,
            [this, result = std::move(result), generation, mine] {
                if (*generation != mine)
                    return;
                --m_pending;
                if (result.reading)
                    m_results.push_back(result);
                settleSoon();
            },
            Qt::QueuedConnection);
    });
}

void Inventory::readSnapshot(OpenDocument *document)
{
    if (m_pending++ == 0)
        m_total = 0;
    ++m_total;
    m_readers.start([this, document, text = document->text(), path = document->path(), book = m_book,
                        severities = m_severities, clock = m_clock, generation = m_generation,
                        mine = m_generation->load()] {
        if (*generation != mine)
            return;
        Result result;
        result.path = path;
        result.document = document;
        result.reading = std::make_shared<Reading>();
        const auto copy = OpenDocument::read(book, text.toByteArray(), OpenDocument::Origin::File, severities, clock);
        readDocument(*copy, book, *result.reading);
        QMetaObject::invokeMethod(
            this,
            [this, result = std::move(result), generation, mine] {
                if (*generation != mine)
                    return;
                --m_pending;
                m_results.push_back(result);
                settleSoon();
            },
            Qt::QueuedConnection);
    });
}

void Inventory::put(const QString &path, const Reading &reading)
{
    if (!find(path))
        insert(path);
    Listed &listed = *find(path);
    replace(listed, reading);
    m_filesChanged = true;
    settleSoon();
}

TextId Inventory::text(Row row, Column column) const
{
    const Listed &listed = *m_documents[row.document];
    switch (column) {
    case Column::Problems:
        return NoText;
    case Column::Document:
        return listed.name;
    case Column::Title:
        return listed.title;
    default:
        return listed.windows[row.window].text(column);
    }
}

void Inventory::release(Record &record)
{
    for (const TextId text : record.texts)
        m_texts.release(text);
}

void Inventory::clear(Listed &listed)
{
    for (Record &record : listed.windows)
        release(record);
    m_texts.release(listed.name);
    m_texts.release(listed.title);
    listed.windows.clear();
}

/// A window keeps its key where it stands, and where it moved with its ID.
void Inventory::keepKeys(const std::vector<Record> &before, std::vector<Record> &after)
{
    std::unordered_map<TextId, std::vector<std::uint32_t>> moved;
    for (std::size_t i = before.size(); i-- > 0;) {
        const TextId id = before[i].text(Column::Window);
        if (i < after.size() && after[i].text(Column::Window) == id)
            after[i].key = before[i].key;
        else if (id != NoText)
            moved[id].push_back(before[i].key);
    }
    for (Record &record : after) {
        if (record.key != 0)
            continue;
        const auto found = moved.find(record.text(Column::Window));
        if (found != moved.end() && !found->second.empty()) {
            record.key = found->second.back();
            found->second.pop_back();
        } else {
            record.key = ++m_lastKey;
        }
    }
}

void Inventory::replace(Listed &listed, const Reading &reading)
{
    std::vector<TextId> ours(reading.texts.size(), NoText);
    std::vector<Record> windows = reading.windows;
    for (Record &record : windows) {
        for (TextId &text : record.texts) {
            TextId &own = ours[text];
            if (own != NoText)
                m_texts.takeAgain(own);
            else if (text != NoText)
                own = m_texts.take(reading.texts.shown(text), reading.texts.other(text));
            text = own;
        }
    }
    keepKeys(listed.windows, windows);
    for (Record &record : listed.windows)
        release(record);
    listed.windows = std::move(windows);
    const TextId title = m_texts.take(reading.title.toStdString());
    m_texts.release(listed.title);
    listed.title = title;
    listed.isAvail = reading.isAvail;
}

void Inventory::take(const Result &result)
{
    Listed *listed = find(result.path);
    if (result.document) {
        const auto followed = m_followed.find(const_cast<OpenDocument *>(result.document));
        if (followed == m_followed.end() || followed->path != result.path)
            return;
        followed->isBeingRead = false;
        if (listed)
            replace(*listed, *result.reading);
        return;
    }
    if (!listed)
        return;
    listed->size = result.size;
    listed->changedMs = result.changedMs;
    if (!openAt(result.path))
        replace(*listed, *result.reading);
}

workspace::OpenDocument *Inventory::openAt(const QString &path) const
{
    for (auto at = m_followed.begin(); at != m_followed.end(); ++at) {
        if (at->path == path && !path.isEmpty())
            return at.key();
    }
    return nullptr;
}

void Inventory::follow(OpenDocument *document)
{
    connect(document, &OpenDocument::changed, this,
        [this, document](const payload::Change &change) { noteChange(document, change); });
    connect(document, &OpenDocument::problemsChanged, this, [this, document] {
        m_followed[document].isDirty = true;
        settleSoon();
    });
    connect(document, &OpenDocument::kindChanged, this, [this, document] { noteWhole(document); });
    connect(document, &OpenDocument::stateChanged, this, [this, document] { notePath(document); });
    connect(document, &QObject::destroyed, this, [this, document] { forget(document); });
    m_followed[document].path = document->path();
    noteWhole(document);
}

void Inventory::noteChange(OpenDocument *document, const payload::Change &change)
{
    Followed &followed = m_followed[document];
    followed.isDirty = true;
    settleSoon();
    const auto list = document->isPayload() ? document->payload().pathOf(timeline::windowsPlace()) : std::nullopt;
    for (const ChangedPlace &place : change.places) {
        const bool isInside = list && place.container.size() > list->size()
            && std::equal(list->begin(), list->end(), place.container.begin());
        const bool isBeside = list && !place.root && place.kind != ChangedPlace::Kind::Whole
            && (place.container.size() < list->size() - 1
                || (place.container.size() >= list->size()
                    && !std::equal(list->begin(), list->end(), place.container.begin())));
        if (isInside && place.kind != ChangedPlace::Kind::Whole)
            followed.touched.insert(place.container[list->size()]);
        else if (!isBeside)
            followed.isWhole = true;
    }
}

void Inventory::noteWhole(OpenDocument *document)
{
    Followed &followed = m_followed[document];
    followed.isWhole = followed.isDirty = true;
    settleSoon();
}

void Inventory::notePath(OpenDocument *document)
{
    Followed &followed = m_followed[document];
    if (followed.path == document->path())
        return;
    const QString before = std::exchange(followed.path, document->path());
    noteWhole(document);
    refresh(before);
}

void Inventory::forget(const OpenDocument *document)
{
    const auto at = m_followed.find(const_cast<OpenDocument *>(document));
    if (at == m_followed.end())
        return;
    const QString path = at->path;
    m_followed.erase(at);
    refresh(path);
}

/// True where only windows were touched, and they are read.
bool Inventory::readTouched(const OpenDocument &document, const Followed &followed, Listed &listed)
{
    const payload::Value list = windowsOf(document);
    if (followed.isWhole || !list || list.size() != listed.windows.size())
        return false;
    WindowReader reader(m_book, m_texts);
    for (const std::uint32_t at : followed.touched) {
        if (at >= list.size())
            return false;
        Record record = reader.read(list.at(at));
        record.key = listed.windows[at].key;
        release(listed.windows[at]);
        listed.windows[at] = record;
    }
    // Overlaps and the like are found in windows that nobody touched.
    for (std::uint32_t i = 0; i < list.size(); ++i)
        setCounts(listed.windows[i], document.validator().windowCounts(i));
    const TextId title = m_texts.take(document.title().toStdString());
    m_texts.release(listed.title);
    listed.title = title;
    return true;
}

/// Brings a document's rows up to date; false where nothing of them is another.
bool Inventory::readFollowed(OpenDocument *document, Followed &followed)
{
    Listed *listed = find(followed.path);
    if (!listed || followed.isBeingRead)
        return false;
    followed.isDirty = false;
    if (!readTouched(*document, followed, *listed)) {
        if (windowsOf(*document).size() > MostReadHere) {
            followed.isBeingRead = true;
            readSnapshot(document);
        } else {
            Reading reading;
            readDocument(*document, m_book, reading);
            replace(*listed, reading);
        }
    }
    followed.isWhole = false;
    followed.touched.clear();
    return true;
}

void Inventory::settleSoon()
{
    if (!m_settle.isActive())
        m_settle.start();
}

void Inventory::settle()
{
    m_settle.stop();
    bool isOther = std::exchange(m_filesChanged, false);
    for (const Result &result : std::exchange(m_results, {})) {
        take(result);
        isOther = true;
    }
    for (auto at = m_followed.begin(); at != m_followed.end(); ++at) {
        if (at->isDirty && readFollowed(at.key(), *at))
            isOther = true;
    }
    if (isOther)
        tellChange();
    Q_EMIT progressed(done(), total());
}

void Inventory::tellChange()
{
    m_windows = 0;
    m_avails = 0;
    for (const auto &listed : m_documents) {
        m_windows += static_cast<std::uint32_t>(listed->windows.size());
        m_avails += listed->isAvail ? 1 : 0;
    }
    ++m_revision;
    Q_EMIT changed();
}

} // namespace marquee::inventory
