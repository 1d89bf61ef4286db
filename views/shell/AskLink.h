// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ask/AnswersModel.h"
#include "ask/AskPage.h"
#include "payload/Text.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QStackedWidget;

namespace marquee::ask {
struct AskedDocument;
class DocumentAsk;
class WorkspaceAsk;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class DocumentTabs;
class Navigator;

/// "What may be shown, on this day and in this territory?", as a page among the documents. What is asked is the avail that was in
/// front last, an answer that is inspected, or the workspace.
class AskLink : public QObject
{
    Q_OBJECT

public:
    AskLink(const Frame &frame, const Models &models, DocumentTabs &tabs, Navigator &navigator, QStackedWidget &centre, QObject *parent);
    ~AskLink() override;

    void setDocument(workspace::OpenDocument *document); ///< the one in front; null: none
    void show();
    void askReply(const QString &title, const QByteArray &bytes);

private:
    void build();
    void offer();
    void ask(const ask::Question &question, ask::Scope scope);
    void showDocumentAnswers();
    void showWorkspaceAnswers(const std::vector<ask::AskedDocument> &documents);
    void finishWorkspace();
    void goTo(const QString &key, const payload::Pointer &place);

    const Frame m_frame;
    const Models m_models;
    DocumentTabs &m_tabs;
    Navigator &m_navigator;
    QStackedWidget &m_centre;
    QPointer<ask::AskPage> m_page; ///< the tabs' while it is shown, else ours
    ask::DocumentAsk *m_one = nullptr;
    ask::WorkspaceAsk *m_all = nullptr;
    QPointer<workspace::OpenDocument> m_document; ///< the avail that was in front last
    QString m_replyName;
    QByteArray m_reply;
    ask::Scope m_asked = ask::Scope::Document;
    QHash<QString, QPointer<workspace::OpenDocument>> m_keys; ///< of open documents among the answers
};

} // namespace marquee::shell
