// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Navigator.h"

#include "partners/PartnerPlace.h"
#include "shell/DocumentTabs.h"
#include "shell/FileDesk.h"
#include "shell/Palette.h"
#include "shell/PreviewLink.h"
#include "shell/StatusLine.h"
#include "workspace/OpenDocuments.h"

#include <QFileInfo>
#include <QMainWindow>

namespace marquee::shell {

using payload::Pointer;
using workspace::OpenDocument;
using workspace::OpenDocuments;

Navigator::Navigator(const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, PreviewLink &preview, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_tabs(tabs)
    , m_files(files)
    , m_preview(preview)
{
}

void Navigator::goTo(const Pointer &field)
{
    m_tabs.focusField(field);
    m_preview.showField(field);
}

void Navigator::showField(OpenDocument *document, const Pointer &field)
{
    m_tabs.show(document);
    goTo(field);
}

void Navigator::onceOpened(const QString &path, std::function<void(OpenDocument *)> then)
{
    m_opening = std::make_unique<QObject>(); // whoever was waited for before is no news any more
    connect(&m_models.documents, &OpenDocuments::opened, m_opening.get(), [this, path, then = std::move(then)](OpenDocument *document) {
        if (document->path() != path)
            return;
        m_opening.release()->deleteLater();
        then(document);
    });
    connect(&m_models.documents, &OpenDocuments::openFailed, m_opening.get(), [this, path](const QString &failed) {
        if (QFileInfo(failed).absoluteFilePath() == path)
            m_opening.release()->deleteLater();
    });
}

void Navigator::onceOpened(std::function<bool(const OpenDocument &)> is, std::function<void(OpenDocument *)> then)
{
    auto *once = new QObject(this);
    connect(&m_models.documents, &OpenDocuments::opened, once, [once, is = std::move(is), then = std::move(then)](OpenDocument *document) {
        if (!is(*document))
            return;
        once->deleteLater();
        then(document);
    });
    connect(&m_models.documents, &OpenDocuments::openFailed, once, &QObject::deleteLater);
}

void Navigator::openFile(const QString &file, std::function<void(OpenDocument *)> then)
{
    if (OpenDocument *document = m_models.documents.find(file)) {
        then(document);
        return;
    }
    onceOpened(QFileInfo(file).absoluteFilePath(), std::move(then));
    m_files.open({file});
}

void Navigator::openAt(const QString &file, const QString &transaction, const QString &errorPath)
{
    openFile(file, [this, transaction, errorPath](OpenDocument *document) { showPlace(document, transaction, errorPath); });
}

void Navigator::openField(const QString &file, const Pointer &field)
{
    openFile(file, [this, field](OpenDocument *document) { showField(document, field); });
}

void Navigator::openText(const QByteArray &text, const QString &name, const Pointer &field)
{
    for (OpenDocument *document : m_models.documents.all()) {
        if (document->path().isEmpty() && document->name() == name && document->bytes() == text) {
            showField(document, field);
            return;
        }
    }
    onceOpened([name](const OpenDocument &document) { return document.path().isEmpty() && document.name() == name; },
        [this, field](OpenDocument *document) { showField(document, field); });
    m_models.documents.take(text, OpenDocument::Origin::Pasted, name);
}

void Navigator::openRow(const QByteArray &text, const QString &name, const QString &errorPath)
{
    onceOpened([name](const OpenDocument &document) { return document.path().isEmpty() && document.name() == name; },
        [this, errorPath](OpenDocument *document) { showPlace(document, {}, errorPath); });
    m_models.documents.take(text, OpenDocument::Origin::Pasted, name);
}

void Navigator::showPlace(OpenDocument *document, const QString &transaction, const QString &errorPath)
{
    m_tabs.show(document);
    if (!document->isPayload())
        return;
    partners::PartnerError error;
    error.path = errorPath;
    if (const auto place = errorPath.isEmpty() ? std::nullopt : partners::placeIn(error, document->payload())) {
        goTo(*place);
        return;
    }
    if (transaction.isEmpty() || !document->isAvail())
        return;
    const payload::Value windows = document->payload().root().member("avail").member("Transaction");
    for (std::uint32_t i = 0; i < windows.size(); ++i) {
        if (QString::fromStdString(windows.at(i).member("_TransactionID").string()) == transaction)
            goTo(Pointer().child("avail").child("Transaction").child(i).child("_TransactionID"));
    }
}

/// From where the last step stood, round and round.
void Navigator::stepProblem(int by)
{
    OpenDocument *document = m_tabs.current();
    const std::vector<rules::Problem> problems = document->validator().problems(300);
    if (problems.empty()) {
        m_frame.status.say(tr("No problems."));
        return;
    }
    const int count = static_cast<int>(problems.size());
    const bool isFirst = m_stepped != document || m_lastStep < 0;
    m_lastStep = isFirst ? (by > 0 ? 0 : count - 1) : (m_lastStep + by + count) % count;
    m_stepped = document;
    const rules::Problem &problem = problems[static_cast<std::size_t>(m_lastStep)];
    const rules::Context context = document->validator().context();
    m_frame.status.say(tr("Problem %1 of %2: %3").arg(m_lastStep + 1).arg(count).arg(problem.rule->message(problem, context)));
    const Pointer field = problem.rule->field(problem, context);
    document->touch(field);
    goTo(field);
}

void Navigator::openPalette()
{
    auto *palette = new Palette(m_models, m_frame.actions, m_tabs.current(), &m_frame.window);
    connect(palette, &Palette::fieldWanted, this, &Navigator::goTo);
    connect(palette, &Palette::fileWanted, this, [this](const QString &path) { m_files.open({path}); });
    connect(palette, &Palette::documentWanted, &m_tabs, &DocumentTabs::show);
    palette->openBelow(m_paletteAnchor);
}

} // namespace marquee::shell
