// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callbacks/CallbacksModel.h"

#include <QSortFilterProxyModel>

namespace marquee::callbacks {

/// The callbacks that the list shows.
class CallbacksFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum Which : std::uint8_t
    {
        All,
        WithErrors,
        WithWarnings,
        WithoutMessage
    };

    /// The model has to outlive it.
    explicit CallbacksFilter(CallbacksModel &model, QObject *parent = nullptr);

    void setFilter(Which which, const QString &text);
    bool isFiltering() const { return m_which != All || !m_text.isEmpty(); }
    /// Of a row that is shown; null where there is none.
    const CallbackEntry *at(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &id) const; ///< not valid where it isn't shown

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    CallbacksModel &m_model;
    Which m_which = All;
    QString m_text;
};

} // namespace marquee::callbacks
