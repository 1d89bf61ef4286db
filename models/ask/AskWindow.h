// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ask/Answer.h"
#include "ask/Question.h"
#include "payload/Value.h"

#include <QStringList>

namespace marquee::ask {

/// What one window answers: nothing against it, and it grants.
struct WindowAnswer
{
    Grant grant; ///< void where something stands against it
    std::vector<Obstacle> obstacles;
    /// How far what was asked for is from the window's dates, in seconds; 0 where they aren't what stands against it.
    std::int64_t distance = 0;
};

/// Asks windows the same question, one by one.
class AskWindow
{
public:
    AskWindow(const rules::Rulebook &book, const Question &question)
        : m_book(book)
        , m_question(question)
    {
    }

    /// `place` is the window's, `number` its place among the others, from 0.
    WindowAnswer ask(const payload::Value &window, const payload::Pointer &place, std::uint32_t number);

private:
    void dates();
    void territories();
    void format();
    void languages();
    void allowed(const payload::Value &list);
    void holdbacks(const payload::Value &list);
    void delivered(const payload::Value &list);
    void terms();
    void term(const payload::Value &term, const payload::Pointer &place);
    void termDates(std::string_view name, const payload::Value &value, const payload::Pointer &place);
    void describe();
    void describeDates();
    void against(Reason reason, const payload::Pointer &place, const QString &words);
    void condition(const payload::Pointer &place, const QString &words);
    payload::Pointer placeOf(const char *member) const; ///< of the window where it is absent

    const rules::Rulebook &m_book;
    const Question &m_question;
    payload::Value m_window;
    WindowAnswer m_answer;
    QStringList m_prices;
    QString m_firstPrice;
};

} // namespace marquee::ask
