// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

namespace marquee::callbacks {
class CallbackDesk;
struct MessageReport;
}
namespace marquee::workspace {
class OpenDocument;
class OpenDocuments;
}

namespace marquee::shell {

class DocumentTabs;

/// How far messages are, in the pages that show them: what the partner made of each, and what it says of single performances.
class MessageStandings : public QObject
{
    Q_OBJECT

public:
    MessageStandings(workspace::OpenDocuments &documents, DocumentTabs &tabs, callbacks::CallbackDesk &callbacks, QObject *parent);

    void follow(workspace::OpenDocument *document);
    void show(workspace::OpenDocument *document);

private:
    void showAll(const QString &supplier, const QString &sequence);
    void placeRemarks(workspace::OpenDocument &document, const callbacks::MessageReport &report);

    workspace::OpenDocuments &m_documents;
    DocumentTabs &m_tabs;
    callbacks::CallbackDesk &m_callbacks;
    QHash<const workspace::OpenDocument *, QString> m_told; ///< the answers whose remarks stand beside fields, by document
    QHash<const workspace::OpenDocument *, QString> m_named; ///< "SUPPLIER/NUMBER", as last seen
};

} // namespace marquee::shell
