// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeList.h"

#include <QObject>

#include <array>

class QAction;
class QMenu;

namespace marquee::exchanges {

/// What can be done with exchanges, as actions: one set for buttons and the rows' menu alike.
class ExchangeActions : public QObject
{
    Q_OBJECT

public:
    enum What : std::uint8_t
    {
        Inspect,
        OpenAnswer,
        SaveAnswer,
        CopyCurl,
        SendAgain,
        AskBack,
        Compare,
        Export,
        WhatCount
    };

    explicit ExchangeActions(QObject *parent = nullptr);

    QAction *action(What what) const { return m_actions[what]; }
    /// Allows what can be done: `shown` is the one in detail (null: none), `selected` how many rows are selected.
    void update(const exchange::Exchange *shown, int selected, bool mayExport);
    /// The rows' menu; deletes itself when it closes.
    QMenu *makeMenu(QWidget *parent) const;

private:
    std::array<QAction *, WhatCount> m_actions{};
};

} // namespace marquee::exchanges
