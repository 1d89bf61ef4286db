// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>

namespace marquee::batchdocument {
class BatchDocumentView;
class ItemsPage;
}

namespace marquee::shell {

class DocumentTabs;

/// Batch documents: the actions on their items, and the avails that are added to them.
class BatchDocumentLink : public QObject
{
    Q_OBJECT

public:
    BatchDocumentLink(const Frame &frame, const Models &models, DocumentTabs &tabs, QObject *parent);

    /// The actions as the current document lets them be.
    void updateActions();

private:
    void on(const char *action, void (batchdocument::ItemsPage::*what)());
    void move(const char *action, int by);
    void makeNew();
    void addDocuments(batchdocument::BatchDocumentView *view);

    const Frame m_frame;
    const Models m_models;
    DocumentTabs &m_tabs;
};

} // namespace marquee::shell
