// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/Atom.h"
#include "partners/OutcomeText.h"
#include "payload/Document.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::partners {

using namespace Qt::StringLiterals;
using payload::Value;

namespace {

/// Of an answer that isn't understood so much is shown.
constexpr qsizetype LongestWords = 500;

QString tr(const char *text)
{
    return QCoreApplication::translate("Outcome", text);
}

/// Nothing that is asked changes anything, so nothing can have been applied.
Outcome noReply(const QString &what, bool mayRepeat)
{
    return failed(tr("%1 Nothing was changed; ask again.").arg(what), 4, mayRepeat);
}

Outcome withoutWholeReply(const Reply &reply)
{
    switch (reply.transport) {
    case Reply::Transport::NotReached:
        return failed(tr("Atom Tickets wasn't reached: %1 Nothing was sent.").arg(reply.problem), 4, true);
    case Reply::Transport::Refused:
        return failed(tr("No safe connection: %1 Nothing was sent.").arg(reply.problem), 6, false);
    case Reply::Transport::CancelledBefore:
        return failed(tr("Cancelled before anything was sent."), 4, true);
    case Reply::Transport::TimedOut:
        return noReply(tr("No answer came in time."), true);
    case Reply::Transport::Cancelled:
        return noReply(tr("Cancelled while the answer was awaited."), false);
    case Reply::Transport::TooLarge:
        return noReply(tr("The answer was too large to be taken."), false);
    default:
        return noReply(tr("The connection closed before the answer was whole."), true);
    }
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t';
}

/// Somebody else's page: of a proxy, or of a hotel's network.
bool isPage(const Reply &reply)
{
    const QByteArray type = reply.header("Content-Type").toLower();
    return type.contains("html") || reply.body.trimmed().startsWith('<');
}

PartnerError plainError(const QString &message, const std::string &raw)
{
    PartnerError error;
    error.message = message;
    error.raw = raw;
    return error;
}

/// What an answer to a refusal says. Nobody documents its shape: usual names of JSON are looked for, else the text
/// itself is what it says.
std::vector<PartnerError> wordsOf(const Reply &reply)
{
    std::vector<PartnerError> errors;
    const QByteArray words = reply.body.trimmed();
    if (words.isEmpty() || isPage(reply) || std::any_of(words.begin(), words.end(), isControl))
        return errors;
    if (const auto document = payload::Document::read(reply.body)) {
        const Value root = (*document)->root();
        errors = partnerErrors(root.isArray() ? root : root.member("errors"));
        for (const char *name : {"message", "Message", "error"}) {
            const Value value = root.member(name);
            const Value said = value.isObject() ? value.member("message") : value;
            if (errors.empty() && said.isString() && !said.string().empty())
                errors.push_back(plainError(QString::fromStdString(said.string()), value.raw()));
        }
    }
    if (errors.empty())
        errors.push_back(plainError(
            QString::fromUtf8(words.left(LongestWords)).simplified(), words.left(LongestWords).toStdString()));
    return errors;
}

/// With what the answer says about it.
Outcome saying(Outcome outcome, const Reply &reply)
{
    outcome.errors = wordsOf(reply);
    if (!outcome.errors.empty())
        outcome.message += tr(" It says: %1").arg(outcome.errors.front().message);
    return outcome;
}

Outcome failedSaying(const QString &what, const Reply &reply, int exitCode, bool mayRepeat)
{
    return saying(failed(what, exitCode, mayRepeat), reply);
}

Outcome ofStatus(const Reply &reply)
{
    const int status = reply.status;
    switch (status) {
    case 401:
    case 403:
        return failedSaying(tr("Atom Tickets refused the key (%1). Check the key and the address in the environment; a "
                               "key for the beta address isn't good for production.")
                                .arg(status),
            reply, 6, false);
    case 429:
        return failedSaying(
            tr("Atom Tickets asks to wait (429): too many requests a second. Ask again later."), reply, 4, true);
    case 404:
        return saying(rejected(tr("Atom Tickets doesn't have it (404)."), {}), reply);
    case 400:
    case 409:
    case 413:
    case 422:
        return saying(rejected(tr("Atom Tickets rejected the question (%1).").arg(status), {}), reply);
    default:
        break;
    }
    if (status >= 500)
        return failedSaying(tr("Atom Tickets failed (%1). Ask again later.").arg(status), reply, 4, true);
    if (status >= 300 && status < 400)
        return failed(tr("Atom Tickets' address answered with a redirection, which isn't followed. Check the address."),
            4, false);
    return failedSaying(
        tr("Atom Tickets doesn't take this request (%1). Check the address in the environment.").arg(status), reply, 4,
        false);
}

/// What came with a status of 200, of what was asked for.
Outcome ofContent(Operation operation, const Reply &reply)
{
    if (isPage(reply))
        return noReply(tr("What answered isn't Atom Tickets, but a web page."), false);
    const auto document = payload::Document::read(reply.body);
    const Value root = document ? (*document)->root() : Value();
    if (!root.isObject())
        return noReply(tr("What answered isn't Atom Tickets, or says nothing that can be read."), false);
    const bool isOfIds = operation == Operation::ProductionIdsByVenue;
    const Value list = root.member(isOfIds ? "ids" : "productionDetails");
    if (!list.isArray())
        return failedSaying(tr("The answer doesn't hold the list of productions that was asked for. Nothing was "
                               "changed."),
            reply, 4, false);
    const auto count = static_cast<int>(list.size());
    return accepted(isOfIds
            ? QCoreApplication::translate("Outcome", "Atom Tickets sent %n id(s).", nullptr, count)
            : QCoreApplication::translate("Outcome", "Atom Tickets sent %n production(s).", nullptr, count));
}

} // namespace

Outcome atomOutcome(Operation operation, const Reply &reply)
{
    if (reply.transport != Reply::Transport::Answered)
        return withoutWholeReply(reply);
    if (reply.status < 200 || reply.status >= 300)
        return ofStatus(reply);
    if (operation != Operation::AtomPing)
        return ofContent(operation, reply);
    // Nothing is documented to come with it; whatever comes mustn't be somebody else's.
    if (isPage(reply) || std::any_of(reply.body.begin(), reply.body.end(), isControl))
        return noReply(tr("What answered isn't Atom Tickets, but a web page."), false);
    return accepted(tr("Atom Tickets answers, and takes the key."));
}

} // namespace marquee::partners
