// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MessageLink.h"

#include "callbacks/CallbackDesk.h"
#include "exchange/EnvironmentList.h"
#include "payload/JsonText.h"
#include "performance/PerformanceView.h"
#include "performances/Message.h"
#include "performances/WorkspaceSuggestions.h"
#include "rules/FieldEdits.h"
#include "shell/Dialogs.h"
#include "shell/DocumentTabs.h"
#include "shell/MessageNumbers.h"
#include "shell/MessageStandings.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/OpenDocuments.h"
#include "workspace/Settings.h"

#include <QAction>
#include <QMainWindow>

namespace marquee::shell {

using performance::PerformancesPage;
using performance::PerformanceView;
using workspace::OpenDocument;
using workspace::OpenDocuments;

MessageLink::MessageLink(const Frame &frame, const Models &models, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_numbers(new MessageNumbers(frame, models, this))
    , m_suggestions(new performances::WorkspaceSuggestions(models.documents, models.folder, this))
{
}

void MessageLink::begin(DocumentTabs &tabs, callbacks::CallbackDesk &callbacks)
{
    m_tabs = &tabs;
    m_callbacks = &callbacks;
    m_standings = new MessageStandings(m_models.documents, tabs, callbacks, this);
    connect(&m_models.documents, &OpenDocuments::opened, this, &MessageLink::opened);
    connect(&callbacks, &callbacks::CallbackDesk::listeningChanged, this, &MessageLink::environmentChanged);
    connectActions();
    environmentChanged();
}

performance::PerformanceSources MessageLink::sources()
{
    performance::PerformanceSources sources;
    sources.suggestions = [this]() -> const performances::Suggestions & { return m_suggestions->values(); };
    sources.confirm = [this](QWidget *parent, const QString &question, const QString &explanation, const QString &button) {
        return m_frame.dialogs.confirm(parent, question, explanation, button);
    };
    sources.minutes = [this] { return m_models.settings.performanceMinutes(); };
    sources.keepMinutes = [this](int minutes) { m_models.settings.setPerformanceMinutes(minutes); };
    return sources;
}

/// Where a callback is to be posted: what the environment says; of the sandbox, where callbacks are received here.
QUrl MessageLink::callbackUrl() const
{
    const exchange::Environment &environment = m_models.environments.current();
    if (environment.showtime && !environment.showtime->callbackUrl.isEmpty())
        return environment.showtime->callbackUrl;
    const bool isSandbox = environment.name == QLatin1StringView(exchange::Environment::SandboxName);
    return isSandbox && m_callbacks->isListening() ? m_callbacks->url() : QUrl();
}

void MessageLink::environmentChanged()
{
    performances::Suggestions offered;
    const auto &side = m_models.environments.current().showtime;
    if (side && !side->dataSupplierId.isEmpty())
        offered.offer(performances::InUse::Supplier, side->dataSupplierId);
    for (const QUrl &url : {callbackUrl(), m_callbacks->isListening() ? m_callbacks->url() : QUrl()}) {
        if (!url.isEmpty())
            offered.offer(performances::InUse::CallbackUrl, url.toString());
    }
    m_suggestions->offer(offered);
}

void MessageLink::connectActions()
{
    const auto on = [this](const char *id, auto what) {
        connect(m_frame.actions.action(id), &QAction::triggered, this, [this, what] {
            if (PerformanceView *view = m_tabs->currentMessage())
                what(*view);
        });
    };
    using Page = PerformanceView::Page;
    on("message.showPerformances", [](PerformanceView &view) { view.showPage(Page::Performances); });
    on("message.showDay", [](PerformanceView &view) { view.showPage(Page::Day); });
    const auto onPage = [on](const char *id, auto what) {
        on(id, [what](PerformanceView &view) {
            view.showPage(Page::Performances);
            what(*view.performances());
        });
    };
    onPage("performance.add", [](PerformancesPage &page) { page.addPerformance(); });
    onPage("performance.duplicate", [](PerformancesPage &page) { page.duplicatePerformance(); });
    on("performance.duplicateDay", [](PerformanceView &view) { view.performances()->duplicateDay(); });
    onPage("performance.paste", [](PerformancesPage &page) { page.pasteClipboard(); });
    onPage("performance.remove", [](PerformancesPage &page) { page.removePerformances(); });
    onPage("performance.moveUp", [](PerformancesPage &page) { page.movePerformances(-1); });
    onPage("performance.moveDown", [](PerformancesPage &page) { page.movePerformances(1); });
    onPage("performance.filter", [](PerformancesPage &page) { page.focusFilter(); });
    onPage("performance.selectAll", [](PerformancesPage &page) { page.selectAll(); });
}

void MessageLink::updateActions()
{
    const PerformanceView *view = m_tabs->currentMessage();
    for (const char *id : {"message.showPerformances", "message.showDay", "performance.add", "performance.paste"})
        m_frame.actions.action(id)->setEnabled(view);
    const bool hasAny = view && performances::countOf(view->document()->payload()) > 0;
    for (const char *id : {"performance.filter", "performance.selectAll"})
        m_frame.actions.action(id)->setEnabled(hasAny);
    if (view) {
        view->performances()->showActions();
        return;
    }
    for (const char *id : {"performance.duplicate", "performance.duplicateDay", "performance.remove", "performance.moveUp", "performance.moveDown"})
        m_frame.actions.action(id)->setEnabled(false);
}

void MessageLink::opened(OpenDocument *document)
{
    m_numbers->follow(*document);
    m_standings->follow(document);
    if (document->origin() == OpenDocument::Origin::New && document->isMessage())
        beginNew(*document);
}

/// With the environment's supplier and callback address, where the template names none; and without a number, which it gets when it
/// is sent.
void MessageLink::beginNew(OpenDocument &document)
{
    const auto &side = m_models.environments.current().showtime;
    const payload::Pointer message = performances::messagePlace();
    std::vector<payload::Edit> edits;
    const auto fill = [&](const char *field, const QString &value) {
        const payload::Pointer place = message.child(field);
        if (!value.isEmpty() && document.payload().find(place).string().empty())
            edits.push_back(rules::placeValue(document.validator().context(), place, payload::encodeJsonString(value)));
    };
    if (side)
        fill("@dataSupplierId", side->dataSupplierId);
    fill("CallbackUrl", callbackUrl().toString());
    edits.push_back(payload::Edit::set(message.child("@messageSequence"), "\"\""));
    document.apply(edits, {tr("Begin the message"), {}});
}

bool MessageLink::number(OpenDocument &document)
{
    return m_numbers->number(document);
}

void MessageLink::sent(OpenDocument *document)
{
    if (!document || !document->isMessage())
        return;
    m_callbacks->lookAgain();
    m_numbers->sent(performances::nameOf(document->payload()));
    m_standings->show(document);
}

} // namespace marquee::shell
