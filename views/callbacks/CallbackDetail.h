// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QTabWidget;

namespace marquee::preview {
class PayloadView;
}

namespace marquee::callbacks {

class CallbackDesk;
class ResponsesTable;

/// One callback: how its message stands, what the partner says of each performance, and the text and headers as they
/// came.
class CallbackDetail : public QWidget
{
    Q_OBJECT

public:
    /// The desk has to outlive it.
    explicit CallbackDetail(CallbackDesk &desk, QWidget *parent = nullptr);

    /// To be called again when it changed. Empty: none.
    void showCallback(const QString &id);
    const QString &id() const { return m_id; }

Q_SIGNALS:
    /// The place in the message that this callback belongs to.
    void goWanted(const marquee::payload::Pointer &place);
    void openMessageWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum Tab
    {
        Responses,
        Text,
        Headers
    };

    QWidget *makeBanner();
    QWidget *makeTabs();
    void showBanner();
    void showFacts();
    void fillTexts();
    void applyFonts();

    CallbackDesk &m_desk;
    QString m_id;
    QFrame *m_banner = nullptr;
    QLabel *m_dot = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_open = nullptr;
    QLabel *m_facts = nullptr;
    QTabWidget *m_tabs = nullptr;
    ResponsesTable *m_responses = nullptr;
    preview::PayloadView *m_text = nullptr;
    preview::PayloadView *m_headers = nullptr;
    QString m_filled; ///< whose text and headers are laid out
};

} // namespace marquee::callbacks
