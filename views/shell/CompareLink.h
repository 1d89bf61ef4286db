// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/PairComparer.h"
#include "exchange/ExchangeList.h"
#include "payload/Pointer.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

class QStackedWidget;

namespace marquee::compare {
class CompareView;
}
namespace marquee::exchange {
class JournalList;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class DocumentTabs;
class FileDesk;
class Navigator;

/// Two payloads compared, as a page among the documents: what is open, the workspace's files, and what partners answered in this
/// session and before; and the same call made anew, to be compared with its answer.
class CompareLink : public QObject
{
    Q_OBJECT

public:
    CompareLink(const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, Navigator &navigator, QStackedWidget &centre, QObject *parent);
    ~CompareLink() override;

    void setDocument(workspace::OpenDocument *document); ///< the one in front; null: none
    void show();
    /// With something that is inspected on one side.
    void compareReply(const QString &title, const QByteArray &bytes);

private:
    void build();
    void offer();
    void fetch(compare::Side side, const QString &key);
    void goTo(compare::Side side, const QString &key, const payload::Pointer &place);
    /// The call that the side before is the answer to, or would be of: nothing where it is none.
    std::optional<exchange::Exchange> callOf(const QString &key) const;
    void callAgain(const QString &environment);
    void showLastTime();
    void take(int number);
    const exchange::Exchange *storedAt(qint64 journal) const;
    void updateShortcuts();

    const Frame m_frame;
    const Models m_models;
    DocumentTabs &m_tabs;
    FileDesk &m_files;
    Navigator &m_navigator;
    QStackedWidget &m_centre;
    QPointer<compare::CompareView> m_page; ///< the tabs' while it is shown, else ours
    exchange::JournalList *m_journal = nullptr;
    QPointer<workspace::OpenDocument> m_document; ///< that was in front last
    QTimer m_offer; ///< lists change in crowds
    int m_calling = 0; ///< the dispatcher's number of the call that is made anew
};

} // namespace marquee::shell
