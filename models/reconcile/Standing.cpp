// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/Standing.h"

#include "exchange/BatchItem.h"
#include "exchange/ExchangeList.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace marquee::reconcile {

using namespace Qt::StringLiterals;
using changes::Difference;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Reconcile", text);
}

} // namespace

QLatin1StringView statusName(Status status)
{
    switch (status) {
    case Status::New:
        return "new"_L1;
    case Status::Changed:
        return "changed"_L1;
    case Status::Gone:
        return "gone"_L1;
    case Status::Same:
        return "same"_L1;
    case Status::Removed:
        return "removed"_L1;
    case Status::Unknown:
        break;
    }
    return "unknown"_L1;
}

QString statusTitle(Status status)
{
    switch (status) {
    case Status::New:
        return tr("New");
    case Status::Changed:
        return tr("Changed");
    case Status::Gone:
        return tr("Gone");
    case Status::Same:
        return tr("Same");
    case Status::Removed:
        return tr("Deleted");
    case Status::Unknown:
        break;
    }
    return tr("Not compared");
}

QString resultWords(const Result &result)
{
    switch (result.state) {
    case Result::State::None:
        return {};
    case Result::State::HeldBack:
        return tr("Not sent: %1").arg(result.message);
    case Result::State::Sending:
        return tr("Sending…");
    case Result::State::Done:
        break;
    }
    const QString title = exchange::outcomeTitle(result.outcome.kind);
    return result.isAccepted() || result.message.isEmpty() ? title : QString(title + u": "_s + result.message);
}

int AvailStanding::count(Status status) const
{
    return static_cast<int>(std::count_if(
        windows.begin(), windows.end(), [status](const WindowStanding &window) { return window.status == status; }));
}

bool AvailStanding::differs() const
{
    return headDiffers || std::any_of(windows.begin(), windows.end(), [](const WindowStanding &window) {
        return reconcile::differs(window.status);
    });
}

QString readableTime(const QString &text)
{
    static const QRegularExpression whole(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"_s);
    if (!whole.match(text).hasMatch())
        return text;
    if (text.endsWith(u"T00:00:00Z"_s))
        return text.chopped(10);
    const QString words = QString(text).replace(10, 1, u' ');
    return words.endsWith(u":00Z"_s) ? QString(words.chopped(4) + u'Z') : words;
}

QString shortWords(const Difference &difference)
{
    // "Window HL-0102 › End": of a window's row one knows the window already.
    const qsizetype cut = difference.place.indexOf(u" › "_s);
    const QString place = cut >= 0 ? difference.place.mid(cut + 3) : difference.place;
    switch (difference.kind) {
    case Difference::Kind::Added:
        return tr("%1: added %2").arg(place, difference.afterWords);
    case Difference::Kind::Removed:
        return tr("%1: taken out %2").arg(place, difference.beforeWords);
    case Difference::Kind::Changed:
        break;
    }
    return place + u": "_s + readableTime(difference.beforeWords) + u" → "_s + readableTime(difference.afterWords);
}

QString availTitle(const AvailStanding &avail)
{
    if (avail.title.isEmpty())
        return avail.alid.isEmpty() ? avail.name : avail.alid;
    return avail.alid.isEmpty() || avail.alid == avail.title ? avail.title
                                                             : QString(avail.title + u" ("_s + avail.alid + u')');
}

} // namespace marquee::reconcile
