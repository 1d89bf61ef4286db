// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/Report.h"

#include "payload/JsonText.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <map>

namespace marquee::reconcile {

using namespace Qt::StringLiterals;
using changes::Difference;
using partners::Outcome;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Reconcile", text);
}

/// JSON, written: so that the digits of a value are those of the document.
using Written = std::string;
using Members = std::vector<std::pair<const char *, Written>>;

Written text(const QString &words)
{
    return payload::encodeJsonString(words);
}

Written objectOf(const Members &members)
{
    Written json;
    for (const auto &[name, value] : members) {
        json.append(json.empty() ? "{" : ",");
        json.append(payload::encodeJsonString(std::string_view(name))).append(":").append(value);
    }
    return json.empty() ? "{}" : json + '}';
}

Written listOf(const std::vector<Written> &items, const char *between = ",")
{
    Written json = "[";
    for (const Written &item : items)
        json.append(json.size() == 1 ? "" : between).append(item);
    return json + ']';
}

std::string stateName(AvailStanding::State state)
{
    switch (state) {
    case AvailStanding::State::Compared:
        return "compared";
    case AvailStanding::State::NotThere:
        return "not-there";
    case AvailStanding::State::Failed:
        return "failed";
    case AvailStanding::State::LeftOut:
        return "left-out";
    case AvailStanding::State::Waiting:
    case AvailStanding::State::Fetching:
        break;
    }
    return "not-asked";
}

Written pointerOf(const std::optional<payload::Pointer> &place)
{
    return place ? payload::encodeJsonString(place->toString()) : "null";
}

/// The value's own bytes; what isn't JSON to the letter, or is cut, as a text.
Written valueOf(const std::string &json, bool stands)
{
    if (!stands)
        return "null";
    return nlohmann::json::accept(json) ? json : payload::encodeJsonString(json);
}

Written jsonOf(const std::vector<Difference> &differences)
{
    std::vector<Written> list;
    for (const Difference &one : differences) {
        const char *kind = one.kind == Difference::Kind::Added ? "\"added\""
            : one.kind == Difference::Kind::Removed            ? "\"removed\""
                                                               : "\"changed\"";
        Members json{{"kind", kind}, {"place", text(one.place)}, {"pointer", pointerOf(one.after)},
            {"partner_pointer", pointerOf(one.before)}, {"partner", valueOf(one.beforeValue, one.before.has_value())},
            {"document", valueOf(one.afterValue, one.after.has_value())}};
        if (one.sameInstant)
            json.emplace_back("same_instant", "true");
        list.push_back(objectOf(json));
    }
    return listOf(list);
}

/// The results of an avail by window; those of heads by Choice::Head.
using Results = std::map<int, const PlannedRequest *>;

std::vector<Results> resultsOf(std::size_t avails, const std::vector<PlannedRequest> &requests)
{
    std::vector<Results> all(avails);
    for (const PlannedRequest &request : requests) {
        Results &mine = all[static_cast<std::size_t>(request.avail)];
        if (request.operation == partners::Operation::PutFull)
            mine[Choice::Head] = &request;
        for (const int window : request.windows)
            mine[window] = &request;
    }
    return all;
}

/// Empty where nothing was to be sent.
Written sentOf(const Results &results, int window)
{
    const auto found = results.find(window);
    if (found == results.end())
        return {};
    const Result &result = found->second->result;
    if (result.state != Result::State::HeldBack && result.state != Result::State::Done)
        return {};
    const std::string_view operation = partners::infoOf(found->second->operation).name;
    Members json{{"operation", payload::encodeJsonString(operation)}};
    if (result.state == Result::State::Done) {
        json.emplace_back("outcome", text(QString(partners::outcomeName(result.outcome.kind))));
        json.emplace_back("attempts", std::to_string(result.attempts));
    } else {
        json.emplace_back("outcome", "\"held-back\"");
        json.emplace_back("attempts", "0");
    }
    json.emplace_back("message", text(result.message));
    return objectOf(json);
}

Written windowJson(const WindowStanding &window, const Written &sent)
{
    Members json{{"transactionId", window.transaction.isEmpty() ? "null" : text(window.transaction)},
        {"status", text(QString(statusName(window.status)))}, {"pointer", pointerOf(window.place)},
        {"licenseType", text(window.licence)}, {"territory", text(window.territory)},
        {"formatProfile", text(window.format)}, {"start", text(window.start)}, {"end", text(window.end)},
        {"differences", jsonOf(window.differences)}};
    if (!window.note.isEmpty())
        json.emplace_back("note", text(window.note));
    if (!sent.empty())
        json.emplace_back("sent", sent);
    return objectOf(json);
}

Written headJson(const AvailStanding &avail, const Results &results)
{
    Members json{{"status",
                     avail.headDiffers     ? "\"changed\""
                         : avail.isKnown() ? "\"same\""
                                           : "\"unknown\""},
        {"differences", jsonOf(avail.head)}};
    if (const Written sent = sentOf(results, Choice::Head); !sent.empty())
        json.emplace_back("sent", sent);
    return objectOf(json);
}

Written availJson(const AvailStanding &avail, const Results &results)
{
    Members json{{"file", text(avail.name)}, {"alid", text(avail.alid)}, {"title", text(avail.title)},
        {"state", payload::encodeJsonString(stateName(avail.state))}};
    if (!avail.problem.isEmpty())
        json.emplace_back("message", text(avail.problem));
    if (!avail.conflict.isEmpty())
        json.emplace_back("conflict", text(avail.conflict));
    std::vector<Written> notes;
    for (const QString &note : avail.notes)
        notes.push_back(text(note));
    json.emplace_back("notes", listOf(notes));
    json.emplace_back("head", headJson(avail, results));
    std::vector<Written> windows;
    for (std::size_t i = 0; i < avail.windows.size(); ++i)
        windows.push_back(windowJson(avail.windows[i], sentOf(results, static_cast<int>(i))));
    json.emplace_back("windows", windows.empty() ? "[]" : "[\n      " + listOf(windows, ",\n      ").substr(1));
    return objectOf(json);
}

QString sentWords(const Results &results, int window)
{
    const auto found = results.find(window);
    const QString words = found == results.end() ? QString() : resultWords(found->second->result);
    return words.isEmpty() ? QString() : QString(u"  — "_s + words);
}

QString windowText(const WindowStanding &window, const QString &sent)
{
    const QString sign = window.status == Status::New ? u"+ "_s
        : window.status == Status::Gone               ? u"- "_s
        : window.status == Status::Changed            ? u"~ "_s
                                                      : u"? "_s;
    QStringList about;
    for (const QString &one : {window.licence, window.territory, window.format, window.start, window.end}) {
        if (!one.isEmpty())
            about << one;
    }
    QString words = u"  "_s + sign + statusTitle(window.status).leftJustified(8) + u' '
        + (window.transaction.isEmpty() ? tr("(no ID)") : window.transaction) + u"  "_s + about.join(u" · "_s) + sent
        + u'\n';
    for (const Difference &one : window.differences)
        words += u"      "_s + shortWords(one) + u'\n';
    if (!window.note.isEmpty())
        words += u"      "_s + window.note + u'\n';
    return words;
}

QString availText(const AvailStanding &avail, const Results &results)
{
    QString words = avail.name + u": "_s + availTitle(avail);
    switch (avail.state) {
    case AvailStanding::State::LeftOut:
        return words + u" — "_s + tr("left out: %1").arg(avail.problem) + u'\n';
    case AvailStanding::State::Failed:
        return words + u" — "_s + tr("couldn't be fetched: %1").arg(avail.problem) + u'\n';
    case AvailStanding::State::Waiting:
    case AvailStanding::State::Fetching:
        return words + u" — "_s + tr("not asked") + u'\n';
    case AvailStanding::State::NotThere:
        words += u" — "_s + tr("the partner doesn't have it");
        break;
    case AvailStanding::State::Compared:
        break;
    }
    if (!avail.differs())
        words += u" — "_s + tr("the same");
    words += u'\n';
    if (!avail.conflict.isEmpty())
        words += u"  ! "_s + avail.conflict + u'\n';
    for (const QString &note : avail.notes)
        words += u"    "_s + note + u'\n';
    if (!avail.head.empty())
        words += u"  ~ "_s + tr("Around the windows") + sentWords(results, Choice::Head) + u'\n';
    for (const Difference &one : avail.head)
        words += u"      "_s + shortWords(one) + u'\n';
    for (std::size_t i = 0; i < avail.windows.size(); ++i) {
        if (avail.windows[i].status != Status::Same)
            words += windowText(avail.windows[i], sentWords(results, static_cast<int>(i)));
    }
    return words;
}

Written requestJson(const PlannedRequest &request, const std::vector<AvailStanding> &avails)
{
    std::vector<Written> notes;
    for (const QString &note : request.notes)
        notes.push_back(text(note));
    const std::string_view operation = partners::infoOf(request.operation).name;
    Members json{{"file", text(avails[static_cast<std::size_t>(request.avail)].name)},
        {"operation", payload::encodeJsonString(operation)},
        {"method", text(QString::fromLatin1(request.request.method))},
        {"url", text(QString::fromUtf8(request.request.url.toEncoded()))},
        {"bytes", std::to_string(request.body.size())}, {"about", text(request.about)}, {"notes", listOf(notes)}};
    if (!request.held.isEmpty())
        json.emplace_back("held_back", text(request.held));
    return objectOf(json);
}

Written summaryJson(const Totals &totals, std::size_t avails)
{
    const auto number = [](auto value) { return std::to_string(value); };
    return objectOf({{"avails", number(avails)}, {"new", number(totals.fresh)}, {"changed", number(totals.changed)},
        {"gone", number(totals.gone)}, {"same", number(totals.same)}, {"heads", number(totals.heads)},
        {"not_there", number(totals.notThere)}, {"failed", number(totals.failed)}, {"left_out", number(totals.leftOut)},
        {"sent", number(totals.sent)}, {"accepted", number(totals.accepted)}, {"rejected", number(totals.rejected)},
        {"failed_or_unknown", number(totals.unsure)}, {"held_back", number(totals.heldBack)}});
}

/// "PUT https://… (412 bytes) Night Ferry (NF-1) › w2", and what one should know before it is sent.
QString requestText(const PlannedRequest &request)
{
    QString words = QString::fromLatin1(request.request.method) + u' '
        + QString::fromUtf8(request.request.url.toEncoded()) + u' '
        + QCoreApplication::translate("Reconcile", "(%n byte(s))", nullptr, static_cast<int>(request.body.size()))
        + u"  "_s + request.about + u'\n';
    for (const QString &note : request.notes)
        words += u"    "_s + note + u'\n';
    if (!request.held.isEmpty())
        words += u"    "_s + tr("held back: %1").arg(request.held) + u'\n';
    return words;
}

} // namespace

Totals totalsOf(const std::vector<AvailStanding> &avails, const std::vector<PlannedRequest> &requests)
{
    Totals totals;
    for (const AvailStanding &avail : avails) {
        totals.fresh += avail.count(Status::New);
        totals.changed += avail.count(Status::Changed);
        totals.gone += avail.count(Status::Gone);
        totals.same += avail.count(Status::Same);
        totals.heads += avail.headDiffers && avail.isFull ? 1 : 0;
        totals.notThere += avail.state == AvailStanding::State::NotThere ? 1 : 0;
        totals.failed
            += avail.state == AvailStanding::State::Failed || (avail.isKnown() && !avail.problem.isEmpty()) ? 1 : 0;
        totals.leftOut += avail.state == AvailStanding::State::LeftOut ? 1 : 0;
    }
    for (const PlannedRequest &request : requests) {
        totals.heldBack += request.result.state == Result::State::HeldBack ? 1 : 0;
        if (request.result.state != Result::State::Done)
            continue;
        ++totals.sent;
        const Outcome::Kind kind = request.result.outcome.kind;
        ++(kind == Outcome::Kind::Accepted        ? totals.accepted
                : kind == Outcome::Kind::Rejected ? totals.rejected
                                                  : totals.unsure);
    }
    return totals;
}

QByteArray reportJson(
    const QString &environment, const std::vector<AvailStanding> &avails, const std::vector<PlannedRequest> &requests)
{
    const std::vector<Results> results = resultsOf(avails.size(), requests);
    std::vector<Written> list;
    for (std::size_t i = 0; i < avails.size(); ++i)
        list.push_back(availJson(avails[i], results[i]));
    Written report = "{\n  \"environment\":" + text(environment);
    report.append(",\n  \"avails\":").append(listOf(list, ",\n    "));
    if (!requests.empty()) {
        std::vector<Written> asked;
        for (const PlannedRequest &request : requests)
            asked.push_back(requestJson(request, avails));
        report.append(",\n  \"requests\":").append(listOf(asked, ",\n    "));
    }
    report.append(",\n  \"summary\":").append(summaryJson(totalsOf(avails, requests), avails.size())).append("\n}\n");
    return QByteArray::fromStdString(report);
}

QByteArray reportText(const std::vector<AvailStanding> &avails, const std::vector<PlannedRequest> &requests)
{
    const std::vector<Results> results = resultsOf(avails.size(), requests);
    QString words;
    for (std::size_t i = 0; i < avails.size(); ++i)
        words += availText(avails[i], results[i]);
    const Totals totals = totalsOf(avails, requests);
    words += tr("%1 new, %2 changed, %3 gone, %4 the same.")
                 .arg(totals.fresh)
                 .arg(totals.changed)
                 .arg(totals.gone)
                 .arg(totals.same);
    if (totals.heads > 0)
        words += u' '
            + QCoreApplication::translate(
                "Reconcile", "%n avail(s) with other data around the windows.", nullptr, totals.heads);
    if (totals.failed > 0)
        words += u' ' + QCoreApplication::translate("Reconcile", "%n couldn't be fetched.", nullptr, totals.failed);
    if (totals.leftOut > 0)
        words += u' ' + QCoreApplication::translate("Reconcile", "%n left out.", nullptr, totals.leftOut);
    words += u'\n';
    for (const PlannedRequest &request : requests)
        words += requestText(request);
    if (totals.sent > 0 || totals.heldBack > 0)
        words += tr("%1 sent: %2 accepted, %3 rejected, %4 failed or unknown. %5 held back.")
                     .arg(totals.sent)
                     .arg(totals.accepted)
                     .arg(totals.rejected)
                     .arg(totals.unsure)
                     .arg(totals.heldBack)
            + u'\n';
    return words.toUtf8();
}

std::vector<int> exitCodes(
    const std::vector<AvailStanding> &avails, const std::vector<PlannedRequest> &requests, bool wasSent)
{
    std::vector<int> codes;
    for (const AvailStanding &avail : avails) {
        if (avail.exitCode != 0)
            codes.push_back(avail.exitCode);
        if (!wasSent && avail.differs())
            codes.push_back(1);
    }
    for (const PlannedRequest &request : requests) {
        if (request.result.state == Result::State::HeldBack)
            codes.push_back(request.result.heldExit);
        else if (request.result.state == Result::State::Done && request.result.outcome.exitCode != 0)
            codes.push_back(request.result.outcome.exitCode);
    }
    return codes;
}

} // namespace marquee::reconcile
