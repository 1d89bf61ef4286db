// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/BatchLink.h"

#include "batch/BatchDialog.h"
#include "batch/BatchPanel.h"
#include "batch/RowsDialog.h"
#include "exchange/BatchDesk.h"
#include "exchange/EnvironmentList.h"
#include "shell/ActivityDock.h"
#include "shell/Dialogs.h"
#include "shell/EnvironmentButton.h"
#include "shell/FileDesk.h"
#include "shell/MessageBar.h"
#include "shell/StatusLine.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/Files.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QFileInfo>
#include <QMainWindow>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using exchange::BatchDesk;
using workspace::OpenDocument;

BatchLink::BatchLink(const Frame &frame, const Models &models, ActivityDock &activity, FileDesk &files, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_activity(activity)
    , m_files(files)
    , m_desk(new BatchDesk(m_models.dispatcher, m_models.rulebook, workspace::readFile, {}, this))
    , m_panel(new batch::BatchPanel(*m_desk, &m_activity))
{
    m_activity.addPage(m_panel, tr("Batch runs"));
    connect(m_frame.actions.action("exchange.batch"), &QAction::triggered, this, &BatchLink::ask);
    connect(m_panel, &batch::BatchPanel::newBatchWanted, this, &BatchLink::ask);
    connect(m_panel, &batch::BatchPanel::resumeWanted, this, &BatchLink::resume);
    connect(m_panel, &batch::BatchPanel::exportWanted, this, &BatchLink::exportReport);
    connect(m_panel, &batch::BatchPanel::openItemWanted, this, &BatchLink::itemWanted);
    connect(m_panel, &batch::BatchPanel::openRowWanted, this, &BatchLink::rowWanted);
    connect(m_frame.actions.action("exchange.rows"), &QAction::triggered, this, &BatchLink::askRows);
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

bool BatchLink::isFree()
{
    if (m_desk->isActive()) {
        m_activity.showPage(m_panel);
        m_frame.messages.say(MessageBar::Kind::Hint, tr("A batch run is going on. Stop it, or wait for it to end."));
    }
    return !m_desk->isActive();
}

batch::RunPlace BatchLink::place() const
{
    const exchange::EnvironmentList &environments = m_models.environments;
    const exchange::Environment &current = environments.current();
    return {current, environmentTitle(current.name), colorOf(environments, static_cast<std::size_t>(&current - environments.all().data()))};
}

void BatchLink::ask()
{
    if (!isFree())
        return;
    batch::BatchDialog::Stage stage;
    stage.folder = m_models.folder.folder();
    for (const OpenDocument *document : m_models.documents.all()) {
        if (!document->path().isEmpty()) {
            stage.openFiles << document->path();
            stage.unsaved += document->isModified() ? 1 : 0;
        }
    }
    stage.chooseFiles = [this] { return m_frame.dialogs.openFiles(&m_frame.window, m_models.folder.folder()); };
    const batch::RunPlace where = place();
    stage.environment = where.environment;
    stage.environmentTitle = where.title;
    stage.environmentColour = where.colour;
    auto *dialog = new batch::BatchDialog(*m_desk, std::move(stage), &m_frame.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_desk->start(dialog->inputs(), dialog->options(), dialog->environment());
        m_activity.showPage(m_panel);
    });
    dialog->open();
}

void BatchLink::askRows()
{
    if (!isFree())
        return;
    using batch::RowsDialog;
    const auto choose = [this]() -> std::optional<RowsDialog::Source> {
        const QStringList files = m_frame.dialogs.openFiles(&m_frame.window, m_models.folder.folder());
        if (files.isEmpty())
            return std::nullopt;
        auto bytes = workspace::readFile(files.front());
        if (!bytes) {
            m_frame.messages.say(MessageBar::Kind::Error, sentence(bytes.error()));
            return std::nullopt;
        }
        return RowsDialog::Source{QFileInfo(files.front()).fileName(), *std::move(bytes)};
    };
    RowsDialog::Stage stage;
    if (m_document)
        m_document->finishTyping();
    if (m_document && !m_document->hasPendingText() && m_document->kind() == rules::DocumentKind::Avail)
        stage.document = RowsDialog::Source{m_document->name(), m_document->bytes()};
    stage.chooseTemplate = choose;
    stage.chooseRows = choose;
    stage.place = place();
    auto *dialog = new RowsDialog(m_models.rulebook, std::move(stage), &m_frame.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RowsDialog::saveBatchWanted, &m_files, &FileDesk::saveBytes);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_desk->startRows(dialog->input(), dialog->mapping(), dialog->options(), dialog->environment());
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
    m_desk->report(format, [this, suggested = QString(name + u'.' + ending)](const QByteArray &bytes) { m_files.saveBytes(bytes, suggested); });
}

} // namespace marquee::shell
