// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QObject>

#include <map>
#include <memory>

namespace marquee::workspace {

class OpenDocument;
class OpenDocuments;

/// Says of files that are open who has them, and finds out where somebody else does: another Marquee on this machine, or on one
/// that shares the home. One thread.
class FileClaims : public QObject
{
    Q_OBJECT

public:
    /// `folder`: where the claims are; empty: in the program's home. The documents have to outlive it.
    explicit FileClaims(OpenDocuments &documents, const QString &folder = {}, QObject *parent = nullptr);
    ~FileClaims() override;

Q_SIGNALS:
    /// Another process has that document's file open.
    void taken(marquee::workspace::OpenDocument *document, qint64 process, const QString &machine);

private:
    struct Claim
    {
        QString path;
        std::unique_ptr<QLockFile> lock; ///< null: somebody else has it
    };
    void claim(OpenDocument *document);
    void release(OpenDocument *document);

    QString m_folder;
    std::map<OpenDocument *, Claim> m_claims;
};

} // namespace marquee::workspace
