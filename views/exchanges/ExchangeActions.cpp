// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges/ExchangeActions.h"

#include <QAction>
#include <QMenu>

namespace marquee::exchanges {

using namespace Qt::StringLiterals;

ExchangeActions::ExchangeActions(QObject *parent)
    : QObject(parent)
{
    const auto make = [this](What what, const QString &name, const QString &text, const QString &tip = {}) {
        m_actions[what] = new QAction(text, this);
        m_actions[what]->setObjectName(name);
        m_actions[what]->setToolTip(tip.isEmpty() ? text : tip);
    };
    make(Inspect, u"exchangeInspectAction"_s, tr("Inspect answer"),
        tr("Shows the answer as a summary, a tree, a table and text, with its headers."));
    make(OpenAnswer, u"exchangeOpenAction"_s, tr("Open answer as document"));
    make(SaveAnswer, u"exchangeSaveAction"_s, tr("Save answer…"));
    make(CopyCurl, u"exchangeCurlAction"_s, tr("Copy as curl"), tr("Secrets stay names: the shell fills them in."));
    make(SendAgain, u"exchangeAgainAction"_s, tr("Send again as a new request"),
        tr("Opens what was sent as a new document, to be looked at and sent."));
    make(AskBack, u"exchangeAskAction"_s, tr("Ask the partner"),
        tr("Gets what the partner has, and compares it with what was sent."));
    make(Compare, u"exchangesCompareAction"_s, tr("Compare the two"));
    make(Export, u"exchangesExportAction"_s, tr("Export…"));
}

void ExchangeActions::update(const exchange::Exchange *shown, int selected, bool mayExport)
{
    const bool isOne = shown && selected <= 1;
    const bool hasAnswer = isOne && shown->done && !shown->reply.body.isEmpty();
    m_actions[Inspect]->setEnabled(isOne && shown->done && shown->reply.status != 0);
    m_actions[OpenAnswer]->setEnabled(hasAnswer);
    m_actions[SaveAnswer]->setEnabled(hasAnswer);
    m_actions[CopyCurl]->setEnabled(isOne);
    m_actions[SendAgain]->setEnabled(isOne && !shown->isCut && !shown->request.body.isEmpty());
    m_actions[SendAgain]->setToolTip(shown && shown->isCut
            ? tr("The journal didn't keep all of what was sent, so it can't be sent again from here.")
            : tr("Opens what was sent as a new document, to be looked at and sent."));
    m_actions[AskBack]->setVisible(isOne && exchange::canAskBack(*shown));
    m_actions[Compare]->setEnabled(selected == 2);
    m_actions[Export]->setVisible(mayExport);
    m_actions[Export]->setEnabled(selected > 0);
}

QMenu *ExchangeActions::makeMenu(QWidget *parent) const
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"exchangesMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const What what : {AskBack, Inspect, OpenAnswer, SaveAnswer, CopyCurl, SendAgain})
        menu->addAction(m_actions[what]);
    menu->addSeparator();
    menu->addAction(m_actions[Compare]);
    menu->addAction(m_actions[Export]);
    return menu;
}

} // namespace marquee::exchanges
