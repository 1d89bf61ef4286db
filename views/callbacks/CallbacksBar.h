// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QWidget>

class QPushButton;

namespace marquee::theme {
class ElidedLabel;
}

namespace marquee::callbacks {

/// The row above the callbacks: whether they are received and where, and what else can be done.
class CallbacksBar : public QWidget
{
    Q_OBJECT

public:
    explicit CallbacksBar(QWidget *parent = nullptr);

    void showListening(bool on, const QUrl &url);
    void setMayReplay(bool may);

Q_SIGNALS:
    void listenWanted(bool on);
    void copyWanted(); ///< the address
    void pasteWanted();
    void openWanted();
    void replayWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QPushButton *makeButton(const QString &name, const QString &text, const QString &tip);
    void applyFonts();

    bool m_isListening = false;
    QPushButton *m_listen;
    theme::ElidedLabel *m_url;
    QPushButton *m_copy;
    QPushButton *m_paste;
    QPushButton *m_open;
    QPushButton *m_replay;
};

} // namespace marquee::callbacks
