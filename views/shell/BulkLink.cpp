// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/BulkLink.h"

#include "avail/AvailView.h"
#include "bulk/DateDialog.h"
#include "bulk/PasteDialog.h"
#include "bulk/PasteTermsDialog.h"
#include "bulk/ShiftDialog.h"
#include "bulk/SpreadDialog.h"
#include "bulk/TermSetsDialog.h"
#include "shell/DocumentTabs.h"
#include "shell/MessageBar.h"
#include "shell/StatusLine.h"
#include "shell/actions/ActionRegistry.h"
#include "windows/CopyRows.h"
#include "windows/CopyTerms.h"
#include "windows/JoinNeighbours.h"
#include "workspace/OpenDocument.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMainWindow>

namespace marquee::shell {

using workspace::OpenDocument;

BulkLink::BulkLink(const Frame &frame, DocumentTabs &tabs, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_tabs(tabs)
{
    using bulk::DateDialog;
    on("window.shift", [this] { ask<bulk::ShiftDialog>(rows()); });
    on("window.spread", [this] { ask<bulk::SpreadDialog>(static_cast<std::uint32_t>(m_tabs.currentAvail()->windows()->currentWindow())); });
    on("window.setEnd", [this] { ask<DateDialog>(DateDialog::Purpose::SetEnd); });
    on("window.split", [this] { ask<DateDialog>(DateDialog::Purpose::Split); });
    on("window.join", [this] { join(); });
    on("window.copyRows", [this] { copyRows(); });
    on("window.pasteRows", [this] { pasteRows(); });
    on("term.copy", [this] { copyTerms(); });
    on("term.paste", [this] { ask<bulk::PasteTermsDialog>(rows(), QGuiApplication::clipboard()->text().toUtf8()); });
    on("term.sets", [this] { ask<bulk::TermSetsDialog>(rows(), workspace::TermSets()); });
    connect(&m_tabs, &DocumentTabs::windowsSelected, this, &BulkLink::updateActions);
}

void BulkLink::updateActions()
{
    const OpenDocument *current = document();
    const bool isEditable = current && current->isEditable();
    const bool hasRows = current && !rows().empty();
    for (const char *id : {"window.shift", "window.spread", "window.setEnd", "window.split", "window.join", "term.paste"})
        m_frame.actions.action(id)->setEnabled(isEditable && hasRows);
    m_frame.actions.action("window.copyRows")->setEnabled(hasRows);
    for (const char *id : {"window.pasteRows", "term.sets"})
        m_frame.actions.action(id)->setEnabled(isEditable);
    m_frame.actions.action("term.copy")->setEnabled(hasRows);
}

template <typename What>
void BulkLink::on(const char *action, What what)
{
    connect(m_frame.actions.action(action), &QAction::triggered, this, [this, what] {
        m_tabs.currentAvail()->showPage(avail::AvailView::Page::Windows);
        what();
    });
}

OpenDocument *BulkLink::document() const
{
    avail::AvailView *view = m_tabs.currentAvail();
    return view ? view->document() : nullptr;
}

std::vector<std::uint32_t> BulkLink::rows() const
{
    std::vector<std::uint32_t> rows;
    for (const int row : m_tabs.currentAvail()->windows()->selectedWindows())
        rows.push_back(static_cast<std::uint32_t>(row));
    return rows;
}

template <typename Dialog, typename... Arguments>
void BulkLink::ask(Arguments... arguments)
{
    OpenDocument *asked = document();
    const rules::Context context = asked->validator().context();
    const auto run = [&](Dialog &&dialog) {
        if (dialog.exec() != QDialog::Accepted || dialog.edits().empty())
            return;
        if (const auto done = asked->apply(dialog.edits(), {dialog.caption(), {}}); !done)
            m_frame.messages.say(MessageBar::Kind::Error, done.error().message);
    };
    if constexpr (std::is_same_v<Dialog, bulk::DateDialog>)
        run(Dialog(arguments..., context, rows(), &m_frame.window));
    else
        run(Dialog(context, arguments..., &m_frame.window));
}

void BulkLink::join()
{
    const auto plan = windows::joinNeighbours(document()->validator().context(), rows());
    if (!plan) {
        m_frame.messages.say(MessageBar::Kind::Hint, sentence(plan.error()));
        return;
    }
    if (const auto done = document()->apply(plan->edits, {tr("Join windows"), {}}); !done)
        m_frame.messages.say(MessageBar::Kind::Error, done.error().message);
    else if (!plan->remarks.isEmpty())
        m_frame.messages.say(MessageBar::Kind::Hint, plan->remarks.join(u' '));
}

void BulkLink::copyRows()
{
    const std::vector<std::uint32_t> chosen = rows();
    QGuiApplication::clipboard()->setText(QString::fromUtf8(windows::copyRows(document()->validator().context(), chosen)));
    m_frame.status.say(tr("%n row(s) copied, to be pasted into a spreadsheet", nullptr, static_cast<int>(chosen.size())));
}

void BulkLink::copyTerms()
{
    const QByteArray terms = windows::copyTerms(document()->validator().context(), rows().front());
    if (terms.isEmpty()) {
        m_frame.messages.say(MessageBar::Kind::Hint, tr("This window has no terms to copy."));
        return;
    }
    QGuiApplication::clipboard()->setText(QString::fromUtf8(terms));
    m_frame.status.say(tr("Terms copied, to be pasted into other windows"));
}

void BulkLink::pasteRows()
{
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    if (text.trimmed().isEmpty()) {
        m_frame.messages.say(MessageBar::Kind::Hint, tr("The clipboard holds no rows. Copy them in the spreadsheet first, with their headings."));
        return;
    }
    const std::vector<std::uint32_t> chosen = rows();
    ask<bulk::PasteDialog>(text, chosen.empty() ? std::nullopt : std::optional(chosen.front()));
}

} // namespace marquee::shell
