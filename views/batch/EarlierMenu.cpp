// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/EarlierMenu.h"

#include <QLocale>
#include <QPointer>

namespace marquee::batch {

using namespace Qt::StringLiterals;

EarlierMenu::EarlierMenu(exchange::BatchDesk &desk, QWidget *parent)
    : QMenu(parent)
    , m_desk(desk)
{
    connect(this, &QMenu::aboutToShow, this, &EarlierMenu::fill);
}

void EarlierMenu::addNewRun()
{
    m_offersNew = true;
}

void EarlierMenu::begin()
{
    clear();
    if (!m_offersNew)
        return;
    addAction(tr("&Begin a new run…"), this, &EarlierMenu::newWanted)->setObjectName(u"batchNew"_s);
    addSection(tr("Go on with an earlier one"));
}

void EarlierMenu::fill()
{
    begin();
    addAction(tr("Looking into the journal…"))->setEnabled(false);
    m_desk.list([self = QPointer(this)](const std::vector<exchange::RunRecord> &runs) {
        if (self)
            self->listed(runs);
    });
}

void EarlierMenu::listed(const std::vector<exchange::RunRecord> &runs)
{
    begin();
    for (const exchange::RunRecord &run : runs) {
        const QString when = QLocale().toString(run.started.toLocalTime(), QLocale::ShortFormat);
        QAction *action = addAction(tr("%1: %2 in “%3”").arg(when, run.operation, run.environment));
        connect(action, &QAction::triggered, this,
            [this, name = run.name, where = run.environment] { Q_EMIT resumeWanted(name, where); });
    }
    if (runs.empty())
        addAction(tr("There is none"))->setEnabled(false);
}

} // namespace marquee::batch
