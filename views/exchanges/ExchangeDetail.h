// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeList.h"

#include <QWidget>

#include <array>
#include <vector>

class QAction;
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

class ExchangeActions;
class PartnerErrors;

/// One exchange: how it ended in words, what the partner found wrong, and the bytes both ways.
class ExchangeDetail : public QWidget
{
    Q_OBJECT

public:
    /// The actions have to outlive it; its buttons trigger them.
    explicit ExchangeDetail(const ExchangeActions &actions, QWidget *parent = nullptr);

    /// Shows it as it is now; to be called again when it changed. It has to stay where it is meanwhile. Null: none.
    void setExchange(const exchange::Exchange *exchange);
    const exchange::Exchange *exchange() const { return m_exchange; }

Q_SIGNALS:
    void partnerErrorActivated(const marquee::partners::PartnerError &error);
    void cancelWanted();

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
    QPushButton *makeButton(const QString &name, const QString &text);
    QPushButton *makeButton(const QString &name, const QString &text, QAction *action);
    void showOutcome();
    void showFacts();
    void showTabs();
    void fillTab();
    void applyFonts();

    const ExchangeActions &m_actions;
    const exchange::Exchange *m_exchange = nullptr;
    int m_number = 0; ///< of what was shown last, with its row of the journal
    qint64 m_journal = 0;
    QFrame *m_banner = nullptr;
    QLabel *m_dot = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_facts = nullptr;
    theme::ElidedLabel *m_url = nullptr;
    std::vector<QPushButton *> m_buttons; ///< small ones
    QPushButton *m_cancel = nullptr;
    QTabWidget *m_tabs = nullptr;
    PartnerErrors *m_errors = nullptr;
    preview::PayloadView *m_answer = nullptr;
    preview::PayloadView *m_headers = nullptr;
    preview::PayloadView *m_request = nullptr;
    std::array<bool, 4> m_filled{}; ///< by tab; large texts are laid out when somebody looks
};

} // namespace marquee::exchanges
