// SPDX-License-Identifier: GPL-3.0-or-later
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
constexpr std::size_t MostErrors = 50;

QString tr(const char *text)
{
    return QCoreApplication::translate("Outcome", text);
}

/// Sent, and nobody knows what became of it. There is nothing to ask; only the callback tells.
Outcome untold(const QString &what)
{
    return unknown(
        tr("%1 Showtime may have queued it all the same. Its callback tells; wait for that before you send it again.")
            .arg(what),
        false);
}

Outcome withoutWholeReply(const Reply &reply)
{
    switch (reply.transport) {
    case Reply::Transport::NotReached:
        return failed(tr("Showtime wasn't reached: %1 Nothing was sent.").arg(reply.problem), 4, true);
    case Reply::Transport::Refused:
        return failed(tr("No safe connection: %1 Nothing was sent.").arg(reply.problem), 6, false);
    case Reply::Transport::CancelledBefore:
        return failed(tr("Cancelled before anything was sent."), 4, true);
    case Reply::Transport::TimedOut:
        return untold(tr("No answer came in time."));
    case Reply::Transport::Cancelled:
        return untold(tr("Cancelled while the answer was awaited."));
    case Reply::Transport::TooLarge:
        return untold(tr("The answer was too large to be taken."));
    default:
        return untold(tr("The connection closed before the answer was whole."));
    }
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t';
}

/// What a status of 200 came with. Nobody documents it, so all is taken but what is somebody else's page, and what says
/// that it is XML or JSON and isn't.
bool isForeign(const Reply &reply)
{
    const QByteArray type = reply.header("Content-Type").toLower();
    const QByteArray body = reply.body.trimmed();
    const QByteArray head = body.left(256).toLower();
    if (type.startsWith("text/html") || type.contains("xhtml") || head.startsWith("<!doctype html")
        || head.contains("<html"))
        return true;
    if (std::any_of(body.begin(), body.end(), isControl))
        return true;
    const bool isMarked = body.startsWith('<') || body.startsWith('{') || body.startsWith('[');
    return isMarked && !body.isEmpty() && !payload::Document::read(body);
}

void collect(const Value &value, bool isError, std::vector<PartnerError> &errors)
{
    if (errors.size() >= MostErrors)
        return;
    if (value.isString() && isError && !value.string().empty()) {
        PartnerError error;
        error.raw = value.raw();
        error.message = QString::fromStdString(value.string());
        errors.push_back(std::move(error));
        return;
    }
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        std::string scratch;
        const std::string_view name = value.isObject() ? value.at(i).name(scratch) : std::string_view();
        collect(value.at(i),
            value.isArray() ? isError : name == "Error" || name == "Message" || (isError && name == "#text"), errors);
    }
}

/// What the answer to a refusal says, as far as it says something: elements that are called Error, or plain words.
std::vector<PartnerError> wordsOf(const QByteArray &body)
{
    std::vector<PartnerError> errors;
    if (const auto document = payload::Document::read(body)) {
        collect((*document)->root(), false, errors);
        return errors;
    }
    const QByteArray words = body.trimmed();
    if (words.isEmpty() || words.startsWith('<') || std::any_of(words.begin(), words.end(), isControl))
        return errors;
    PartnerError error;
    error.message = QString::fromUtf8(words.left(LongestWords)).simplified();
    error.raw = words.left(LongestWords).toStdString();
    errors.push_back(std::move(error));
    return errors;
}

Outcome ofRefusal(int status, const Reply &reply)
{
    switch (status) {
    case 404:
        return rejected(
            tr("There is nothing at this address that takes messages (404). Check the base URL in the environment."),
            {});
    case 413:
        return rejected(tr("The message is too large for Showtime (413). Split it into several; 256 KB is the most."),
            wordsOf(reply.body));
    case 400:
        return rejected(
            tr("Showtime rejected the whole message (400): the XML or its structure isn't valid. Look at the problems "
               "and at the answer, correct it, and send it again with the next number."),
            wordsOf(reply.body));
    default:
        return rejected(
            tr("Showtime rejected the whole message (%1). Look at the answer, correct it, and send it again with the "
               "next number.")
                .arg(status),
            wordsOf(reply.body));
    }
}

Outcome ofStatus(const Reply &reply)
{
    const int status = reply.status;
    if (status >= 200 && status < 300)
        return untold(tr("What answered isn't as Showtime answers (%1).").arg(status));
    if (status >= 300 && status < 400)
        return failed(
            tr("Showtime's address answered with a redirection, which isn't followed. Check the address."), 4, false);
    if (status == 401 || status == 403)
        return failed(
            tr("Showtime refused the user, the password, or the address that you send from (%1). Check user and "
               "password in "
               "the environment; if they are right, ask Showtime whether the IP address of this computer is among "
               "those that it allows.")
                .arg(status),
            6, false);
    if (status == 429)
        return failed(tr("Showtime asks to wait (429). Nothing was queued; send it again later."), 4, true);
    if (status == 503)
        return failed(tr("Showtime is overloaded (503). Nothing was queued; send it again later."), 4, true);
    if (status == 500)
        return failed(tr("Showtime failed (500), and queued nothing. Send it again later; if it stays so, ask "
                         "Showtime's support."),
            4, false);
    if (status > 500)
        return failed(
            tr("Showtime, or something in front of it, failed (%1). Send it again later.").arg(status), 4, false);
    if (status == 400 || status == 404 || status == 409 || status == 413 || status == 422)
        return ofRefusal(status, reply);
    if (status == 415)
        return failed(tr("Showtime doesn't take this content type (415). Ask which one it wants, and write it in the "
                         "environment."),
            4, false);
    return failed(
        tr("Showtime doesn't take this request (%1). Check the base URL in the environment.").arg(status), 4, false);
}

} // namespace

Outcome showtimeOutcome(const Reply &reply)
{
    if (reply.transport != Reply::Transport::Answered)
        return withoutWholeReply(reply);
    if (reply.status != 200)
        return ofStatus(reply);
    if (isForeign(reply))
        return untold(tr("What answered isn't Showtime, or can't be read."));
    return accepted(tr("Queued: Showtime has the message. What becomes of its performances comes by callback."));
}

} // namespace marquee::partners
