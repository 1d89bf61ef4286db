// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callbacks/Callback.h"

#include <QTreeWidget>

#include <optional>
#include <vector>

namespace marquee::callbacks {

struct CallbackEntry;

/// What a callback says of each performance: a row for each of its errors and warnings, or one where it has none. Click
/// and Enter go to the performance.
class ResponsesTable : public QTreeWidget
{
    Q_OBJECT

public:
    /// Of more, a last line says how many.
    static constexpr int Most = 2000;

    explicit ResponsesTable(QWidget *parent = nullptr);

    void setEntry(const CallbackEntry &entry);

Q_SIGNALS:
    /// The place in the message.
    void goWanted(const marquee::payload::Pointer &place);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addResponse(const CallbackEntry &entry, const Response &response, QList<QTreeWidgetItem *> &items);
    void go(const QTreeWidgetItem *item);

    std::vector<std::optional<payload::Pointer>> m_places; ///< by row
};

} // namespace marquee::callbacks
