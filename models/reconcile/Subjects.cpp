// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/Subjects.h"

#include "exchange/BatchSource.h"
#include "payload/Document.h"
#include "rules/BatchFacts.h"
#include "rules/Kind.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace marquee::reconcile {

using namespace Qt::StringLiterals;
using partners::Operation;
using partners::PrimeTarget;
using partners::Reach;
using payload::Value;
using rules::DocumentKind;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Reconcile", text);
}

QString text(const Value &value)
{
    return QString::fromStdString(value.string());
}

QString titleOf(const Value &avail)
{
    const Value asset = avail.member("Asset").at(0);
    for (const char *block : {"Metadata", "EpisodeMetadata", "SeasonMetadata", "SeriesMetadata", "VolumeMetadata"}) {
        for (const char *name : {"TitleInternalAlias", "TitleDisplayUnlimited", "SeasonTitleInternalAlias"}) {
            const Value found = asset.member(block).member(name);
            if (const QString title = text(found.isArray() ? found.at(0) : found); !title.isEmpty())
                return title;
        }
    }
    return {};
}

/// Makes the subjects of one source after the other.
class Maker
{
public:
    Maker(const PrimeTarget &usual, const AddressWish &wish, std::vector<Subject> &made)
        : m_usual(usual)
        , m_wish(wish)
        , m_made(made)
    {
    }

    void add(const Source &source);

private:
    Subject named(const Source &source) const
    {
        Subject subject;
        subject.key = source.key;
        subject.name = source.name;
        return subject;
    }
    void leaveOut(Subject subject, const QString &why, bool isUnreadable = false);
    void addAvail(Subject subject, std::shared_ptr<const payload::Document> document, PrimeTarget target);
    void addBatch(const Source &source, const payload::Document &batch);
    void askFull(Subject &subject, const PrimeTarget &target) const;
    static void askWindows(Subject &subject, const PrimeTarget &target);

    PrimeTarget m_usual;
    AddressWish m_wish;
    std::vector<Subject> &m_made;
};

void Maker::leaveOut(Subject subject, const QString &why, bool isUnreadable)
{
    subject.leftOut = why;
    subject.isUnreadable = isUnreadable;
    subject.document.reset();
    subject.asks.clear();
    m_made.push_back(std::move(subject));
}

void Maker::add(const Source &source)
{
    if (!source.problem.isEmpty()) {
        leaveOut(named(source), source.problem, true);
        return;
    }
    auto document = payload::Document::read(source.text);
    if (!document) {
        leaveOut(named(source), sentence(document.error()), true);
        return;
    }
    const Value root = (*document)->root();
    switch (rules::kindOf(root)) {
    case DocumentKind::Avail:
        addAvail(named(source), std::shared_ptr<const payload::Document>(std::move(*document)), {});
        break;
    case DocumentKind::AvailReply: {
        Subject subject = named(source);
        subject.alid = text(root.member("avail").member("ALID"));
        subject.title = titleOf(root.member("avail"));
        leaveOut(std::move(subject), tr("This is a partner's reply. Take “success” out to compare it as a document."));
        break;
    }
    case DocumentKind::Batch:
        addBatch(source, **document);
        break;
    default:
        break;
    }
}

void Maker::addAvail(Subject subject, std::shared_ptr<const payload::Document> document, PrimeTarget target)
{
    const Value avail = document->root().member("avail");
    subject.reach = subject.item >= 0 ? Reach::Partial : exchange::reachOf(avail);
    target = partners::merged(partners::merged(m_usual, partners::targetOf(*document)), target);
    subject.licensor = target.licensor;
    subject.alid = text(avail.member("ALID"));
    subject.title = titleOf(avail);
    const Value windows = avail.member("Transaction");
    for (std::uint32_t i = 0; i < windows.size(); ++i)
        subject.ids.push_back(windows.at(i).member("_TransactionID").string());
    if (!avail.isObject()) {
        leaveOut(std::move(subject), tr("There is no avail in it."));
        return;
    }
    if (target.licensor.isEmpty()) {
        leaveOut(
            std::move(subject), tr("It names no licensor. Fill in Licensor › DisplayName to ask the partner for it."));
        return;
    }
    if (subject.reach == Reach::Full && target.alid.isEmpty()) {
        leaveOut(std::move(subject), tr("It has no avail ID. Fill in ALID to ask the partner for it."));
        return;
    }
    subject.document = std::move(document);
    if (subject.reach == Reach::Full)
        askFull(subject, target);
    else
        askWindows(subject, target);
    m_made.push_back(std::move(subject));
}

void Maker::askFull(Subject &subject, const PrimeTarget &target) const
{
    Ask ask;
    ask.operation = Operation::GetFull;
    ask.target.licensor = target.licensor;
    ask.target.alid = target.alid;
    ask.target.territory = m_wish.territory.isEmpty() ? target.territory : m_wish.territory;
    ask.target.businessLine = m_wish.businessLine.isEmpty() ? target.businessLine : m_wish.businessLine;
    subject.asks.push_back(ask);
    if (ask.target.territory.isEmpty() && subject.ids.size() > 1)
        subject.notes << tr("Its windows are for several territories, so the partner is asked without one.");
}

void Maker::askWindows(Subject &subject, const PrimeTarget &target)
{
    std::set<std::string> seen;
    for (std::size_t i = 0; i < subject.ids.size(); ++i) {
        const std::string &id = subject.ids[i];
        if (id.empty())
            continue;
        if (!seen.insert(id).second) {
            subject.notes << tr("The window ID %1 stands twice in it: the partner can keep one of them only.")
                                 .arg(QString::fromStdString(id));
        }
        Ask ask;
        ask.operation = Operation::GetPartial;
        ask.target.licensor = target.licensor;
        // The path of a batch's item is what counts, and it has one window.
        ask.target.transaction = subject.item >= 0 ? target.transaction : QString::fromStdString(id);
        ask.window = static_cast<int>(i);
        subject.asks.push_back(ask);
    }
}

void Maker::addBatch(const Source &source, const payload::Document &batch)
{
    const Value items = batch.root().member("requestItems");
    int without = 0;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        const Value item = items.at(i);
        const Value body = item.member("body");
        const auto path = rules::BatchPath::parse(item.member("path").string());
        auto document = body.member("avail").isObject() && path
            ? payload::Document::read(QByteArray::fromStdString(body.raw()))
            : tl::unexpected(Error());
        if (!document) {
            ++without;
            continue;
        }
        Subject subject = named(source);
        subject.item = static_cast<int>(i);
        subject.base = payload::Pointer().child("requestItems").child(i).child("body");
        PrimeTarget target;
        target.licensor = QString::fromStdString(path->licensor);
        target.transaction = QString::fromStdString(path->transaction);
        addAvail(std::move(subject), std::shared_ptr<const payload::Document>(std::move(*document)), target);
    }
    if (without > 0) {
        leaveOut(named(source),
            QCoreApplication::translate(
                "Reconcile", "%n item(s) of this batch have no avail to compare.", nullptr, without));
    }
}

/// Documents that speak of the same get to know of each other.
void findTwins(std::vector<Subject> &subjects)
{
    using Who = std::vector<std::size_t>;
    std::map<QStringList, Who> byAddress;
    std::map<QStringList, Who> byAvail;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const Subject &subject = subjects[i];
        if (!subject.document)
            continue;
        byAvail[{subject.licensor, subject.alid}].push_back(i);
        for (const Ask &ask : subject.asks)
            byAddress[{ask.target.licensor, ask.target.alid, ask.target.territory, ask.target.businessLine,
                          ask.target.transaction}]
                .push_back(i);
    }
    for (const auto &[address, who] : byAddress) {
        for (const std::size_t one : who) {
            for (const std::size_t other : who) {
                const QString &name = subjects[other].name;
                if (one != other && !subjects[one].twins.contains(name))
                    subjects[one].twins << name;
            }
        }
    }
    for (const auto &[avail, who] : byAvail) {
        for (const std::size_t one : who) {
            Subject &subject = subjects[one];
            if (subject.reach != Reach::Full || who.size() < 2)
                continue;
            for (const std::size_t other : who) {
                if (other != one)
                    subject.elsewhere.insert(
                        subject.elsewhere.end(), subjects[other].ids.begin(), subjects[other].ids.end());
            }
            std::erase(subject.elsewhere, std::string());
            std::sort(subject.elsewhere.begin(), subject.elsewhere.end());
        }
    }
    for (Subject &subject : subjects) {
        if (!subject.twins.isEmpty())
            subject.notes << (subject.reach == Reach::Full ? tr("Another document speaks of the same avail: %1.")
                                                           : tr("Another document speaks of the same window: %1."))
                                 .arg(subject.twins.join(u", "_s));
    }
}

} // namespace

std::vector<Subject> subjectsOf(const std::vector<Source> &sources, const PrimeTarget &usual, const AddressWish &wish)
{
    std::vector<Subject> made;
    Maker maker(usual, wish, made);
    for (const Source &source : sources)
        maker.add(source);
    findTwins(made);
    return made;
}

} // namespace marquee::reconcile
