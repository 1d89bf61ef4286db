// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/Settling.h"

#include "partners/Meaning.h"
#include "payload/Document.h"

#include <QCoreApplication>

namespace marquee::partners {

using payload::Value;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Settling", text);
}

bool isDeletion(Operation operation)
{
    return operation == Operation::DeleteFull || operation == Operation::DeletePartial
        || operation == Operation::BatchDelete;
}

Outcome accepted(const QString &message)
{
    return {Outcome::Kind::Accepted, 0, message, {}, false};
}

Outcome failed(const QString &message)
{
    return {Outcome::Kind::Failed, 4, message, {}, true};
}

Outcome judge(Operation operation, const Value &sent, bool isThere, const Value &got)
{
    if (isDeletion(operation))
        return isThere ? failed(tr("Asked back: the partner still has it. Nothing was deleted."))
                       : accepted(tr("Asked back: the partner doesn't have it any more."));
    if (!isThere)
        return failed(tr("Asked back: the partner doesn't have it. Nothing was applied."));
    return sameMeaning(sent.member("avail"), got)
        ? accepted(tr("Asked back: the partner has what was sent."))
        : failed(tr("Asked back: what the partner has is not what was sent."));
}

} // namespace

std::optional<Operation> askingBack(Operation operation)
{
    switch (operation) {
    case Operation::PutFull:
    case Operation::DeleteFull:
        return Operation::GetFull;
    case Operation::PutPartial:
    case Operation::DeletePartial:
        return Operation::GetPartial;
    case Operation::BatchPut:
    case Operation::BatchDelete:
        return Operation::BatchGet;
    default:
        return std::nullopt;
    }
}

Outcome settled(Operation operation, const Value &sent, const Outcome &asked, const Reply &reply)
{
    const auto document = payload::Document::read(reply.body);
    const Value got = document ? (*document)->root().member("avail") : Value();
    const bool isThere = asked.kind == Outcome::Kind::Accepted && got.isObject();
    const bool isGone = asked.kind == Outcome::Kind::Rejected && reply.status == 404;
    if (isThere || isGone)
        return judge(operation, sent, isThere, got);
    Outcome outcome;
    outcome.message = tr("It was asked back, and the answer doesn't say: %1").arg(asked.message);
    return outcome;
}

Outcome settledItem(Operation operation, const Value &sent, const Value &answer)
{
    const Value got = answer.member("avail");
    if (got.isObject() || answer.member("success").kind() == payload::Kind::False)
        return judge(operation, sent, got.isObject(), got);
    Outcome outcome;
    outcome.message = tr("It was asked back, and the answer doesn't say.");
    return outcome;
}

} // namespace marquee::partners
