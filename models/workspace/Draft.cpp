// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/Draft.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace marquee::workspace {

using Json = nlohmann::json;
using payload::Edit;
using payload::Step;

namespace {

constexpr std::string_view Mark = "marquee draft 1\n";

Error malformed()
{
    Error error;
    error.code = Error::Code::Malformed;
    error.message = QCoreApplication::translate("Draft", "This draft can't be read.");
    error.nextStep = QCoreApplication::translate("Draft", "Leave it out, and go on with the file as it was saved.");
    return error;
}

std::string utf8(const QString &text)
{
    return text.toStdString();
}

Json toJson(const Edit &edit)
{
    Json tokens = Json::array();
    for (const payload::Pointer::Token &token : edit.pointer.tokens)
        tokens.push_back(token.occurrence == 0 ? Json(token.text) : Json{token.text, token.occurrence});
    return {{"kind", static_cast<int>(edit.kind)}, {"at", std::move(tokens)}, {"name", edit.name}, {"index", edit.index}, {"to", edit.to}, {"after", edit.after}};
}

Edit editFrom(const Json &json)
{
    Edit edit;
    const int kind = json.at("kind").get<int>();
    if (kind < 0 || kind > static_cast<int>(Edit::Kind::Rewrite))
        throw std::out_of_range("kind");
    edit.kind = static_cast<Edit::Kind>(kind);
    for (const Json &token : json.at("at")) {
        if (token.is_array())
            edit.pointer = edit.pointer.child(token.at(0).get<std::string>(), token.at(1).get<std::uint32_t>());
        else
            edit.pointer = edit.pointer.child(token.get<std::string>());
    }
    edit.name = json.at("name").get<std::string>();
    edit.index = json.at("index").get<std::int64_t>();
    edit.to = json.at("to").get<std::int64_t>();
    edit.after = json.at("after").get<std::string>();
    return edit;
}

Draft::Pending pendingFrom(const Json &json)
{
    Draft::Pending pending;
    pending.at = json.at("at").get<qsizetype>();
    pending.removed = json.at("removed").get<qsizetype>();
    pending.inserted = QByteArray::fromBase64(QByteArray::fromStdString(json.at("inserted").get<std::string>()));
    return pending;
}

/// False where it doesn't fit.
bool insert(const Draft::Pending &pending, QByteArray &into)
{
    if (pending.at < 0 || pending.removed < 0 || pending.at > into.size() || pending.removed > into.size() - pending.at)
        return false;
    into.replace(pending.at, pending.removed, pending.inserted);
    return true;
}

Step stepFrom(const Json &json)
{
    Step step;
    step.caption = QString::fromStdString(json.at("caption").get<std::string>());
    step.mergeKey = QString::fromStdString(json.at("key").get<std::string>());
    for (const Json &edit : json.at("edits"))
        step.edits.push_back(editFrom(edit));
    return step;
}

} // namespace

QByteArray Draft::beginning(const DraftHead &head, const QByteArray &base)
{
    const Json json{{"path", utf8(head.path)}, {"name", utf8(head.name)}, {"origin", head.origin},
        {"onDisk", head.onDisk.toHex().toStdString()}, {"payload", head.isPayload}, {"size", base.size()}};
    return QByteArray(Mark.data(), static_cast<qsizetype>(Mark.size())) + QByteArray::fromStdString(json.dump()) + '\n' + base + '\n';
}

Draft::Pending Draft::difference(const QByteArray &before, const QByteArray &after)
{
    const qsizetype most = std::min(before.size(), after.size());
    const qsizetype front = std::mismatch(before.begin(), before.begin() + most, after.begin()).first - before.begin();
    const qsizetype back
        = std::mismatch(before.rbegin(), before.rbegin() + (most - front), after.rbegin()).first - before.rbegin();
    return {front, before.size() - front - back, after.mid(front, after.size() - front - back)};
}

QByteArray Draft::line(std::size_t keep, std::span<const Step> steps, const std::optional<Pending> &pending)
{
    Json json{{"keep", keep}, {"steps", Json::array()}};
    for (const Step &step : steps) {
        Json edits = Json::array();
        for (const Edit &edit : step.edits)
            edits.push_back(toJson(edit));
        json["steps"].push_back({{"caption", utf8(step.caption)}, {"key", utf8(step.mergeKey)}, {"edits", std::move(edits)}});
    }
    if (pending) // any bytes, so not as text
        json["pending"] = {{"at", pending->at}, {"removed", pending->removed}, {"inserted", pending->inserted.toBase64().toStdString()}};
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Expected<Draft> Draft::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(malformed());
    Draft draft;
    draft.file = path;
    draft.written = QFileInfo(file).lastModified();
    if (file.readLine() != QByteArrayView(Mark.data(), static_cast<qsizetype>(Mark.size())))
        return tl::unexpected(malformed());
    try {
        const Json head = Json::parse(file.readLine().toStdString());
        draft.head.path = QString::fromStdString(head.at("path").get<std::string>());
        draft.head.name = QString::fromStdString(head.at("name").get<std::string>());
        draft.head.origin = head.at("origin").get<int>();
        draft.head.onDisk = QByteArray::fromHex(QByteArray::fromStdString(head.at("onDisk").get<std::string>()));
        draft.head.isPayload = head.value("payload", true);
        const auto size = head.at("size").get<qint64>();
        draft.base = file.read(size);
        if (draft.base.size() != size || file.read(1) != "\n")
            return tl::unexpected(malformed());
    } catch (const std::exception &) {
        return tl::unexpected(malformed());
    }
    try {
        while (!file.atEnd()) {
            const QByteArray line = file.readLine();
            if (!line.endsWith('\n'))
                break; // cut off
            const Json json = Json::parse(line.toStdString());
            Turn turn;
            turn.keep = json.at("keep").get<std::size_t>();
            for (const Json &step : json.at("steps"))
                turn.steps.push_back(stepFrom(step));
            if (const auto pending = json.find("pending"); pending != json.end())
                turn.pending = pendingFrom(*pending);
            draft.turns.push_back(std::move(turn));
        }
    } catch (const std::exception &) {
        // What stands up to here is whole; power that fails can leave anything behind it.
    }
    return draft;
}

Expected<std::unique_ptr<payload::Document>> Draft::replay(std::optional<QByteArray> *pending) const
{
    std::unique_ptr<payload::Document> document;
    if (head.isPayload) {
        auto read = payload::Document::read(base);
        if (!read)
            return read;
        document = *std::move(read);
        document->markNeverSaved();
    }
    std::optional<QByteArray> waiting;
    for (const Turn &turn : turns) {
        if (document ? !replay(turn, *document) : turn.keep > 0 || !turn.steps.empty())
            return tl::unexpected(malformed());
        if (!turn.pending) {
            waiting.reset();
            continue;
        }
        QByteArray text = waiting ? *waiting : document ? document->text().toByteArray() : base;
        if (!insert(*turn.pending, text))
            return tl::unexpected(malformed());
        waiting = std::move(text);
    }
    if (pending)
        *pending = std::move(waiting);
    return document;
}

bool Draft::replay(const Turn &turn, payload::Document &document)
{
    if (turn.keep > document.steps().size())
        return false;
    while (document.steps().size() > turn.keep)
        document.undo();
    for (const Step &step : turn.steps) {
        if (!document.apply(step.edits, {step.caption, step.mergeKey}))
            return false;
        document.endMerging();
    }
    return true;
}

} // namespace marquee::workspace
