// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MessageStandings.h"

#include "callbacks/CallbackDesk.h"
#include "performance/PerformanceView.h"
#include "performances/Message.h"
#include "shell/DocumentTabs.h"
#include "workspace/OpenDocuments.h"

#include <QCoreApplication>

#include <utility>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using callbacks::MessageReport;
using callbacks::MessageState;
using performance::PerformanceView;
using workspace::OpenDocument;
using workspace::OpenDocuments;

namespace {

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
        lines << QCoreApplication::translate("MessageStandings", "Not taken; it doesn't say why.");
    return lines;
}

} // namespace

MessageStandings::MessageStandings(OpenDocuments &documents, DocumentTabs &tabs, callbacks::CallbackDesk &callbacks, QObject *parent)
    : QObject(parent)
    , m_documents(documents)
    , m_tabs(tabs)
    , m_callbacks(callbacks)
{
    connect(&callbacks, &callbacks::CallbackDesk::messageChanged, this, &MessageStandings::showAll);
    connect(&documents, &OpenDocuments::closing, this, [this](OpenDocument *document) {
        m_told.remove(document);
        m_named.remove(document);
    });
}

void MessageStandings::follow(OpenDocument *document)
{
    const auto look = [this, document] {
        if (!document->isMessage())
            return;
        const QString name = performances::nameOf(document->payload()).toString();
        if (std::exchange(m_named[document], name) != name)
            show(document);
    };
    connect(document, &OpenDocument::changed, this, look);
    connect(document, &OpenDocument::kindChanged, this, look, Qt::QueuedConnection); // its page is made anew first
    QMetaObject::invokeMethod(document, look, Qt::QueuedConnection);
}

void MessageStandings::showAll(const QString &supplier, const QString &sequence)
{
    for (OpenDocument *document : m_documents.all()) {
        if (document->isMessage() && performances::nameOf(document->payload()) == performances::MessageName{supplier, sequence})
            show(document);
    }
}

void MessageStandings::show(OpenDocument *document)
{
    PerformanceView *view = m_tabs.messageOf(document);
    if (!view)
        return;
    const auto [supplier, sequence] = performances::nameOf(document->payload());
    const MessageReport report = m_callbacks.report(supplier, sequence);
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
void MessageStandings::placeRemarks(OpenDocument &document, const MessageReport &report)
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
    answers += performances::nameOf(document.payload()).toString();
    if (std::exchange(m_told[&document], answers) != answers)
        document.setRemarks(remarks);
}

} // namespace marquee::shell
