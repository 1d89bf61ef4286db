// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/OutcomeText.h"
#include "rules/BatchFacts.h"
#include "summary/Writer.h"

#include <QCoreApplication>
#include <QStringList>

#include <set>

namespace marquee::summary {

using namespace Qt::StringLiterals;
using payload::Kind;
using payload::Pointer;
using payload::Value;

namespace {

QString errorWords(const partners::PartnerError &error)
{
    QStringList parts;
    for (const QString &part : {error.code, error.message, error.path}) {
        if (!part.isEmpty())
            parts << part;
    }
    return oneLine(parts.isEmpty() ? QString::fromStdString(error.raw.substr(0, 2000)) : parts.join(u" · "_s));
}

QString verbWords(rules::BatchVerb verb)
{
    switch (verb) {
    case rules::BatchVerb::Put:
        return tr("brings windows to the partner");
    case rules::BatchVerb::Validate:
        return tr("asks the partner to judge windows");
    default:
        return tr("asks for windows, or takes them away");
    }
}

/// An item's ID, or its number.
QString itemName(const Value &item, std::uint32_t index)
{
    const QString id = shown(item.member("requestItemId"));
    return id.isEmpty() ? tr("Item %1").arg(index + 1) : id;
}

/// What an answer says of its item.
struct Answer
{
    bool isTaken = false;
    bool isSaid = false;
    std::vector<partners::PartnerError> errors;
};

Answer readAnswer(const Value &item)
{
    Answer answer;
    answer.errors = partners::partnerErrors(item.member("validationErrors"));
    const Value success = item.member("success");
    answer.isSaid = success.isBoolean() || item.member("avail") || !answer.errors.empty();
    answer.isTaken = success.isBoolean() ? success.kind() == Kind::True : static_cast<bool>(item.member("avail"));
    return answer;
}

void failedRow(Writer &writer, const Value &item, std::uint32_t index, const Answer &answer, const Pointer &place)
{
    const QString name = itemName(item, index);
    if (answer.errors.empty()) {
        writer.row(name,
            answer.isSaid ? tr("The partner rejected it, and says no more.")
                          : tr("The partner says neither yes nor no."),
            place);
        return;
    }
    constexpr std::size_t MostErrors = 5;
    const std::size_t told = std::min(MostErrors, answer.errors.size());
    for (std::size_t i = 0; i < told; ++i)
        writer.row(i == 0 ? name : QString(), errorWords(answer.errors[i]), place);
    if (answer.errors.size() > told)
        writer.row({},
            QCoreApplication::translate(
                "summary", "and %n more", nullptr, static_cast<int>(answer.errors.size() - told)),
            place);
}

} // namespace

void answerRows(Writer &writer, const Value &answer, const Pointer &place)
{
    const Value success = answer.member("success");
    const auto errors = partners::partnerErrors(answer.member("validationErrors"));
    if (!success && errors.empty())
        return;
    writer.section(tr("The partner's answer"));
    if (success.isBoolean())
        writer.row(tr("Taken"), success.kind() == Kind::True ? tr("yes") : tr("no"), place.child("success"));
    else
        writer.member(tr("Taken"), answer, place, "success");
    for (std::size_t i = 0; i < errors.size(); ++i)
        writer.row(i == 0 ? tr("It says") : QString(), errorWords(errors[i]), place.child("validationErrors"));
}

void summariseReply(Writer &writer)
{
    const Value root = writer.document.root();
    const Value success = root.member("success");
    const auto errors = partners::partnerErrors(root.member("validationErrors"));
    writer.summary().subtitle = success.kind() == Kind::True ? tr("The partner took it.")
        : success.kind() == Kind::False || !errors.empty()   ? tr("The partner rejected it.")
                                                             : tr("The partner says neither yes nor no.");
    writer.count("partnerErrors", errors.size());
    answerRows(writer, root, {});
}

void summariseBatch(Writer &writer)
{
    const Value list = writer.document.root().member("requestItems");
    const Pointer place = Pointer().child("requestItems");
    const rules::Context context{*writer.rulebook.catalog, *writer.rulebook.vocabularies, writer.document};
    const auto facts = rules::BatchFacts::read(context, list.isArray() ? list : Value(), std::nullopt);
    std::set<std::string> licensors;
    for (const rules::BatchItemFact &item : facts.items) {
        if (item.parts && licensors.size() < 20)
            licensors.insert(item.parts->licensor);
    }
    QStringList names;
    for (const std::string &licensor : licensors)
        names << QString::fromStdString(licensor);
    writer.summary().subtitle
        = QCoreApplication::translate("summary", "%n item(s)", nullptr, static_cast<int>(list.size()));
    writer.count("items", list.size());
    writer.section(tr("Batch"), place);
    writer.row(tr("What it does"), verbWords(facts.verb));
    writer.row(tr("Licensors"), oneLine(names.join(u", "_s)));
    writer.section(tr("Items"), place);
    for (const rules::BatchItemFact &item : facts.items) {
        const QString title = titleOf(item.value.member("body").member("avail"));
        const QString window = QString::fromStdString(item.parts ? item.parts->transaction : item.path);
        const QString words = title.isEmpty() ? window : QString(title + u" · "_s + window);
        writer.row(itemName(item.value, item.item), words.isEmpty() ? shown(item.value) : oneLine(words),
            place.child(item.item));
    }
}

void summariseBatchReply(Writer &writer)
{
    const Value root = writer.document.root();
    const Value list = root.member("responseItems");
    const Pointer place = Pointer().child("responseItems");
    std::vector<std::pair<std::uint32_t, Answer>> failed;
    std::size_t taken = 0;
    std::size_t refused = 0;
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i) {
        Answer answer = readAnswer(list.at(i));
        if (answer.isTaken) {
            ++taken;
            continue;
        }
        ++refused;
        if (failed.size() <= MostRows)
            failed.emplace_back(i, std::move(answer));
    }
    writer.summary().subtitle
        = QCoreApplication::translate("summary", "%n item(s)", nullptr, static_cast<int>(list.size())) + u" · "_s
        + QCoreApplication::translate("summary", "%n taken", nullptr, static_cast<int>(taken)) + u" · "_s
        + QCoreApplication::translate("summary", "%n not taken", nullptr, static_cast<int>(refused));
    writer.count("items", list.size());
    writer.count("succeeded", taken);
    writer.count("failed", refused);
    answerRows(writer, root, {});
    writer.section(tr("Items"), place);
    writer.row(tr("Taken"), QString::number(taken));
    writer.row(tr("Not taken"), QString::number(refused));
    writer.section(tr("Not taken"), place);
    for (const auto &[index, answer] : failed)
        failedRow(writer, list.at(index), index, answer, place.child(index));
    for (std::size_t i = failed.size(); i < refused; ++i)
        writer.row({}, u"…"_s); // counted by the row that closes the section
}

} // namespace marquee::summary
