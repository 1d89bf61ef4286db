// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchReport.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>

namespace marquee::batch {
class BatchPanel;
}
namespace marquee::exchange {
class BatchDesk;
struct SecretSource;
}

namespace marquee::shell {

class ActivityDock;

/// Batch runs: asks for them, shows them in the activity dock, and saves what they came to.
class BatchLink : public QObject
{
    Q_OBJECT

public:
    BatchLink(const Frame &frame, const Models &models, ActivityDock &activity, QObject *parent);

    /// A run that goes on is asked about before the window closes.
    bool mayEnd();
    void giveSecret(const exchange::SecretSource &source, const QByteArray &secret);

Q_SIGNALS:
    /// Its document is to be seen, and in it the window that the item was about.
    void itemWanted(const QString &file, const QString &transaction);

private:
    void ask();
    void resume(const QString &run, const QString &environment);
    void exportReport(exchange::ReportFormat format);

    const Frame m_frame;
    const Models m_models;
    ActivityDock &m_activity;
    exchange::BatchDesk *m_desk;
    batch::BatchPanel *m_panel;
};

} // namespace marquee::shell
