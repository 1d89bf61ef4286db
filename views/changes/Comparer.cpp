// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/Comparer.h"

#include "changes/Compare.h"
#include "changes/PutBack.h"
#include "changes/Words.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace marquee::changes {

using payload::Document;
using rules::DocumentKind;

/// One comparison, on its way to the worker and back.
struct Comparer::Job
{
    rules::Rulebook book;
    FileReader reader;
    Source source;
    Request request;
    std::uint64_t turn = 0;
    std::shared_ptr<Document> other; ///< null: to be read
    Comparison comparison;
    std::optional<Error> error;
};

namespace {

Expected<std::shared_ptr<Document>> readSource(const Source &source, const FileReader &reader)
{
    auto bytes = source.path.isEmpty() ? Expected<QByteArray>(source.bytes) : reader(source.path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto document = Document::read(*bytes);
    if (!document)
        return tl::unexpected(document.error());
    return std::shared_ptr<Document>(std::move(*document));
}

bool isAvail(const Document &document)
{
    const DocumentKind kind = rules::kindOf(document.root());
    return kind == DocumentKind::Avail || kind == DocumentKind::AvailReply;
}

} // namespace

Comparer::Comparer(rules::Rulebook book, FileReader reader, QObject *parent)
    : QObject(parent)
    , m_book(std::move(book))
    , m_reader(std::move(reader))
{
}

void Comparer::setSource(Source source)
{
    m_source = std::move(source);
    forget();
}

void Comparer::forget()
{
    ++m_turn;
    m_next.reset();
    m_isFresh = false;
    m_other.reset(); // what works on it holds it too
    m_comparison = {};
    m_error.reset();
}

void Comparer::compare(const payload::Text &text, std::uint64_t state, bool isReply)
{
    m_next = Request{text, state, isReply};
    if (!m_busy)
        start();
}

void Comparer::start()
{
    m_busy = true;
    auto job = std::make_shared<Job>(Job{m_book, m_reader, m_source, std::move(*m_next), m_turn,
        m_isFresh ? m_other : std::shared_ptr<Document>(), {}, {}});
    m_next.reset();
    QThreadPool::globalInstance()->start([job, self = QPointer(this)] {
        work(*job);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [job, self] {
            if (self)
                self->take(*job);
        });
    });
}

void Comparer::work(Job &job)
{
    if (!job.other) {
        auto read = readSource(job.source, job.reader);
        if (!read) {
            job.error = read.error();
            return;
        }
        job.other = std::move(*read);
    }
    const auto current = Document::read(job.request.text.toByteArray());
    if (!current) {
        job.error = current.error();
        return;
    }
    if (job.source.isReply && isAvail(**current) && !isAvail(*job.other)) {
        job.error = Error{Error::Code::Invalid, tr("The last answer holds no avail to compare with."),
            tr("Fetch the document from the partner, then compare again."), {}, {}};
        return;
    }
    Options options;
    options.most = Most;
    options.beforeIsReply = job.source.isReply;
    options.afterIsReply = job.request.isReply;
    job.comparison = changes::compare(*job.other, **current, options);
    describe(job.comparison, job.book, *job.other, **current);
}

void Comparer::take(Job &job)
{
    m_busy = false;
    if (job.turn == m_turn) {
        m_other = std::move(job.other);
        m_isFresh = m_other != nullptr;
        m_comparison = std::move(job.comparison);
        m_error = std::move(job.error);
        m_state = job.request.state;
    }
    const bool isWanted = job.turn == m_turn;
    if (m_next)
        start();
    if (isWanted)
        Q_EMIT finished();
}

std::optional<payload::Edit> Comparer::putBack(const Difference &difference, const Document &document) const
{
    if (m_busy || !m_isFresh || document.state() != m_state)
        return std::nullopt;
    return changes::putBack(difference, *m_other, document);
}

} // namespace marquee::changes
