// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace marquee::inventory {

struct ChangeOutcome;

/// Says what a change came to, and takes it back.
class OutcomeBar : public QFrame
{
    Q_OBJECT

public:
    explicit OutcomeBar(QWidget *parent = nullptr);

    void showApplied(const ChangeOutcome &outcome, bool canUndo);
    void showUndone(const ChangeOutcome &outcome);
    QString text() const;

Q_SIGNALS:
    void undoWanted();

private:
    void show(const QString &text, const ChangeOutcome &outcome, bool canUndo);

    QLabel *m_icon;
    QLabel *m_words;
    QPushButton *m_undo;
    QToolButton *m_close;
};

} // namespace marquee::inventory
