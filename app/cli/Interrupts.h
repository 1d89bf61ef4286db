// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace marquee::cli {

/// Hears SIGINT and SIGTERM in the event loop. A second one ends the process as if nobody listened. One at a time in a
/// process.
class Interrupts
{
public:
    static std::unique_ptr<Interrupts> listen(std::function<void()> heard);
    ~Interrupts();

private:
    Interrupts() = default;
    struct Notifier;
    std::unique_ptr<Notifier> m_notifier;
};

} // namespace marquee::cli
