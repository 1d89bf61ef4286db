// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/OpenDocuments.h"

#include "workspace/Files.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace marquee::workspace {

namespace {

QString canonical(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? QFileInfo(path).absoluteFilePath() : real;
}

} // namespace

OpenDocuments::OpenDocuments(rules::Rulebook book, rules::Clock clock, QObject *parent)
    : QObject(parent)
    , m_book(std::move(book))
    , m_clock(std::move(clock))
{
    m_writer.setMaxThreadCount(1);
}

OpenDocuments::~OpenDocuments()
{
    m_readers.waitForDone();
    m_writer.waitForDone();
}

std::vector<OpenDocument *> OpenDocuments::all() const
{
    std::vector<OpenDocument *> all;
    for (const auto &document : m_documents)
        all.push_back(document.get());
    return all;
}

OpenDocument *OpenDocuments::find(const QString &path) const
{
    const QString wanted = canonical(path);
    for (const auto &document : m_documents) {
        if (document->path() == wanted)
            return document.get();
    }
    return nullptr;
}

void OpenDocuments::open(const QString &path)
{
    if (OpenDocument *document = find(path)) {
        Q_EMIT opened(document);
        return;
    }
    const QString file = canonical(path);
    if (m_opening.contains(file))
        return;
    m_opening.insert(file, ++m_attempt);
    Q_EMIT opening(file);
    readInBackground([file] { return readFile(file); }, OpenDocument::Origin::File, file, {});
}

void OpenDocuments::cancelOpening(const QString &path)
{
    m_opening.remove(canonical(path));
}

void OpenDocuments::readInBackground(
    std::function<Expected<QByteArray>()> bytes, OpenDocument::Origin origin, const QString &path, const QString &name)
{
    const int attempt = m_attempt;
    QThread *home = thread();
    m_readers.start([this, bytes = std::move(bytes), origin, path, name, attempt, home, book = m_book,
                        severities = m_severities, clock = m_clock] {
        auto read = bytes();
        const Error error = read ? Error() : read.error();
        auto handOver = std::make_shared<std::unique_ptr<OpenDocument>>();
        if (read) {
            *handOver = OpenDocument::read(book, std::move(*read), origin, severities, clock);
            (*handOver)->moveToThread(home);
        }
        QMetaObject::invokeMethod(
            this,
            [this, handOver, error, path, name, attempt] {
                if (!path.isEmpty() && m_opening.value(path, -1) != attempt)
                    return; // cancelled
                m_opening.remove(path);
                if (!*handOver) {
                    Q_EMIT openFailed(path, error);
                    return;
                }
                if (path.isEmpty())
                    (*handOver)->setName(name.isEmpty() ? untitled() : name);
                else
                    (*handOver)->setPath(path);
                add(std::move(*handOver));
            },
            Qt::QueuedConnection);
    });
}

void OpenDocuments::add(std::unique_ptr<OpenDocument> document)
{
    OpenDocument *added = document.get();
    m_documents.push_back(std::move(document));
    connect(added, &OpenDocument::splitOff, this, [this, added, part = 1](const QByteArray &text) mutable {
        take(text, OpenDocument::Origin::Pasted, QCoreApplication::translate("OpenDocuments", "%1 part %2").arg(added->name()).arg(++part));
    });
    Q_EMIT opened(added);
}

QString OpenDocuments::untitled()
{
    return QCoreApplication::translate("OpenDocuments", "Untitled %1").arg(++m_untitled);
}

Expected<OpenDocument *> OpenDocuments::make(const Template &from, Extract extract)
{
    auto payload = Templates::make(from, extract);
    if (!payload)
        return tl::unexpected(payload.error());
    auto document = OpenDocument::adopt(m_book, std::move(*payload), OpenDocument::Origin::New, m_severities, m_clock);
    document->setName(untitled());
    OpenDocument *made = document.get();
    add(std::move(document));
    return made;
}

void OpenDocuments::take(const QByteArray &bytes, OpenDocument::Origin origin, const QString &name)
{
    readInBackground([bytes]() -> Expected<QByteArray> { return bytes; }, origin, {}, name);
}

void OpenDocuments::restore(std::function<Expected<Restored>()> make, Restore then)
{
    m_readers.start([this, make = std::move(make), then = std::move(then), home = thread(), book = m_book, severities = m_severities, clock = m_clock] {
        auto made = make();
        const Error error = made ? Error() : made.error();
        auto handOver = std::make_shared<std::unique_ptr<OpenDocument>>();
        QString path;
        QString name;
        payload::Text onDisk;
        if (made) {
            *handOver = made->payload ? OpenDocument::adopt(book, std::move(made->payload), made->origin, severities, clock)
                                      : OpenDocument::read(book, made->bytes, made->origin, severities, clock);
            if (made->pending)
                (*handOver)->editText(*made->pending);
            (*handOver)->moveToThread(home);
            path = made->path;
            name = made->name;
            onDisk = made->onDisk;
        }
        QMetaObject::invokeMethod(
            this,
            [this, handOver, then, error, path, name, onDisk] {
                OpenDocument *document = handOver->get();
                if (document) {
                    if (path.isEmpty())
                        document->setName(name);
                    else
                        document->setPath(path);
                    add(std::move(*handOver));
                }
                then(document, onDisk, error);
            },
            Qt::QueuedConnection);
    });
}

void OpenDocuments::save(OpenDocument *document, const QString &path)
{
    document->finishTyping();
    const payload::Text text = document->textToSave();
    const std::uint64_t state = document->state();
    m_saving.insert(document);
    m_writer.start([this, document, stands = QPointer(document), path, text, state] {
        const auto written = saveFile(path, text.toByteArray());
        QMetaObject::invokeMethod(
            this,
            [this, document, stands, path, state, written] {
                if (!stands)
                    return;
                m_saving.remove(document);
                if (!written) {
                    Q_EMIT saveFailed(document, written.error());
                    return;
                }
                document->setPath(canonical(path));
                document->markSaved(state);
                Q_EMIT saved(document);
            },
            Qt::QueuedConnection);
    });
}

void OpenDocuments::close(OpenDocument *document)
{
    const auto at = std::find_if(
        m_documents.begin(), m_documents.end(), [document](const auto &d) { return d.get() == document; });
    if (at == m_documents.end())
        return;
    Q_EMIT closing(document);
    m_saving.remove(document);
    m_documents.erase(at);
}

} // namespace marquee::workspace
