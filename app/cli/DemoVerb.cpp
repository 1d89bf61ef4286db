// SPDX-License-Identifier: GPL-3.0-or-later
#include "Exchange.h"
#include "Verbs.h"

#include "payload/JsonLayout.h"
#include "payload/JsonText.h"
#include "rules/WindowId.h"
#include "workspace/Templates.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

namespace marquee::cli {

using partners::Operation;
using partners::Outcome;
using payload::Edit;
using payload::Pointer;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

/// The main job, step by step; each says whether the next can begin.
class Demo
{
public:
    explicit Demo(Program &program)
        : m_program(program)
    {
    }

    Exit run()
    {
        const bool good = create() && validate() && connect() && put() && fetch() && compare() && remove();
        tell(good ? tr("Done.") : tr("Stopped."));
        return good ? Exit::Good : Exit::Fault;
    }

private:
    void tell(const QString &line) const { m_program.print(line.toUtf8() + '\n'); }

    bool create()
    {
        const auto templates = workspace::Templates::load();
        const workspace::Template *film = templates ? templates->find("tvod-film") : nullptr;
        auto made = film ? workspace::Templates::make(*film) : tl::unexpected(templates.error());
        if (!made)
            return false;
        m_document = std::move(*made);
        for (const std::string &place : film->fill) {
            const Pointer pointer = Pointer::parse(place).value();
            const std::string &name = pointer.tokens.back().text;
            const std::string value = name == "DisplayName" ? "Lantern Pictures"
                : name == "_TransactionID"                  ? rules::newWindowId()
                : name == "ALID" || name == "_contentID"    ? "NF-2027"
                : name == "EcosystemID"                     ? "NF-2027-DMA"
                                                            : "Night Ferry";
            if (!m_document->apply(Edit::set(pointer, payload::encodeJsonString(value))))
                return false;
        }
        tell(tr("New: “Night Ferry” from the template “%1”, %2 bytes.").arg(film->name).arg(m_document->text().size()));
        return true;
    }

    bool validate()
    {
        const rules::Rulebook *book = m_program.rulebook();
        if (!book)
            return false;
        rules::Validator validator(*book, *m_document);
        validator.validate();
        const rules::Counts counts = validator.counts();
        tell(tr("Validated: %1 errors, %2 warnings, %3 hints.")
                 .arg(counts.errors)
                 .arg(counts.warnings)
                 .arg(counts.hints));
        return counts.errors == 0;
    }

    bool connect()
    {
        SendOptions options;
        options.environment = exchange::Environment::SandboxName;
        Exit exit = Exit::Good;
        m_partner = findPartner(m_program, options, true, exit);
        m_journal = openJournal(m_program);
        if (m_partner && m_journal)
            tell(tr("Sandbox: %1").arg(m_partner->endpoint.baseUrl.toString()));
        return m_partner.has_value() && m_journal;
    }

    partners::Reply call(Operation operation, const QString &step)
    {
        exchange::Delivery delivery;
        delivery.operation = operation;
        delivery.target = partners::targetOf(*m_document);
        if (partners::infoOf(operation).hasBody)
            delivery.body = m_document->text().toByteArray();
        delivery.document = tr("Night Ferry");
        const auto delivered = deliver(*m_journal, *m_partner, delivery);
        if (!delivered) {
            m_program.complain(delivered.error());
            m_outcome = {};
            return {};
        }
        const partners::Reply &reply = delivered->reply;
        m_outcome = delivered->outcome;
        tell(step + u": "
            + tr("%1 (%2, %3 ms). %4")
                  .arg(partners::outcomeName(m_outcome.kind))
                  .arg(reply.status)
                  .arg(reply.elapsedMs)
                  .arg(m_outcome.message));
        return reply;
    }

    bool put()
    {
        call(Operation::ValidateFull, tr("Validate with the partner"));
        if (m_outcome.kind != Outcome::Kind::Accepted)
            return false;
        call(Operation::PutFull, tr("Put"));
        return m_outcome.kind == Outcome::Kind::Accepted;
    }

    bool fetch()
    {
        m_fetched = call(Operation::GetFull, tr("Get")).body;
        return m_outcome.kind == Outcome::Kind::Accepted;
    }

    bool compare() const
    {
        const auto reply = payload::Document::read(m_fetched);
        const bool same = reply
            && payload::layOut((*reply)->root().member("avail").raw(), payload::JsonStyle::canonical())
                == payload::layOut(m_document->root().member("avail").raw(), payload::JsonStyle::canonical());
        tell(same ? tr("Compared: what came back is what was put.") : tr("Compared: what came back differs."));
        return same;
    }

    bool remove()
    {
        call(Operation::DeleteFull, tr("Delete"));
        return m_outcome.kind == Outcome::Kind::Accepted;
    }

    Program &m_program;
    std::unique_ptr<payload::Document> m_document;
    std::optional<Partner> m_partner;
    std::unique_ptr<exchange::Journal> m_journal;
    Outcome m_outcome;
    QByteArray m_fetched;
};

} // namespace

void addDemo(CLI::App &app, Program &program, Chosen &chosen)
{
    CLI::App *verb
        = app.add_subcommand("demo", "The main job on the sandbox: new, validate, put, get, compare, delete");
    verb->footer("Example: marquee-cli demo");
    verb->callback([&program, &chosen] { chosen = [&program] { return Demo(program).run(); }; });
}

} // namespace marquee::cli
