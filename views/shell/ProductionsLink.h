// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Source.h"
#include "partners/Atom.h"
#include "payload/Pointer.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QUrl>

class QStackedWidget;

namespace marquee::exchange {
class ImageFetch;
class ProductionDesk;
}
namespace marquee::production {
class ProductionsView;
}

namespace marquee::shell {

class DocumentTabs;
class FileDesk;
class PreviewLink;

/// Atom Tickets' productions, as a page among the documents: its questions are asked by the desk, its pictures fetched when
/// somebody wants to see them.
class ProductionsLink : public QObject
{
    Q_OBJECT

public:
    ProductionsLink(const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, PreviewLink &preview, QStackedWidget &centre, QObject *parent);
    ~ProductionsLink() override;

    void show();
    void showQuestion(const QByteArray &text); ///< a document that asks for productions
    bool isInFront() const;
    /// The dock shows the question and its request while the page is in front.
    void showPreview();
    void environmentChanged();

Q_SIGNALS:
    void environmentsWanted();
    /// The answer is to be looked at in full, at that place.
    void inspectWanted(const marquee::inspector::Source &source, const QByteArray &bytes, const marquee::payload::Pointer &place);
    void explainWanted(const QString &ruleId);

private:
    void build();
    void connectQuestion();
    void connectAnswer();
    QByteArray bodyOf(partners::Operation operation) const;
    void ask(partners::Operation operation, const partners::AtomTarget &target, bool allPages);
    void readIds(const QString &path);
    void fetchImage(const QUrl &url);
    void allowImages(bool allowed);
    void inspect(const payload::Pointer &place);

    const Frame m_frame;
    const Models m_models;
    DocumentTabs &m_tabs;
    FileDesk &m_files;
    PreviewLink &m_preview;
    QStackedWidget &m_centre;
    exchange::ProductionDesk *m_desk = nullptr;
    exchange::ImageFetch *m_images = nullptr;
    QHash<int, QUrl> m_fetching;
    QPointer<production::ProductionsView> m_page; ///< the tabs' while it is shown, else ours
};

} // namespace marquee::shell
