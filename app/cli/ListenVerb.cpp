// SPDX-License-Identifier: GPL-3.0-or-later
#include "Interrupts.h"
#include "Verbs.h"

#include "callbacks/CallbackDesk.h"
#include "callbacks/JournalMessages.h"
#include "workspace/Home.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace marquee::cli {

using namespace Qt::StringLiterals;
using callbacks::CallbackDesk;
using Json = nlohmann::ordered_json;

namespace {

Json remarksOf(const std::vector<callbacks::Remark> &remarks)
{
    Json json = Json::array();
    for (const callbacks::Remark &remark : remarks)
        json.push_back(callbacks::wordsOf(remark).toStdString());
    return json;
}

/// "ok", "error", or what it says instead.
std::string statusOf(const callbacks::Response &response)
{
    const QString name = callbacks::nameOf(response.verdict);
    return (name.isEmpty() ? response.status : name).toStdString();
}

Json lineOf(const callbacks::CallbackEntry &entry)
{
    Json responses = Json::array();
    for (const callbacks::Response &response : entry.callback->responses) {
        responses.push_back({{"id", response.id.toStdString()}, {"siteId", response.siteId.toStdString()},
            {"entity", response.entity.toStdString()}, {"status", statusOf(response)},
            {"warnings", remarksOf(response.warnings)}, {"errors", remarksOf(response.errors)}});
    }
    return {{"dataSupplierId", entry.callback->supplier.toStdString()},
        {"messageSequence", entry.callback->sequence.toStdString()}, {"matched", entry.message.has_value()},
        {"responses", responses}};
}

bool print(const Program &program, const Json &json)
{
    return program.print(bytesOf(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n');
}

/// Where nobody reads any more, nobody needs to listen.
void tell(const Program &program, CallbackDesk &desk, const QString &id, bool isRepeat)
{
    const int row = desk.model().rowOf(id);
    if (row < 0)
        return;
    const callbacks::CallbackEntry &entry = desk.model().entry(row);
    if (isRepeat)
        program.note(QCoreApplication::translate("cli", "The next one came before, and says the same."));
    if (!entry.callback) {
        program.complain(
            QCoreApplication::translate("cli", "Something came that can't be read as a callback; it is kept as %1.")
                .arg(id));
        program.complain(entry.problem);
    } else if (!print(program, lineOf(entry))) {
        QCoreApplication::exit(static_cast<int>(Exit::Unreadable));
    }
}

Exit run(Program &program, quint16 port)
{
    const callbacks::JournalMessages messages;
    CallbackDesk desk(workspace::homeFolder() + u"/callbacks"_s);
    desk.setMessages(&messages);
    QObject::connect(&desk, &CallbackDesk::taken,
        [&program, &desk](const QString &id, bool isRepeat) { tell(program, desk, id, isRepeat); });
    QObject::connect(&desk, &CallbackDesk::failed, [&program](const Error &error) { program.complain(error); });
    QObject::connect(&desk, &CallbackDesk::refused, [&program](int status) {
        program.note(
            QCoreApplication::translate("cli", "Something else than a callback was refused (%1).").arg(status));
    });
    if (const auto started = desk.startListening(port); !started) {
        program.complain(started.error());
        return Exit::Unreadable;
    }
    const auto interrupts = Interrupts::listen([] { QCoreApplication::quit(); });
    if (!print(program, {{"url", desk.url().toString().toStdString()}}))
        return Exit::Unreadable;
    return static_cast<Exit>(QCoreApplication::exec());
}

} // namespace

void addListen(CLI::App &app, Program &program, Chosen &chosen)
{
    auto port = std::make_shared<quint16>(quint16{0});
    CLI::App *verb = app.add_subcommand("listen", "Receives callbacks on 127.0.0.1, until it is ended: lines of JSON");
    verb->footer("Example: marquee-cli listen --port 8090\n"
                 "The first line says where callbacks are to be posted; the path changes with each start.");
    verb->add_option("--port", *port, "0: any that is free")->capture_default_str();
    verb->callback([&program, &chosen, port] { chosen = [&program, port] { return run(program, *port); }; });
}

} // namespace marquee::cli
