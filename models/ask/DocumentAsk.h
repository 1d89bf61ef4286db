// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ask/Ask.h"
#include "payload/Text.h"
#include "rules/Validator.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace marquee::ask {

/// Asks one text, a snapshot of a document or a reply's body, on another thread. Of several questions that come in
/// while it works, the last counts. Of the thread that made it.
class DocumentAsk : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t MostWindows = 500; ///< of an avail that are listed

    explicit DocumentAsk(rules::Rulebook book, QObject *parent = nullptr);
    ~DocumentAsk() override;

    /// Begins anew; an earlier question ends without a word. `finished` follows.
    void start(const payload::Text &text, const Question &question);
    void cancel(); ///< what is on its way doesn't count
    bool isRunning() const { return m_stop != nullptr; }

    const std::vector<Answer> &answers() const { return m_answers; } ///< of the last question that was answered
    const std::optional<Error> &error() const { return m_error; } ///< why there are none

Q_SIGNALS:
    void finished();

private:
    rules::Rulebook m_book;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of what runs
    std::vector<Answer> m_answers;
    std::optional<Error> m_error;
    QThreadPool m_pool;
};

} // namespace marquee::ask
