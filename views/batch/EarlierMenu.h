// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchDesk.h"

#include <QMenu>

namespace marquee::batch {

/// The journal's runs, to go on with one. It looks into the journal whenever it is opened.
class EarlierMenu : public QMenu
{
    Q_OBJECT

public:
    /// The desk has to outlive the menu.
    EarlierMenu(exchange::BatchDesk &desk, QWidget *parent);

    void addNewRun(); ///< offers to begin another run, too

Q_SIGNALS:
    void newWanted();
    void resumeWanted(const QString &run, const QString &environment);

private:
    void fill();
    void listed(const std::vector<exchange::RunRecord> &runs);
    void begin();

    exchange::BatchDesk &m_desk;
    bool m_offersNew = false;
};

} // namespace marquee::batch
