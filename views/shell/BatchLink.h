// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchReport.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>
#include <QPointer>

namespace marquee::batch {
class BatchPanel;
struct RunPlace;
}
namespace marquee::exchange {
class BatchDesk;
struct SecretSource;
}

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class ActivityDock;
class FileDesk;

/// Batch runs: asks for them, shows them in the activity dock, and saves what they came to.
class BatchLink : public QObject
{
    Q_OBJECT

public:
    BatchLink(const Frame &frame, const Models &models, ActivityDock &activity, FileDesk &files, QObject *parent);

    /// A run that goes on is asked about before the window closes.
    bool mayEnd();
    /// The document in front, which is a template for rows; null: none that could be.
    void setDocument(workspace::OpenDocument *document) { m_document = document; }
    void giveSecret(const exchange::SecretSource &source, const QByteArray &secret);

Q_SIGNALS:
    /// Its document is to be seen, and in it what the partner complained about (as it says it), or the window that the item was
    /// about.
    void itemWanted(const QString &file, const QString &transaction, const QString &errorPath);
    /// The same of what a row makes: there is no file.
    void rowWanted(const QByteArray &document, const QString &name, const QString &errorPath);

private:
    void ask();
    void askRows();
    bool isFree(); ///< and says so where it isn't
    batch::RunPlace place() const;
    void resume(const QString &run, const QString &environment);
    void exportReport(exchange::ReportFormat format);

    const Frame m_frame;
    const Models m_models;
    ActivityDock &m_activity;
    FileDesk &m_files;
    exchange::BatchDesk *m_desk;
    batch::BatchPanel *m_panel;
    QPointer<workspace::OpenDocument> m_document;
};

} // namespace marquee::shell
