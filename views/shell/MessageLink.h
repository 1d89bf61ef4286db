// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/SequenceNumbers.h"
#include "performance/Sources.h"
#include "performances/FileSuggestions.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QHash>
#include <QObject>

namespace marquee::callbacks {
class CallbackDesk;
struct MessageReport;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class DocumentTabs;

/// Messages of performances: their actions, the numbers that they are sent under, and what became of them.
class MessageLink : public QObject
{
    Q_OBJECT

public:
    MessageLink(const Frame &frame, const Models &models, QObject *parent);

    void setTabs(DocumentTabs &tabs);
    void setCallbacks(callbacks::CallbackDesk &desk);

    /// What the views of messages ask.
    performance::PerformanceSources sources();
    void updateActions();

    /// Before it is sent: gives the message its supplier, where only the environment says it, and the next number, where it
    /// has none or one that was sent already. False where it can't be sent, or the user doesn't want to.
    bool number(workspace::OpenDocument &document);
    /// It was sent, or wasn't: says anew how far it is.
    void sent(workspace::OpenDocument *document);

private:
    void opened(workspace::OpenDocument *document);
    void follow(workspace::OpenDocument &document);
    void connectActions();
    std::optional<qint64> lastFor(const QString &supplier);
    void reload(const QString &supplier);
    bool take(workspace::OpenDocument &document, const QString &supplier, qint64 above);
    void showStanding(workspace::OpenDocument *document);
    void showStandings(const QString &supplier, const QString &sequence);
    void placeRemarks(workspace::OpenDocument &document, const callbacks::MessageReport &report);
    const performances::Suggestions &suggestions();

    const Frame m_frame;
    const Models m_models;
    DocumentTabs *m_tabs = nullptr;
    callbacks::CallbackDesk *m_callbacks = nullptr;
    exchange::SequenceNumbers m_numbers;
    QHash<QString, qint64> m_last; ///< by supplier, as it was read
    QHash<const workspace::OpenDocument *, QString> m_told; ///< the answers whose remarks stand beside fields, by document
    QHash<const workspace::OpenDocument *, QString> m_named; ///< "SUPPLIER/NUMBER", as last seen
    performances::FileSuggestions m_files;
    performances::Suggestions m_suggestions;
    QString m_suggestedFrom; ///< the states that these are of
};

} // namespace marquee::shell
