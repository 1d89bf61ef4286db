// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/CallbacksFilter.h"

#include <algorithm>

namespace marquee::callbacks {

namespace {

bool has(const CallbackEntry &entry, CallbacksFilter::Which which)
{
    if (which == CallbacksFilter::WithoutMessage)
        return entry.isLooked && !entry.message;
    if (!entry.callback)
        return which == CallbacksFilter::WithErrors;
    return std::any_of(
        entry.callback->responses.begin(), entry.callback->responses.end(), [which](const Response &response) {
            return which == CallbacksFilter::WithErrors ? response.verdict == Verdict::Error
                                                        : !response.warnings.empty();
        });
}

} // namespace

CallbacksFilter::CallbacksFilter(CallbacksModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&m_model);
}

void CallbacksFilter::setFilter(Which which, const QString &text)
{
    m_which = which;
    m_text = text;
    invalidateFilter();
}

const CallbackEntry *CallbacksFilter::at(const QModelIndex &index) const
{
    const QModelIndex there = mapToSource(index);
    return there.isValid() && !there.parent().isValid() ? &m_model.entry(there.row()) : nullptr;
}

QModelIndex CallbacksFilter::indexOf(const QString &id) const
{
    const int row = m_model.rowOf(id);
    return row < 0 ? QModelIndex() : mapFromSource(m_model.index(row, 0));
}

bool CallbacksFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (parent.isValid())
        return true;
    if (m_which != All && !has(m_model.entry(row), m_which))
        return false;
    return m_text.isEmpty()
        || m_model.index(row, 0).data(CallbacksModel::SearchRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace marquee::callbacks
