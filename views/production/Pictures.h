// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "production/Picture.h"

#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace marquee::production {

/// The pictures of an answer: which were asked for, which came, and what was wrong with the others. Fetches nothing;
/// decodes on a thread of the pool.
class Pictures : public QObject
{
    Q_OBJECT

public:
    enum class State : unsigned char
    {
        Unasked,
        Coming,
        Shown,
        Failed
    };
    struct Entry
    {
        State state = State::Unasked;
        QPixmap pixmap;
        QString problem;
    };
    /// Of more, those that were asked for first are forgotten.
    static constexpr qsizetype Most = 100;

    using QObject::QObject;

    Entry entry(const QUrl &url) const { return m_entries.value(url); }
    /// Asks for it, unless it is here or on its way. What failed is asked for again.
    void want(const QUrl &url);
    /// What came: bytes, or the problem that kept them from coming. What nobody waits for is dropped.
    void take(const QUrl &url, const QByteArray &bytes, const QString &problem);
    /// Another answer; what is on its way doesn't count any more.
    void forget();

Q_SIGNALS:
    void wanted(const QUrl &url);
    void changed(const QUrl &url);

private:
    void settle(const QUrl &url, const Picture &picture);

    QHash<QUrl, Entry> m_entries;
    QList<QUrl> m_order; ///< as they were asked for
    int m_turn = 0;
};

/// A web address that may be fetched and opened: http or https, with a host.
std::optional<QUrl> webAddress(const QString &text);

} // namespace marquee::production
