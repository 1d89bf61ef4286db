// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/DocumentTabs.h"

#include "avail/AvailView.h"
#include "batchdocument/BatchDocumentView.h"
#include "rules/CountWords.h"
#include "shell/TextPane.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QDir>
#include <QTabBar>
#include <QToolButton>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using avail::AvailView;
using batchdocument::BatchDocumentView;
using workspace::OpenDocument;

DocumentTabs::DocumentTabs(editor::Lookup lookup, const avail::WindowActions &actions, const batchdocument::ItemActions &itemActions, QWidget *parent)
    : QTabWidget(parent)
    , m_lookup(std::move(lookup))
    , m_actions(actions)
    , m_itemActions(itemActions)
{
    setObjectName(u"documents"_s);
    setDocumentMode(true);
    setMovable(true);
    setElideMode(Qt::ElideMiddle);
    tabBar()->setObjectName(u"documentTabs"_s);
    tabBar()->setAccessibleName(tr("Open documents"));
    tabBar()->setExpanding(false);
    setUsesScrollButtons(true);
    connect(this, &QTabWidget::currentChanged, this, [this] { Q_EMIT currentDocumentChanged(current()); });
}

OpenDocument *DocumentTabs::documentAt(int index) const
{
    if (const auto *view = qobject_cast<AvailView *>(widget(index)))
        return view->document();
    if (const auto *batch = qobject_cast<BatchDocumentView *>(widget(index)))
        return batch->document();
    const auto *pane = qobject_cast<TextPane *>(widget(index));
    return pane ? pane->document() : nullptr;
}

int DocumentTabs::indexOfDocument(const OpenDocument *document) const
{
    for (int i = 0; i < count(); ++i) {
        if (documentAt(i) == document)
            return i;
    }
    return -1;
}

void DocumentTabs::add(OpenDocument *document)
{
    if (indexOfDocument(document) >= 0) {
        show(document);
        return;
    }
    const int index = addTab(makePage(document), document->name());
    addCloseButton(index, document);
    for (const auto signal : {&OpenDocument::stateChanged, &OpenDocument::problemsChanged})
        connect(document, signal, this, [this, document] { showState(document); });
    connect(document, &OpenDocument::changed, this, [this, document] { showState(document); });
    showState(document);
    setCurrentIndex(index);
}

QWidget *DocumentTabs::makePage(OpenDocument *document)
{
    if (document->isAvail()) {
        auto *view = new AvailView(document, m_lookup, m_actions);
        connect(view, &AvailView::fieldFocused, this, &DocumentTabs::fieldFocused);
        connect(view, &AvailView::refused, this, &DocumentTabs::refused);
        connect(view->windows(), &avail::WindowsPage::windowsSelected, this, &DocumentTabs::windowsSelected);
        connect(view, &AvailView::exportWanted, this, [this, document](const QByteArray &bytes, const QString &suffix) {
            Q_EMIT exportWanted(bytes, document->name() + u'.' + suffix);
        });
        return view;
    }
    if (document->isBatch()) {
        auto *view = new BatchDocumentView(document, m_lookup, m_itemActions);
        connect(view, &BatchDocumentView::fieldFocused, this, &DocumentTabs::fieldFocused);
        connect(view, &BatchDocumentView::refused, this, &DocumentTabs::refused);
        connect(view, &BatchDocumentView::openBodyWanted, this, &DocumentTabs::documentWanted);
        connect(view, &BatchDocumentView::addDocumentsWanted, this, [this, view] { Q_EMIT documentsForBatchWanted(view); });
        return view;
    }
    auto *pane = new TextPane(document);
    connect(pane, &TextPane::fieldFocused, this, &DocumentTabs::fieldFocused);
    connect(pane, &TextPane::repairWanted, this, [this, document] { Q_EMIT repairWanted(document); });
    return pane;
}

void DocumentTabs::addCloseButton(int index, OpenDocument *document)
{
    auto *close = new QToolButton(tabBar());
    close->setObjectName(u"closeTab"_s);
    close->setIcon(theme::crossIcon());
    close->setIconSize(QSize(theme::scaled(14), theme::scaled(14)));
    close->setToolTip(tr("Close (Ctrl+W)"));
    close->setAccessibleName(tr("Close this document"));
    close->setFocusPolicy(Qt::NoFocus);
    connect(close, &QToolButton::clicked, this, [this, document] { Q_EMIT closeWanted(document); });
    tabBar()->setTabButton(index, QTabBar::RightSide, close);
}

void DocumentTabs::remove(OpenDocument *document)
{
    const int index = indexOfDocument(document);
    if (index < 0)
        return;
    QWidget *page = widget(index);
    removeTab(index);
    delete page;
    document->disconnect(this);
}

void DocumentTabs::show(OpenDocument *document)
{
    setCurrentIndex(indexOfDocument(document));
}

void DocumentTabs::showState(OpenDocument *document)
{
    const int index = indexOfDocument(document);
    if (index < 0)
        return;
    const rules::Counts counts = document->counts();
    const int shown = counts.errors > 0 ? counts.errors : counts.warnings;
    QString text = document->isModified() ? QString(u"• "_s + document->name()) : document->name();
    text.replace(u'&', u"&&"_s);
    if (shown > 0)
        text += u"  %1"_s.arg(QLocale().toString(shown));
    if (tabText(index) != text)
        setTabText(index, text);
    const QString where = document->path().isEmpty() ? tr("Not saved yet") : QDir::toNativeSeparators(document->path());
    setTabToolTip(index, where + u'\n' + rules::countsInWords(counts));
    setTabIcon(index, shown == 0 ? QIcon() : theme::severityIcon(counts.errors > 0 ? rules::Severity::Error : rules::Severity::Warning));
}

OpenDocument *DocumentTabs::current() const
{
    return documentAt(currentIndex());
}

AvailView *DocumentTabs::currentAvail() const
{
    return qobject_cast<AvailView *>(currentWidget());
}

BatchDocumentView *DocumentTabs::currentBatch() const
{
    return qobject_cast<BatchDocumentView *>(currentWidget());
}

TextPane *DocumentTabs::currentText() const
{
    return qobject_cast<TextPane *>(currentWidget());
}

void DocumentTabs::find()
{
    if (AvailView *view = currentAvail())
        view->find();
    else if (BatchDocumentView *batch = currentBatch())
        batch->find();
    else if (TextPane *pane = currentText())
        pane->find();
}

void DocumentTabs::focusField(const payload::Pointer &field)
{
    if (AvailView *view = currentAvail())
        view->focusField(field);
    else if (BatchDocumentView *batch = currentBatch())
        batch->focusField(field);
    else if (TextPane *pane = currentText())
        pane->focusField(field);
}

void DocumentTabs::markField(const payload::Pointer &field)
{
    if (AvailView *view = currentAvail())
        view->markField(field);
    else if (BatchDocumentView *batch = currentBatch())
        batch->markField(field);
}

} // namespace marquee::shell
