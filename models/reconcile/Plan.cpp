// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/Plan.h"

#include "payload/Document.h"
#include "payload/JsonText.h"
#include "rules/BatchItems.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::reconcile {

using namespace Qt::StringLiterals;
using partners::Operation;
using partners::Reach;
using payload::Document;
using payload::Pointer;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Reconcile", text);
}

QString nameOf(const WindowStanding &window)
{
    return window.transaction.isEmpty() ? QString() : QString(u" › "_s + window.transaction);
}

/// Plans the requests of one avail.
class AvailPlan
{
public:
    AvailPlan(const Subject &subject, const AvailStanding &standing, int number, const rules::Rulebook &book,
        const PlanOptions &options)
        : m_subject(subject)
        , m_standing(standing)
        , m_number(number)
        , m_book(book)
        , m_options(options)
    {
    }

    void make(std::vector<int> chosen, std::vector<PlannedRequest> &requests);

private:
    bool isWhole(const std::vector<int> &chosen) const;
    PlannedRequest whole() const;
    PlannedRequest put(int window);
    PlannedRequest taken(int window) const;
    std::string bodyOf(int window);
    QString firstError(const QByteArray &body) const;
    PlannedRequest begun(Operation operation, std::vector<int> windows) const;
    const WindowStanding &window(int index) const { return m_standing.windows[static_cast<std::size_t>(index)]; }

    const Subject &m_subject;
    const AvailStanding &m_standing;
    int m_number;
    const rules::Rulebook &m_book;
    const PlanOptions &m_options;
    std::vector<rules::WindowItem> m_items; ///< of the document's windows, once they are needed
};

PlannedRequest AvailPlan::begun(Operation operation, std::vector<int> windows) const
{
    PlannedRequest request;
    request.avail = m_number;
    request.windows = std::move(windows);
    request.operation = operation;
    request.about = availTitle(m_standing);
    request.target.licensor = m_subject.asks.empty() ? m_subject.licensor : m_subject.asks.front().target.licensor;
    return request;
}

/// Whether it has to go as a whole: that was asked for, it is all new, or what stands around the windows differs.
bool AvailPlan::isWhole(const std::vector<int> &chosen) const
{
    if (m_subject.reach != Reach::Full)
        return false;
    if (m_options.mode == Mode::Full || std::find(chosen.begin(), chosen.end(), Choice::Head) != chosen.end())
        return true;
    return m_standing.state == AvailStanding::State::NotThere && chosen.size() == m_standing.windows.size();
}

PlannedRequest AvailPlan::whole() const
{
    std::vector<int> about;
    if (m_standing.headDiffers)
        about.push_back(Choice::Head);
    for (std::size_t i = 0; i < m_standing.windows.size(); ++i) {
        if (differs(m_standing.windows[i].status))
            about.push_back(static_cast<int>(i));
    }
    PlannedRequest request = begun(Operation::PutFull, std::move(about));
    request.target.alid = m_subject.asks.front().target.alid;
    request.body = m_subject.document->text().toByteArray(); // to the last newline: what is on the disk is what is sent
    const int gone = m_standing.count(Status::Gone);
    if (m_standing.headDiffers && m_options.mode == Mode::Partial)
        request.notes << tr("What stands around the windows can only be sent with the whole avail.");
    if (m_standing.state == AvailStanding::State::Compared)
        request.notes << (gone > 0
                ? QCoreApplication::translate("Reconcile",
                    "It replaces everything that the partner has of this avail: %n window(s) that only the partner has "
                    "go with it.",
                    nullptr, gone)
                : tr("It replaces everything that the partner has of this avail."));
    if (!m_subject.twins.isEmpty() || !m_subject.elsewhere.empty())
        request.held = tr("Other documents have windows of this avail, which a put of the whole avail would take away. "
                          "Send single windows, or put them all into one document.");
    else if (m_options.keepGone && gone > 0)
        request.held = tr("The partner has windows that the document hasn't, and a put of the whole avail would take "
                          "them away, though they are to stay.");
    else
        request.held = firstError(request.body);
    return request;
}

/// The document with that window alone, from its own bytes.
std::string AvailPlan::bodyOf(int index)
{
    const WindowStanding &one = window(index);
    const auto row = static_cast<std::size_t>(one.row);
    if (m_subject.reach == Reach::Partial && m_subject.ids.size() == 1)
        return m_subject.document->text().toByteArray().toStdString();
    const auto items = [this](const Document &document) {
        const rules::Context context{*m_book.catalog, *m_book.vocabularies, document, rules::DocumentKind::Avail};
        return rules::windowItems(document, context);
    };
    if (!m_subject.ids[row].empty()) {
        if (m_items.empty())
            m_items = items(*m_subject.document);
        return row < m_items.size() ? m_items[row].body : std::string();
    }
    // The partner's ID is put into a copy.
    auto copy = Document::read(QByteArray::fromStdString(m_subject.document->root().raw()));
    if (!copy)
        return {};
    const Pointer place = Pointer().child("avail").child("Transaction").child(static_cast<std::uint32_t>(one.row));
    const std::string id = payload::encodeJsonString(one.transaction);
    const auto edit = (*copy)->find(place).member("_TransactionID")
        ? payload::Edit::set(place.child("_TransactionID"), id)
        : payload::Edit::insertMember(place, "_TransactionID", id, 0);
    if (!(*copy)->apply(edit))
        return {};
    const auto all = items(**copy);
    return row < all.size() ? all[row].body : std::string();
}

PlannedRequest AvailPlan::put(int index)
{
    const WindowStanding &one = window(index);
    PlannedRequest request = begun(Operation::PutPartial, {index});
    request.target.transaction = one.transaction;
    request.about += nameOf(one);
    if (m_subject.item >= 0)
        request.target.transaction = m_subject.asks.front().target.transaction;
    if (!one.note.isEmpty())
        request.notes << one.note;
    if (!one.cannot.isEmpty()) {
        request.held = one.cannot;
        return request;
    }
    request.body = QByteArray::fromStdString(bodyOf(index));
    if (m_subject.reach == Reach::Partial && !m_subject.twins.isEmpty())
        request.held = tr("Another document speaks of the same window: %1. Leave it in one of them only.")
                           .arg(m_subject.twins.join(u", "_s));
    else
        request.held = firstError(request.body);
    return request;
}

PlannedRequest AvailPlan::taken(int index) const
{
    PlannedRequest request = begun(Operation::DeletePartial, {index});
    request.target.transaction = window(index).transaction;
    request.about += nameOf(window(index));
    request.held = window(index).cannot;
    return request;
}

QString AvailPlan::firstError(const QByteArray &body) const
{
    const auto document = Document::read(body);
    if (!document)
        return sentence(document.error());
    rules::Validator validator(m_book, **document, m_options.severities, m_options.clock);
    validator.validate();
    if (validator.counts().errors == 0)
        return {};
    for (const rules::Problem &problem : validator.problems()) {
        if (problem.severity == rules::Severity::Error)
            return tr("%1 (%2). Correct it first.")
                .arg(problem.rule->message(problem, validator.context()), QString::fromLatin1(problem.rule->info().id));
    }
    return {};
}

void AvailPlan::make(std::vector<int> chosen, std::vector<PlannedRequest> &requests)
{
    std::erase_if(chosen, [this](int index) {
        return index == Choice::Head ? !m_standing.headDiffers || m_subject.reach != Reach::Full
                                     : !differs(window(index).status);
    });
    if (chosen.empty())
        return;
    if (isWhole(chosen)) {
        requests.push_back(whole());
        return;
    }
    for (const int index : chosen) {
        if (window(index).status != Status::Gone)
            requests.push_back(put(index));
    }
    for (const int index : chosen) {
        if (window(index).status == Status::Gone && !m_options.keepGone)
            requests.push_back(taken(index));
    }
}

} // namespace

std::vector<PlannedRequest> planRequests(const std::vector<Subject> &subjects, const std::vector<AvailStanding> &avails,
    std::vector<Choice> choices, const rules::Rulebook &book, const partners::PrimeEndpoint &endpoint,
    const PlanOptions &options)
{
    std::sort(choices.begin(), choices.end());
    choices.erase(std::unique(choices.begin(), choices.end()), choices.end());
    std::vector<PlannedRequest> requests;
    for (std::size_t i = 0; i < choices.size();) {
        const int avail = choices[i].avail;
        const auto at = static_cast<std::size_t>(avail);
        std::vector<int> windows;
        for (; i < choices.size() && choices[i].avail == avail; ++i) {
            if (at < avails.size() && choices[i].window < static_cast<int>(avails[at].windows.size()))
                windows.push_back(choices[i].window);
        }
        if (at < avails.size() && avails[at].isKnown())
            AvailPlan(subjects[at], avails[at], avail, book, options).make(std::move(windows), requests);
    }
    for (PlannedRequest &request : requests) {
        auto made = partners::makePrimeRequest(request.operation, request.target, endpoint, request.body);
        if (made)
            request.request = std::move(*made);
        else if (request.held.isEmpty())
            request.held = sentence(made.error());
        if (!request.held.isEmpty()) {
            request.result.state = Result::State::HeldBack;
            request.result.message = request.held;
        }
    }
    return requests;
}

std::vector<Choice> allDifferences(const std::vector<AvailStanding> &avails, bool withGone)
{
    std::vector<Choice> all;
    for (std::size_t i = 0; i < avails.size(); ++i) {
        if (!avails[i].isKnown())
            continue;
        const int avail = static_cast<int>(i);
        if (avails[i].headDiffers && avails[i].isFull)
            all.push_back({avail, Choice::Head});
        for (std::size_t k = 0; k < avails[i].windows.size(); ++k) {
            const Status status = avails[i].windows[k].status;
            if (differs(status) && (withGone || status != Status::Gone))
                all.push_back({avail, static_cast<int>(k)});
        }
    }
    return all;
}

} // namespace marquee::reconcile
