// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/Summary.h"

#include "rules/CountWords.h"
#include "summary/Writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::summary {

using namespace Qt::StringLiterals;
using rules::DocumentKind;

namespace {

constexpr std::size_t MostProblems = 50;

void summariseKind(Writer &writer, DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Avail:
    case DocumentKind::AvailReply:
        return summariseAvail(writer);
    case DocumentKind::Batch:
        return summariseBatch(writer);
    case DocumentKind::BatchReply:
        return summariseBatchReply(writer);
    case DocumentKind::Reply:
        return summariseReply(writer);
    case DocumentKind::Performance:
        return summarisePerformances(writer);
    case DocumentKind::Callback:
        return summariseCallback(writer);
    case DocumentKind::ProductionQuery:
        return summariseProductionQuery(writer);
    case DocumentKind::ProductionIds:
        return summariseProductionIds(writer);
    case DocumentKind::ProductionReply:
        return summariseProductions(writer);
    case DocumentKind::Unknown:
        return summariseUnknown(writer);
    }
}

QString severityWords(rules::Severity severity)
{
    return severity == rules::Severity::Error  ? tr("Error")
        : severity == rules::Severity::Warning ? tr("Warning")
                                               : tr("Hint");
}

/// The worst ones first, because not all are told.
void tellProblems(Writer &writer, const rules::Validator &validator)
{
    const rules::Counts counts = validator.counts();
    writer.section(tr("Problems"));
    writer.row(tr("Together"), rules::countsInWords(counts));
    if (counts.total() == 0)
        return;
    std::vector<rules::Problem> problems = validator.problems();
    std::stable_sort(problems.begin(), problems.end(),
        [](const rules::Problem &left, const rules::Problem &right) { return left.severity > right.severity; });
    const rules::Context context = validator.context();
    const std::size_t told = std::min(problems.size(), MostProblems);
    for (std::size_t i = 0; i < told; ++i) {
        const rules::Problem &problem = problems[i];
        writer.row(severityWords(problem.severity), oneLine(problem.rule->message(problem, context)),
            writer.document.pointerTo(problem.path));
    }
    if (problems.size() > told)
        writer.row({},
            QCoreApplication::translate("summary", "and %n more", nullptr, static_cast<int>(problems.size() - told)));
}

} // namespace

Summary summarise(const payload::Document &document, const rules::Rulebook &rulebook,
    const rules::Severities &severities, const rules::Clock &clock, std::uint32_t mostJudged)
{
    Summary summary;
    summary.kind = rules::kindOf(document.root());
    summary.title = kindWords(summary.kind);
    Writer writer(summary, document, rulebook, clock());
    summariseKind(writer, summary.kind);
    summary.isJudged = document.text().size() <= mostJudged;
    if (summary.isJudged) {
        rules::Validator validator(rulebook, document, severities, clock);
        validator.validate();
        summary.problems = validator.counts();
        tellProblems(writer, validator);
    } else {
        writer.section(tr("Problems"));
        writer.row(tr("Together"), tr("not looked for, because the file is so large; open it in the editor for that"));
    }
    writer.finish();
    if (summary.problems.total() > 0 && !summary.subtitle.isEmpty())
        summary.subtitle += u" · "_s + rules::countsInWords(summary.problems);
    return summary;
}

QString kindWords(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Avail:
        return tr("Avail");
    case DocumentKind::AvailReply:
        return tr("Avail, as the partner has it");
    case DocumentKind::Batch:
        return tr("Batch");
    case DocumentKind::BatchReply:
        return tr("Reply to a batch");
    case DocumentKind::Reply:
        return tr("Reply");
    case DocumentKind::Performance:
        return tr("Performances");
    case DocumentKind::Callback:
        return tr("Callback");
    case DocumentKind::ProductionQuery:
        return tr("Question for productions");
    case DocumentKind::ProductionIds:
        return tr("Ids of productions");
    case DocumentKind::ProductionReply:
        return tr("Productions");
    case DocumentKind::Unknown:
        break;
    }
    return tr("Some other file");
}

bool isWebPage(std::string_view text)
{
    constexpr std::size_t Enough = 4096; // bytes; comments may stand in front
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    std::string head(text.substr(0, Enough));
    std::transform(head.begin(), head.end(), head.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    std::string_view rest = head;
    for (;;) {
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
        const std::string_view end = rest.starts_with("<!--") ? "-->" : rest.starts_with("<?xml") ? "?>" : "";
        const std::size_t at = end.empty() ? std::string_view::npos : rest.find(end);
        if (at == std::string_view::npos)
            break;
        rest.remove_prefix(at + end.size());
    }
    const auto begins = [rest](std::string_view with) {
        return rest.starts_with(with) && rest.size() > with.size()
            && (rest[with.size()] == '>' || rest[with.size()] == ' ' || rest[with.size()] == '\n'
                || rest[with.size()] == '\r');
    };
    return begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body");
}

} // namespace marquee::summary
