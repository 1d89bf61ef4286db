// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QAction;
class QToolBar;

namespace marquee::shell {

/// “Find anything” in the tool bar. Gives up its words where they would push what stands behind it, the environment, out of sight.
class FindButton : public QPushButton
{
    Q_OBJECT

public:
    FindButton(QAction *palette, QToolBar *bar);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QToolBar *m_bar;
    QString m_words;
};

} // namespace marquee::shell
