// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/Looks.h"

namespace marquee::callbacks {

using namespace Qt::StringLiterals;
using Level = CallbacksModel::Level;

theme::Token tokenOf(Level level)
{
    switch (level) {
    case Level::Good:
        return theme::Token::Good;
    case Level::Warning:
        return theme::Token::Warning;
    case Level::Error:
        return theme::Token::Error;
    case Level::Open:
        break;
    }
    return theme::Token::Hint;
}

QString groundOf(Level level)
{
    switch (level) {
    case Level::Good:
        return u"good"_s;
    case Level::Warning:
        return u"warning"_s;
    case Level::Error:
        return u"error"_s;
    case Level::Open:
        break;
    }
    return u"hint"_s;
}

} // namespace marquee::callbacks
