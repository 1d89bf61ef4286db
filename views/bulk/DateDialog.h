// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/BulkDialog.h"

#include <cstdint>
#include <optional>

class QCheckBox;
class QLabel;

namespace marquee::editor {
class DateTimeEditor;
}

namespace marquee::bulk {

/// Asks for one date: an end for windows, or where to split them.
class DateDialog : public BulkDialog
{
    Q_OBJECT

public:
    enum class Purpose : std::uint8_t
    {
        SetEnd,
        Split
    };

    DateDialog(Purpose purpose, const rules::Context &context, const windows::Rows &rows, QWidget *parent = nullptr);

private:
    std::optional<std::int64_t> moment() const;
    void refresh();

    Purpose m_purpose;
    windows::Rows m_rows;
    editor::DateTimeEditor *m_date;
    QLabel *m_reading;
    QCheckBox *m_noEnd;
};

} // namespace marquee::bulk
