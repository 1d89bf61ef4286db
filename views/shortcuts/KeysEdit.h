// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace marquee::shortcuts {

/// Shows the keys that are pressed in it. Tab goes on and Escape is the dialog's, as everywhere.
class KeysEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeysEdit(QWidget *parent = nullptr);

    const QKeySequence &keys() const { return m_keys; }
    void setKeys(const QKeySequence &keys); ///< tells, where they are others

Q_SIGNALS:
    void keysChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QKeySequence m_keys;
};

} // namespace marquee::shortcuts
