// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Text.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>

namespace marquee::shell {

class DocumentTabs;
class FileDesk;

/// A copy of a document for support, in which titles, prices and contracts are replaced.
class MaskLink : public QObject
{
    Q_OBJECT

public:
    MaskLink(const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, QObject *parent);

    void mask(const QString &name, const payload::Text &text);

private:
    const Frame m_frame;
    const Models m_models;
    FileDesk &m_files;
};

} // namespace marquee::shell
