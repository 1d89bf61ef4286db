// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/WorkspaceSuggestions.h"

#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"

namespace marquee::performances {

using namespace Qt::StringLiterals;
using workspace::OpenDocument;

WorkspaceSuggestions::WorkspaceSuggestions(
    const workspace::OpenDocuments &documents, const workspace::FolderModel &folder, QObject *parent)
    : QObject(parent)
    , m_documents(documents)
{
    connect(&folder, &workspace::FolderModel::settled, this, [this, &folder] { m_files.look(folder.messages()); });
    connect(&m_files, &FileSuggestions::changed, this, [this] { m_valuesOf.clear(); });
}

void WorkspaceSuggestions::offer(const Suggestions &others)
{
    m_offered = others;
    m_valuesOf.clear();
}

const Suggestions &WorkspaceSuggestions::values()
{
    QString of = u"."_s;
    for (const OpenDocument *document : m_documents.all()) {
        if (document->isMessage())
            of += QString::number(reinterpret_cast<quintptr>(document), 16) + u'@' + QString::number(document->state()) + u' ';
    }
    if (m_valuesOf == of)
        return m_values;
    m_valuesOf = of;
    m_values = m_files.values();
    m_values.add(m_offered);
    for (const OpenDocument *document : m_documents.all()) {
        if (document->isMessage())
            m_values.collect(document->payload());
    }
    return m_values;
}

} // namespace marquee::performances
