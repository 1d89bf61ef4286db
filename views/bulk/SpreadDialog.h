// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/BulkDialog.h"
#include "windows/Spread.h"

class QLineEdit;

namespace marquee::bulk {

class CheckList;

/// Asks over which territories, licence types and formats a window is to be spread, and how the new ones are called.
class SpreadDialog : public BulkDialog
{
    Q_OBJECT

public:
    SpreadDialog(const rules::Context &context, std::uint32_t row, QWidget *parent = nullptr);

private:
    static constexpr int MostShown = 200;

    CheckList *vocabulary(const QString &name, const QString &title, const char *vocabulary, const std::string &own);
    void refresh();
    void showPreview(const windows::SpreadPlan &plan);

    std::uint32_t m_row;
    QStandardItemModel *m_preview;
    CheckList *m_territories;
    CheckList *m_licences;
    CheckList *m_formats;
    QLineEdit *m_pattern;
};

} // namespace marquee::bulk
