// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/RunWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace marquee::batch {

using exchange::BatchDesk;
using State = BatchDesk::State;

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("Batch", words);
}

} // namespace

QString runHeadline(const BatchDesk &desk)
{
    const exchange::BatchCounts &counts = desk.counts();
    const QLocale locale;
    const QString all = locale.toString(counts.items);
    const QString done = locale.toString(desk.options().dryRun ? counts.items - counts.waiting : counts.done());
    switch (desk.state()) {
    case State::None:
        return {};
    case State::Preparing:
        return tr("Getting ready…");
    case State::Running:
        return desk.options().dryRun ? tr("Dry run: %1 of %2 looked at").arg(done, all)
                                     : tr("%1 of %2 done").arg(done, all);
    case State::Paused:
        return tr("Paused: %1 of %2 done").arg(done, all);
    case State::Stopping:
        return tr("Stopping: waiting for %1 on their way").arg(locale.toString(counts.sending));
    case State::Finished:
        break;
    }
    if (desk.size() == 0)
        return tr("Nothing was sent");
    if (desk.options().dryRun)
        return tr("Dry run: %1 ready to send, %2 not")
            .arg(locale.toString(counts.sending), locale.toString(counts.done()));
    return counts.waiting > 0 ? tr("Stopped: %1 of %2 done").arg(done, all) : tr("All %1 done").arg(all);
}

QString runTime(const BatchDesk &desk)
{
    if (desk.state() != State::Running || desk.itemsPerSecond() <= 0)
        return {};
    const QLocale locale;
    const double rate = desk.itemsPerSecond();
    const QString speed = rate >= 1.5 ? tr("%1 items a second").arg(locale.toString(std::round(rate), 'f', 0))
                                      : tr("%1 items a minute").arg(locale.toString(std::ceil(rate * 60), 'f', 0));
    const double left = desk.secondsLeft();
    if (left < 0)
        return speed;
    const QString rest = left < 10 ? tr("a few seconds left")
        : left < 90                ? tr("about %1 seconds left").arg(locale.toString(std::ceil(left / 10) * 10, 'f', 0))
        : left < 5400              ? tr("about %1 minutes left").arg(locale.toString(std::ceil(left / 60), 'f', 0))
                                   : tr("about %1 hours left").arg(locale.toString(std::ceil(left / 3600), 'f', 0));
    return tr("%1, %2").arg(speed, rest);
}

QString runVerdict(const BatchDesk &desk)
{
    const exchange::BatchCounts &counts = desk.counts();
    const QLocale locale;
    if (counts.met + counts.missed == 0)
        return {};
    if (counts.missed == 0)
        return tr("%1 as expected").arg(locale.toString(counts.met));
    return tr("%1 as expected, %2 not").arg(locale.toString(counts.met), locale.toString(counts.missed));
}

} // namespace marquee::batch
