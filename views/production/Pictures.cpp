// SPDX-License-Identifier: GPL-3.0-or-later
#include "production/Pictures.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace marquee::production {

using namespace Qt::StringLiterals;

std::optional<QUrl> webAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == u"https" || url.scheme() == u"http";
    return url.isValid() && isWeb && !url.host().isEmpty() ? std::optional(url) : std::nullopt;
}

void Pictures::want(const QUrl &url)
{
    const State state = m_entries.value(url).state;
    if (state == State::Coming || state == State::Shown)
        return;
    m_order.removeOne(url);
    m_order.append(url);
    while (m_order.size() > Most)
        m_entries.remove(m_order.takeFirst());
    m_entries.insert(url, {State::Coming, {}, {}});
    Q_EMIT changed(url);
    Q_EMIT wanted(url);
}

void Pictures::take(const QUrl &url, const QByteArray &bytes, const QString &problem)
{
    if (m_entries.value(url).state != State::Coming)
        return;
    if (!problem.isEmpty()) {
        settle(url, {{}, problem});
        return;
    }
    QThreadPool::globalInstance()->start([self = QPointer(this), turn = m_turn, url, bytes] {
        const Picture picture = readPicture(bytes);
        // The window may be gone meanwhile; the application outlives the pool's work.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, turn, url, picture] {
                if (self && self->m_turn == turn)
                    self->settle(url, picture);
            },
            Qt::QueuedConnection);
    });
}

void Pictures::settle(const QUrl &url, const Picture &picture)
{
    const auto at = m_entries.find(url);
    if (at == m_entries.end() || at->state != State::Coming)
        return;
    *at = picture.problem.isEmpty() ? Entry{State::Shown, QPixmap::fromImage(picture.image), {}}
                                    : Entry{State::Failed, {}, picture.problem};
    Q_EMIT changed(url);
}

void Pictures::forget()
{
    ++m_turn;
    m_entries.clear();
    m_order.clear();
}

} // namespace marquee::production
