// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace marquee::workspace {

/// The files in whose names every word stands, and the headings above them.
class FolderFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FolderFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    bool isOpen() const { return m_words.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

} // namespace marquee::workspace
