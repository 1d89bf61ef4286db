// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Difference.h"

#include <QWidget>

#include <array>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace marquee::changes {

/// What a document is compared with.
enum class Other : std::uint8_t
{
    SavedFile,
    LastAnswer,
    File ///< one that the user chose
};

/// What stands above the differences: what to compare with, how many of which kind, what to show of them.
class ChangesBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesBar(QWidget *parent = nullptr);

    Other other() const;
    void setOther(Other other); ///< tells otherChanged where that is new
    void setFileName(const QString &name); ///< of the chosen file; empty: none
    void setCounts(const Comparison &comparison);
    void setCanPutBack(bool can);
    void clearFilters();

Q_SIGNALS:
    void otherChanged();
    void chooseWanted(); ///< a file, please
    void filterChanged(const QString &text);
    void kindToggled(marquee::changes::Difference::Kind kind, bool shown);
    void putBackWanted();
    void listWanted(); ///< Enter in the filter

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addChoice(QHBoxLayout &layout);
    void addChips(QHBoxLayout &layout);
    void addSearch(QHBoxLayout &layout);
    void applyFonts();
    void arrange();
    void nameChips(bool small);

    QLabel *m_label = nullptr;
    QComboBox *m_other = nullptr;
    QPushButton *m_choose = nullptr;
    std::array<QPushButton *, 3> m_chips{}; ///< by kind
    std::array<std::size_t, 3> m_counts{};
    QLineEdit *m_search = nullptr;
    QPushButton *m_putBack = nullptr;
};

} // namespace marquee::changes
