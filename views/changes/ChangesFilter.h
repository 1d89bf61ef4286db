// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Difference.h"

#include <QSortFilterProxyModel>

#include <array>

namespace marquee::changes {

/// Of the differences, those of the kinds that are switched on in which every word of a text stands.
class ChangesFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString &text);
    void setShown(Difference::Kind kind, bool shown);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    std::array<bool, 3> m_shown{true, true, true};
};

} // namespace marquee::changes
