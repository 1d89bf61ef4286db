// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QWidget;

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class DocumentTabs;
class FileDesk;
class PreviewLink;

/// Leads the user to places: a field, the next problem, what a partner complained about in a document that isn't open yet,
/// whatever is found by its name.
class Navigator : public QObject
{
    Q_OBJECT

public:
    Navigator(const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, PreviewLink &preview, QObject *parent);

    void setPaletteAnchor(QWidget *anchor) { m_paletteAnchor = anchor; }

    /// In the document in front: the cursor into the field, the preview onto its lines.
    void goTo(const payload::Pointer &field);
    void showField(workspace::OpenDocument *document, const payload::Pointer &field); ///< the same in another open document
    void stepProblem(int by); ///< 1 to the next, -1 to the one before
    /// Opens the file, and shows what the partner complained about (as it says it), or else the window of that ID.
    void openAt(const QString &file, const QString &transaction, const QString &errorPath);
    /// Opens the file, and puts the cursor into the field.
    void openField(const QString &file, const payload::Pointer &field);
    /// Opens the file, where it isn't, and calls with its document.
    void openFile(const QString &file, std::function<void(workspace::OpenDocument *)> then);
    /// The same for a text without a file, which becomes a document of that name, where it isn't one already.
    void openText(const QByteArray &text, const QString &name, const payload::Pointer &field);
    /// As openAt, for a text without a file.
    void openRow(const QByteArray &text, const QString &name, const QString &errorPath);
    void openPalette();

private:
    void showPlace(workspace::OpenDocument *document, const QString &transaction, const QString &errorPath);
    /// Calls once when that file is opened; only the last one that was asked for is waited for.
    void onceOpened(const QString &path, std::function<void(workspace::OpenDocument *)> then);
    /// Calls once with the next document that is opened and that `is` says yes to.
    void onceOpened(std::function<bool(const workspace::OpenDocument &)> is, std::function<void(workspace::OpenDocument *)> then);

    const Frame m_frame;
    const Models m_models;
    DocumentTabs &m_tabs;
    FileDesk &m_files;
    PreviewLink &m_preview;
    std::unique_ptr<QObject> m_opening; ///< while a file is waited for
    QWidget *m_paletteAnchor = nullptr;
    QPointer<workspace::OpenDocument> m_stepped; ///< in which stepProblem went last
    int m_lastStep = -1;
};

} // namespace marquee::shell
