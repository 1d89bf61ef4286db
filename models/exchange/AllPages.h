// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Atom.h"
#include "partners/Outcome.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace marquee::exchange {

/// Whether an answer to it may come in pages.
bool isPaged(partners::Operation operation);

/// Asks Atom Tickets page by page, and makes one reply of what comes. Nobody documents whether pages count from 0 or
/// 1, so the first question names none (unless it was told to), and the others count on from what the first answer
/// calls itself.
///
/// It says what to ask next and takes what came; whoever uses it sends. What a partner may get wrong ends it rather
/// than going round for ever: a page that came before, another page than the one asked for. It says so in notes().
/// Not thread-safe.
class AllPages
{
public:
    static constexpr int MostPages = 10000;
    static constexpr qsizetype MostBytes = 256 * 1024 * 1024; ///< of the one reply

    /// `body`: of ProductionByIds, where it is to go out as it is written; only its "page" is changed, and that from
    /// the second page on. `isWanted` false: one question, whose reply is left byte for byte.
    AllPages(
        partners::Operation operation, partners::AtomTarget asked, const QByteArray &body = {}, bool isWanted = true);

    /// What to ask now.
    const partners::AtomTarget &target() const { return m_target; }
    const QByteArray &body() const { return m_body; }

    /// Takes how that ended. True: there is another page to ask for.
    bool take(const partners::Outcome &outcome, const partners::Reply &reply, int attempts = 1);

    int pages() const { return m_pages; } ///< that are in the reply
    int total() const { return m_total; } ///< as the partner last said; 0: not known
    int attempts() const { return m_attempts; } ///< of all questions together
    /// What isn't as it should be, in words, for people.
    const QStringList &notes() const { return m_notes; }

    /// How it ended. Where pages are missing that the partner speaks of it is accepted, and the exit code is 1. A page
    /// that couldn't be fetched is the outcome of all: then nothing of the others is kept.
    partners::Outcome outcome() const;
    /// One reply: the first page, with the productions of the others behind its own, byte for byte, and the last page's
    /// pageInfo in place of its own. Status and headers are the last one's; times and bytes are those of all together.
    partners::Reply reply() const;

private:
    struct Page;
    enum class End : std::uint8_t
    {
        None,
        Whole,
        Early, ///< there are more, and they can't be had
        Broken ///< a question failed
    };

    bool takeFirst(const Page &page);
    bool takeNext(const Page &page);
    bool isRepeated(const Page &page, int number);
    void add(const Page &page);
    void noteTotal(int total);
    int lastNumber() const;
    bool next();
    bool stop(const QString &note);
    bool breakOff(const partners::Outcome &outcome, const partners::Reply &reply);
    QByteArray merged() const;

    partners::Operation m_operation;
    bool m_isWanted;
    std::optional<int> m_asked; ///< the page that it was told to begin with
    partners::AtomTarget m_target;
    QByteArray m_body;

    End m_end = End::None;
    int m_pages = 0;
    int m_total = 0;
    int m_attempts = 0;
    int m_base = 0; ///< what the first page calls itself
    int m_number = 0; ///< what the last one that was taken calls itself
    int m_productions = 0;
    QHash<QByteArray, int> m_seen; ///< what was on a page → its number
    QStringList m_notes;
    QByteArray m_first; ///< the first page, whole
    QByteArray m_more; ///< the productions of the others, each with a separator before it
    QByteArray m_pageInfo; ///< the last one's, as it is written
    partners::Outcome m_outcome;
    partners::Reply m_reply;
};

} // namespace marquee::exchange
