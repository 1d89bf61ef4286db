// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FileDesk.h"

#include "payload/Repair.h"
#include "rules/RuleSet.h"
#include "shell/MessageBar.h"
#include "workspace/Files.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"
#include "workspace/Settings.h"
#include "workspace/WorkspaceFile.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using workspace::OpenDocument;

namespace {

constexpr qsizetype LargestAtOnce = 1024 * 1024; ///< bytes; more is written on another thread

/// A title as a file's name, with the ending of what is in it.
QString fileName(QString title, bool isXml)
{
    for (QChar &c : title)
        c = c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.' ? c.toLower() : QChar(u'-');
    while (title.contains("--"_L1))
        title.replace("--"_L1, "-"_L1);
    while (title.startsWith(u'-') || title.startsWith(u'.'))
        title.remove(0, 1);
    while (title.endsWith(u'-'))
        title.chop(1);
    if (title.isEmpty())
        title = isXml ? u"message"_s : u"avail"_s;
    return title.left(80) + (isXml ? u".xml"_s : u".json"_s);
}

} // namespace

FileDesk::FileDesk(const Models &models, Dialogs &dialogs, MessageBar &messages, QWidget *window)
    : QObject(window)
    , m_models(models)
    , m_dialogs(dialogs)
    , m_messages(messages)
    , m_window(window)
{
    workspace::OpenDocuments &documents = models.documents;
    connect(&documents, &workspace::OpenDocuments::saved, this, &FileDesk::saved);
    connect(&documents, &workspace::OpenDocuments::saveFailed, this, &FileDesk::saveFailed);
    connect(&documents, &workspace::OpenDocuments::openFailed, this, [this](const QString &, const Error &error) {
        m_messages.say(MessageBar::Kind::Error, sentence(error));
    });
}

void FileDesk::makeNew()
{
    const auto choice = m_dialogs.chooseTemplate(m_window, m_models.templates);
    if (!choice || !choice->from)
        return;
    const auto made = m_models.documents.make(*choice->from, choice->extract);
    if (!made)
        m_messages.say(MessageBar::Kind::Error, sentence(made.error()));
}

void FileDesk::openWithDialog()
{
    open(m_dialogs.openFiles(m_window, m_models.folder.folder()));
}

void FileDesk::open(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (QFileInfo(path).isDir()) {
            openFolder(path);
            continue;
        }
        m_models.documents.open(path);
        m_models.settings.addRecentFile(QFileInfo(path).absoluteFilePath());
    }
}

void FileDesk::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        m_messages.say(MessageBar::Kind::Hint, tr("There is no text on the clipboard. Copy a payload first."));
        return;
    }
    m_models.documents.take(text.toUtf8(), OpenDocument::Origin::Pasted, {});
}

void FileDesk::chooseFolder()
{
    if (const QString folder = m_dialogs.chooseFolder(m_window, m_models.folder.folder()); !folder.isEmpty())
        openFolder(folder);
}

void FileDesk::openFolder(const QString &folder)
{
    const auto file = workspace::WorkspaceFile::read(folder);
    rules::Severities severities;
    if (file) {
        const std::vector<QString> refused = rules::readSeverities(file->rules, *m_models.rulebook.rules, severities);
        if (!refused.empty())
            m_messages.say(MessageBar::Kind::Warning, refused.front());
    } else {
        m_messages.say(MessageBar::Kind::Warning, sentence(file.error()));
    }
    m_models.documents.setSeverities(severities);
    m_models.folder.setSeverities(severities);
    m_models.folder.setFolder(folder);
    m_models.settings.setLastFolder(m_models.folder.folder());
    Q_EMIT folderChanged(m_models.folder.folder());
}

QString FileDesk::suggestionFor(const OpenDocument &document) const
{
    if (!document.path().isEmpty())
        return document.path();
    return QDir(m_models.folder.folder()).filePath(fileName(document.title(), document.isXml()));
}

bool FileDesk::saveTo(OpenDocument *document)
{
    const QString path = m_dialogs.saveFile(m_window, suggestionFor(*document));
    if (path.isEmpty())
        return false;
    m_models.documents.save(document, path);
    return true;
}

void FileDesk::save(OpenDocument *document)
{
    if (document->path().isEmpty())
        saveTo(document);
    else if (mayWrite(document))
        m_models.documents.save(document, document->path());
}

void FileDesk::saveAs(OpenDocument *document)
{
    saveTo(document);
}

void FileDesk::saveAll()
{
    for (OpenDocument *document : m_models.documents.all()) {
        if (document->isModified())
            save(document);
    }
}

void FileDesk::saved(OpenDocument *document)
{
    m_models.settings.addRecentFile(document->path());
    if (!m_awaited.remove(document) || !m_awaited.isEmpty())
        return;
    // Not while others still hear that it was saved: they look at the document.
    std::vector<QPointer<OpenDocument>> closing;
    for (OpenDocument *one : std::exchange(m_closing, {}))
        closing.emplace_back(one);
    QTimer::singleShot(0, this, [this, closing = std::move(closing), then = std::exchange(m_then, {})] {
        std::vector<OpenDocument *> left;
        for (const QPointer<OpenDocument> &one : closing) {
            if (one)
                left.push_back(one);
        }
        close(std::move(left), then); // and asks again, where editing went on while it was saved
    });
}

void FileDesk::saveFailed(OpenDocument *document, const Error &error)
{
    m_messages.say(MessageBar::Kind::Error, tr("“%1” isn't saved. %2").arg(document->name(), sentence(error)));
    m_awaited.clear();
    m_closing.clear();
    m_then = {};
}

void FileDesk::closeAll(std::function<void()> then)
{
    close(m_models.documents.all(), std::move(then));
}

bool FileDesk::wouldBeLost(const OpenDocument *document) const
{
    return document->isModified() || (m_guard.isLost && m_guard.isLost(document));
}

void FileDesk::close(std::vector<OpenDocument *> documents, std::function<void()> then)
{
    QStringList names;
    std::vector<OpenDocument *> unsaved;
    for (OpenDocument *document : documents) {
        if (!wouldBeLost(document))
            continue;
        unsaved.push_back(document);
        names << document->name();
    }
    const Dialogs::Unsaved answer = names.isEmpty() ? Dialogs::Unsaved::Discard : m_dialogs.askUnsaved(m_window, names);
    if (answer == Dialogs::Unsaved::Cancel)
        return;
    if (answer == Dialogs::Unsaved::Discard) {
        for (OpenDocument *document : documents)
            m_models.documents.close(document);
        if (then)
            then();
        return;
    }
    std::vector<std::pair<OpenDocument *, QString>> places;
    for (OpenDocument *document : unsaved) {
        const QString path = document->path().isEmpty() ? m_dialogs.saveFile(m_window, suggestionFor(*document)) : document->path();
        if (path.isEmpty() || (path == document->path() && !mayWrite(document)))
            return; // no place to save to: nothing is closed
        places.emplace_back(document, path);
    }
    m_closing = std::move(documents);
    m_then = std::move(then);
    for (const auto &[document, path] : places)
        m_awaited.insert(document);
    for (const auto &[document, path] : places)
        m_models.documents.save(document, path);
}

void FileDesk::showRepair(OpenDocument *document)
{
    const QByteArray bytes = document->bytes();
    const auto repair = payload::proposeRepair(bytes);
    if (!repair)
        return;
    QStringList changes;
    for (const payload::Repair::Change &one : repair->changes) {
        const QString inserted = QString::fromStdString(one.inserted);
        const QString removed = QString::fromStdString(one.removed);
        changes << (removed.isEmpty()     ? tr("“%1” added in line %2").arg(inserted).arg(one.place.line)
                        : inserted.isEmpty() ? tr("“%1” taken out of line %2").arg(removed).arg(one.place.line)
                                             : tr("“%1” instead of “%2” in line %3").arg(inserted, removed).arg(one.place.line));
    }
    if (m_dialogs.acceptRepair(m_window, tr("%1. Nothing else changes.").arg(changes.join(u", "_s)), bytes, repair->text))
        document->editText(repair->text);
}

void FileDesk::saveBytes(const QByteArray &bytes, const QString &suggested)
{
    const QString path = m_dialogs.saveFile(m_window, QDir(m_models.folder.folder()).filePath(suggested));
    if (path.isEmpty())
        return;
    const auto tell = [this, path](const Expected<void> &done) {
        if (done)
            m_messages.say(MessageBar::Kind::Good, tr("Saved in “%1”.").arg(QDir::toNativeSeparators(path)));
        else
            m_messages.say(MessageBar::Kind::Error, sentence(done.error()));
    };
    if (bytes.size() <= LargestAtOnce) {
        tell(workspace::saveFile(path, bytes));
        return;
    }
    m_messages.sayBusy(tr("Saving in “%1”…").arg(QDir::toNativeSeparators(path)));
    QThreadPool::globalInstance()->start([self = QPointer(this), path, bytes, tell] {
        auto done = workspace::saveFile(path, bytes);
        QMetaObject::invokeMethod(qApp, [self, tell, done] {
            if (self)
                tell(done);
        }, Qt::QueuedConnection);
    });
}

} // namespace marquee::shell
