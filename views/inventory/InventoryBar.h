// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/InventoryFilter.h"

#include <QWidget>

#include <map>
#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace marquee::catalog {
class Vocabularies;
}
namespace marquee::editor {
class QuietCombo;
}

namespace marquee::inventory {

class DayLine;

/// Says which windows are wanted.
class InventoryBar : public QWidget
{
    Q_OBJECT

public:
    explicit InventoryBar(std::shared_ptr<const catalog::Vocabularies> vocabularies, QWidget *parent = nullptr);

    Criteria criteria() const;
    void clear();
    /// Puts a text into the search, in that column.
    void searchFor(Column column, const QString &text);
    void focusSearch();
    /// What there is to choose from.
    void offer(Column column, const std::vector<Choice> &choices);

Q_SIGNALS:
    void criteriaChanged();

private:
    editor::QuietCombo *combo(const QString &name, const QString &title);
    editor::QuietCombo *comboOf(Column column) const;
    QWidget *field(const QString &label, QWidget *input);
    void tell();

    std::shared_ptr<const catalog::Vocabularies> m_vocabularies;
    QLineEdit *m_search;
    editor::QuietCombo *m_in;
    DayLine *m_day;
    editor::QuietCombo *m_licence;
    editor::QuietCombo *m_territory;
    editor::QuietCombo *m_format;
    editor::QuietCombo *m_problems;
    QPushButton *m_clear;
    std::map<Column, std::vector<Choice>> m_offered;
    bool m_isFilling = false;
};

} // namespace marquee::inventory
