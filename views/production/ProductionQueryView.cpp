// SPDX-License-Identifier: GPL-3.0-or-later
#include "production/ProductionQueryView.h"

#include "editor/FlowLayout.h"
#include "editor/YesNoBox.h"
#include "payload/JsonText.h"
#include "production/Pieces.h"
#include "production/QueryForm.h"

#include <QApplication>
#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QVBoxLayout>

namespace marquee::production {

using namespace Qt::StringLiterals;
using payload::Pointer;
using theme::scaled;
using workspace::OpenDocument;

namespace {

QString textAt(const OpenDocument &document, const char *member)
{
    return QString::fromStdString(document.payload().root().member(member).string());
}

} // namespace

ProductionQueryView::ProductionQueryView(const rules::Rulebook &book, const editor::Lookup &lookup, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"productionQuery"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    layout->setSpacing(scaled(12));
    layout->addWidget(makeHead());
    layout->addWidget(makeNoAtom());
    layout->addWidget(makeWays());
    makePages(book, lookup);
    layout->addWidget(m_stack);
    layout->addWidget(makeFoot());
    layout->addStretch(1);
    setWay(Way::Ids);
}

ProductionQueryView::~ProductionQueryView()
{
    // A field that loses the cursor finishes what was typed. That has to be while all of the view is there.
    if (QWidget *focus = QApplication::focusWidget(); focus && isAncestorOf(focus))
        focus->clearFocus();
    // The forms hold on to the documents, which go before them.
    for (auto &[way, page] : m_pages)
        page.form->bind(nullptr, {});
}

OpenDocument *ProductionQueryView::document() const
{
    const auto page = m_pages.find(m_way);
    return page == m_pages.end() ? nullptr : page->second.document.get();
}

void ProductionQueryView::setWay(Way way)
{
    editor::finishTyping();
    m_way = way;
    m_ways->button(static_cast<int>(way))->setChecked(true);
    m_ping->setVisible(way == Way::Ping);
    for (const auto &[other, page] : m_pages)
        page.form->setVisible(other == way);
    refresh();
    Q_EMIT changed();
}

void ProductionQueryView::focusFirst()
{
    if (const auto page = m_pages.find(m_way); page != m_pages.end())
        page->second.form->focusFirst();
    else
        m_ask->setFocus(Qt::OtherFocusReason);
}

void ProductionQueryView::setEnvironment(const QString &name, bool isProtected, bool hasAtom)
{
    m_environment = name;
    m_isProtected = isProtected;
    m_hasAtom = hasAtom;
    refresh();
}

partners::AtomTarget ProductionQueryView::target() const
{
    const OpenDocument *asked = document();
    if (!asked)
        return {};
    if (isJudged())
        return partners::atomTargetOf(asked->payload());
    partners::AtomTarget target;
    target.name = textAt(*asked, "name");
    target.vendorId = textAt(*asked, "vendorId");
    target.circuit = textAt(*asked, "circuitId");
    return target;
}

bool ProductionQueryView::allPages() const
{
    return m_way == Way::Ids && m_allPages->isEnabled() && m_allPages->isChecked();
}

bool ProductionQueryView::wantsDetails() const
{
    return m_details->isChecked();
}

bool ProductionQueryView::mayAsk() const
{
    return !m_isAsking && reason().isEmpty();
}

QByteArray ProductionQueryView::queryText() const
{
    return isJudged() ? document()->bytes() : QByteArray();
}

bool ProductionQueryView::setQuery(const QByteArray &text)
{
    const auto read = payload::Document::read(text);
    if (!read || !rules::asksForProductions(rules::kindOf((*read)->root())))
        return false;
    const Way way = (*read)->root().member("ids") ? Way::Ids : Way::Venue;
    OpenDocument &document = *m_pages[way].document;
    document.endMerging();
    document.editText(text);
    document.endMerging();
    document.validateAll();
    setWay(way);
    return true;
}

void ProductionQueryView::addIds(const QStringList &ids)
{
    setWay(Way::Ids);
    m_pages[Way::Ids].form->addIds(ids);
}

void ProductionQueryView::askIds(const QStringList &ids, const QString &marketplace)
{
    partners::AtomTarget wanted;
    wanted.ids = ids;
    wanted.marketplace = marketplace;
    m_allPages->setChecked(true);
    if (setQuery(partners::productionQueryBody(wanted)))
        ask();
}

QString ProductionQueryView::reason() const
{
    if (!m_hasAtom)
        return tr("This environment has no Atom Tickets side.");
    const OpenDocument *asked = document();
    if (!asked)
        return {};
    switch (m_way) {
    case Way::Ids:
        if (asked->payload().root().member("ids").size() == 0)
            return tr("Type or paste at least one ID.");
        break;
    case Way::Venue:
        if (textAt(*asked, "venueId").trimmed().isEmpty())
            return tr("Type the venue's ID.");
        break;
    case Way::Name:
        return textAt(*asked, "name").trimmed().isEmpty() ? tr("Type a name.") : QString();
    case Way::Vendor:
        return textAt(*asked, "vendorId").trimmed().isEmpty() ? tr("Type the vendor's ID.") : QString();
    case Way::Ping:
        break;
    }
    if (asked->counts().errors == 0)
        return {};
    for (const rules::Problem &problem : asked->validator().problems()) {
        if (problem.severity == rules::Severity::Error)
            return problem.rule->message(problem, asked->validator().context());
    }
    return {};
}

void ProductionQueryView::refresh()
{
    if (!m_running) // still being made
        return;
    const QString reason = this->reason();
    const bool isOnePage = m_way == Way::Ids && document()->payload().root().member("page");
    m_allPages->setVisible(m_way == Way::Ids);
    m_allPages->setEnabled(!isOnePage);
    m_allPages->setToolTip(isOnePage ? tr("One page is asked for. Empty the field Page to have them all.")
                                     : tr("Asks for page after page, until the last one came"));
    m_details->setVisible(m_way == Way::Venue);
    m_document->setVisible(isJudged());
    m_ask->setText(m_way == Way::Ping ? tr("Check") : tr("Ask"));
    m_ask->setAccessibleName(m_ask->text());
    m_ask->setEnabled(mayAsk());
    m_ask->setAccessibleDescription(reason);
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty() && !m_isAsking && m_hasAtom);
    m_running->setVisible(m_isAsking);
    m_noAtom->setVisible(!m_hasAtom);
    m_noAtomWords->setText(m_environment.isEmpty()
            ? tr("No environment is chosen. Choose one that has an Atom Tickets side, or the sandbox.")
            : tr("The environment “%1” has no Atom Tickets side. Give it an address and a key, or choose another "
                 "environment, such as the sandbox.")
                  .arg(m_environment));
    m_whom->setText(!m_hasAtom ? QString() : m_isProtected ? tr("%1 · protected").arg(m_environment) : m_environment);
    m_whom->setVisible(!m_whom->text().isEmpty());
    showCounts();
}

void ProductionQueryView::showCounts()
{
    // Nothing is wrong with what nobody has begun.
    const bool isBegun = isJudged() && document()->payload().canUndo();
    const rules::Counts counts = isBegun ? document()->counts() : rules::Counts();
    m_errors->setText(tr("%n error(s)", nullptr, counts.errors));
    m_errors->setVisible(counts.errors > 0);
    m_warnings->setText(tr("%n warning(s)", nullptr, counts.warnings));
    m_warnings->setVisible(counts.warnings > 0);
}

void ProductionQueryView::ask()
{
    editor::finishTyping();
    if (!mayAsk())
        return;
    showProgress(0, 0);
    Q_EMIT askWanted(operation(), target(), allPages());
}

void ProductionQueryView::showProgress(int pages, int total)
{
    m_isAsking = true;
    m_progress->setRange(0, total); // 0, 0: it moves and says no more
    m_progress->setValue(pages);
    m_progressWords->setText(pages == 0 ? tr("Asking…")
            : total > 0                 ? tr("Page %1 of %2").arg(pages).arg(total)
                                        : tr("Page %1").arg(pages));
    refresh();
}

void ProductionQueryView::showIdle()
{
    m_isAsking = false;
    refresh();
}

void ProductionQueryView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isInLine = qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr;
    if (isEnter && (isInLine || event->modifiers() == Qt::ControlModifier)) {
        ask();
    } else if (OpenDocument *asked = document(); asked && event->matches(QKeySequence::Undo)) {
        asked->undo();
    } else if (asked && event->matches(QKeySequence::Redo)) {
        asked->redo();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace marquee::production
