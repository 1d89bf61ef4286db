// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/CompareLink.h"

#include "compare/CompareView.h"
#include "exchange/Dispatcher.h"
#include "exchange/EnvironmentList.h"
#include "exchange/JournalList.h"
#include "exchange/Masking.h"
#include "exchange/Prepare.h"
#include "exchange/Repeat.h"
#include "shell/DocumentTabs.h"
#include "shell/EnvironmentButton.h"
#include "shell/FileDesk.h"
#include "shell/MessageBar.h"
#include "shell/Navigator.h"
#include "shell/SendDesk.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/Files.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStackedWidget>
#include <QThreadPool>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using compare::CompareView;
using compare::Entry;
using compare::Side;
using exchange::Exchange;
using workspace::OpenDocument;

namespace {

constexpr int OfferMs = 200;
constexpr auto OpenKey = "open:"_L1;
constexpr auto FileKey = "file:"_L1;
constexpr auto AnswerKey = "answer:"_L1;
constexpr auto JournalKey = "journal:"_L1;

QString keyOf(const OpenDocument &document)
{
    return OpenKey + QString::number(reinterpret_cast<quintptr>(&document), 16);
}

bool hasAnswer(const Exchange &exchange)
{
    return exchange.done && exchange.reply.status != 0;
}

QString detailOf(const Exchange &exchange)
{
    const QDateTime when = exchange.began.toLocalTime();
    const QString time = when.date() == QDate::currentDate() ? QLocale().toString(when.time(), QLocale::ShortFormat) : QLocale().toString(when, QLocale::ShortFormat);
    return QStringList{time, exchange::operationTitle(exchange.operation), environmentTitle(exchange.environment)}.join(u" · "_s);
}

QString titleOf(const Exchange &exchange)
{
    return exchange.document.isEmpty() ? exchange::operationTitle(exchange.operation) : exchange.document;
}

} // namespace

CompareLink::CompareLink(
    const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, Navigator &navigator, QStackedWidget &centre, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_tabs(tabs)
    , m_files(files)
    , m_navigator(navigator)
    , m_centre(centre)
{
    m_offer.setSingleShot(true);
    m_offer.setInterval(OfferMs);
    connect(&m_offer, &QTimer::timeout, this, &CompareLink::offer);
    connect(m_frame.actions.action("tools.compare"), &QAction::triggered, this, &CompareLink::show);
}

CompareLink::~CompareLink()
{
    delete m_page;
}

void CompareLink::build()
{
    m_page = new CompareView(m_models.rulebook);
    m_page->setMask([](const QString &text) { return exchange::Masking().text(text); });
    m_journal = new exchange::JournalList({}, this);
    connect(m_page.data(), &CompareView::bytesWanted, this, &CompareLink::fetch);
    connect(m_page.data(), &CompareView::bytesWanted, this, &CompareLink::updateShortcuts);
    connect(m_page.data(), &CompareView::placeWanted, this, &CompareLink::goTo);
    connect(m_page.data(), &CompareView::saveWanted, &m_files, &FileDesk::saveBytes);
    connect(m_page.data(), &CompareView::sameCallWanted, this, &CompareLink::callAgain);
    connect(m_page.data(), &CompareView::lastTimeWanted, this, &CompareLink::showLastTime);
    connect(&m_models.dispatcher, &exchange::Dispatcher::finished, this, &CompareLink::take);
    connect(&m_frame.messages, &MessageBar::cancelled, this, [this] {
        if (m_calling != 0)
            m_models.dispatcher.cancel(m_calling);
    });
    const auto soon = [this] { m_offer.start(); };
    for (QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(&m_models.folder), static_cast<QAbstractItemModel *>(&m_models.exchanges),
             static_cast<QAbstractItemModel *>(m_journal)}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, soon);
        connect(model, &QAbstractItemModel::rowsRemoved, this, soon);
        connect(model, &QAbstractItemModel::dataChanged, this, soon);
        connect(model, &QAbstractItemModel::modelReset, this, soon);
    }
    connect(&m_models.documents, &workspace::OpenDocuments::opened, this, soon);
    connect(&m_models.documents, &workspace::OpenDocuments::closing, this, soon);
    connect(&m_models.environments, &exchange::EnvironmentList::changed, this, soon);
    m_journal->setFilter({});
}

void CompareLink::show()
{
    const bool isNew = !m_page;
    if (isNew)
        build();
    else
        m_journal->refresh();
    offer();
    if (m_document && (isNew || m_page->chosen(Side::Before).isEmpty()))
        m_page->choose(Side::Before, keyOf(*m_document));
    m_centre.setCurrentIndex(1);
    m_tabs.showPage(m_page, tr("Compare"));
    m_page->setFocus();
}

void CompareLink::setDocument(OpenDocument *document)
{
    if (document)
        m_document = document;
}

void CompareLink::compareReply(const QString &title, const QByteArray &bytes)
{
    show();
    m_page->setSide(Side::Before, title, bytes, true);
}

void CompareLink::offer()
{
    if (!m_page)
        return;
    std::vector<Entry> entries;
    QSet<QString> paths;
    for (const OpenDocument *document : m_models.documents.all()) {
        entries.push_back({keyOf(*document), document->name(), document->path().isEmpty() ? tr("not saved") : QFileInfo(document->path()).fileName(), Entry::Kind::Document});
        paths << document->path();
    }
    for (int row = 0; row < m_models.exchanges.rowCount(); ++row) {
        if (const Exchange *one = m_models.exchanges.at(row); hasAnswer(*one))
            entries.push_back({AnswerKey + QString::number(one->number), titleOf(*one), detailOf(*one), Entry::Kind::Answer});
    }
    const QDir folder(m_models.folder.folder());
    for (const QString &path : m_models.folder.paths()) {
        if (!paths.contains(path))
            entries.push_back({FileKey + path, workspace::withoutPayloadEnding(QFileInfo(path).fileName()), folder.relativeFilePath(path), Entry::Kind::File});
    }
    for (int row = 0; row < m_journal->rowCount(); ++row) {
        const Exchange *one = m_journal->at(row);
        if (hasAnswer(*one) && m_models.exchanges.numberOf(one->journal) == 0)
            entries.push_back({JournalKey + QString::number(one->journal), titleOf(*one), detailOf(*one), Entry::Kind::Journal});
    }
    m_page->setEntries(entries);
    QStringList names;
    for (const exchange::Environment &environment : m_models.environments.all())
        names << environmentTitle(environment.name);
    m_page->setEnvironments(names);
    updateShortcuts();
}

void CompareLink::fetch(Side side, const QString &key)
{
    if (key.startsWith(OpenKey)) {
        for (const OpenDocument *document : m_models.documents.all()) {
            if (keyOf(*document) == key)
                m_page->setSide(side, document->name(), document->textToSave().toByteArray());
        }
    } else if (key.startsWith(FileKey)) {
        // Files may be large, and disks slow.
        const QString path = key.mid(FileKey.size());
        QThreadPool::globalInstance()->start([page = m_page, side, key, path] {
            auto bytes = workspace::readFile(path);
            QMetaObject::invokeMethod(qApp, [page, side, key, path, read = std::move(bytes)] {
                if (!page || page->chosen(side) != key)
                    return;
                if (read)
                    page->setSide(side, QFileInfo(path).fileName(), *read);
                else
                    page->failSide(side, read.error());
            }, Qt::QueuedConnection);
        });
    } else if (key.startsWith(AnswerKey)) {
        if (const Exchange *one = m_models.exchanges.find(key.mid(AnswerKey.size()).toInt()))
            m_page->setSide(side, titleOf(*one), one->reply.body);
    } else if (key.startsWith(JournalKey)) {
        m_journal->load({key.mid(JournalKey.size()).toLongLong()}, [page = m_page, side, key](const std::vector<Exchange> &loaded) {
            if (page && page->chosen(side) == key && !loaded.empty())
                page->setSide(side, titleOf(loaded.front()), loaded.front().reply.body);
        });
    }
}

void CompareLink::goTo(Side, const QString &key, const payload::Pointer &place)
{
    if (key.startsWith(FileKey)) {
        m_navigator.openField(key.mid(FileKey.size()), place);
        return;
    }
    for (OpenDocument *document : m_models.documents.all()) {
        if (keyOf(*document) == key)
            m_navigator.showField(document, place);
    }
    if (const Exchange *one = key.startsWith(AnswerKey) ? m_models.exchanges.find(key.mid(AnswerKey.size()).toInt()) : nullptr)
        m_navigator.openText(one->reply.body, titleOf(*one), place);
}

const Exchange *CompareLink::storedAt(qint64 journal) const
{
    const QModelIndex at = m_journal->indexOf(journal);
    return at.isValid() ? m_journal->at(at.row()) : nullptr;
}

std::optional<Exchange> CompareLink::callOf(const QString &key) const
{
    const Exchange *answer = key.startsWith(AnswerKey) ? m_models.exchanges.find(key.mid(AnswerKey.size()).toInt())
        : key.startsWith(JournalKey)                   ? storedAt(key.mid(JournalKey.size()).toLongLong())
                                                       : nullptr;
    if (answer)
        return exchange::canRepeat(answer->operation) ? std::optional(*answer) : std::nullopt;
    for (const OpenDocument *document : m_models.documents.all()) {
        if (keyOf(*document) != key || !document->isPayload() || !exchange::isPossible(exchange::Intent::Get, document->payload()))
            continue;
        auto call = exchange::prepare(exchange::operationFor(exchange::Intent::Get, document->payload()), document->payload(), m_models.environments);
        if (call) {
            call->document = document->name();
            return *std::move(call);
        }
    }
    return std::nullopt;
}

void CompareLink::updateShortcuts()
{
    const auto call = callOf(m_page->chosen(Side::Before));
    m_page->setCanRepeat(call && m_calling == 0, call.has_value());
}

void CompareLink::callAgain(const QString &environment)
{
    const auto call = callOf(m_page->chosen(Side::Before));
    const auto &all = m_models.environments.all();
    const auto where = std::find_if(all.begin(), all.end(), [&](const exchange::Environment &one) { return environmentTitle(one.name) == environment; });
    if (!call || where == all.end())
        return;
    auto again = exchange::repeated(*call, *where);
    if (!again) {
        m_frame.messages.say(MessageBar::Kind::Error, sentence(again.error()));
        return;
    }
    m_frame.messages.sayBusy(tr("%1 in “%2”…").arg(exchange::operationTitle(again->operation), environment));
    m_calling = m_models.dispatcher.send(*std::move(again), *where, SendDesk::TimeoutMs);
    updateShortcuts();
}

void CompareLink::take(int number)
{
    if (number != m_calling || m_calling == 0)
        return;
    m_calling = 0;
    const Exchange *answer = m_models.exchanges.find(number);
    if (!m_page || !answer)
        return;
    m_frame.messages.dismiss();
    offer();
    if (hasAnswer(*answer))
        m_page->choose(Side::After, AnswerKey + QString::number(number));
    else
        m_frame.messages.say(MessageBar::Kind::Error, tr("There is no answer to compare: %1").arg(answer->outcome.message));
}

/// The newest answer to the same call, in the same environment, that is older than the one chosen; of a document, the newest.
void CompareLink::showLastTime()
{
    const QString key = m_page->chosen(Side::Before);
    const auto call = callOf(key);
    if (!call)
        return;
    const auto isEarlier = [&](const Exchange &one) {
        return hasAnswer(one) && one.environment == call->environment && exchange::isSameCall(one, *call)
            && (!call->began.isValid() || one.began < call->began);
    };
    for (int row = 0; row < m_models.exchanges.rowCount(); ++row) {
        if (const Exchange *one = m_models.exchanges.at(row); isEarlier(*one)) {
            m_page->choose(Side::After, AnswerKey + QString::number(one->number));
            return;
        }
    }
    for (int row = 0; row < m_journal->rowCount(); ++row) {
        if (const Exchange *one = m_journal->at(row); isEarlier(*one)) {
            m_page->choose(Side::After, JournalKey + QString::number(one->journal));
            return;
        }
    }
    m_frame.messages.say(MessageBar::Kind::Hint, tr("This call wasn't made before in “%1”, as far as the journal goes back here.").arg(environmentTitle(call->environment)));
}

} // namespace marquee::shell
