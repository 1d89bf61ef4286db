// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/BatchPlan.h"

#include "partners/Showtime.h"
#include "payload/Document.h"
#include "rules/Kind.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QHash>

#include <charconv>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using partners::Outcome;
using payload::Value;
using rules::DocumentKind;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Batch", text);
}

/// Puts the items together; all of them first, because a shard counts them all.
class Planning
{
public:
    Planning(const ReadFile &read, const Shard &shard, BatchOf of)
        : m_read(read)
        , m_shard(shard)
        , m_of(of)
    {
    }

    Expected<BatchPlan> run(const QStringList &inputs)
    {
        for (const QString &input : inputs) {
            const QFileInfo info(input);
            if (info.isDir())
                folder(input);
            else
                file(input, QDir::cleanPath(input), false);
            if (m_error)
                return tl::unexpected(*m_error);
        }
        return std::move(m_plan);
    }

private:
    void folder(const QString &path)
    {
        QStringList names;
        QDirIterator entries(path, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext())
            names << entries.next();
        names.sort();
        const QDir root(path);
        const QString ending = m_of == BatchOf::Messages ? u".xml"_s : u".json"_s;
        for (const QString &name : std::as_const(names)) {
            if (name.endsWith(ending, Qt::CaseInsensitive))
                file(name, root.relativeFilePath(name), true);
            else if (!name.endsWith(".expect"_L1))
                m_plan.notes << tr("“%1” was left out: it isn't a %2 file.").arg(name, ending);
        }
    }

    /// `key`: what the file is called on every machine.
    void file(const QString &path, const QString &key, bool isFound)
    {
        const auto bytes = m_read(path);
        if (!bytes) {
            if (!isFound && bytes.error().code == Error::Code::NotFound)
                m_error = bytes.error();
            else
                unreadable(path, key);
            return;
        }
        const auto document = payload::Document::read(*bytes);
        if (!document) {
            unreadable(path, key);
            return;
        }
        if (m_of == BatchOf::Messages) {
            if (isFound && !partners::isMessage(**document))
                m_plan.notes << tr("“%1” was left out: it isn't a message of performances.").arg(path);
            else
                add(path, key, -1, {}, partners::messageTargetOf(**document).name(), expectation(path));
            return;
        }
        const Value root = (*document)->root();
        const DocumentKind kind = rules::kindOf(root);
        if (kind == DocumentKind::Batch) {
            batch(path, key, root.member("requestItems"));
        } else if (isFound && kind != DocumentKind::Avail && kind != DocumentKind::AvailReply) {
            m_plan.notes << tr("“%1” was left out: it is neither an avail nor a batch.").arg(path);
        } else {
            const Value avail = root.member("avail");
            const std::string window = avail.member("Transaction").at(0).member("_TransactionID").string();
            const bool isPartial = avail.member("Disposition").member("EntryType").string() == "PartialExtract";
            add(path, key, -1, {}, QString::fromStdString(isPartial ? window : avail.member("ALID").string()),
                expectation(path));
        }
    }

    void unreadable(const QString &path, const QString &key)
    {
        const std::size_t before = m_plan.items.size();
        add(path, key, -1, {}, {}, expectation(path));
        m_plan.hasUnreadable = m_plan.hasUnreadable || m_plan.items.size() > before;
    }

    void batch(const QString &path, const QString &key, const Value &items)
    {
        const QString expected = expectation(path);
        for (std::uint32_t i = 0; i < items.size(); ++i) {
            const Value id = items.at(i).member("requestItemId");
            const std::string window = items.at(i)
                                           .member("body")
                                           .member("avail")
                                           .member("Transaction")
                                           .at(0)
                                           .member("_TransactionID")
                                           .string();
            const std::string place = items.at(i).member("path").string();
            const std::string last = place.substr(
                place.find("/transactions/") == std::string::npos ? place.size() : place.find("/transactions/") + 14);
            add(path, key, static_cast<int>(i), QString::fromStdString(id.string()),
                QString::fromStdString(window.empty() ? last : window), expected);
        }
    }

    QString expectation(const QString &path)
    {
        const QFileInfo info(path);
        const QString beside = info.path() + u'/' + info.completeBaseName() + u".expect"_s;
        if (!QFileInfo::exists(beside))
            return {};
        const QString words = QString::fromUtf8(m_read(beside).value_or(QByteArray())).trimmed();
        if (!Expectation::parse(words) && !m_error) {
            m_error = Error();
            m_error->code = Error::Code::Invalid;
            m_error->message = tr("“%1” doesn't say what to expect.").arg(beside);
            m_error->nextStep = tr("Write accepted, rejected, or rejected: a part of the complaint.");
        }
        return words;
    }

    void add(const QString &path, const QString &key, int place, const QString &id, const QString &transaction,
        const QString &expected)
    {
        const int number = ++m_counted;
        if (!m_shard.holds(place < 0 ? key : QString(key + u'#' + QString::number(place))))
            return;
        if (m_plan.files.empty() || m_plan.files.back() != path)
            m_plan.files.push_back(path);
        BatchItem item;
        item.file = static_cast<std::uint32_t>(m_plan.files.size() - 1);
        item.place = place;
        item.id = id.isEmpty() ? QString::number(number) : id;
        item.transaction = transaction;
        item.expectation = expected;
        m_plan.items.push_back(std::move(item));
    }

    const ReadFile &m_read;
    Shard m_shard;
    BatchOf m_of;
    BatchPlan m_plan;
    std::optional<Error> m_error;
    int m_counted = 0;
};

std::optional<Outcome::Kind> kindNamed(const QString &name)
{
    for (const auto kind :
        {Outcome::Kind::Accepted, Outcome::Kind::Rejected, Outcome::Kind::Failed, Outcome::Kind::Unknown}) {
        if (partners::outcomeName(kind) == name)
            return kind;
    }
    return std::nullopt;
}

std::uint8_t exitOf(Outcome::Kind kind, int status)
{
    switch (kind) {
    case Outcome::Kind::Accepted:
        return 0;
    case Outcome::Kind::Rejected:
        return 1;
    case Outcome::Kind::Failed:
        return status == 401 || status == 403 ? 6 : 4;
    case Outcome::Kind::Unknown:
        break;
    }
    return 5;
}

} // namespace

std::optional<Shard> Shard::parse(std::string_view text)
{
    Shard shard;
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const std::string_view left = text.substr(0, slash);
    const std::string_view right = text.substr(slash + 1);
    const auto one = std::from_chars(left.data(), left.data() + left.size(), shard.number);
    const auto two = std::from_chars(right.data(), right.data() + right.size(), shard.count);
    const bool isWhole = one.ec == std::errc() && two.ec == std::errc() && one.ptr == left.data() + left.size()
        && two.ptr == right.data() + right.size();
    return isWhole && shard.count >= 1 && shard.number >= 1 && shard.number <= shard.count ? std::optional(shard)
                                                                                           : std::nullopt;
}

bool Shard::holds(const QString &key) const
{
    if (count == 1)
        return true;
    // A hash that says the same on every machine and in every version, which qHash doesn't promise.
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha1);
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = value << 8 | static_cast<std::uint8_t>(hash[i]);
    return static_cast<int>(value % static_cast<std::uint32_t>(count)) == number - 1;
}

Expected<BatchPlan> BatchPlan::fromInputs(
    const QStringList &inputs, const ReadFile &read, const Shard &shard, BatchOf of)
{
    return Planning(read, shard, of).run(inputs);
}

BatchPlan BatchPlan::fromJournal(const std::vector<RunItem> &kept)
{
    BatchPlan plan;
    QHash<QString, std::uint32_t> places;
    for (const RunItem &one : kept) {
        const auto known = places.constFind(one.file);
        BatchItem item;
        item.file = known != places.constEnd() ? *known : static_cast<std::uint32_t>(plan.files.size());
        if (known == places.constEnd()) {
            places.insert(one.file, item.file);
            plan.files.push_back(one.file);
        }
        item.place = one.place;
        item.id = one.id;
        item.transaction = one.transaction;
        item.expectation = one.expectation;
        item.status = static_cast<std::uint16_t>(one.status);
        item.attempts = static_cast<std::uint16_t>(one.attempts);
        item.elapsedMs = static_cast<std::uint32_t>(one.elapsedMs);
        if (const auto kind = kindNamed(one.outcome)) {
            item.state = BatchItem::State::Done;
            item.outcome = *kind;
            item.exitCode = exitOf(*kind, one.status);
            item.message = one.message;
            item.errorPath = one.errorPath;
            if (const auto expected = Expectation::parse(one.expectation)) {
                Outcome outcome;
                outcome.kind = *kind;
                outcome.message = one.message;
                item.verdict = expected->isMetBy(outcome) ? BatchItem::Verdict::Met : BatchItem::Verdict::Missed;
            }
        } else {
            item.wasOnItsWay = one.exchange != 0;
        }
        plan.items.push_back(std::move(item));
    }
    return plan;
}

RunItem BatchPlan::toJournal(std::size_t index) const
{
    const BatchItem &item = items[index];
    const bool isDone = item.state == BatchItem::State::Done;
    RunItem one;
    one.position = static_cast<int>(index);
    one.id = item.id;
    one.file = files[item.file];
    one.place = item.place;
    one.transaction = item.transaction;
    one.expectation = item.expectation;
    one.outcome = isDone ? QString(partners::outcomeName(item.outcome)) : QString();
    one.message = item.message;
    one.errorPath = item.errorPath;
    one.status = item.status;
    one.attempts = item.attempts;
    one.elapsedMs = item.elapsedMs;
    return one;
}

std::vector<RunItem> BatchPlan::toJournal() const
{
    std::vector<RunItem> all;
    all.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        all.push_back(toJournal(i));
    return all;
}

} // namespace marquee::exchange
