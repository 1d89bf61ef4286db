// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Problem.h"

#include <QSortFilterProxyModel>

#include <array>

namespace marquee::problems {

/// Of the problems, those of the severities that are switched on in which every word of a text stands.
class ProblemsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString &text);
    void setShown(rules::Severity severity, bool shown);
    bool isShown(rules::Severity severity) const { return m_shown[static_cast<std::size_t>(severity)]; }
    /// Nothing is held back.
    bool isOpen() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    std::array<bool, 3> m_shown{true, true, true};
};

} // namespace marquee::problems
