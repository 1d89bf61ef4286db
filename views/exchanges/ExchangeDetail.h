// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeList.h"

#include <QWidget>

#include <array>

class QFrame;
class QLabel;
class QPushButton;
class QTabWidget;

namespace marquee::preview {
class PayloadView;
}

namespace marquee::theme {
class ElidedLabel;
}

namespace marquee::exchanges {

class PartnerErrors;

/// One exchange: how it ended in words, what the partner found wrong, and the bytes both ways.
class ExchangeDetail : public QWidget
{
    Q_OBJECT

public:
    explicit ExchangeDetail(QWidget *parent = nullptr);

    /// Shows it as it is now; to be called again when it ended. Null: none.
    void setExchange(const exchange::Exchange *exchange);
    int number() const { return m_exchange ? m_exchange->number : 0; }

Q_SIGNALS:
    void partnerErrorActivated(int number, const marquee::partners::PartnerError &error);
    void openReplyWanted(int number);
    void saveReplyWanted(int number);
    void cancelWanted(int number);
    void copyCurlWanted(int number);

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum Tab
    {
        Errors,
        Answer,
        Headers,
        Request
    };

    QWidget *makeBanner();
    QWidget *makeFacts();
    QWidget *makeTabs();
    QPushButton *makeButton(const QString &name, const QString &text, void (ExchangeDetail::*wanted)(int));
    void showOutcome();
    void showFacts();
    void showTabs();
    void fillTab();
    void applyFonts();

    const exchange::Exchange *m_exchange = nullptr;
    QFrame *m_banner = nullptr;
    QLabel *m_dot = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_facts = nullptr;
    theme::ElidedLabel *m_url = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_curl = nullptr;
    QPushButton *m_cancel = nullptr;
    QTabWidget *m_tabs = nullptr;
    PartnerErrors *m_errors = nullptr;
    preview::PayloadView *m_answer = nullptr;
    preview::PayloadView *m_headers = nullptr;
    preview::PayloadView *m_request = nullptr;
    std::array<bool, 4> m_filled{}; ///< by tab; large texts are laid out when somebody looks
};

} // namespace marquee::exchanges
