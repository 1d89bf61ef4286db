// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/Outcome.h"

#include "partners/Atom.h"
#include "partners/OutcomeText.h"

#include "payload/Document.h"

#include <QCoreApplication>

namespace marquee::partners {

using namespace Qt::StringLiterals;
using payload::Value;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Outcome", text);
}

/// A reply that never came whole. What changes nothing can be asked again; of what changes something nobody knows.
Outcome withoutReply(const OperationInfo &info, const QString &what, bool mayRepeat)
{
    if (!info.changes)
        return failed(tr("%1 Nothing was changed; ask again.").arg(what), 4, mayRepeat);
    return unknown(
        tr("%1 The partner may have taken it all the same. Get it back to see, before you send it again.").arg(what),
        mayRepeat);
}

QString textOf(const Value &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const Value value = object.member(name);
        if (value.isString())
            return QString::fromStdString(value.string());
        if (value.isNumber())
            return QString::fromStdString(value.raw());
    }
    return {};
}

void collect(const Value &list, std::vector<PartnerError> &errors)
{
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i) {
        const Value entry = list.at(i);
        PartnerError error;
        error.raw = entry.raw();
        error.message = entry.isString() ? QString::fromStdString(entry.string())
                                         : textOf(entry, {"message", "errorMessage", "description", "detail", "error"});
        error.code = textOf(entry, {"errorCode", "code", "type"});
        error.path = textOf(entry, {"path", "field", "pointer", "location", "attribute"});
        if (error.message.isEmpty())
            error.message = QString::fromStdString(error.raw);
        errors.push_back(std::move(error));
    }
}

/// The partner's judgement inside a reply: its own errors, and in a batch those of the items.
struct Judgement
{
    bool readable = false; ///< JSON, and an object
    bool refused = false; ///< "success": false, of the whole or of an item
    bool says = false; ///< "success" stands, or what was asked for does
    int itemsRefused = 0;
    std::vector<PartnerError> errors;
};

Judgement judge(const QByteArray &body)
{
    Judgement judgement;
    const auto document = payload::Document::read(body);
    if (!document || !(*document)->root().isObject())
        return judgement;
    const Value root = (*document)->root();
    judgement.readable = true;
    judgement.refused = root.member("success").kind() == payload::Kind::False;
    judgement.says = root.member("success").isBoolean() || root.member("avail").isObject()
        || root.member("responseItems").isArray();
    collect(root.member("validationErrors"), judgement.errors);
    const Value items = root.member("responseItems");
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        if (items.at(i).member("success").kind() == payload::Kind::False)
            ++judgement.itemsRefused;
        collect(items.at(i).member("validationErrors"), judgement.errors);
    }
    judgement.refused = judgement.refused || judgement.itemsRefused > 0;
    return judgement;
}

Outcome withoutWholeReply(const OperationInfo &info, const Reply &reply)
{
    switch (reply.transport) {
    case Reply::Transport::NotReached:
        return failed(tr("The partner wasn't reached: %1 Nothing was sent.").arg(reply.problem), 4, true);
    case Reply::Transport::Refused:
        return failed(tr("No safe connection: %1 Nothing was sent.").arg(reply.problem), 6, false);
    case Reply::Transport::CancelledBefore:
        return failed(tr("Cancelled before anything was sent."), 4, true);
    case Reply::Transport::TimedOut:
        return withoutReply(info, tr("No answer came in time."), info.repeatable);
    case Reply::Transport::Cancelled:
        return withoutReply(info, tr("Cancelled while the answer was awaited."), false);
    case Reply::Transport::TooLarge:
        return withoutReply(info, tr("The answer was too large to be taken."), false);
    default:
        return withoutReply(info, tr("The connection closed before the answer was whole."), info.repeatable);
    }
}

Outcome ofStatus(const OperationInfo &info, const Reply &reply)
{
    const int status = reply.status;
    if (status >= 300 && status < 400)
        return failed(tr("The partner's address answered with a redirection, which isn't followed. Check the address."),
            4, false);
    if (status == 401 || status == 403)
        return failed(
            tr("The partner refused the key or certificate (%1). Check the environment.").arg(status), 6, false);
    if (status == 429 || status == 503)
        return failed(tr("The partner asks to wait (%1). Nothing was applied.").arg(status), 4, true);
    if (status >= 500)
        return failed(tr("The partner failed (%1). Send it again later.").arg(status), 4, info.repeatable);
    Judgement judgement = judge(reply.body);
    if (status == 400 || status == 404 || status == 409 || status == 413 || status == 422) {
        const QString words = status == 404 ? tr("The partner doesn't have it (404).")
                                            : tr("The partner rejected it (%1).").arg(status);
        return rejected(words, std::move(judgement.errors));
    }
    return failed(tr("The partner doesn't take this request (%1). Check the address.").arg(status), 4, false);
}

} // namespace

Outcome accepted(const QString &message)
{
    return {Outcome::Kind::Accepted, 0, message, {}, false};
}

Outcome rejected(const QString &message, std::vector<PartnerError> errors)
{
    return {Outcome::Kind::Rejected, 1, message, std::move(errors), false};
}

Outcome failed(const QString &message, int exitCode, bool mayRepeat)
{
    return {Outcome::Kind::Failed, exitCode, message, {}, mayRepeat};
}

Outcome unknown(const QString &message, bool mayRepeat)
{
    return {Outcome::Kind::Unknown, 5, message, {}, mayRepeat};
}

std::vector<PartnerError> partnerErrors(const Value &list)
{
    std::vector<PartnerError> errors;
    collect(list, errors);
    return errors;
}

QString acceptedWords(const OperationInfo &info)
{
    const bool gets = info.method == "GET" || info.operation == Operation::BatchGet;
    return gets        ? tr("The partner sent what it has.")
        : info.changes ? tr("The partner took it.")
                       : tr("The partner finds nothing wrong.");
}

QLatin1StringView outcomeName(Outcome::Kind kind)
{
    switch (kind) {
    case Outcome::Kind::Accepted:
        return "accepted"_L1;
    case Outcome::Kind::Rejected:
        return "rejected"_L1;
    case Outcome::Kind::Failed:
        return "failed"_L1;
    case Outcome::Kind::Unknown:
        break;
    }
    return "unknown"_L1;
}

Outcome outcomeOf(Operation operation, const Reply &reply)
{
    switch (infoOf(operation).partner) {
    case Partner::Showtime:
        return showtimeOutcome(reply);
    case Partner::Atom:
        return atomOutcome(operation, reply);
    case Partner::Prime:
        break;
    }
    return primeOutcome(operation, reply);
}

Outcome primeOutcome(Operation operation, const Reply &reply)
{
    const OperationInfo &info = infoOf(operation);
    if (reply.transport != Reply::Transport::Answered)
        return withoutWholeReply(info, reply);
    if (reply.status < 200 || reply.status >= 300)
        return ofStatus(info, reply);
    Judgement judgement = judge(reply.body);
    if (!judgement.readable || !judgement.says)
        return withoutReply(info, tr("What answered isn't the partner, or says nothing that can be read."), false);
    if (judgement.itemsRefused > 0)
        return rejected(
            tr("The partner rejected %1 of the items.").arg(judgement.itemsRefused), std::move(judgement.errors));
    if (judgement.refused)
        return rejected(tr("The partner rejected it."), std::move(judgement.errors));
    return accepted(acceptedWords(info));
}

} // namespace marquee::partners
