// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSslError>
#include <QString>

namespace marquee::exchange {

/// Why there is no safe connection to a host, in words, with what to do: whose certificate, and what is the matter with
/// it. Empty for no errors.
QString tlsProblem(const QList<QSslError> &errors, const QString &host);

/// What a partner's TLS alert says, where the library's words hold one: that it wants a client certificate, or not this
/// one. Empty where they hold none.
QString tlsAlert(const QString &words);

} // namespace marquee::exchange
