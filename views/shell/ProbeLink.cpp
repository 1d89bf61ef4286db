// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ProbeLink.h"

#include "exchange/EnvironmentList.h"
#include "exchange/ProbeDesk.h"
#include "probe/ProbePanel.h"
#include "shell/ActivityDock.h"
#include "shell/EnvironmentButton.h"
#include "shell/FileDesk.h"
#include "shell/HelpSheets.h"
#include "shell/MessageBar.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QMainWindow>

namespace marquee::shell {

using probe::ProbePanel;
using workspace::OpenDocument;

ProbeLink::ProbeLink(const Frame &frame, const Models &models, ActivityDock &activity, FileDesk &files, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_desk(new exchange::ProbeDesk(m_models.dispatcher, m_models.rulebook, {}, this))
    , m_panel(new ProbePanel(*m_desk, m_models.rulebook.rules, &activity))
{
    activity.addPage(m_panel, tr("Probe"));
    connect(m_frame.actions.action("exchange.probe"), &QAction::triggered, this, [this, &activity] { activity.showPage(m_panel); });
    connect(m_panel, &ProbePanel::probeWanted, this, &ProbeLink::start);
    connect(m_panel, &ProbePanel::exportWanted, this, [this, &files](const QByteArray &report, const QString &ending) {
        files.saveBytes(report, tr("probe of %1").arg(m_desk->documentName()) + u'.' + ending);
    });
    connect(m_panel, &ProbePanel::explainWanted, this, [this](const QString &id) { showRule(*m_models.rulebook.rules, id, &m_frame.window); });
    connect(m_panel, &ProbePanel::openVariantWanted, this, [this](const QByteArray &text, const QString &name) {
        m_models.documents.take(text, OpenDocument::Origin::Pasted, name);
    });
}

void ProbeLink::setDocument(OpenDocument *document)
{
    m_document = document;
    showStage();
}

void ProbeLink::showStage()
{
    m_panel->setStage(m_document && m_document->kind() == rules::DocumentKind::Avail ? m_document->name() : QString(), environmentTitle(m_models.environments.current().name));
}

void ProbeLink::giveSecret(const exchange::SecretSource &source, const QByteArray &secret)
{
    m_desk->giveSecret(source, secret);
}

void ProbeLink::start()
{
    if (m_document)
        m_document->finishTyping();
    if (m_document && m_document->hasPendingText())
        m_frame.messages.say(MessageBar::Kind::Error, tr("The text isn't well-formed, so the partner can't be probed with it. Put it right first."));
    else if (m_document)
        m_desk->start(m_document->bytes(), m_document->name(), m_models.environments.current());
}

} // namespace marquee::shell
