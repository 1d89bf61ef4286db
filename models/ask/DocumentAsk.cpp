// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask/DocumentAsk.h"

#include "payload/Document.h"

namespace marquee::ask {

DocumentAsk::DocumentAsk(rules::Rulebook book, QObject *parent)
    : QObject(parent)
    , m_book(std::move(book))
{
    m_pool.setMaxThreadCount(1);
}

DocumentAsk::~DocumentAsk()
{
    cancel();
    m_pool.waitForDone();
}

void DocumentAsk::cancel()
{
    if (m_stop)
        *m_stop = true;
    m_stop.reset();
}

void DocumentAsk::start(const payload::Text &text, const Question &question)
{
    cancel();
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_pool.clear(); // what hasn't begun needn't
    m_pool.start([this, stop = m_stop, text, question, book = m_book] {
        if (*stop)
            return;
        auto answers = std::make_shared<std::vector<Answer>>();
        std::optional<Error> error;
        if (const auto document = payload::Document::read(text.toByteArray()))
            *answers = ask(**document, book, question, {MostWindows, stop.get()});
        else
            error = document.error();
        QMetaObject::invokeMethod(
            this,
            [this, stop, answers, error] {
                if (stop != m_stop)
                    return;
                m_stop.reset();
                m_answers = std::move(*answers);
                m_error = error;
                Q_EMIT finished();
            },
            Qt::QueuedConnection);
    });
}

} // namespace marquee::ask
