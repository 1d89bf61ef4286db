// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace marquee::inspector {

/// Stands where a page would, while there is nothing to show on it: it is being read, it is empty, or it isn't
/// well-formed.
class Standing : public QWidget
{
    Q_OBJECT

public:
    explicit Standing(QWidget *parent = nullptr);

    /// `button` empty: none; it is told by `pressed`. `isBusy`: something goes on.
    void say(const QString &title, const QString &words, const QString &button = {}, bool isBusy = false);
    QString title() const;
    void takeFocus();

Q_SIGNALS:
    void pressed();

private:
    void refreshLook();

    QLabel *m_title;
    QLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_button;
};

} // namespace marquee::inspector
