// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "performances/FileSuggestions.h"

namespace marquee::workspace {
class FolderModel;
class OpenDocuments;
}

namespace marquee::performances {

/// Values in use in the workspace: in its files, in the open documents as they stand, and what else is offered.
class WorkspaceSuggestions : public QObject
{
    Q_OBJECT

public:
    /// Both have to outlive it.
    WorkspaceSuggestions(const workspace::OpenDocuments &documents, const workspace::FolderModel &folder, QObject *parent = nullptr);

    /// To be suggested beside what is in use.
    void offer(const Suggestions &others);
    /// Quick, but for the first call after a document was changed. Valid until the next one.
    const Suggestions &values();

private:
    const workspace::OpenDocuments &m_documents;
    FileSuggestions m_files;
    Suggestions m_offered;
    Suggestions m_values;
    QString m_valuesOf; ///< the documents and their states that these are of; empty: none
};

} // namespace marquee::performances
