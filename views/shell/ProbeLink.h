// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>
#include <QPointer>

namespace marquee::exchange {
class ProbeDesk;
struct SecretSource;
}
namespace marquee::probe {
class ProbePanel;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class ActivityDock;
class FileDesk;

/// What the partner really checks: the probe of the document in front, in the activity dock.
class ProbeLink : public QObject
{
    Q_OBJECT

public:
    ProbeLink(const Frame &frame, const Models &models, ActivityDock &activity, FileDesk &files, QObject *parent);

    void setDocument(workspace::OpenDocument *document); ///< the one in front; null: none
    void giveSecret(const exchange::SecretSource &source, const QByteArray &secret);
    void showStage(); ///< another environment is chosen

private:
    void start();

    const Frame m_frame;
    const Models m_models;
    exchange::ProbeDesk *m_desk;
    probe::ProbePanel *m_panel;
    QPointer<workspace::OpenDocument> m_document;
};

} // namespace marquee::shell
