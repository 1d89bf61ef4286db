// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/EpisodePattern.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>

#include <optional>

namespace marquee::series {
class EpisodeWriter;
class SeriesDialog;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class DocumentTabs;

/// Episodes made of the season in front: as files of the workspace, as documents, or as one batch.
class SeriesLink : public QObject
{
    Q_OBJECT

public:
    SeriesLink(const Frame &frame, const Models &models, DocumentTabs &tabs, QObject *parent);

    void updateActions(const workspace::OpenDocument *current);

private:
    void ask();
    void make(const series::SeriesDialog &dialog, const QString &name);
    void written(const QStringList &files, const std::vector<Error> &errors);

    const Frame m_frame;
    const Models m_models;
    DocumentTabs &m_tabs;
    series::EpisodeWriter *m_writer;
    std::optional<series::EpisodePattern> m_last;
};

} // namespace marquee::shell
