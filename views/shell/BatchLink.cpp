// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/BatchLink.h"

#include "batch/BatchDialog.h"
#include "batch/BatchPanel.h"
#include "exchange/BatchDesk.h"
#include "exchange/EnvironmentList.h"
#include "shell/ActivityDock.h"
#include "shell/Dialogs.h"
#include "shell/EnvironmentButton.h"
#include "shell/MessageBar.h"
#include "shell/StatusLine.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/Files.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QDir>
#include <QMainWindow>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using exchange::BatchDesk;
using workspace::OpenDocument;

BatchLink::BatchLink(const Frame &frame, const Models &models, ActivityDock &activity, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_activity(activity)
    , m_desk(new BatchDesk(m_models.dispatcher, m_models.rulebook, workspace::readFile, {}, this))
    , m_panel(new batch::BatchPanel(*m_desk, &m_activity))
{
    m_activity.addPage(m_panel, tr("Batch runs"));
    connect(m_frame.actions.action("exchange.batch"), &QAction::triggered, this, &BatchLink::ask);
    connect(m_panel, &batch::BatchPanel::newBatchWanted, this, &BatchLink::ask);
    connect(m_panel, &batch::BatchPanel::resumeWanted, this, &BatchLink::resume);
    connect(m_panel, &batch::BatchPanel::exportWanted, this, &BatchLink::exportReport);
    connect(m_panel, &batch::BatchPanel::openItemWanted, this, &BatchLink::itemWanted);
    connect(m_desk, &BatchDesk::stateChanged, this, [this] {
        if (m_desk->state() == BatchDesk::State::Finished)
            m_frame.status.say(m_desk->problem().isEmpty() ? tr("The batch run has ended") : m_desk->problem());
    });
    connect(m_desk, &BatchDesk::progressed, this, [this] { m_activity.setCount(m_panel, m_desk->size()); });
}

bool BatchLink::mayEnd()
{
    return !m_desk->isActive()
        || m_frame.dialogs.confirm(&m_frame.window, tr("End the batch run?"),
            tr("What was sent stays sent. You can go on with the run later, from its page."), tr("End it"));
}

void BatchLink::giveSecret(const exchange::SecretSource &source, const QByteArray &secret)
{
    m_desk->giveSecret(source, secret);
}

void BatchLink::ask()
{
    if (m_desk->isActive()) {
        m_activity.showPage(m_panel);
        m_frame.messages.say(MessageBar::Kind::Hint, tr("A batch run is going on. Stop it, or wait for it to end."));
        return;
    }
    batch::BatchDialog::Stage stage;
    stage.folder = m_models.folder.folder();
    for (const OpenDocument *document : m_models.documents.all()) {
        if (!document->path().isEmpty()) {
            stage.openFiles << document->path();
            stage.unsaved += document->isModified() ? 1 : 0;
        }
    }
    stage.chooseFiles = [this] { return m_frame.dialogs.openFiles(&m_frame.window, m_models.folder.folder()); };
    const exchange::EnvironmentList &environments = m_models.environments;
    stage.environment = environments.current();
    stage.environmentTitle = environmentTitle(stage.environment.name);
    stage.environmentColour = colorOf(environments, static_cast<std::size_t>(&environments.current() - environments.all().data()));
    auto *dialog = new batch::BatchDialog(*m_desk, std::move(stage), &m_frame.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_desk->start(dialog->inputs(), dialog->options(), dialog->environment());
        m_activity.showPage(m_panel);
    });
    dialog->open();
}

void BatchLink::resume(const QString &run, const QString &environment)
{
    const exchange::Environment &chosen = m_models.environments.current();
    if (chosen.name == environment && chosen.isProtected
        && !m_frame.dialogs.confirmProtected(&m_frame.window, environment, tr("Go on with the run")))
        return;
    m_desk->resume(run, chosen);
}

void BatchLink::exportReport(exchange::ReportFormat format)
{
    using exchange::ReportFormat;
    const QString ending = format == ReportFormat::Csv ? u"csv"_s : format == ReportFormat::Json ? u"json"_s : u"xml"_s;
    const QString name = m_desk->record().name.isEmpty() ? tr("dry-run") : m_desk->record().name;
    const QString path = m_frame.dialogs.saveFile(&m_frame.window, QDir(m_models.folder.folder()).filePath(name + u'.' + ending));
    if (path.isEmpty())
        return;
    m_desk->report(format, [this, path](const QByteArray &bytes) {
        if (const auto done = workspace::saveFile(path, bytes); !done)
            m_frame.messages.say(MessageBar::Kind::Error, done.error().message + u' ' + done.error().nextStep);
        else
            m_frame.messages.say(MessageBar::Kind::Good, tr("The report is in “%1”.").arg(QDir::toNativeSeparators(path)));
    });
}

} // namespace marquee::shell
