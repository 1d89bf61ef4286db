// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "reconcile/Subjects.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>
#include <QPointer>

#include <vector>

class QStackedWidget;

namespace marquee::exchange {
struct SecretSource;
}
namespace marquee::reconcile {
class ReconcileDesk;
class ReconcilePage;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class DocumentTabs;
class FileDesk;
class Navigator;

/// What the partner has against the documents, as a page among them: gathers the texts, asks before anything is sent, and leads
/// to the fields.
class ReconcileLink : public QObject
{
    Q_OBJECT

public:
    ReconcileLink(const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, Navigator &navigator, QStackedWidget &centre, QObject *parent);
    ~ReconcileLink() override;

    void setDocument(workspace::OpenDocument *document); ///< the one in front; null: none
    void giveSecret(const exchange::SecretSource &source, const QByteArray &secret);
    /// False where changes are on their way and the user doesn't want to end them.
    bool mayEnd();

private:
    void build();
    void show();
    void setStage();
    void fetch(bool wholeWorkspace);
    void fetchThese(std::vector<reconcile::Source> sources);
    void send(int requests, int deletions, int replacements);
    void goTo(const QString &key, const payload::Pointer &place);

    const Frame m_frame;
    const Models m_models;
    DocumentTabs &m_tabs;
    FileDesk &m_files;
    Navigator &m_navigator;
    QStackedWidget &m_centre;
    reconcile::ReconcileDesk *m_desk;
    QPointer<reconcile::ReconcilePage> m_page; ///< the tabs' while it is shown, else ours
    QPointer<workspace::OpenDocument> m_document; ///< the avail that was in front last
    int m_gathering = 0; ///< the texts that are wanted; those of an earlier wish don't count
};

} // namespace marquee::shell
