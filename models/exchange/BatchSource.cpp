// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/BatchSource.h"

#include "payload/Document.h"
#include "rules/BatchFacts.h"
#include "rules/Kind.h"

#include <QCoreApplication>
#include <QHash>
#include <QUrl>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using partners::Reach;
using payload::Value;
using rules::DocumentKind;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Batch", text);
}

QString textOf(const rules::Problem &problem, const rules::Validator &validator)
{
    return QString::fromLatin1(problem.rule->info().id) + u' ' + problem.rule->message(problem, validator.context())
        + u" ["_s + QString::fromStdString(validator.document().pointerTo(problem.path).toString()) + u']';
}

/// Never empty: what has no problem is sent.
QString wordsOf(const Error &error)
{
    return error.message.isEmpty() ? tr("It can't be read.") : error.message;
}

LoadedItem refused(const QString &problem, bool isUnreadable = false)
{
    LoadedItem item;
    item.problem = problem;
    item.isUnreadable = isUnreadable;
    return item;
}

} // namespace

/// A batch document, and the first error of each item of it.
struct DocumentSource::OpenBatch
{
    QString file;
    std::unique_ptr<payload::Document> document;
    QHash<std::uint32_t, QString> errors;
    QString problem; ///< it can't be read
};

DocumentSource::DocumentSource(
    BatchOperation operation, ReadFile read, rules::Rulebook rulebook, rules::Severities severities, bool force)
    : m_operation(operation)
    , m_read(std::move(read))
    , m_rulebook(std::move(rulebook))
    , m_severities(std::move(severities))
    , m_force(force)
{
}

DocumentSource::~DocumentSource() = default;

Reach reachOf(const Value &avail)
{
    const std::string entry = avail.member("Disposition").member("EntryType").string();
    if (entry == "PartialExtract")
        return Reach::Partial;
    const Value windows = avail.member("Transaction");
    return entry.empty() && windows.size() == 1 && windows.at(0).member("_TransactionID") ? Reach::Partial
                                                                                          : Reach::Full;
}

LoadedItem DocumentSource::load(const QString &file, const BatchItem &item)
{
    return item.place < 0 ? loadFile(file) : loadBatchItem(file, item);
}

QString DocumentSource::firstError(const payload::Document &document) const
{
    rules::Validator validator(m_rulebook, document, m_severities);
    validator.validate();
    if (validator.counts().errors == 0)
        return {};
    for (const rules::Problem &problem : validator.problems()) {
        if (problem.severity == rules::Severity::Error)
            return textOf(problem, validator);
    }
    return {};
}

LoadedItem DocumentSource::loadFile(const QString &file)
{
    const auto bytes = m_read(file);
    if (!bytes)
        return refused(wordsOf(bytes.error()), true);
    const auto document = payload::Document::read(*bytes);
    if (!document)
        return refused(QString::fromLatin1(m_rulebook.rules->ruleFor(document.error().code).info().id) + u' '
                + document.error().message,
            true);
    const Value root = (*document)->root();
    const DocumentKind kind = rules::kindOf(root);
    if (kind != DocumentKind::Avail && (kind != DocumentKind::AvailReply || hasBody()))
        return refused(kind == DocumentKind::AvailReply
                ? tr("This is a partner's reply. Take “success” out to send it.")
                : tr("This isn't an avail."));
    LoadedItem item;
    item.reach = m_operation.reach.value_or(reachOf(root.member("avail")));
    item.target = partners::targetOf(**document);
    if (!hasBody())
        return item;
    const Reach own = reachOf(root.member("avail"));
    if (own != item.reach && !m_force)
        return refused(own == Reach::Full ? tr("This is a full extract, and the run sends windows.")
                                          : tr("This is a window, and the run sends full extracts."));
    item.body = QByteArray::fromStdString(root.raw());
    if (!m_force)
        item.problem = firstError(**document);
    return item;
}

void DocumentSource::open(const QString &file)
{
    if (m_open && m_open->file == file)
        return;
    m_open = std::make_unique<OpenBatch>();
    m_open->file = file;
    const auto bytes = m_read(file);
    if (!bytes) {
        m_open->problem = wordsOf(bytes.error());
        return;
    }
    auto document = payload::Document::read(*bytes);
    if (!document) {
        m_open->problem = wordsOf(document.error());
        return;
    }
    m_open->document = std::move(*document);
    if (m_force)
        return;
    rules::Validator validator(m_rulebook, *m_open->document, m_severities);
    validator.validate();
    const std::int64_t items = m_open->document->root().indexOf("requestItems");
    for (const rules::Problem &problem : validator.problems()) {
        // The path of an item: /requestItems, its place, … What is said of the batch as a whole (too many items) isn't
        // ours: a run makes batches of its own.
        if (problem.severity == rules::Severity::Error && problem.path.size() >= 2 && problem.path[0] == items
            && !m_open->errors.contains(problem.path[1]))
            m_open->errors.insert(problem.path[1], textOf(problem, validator));
    }
}

LoadedItem DocumentSource::loadBatchItem(const QString &file, const BatchItem &item)
{
    open(file);
    if (!m_open->document)
        return refused(m_open->problem, true);
    const auto place = static_cast<std::uint32_t>(item.place);
    const Value value = m_open->document->root().member("requestItems").at(place);
    if (!value)
        return refused(tr("The item isn't in its file any more."));
    const auto path = rules::BatchPath::parse(value.member("path").string());
    if (const QString error = m_open->errors.value(place); !error.isEmpty())
        return refused(error);
    if (!path)
        return refused(tr("The item's path isn't that of a window."));
    if (m_operation.reach == Reach::Full)
        return refused(tr("This is a window, and the run sends full extracts."));
    LoadedItem loaded;
    loaded.target.licensor = QString::fromStdString(path->licensor);
    loaded.target.transaction = QString::fromStdString(path->transaction);
    if (!hasBody())
        return loaded;
    const Value body = value.member("body");
    if (!body.isObject())
        return refused(tr("The item has no body to send."));
    loaded.body = QByteArray::fromStdString(body.raw());
    return loaded;
}

} // namespace marquee::exchange
