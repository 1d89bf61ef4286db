// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace marquee::shell {

/// A question in the program's look: what is asked, why, more below, and buttons that say what they do.
class AskDialog : public QDialog
{
    Q_OBJECT

public:
    AskDialog(const QString &question, const QString &explanation, QWidget *parent = nullptr);

    /// Between the explanation and the buttons.
    void addContent(QWidget *content);
    /// From the right; `exec` returns `result` when it is pressed. The main one takes Return.
    QPushButton *addButton(const QString &objectName, const QString &text, int result, bool isMain = false);

private:
    QVBoxLayout *m_content;
    QHBoxLayout *m_buttons;
};

} // namespace marquee::shell
