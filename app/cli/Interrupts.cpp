// SPDX-License-Identifier: GPL-3.0-or-later
#include "Interrupts.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace marquee::cli {

namespace {

int signalPipe[2] = {-1, -1};

/// In a signal nothing but a write is safe; the event loop takes it from there.
void onSignal(int number)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[0], &byte, 1);
    std::signal(number, SIG_DFL); // who asks twice doesn't want to wait
}

} // namespace

struct Interrupts::Notifier
{
    Notifier()
        : notifier(signalPipe[1], QSocketNotifier::Read)
    {
    }
    QSocketNotifier notifier;
};

std::unique_ptr<Interrupts> Interrupts::listen(std::function<void()> heard)
{
    std::unique_ptr<Interrupts> interrupts(new Interrupts);
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return interrupts;
    interrupts->m_notifier = std::make_unique<Notifier>();
    QObject::connect(&interrupts->m_notifier->notifier, &QSocketNotifier::activated, &interrupts->m_notifier->notifier,
        [heard = std::move(heard)] {
            char byte = 0;
            [[maybe_unused]] const auto taken = ::read(signalPipe[1], &byte, 1);
            heard();
        });
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    return interrupts;
}

Interrupts::~Interrupts()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    m_notifier.reset();
    for (int &end : signalPipe) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

} // namespace marquee::cli
