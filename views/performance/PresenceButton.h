// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "performances/Message.h"

#include <QToolButton>

namespace marquee::performance {

/// How a field stands: a filled dot is set, a ring is sent empty, a dash isn't sent. Its menu makes it stand otherwise.
class PresenceButton : public QToolButton
{
    Q_OBJECT

public:
    /// `field`: its label.
    explicit PresenceButton(const QString &field, QWidget *parent = nullptr);

    performances::Presence presence() const { return m_presence; }
    void setPresence(performances::Presence presence);
    void setReadOnly(bool readOnly);

    QSize sizeHint() const override;

Q_SIGNALS:
    void emptyWanted();
    void absentWanted();
    void setWanted(); ///< a value is to be typed

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_field;
    performances::Presence m_presence = performances::Presence::Absent;
    QAction *m_set;
    QAction *m_empty;
    QAction *m_absent;
};

} // namespace marquee::performance
