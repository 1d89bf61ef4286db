// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Vocabularies.h"
#include "form/RowsTable.h"

#include <memory>

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::avail {

class WindowsModel;

/// The table of an avail's windows.
class WindowsTable : public form::RowsTable
{
    Q_OBJECT

public:
    explicit WindowsTable(std::shared_ptr<const catalog::Vocabularies> vocabularies, QWidget *parent = nullptr);

    void setDocument(workspace::OpenDocument *document);

private:
    WindowsTable(WindowsModel *model, QWidget *parent);
    void sizeColumns();

    WindowsModel *m_model;
};

} // namespace marquee::avail
