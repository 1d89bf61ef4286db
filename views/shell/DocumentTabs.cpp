// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/DocumentTabs.h"

#include "avail/AvailView.h"
#include "batchdocument/BatchDocumentView.h"
#include "performance/PerformanceView.h"
#include "rules/CountWords.h"
#include "shell/TextPane.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "text/TextPage.h"
#include "workspace/OpenDocument.h"

#include <QDir>
#include <QPointer>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

namespace marquee::shell {

namespace {

/// Calls a function with a document's page as what it is; not for pages that are no document's.
template <class F>
void withPage(QWidget *page, F &&call)
{
    if (auto *avail = qobject_cast<avail::AvailView *>(page))
        call(*avail);
    else if (auto *batch = qobject_cast<batchdocument::BatchDocumentView *>(page))
        call(*batch);
    else if (auto *message = qobject_cast<performance::PerformanceView *>(page))
        call(*message);
    else if (auto *text = qobject_cast<TextPane *>(page))
        call(*text);
}

} // namespace

using namespace Qt::StringLiterals;
using avail::AvailView;
using batchdocument::BatchDocumentView;
using performance::PerformanceView;
using workspace::OpenDocument;

DocumentTabs::DocumentTabs(Parts parts, QWidget *parent)
    : QTabWidget(parent)
    , m_parts(std::move(parts))
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
    OpenDocument *document = nullptr;
    withPage(widget(index), [&](auto &page) { document = page.document(); });
    return document;
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
    addCloseButton(index, tr("Close this document"), [this, document] { Q_EMIT closeWanted(document); });
    for (const auto signal : {&OpenDocument::stateChanged, &OpenDocument::problemsChanged})
        connect(document, signal, this, [this, document] { showState(document); });
    connect(document, &OpenDocument::changed, this, [this, document] { showState(document); });
    connect(document, &OpenDocument::kindChanged, this, [this, document] {
        makePageAnew(document);
        if (document == current())
            QMetaObject::invokeMethod(this, [this] { Q_EMIT currentDocumentChanged(current()); }, Qt::QueuedConnection);
    });
    showState(document);
    setCurrentIndex(index);
}

QWidget *DocumentTabs::makePage(OpenDocument *document)
{
    QWidget *page = document->isAvail() ? makeAvail(document)
        : document->isBatch()           ? makeBatch(document)
        : document->isMessage()         ? makeMessage(document)
                                        : makeText(document);
    withPage(page, [&](auto &view) {
        using View = std::remove_reference_t<decltype(view)>;
        connect(&view, &View::fieldFocused, this, &DocumentTabs::fieldFocused);
        connect(&view, &View::repairWanted, this, [this, document] { Q_EMIT repairWanted(document); });
        connect(&view, &View::textLeft, this, [this, document] { makePageAnew(document); });
    });
    return page;
}

QWidget *DocumentTabs::makeAvail(OpenDocument *document)
{
    auto *view = new AvailView(document, m_parts.lookup, m_parts.windows);
    connect(view, &AvailView::refused, this, &DocumentTabs::refused);
    connect(view->windows(), &avail::WindowsPage::windowsSelected, this, &DocumentTabs::windowsSelected);
    connect(view, &AvailView::exportWanted, this, [this, document](const QByteArray &bytes, const QString &suffix) {
        Q_EMIT exportWanted(bytes, document->name() + u'.' + suffix);
    });
    return view;
}

QWidget *DocumentTabs::makeBatch(OpenDocument *document)
{
    auto *view = new BatchDocumentView(document, m_parts.lookup, m_parts.items);
    connect(view, &BatchDocumentView::refused, this, &DocumentTabs::refused);
    connect(view, &BatchDocumentView::openBodyWanted, this, &DocumentTabs::documentWanted);
    connect(view, &BatchDocumentView::addDocumentsWanted, this, [this, view] { Q_EMIT documentsForBatchWanted(view); });
    return view;
}

QWidget *DocumentTabs::makeMessage(OpenDocument *document)
{
    auto *view = new PerformanceView(document, m_parts.lookup, m_parts.performances, m_parts.sources);
    connect(view, &PerformanceView::refused, this, &DocumentTabs::refused);
    connect(view->performances(), &performance::PerformancesPage::performancesSelected, this, &DocumentTabs::windowsSelected);
    return view;
}

QWidget *DocumentTabs::makeText(OpenDocument *document)
{
    auto *view = new TextPane(document);
    connect(view, &TextPane::inspectWanted, this, [this, document] { Q_EMIT inspectWanted(document); });
    connect(view, &TextPane::questionWanted, this, [this, document] { Q_EMIT questionWanted(document); });
    return view;
}

text::TextPage *DocumentTabs::textOf(QWidget *page)
{
    text::TextPage *text = nullptr;
    withPage(page, [&](auto &view) { text = view.text(); });
    return text;
}

bool DocumentTabs::fits(QWidget *page, const OpenDocument *document)
{
    if (document->isAvail())
        return qobject_cast<AvailView *>(page);
    if (document->isBatch())
        return qobject_cast<BatchDocumentView *>(page);
    return document->isMessage() ? static_cast<bool>(qobject_cast<PerformanceView *>(page)) : static_cast<bool>(qobject_cast<TextPane *>(page));
}

void DocumentTabs::replacePage(int index, OpenDocument *document)
{
    const bool isCurrent = index == currentIndex();
    QWidget *old = widget(index);
    {
        const QSignalBlocker blocker(this);
        const QString name = tabText(index);
        removeTab(index);
        insertTab(index, makePage(document), name);
        addCloseButton(index, tr("Close this document"), [this, document] { Q_EMIT closeWanted(document); });
        showState(document);
        if (isCurrent)
            setCurrentIndex(index);
    }
    old->deleteLater();
    if (isCurrent)
        Q_EMIT currentDocumentChanged(document);
}

/// Later, because it is asked for in the middle of an edit; and not while somebody types, who may only pass by another kind.
void DocumentTabs::makePageAnew(OpenDocument *document)
{
    QTimer::singleShot(0, document, [this, tabs = QPointer(this), document] {
        const int index = tabs ? indexOfDocument(document) : -1;
        QWidget *old = tabs ? widget(index) : nullptr;
        if (!old || fits(old, document) || document->hasPendingText() || textOf(old)->hasCursor())
            return;
        replacePage(index, document);
    });
}

void DocumentTabs::addCloseButton(int index, const QString &name, std::function<void()> closing)
{
    auto *close = new QToolButton(tabBar());
    close->setObjectName(u"closeTab"_s);
    close->setIcon(theme::crossIcon());
    close->setIconSize(QSize(theme::scaled(14), theme::scaled(14)));
    close->setToolTip(tr("Close (Ctrl+W)"));
    close->setAccessibleName(name);
    close->setFocusPolicy(Qt::NoFocus);
    connect(close, &QToolButton::clicked, this, std::move(closing));
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

void DocumentTabs::showPage(QWidget *page, const QString &name, std::function<void()> find)
{
    int index = indexOfPage(page);
    if (index < 0) {
        if (find)
            m_finds.insert(page, std::move(find));
        QString text = name;
        index = addTab(framed(page), text.replace(u'&', u"&&"_s));
        addCloseButton(index, tr("Close this page"), [this, page] { closePage(page); });
    }
    setCurrentIndex(index);
}

void DocumentTabs::closePage(QWidget *page)
{
    const int index = indexOfPage(page);
    if (index < 0)
        return;
    auto *frame = static_cast<QScrollArea *>(widget(index));
    m_finds.remove(page);
    removeTab(index);
    frame->takeWidget();
    page->hide();
    page->setParent(this);
    frame->deleteLater();
    Q_EMIT pageClosed(page);
}

/// What needs more room than there is (large text, a long language, a small screen) scrolls; the window keeps its size.
QWidget *DocumentTabs::framed(QWidget *page)
{
    auto *frame = new QScrollArea(this);
    frame->setObjectName(u"pageFrame"_s);
    frame->setFrameShape(QFrame::NoFrame);
    frame->setWidgetResizable(true);
    frame->setFocusPolicy(Qt::NoFocus);
    frame->setFocusProxy(page);
    frame->setWidget(page);
    return frame;
}

int DocumentTabs::indexOfPage(const QWidget *page) const
{
    for (int i = 0; i < count(); ++i) {
        const auto *frame = qobject_cast<const QScrollArea *>(widget(i));
        if (frame && frame->objectName() == "pageFrame"_L1 && frame->widget() == page)
            return i;
    }
    return -1;
}

QWidget *DocumentTabs::currentPage() const
{
    const auto *frame = qobject_cast<const QScrollArea *>(currentWidget());
    return frame && frame->objectName() == "pageFrame"_L1 ? frame->widget() : nullptr;
}

bool DocumentTabs::canFind() const
{
    return current() || m_finds.contains(currentPage());
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

PerformanceView *DocumentTabs::messageOf(const OpenDocument *document) const
{
    return qobject_cast<PerformanceView *>(widget(indexOfDocument(document)));
}

PerformanceView *DocumentTabs::currentMessage() const
{
    return qobject_cast<PerformanceView *>(currentWidget());
}

TextPane *DocumentTabs::currentText() const
{
    return qobject_cast<TextPane *>(currentWidget());
}

void DocumentTabs::find()
{
    if (const auto find = m_finds.value(currentPage()))
        find();
    else
        withPage(currentWidget(), [](auto &page) { page.find(); });
}

bool DocumentTabs::hasTextPage() const
{
    return currentAvail() || currentBatch() || currentMessage();
}

void DocumentTabs::showText()
{
    if (AvailView *avail = currentAvail())
        avail->showPage(AvailView::Page::Text);
    else if (BatchDocumentView *batch = currentBatch())
        batch->showPage(BatchDocumentView::Page::Text);
    else if (PerformanceView *message = currentMessage())
        message->showPage(PerformanceView::Page::Text);
}

void DocumentTabs::focusField(const payload::Pointer &field)
{
    withPage(currentWidget(), [&](auto &page) { page.focusField(field); });
}

void DocumentTabs::showOffset(std::uint32_t offset)
{
    if (TextPane *pane = currentText())
        pane->text()->showOffset(offset);
}

void DocumentTabs::markField(const payload::Pointer &field)
{
    withPage(currentWidget(), [&](auto &page) { page.markField(field); });
}

} // namespace marquee::shell
