// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/RowSource.h"

#include "catalog/Decimal.h"
#include "payload/Document.h"
#include "payload/JsonText.h"

#include <QCoreApplication>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using catalog::FieldType;
using payload::Document;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Rows", text);
}

Error wrong(const QString &message)
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = message;
    return error;
}

/// Puts JSON at a place, whatever is missing on the way to it made.
Expected<bool> put(Document &document, const Pointer &place, const std::string &json)
{
    if (document.find(place))
        return document.apply(Edit::set(place, json));
    Pointer around = place.parent();
    std::string text = json;
    std::size_t level = place.tokens.size() - 1;
    while (!document.find(around) && level > 0) {
        const std::string &name = place.tokens[level].text;
        text = name == "0" ? '[' + text + ']' : '{' + payload::encodeJsonString(name) + ':' + text + '}';
        around = around.parent();
        --level;
    }
    return document.find(around).isArray() ? document.apply(Edit::insertItem(around, text))
                                           : document.apply(Edit::insertMember(around, place.tokens[level].text, text));
}

/// Where a term's value stands, or is to stand: the first term of that name in the list, or a new one.
Expected<bool> putTerm(Document &document, const FieldPlace &place, const std::string &json)
{
    const std::string property(catalog::termProperty(place.term->kind));
    const bool isMoney = place.term->kind == catalog::TermKind::Money;
    const Value terms = document.find(place.pointer);
    for (std::uint32_t i = 0; i < terms.size(); ++i) {
        if (terms.at(i).member("_termName").string() != place.term->name)
            continue;
        Pointer value = place.pointer.child(i).child(property);
        if (isMoney)
            value = value.child(place.isCurrency ? "_currency" : "value");
        return put(document, value, json);
    }
    const std::string value
        = isMoney ? std::string("{\"") + (place.isCurrency ? "_currency" : "value") + "\":" + json + '}' : json;
    const std::string term
        = "{\"_termName\":" + payload::encodeJsonString(place.term->name) + ",\"" + property + "\":" + value + '}';
    return terms.isArray() ? document.apply(Edit::insertItem(place.pointer, term))
                           : put(document, place.pointer, '[' + term + ']');
}

} // namespace

Expected<RowMaker> RowMaker::make(const QByteArray &templateText, RowTable table, RowMapping mapping)
{
    if (const auto document = Document::read(templateText); !document)
        return tl::unexpected(document.error());
    return RowMaker(templateText, std::move(table), std::move(mapping));
}

RowMaker::RowMaker(QByteArray text, RowTable table, RowMapping mapping)
    : m_template(std::move(text))
    , m_table(std::move(table))
    , m_mapping(std::move(mapping))
{
}

Expected<std::string> RowMaker::json(const QString &cell, const FieldPlace &place)
{
    const QString trimmed = cell.trimmed();
    switch (place.type) {
    case FieldType::Integer:
    case FieldType::Count:
    case FieldType::Decimal: {
        const std::string text = trimmed.toStdString();
        if (!catalog::Decimal::parse(text))
            return tl::unexpected(wrong(
                tr("“%1” isn't a number that can be sent: digits, and a point where there are decimals.").arg(cell)));
        return text; // as it is written: 0.10 stays 0.10
    }
    case FieldType::Boolean:
        for (const auto &[word, value] : {std::pair{"true"_L1, "true"}, std::pair{"yes"_L1, "true"},
                 std::pair{"false"_L1, "false"}, std::pair{"no"_L1, "false"}}) {
            if (trimmed.compare(word, Qt::CaseInsensitive) == 0)
                return std::string(value);
        }
        return tl::unexpected(wrong(tr("“%1” is neither true nor false.").arg(cell)));
    default:
        return payload::encodeJsonString(cell); // blanks at its ends too: a rule says what it thinks of them
    }
}

MadeRow RowMaker::row(int index) const
{
    MadeRow made;
    const int line = m_table.lineOf(index);
    const QStringList cells = m_table.row(index);
    const auto document = Document::read(m_template).value();
    if (cells.size() > m_table.headings().size())
        made.problems.push_back({index, line, static_cast<int>(m_table.headings().size()), rules::Severity::Error, {},
            tr("The row has more cells than there are headings.")});
    for (qsizetype i = 0; i < m_table.headings().size(); ++i) {
        const int target = m_mapping.columns[static_cast<std::size_t>(i)];
        if (target == RowMapping::Expected && !cells[i].trimmed().isEmpty() && !Expectation::parse(cells[i]))
            made.problems.push_back({index, line, static_cast<int>(i), rules::Severity::Error, {},
                tr("“%1” doesn't say what to expect: accepted, rejected, or rejected: a part of the complaint.")
                    .arg(cells[i])});
        if (target < 0 || cells[i].isEmpty())
            continue;
        const FieldPlace &place = m_mapping.places[static_cast<std::size_t>(target)];
        const auto value = json(cells[i], place);
        const Expected<bool> done = !value ? tl::unexpected(value.error())
            : place.term                   ? putTerm(*document, place, *value)
                                           : put(*document, place.pointer, *value);
        if (!done)
            made.problems.push_back(
                {index, line, static_cast<int>(i), rules::Severity::Error, {}, done.error().message});
    }
    made.text = document->text().toByteArray();
    return made;
}

/// The column that fills a place, or something in it.
int RowMaker::columnOf(const Document &document, const Pointer &at) const
{
    for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
        const int target = m_mapping.columns[i];
        if (target < 0)
            continue;
        const FieldPlace &place = m_mapping.places[static_cast<std::size_t>(target)];
        if (!place.term && (at == place.pointer || place.pointer.startsWith(at))
            && at.tokens.size() + 2 >= place.pointer.tokens.size())
            return static_cast<int>(i);
        if (place.term && at.startsWith(place.pointer) && at.tokens.size() > place.pointer.tokens.size()) {
            Pointer term = at;
            term.tokens.resize(place.pointer.tokens.size() + 1);
            const bool isCurrency = at.tokens.back().text == "_currency";
            if (document.find(term).member("_termName").string() == place.term->name && isCurrency == place.isCurrency)
                return static_cast<int>(i);
        }
    }
    return -1;
}

MadeRow RowMaker::validated(int index, const rules::Rulebook &rulebook, const rules::Severities &severities) const
{
    MadeRow made = row(index);
    const auto document = Document::read(made.text).value();
    rules::Validator validator(rulebook, *document, severities);
    validator.validate();
    for (const rules::Problem &problem : validator.problems())
        made.problems.push_back(
            {index, m_table.lineOf(index), columnOf(*document, document->pointerTo(problem.path)), problem.severity,
                QString::fromLatin1(problem.rule->info().id), problem.rule->message(problem, validator.context())});
    return made;
}

BatchPlan planFromRows(const QString &file, const RowMaker &maker, const Shard &shard)
{
    BatchPlan plan;
    plan.files.push_back(file);
    const RowMapping &mapping = maker.mapping();
    for (int i = 0; i < maker.table().count(); ++i) {
        const QStringList cells = maker.table().row(i);
        BatchItem item;
        item.place = i;
        item.id = QString::number(i + 1);
        for (std::size_t column = 0; column < mapping.columns.size(); ++column) {
            const int target = mapping.columns[column];
            const QString &cell = cells[static_cast<qsizetype>(column)];
            if (target == RowMapping::ItemId && !cell.isEmpty())
                item.id = cell;
            else if (target == RowMapping::Expected)
                item.expectation = cell.trimmed();
            else if (target >= 0
                && mapping.places[static_cast<std::size_t>(target)].pointer.tokens.back().text == "_TransactionID")
                item.transaction = cell;
        }
        if (shard.holds(QString::number(i)))
            plan.items.push_back(std::move(item));
    }
    return plan;
}

RowSource::RowSource(
    BatchOperation operation, RowMaker maker, rules::Rulebook rulebook, rules::Severities severities, bool force)
    : m_operation(operation)
    , m_maker(std::move(maker))
    , m_rulebook(std::move(rulebook))
    , m_severities(std::move(severities))
    , m_force(force)
{
}

LoadedItem RowSource::load(const QString &, const BatchItem &item)
{
    LoadedItem loaded;
    if (item.place < 0 || item.place >= m_maker.table().count()) {
        loaded.problem = tr("The row isn't in its file any more.");
        return loaded;
    }
    const bool hasBody = m_operation.verb == BatchVerb::Put || m_operation.verb == BatchVerb::Validate;
    const MadeRow made
        = hasBody && !m_force ? m_maker.validated(item.place, m_rulebook, m_severities) : m_maker.row(item.place);
    const auto document = Document::read(made.text).value();
    loaded.target = partners::targetOf(*document);
    loaded.reach = m_operation.reach.value_or(reachOf(document->root().member("avail")));
    if (hasBody)
        loaded.body = QByteArray::fromStdString(document->root().raw());
    for (const CellProblem &problem : made.problems) {
        // What a cell can't be is wrong even where errors are to be sent: it isn't in the document.
        if (problem.severity != rules::Severity::Error || (m_force && !problem.rule.isEmpty()))
            continue;
        const QString where = problem.column >= 0 && problem.column < m_maker.table().headings().size()
            ? tr("line %1, %2: ").arg(problem.line).arg(m_maker.table().headings()[problem.column])
            : tr("line %1: ").arg(problem.line);
        loaded.problem = where + (problem.rule.isEmpty() ? QString() : QString(problem.rule + u' ')) + problem.message;
        break;
    }
    return loaded;
}

} // namespace marquee::exchange
