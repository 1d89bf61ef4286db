// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/Comparing.h"

#include "changes/Compare.h"
#include "changes/Words.h"
#include "partners/Meaning.h"
#include "payload/Document.h"
#include "rules/BatchItems.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <set>

namespace marquee::reconcile {

using namespace Qt::StringLiterals;
using changes::Difference;
using partners::Outcome;
using partners::Reach;
using payload::Document;
using payload::Pointer;
using payload::Value;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Reconcile", text);
}

QString text(const Value &value)
{
    return QString::fromStdString(value.string());
}

/// A member's text, or that of the "value" inside.
QString said(const Value &object, const char *name)
{
    const Value member = object.member(name);
    return text(member.isObject() ? member.member("value") : member);
}

void fill(WindowStanding &standing, const Value &window)
{
    standing.transaction = said(window, "_TransactionID");
    standing.licence = said(window, "LicenseType");
    QStringList countries;
    const Value territories = window.member("Territory");
    for (std::uint32_t i = 0; i < territories.size(); ++i)
        countries << said(territories.at(i), "country");
    standing.territory = countries.join(u", "_s);
    standing.format = said(window, "FormatProfile");
    standing.start = said(window, "Start");
    standing.end = said(window, "End");
}

const Pointer &windowList()
{
    static const Pointer list = Pointer().child("avail").child("Transaction");
    return list;
}

/// Which window of the list a place is in or at; -1: none.
int rowOf(const std::optional<Pointer> &place)
{
    if (!place || place->tokens.size() < 3 || !place->startsWith(windowList()))
        return -1;
    return QString::fromStdString(place->tokens[2].text).toInt();
}

/// The ID of a window of the list.
bool isWindowId(const Pointer &place)
{
    return rowOf(place) >= 0 && place.tokens.size() == 4 && place.tokens[3].text == "_TransactionID";
}

/// The same place in the source that the avail is a part of.
void rebase(std::optional<Pointer> &place, const Pointer &base)
{
    if (place && !base.isRoot())
        place->tokens.insert(place->tokens.begin(), base.tokens.begin(), base.tokens.end());
}

Pointer based(Pointer place, const Pointer &base)
{
    place.tokens.insert(place.tokens.begin(), base.tokens.begin(), base.tokens.end());
    return place;
}

/// Why a window can't go on its own.
QString obstacle(const Subject &subject, std::size_t row)
{
    const std::string &id = subject.ids[row];
    if (id.empty())
        return tr("It has no window ID, so it can't be sent on its own. Give it one, or send the whole avail.");
    if (std::count(subject.ids.begin(), subject.ids.end(), id) > 1)
        return tr("Its window ID stands twice in the document. Give one of them another.");
    return {};
}

/// Compares one document with one reply.
class Comparing
{
public:
    Comparing(const Subject &subject, const rules::Rulebook &book, AvailStanding &standing)
        : m_subject(subject)
        , m_book(book)
        , m_standing(standing)
    {
    }

    /// A full extract with what the partner has of it.
    void whole(const Document &got);
    /// One window with the partner's. `body`: the document with that window alone.
    void oneWindow(const Document &got, const Document &body, int row);

private:
    changes::Comparison differences(const Document &got, const Document &document) const;
    void findPairs(const changes::Comparison &found, const Value &theirs, const Value &ours);
    void lookAtId(const Difference &one, const Value &theirs, const Value &ours);
    void sort(changes::Comparison &&found);
    void addGone(const Value &theirs);
    void keep(std::vector<Difference> &list, Difference &&one) const;

    std::set<int> m_ourOwn; ///< windows that are no pair, by their rows
    std::set<int> m_theirOwn;
    const Subject &m_subject;
    const rules::Rulebook &m_book;
    AvailStanding &m_standing;
};

changes::Comparison Comparing::differences(const Document &got, const Document &document) const
{
    changes::Options options;
    options.beforeIsReply = true;
    changes::Comparison found = changes::compare(got, document, options);
    changes::describe(found, m_book, got, document);
    return found;
}

void Comparing::keep(std::vector<Difference> &list, Difference &&one) const
{
    rebase(one.after, m_subject.base);
    list.push_back(std::move(one));
}

/// Which windows stand on one side only. The others are pairs, and of those the comparison tells what differs.
void Comparing::findPairs(const changes::Comparison &found, const Value &theirs, const Value &ours)
{
    for (const Difference &one : found.differences) {
        const Pointer &place = one.after ? *one.after : *one.before;
        if (place == windowList()) { // one of the two has no list of windows
            for (int i = 0; i < static_cast<int>(theirs.size()); ++i)
                m_theirOwn.insert(i);
            for (int i = 0; i < static_cast<int>(ours.size()); ++i)
                m_ourOwn.insert(i);
        } else if (rowOf(place) >= 0 && place.tokens.size() == 3 && one.kind != Difference::Kind::Changed) {
            (one.after ? m_ourOwn : m_theirOwn).insert(rowOf(place));
        } else if (isWindowId(place)) {
            lookAtId(one, theirs, ours);
        }
    }
}

/// Two IDs are two windows, whatever these say. Where one of the two tells none, the other's is the ID of both.
void Comparing::lookAtId(const Difference &one, const Value &theirs, const Value &ours)
{
    const int their = rowOf(one.before ? one.before : std::optional(one.holder));
    const int our = rowOf(one.after ? one.after : std::optional(one.holder));
    if (their < 0 || our < 0)
        return;
    const QString theirId = said(theirs.at(static_cast<std::uint32_t>(their)), "_TransactionID");
    const QString ourId = said(ours.at(static_cast<std::uint32_t>(our)), "_TransactionID");
    WindowStanding &window = m_standing.windows[static_cast<std::size_t>(our)];
    if (!theirId.isEmpty() && !ourId.isEmpty()) {
        m_ourOwn.insert(our);
        m_theirOwn.insert(their);
    } else if (ourId.isEmpty() && !theirId.isEmpty()) {
        window.transaction = theirId;
        window.cannot.clear();
        window.note = tr("The document gives it no ID; it goes by the partner's.");
    }
}

void Comparing::sort(changes::Comparison &&found)
{
    for (Difference &one : found.differences) {
        const Pointer &place = one.after ? *one.after : *one.before;
        // Windows as a whole are told as such.
        if (place == windowList() || isWindowId(place)
            || (rowOf(place) >= 0 && place.tokens.size() == 3 && one.kind != Difference::Kind::Changed))
            continue;
        const int row = rowOf(one.after ? one.after : std::optional(one.holder));
        const int their = rowOf(one.before);
        if (row < 0 && their < 0)
            keep(m_standing.head, std::move(one));
        else if (row >= 0 && !m_ourOwn.contains(row))
            keep(m_standing.windows[static_cast<std::size_t>(row)].differences, std::move(one));
    }
    m_standing.headDiffers = !m_standing.head.empty();
}

void Comparing::addGone(const Value &theirs)
{
    const auto &elsewhere = m_subject.elsewhere;
    int others = 0;
    for (const int their : m_theirOwn) {
        const Value window = theirs.at(static_cast<std::uint32_t>(their));
        const std::string id = window.member("_TransactionID").string();
        if (!id.empty() && std::binary_search(elsewhere.begin(), elsewhere.end(), id)) {
            ++others;
            continue;
        }
        WindowStanding gone;
        gone.status = Status::Gone;
        fill(gone, window);
        if (gone.transaction.isEmpty())
            gone.cannot = tr("The partner tells no ID of it, so it can't be deleted on its own. Send the whole avail.");
        m_standing.windows.push_back(std::move(gone));
    }
    if (others > 0)
        m_standing.notes << QCoreApplication::translate(
            "Reconcile", "%n window(s) of it stand in other documents.", nullptr, others);
}

void Comparing::whole(const Document &got)
{
    const Value theirs = got.root().member("avail").member("Transaction");
    const Value ours = m_subject.document->root().member("avail").member("Transaction");
    changes::Comparison found = differences(got, *m_subject.document);
    findPairs(found, theirs, ours);
    sort(std::move(found));
    for (std::size_t i = 0; i < m_standing.windows.size(); ++i) {
        WindowStanding &window = m_standing.windows[i];
        window.status = m_ourOwn.contains(static_cast<int>(i)) ? Status::New
            : window.differences.empty()                       ? Status::Same
                                                               : Status::Changed;
    }
    if (theirs.size() > 0 && !theirs.at(0).member("_TransactionID"))
        m_standing.notes << tr("The partner tells no window IDs; windows were matched by what they say.");
    addGone(theirs);
}

void Comparing::oneWindow(const Document &got, const Document &body, int row)
{
    WindowStanding &window = m_standing.windows[static_cast<std::size_t>(row)];
    const bool isOnly = &body == m_subject.document.get();
    for (Difference &one : differences(got, body).differences) {
        const bool isHead = rowOf(one.after) < 0 && rowOf(one.before) < 0;
        // What the partner keeps beside that window is no matter of this one.
        if (!isHead && rowOf(one.before) > 0 && !one.after)
            continue;
        if (!isOnly && rowOf(one.after) >= 0)
            one.after->tokens[2].text = std::to_string(row);
        m_standing.headDiffers = m_standing.headDiffers || isHead;
        keep(window.differences, std::move(one));
    }
    window.status = window.differences.empty() ? Status::Same : Status::Changed;
}

/// The document with each window alone: itself, where it has one only.
std::vector<std::shared_ptr<const Document>> singleWindows(const Subject &subject, const rules::Rulebook &book)
{
    std::vector<std::shared_ptr<const Document>> all;
    if (subject.ids.size() <= 1)
        return {subject.document};
    const rules::Context context{*book.catalog, *book.vocabularies, *subject.document, rules::DocumentKind::Avail};
    for (const rules::WindowItem &item : rules::windowItems(*subject.document, context)) {
        auto document = Document::read(QByteArray::fromStdString(item.body));
        all.push_back(document ? std::shared_ptr<const Document>(std::move(*document)) : nullptr);
    }
    return all;
}

void compareFull(const Subject &subject, const Answer &answer, const rules::Rulebook &book, AvailStanding &standing)
{
    switch (answer.kind) {
    case Answer::Kind::None:
        return;
    case Answer::Kind::Failed:
        standing.state = AvailStanding::State::Failed;
        standing.problem = answer.problem;
        standing.exitCode = answer.exitCode;
        return;
    case Answer::Kind::NotThere:
        standing.state = AvailStanding::State::NotThere;
        for (WindowStanding &window : standing.windows)
            window.status = Status::New;
        return;
    case Answer::Kind::There:
        break;
    }
    standing.state = AvailStanding::State::Compared;
    if (const auto got = Document::read(answer.body))
        Comparing(subject, book, standing).whole(**got);
}

void comparePartial(
    const Subject &subject, const std::vector<Answer> &answers, const rules::Rulebook &book, AvailStanding &standing)
{
    const auto bodies = singleWindows(subject, book);
    std::size_t there = 0, notThere = 0;
    for (std::size_t i = 0; i < subject.asks.size(); ++i) {
        const int row = subject.asks[i].window;
        WindowStanding &window = standing.windows[static_cast<std::size_t>(row)];
        const Answer &answer = answers[i];
        if (answer.kind == Answer::Kind::Failed) {
            window.note = answer.problem;
            standing.problem = answer.problem;
            standing.exitCode = std::max(standing.exitCode, answer.exitCode);
        } else if (answer.kind == Answer::Kind::NotThere) {
            ++notThere;
            window.status = Status::New;
        } else if (answer.kind == Answer::Kind::There) {
            ++there;
            const auto got = Document::read(answer.body);
            const auto at = static_cast<std::size_t>(row);
            if (got && at < bodies.size() && bodies[at])
                Comparing(subject, book, standing).oneWindow(**got, *bodies[at], row);
        }
    }
    if (there > 0)
        standing.state = AvailStanding::State::Compared;
    else if (notThere > 0)
        standing.state = AvailStanding::State::NotThere;
    else if (!standing.problem.isEmpty())
        standing.state = AvailStanding::State::Failed;
}

void carryResults(const AvailStanding &before, AvailStanding &standing)
{
    standing.headResult = before.headResult;
    standing.conflict = before.conflict;
    for (const WindowStanding &old : before.windows) {
        const auto same = std::find_if(standing.windows.begin(), standing.windows.end(), [&](const auto &window) {
            return old.row >= 0 ? window.row == old.row
                                : window.row < 0 && !old.transaction.isEmpty() && window.transaction == old.transaction;
        });
        if (same != standing.windows.end()) {
            same->result = old.result;
        } else if (old.row < 0 && old.result.isAccepted() && standing.isKnown()) {
            standing.windows.push_back(old);
            standing.windows.back().status = Status::Removed;
        }
    }
}

QByteArray meaningOf(const Value &avail)
{
    return QCryptographicHash::hash(
        QByteArray::fromStdString(partners::meaningOf(avail, true)), QCryptographicHash::Sha256);
}

} // namespace

Answer answerOf(const exchange::Delivered &delivered)
{
    Answer answer;
    const Outcome &outcome = delivered.outcome;
    if (outcome.kind == Outcome::Kind::Accepted) {
        const auto document = Document::read(delivered.reply.body);
        const Value avail = document ? (*document)->root().member("avail") : Value();
        if (avail.isObject()) {
            answer.kind = Answer::Kind::There;
            answer.body = delivered.reply.body;
            answer.meaning = meaningOf(avail);
            return answer;
        }
        answer.problem = tr("The partner's answer has no avail in it.");
        answer.exitCode = 4;
    } else if (outcome.kind == Outcome::Kind::Rejected && delivered.reply.status == 404
        && !delivered.reply.body.trimmed().startsWith('<')) {
        // A page of HTML would be a proxy's, or that of a wrong address: it says nothing of the avail.
        answer.kind = Answer::Kind::NotThere;
        answer.meaning = "404";
        return answer;
    } else {
        answer.problem = outcome.message;
        answer.exitCode = outcome.exitCode;
    }
    answer.kind = Answer::Kind::Failed;
    return answer;
}

AvailStanding standingOf(const Subject &subject)
{
    AvailStanding standing;
    standing.key = subject.key;
    standing.name = subject.name;
    standing.alid = subject.alid;
    standing.title = subject.title;
    standing.isFull = subject.reach == Reach::Full;
    standing.notes = subject.notes;
    standing.place = based(Pointer().child("avail"), subject.base);
    if (!subject.leftOut.isEmpty()) {
        standing.state = AvailStanding::State::LeftOut;
        standing.problem = subject.leftOut;
        standing.exitCode = subject.isUnreadable ? 3 : 0;
        return standing;
    }
    const Value windows = subject.document->root().member("avail").member("Transaction");
    for (std::uint32_t i = 0; i < windows.size(); ++i) {
        WindowStanding window;
        fill(window, windows.at(i));
        window.row = static_cast<int>(i);
        window.place = based(windowList().child(i), subject.base);
        window.cannot = obstacle(subject, i);
        if (!standing.isFull && subject.ids[i].empty())
            window.note = tr("It has no window ID, so the partner can't be asked for it.");
        standing.windows.push_back(std::move(window));
    }
    if (subject.asks.empty()) {
        standing.state = AvailStanding::State::LeftOut;
        standing.problem = tr("None of its windows has an ID, so the partner can't be asked for them.");
    }
    return standing;
}

AvailStanding compared(const Subject &subject, const std::vector<Answer> &answers, const rules::Rulebook &book,
    const AvailStanding *before)
{
    AvailStanding standing = standingOf(subject);
    if (standing.state == AvailStanding::State::LeftOut)
        return standing;
    if (standing.isFull)
        compareFull(subject, answers.front(), book, standing);
    else
        comparePartial(subject, answers, book, standing);
    if (standing.isKnown())
        standing.fetched = QDateTime::currentDateTimeUtc();
    if (before)
        carryResults(*before, standing);
    return standing;
}

} // namespace marquee::reconcile
