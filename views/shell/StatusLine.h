// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;

namespace marquee::shell {

/// The status bar: what was done last, where the cursor is in the payload, and where requests go.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void say(const QString &words);
    void showPlace(const QString &pointer, int line); ///< empty: nowhere
    void showEnvironment(const QString &words, const QColor &color);

private:
    QLabel *m_said;
    QLabel *m_place;
    QLabel *m_environment;
};

} // namespace marquee::shell
