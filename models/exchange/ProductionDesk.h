// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/AllPages.h"
#include "exchange/Dispatcher.h"

#include <QObject>

#include <memory>

namespace marquee::exchange {

/// What Atom Tickets said to a question.
struct ProductionAnswer
{
    partners::Operation operation = partners::Operation::AtomPing;
    partners::AtomTarget asked;
    partners::Outcome outcome;
    partners::Reply reply; ///< every page's productions in one, as AllPages makes it
    int pages = 0; ///< that are in the reply
    QStringList notes; ///< what isn't as it should be: "Page 3 holds the same productions as page 2. …"
};

/// Asks Atom Tickets for the window, one question at a time. Each page is a request of the dispatcher's, with a row of
/// its own in the journal and in the list of exchanges, and goes at the environment's pace. Everything is called, and
/// told, on the desk's own thread, which is the dispatcher's.
class ProductionDesk : public QObject
{
    Q_OBJECT

public:
    /// Dispatcher and list, which is the dispatcher's, have to outlive the desk.
    ProductionDesk(Dispatcher &dispatcher, const ExchangeList &list, QObject *parent = nullptr);

    /// Begins a question; `finished` follows once, later. False while another goes on, or where it can't be asked:
    /// then problem() says why and what to do. `body`: a query document that is to go out as it is written.
    bool start(partners::Operation operation, const partners::AtomTarget &target, bool allPages,
        const Environment &environment, const QByteArray &body = {});
    /// Ends the one that goes on. `finished` follows all the same; nothing of the pages so far is kept.
    void cancel();
    bool isActive() const { return m_pages != nullptr; }
    const QString &problem() const { return m_problem; }
    /// Of the question that finished last.
    const ProductionAnswer &result() const { return m_result; }

Q_SIGNALS:
    void progressed(int pages, int total); ///< pages so far; total 0: not known
    void finished();

private:
    bool ask();
    void ended(int number);
    void finish();

    Dispatcher &m_dispatcher;
    const ExchangeList &m_list;
    Environment m_environment;
    std::unique_ptr<AllPages> m_pages; ///< of the question that goes on
    int m_number = 0; ///< the dispatcher's; 0: none
    bool m_isCancelled = false;
    QString m_problem;
    ProductionAnswer m_result;
    ProductionAnswer m_coming;
};

} // namespace marquee::exchange
