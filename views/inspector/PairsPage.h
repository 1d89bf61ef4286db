// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Page.h"

#include <QString>

#include <utility>
#include <vector>

class QLabel;
class QTreeWidget;

namespace marquee::inspector {

/// A page of names with what they say: the headers, or the times. A row is copied with Ctrl+C.
class PairsPage : public Page
{
    Q_OBJECT

public:
    using Pairs = std::vector<std::pair<QString, QString>>;

    /// `name` begins the objects' names: "inspectorHeaders". `none`: what is said where there are none.
    PairsPage(const QString &name, const QString &title, const QString &none, QWidget *parent = nullptr);

    void setPairs(const Pairs &pairs);

    void setFind(const QString &text, bool matchCase) override;
    void step(bool forwards) override;
    Hits hits() const override;
    void takeFocus() override;

public Q_SLOTS:
    void copy(); ///< the selected rows as "name: value"; all where none is

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void findAgain();

    QTreeWidget *m_list;
    QLabel *m_none;
    Pairs m_pairs;
    QString m_find;
    bool m_matchCase = false;
    std::vector<int> m_rows; ///< those with a hit
};

} // namespace marquee::inspector
