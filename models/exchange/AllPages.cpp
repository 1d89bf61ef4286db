// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/AllPages.h"

#include "payload/Document.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using partners::Operation;
using partners::Outcome;
using partners::Reply;
using payload::Document;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

constexpr const char *Productions = "productionDetails";
constexpr const char *Info = "pageInfo";
constexpr int UsualPageSize = 25; ///< where none is asked for

QString tr(const char *text)
{
    return QCoreApplication::translate("AllPages", text);
}

int numberIn(const Value &object, const char *name, int otherwise)
{
    bool isNumber = false;
    const int number = QString::fromStdString(object.member(name).raw()).toInt(&isNumber);
    return isNumber ? number : otherwise;
}

QByteArray written(const Value &value)
{
    return QByteArray::fromStdString(value.raw());
}

/// What stands between two items: a comma, with the line breaks of this text around it.
QByteArray separatorOf(const Value &list)
{
    if (list.size() < 2)
        return ",";
    std::string scratch;
    const std::string_view between = list.text()->view(list.at(0).end(), list.at(1).begin(), scratch);
    const bool isPlain = between.find_first_not_of(", \t\r\n") == std::string_view::npos
        && std::count(between.begin(), between.end(), ',') == 1;
    return isPlain ? QByteArray(between.data(), static_cast<qsizetype>(between.size())) : QByteArray(",");
}

/// The same question with another page.
QByteArray withPage(const QByteArray &body, int page)
{
    const auto document = Document::read(body);
    if (body.isEmpty() || !document || !(*document)->root().isObject())
        return body;
    const std::string number = std::to_string(page);
    const Edit edit = (*document)->root().member("page") ? Edit::set(Pointer().child("page"), number)
                                                         : Edit::insertMember({}, "page", number);
    return (*document)->apply(edit) ? (*document)->text().toByteArray() : body;
}

} // namespace

bool isPaged(Operation operation)
{
    return operation == Operation::ProductionByIds || operation == Operation::ProductionsByName
        || operation == Operation::ProductionsByVendorId;
}

/// One answer, looked into.
struct AllPages::Page
{
    explicit Page(const QByteArray &body)
    {
        auto read = Document::read(body);
        if (!read)
            return;
        document = std::move(*read);
        list = document->root().member(Productions);
        info = document->root().member(Info);
        number = numberIn(info, "page", 0);
        total = numberIn(info, "totalPages", 0);
        hasInfo = info.isObject();
    }

    /// By the ids: the same page sent again may differ in a score.
    QByteArray content() const
    {
        QCryptographicHash hash(QCryptographicHash::Sha1);
        for (std::uint32_t i = 0; i < list.size(); ++i) {
            const Value id = list.at(i).member("id");
            hash.addData(written(id ? id : list.at(i)));
            hash.addData("\n");
        }
        return hash.result();
    }

    std::unique_ptr<Document> document;
    Value list;
    Value info;
    bool hasInfo = false;
    int number = 0;
    int total = 0;
};

AllPages::AllPages(Operation operation, partners::AtomTarget asked, const QByteArray &body, bool isWanted)
    : m_operation(operation)
    , m_isWanted(isWanted && isPaged(operation))
    , m_asked(asked.page)
    , m_target(std::move(asked))
    , m_body(body)
{
}

bool AllPages::take(const Outcome &outcome, const Reply &reply, int attempts)
{
    m_attempts += attempts;
    const qint64 elapsed = m_reply.elapsedMs + reply.elapsedMs;
    const qint64 sent = m_reply.bytesSent + reply.bytesSent;
    const qint64 received = m_reply.bytesReceived + reply.bytesReceived;
    m_reply = reply;
    m_reply.elapsedMs = elapsed;
    m_reply.bytesSent = sent;
    m_reply.bytesReceived = received;
    m_outcome = outcome;
    if (outcome.kind != Outcome::Kind::Accepted)
        return breakOff(outcome, reply);
    const Page page(reply.body);
    return m_pages == 0 ? takeFirst(page) : takeNext(page);
}

bool AllPages::takeFirst(const Page &page)
{
    m_first = m_reply.body;
    m_pages = 1;
    m_total = page.hasInfo ? std::max(0, page.total) : 0;
    m_productions = static_cast<int>(page.list.size());
    m_end = End::Whole;
    if (!m_isWanted)
        return false;
    m_base = m_number = page.hasInfo ? page.number : m_asked.value_or(0);
    m_seen.insert(page.content(), m_number);
    if (!page.hasInfo) {
        if (m_productions >= m_target.pageSize.value_or(UsualPageSize))
            m_notes.append(tr("The answer doesn't say how many pages there are, so it was taken as the only one."));
        return false;
    }
    if (m_asked && page.number != *m_asked)
        return stop(
            tr("Page %1 was asked for, and page %2 came. Nothing further was asked.").arg(*m_asked).arg(page.number));
    if (m_total == 0 && m_productions > 0)
        m_notes.append(tr("The answer says that there are no pages, and holds productions. It was taken as the only "
                          "page."));
    return next();
}

bool AllPages::takeNext(const Page &page)
{
    const int asked = m_target.page.value_or(0);
    if (page.hasInfo && page.number != asked)
        return stop(tr("Page %1 was asked for, and page %2 came again. Nothing further was asked; pages are missing.")
                        .arg(asked)
                        .arg(page.number));
    if (isRepeated(page, asked))
        return false;
    add(page);
    m_number = asked;
    m_end = End::Whole;
    if (page.hasInfo)
        noteTotal(page.total);
    if (m_more.size() > MostBytes)
        return stop(tr("The pages are larger than %1 MB together. Nothing further was asked; pages are missing.")
                        .arg(MostBytes / 1024 / 1024));
    return next();
}

bool AllPages::isRepeated(const Page &page, int number)
{
    if (page.list.size() == 0)
        return false;
    const QByteArray content = page.content();
    const auto before = m_seen.constFind(content);
    if (before == m_seen.cend()) {
        m_seen.insert(content, number);
        return false;
    }
    stop(tr("Page %1 holds the same productions as page %2. Nothing further was asked; pages may be missing.")
             .arg(number)
             .arg(*before));
    return true;
}

void AllPages::add(const Page &page)
{
    const QByteArray separator = separatorOf(page.list);
    for (std::uint32_t i = 0; i < page.list.size(); ++i) {
        m_more += i == 0 && m_productions == 0 ? QByteArray() : separator;
        m_more += written(page.list.at(i));
        ++m_productions;
    }
    if (page.hasInfo)
        m_pageInfo = written(page.info);
    ++m_pages;
}

void AllPages::noteTotal(int total)
{
    if (total <= 0 || total == m_total)
        return;
    m_notes.append(total > m_total
            ? tr("The partner spoke of %1 pages first, and of %2 later.").arg(m_total).arg(total)
            : tr("The partner spoke of %1 pages first, and only of %2 later.").arg(m_total).arg(total));
    m_total = total;
}

/// Where it was told which page to begin with, nobody knows what the first is called: 1, as most do, unless that was 0.
int AllPages::lastNumber() const
{
    const int base = !m_asked ? m_base : *m_asked <= 0 ? *m_asked : 1;
    return base + m_total - 1;
}

bool AllPages::next()
{
    if (m_number >= lastNumber())
        return false;
    if (m_pages >= MostPages)
        return stop(tr("That are %1 pages, and there are more. Nothing further was asked.").arg(m_pages));
    m_target.page = m_number + 1;
    m_body = withPage(m_body, m_number + 1);
    return true;
}

bool AllPages::stop(const QString &note)
{
    m_notes.append(note);
    m_end = End::Early;
    return false;
}

bool AllPages::breakOff(const Outcome &outcome, const Reply &reply)
{
    const bool isBeyond = m_pages > 0 && m_asked.value_or(0) >= 1 && m_target.page == lastNumber()
        && outcome.kind == Outcome::Kind::Rejected;
    if (isBeyond) { // the pages counted from 0 after all
        m_reply.status = 200;
        return false;
    }
    m_end = End::Broken;
    m_outcome = outcome;
    m_reply.body = reply.body;
    if (m_pages > 0)
        m_outcome.message = tr("Page %1 couldn't be fetched, and nothing of the pages before it is kept. %2")
                                .arg(m_target.page.value_or(0))
                                .arg(outcome.message);
    return false;
}

Outcome AllPages::outcome() const
{
    if (m_end == End::Broken || m_pages == 0 || !m_isWanted)
        return m_outcome;
    Outcome outcome;
    outcome.kind = Outcome::Kind::Accepted;
    outcome.exitCode = m_end == End::Early ? 1 : 0;
    const QString productions = QCoreApplication::translate("AllPages", "%n production(s)", nullptr, m_productions);
    const QString pages = QCoreApplication::translate("AllPages", "%n page(s)", nullptr, m_pages);
    outcome.message = tr("Atom Tickets sent %1 on %2.").arg(productions, pages);
    for (const QString &note : m_notes)
        outcome.message.append(u' ').append(note);
    return outcome;
}

Reply AllPages::reply() const
{
    Reply reply = m_reply;
    if (m_end != End::Broken && m_pages > 0)
        reply.body = merged();
    return reply;
}

/// The first page's text with two places changed: behind its last production, and its pageInfo.
QByteArray AllPages::merged() const
{
    if (m_more.isEmpty() && m_pageInfo.isEmpty())
        return m_first;
    const Page page(m_first);
    if (!page.document)
        return m_first;
    const QByteArray text = page.document->text().toByteArray();
    const std::uint32_t behind
        = page.list.size() > 0 ? page.list.at(page.list.size() - 1).end() : page.list.begin() + 1;
    struct Change
    {
        qsizetype begin;
        qsizetype end;
        const QByteArray *with;
    };
    Change changes[] = {{behind, behind, &m_more}, {page.info.begin(), page.info.end(), &m_pageInfo}};
    if (changes[1].begin < changes[0].begin)
        std::swap(changes[0], changes[1]);
    QByteArray result;
    result.reserve(text.size() + m_more.size() + m_pageInfo.size());
    qsizetype at = 0;
    for (const Change &change : changes) {
        if (change.with->isEmpty())
            continue;
        result.append(text.constData() + at, change.begin - at).append(*change.with);
        at = change.end;
    }
    return result.append(text.constData() + at, text.size() - at);
}

} // namespace marquee::exchange
