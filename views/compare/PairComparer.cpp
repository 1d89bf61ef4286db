// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/PairComparer.h"

#include "payload/Document.h"

#include <utility>

namespace marquee::compare {

using payload::Document;

struct PairComparer::Documents
{
    std::unique_ptr<Document> before;
    std::unique_ptr<Document> after;
};

/// One comparison, on its way to the worker and back.
struct PairComparer::Job
{
    rules::Rulebook book;
    std::array<Text, 2> sides;
    changes::Options options;
    std::shared_ptr<std::atomic<bool>> stop;
    std::shared_ptr<Documents> documents;
    changes::Comparison comparison;
    std::optional<Failure> failure;
};

PairComparer::PairComparer(rules::Rulebook book, QObject *parent)
    : QObject(parent)
    , m_book(std::move(book))
{
    m_options.most = Most;
    m_pool.setMaxThreadCount(1);
}

PairComparer::~PairComparer()
{
    cancel();
    m_pool.waitForDone();
}

void PairComparer::forget()
{
    cancel();
    m_documents.reset();
    m_comparison = {};
    m_failure.reset();
}

void PairComparer::setSide(Side side, const QByteArray &bytes, bool isReply)
{
    forget();
    m_sides[static_cast<std::size_t>(side)] = Text{bytes, isReply};
}

void PairComparer::clearSide(Side side)
{
    forget();
    m_sides[static_cast<std::size_t>(side)].reset();
}

void PairComparer::swap()
{
    forget();
    std::swap(m_sides[0], m_sides[1]);
}

void PairComparer::setLeniency(bool anyOrder, const changes::Ignoring &ignoring)
{
    forget();
    m_options.anyOrder = anyOrder;
    m_options.ignoring = ignoring;
}

void PairComparer::cancel()
{
    if (m_stop)
        *m_stop = true;
    m_stop.reset();
}

void PairComparer::start()
{
    if (!hasSide(Side::Before) || !hasSide(Side::After))
        return;
    cancel();
    m_stop = std::make_shared<std::atomic<bool>>(false);
    auto job = std::make_shared<Job>(Job{m_book, {*m_sides[0], *m_sides[1]}, m_options, m_stop, {}, {}, {}});
    job->options.stop = m_stop.get();
    job->options.beforeIsReply = m_sides[0]->isReply;
    job->options.afterIsReply = m_sides[1]->isReply;
    m_pool.clear(); // what hasn't begun needn't
    m_pool.start([this, job] {
        work(*job);
        QMetaObject::invokeMethod(
            this, [this, job] { take(*job); }, Qt::QueuedConnection);
    });
}

void PairComparer::work(Job &job)
{
    auto documents = std::make_shared<Documents>();
    for (const Side side : {Side::Before, Side::After}) {
        if (*job.stop)
            return;
        auto read = Document::read(job.sides[static_cast<std::size_t>(side)].bytes);
        if (!read) {
            job.failure = Failure{side, read.error()};
            return;
        }
        (side == Side::Before ? documents->before : documents->after) = std::move(*read);
    }
    job.comparison = changes::compare(*documents->before, *documents->after, job.options);
    if (*job.stop)
        return;
    changes::describe(job.comparison, job.book, *documents->before, *documents->after);
    job.documents = std::move(documents);
}

void PairComparer::take(Job &job)
{
    if (job.stop != m_stop)
        return;
    m_stop.reset();
    m_documents = std::move(job.documents);
    m_comparison = std::move(job.comparison);
    m_failure = std::move(job.failure);
    Q_EMIT finished();
}

changes::Comparison PairComparer::describedFor(const changes::Secrecy &secrecy) const
{
    changes::Comparison described = m_comparison;
    if (m_documents)
        changes::describe(described, m_book, *m_documents->before, *m_documents->after, secrecy);
    return described;
}

} // namespace marquee::compare
