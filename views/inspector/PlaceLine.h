// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Tree.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace marquee::inspector {

class TreeModel;

/// Where the tree's current row stands: each step on the way a link, and buttons to copy the place in both spellings,
/// and the value.
class PlaceLine : public QWidget
{
    Q_OBJECT

public:
    explicit PlaceLine(QWidget *parent = nullptr);

    /// A row of that model; none: nothing is shown.
    void showPlace(const TreeModel &model, const payload::Path &path);
    void clear();

Q_SIGNALS:
    void placeWanted(const marquee::payload::Path &path); ///< of something around it
    void copyPointerWanted();
    void copyQueryWanted();
    void copyValueWanted();

private:
    QPushButton *addButton(const QString &name, const QString &text, const QString &tip);
    void refreshLook();
    void write();

    QLabel *m_way;
    QPushButton *m_query = nullptr;
    QPushButton *m_pointer = nullptr;
    QPushButton *m_value = nullptr;
    payload::Path m_path;
    QStringList m_names; ///< one for each step, the root's first
};

} // namespace marquee::inspector
