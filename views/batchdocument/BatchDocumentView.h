// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batchdocument/ItemsPage.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QTabWidget;

namespace marquee::text {
class TextPage;
class WaitingCover;
}
namespace marquee::theme {
class ElidedLabel;
}

namespace marquee::batchdocument {

/// A batch in the editor: what it does and how it stands, and the pages Items and Text. For documents of isBatch().
class BatchDocumentView : public QWidget
{
    Q_OBJECT

public:
    enum class Page
    {
        Items,
        Text
    };

    BatchDocumentView(workspace::OpenDocument *document, const editor::Lookup &lookup, const ItemActions &actions = {},
        QWidget *parent = nullptr);

    workspace::OpenDocument *document() const { return m_document; }
    ItemsPage *items() const { return m_items; }
    /// See ItemsPage::addDocuments.
    void addDocuments(const ItemsPage::NamedTexts &documents) { m_items->addDocuments(documents); }
    void showPage(Page page);
    Page page() const;

    /// Puts the cursor into the field that a place belongs to.
    void focusField(const payload::Pointer &field);
    /// The same without the cursor: the field is marked.
    void markField(const payload::Pointer &field);
    void find();
    text::TextPage *text() const { return m_text; }

Q_SIGNALS:
    /// Files are to be chosen, and what stands in them given to addDocuments.
    void addDocumentsWanted();
    /// A copy of an item's body is to be opened in a tab of its own.
    void openBodyWanted(const QByteArray &text, const QString &name);
    void fieldFocused(const marquee::payload::Pointer &pointer);
    void refused(const QString &why);
    /// See text::TextPage.
    void repairWanted();
    void textLeft();

private:
    QWidget *makeHeading();
    void showHeading();
    void connectText();
    void showBadges();
    QString subtitle() const;

    QPointer<workspace::OpenDocument> m_document;
    theme::ElidedLabel *m_title;
    theme::ElidedLabel *m_subtitle;
    QLabel *m_errors;
    QLabel *m_warnings;
    QTabWidget *m_pages;
    ItemsPage *m_items;
    text::TextPage *m_text;
    text::WaitingCover *m_cover;
};

} // namespace marquee::batchdocument
