// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ProductionsLink.h"

#include "exchange/Dispatcher.h"
#include "exchange/EnvironmentList.h"
#include "exchange/ImageFetch.h"
#include "exchange/Masking.h"
#include "exchange/ProductionDesk.h"
#include "production/ProductionQueryView.h"
#include "production/ProductionsView.h"
#include "rules/RuleSet.h"
#include "shell/Dialogs.h"
#include "shell/DocumentTabs.h"
#include "shell/EnvironmentButton.h"
#include "shell/FileDesk.h"
#include "shell/MessageBar.h"
#include "shell/PreviewLink.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/Files.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"
#include "workspace/Settings.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>
#include <QStackedWidget>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using production::ProductionQueryView;
using production::ProductionsView;

namespace {

constexpr int ImageTimeoutMs = 20000;
constexpr qint64 LargestIdsFile = 4 * 1024 * 1024; ///< bytes; a list of IDs is far smaller

/// Two workspaces may each have an environment of one name.
QString keyOf(const exchange::Environment &environment)
{
    return environment.folder + u'|' + environment.name;
}

} // namespace

ProductionsLink::ProductionsLink(
    const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, PreviewLink &preview, QStackedWidget &centre, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_tabs(tabs)
    , m_files(files)
    , m_preview(preview)
    , m_centre(centre)
{
    connect(m_frame.actions.action("exchange.productions"), &QAction::triggered, this, &ProductionsLink::show);
    connect(&m_models.environments, &exchange::EnvironmentList::changed, this, &ProductionsLink::environmentChanged);
}

ProductionsLink::~ProductionsLink()
{
    delete m_page;
}

void ProductionsLink::build()
{
    m_desk = new exchange::ProductionDesk(m_models.dispatcher, m_models.exchanges, this);
    m_images = new exchange::ImageFetch(this);
    m_page = new ProductionsView(m_models.rulebook, {m_models.rulebook.catalog, m_models.rulebook.vocabularies});
    connectQuestion();
    connectAnswer();
    environmentChanged();
}

void ProductionsLink::connectQuestion()
{
    connect(m_page.data(), &ProductionsView::askWanted, this, &ProductionsLink::ask);
    connect(m_page.data(), &ProductionsView::cancelWanted, m_desk, &exchange::ProductionDesk::cancel);
    connect(m_page.data(), &ProductionsView::environmentsWanted, this, &ProductionsLink::environmentsWanted);
    connect(m_page.data(), &ProductionsView::idsFileWanted, this, [this] {
        const QStringList chosen = m_frame.dialogs.openFiles(&m_frame.window, m_models.folder.folder());
        if (!chosen.isEmpty())
            readIds(chosen.front());
    });
    connect(m_page.data(), &ProductionsView::idsFileDropped, this, &ProductionsLink::readIds);
    connect(m_page.data(), &ProductionsView::queryDocumentWanted, this,
        [this](const QByteArray &text) { m_models.documents.take(text, workspace::OpenDocument::Origin::Pasted, tr("Question to Atom Tickets")); });
    connect(m_page.data(), &ProductionsView::explainWanted, this, &ProductionsLink::explainWanted);
    connect(m_page.data(), &ProductionsView::refused, this, [this](const QString &why) { m_frame.messages.say(MessageBar::Kind::Error, why); });
    connect(m_page->query(), &ProductionQueryView::changed, this, [this] {
        if (isInFront())
            showPreview();
    });
    connect(m_desk, &exchange::ProductionDesk::progressed, m_page.data(), &ProductionsView::showProgress);
    connect(m_desk, &exchange::ProductionDesk::finished, m_page.data(), [this] { m_page->showAnswer(m_desk->result()); });
}

void ProductionsLink::connectAnswer()
{
    connect(m_page.data(), &ProductionsView::imageWanted, this, &ProductionsLink::fetchImage);
    connect(m_page.data(), &ProductionsView::imagesAllowedChanged, this, &ProductionsLink::allowImages);
    connect(m_images, &exchange::ImageFetch::fetched, m_page.data(), [this](int number, const QByteArray &bytes, const QString &problem) {
        m_page->showImage(m_fetching.take(number), bytes, problem);
    });
    connect(m_page.data(), &ProductionsView::openLinkWanted, this, [this](const QUrl &url) {
        if (!QDesktopServices::openUrl(url))
            m_frame.messages.say(MessageBar::Kind::Error, tr("No browser opened %1.").arg(url.toDisplayString()));
    });
    connect(m_page.data(), &ProductionsView::placeWanted, this, &ProductionsLink::inspect);
    connect(m_page.data(), &ProductionsView::inspectWanted, this, [this] { inspect({}); });
    connect(m_page.data(), &ProductionsView::saveWanted, &m_files, &FileDesk::saveBytes);
}

void ProductionsLink::show()
{
    if (!m_page)
        build();
    m_centre.setCurrentIndex(1);
    m_tabs.showPage(m_page, tr("Productions"));
    m_page->query()->focusFirst();
}

void ProductionsLink::showQuestion(const QByteArray &text)
{
    show();
    if (!m_page->setQuery(text))
        m_frame.messages.say(MessageBar::Kind::Error, tr("This can't be asked: put its problems right first."));
}

bool ProductionsLink::isInFront() const
{
    return m_page && m_tabs.currentPage() == m_page;
}

void ProductionsLink::environmentChanged()
{
    if (!m_page)
        return;
    const exchange::Environment &environment = m_models.environments.current();
    m_page->setEnvironment(environmentTitle(environment.name), environment.isProtected, m_models.environments.atom().has_value());
    m_images->setProxy(environment.proxy); // without its password: pictures aren't worth asking for one
    if (environment.isProtected)
        m_page->setImagesAllowed(m_models.settings.imagesAllowedIn().contains(keyOf(environment)));
    if (isInFront())
        showPreview();
}

void ProductionsLink::showPreview()
{
    const ProductionQueryView &query = *m_page->query();
    m_preview.showAside({query.queryText(), [this]() -> Expected<PreviewLink::Aside::Request> {
                             const auto endpoint = m_models.environments.atom();
                             if (!endpoint)
                                 return tl::unexpected(endpoint.error());
                             const ProductionQueryView &asked = *m_page->query();
                             auto request = partners::makeAtomRequest(asked.operation(), asked.target(), *endpoint, bodyOf(asked.operation()));
                             if (!request)
                                 return tl::unexpected(request.error());
                             return PreviewLink::Aside::Request{*std::move(request), asked.operation(), m_models.environments.current().name};
                         }});
}

/// What is shown is what is sent.
QByteArray ProductionsLink::bodyOf(partners::Operation operation) const
{
    return partners::infoOf(operation).hasBody ? m_page->query()->queryText() : QByteArray();
}

void ProductionsLink::ask(partners::Operation operation, const partners::AtomTarget &target, bool allPages)
{
    if (m_desk->start(operation, target, allPages, m_models.environments.current(), bodyOf(operation)))
        return;
    m_page->showIdle();
    if (!m_desk->problem().isEmpty())
        m_frame.messages.say(MessageBar::Kind::Error, m_desk->problem());
}

void ProductionsLink::readIds(const QString &path)
{
    if (QFileInfo(path).size() > LargestIdsFile) {
        m_frame.messages.say(MessageBar::Kind::Error, tr("This file is too large for a list of IDs."));
        return;
    }
    const auto bytes = workspace::readFile(path);
    const QStringList ids = bytes ? productions::idsIn(*bytes) : QStringList();
    if (!bytes)
        m_frame.messages.say(MessageBar::Kind::Error, sentence(bytes.error()));
    else if (ids.isEmpty())
        m_frame.messages.say(MessageBar::Kind::Error, tr("There are no IDs in “%1”. They may stand in lines, or with commas between.").arg(QFileInfo(path).fileName()));
    else
        m_page->addIds(ids);
}

void ProductionsLink::fetchImage(const QUrl &url)
{
    m_fetching.insert(m_images->fetch(url, ImageTimeoutMs), url);
}

void ProductionsLink::allowImages(bool allowed)
{
    QStringList names = m_models.settings.imagesAllowedIn();
    const QString name = keyOf(m_models.environments.current());
    names.removeAll(name);
    if (allowed && m_models.environments.current().isProtected)
        names << name;
    m_models.settings.setImagesAllowedIn(names);
}

void ProductionsLink::inspect(const payload::Pointer &place)
{
    const exchange::ProductionAnswer &answer = m_desk->result();
    inspector::Source source;
    source.title = tr("Productions, answer");
    source.origin = tr("Answer to %1 · %2").arg(exchange::operationTitle(answer.operation), environmentTitle(m_models.environments.current().name));
    source.fileName = u"productions.json"_s;
    source.headers = exchange::Masking(m_models.environments.current().secretHeaders, {}).headers(answer.reply.headers);
    source.status = answer.reply.status;
    source.elapsedMs = answer.reply.elapsedMs;
    source.bytesSent = answer.reply.bytesSent;
    source.bytesReceived = answer.reply.bytesReceived;
    source.askedIds = answer.asked.ids;
    Q_EMIT inspectWanted(source, answer.reply.body, place);
}

} // namespace marquee::shell
