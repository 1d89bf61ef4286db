// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace marquee::environments {

/// Six colours to choose from, and any other as #hex. Empty: none.
class ColourField : public QWidget
{
    Q_OBJECT

public:
    explicit ColourField(QWidget *parent);

    QString value() const;
    void setValue(const QString &colour);

Q_SIGNALS:
    void edited();

private:
    void addButton(const QString &colour, const QString &name);
    void showChosen();

    QList<QToolButton *> m_buttons;
    QLineEdit *m_hex;
};

} // namespace marquee::environments
