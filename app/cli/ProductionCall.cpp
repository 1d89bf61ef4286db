// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProductionCall.h"

#include "Program.h"

#include "exchange/AllPages.h"
#include "payload/JsonText.h"
#include "productions/Productions.h"
#include "workspace/Files.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

namespace marquee::cli {

using namespace Qt::StringLiterals;
using partners::AtomTarget;
using partners::Operation;
using payload::Document;
using payload::Edit;
using payload::Pointer;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

QString text(const std::string &option)
{
    return QString::fromLocal8Bit(option.c_str());
}

/// What is asked, and the body that says it.
struct Question
{
    AtomTarget target;
    QByteArray body;
};

/// "A,B", "@FILE" or "-".
std::optional<QStringList> idsOf(const Program &program, const std::string &option)
{
    const QString said = text(option);
    if (said != u'-' && !said.startsWith(u'@'))
        return productions::idsIn(said.toUtf8());
    const auto bytes = workspace::readFile(said == u'-' ? said : said.mid(1));
    if (!bytes) {
        program.complain(bytes.error());
        return std::nullopt;
    }
    return productions::idsIn(*bytes);
}

AtomTarget targetOf(const ProductionOptions &options, const QStringList &ids)
{
    AtomTarget target;
    target.ids = ids;
    target.venue = text(options.venue);
    target.start = text(options.start);
    target.end = text(options.end);
    target.isLocal = options.local;
    target.marketplace = text(options.marketplace);
    target.page = options.page;
    target.pageSize = options.pageSize;
    target.name = text(options.name);
    target.vendorId = text(options.vendorId);
    target.circuit = text(options.circuit);
    return target;
}

void put(Document &document, const char *name, const std::string &json)
{
    const Pointer place = Pointer().child(name);
    [[maybe_unused]] const auto done
        = document.apply(document.find(place) ? Edit::set(place, json) : Edit::insertMember({}, name, json));
}

/// The document as it is written, with what the command line says put over it.
QByteArray withOptions(Document &document, const AtomTarget &given)
{
    if (!document.root().isObject() || document.isXml())
        return document.text().toByteArray();
    if (!given.ids.isEmpty()) {
        std::string list;
        for (const QString &id : given.ids)
            list.append(list.empty() ? "" : ",").append(payload::encodeJsonString(id));
        put(document, "ids", '[' + list + ']');
    }
    if (!given.marketplace.isEmpty())
        put(document, "marketplaceId", payload::encodeJsonString(given.marketplace));
    if (given.page)
        put(document, "page", std::to_string(*given.page));
    if (given.pageSize)
        put(document, "pageSize", std::to_string(*given.pageSize));
    return document.text().toByteArray();
}

std::optional<Question> ofFile(const Program &program, const ProductionCall &call, const AtomTarget &given, Exit &exit)
{
    exit = Exit::Unreadable;
    const auto bytes = workspace::readFile(call.file);
    if (!bytes) {
        program.complain(bytes.error());
        return std::nullopt;
    }
    const auto document = Document::read(*bytes);
    if (!document) {
        program.complain(document.error());
        if (!call.force)
            return std::nullopt;
        return Question{given, *bytes};
    }
    exit = Exit::Good;
    const bool asks = rules::asksForProductions(rules::kindOf((*document)->root()));
    if (!asks && !call.force) {
        program.complain(tr("This isn't a question about productions: it has neither ids nor a venue."));
        exit = Exit::Fault;
        return std::nullopt;
    }
    Question question{partners::merged(partners::atomTargetOf(**document), given), {}};
    question.body = withOptions(**document, given);
    return question;
}

/// The document that the rules judge; empty where there is none for that question.
QByteArray judged(Operation operation, const Question &question)
{
    AtomTarget target = question.target;
    if (operation == Operation::ProductionByIds) {
        target.venue.clear();
        return question.body.isEmpty() ? partners::productionQueryBody(target) : question.body;
    }
    const bool isOfVenue = operation == Operation::ProductionIdsByVenue && !target.venue.isEmpty();
    return isOfVenue ? partners::productionQueryBody(target) : QByteArray();
}

Exit check(Program &program, const ProductionCall &call, const Question &question)
{
    const auto document = Document::read(judged(call.operation, question));
    if (call.force || !document)
        return Exit::Good;
    const auto errors = complainOfErrors(program, **document);
    if (!errors)
        return Exit::Unreadable;
    if (*errors == 0)
        return Exit::Good;
    program.complain(tr("Not sent. Correct the errors, or send it with --force."));
    return Exit::Fault;
}

Exit show(const Program &program, const ProductionCall &call, const Partner &partner, const Question &question)
{
    const auto request = partners::makeAtomRequest(call.operation, question.target, partner.atom, question.body);
    if (!request) {
        program.complain(request.error());
        return Exit::Usage;
    }
    return program.write(call.output, call.asCurl ? partners::toCurl(*request) : partners::toHttp(*request));
}

void notePages(const Program &program, const exchange::AllPages &pages, bool isWanted)
{
    if (pages.total() > 1 && isWanted)
        program.note(tr("Page %1 of %2.").arg(pages.pages()).arg(pages.total()));
    else if (pages.total() > 1)
        program.note(tr("This is one page of %1. All of them come with --all-pages.").arg(pages.total()));
}

Exit send(const Program &program, const ProductionCall &call, const Partner &partner, const Question &question)
{
    const auto journal = openJournal(program);
    if (!journal)
        return Exit::Failed;
    exchange::AllPages pages(call.operation, question.target, question.body, call.options.allPages);
    bool goesOn = true;
    while (goesOn) {
        exchange::Delivery delivery;
        delivery.operation = call.operation;
        delivery.atom = pages.target();
        delivery.body = pages.body();
        delivery.document = call.file.isEmpty() ? partners::subjectOf(call.operation, question.target) : call.file;
        delivery.retry.retries = call.send.retries;
        const auto delivered = deliver(*journal, partner, delivery);
        if (!delivered) {
            program.complain(delivered.error());
            return Exit::Usage;
        }
        goesOn = pages.take(delivered->outcome, delivered->reply, delivered->attempts);
        notePages(program, pages, call.options.allPages);
    }
    exchange::Delivered whole;
    whole.outcome = pages.outcome();
    whole.reply = pages.reply();
    whole.attempts = pages.attempts();
    const Exit written = program.write(call.output, whole.reply.body);
    program.complain(
        QString::fromUtf8(outcomeLine(call.operation, whole, {}, call.options.allPages ? pages.pages() : 0)));
    return worse(static_cast<Exit>(whole.outcome.exitCode), written);
}

} // namespace

void ProductionOptions::addTo(CLI::App &verb)
{
    verb.add_option(
        "--ids", ids, "production-by-ids: ids with commas between them, @FILE with them, or - for standard input");
    verb.add_option("--venue", venue, "production-ids-by-venue: the venue's id");
    verb.add_option(
        "--start", start, "production-ids-by-venue: from then, as 2027-03-14T00:00:00Z; no zone with --local");
    verb.add_option("--end", end, "production-ids-by-venue: until then, that moment included");
    verb.add_flag("--local", local, "--start and --end are the venue's own time");
    verb.add_option("--marketplace", marketplace, "Marketplace, such as US; the partner's own otherwise");
    verb.add_option("--page", page, "One page, as the partner counts them; its first otherwise");
    verb.add_option("--page-size", pageSize, "Productions on a page, 1 to 100; 25 otherwise");
    verb.add_flag("--all-pages", allPages, "Every page, one after the other, in one reply");
    verb.add_option("--name", name, "productions-by-name: the name, or a part of it");
    verb.add_option("--vendor-id", vendorId, "productions-by-vendor-id: what the vendor calls the production");
    verb.add_option("--circuit", circuit, "productions-by-vendor-id: the vendor's circuit");
}

Exit callProductions(Program &program, const ProductionCall &call)
{
    const auto ids = idsOf(program, call.options.ids);
    if (!ids)
        return Exit::Unreadable;
    Question question{targetOf(call.options, *ids), {}};
    if (!call.file.isEmpty()) {
        Exit exit = Exit::Good;
        const auto read = ofFile(program, call, question.target, exit);
        if (!read)
            return exit;
        question = *read;
    }
    if (!partners::infoOf(call.operation).hasBody)
        question.body.clear();
    // What misses is the command line's fault, and no partner has to be looked for.
    const partners::AtomEndpoint nobody{QUrl(u"http://atom.invalid"_s), {}, {}, {}};
    if (const auto tried = partners::makeAtomRequest(call.operation, question.target, nobody, question.body); !tried) {
        program.complain(tried.error());
        return Exit::Usage;
    }
    if (const Exit exit = check(program, call, question); exit != Exit::Good)
        return exit;
    Exit exit = Exit::Good;
    const auto partner = findPartner(program, call.send, !call.dryRun, exit, partners::Partner::Atom);
    if (!partner)
        return exit;
    return call.dryRun ? show(program, call, *partner, question) : send(program, call, *partner, question);
}

} // namespace marquee::cli
