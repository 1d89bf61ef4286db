// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Masking.h"
#include "inspector/Source.h"
#include "payload/Pointer.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <vector>

class QStackedWidget;

namespace marquee::exchange {
struct Exchange;
}
namespace marquee::inspector {
class InspectorView;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class DocumentTabs;
class FileDesk;
class Navigator;

/// The inspector, as pages among the documents: one for each answer, file or document that somebody looks at. A page goes when
/// it is closed.
class InspectorLink : public QObject
{
    Q_OBJECT

public:
    InspectorLink(const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, Navigator &navigator, QStackedWidget &centre, QObject *parent);
    ~InspectorLink() override;

    /// `place`: what is shown of it first; the root for its beginning.
    void inspect(const inspector::Source &source, const QByteArray &bytes, const payload::Pointer &place = {});
    void inspectFile(const QString &path);
    void inspectExchange(const exchange::Exchange &exchange);
    /// The document as it stands. While its page is in front, it follows what is changed.
    void inspectDocument(workspace::OpenDocument &document);

Q_SIGNALS:
    /// What is inspected is to be compared, asked or masked.
    void compareWanted(const QString &title, const QByteArray &bytes);
    void askWanted(const QString &title, const QByteArray &bytes);
    void maskWanted(const QString &title, const QByteArray &bytes);

private:
    struct Inspected
    {
        QPointer<inspector::InspectorView> page;
        QPointer<workspace::OpenDocument> document; ///< the one that it shows
        bool isStale = false; ///< the document was changed since
    };

    exchange::Masking::Headers maskedHeaders(const partners::Reply &reply, const QString &environment) const;
    inspector::InspectorView *open(const QString &name);
    workspace::OpenDocument *documentOf(const inspector::InspectorView *page) const; ///< null: it shows none
    void connectPage(inspector::InspectorView *page);
    void chooseFile();
    void follow(inspector::InspectorView *page, workspace::OpenDocument &document);
    void showAgain();
    void closed(QWidget *page);

    const Frame m_frame;
    const Models m_models;
    DocumentTabs &m_tabs;
    FileDesk &m_files;
    Navigator &m_navigator;
    QStackedWidget &m_centre;
    std::vector<Inspected> m_open;
    QTimer m_again; ///< edits come in crowds
};

} // namespace marquee::shell
