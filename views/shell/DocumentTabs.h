// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "avail/WindowsPage.h"
#include "batchdocument/ItemsPage.h"
#include "editor/FieldEditor.h"
#include "payload/Pointer.h"
#include "performance/PerformancesPage.h"

#include <QHash>
#include <QTabWidget>

#include <functional>

namespace marquee::avail {
class AvailView;
}
namespace marquee::batchdocument {
class BatchDocumentView;
}
namespace marquee::performance {
class PerformanceView;
}
namespace marquee::text {
class TextPage;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class TextPane;

/// A tab for each open document, with its name, whether it changed, and how many problems it has.
class DocumentTabs : public QTabWidget
{
    Q_OBJECT

public:
    /// What the pages are made with.
    struct Parts
    {
        editor::Lookup lookup;
        avail::WindowActions windows;
        batchdocument::ItemActions items;
        performance::PerformanceActions performances;
        performance::PerformanceSources sources;
    };
    explicit DocumentTabs(Parts parts, QWidget *parent = nullptr);

    void add(workspace::OpenDocument *document); ///< and shows it
    void remove(workspace::OpenDocument *document);
    void show(workspace::OpenDocument *document);

    /// A page that is no document's, such as the table of all windows: shown as a tab until it is closed. It stays its owner's.
    /// `find`: what Find does while it is in front; nothing: it can't be searched.
    void showPage(QWidget *page, const QString &name, std::function<void()> find = {});
    void closePage(QWidget *page); ///< pageClosed follows
    QWidget *currentPage() const; ///< the one in front; null where that is a document, or nothing
    bool canFind() const;

    workspace::OpenDocument *current() const; ///< null where none is open
    avail::AvailView *currentAvail() const; ///< null where the current document has no form
    batchdocument::BatchDocumentView *currentBatch() const; ///< null where it isn't a batch
    performance::PerformanceView *messageOf(const workspace::OpenDocument *document) const; ///< null where it isn't one
    performance::PerformanceView *currentMessage() const; ///< null where it isn't a message of performances
    TextPane *currentText() const;
    void find(); ///< text in the current document
    bool hasTextPage() const; ///< beside a form
    void showText(); ///< that page
    void markField(const payload::Pointer &field);
    void focusField(const payload::Pointer &field);
    void showOffset(std::uint32_t offset); ///< in bytes; of a text that isn't a payload

Q_SIGNALS:
    void currentDocumentChanged(marquee::workspace::OpenDocument *document);
    void closeWanted(marquee::workspace::OpenDocument *document);
    void fieldFocused(const marquee::payload::Pointer &pointer);
    void refused(const QString &why);
    void pageClosed(QWidget *page);
    void windowsSelected(); ///< others, in the current avail
    void repairWanted(marquee::workspace::OpenDocument *document);
    void inspectWanted(marquee::workspace::OpenDocument *document);
    /// It is a question to Atom Tickets, and is to be asked.
    void questionWanted(marquee::workspace::OpenDocument *document);
    /// Avails are to be chosen, whose windows become items of the batch.
    void documentsForBatchWanted(marquee::batchdocument::BatchDocumentView *view);
    /// A picture of the current avail's timeline is to be saved.
    void exportWanted(const QByteArray &bytes, const QString &suggested);
    /// A document of its own is to be made.
    void documentWanted(const QByteArray &text, const QString &name);

private:
    QWidget *makePage(workspace::OpenDocument *document);
    QWidget *makeAvail(workspace::OpenDocument *document);
    QWidget *makeBatch(workspace::OpenDocument *document);
    QWidget *makeMessage(workspace::OpenDocument *document);
    QWidget *makeText(workspace::OpenDocument *document);
    void makePageAnew(workspace::OpenDocument *document);
    void replacePage(int index, workspace::OpenDocument *document);
    static text::TextPage *textOf(QWidget *page);
    static bool fits(QWidget *page, const workspace::OpenDocument *document);
    QWidget *framed(QWidget *page);
    int indexOfPage(const QWidget *page) const;
    int indexOfDocument(const workspace::OpenDocument *document) const;
    workspace::OpenDocument *documentAt(int index) const;
    void showState(workspace::OpenDocument *document);
    void addCloseButton(int index, const QString &name, std::function<void()> closing);

    const Parts m_parts;
    QHash<const QWidget *, std::function<void()>> m_finds; ///< of the pages that are shown and can be searched
};

} // namespace marquee::shell
