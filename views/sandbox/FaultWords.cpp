// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/FaultWords.h"

#include <QCoreApplication>

namespace marquee::sandbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FaultWords", text);
}

FaultWords failed(const QString &title, const QString &expect)
{
    return {title, tr("Failed"), expect};
}

FaultWords unknown(const QString &title, const QString &expect)
{
    return {title, tr("Unknown"), expect};
}

} // namespace

FaultWords wordsFor(Fault::Kind kind)
{
    using Kind = Fault::Kind;
    switch (kind) {
    case Kind::Status500:
        return failed(tr("Says that it failed inside (500)"),
            tr("Sent again with growing waits, but for batch put, batch delete and messages. Nothing was applied."));
    case Kind::Status503:
        return failed(
            tr("Says that it is overloaded (503)"), tr("Sent again with growing waits, whatever the operation."));
    case Kind::Status429:
        return failed(tr("Says that too many requests came (429)"),
            tr("It asks for a second's wait, which is heeded; then sent again, whatever the operation."));
    case Kind::Status401:
        return failed(tr("Refuses you (401)"), tr("Not sent again: a key or a right is missing."));
    case Kind::Reset:
        return unknown(tr("Closes before the reply; the request is applied"),
            tr("The partner has it, and can be asked. What only asks (get, validate) ends as failed."));
    case Kind::Refuse:
        return unknown(tr("Closes before the request is read"),
            tr("The partner doesn't have it, but nobody can tell without asking."));
    case Kind::Stall:
        return unknown(
            tr("Takes the request and never answers"), tr("Given up after the time that the environment allows."));
    case Kind::Slow:
        return unknown(
            tr("Answers one byte a second"), tr("The request is applied, and given up before the reply is complete."));
    case Kind::Truncate:
        return unknown(
            tr("Cuts the reply off in its middle"), tr("The request is applied; the half that came isn't believed."));
    case Kind::Garbage:
        return unknown(
            tr("Answers with something unreadable"), tr("200, but not JSON: that isn't the partner's word."));
    case Kind::Html:
        return unknown(
            tr("Answers with a proxy's sign-in page"), tr("200, but a web page: the partner may not have seen it."));
    case Kind::Partial:
        return {tr("Rejects every second item of a batch or message"), tr("Rejected"),
            tr("The other items are accepted. Each item shows its own outcome; of a message, the callback says it.")};
    case Kind::Redirect:
        return failed(tr("Sends you to another host (302)"), tr("Not followed, and no key is shown to that host."));
    }
    return {};
}

} // namespace marquee::sandbox
