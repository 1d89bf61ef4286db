// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <string>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace marquee::bulk {

/// A list of values to tick, with a search above it. "Select all" ticks what the search shows.
class CheckList : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        std::string value;
        QString label; ///< may be empty
    };

    /// `ticked` come first, those that aren't among the entries too. Parts are called `name`List, `name`Search,
    /// `name`All.
    CheckList(const QString &name, const QString &title, std::vector<Entry> entries,
        const std::vector<std::string> &ticked, QWidget *parent = nullptr);

    std::vector<std::string> ticked() const; ///< in the order of the list

Q_SIGNALS:
    void changed();

private:
    void fill(std::vector<Entry> entries, const std::vector<std::string> &ticked);
    void tickAll(bool isOn);
    void refresh();

    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_shown;
    QLabel *m_count;
    QCheckBox *m_all;
    bool m_isBusy = false;
};

} // namespace marquee::bulk
