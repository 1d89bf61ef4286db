// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;

namespace marquee::shell {

/// One sentence over the documents: how something ended, or that it is under way. No pop-ups.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Good, Hint, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    /// Good ones and hints go by themselves after a while; others stay until they are closed or replaced. A button is shown where
    /// it has a text; `action` is told when it is pressed.
    void say(Kind kind, const QString &text, const QString &button = {});
    /// A sentence with things to choose from, which stays until one is chosen or it is closed.
    struct Choice
    {
        QString name; ///< the button's
        QString text;
        std::function<void()> chosen;
    };
    void ask(Kind kind, const QString &text, const std::vector<Choice> &choices);
    /// Something is under way: with Cancel, and no end of its own.
    void sayBusy(const QString &text);
    bool isBusy() const { return m_busy; }
    QString text() const;
    void dismiss();

Q_SIGNALS:
    void action();
    void cancelled();

private:
    void dropChoices();

    QLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_progress;
    std::vector<QPushButton *> m_choices;
    QPushButton *m_action;
    QPushButton *m_cancel;
    QPushButton *m_close;
    QTimer m_goes;
    bool m_busy = false;
};

} // namespace marquee::shell
