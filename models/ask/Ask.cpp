// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask/Ask.h"

#include "ask/AskWindow.h"
#include "ask/AskWords.h"
#include "payload/Document.h"
#include "rules/Kind.h"
#include "rules/MetadataBlocks.h"
#include "rules/Validator.h"

#include <QCoreApplication>

#include <tuple>

namespace marquee::ask {

using namespace Qt::StringLiterals;
using payload::Pointer;
using payload::Value;
using rules::DocumentKind;

namespace {

constexpr qsizetype LongestTitle = 200;

QString titleIn(const Value &details)
{
    for (const char *name : {"TitleInternalAlias", "SeasonTitleInternalAlias", "SeriesTitleInternalAlias"}) {
        const Value titles = details.member(name);
        const std::string title = titles.isString() ? titles.string() : titles.at(0).string();
        if (!title.empty())
            return QString::fromStdString(title).left(LongestTitle);
    }
    return {};
}

QString titleOf(const Value &avail)
{
    const Value asset = avail.member("Asset").at(0);
    for (const std::string_view block : rules::metadataBlocks) {
        if (const QString title = titleIn(asset.member(block)); !title.isEmpty())
            return title;
    }
    return QString::fromStdString(avail.member("ALID").string()).left(LongestTitle);
}

/// "Full Delete", "Delete": what the MDDF says beside the partner's two.
bool isTakenBack(const Value &entryType)
{
    return QString::fromStdString(entryType.string()).contains(u"delete"_s, Qt::CaseInsensitive);
}

/// Tells which of the windows that grant nothing comes nearest: the fewest reasons, and of those the dates that are
/// least away.
class Nearest
{
public:
    void look(const WindowAnswer &window)
    {
        const auto far = std::tuple(window.obstacles.size(), window.distance);
        if (!m_best || far < m_far) {
            m_best = window.obstacles.front();
            m_far = far;
        }
    }
    std::optional<Obstacle> take() { return std::move(m_best); }

private:
    std::optional<Obstacle> m_best;
    std::tuple<std::size_t, std::int64_t> m_far;
};

Answer askAvail(const Value &avail, const Pointer &place, const rules::Rulebook &book, const Question &question,
    const Limits &limits)
{
    Answer answer;
    answer.avail = place;
    answer.title = titleOf(avail);
    answer.alid = avail.member("ALID").string();
    const Value licensor = avail.member("Licensor");
    answer.licensor = licensor.isString() ? licensor.string() : licensor.member("DisplayName").string();
    const Value entryType = avail.member("Disposition").member("EntryType");
    const bool takenBack = isTakenBack(entryType);

    AskWindow asker(book, question);
    Nearest nearest;
    std::size_t listed = 0;
    const Value windows = avail.member("Transaction");
    const Pointer list = place.child("Transaction");
    for (std::uint32_t i = 0; windows.isArray() && i < windows.size() && !(limits.stop && *limits.stop); ++i) {
        const Pointer at = list.child(i);
        WindowAnswer window = asker.ask(windows.at(i), at, i);
        ++answer.windows;
        if (takenBack) {
            window.obstacles.push_back({at, window.grant.name, window.grant.id, Reason::Withdrawn,
                place.child("Disposition").child("EntryType"),
                QCoreApplication::translate("ask", "The avail takes its windows back (%1).")
                    .arg(QString::fromStdString(entryType.string()).left(40))});
        }
        if (window.obstacles.empty()) {
            ++answer.open;
            if (answer.grants.size() < limits.most)
                answer.grants.push_back(std::move(window.grant));
            else
                answer.isCut = true;
            continue;
        }
        nearest.look(window);
        if (listed++ >= limits.most)
            answer.isCut = true;
        else
            answer.obstacles.insert(answer.obstacles.end(), std::make_move_iterator(window.obstacles.begin()),
                std::make_move_iterator(window.obstacles.end()));
    }
    if (!answer.isAllowed())
        answer.nearest = nearest.take();
    answer.words = answerWords(answer, question, book);
    return answer;
}

} // namespace

std::vector<Answer> ask(
    const payload::Document &document, const rules::Rulebook &book, const Question &question, const Limits &limits)
{
    std::vector<Answer> answers;
    const Value root = document.root();
    const auto add = [&](const Value &avail, const Pointer &place) {
        if (avail.isObject() && !(limits.stop && *limits.stop))
            answers.push_back(askAvail(avail, place, book, question, limits));
    };
    const DocumentKind kind = rules::kindOf(root);
    if (kind == DocumentKind::Avail || kind == DocumentKind::AvailReply) {
        add(root.member("avail"), Pointer().child("avail"));
    } else if (kind == DocumentKind::Batch || kind == DocumentKind::BatchReply) {
        const bool isReply = kind == DocumentKind::BatchReply;
        const char *name = isReply ? "responseItems" : "requestItems";
        const Value items = root.member(name);
        for (std::uint32_t i = 0; items.isArray() && i < items.size(); ++i) {
            const Pointer item = Pointer().child(name).child(i);
            if (isReply)
                add(items.at(i).member("avail"), item.child("avail"));
            else
                add(items.at(i).member("body").member("avail"), item.child("body").child("avail"));
        }
    }
    return answers;
}

} // namespace marquee::ask
