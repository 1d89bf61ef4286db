// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FileClaims.h"

#include "workspace/Home.h"
#include "workspace/OpenDocuments.h"

#include <QCryptographicHash>
#include <QDir>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

FileClaims::FileClaims(OpenDocuments &documents, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder.isEmpty() ? homeFolder() + u"/open"_s : folder)
{
    connect(&documents, &OpenDocuments::opened, this, &FileClaims::claim);
    connect(&documents, &OpenDocuments::saved, this, &FileClaims::claim); // under another name, perhaps
    connect(&documents, &OpenDocuments::closing, this, &FileClaims::release);
}

FileClaims::~FileClaims() = default;

void FileClaims::claim(OpenDocument *document)
{
    if (!m_claims.contains(document)) // its file may be renamed
        connect(document, &OpenDocument::stateChanged, this, [this, document] {
            if (m_claims.contains(document))
                this->claim(document);
        });
    Claim &claim = m_claims[document];
    if (document->path().isEmpty() || claim.path == document->path())
        return;
    QDir().mkpath(m_folder);
    claim.path = document->path();
    const QByteArray name = QCryptographicHash::hash(claim.path.toUtf8(), QCryptographicHash::Sha1).toHex();
    claim.lock = std::make_unique<QLockFile>(m_folder + u'/' + QString::fromLatin1(name) + u".lock"_s);
    claim.lock->setStaleLockTime(0); // only a process that is gone makes it stale
    if (claim.lock->tryLock(0))
        return;
    qint64 process = 0;
    QString machine;
    QString program;
    const bool isKnown = claim.lock->error() == QLockFile::LockFailedError && claim.lock->getLockInfo(&process, &machine, &program);
    claim.lock.reset();
    if (isKnown)
        Q_EMIT taken(document, process, machine);
}

void FileClaims::release(OpenDocument *document)
{
    m_claims.erase(document);
}

} // namespace marquee::workspace
