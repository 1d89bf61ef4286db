// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/Copies.h"

#include "payload/JsonText.h"
#include "performances/Day.h"
#include "performances/Message.h"
#include "performances/TypedTimes.h"
#include "windows/FillPattern.h"

#include <QCoreApplication>

#include <map>
#include <set>

namespace marquee::performances {

using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Performances)
};

using IdAndSite = std::pair<std::string, std::string>;

std::set<IdAndSite> idsOf(const payload::Document &document)
{
    std::set<IdAndSite> ids;
    const Value list = listOf(document);
    for (std::uint32_t row = 0; row < list.size(); ++row)
        ids.emplace(textOf(list.at(row).member("@id")), textOf(list.at(row).member("@siteId")));
    return ids;
}

std::string firstFree(const std::set<IdAndSite> &ids, const std::string &wanted, const std::string &site)
{
    std::string id = wanted;
    for (int number = 2; ids.contains({id, site}); ++number)
        id = wanted + '-' + std::to_string(number);
    return id;
}

QString patternHelp()
{
    return Words::tr("It may name {id}, {date}, {time}, {hall}, {site}, {event} and {n}; {n:3} counts 001, 002, …");
}

std::string json(const std::string &text)
{
    return payload::encodeJsonString(std::string_view(text));
}

/// Which halls are kept when, so that a copy over another can be told.
class HallTimes
{
public:
    HallTimes(const payload::Document &document, int minutes)
        : m_minutes(minutes)
    {
        const Value list = listOf(document);
        for (std::uint32_t row = 0; row < list.size(); ++row) {
            const Value performance = list.at(row);
            if (!isTrue(performance.member("IsCancelled")))
                take(textOf(performance.member("@siteId")), textOf(performance.member("HallId")),
                    dateOf(textOf(performance.member("Date"))), timeOf(textOf(performance.member("Time"))));
        }
    }

    /// Keeps it; true where it was kept in part already.
    bool take(const std::string &site, const std::string &hall, QDate date, QTime time)
    {
        if (hall.empty() || !date.isValid() || !time.isValid())
            return false;
        const std::int64_t begin = midnightOf(date) / 60 + time.msecsSinceStartOfDay() / 60000;
        std::multiset<std::int64_t> &kept = m_kept[{site, hall}];
        const auto near = kept.lower_bound(begin - m_minutes + 1);
        const bool isTaken = near != kept.end() && *near < begin + m_minutes;
        kept.insert(begin);
        return isTaken;
    }

private:
    std::map<IdAndSite, std::multiset<std::int64_t>>
        m_kept; ///< by site and hall: the minutes at which something begins
    int m_minutes;
};

/// A performance in a document of its own.
class OwnPerformance
{
public:
    explicit OwnPerformance(const Value &performance)
    {
        if (auto read = payload::Document::read(QByteArray::fromStdString(performance.raw()));
            read && (*read)->root().isObject())
            m_document = std::move(*read);
    }

    explicit operator bool() const { return m_document != nullptr; }
    void put(const char *name, const std::string &text)
    {
        const Pointer at = Pointer().child(name);
        const Edit edit
            = m_document->find(at) ? Edit::set(at, json(text)) : Edit::insertMember(Pointer(), name, json(text));
        [[maybe_unused]] const auto done = m_document->apply(edit);
    }
    /// Only where it stands: a copy says no more than what it is made of.
    void change(const char *name, const std::string &text)
    {
        if (m_document->root().member(name))
            put(name, text);
    }
    void takeAway(const char *name)
    {
        if (m_document->root().member(name)) [[maybe_unused]]
            const auto done = m_document->apply(Edit::remove(Pointer().child(name)));
    }
    std::string text() const { return m_document->text().toByteArray().toStdString(); }

private:
    std::unique_ptr<payload::Document> m_document;
};

class Copier
{
public:
    Copier(const rules::Context &context, const Copying &copying, int minutes)
        : m_context(context)
        , m_copying(copying)
        , m_ids(idsOf(context.document))
        , m_halls(context.document, minutes)
    {
    }

    Expected<void> all(const Rows &rows)
    {
        for (const std::uint32_t row : rows) {
            const Value performance = performanceAt(m_context.document, row);
            if (isTrue(performance.member("IsCancelled")) && !m_copying.withCancelled) {
                ++m_cancelled;
                continue;
            }
            if (const auto done = copiesOf(row, performance); !done)
                return done;
        }
        tell();
        return {};
    }

    CopyPlan plan;

private:
    Expected<void> copiesOf(std::uint32_t row, const Value &performance)
    {
        const QDate own = dateOf(textOf(performance.member("Date")));
        const std::vector<QDate> dates = m_copying.dates.empty() ? std::vector{own} : m_copying.dates;
        const std::string hall = textOf(performance.member("HallId"));
        const std::vector<std::string> halls = m_copying.halls.empty() ? std::vector{hall} : m_copying.halls;
        for (const QDate date : dates) {
            for (const std::string &in : halls) {
                if (date == own && in == hall)
                    continue; // itself
                if (plan.copies.size() >= MostCopies)
                    return tl::unexpected(
                        windows::refusal(Words::tr("That would be more than %n performances.", nullptr, MostCopies),
                            Words::tr("Choose fewer dates or halls.")));
                if (const auto done = copy(row, performance, date, in); !done)
                    return done;
            }
        }
        return {};
    }

    Expected<void> copy(std::uint32_t row, const Value &performance, QDate date, const std::string &hall)
    {
        CopiedPerformance copy{row, {}, textOf(performance.member("@siteId")), hall,
            textOf(performance.member("EventId")), textOf(performance.member("Time")), date, false, false};
        const auto id = idOf(performance, copy);
        if (!id)
            return tl::unexpected(id.error());
        copy.id = firstFree(m_ids, *id, copy.site);
        copy.isRenamed = copy.id != *id;
        m_ids.emplace(copy.id, copy.site);
        copy.isTaken = m_halls.take(copy.site, hall, date, timeOf(copy.time));
        OwnPerformance own(performance);
        if (!own)
            return {};
        own.put("@id", copy.id);
        if (date.isValid())
            own.change("Date", written(date).toStdString());
        if (!m_copying.halls.empty())
            own.put("HallId", hall);
        own.takeAway("IsCancelled");
        const QDate was = dateOf(textOf(performance.member("Date")));
        const QDate reported = dateOf(textOf(performance.member("CinemaDate")));
        if (was.isValid() && reported.isValid() && date.isValid())
            own.change("CinemaDate", written(reported.addDays(was.daysTo(date))).toStdString());
        plan.edits.push_back(insertPerformance(m_context, own.text(), countOf(m_context.document)));
        plan.copies.push_back(std::move(copy));
        ++plan.added;
        return {};
    }

    Expected<std::string> idOf(const Value &performance, const CopiedPerformance &copy)
    {
        const auto text = [](const std::string &utf8) { return QString::fromStdString(utf8); };
        const auto meaning = [&](const QString &name) -> std::optional<QString> {
            if (name == u"id"_s)
                return text(textOf(performance.member("@id")));
            if (name == u"date"_s)
                return copy.date.isValid() ? copy.date.toString(u"yyyyMMdd"_s) : QString();
            if (name == u"time"_s)
                return text(copy.time).remove(u':');
            if (name == u"hall"_s)
                return text(copy.hall);
            if (name == u"site"_s)
                return text(copy.site);
            if (name == u"event"_s)
                return text(copy.event);
            return windows::countedAs(u"n"_s, name, static_cast<int>(plan.copies.size()) + 1);
        };
        const auto filled = windows::fillPattern(m_copying.idPattern, meaning, patternHelp());
        if (!filled)
            return tl::unexpected(filled.error());
        if (filled->trimmed().isEmpty())
            return tl::unexpected(windows::refusal(Words::tr("The pattern leaves an empty ID."), patternHelp()));
        return filled->trimmed().toStdString();
    }

    void tell()
    {
        int renamed = 0, taken = 0;
        for (const CopiedPerformance &copy : plan.copies) {
            renamed += copy.isRenamed ? 1 : 0;
            taken += copy.isTaken ? 1 : 0;
        }
        if (renamed > 0)
            plan.remarks << Words::tr("%n ID(s) were taken: a number is added to them.", nullptr, renamed);
        if (taken > 0)
            plan.remarks << Words::tr("%n of them overlap another performance in the same hall.", nullptr, taken);
        if (m_cancelled > 0)
            plan.remarks << Words::tr("%n cancelled performance(s) are left out.", nullptr, m_cancelled);
    }

    const rules::Context &m_context;
    const Copying &m_copying;
    std::set<IdAndSite> m_ids;
    HallTimes m_halls;
    int m_cancelled = 0;
};

} // namespace

Expected<CopyPlan> copyPerformances(const rules::Context &context, const Copying &copying, int minutes)
{
    const Rows rows = standing(context.document, copying.rows);
    if (rows.empty())
        return tl::unexpected(windows::refusal(Words::tr("There is no performance to duplicate."),
            Words::tr("Choose a day that has some, or select them in the table first.")));
    if (copying.dates.empty() && copying.halls.empty())
        return tl::unexpected(windows::refusal(
            Words::tr("No date is chosen yet."), Words::tr("Add the dates to which they are to be duplicated.")));
    Copier copier(context, copying, minutes);
    if (const auto done = copier.all(rows); !done)
        return tl::unexpected(done.error());
    if (copier.plan.copies.empty())
        return tl::unexpected(windows::refusal(
            Words::tr("They are on that date and in that hall already."), Words::tr("Choose another date or hall.")));
    return std::move(copier.plan);
}

std::string freeId(const payload::Document &document, const std::string &wanted, const std::string &site)
{
    return firstFree(idsOf(document), wanted, site);
}

Expected<Plan> duplicate(const rules::Context &context, std::uint32_t row)
{
    const Value performance = performanceAt(context.document, row);
    OwnPerformance own(performance);
    if (!performance || !own)
        return tl::unexpected(windows::refusal(
            Words::tr("There is no performance to duplicate."), Words::tr("Select one in the table first.")));
    const std::string id = textOf(performance.member("@id"));
    own.put("@id", freeId(context.document, id.empty() ? "P-1" : id, textOf(performance.member("@siteId"))));
    own.takeAway("IsCancelled");
    Plan plan;
    plan.added = 1;
    plan.edits.push_back(insertPerformance(context, own.text(), row + 1));
    return plan;
}

std::string newPerformance(const payload::Document &document, std::uint32_t behind)
{
    const Value like = performanceAt(document, behind);
    const std::string site = textOf(like.member("@siteId"));
    const std::string id = freeId(document, "P-" + std::to_string(countOf(document) + 1), site);
    // What isn't known yet isn't sent: an empty element would say something.
    std::string made = "{\"@id\":" + json(id) + ",\"@siteId\":" + json(site);
    for (const char *name : {"Date", "HallId"}) {
        if (const std::string text = textOf(like.member(name)); !text.empty())
            made += ",\"" + std::string(name) + "\":" + json(text);
    }
    return made + '}';
}

} // namespace marquee::performances
