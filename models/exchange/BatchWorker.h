// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchDesk.h"
#include "exchange/RowSource.h"
#include "exchange/Secrets.h"

namespace marquee::exchange {

// What BatchDesk has on the dispatcher's thread; not for others.

/// A run that can begin.
struct BatchDesk::Job
{
    BatchPlan plan;
    BatchOptions options;
    Environment environment;
    RunRecord record; ///< of one that goes on; number 0: a new one
    bool isFailedToo = false;
    std::shared_ptr<const RowMaker> rows; ///< where the items come from rows
    int number = 0; ///< of the desk's preparation
};

/// What the desk learns of its run.
struct BatchDesk::Update
{
    int job = 0;
    std::vector<std::pair<int, BatchItem>> items;
    BatchCounts counts;
    BatchRun::State state = BatchRun::State::Ready;
    QString problem;
    RunRecord record;
    double perSecond = -1;
    double secondsLeft = -1;
};

/// Journal, courier, secrets and the run.
class BatchDesk::Worker : public QObject
{
public:
    Worker(BatchDesk *desk, rules::Rulebook rulebook, ReadFile read, const QString &journalPath);

    void begin(Job job);
    void pause();
    void goOn();
    void stop();
    void retryFailed();
    void giveSecret(const SecretSource &source, const QByteArray &secret) { secrets().giveForSession(source, secret); }
    QByteArray report(ReportFormat format) const;

private:
    Expected<void> open();
    Secrets &secrets();
    void run(Job job);
    void tell(const QList<int> &indices);
    void fail(const QString &problem);

    BatchDesk *m_desk; ///< lives as long as this
    rules::Rulebook m_rulebook;
    ReadFile m_read;
    QString m_journalPath;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Courier> m_courier;
    std::unique_ptr<Secrets> m_secrets;
    std::shared_ptr<Channel> m_channel;
    std::unique_ptr<BatchRun> m_run;
    int m_job = 0;
    bool m_isStopped = false;
};

} // namespace marquee::exchange
