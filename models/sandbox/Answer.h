// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace marquee::sandbox {

/// What a simulated partner answers.
struct HttpAnswer
{
    int status = 200;
    QByteArray body;
    QByteArray allow; ///< 405: the methods there are
    QByteArray contentType = "application/json";
    bool asksBasic = false; ///< 401: a user and a password are wanted
};

} // namespace marquee::sandbox
