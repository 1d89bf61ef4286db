// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/TermList.h"

#include "catalog/DateTime.h"
#include "catalog/Duration.h"
#include "changes/Words.h"
#include "payload/Document.h"
#include "windows/Content.h"
#include "windows/Plan.h"

#include <QCoreApplication>

#include <array>

namespace marquee::windows {

using namespace Qt::StringLiterals;
using payload::Document;
using payload::Value;

namespace {

QString whatIsTaken()
{
    return tr("Copy the terms of a window, or its whole text, and paste again.");
}

Error tooLarge(const QString &message)
{
    Error error = refusal(message, tr("Copy the terms of one window alone."));
    error.code = Error::Code::TooLarge;
    return error;
}

/// The text as JSON; what was cut out of a payload, with the braces that are missing around it.
Expected<std::unique_ptr<Document>> readAny(const QByteArray &text)
{
    auto whole = Document::read(text);
    if (whole)
        return whole;
    QByteArray part = text.trimmed();
    if (part.endsWith(','))
        part.chop(1);
    if (part.startsWith('"') || part.startsWith('{')) {
        const bool isMember = part.startsWith('"');
        if (auto cut = Document::read((isMember ? "{" : "[") + part + (isMember ? "}" : "]")))
            return cut;
    }
    Error error = whole.error();
    error.message = tr("That isn't the text of terms.");
    error.nextStep = whatIsTaken();
    return tl::unexpected(error);
}

/// The terms' list, or the one term; nothing where there is neither.
Value termsIn(const Value &root)
{
    if (root.isObject() && !root.member("_termName"))
        return root.member("Terms");
    return root;
}

QString valueWords(std::string_view name, const Value &value)
{
    std::string scratch;
    const std::string_view text = value.string(scratch);
    if (name == "Duration" && value.isString())
        return catalog::Duration::reading(text);
    if (name == "Boolean" && value.isBoolean())
        return value.kind() == payload::Kind::True ? tr("yes") : tr("no");
    if (name == "Event" && value.isString()) {
        if (const auto moment = catalog::DateTime::parse(text))
            return catalog::DateTime::reading(moment->epochSeconds);
    }
    if (name == "Money" && value.member("value") && value.member("_currency").isString())
        return QString::fromStdString(
                   value.member("value").isString() ? value.member("value").string() : value.member("value").raw())
            + u' ' + QString::fromStdString(value.member("_currency").string());
    return changes::words(value);
}

} // namespace

Expected<TermList> readTerms(const QByteArray &text)
{
    if (text.size() > MostTermText)
        return tl::unexpected(tooLarge(tr("That is too much text for the terms of a window.")));
    if (text.trimmed().isEmpty())
        return tl::unexpected(refusal(tr("There are no terms."), whatIsTaken()));
    const auto document = readAny(text);
    if (!document)
        return tl::unexpected(document.error());
    const Value terms = termsIn((*document)->root());
    const bool isOne = terms.isObject();
    if (!isOne && !terms.isArray())
        return tl::unexpected(refusal(tr("There are no terms in that text."), whatIsTaken()));
    TermList list;
    list.json = isOne ? '[' + terms.raw() + ']' : terms.raw();
    const std::uint32_t count = isOne ? 1 : terms.size();
    if (count > MostTerms)
        return tl::unexpected(tooLarge(tr("Those are more terms than a window has.")));
    for (std::uint32_t i = 0; i < count; ++i) {
        const Value term = isOne ? terms : terms.at(i);
        if (!term.isObject() || !term.member("_termName").isString())
            return tl::unexpected(refusal(
                tr("Number %1 in that list isn't a term: it has no name (_termName).").arg(i + 1), whatIsTaken()));
        list.terms.push_back({term.member("_termName").string(), term.raw(), contentOf(term), termWords(term)});
    }
    if (list.terms.empty())
        return tl::unexpected(refusal(tr("The list of terms is empty."), whatIsTaken()));
    return list;
}

QString termLabel(const catalog::Catalog &catalog, const std::string &name)
{
    const catalog::TermDefinition *known = catalog.term(name);
    if (known)
        return known->label;
    return name.empty() ? tr("Term without a name") : QString::fromStdString(name);
}

QString termWords(const Value &term)
{
    QStringList parts;
    std::string scratch;
    for (std::uint32_t i = 0; i < term.size(); ++i) {
        const std::string name(term.at(i).name(scratch));
        if (name != "_termName")
            parts << valueWords(name, term.at(i));
    }
    return parts.join(u" · "_s);
}

} // namespace marquee::windows
