// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Compare.h"
#include "changes/Report.h"
#include "changes/Words.h"
#include "rules/Validator.h"

#include <QObject>
#include <QThreadPool>

#include <array>
#include <atomic>
#include <memory>
#include <optional>

namespace marquee::compare {

enum class Side : std::uint8_t
{
    Before,
    After
};

/// Compares two texts on another thread. Of several requests that come in while it works, the last counts. Of the
/// thread that made it.
class PairComparer : public QObject
{
    Q_OBJECT

public:
    /// Of more differences, so many are listed.
    static constexpr std::size_t Most = 5000;

    explicit PairComparer(rules::Rulebook book, QObject *parent = nullptr);
    ~PairComparer() override;

    /// What stands on a side from now on. `isReply`: it came from a partner.
    void setSide(Side side, const QByteArray &bytes, bool isReply);
    void clearSide(Side side);
    bool hasSide(Side side) const { return m_sides[static_cast<std::size_t>(side)].has_value(); }
    void swap();
    void setLeniency(bool anyOrder, const changes::Ignoring &ignoring);

    void start(); ///< both sides have to be there; `finished` follows
    void cancel(); ///< what is on its way doesn't count
    bool isRunning() const { return m_stop != nullptr; }

    /// Of what was compared last.
    const changes::Comparison &comparison() const { return m_comparison; }
    struct Failure
    {
        Side side = Side::Before;
        Error error;
    };
    const std::optional<Failure> &failure() const { return m_failure; } ///< why there is none
    bool hasResult() const { return m_documents != nullptr; }
    /// The differences in the words for a report, with what is secret masked. Only with a result.
    changes::Comparison describedFor(const changes::Secrecy &secrecy) const;

Q_SIGNALS:
    void finished();

private:
    struct Text
    {
        QByteArray bytes;
        bool isReply = false;
    };
    struct Documents;
    struct Job;
    static void work(Job &job);
    void take(Job &job);
    void forget();

    rules::Rulebook m_book;
    std::array<std::optional<Text>, 2> m_sides;
    changes::Options m_options;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of what runs
    std::shared_ptr<Documents> m_documents;
    changes::Comparison m_comparison;
    std::optional<Failure> m_failure;
    QThreadPool m_pool;
};

} // namespace marquee::compare
