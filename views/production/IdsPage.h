// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStringListModel;

namespace marquee::production {

/// The IDs of what a venue shows, in the partner's order, to get the details of.
class IdsPage : public QWidget
{
    Q_OBJECT

public:
    explicit IdsPage(QWidget *parent = nullptr);

    void show(const QString &venue, const QStringList &ids);

Q_SIGNALS:
    /// Of the selected ones, or of all where none is.
    void detailsWanted(const QStringList &ids);
    void inspectWanted();

private:
    QStringList wanted() const;
    void refresh();

    QLabel *m_words;
    QListView *m_list;
    QStringListModel *m_model;
    QPushButton *m_details;
};

} // namespace marquee::production
