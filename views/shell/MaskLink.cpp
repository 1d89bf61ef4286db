// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MaskLink.h"

#include "masks/MaskDialog.h"
#include "shell/DocumentTabs.h"
#include "shell/FileDesk.h"
#include "shell/StatusLine.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMainWindow>

namespace marquee::shell {

using masks::MaskDialog;
using workspace::OpenDocument;

MaskLink::MaskLink(const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_files(files)
{
    connect(m_frame.actions.action("tools.mask"), &QAction::triggered, this, [this, &tabs] {
        if (OpenDocument *document = tabs.current()) {
            document->finishTyping();
            mask(document->name(), document->textToSave());
        }
    });
}

void MaskLink::mask(const QString &name, const payload::Text &text)
{
    auto *dialog = new MaskDialog(m_models.rulebook, text, name, &m_frame.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MaskDialog::copyWanted, this, [this](const QByteArray &bytes) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(bytes));
        m_frame.status.say(tr("The masked copy is on the clipboard."));
    });
    connect(dialog, &MaskDialog::saveWanted, &m_files, &FileDesk::saveBytes);
    connect(dialog, &MaskDialog::openWanted, this,
        [this](const QByteArray &bytes, const QString &title) { m_models.documents.take(bytes, OpenDocument::Origin::Pasted, title); });
    dialog->open();
}

} // namespace marquee::shell
