// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace marquee::partners {

/// Whether a header of that name carries what nobody but the partner may see, by what such headers are called:
/// Authorization and Proxy-Authorization in every scheme, x-api-key and its family, cookies, tokens. Letter case
/// doesn't count.
bool isSecretHeader(const QByteArray &name);

/// The same for a parameter in an address: key, token, signature and the like.
bool isSecretParameter(const QByteArray &name);

} // namespace marquee::partners
