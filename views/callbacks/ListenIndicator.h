// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace marquee::callbacks {

class CallbackDesk;

/// For the status bar: that callbacks are received, and how many came that nobody has looked at. Hidden while nothing
/// is received. A click is for showing the callbacks.
class ListenIndicator : public QPushButton
{
    Q_OBJECT

public:
    /// The desk has to outlive it.
    explicit ListenIndicator(CallbackDesk &desk, QWidget *parent = nullptr);

public Q_SLOTS:
    void forgetNews(); ///< somebody looked

private:
    void refresh();

    CallbackDesk &m_desk;
    int m_news = 0;
};

} // namespace marquee::callbacks
