// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/SeriesLink.h"

#include "series/EpisodeSource.h"
#include "series/EpisodeWriter.h"
#include "series/SeriesDialog.h"
#include "shell/Dialogs.h"
#include "shell/DocumentTabs.h"
#include "shell/MessageBar.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QDir>
#include <QMainWindow>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using series::EpisodeWriter;
using series::SeriesDialog;
using workspace::OpenDocument;

SeriesLink::SeriesLink(const Frame &frame, const Models &models, DocumentTabs &tabs, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_tabs(tabs)
    , m_writer(new EpisodeWriter(this))
{
    connect(m_frame.actions.action("document.episodes"), &QAction::triggered, this, &SeriesLink::ask);
    connect(m_writer, &EpisodeWriter::finished, this, &SeriesLink::written);
}

void SeriesLink::updateActions(const OpenDocument *current)
{
    m_frame.actions.action("document.episodes")->setEnabled(current && current->isAvail() && !current->hasPendingText() && !m_writer->isWriting());
}

void SeriesLink::ask()
{
    const OpenDocument *document = m_tabs.current();
    const rules::Context context = document->validator().context();
    if (const auto source = series::readSource(context); !source) {
        m_frame.messages.say(MessageBar::Kind::Hint, sentence(source.error()));
        return;
    }
    SeriesDialog::Stage stage;
    stage.folder = m_models.folder.folder();
    stage.taken.alids = m_models.folder.alids();
    const QStringList files = stage.folder.isEmpty() ? QStringList() : QDir(stage.folder).entryList(QDir::Files);
    stage.taken.files = QSet<QString>(files.begin(), files.end());
    stage.last = m_last;
    stage.severities = m_models.documents.severities();
    SeriesDialog dialog(m_models.rulebook, context, stage, &m_frame.window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_last = dialog.pattern();
    make(dialog, document->name());
}

void SeriesLink::make(const SeriesDialog &dialog, const QString &name)
{
    switch (dialog.become()) {
    case SeriesDialog::Become::Documents:
        for (const series::Episode &episode : dialog.episodes())
            m_models.documents.take(episode.text, OpenDocument::Origin::Pasted, episode.title.isEmpty() ? episode.alid : episode.title);
        return;
    case SeriesDialog::Become::Batch:
        m_models.documents.take(dialog.batch(), OpenDocument::Origin::Pasted, tr("%1, episodes").arg(name));
        return;
    case SeriesDialog::Become::Files:
        break;
    }
    QString folder = m_models.folder.folder();
    if (folder.isEmpty())
        folder = m_frame.dialogs.chooseFolder(&m_frame.window, QString());
    if (folder.isEmpty())
        return;
    m_frame.messages.sayBusy(tr("Writing %n episode(s)…", nullptr, static_cast<int>(dialog.episodes().size())));
    connect(&m_frame.messages, &MessageBar::cancelled, m_writer, &EpisodeWriter::cancel, Qt::SingleShotConnection);
    m_writer->write(folder, dialog.episodes());
}

void SeriesLink::written(const QStringList &files, const std::vector<Error> &errors)
{
    m_models.folder.checkNow();
    const QString made = tr("%n episode(s) written.", nullptr, static_cast<int>(files.size()));
    if (errors.empty())
        m_frame.messages.say(MessageBar::Kind::Good, made);
    else
        m_frame.messages.say(MessageBar::Kind::Warning, made + u' ' + tr("%n couldn't be.", nullptr, static_cast<int>(errors.size())) + u' ' + sentence(errors.front()));
}

} // namespace marquee::shell
