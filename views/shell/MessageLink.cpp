// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MessageLink.h"

#include "callbacks/CallbackDesk.h"
#include "exchange/EnvironmentList.h"
#include "partners/Showtime.h"
#include "payload/JsonText.h"
#include "performance/DayPage.h"
#include "performance/PerformanceView.h"
#include "performances/Message.h"
#include "rules/FieldEdits.h"
#include "shell/Dialogs.h"
#include "shell/DocumentTabs.h"
#include "shell/MessageBar.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"
#include "workspace/Settings.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using callbacks::MessageReport;
using callbacks::MessageState;
using performance::PerformancesPage;
using performance::PerformanceView;
using workspace::OpenDocument;
using workspace::OpenDocuments;

namespace {

/// "SUPPLIER/NUMBER", as they are written.
std::pair<QString, QString> nameOf(const OpenDocument &document)
{
    const payload::Value message = document.payload().root().at(0);
    return {QString::fromStdString(message.member("@dataSupplierId").string()), QString::fromStdString(message.member("@messageSequence").string())};
}

PerformanceView::Standing standingOf(MessageState state)
{
    switch (state) {
    case MessageState::Ok:
        return PerformanceView::Standing::Good;
    case MessageState::Error:
    case MessageState::Refused:
        return PerformanceView::Standing::Error;
    case MessageState::Partly:
        return PerformanceView::Standing::Warning;
    default:
        return PerformanceView::Standing::Hint;
    }
}

/// What the partner says of one entity, a line each.
QStringList linesOf(const callbacks::EntityReport &entity)
{
    QStringList lines;
    for (const callbacks::Remark &remark : entity.response.errors)
        lines << callbacks::wordsOf(remark);
    for (const callbacks::Remark &remark : entity.response.warnings)
        lines << callbacks::wordsOf(remark);
    if (lines.isEmpty() && entity.response.verdict == callbacks::Verdict::Error)
        lines << QCoreApplication::translate("MessageLink", "Not taken; it doesn't say why.");
    return lines;
}

} // namespace

MessageLink::MessageLink(const Frame &frame, const Models &models, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
{
    connect(&models.documents, &OpenDocuments::opened, this, &MessageLink::opened);
    connect(&models.documents, &OpenDocuments::closing, this, [this](OpenDocument *document) {
        m_told.remove(document);
        m_named.remove(document);
    });
    const auto look = [this] { m_files.look(m_models.folder.messages()); };
    connect(&models.folder, &workspace::FolderModel::settled, this, look);
    connect(&m_files, &performances::FileSuggestions::changed, this, [this] { m_suggestedFrom.clear(); });
}

void MessageLink::setTabs(DocumentTabs &tabs)
{
    m_tabs = &tabs;
    connectActions();
}

void MessageLink::setCallbacks(callbacks::CallbackDesk &desk)
{
    m_callbacks = &desk;
    connect(&desk, &callbacks::CallbackDesk::messageChanged, this, &MessageLink::showStandings);
}

performance::PerformanceSources MessageLink::sources()
{
    return {[this]() -> const performances::Suggestions & { return suggestions(); },
        [this](QWidget *parent, const QString &question, const QString &explanation, const QString &button) {
            return m_frame.dialogs.confirm(parent, question, explanation, button);
        }};
}

/// Of the files, and of the open documents as they stand.
const performances::Suggestions &MessageLink::suggestions()
{
    QString states = u"."_s;
    for (const OpenDocument *document : m_models.documents.all()) {
        if (document->isMessage())
            states += QString::number(document->state()) + u' ';
    }
    if (m_suggestedFrom == states)
        return m_suggestions;
    m_suggestedFrom = states;
    m_suggestions = m_files.values();
    for (const OpenDocument *document : m_models.documents.all()) {
        if (document->isMessage())
            m_suggestions.collect(document->payload());
    }
    return m_suggestions;
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
    follow(*document);
    const auto look = [this, document] {
        if (!document->isMessage())
            return;
        const auto [supplier, sequence] = nameOf(*document);
        if (std::exchange(m_named[document], supplier + u'/' + sequence) != supplier + u'/' + sequence)
            showStanding(document);
    };
    connect(document, &OpenDocument::changed, this, look);
    connect(document, &OpenDocument::kindChanged, this, look, Qt::QueuedConnection); // its page is made anew first
    QMetaObject::invokeMethod(document, look, Qt::QueuedConnection);
}

/// The number that the message itself was sent under is no earlier one.
void MessageLink::follow(OpenDocument &document)
{
    document.setLastSequence([this, &document](const QString &supplier) {
        const auto last = lastFor(supplier);
        return last && nameOf(document).second == QString::number(*last) ? std::optional(*last - 1) : last;
    });
}

std::optional<qint64> MessageLink::lastFor(const QString &supplier)
{
    if (supplier.isEmpty())
        return std::nullopt;
    auto known = m_last.constFind(supplier);
    if (known == m_last.constEnd()) {
        const auto last = m_numbers.last(supplier);
        known = m_last.insert(supplier, last.value_or(0));
    }
    return *known > 0 ? std::optional(*known) : std::nullopt;
}

/// What was read of the disk has changed there.
void MessageLink::reload(const QString &supplier)
{
    m_last.remove(supplier);
    for (OpenDocument *document : m_models.documents.all()) {
        if (document->isMessage() && nameOf(*document).first == supplier)
            follow(*document);
    }
}

bool MessageLink::number(OpenDocument &document)
{
    auto [supplier, sequence] = nameOf(document);
    const auto &side = m_models.environments.current().showtime;
    if (supplier.isEmpty() && side && !side->dataSupplierId.isEmpty()) {
        supplier = side->dataSupplierId;
        const payload::Edit edit = rules::placeValue(document.validator().context(), performances::messagePlace().child("@dataSupplierId"),
            payload::encodeJsonString(supplier));
        if (!document.apply(edit, {tr("Take the environment's supplier"), {}}))
            return false;
    }
    if (supplier.isEmpty())
        return true; // which is an error of its own
    if (sequence.isEmpty())
        return take(document, supplier, 0);
    bool isNumber = false;
    const qint64 number = sequence.toLongLong(&isNumber);
    if (!isNumber || number <= 0)
        return true;
    const auto last = m_numbers.lastBut(supplier, number);
    if (!last) {
        m_frame.messages.say(MessageBar::Kind::Error, sentence(last.error()));
        return false;
    }
    if (number > *last)
        return true;
    const bool next = m_frame.dialogs.confirm(&m_frame.window, tr("Number %1 was used already. Send with the next one?").arg(number),
        tr("The last message of %1 has number %2. Each message needs a number of its own, above those before it.").arg(supplier).arg(*last),
        tr("Take the next number"));
    return next && take(document, supplier, *last);
}

/// The next number is the message's, and used from now on, whatever becomes of it.
bool MessageLink::take(OpenDocument &document, const QString &supplier, qint64 above)
{
    const auto next = m_numbers.reserve(supplier, above);
    if (!next) {
        m_frame.messages.say(MessageBar::Kind::Error, sentence(next.error()));
        return false;
    }
    const auto done = document.apply(partners::numberingEdit(document.payload(), *next), {tr("Number the message %1").arg(*next), {}});
    if (!done)
        m_frame.messages.say(MessageBar::Kind::Error, sentence(done.error()));
    return done.has_value();
}

void MessageLink::sent(OpenDocument *document)
{
    if (!document || !document->isMessage())
        return;
    m_callbacks->lookAgain();
    reload(nameOf(*document).first);
    showStanding(document);
}

void MessageLink::showStandings(const QString &supplier, const QString &sequence)
{
    for (OpenDocument *document : m_models.documents.all()) {
        if (document->isMessage() && nameOf(*document) == std::pair(supplier, sequence))
            showStanding(document);
    }
}

void MessageLink::showStanding(OpenDocument *document)
{
    PerformanceView *view = m_tabs->messageOf(document);
    if (!view || !m_callbacks)
        return;
    const auto [supplier, sequence] = nameOf(*document);
    const MessageReport report = m_callbacks->report(supplier, sequence);
    if (report.state == MessageState::Draft) {
        view->setState({}, PerformanceView::Standing::None);
        return;
    }
    QString words = callbacks::wordsOf(report.state);
    if (report.failed > 0 && report.state == MessageState::Partly)
        words = tr("%1: %2 of %3 not taken").arg(words).arg(report.failed).arg(report.ok + report.failed + report.silent);
    QStringList help;
    if (report.state == MessageState::Queued)
        help << tr("The partner has it, and hasn't processed it yet. Its callback tells what became of it.");
    if (report.warned > 0)
        help << tr("%n taken with a warning", nullptr, report.warned);
    if (report.silent > 0 && report.ok + report.failed > 0)
        help << tr("%n not spoken of", nullptr, report.silent);
    view->setState(words, standingOf(report.state), help.join(u'\n'));
    placeRemarks(*document, report);
}

/// Beside the performances that they speak of, once: what the user has changed since isn't said to be wrong again.
void MessageLink::placeRemarks(OpenDocument &document, const MessageReport &report)
{
    QString answers;
    std::vector<workspace::Remark> remarks;
    const payload::Value list = performances::listOf(document.payload());
    for (const callbacks::EntityReport &entity : report.entities) {
        answers += entity.delivery + u'\n';
        const QStringList lines = linesOf(entity);
        if (lines.isEmpty())
            continue;
        for (std::uint32_t row = 0; row < list.size(); ++row) {
            const payload::Value one = list.at(row);
            const bool isIt = QString::fromStdString(one.member("@id").string()) == entity.id
                && (entity.siteId.isEmpty() || QString::fromStdString(one.member("@siteId").string()) == entity.siteId);
            if (isIt)
                remarks.push_back({performances::placeOf(row).child("@id"), lines.join(u' ')});
        }
    }
    const auto [supplier, sequence] = nameOf(document);
    answers += supplier + u'/' + sequence;
    if (std::exchange(m_told[&document], answers) != answers)
        document.setRemarks(remarks);
}

} // namespace marquee::shell
