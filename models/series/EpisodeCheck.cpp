// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/EpisodeCheck.h"

#include "payload/Document.h"
#include "rules/PlaceName.h"
#include "rules/Rule.h"

#include <algorithm>

namespace marquee::series {

EpisodeCheck checkEpisode(
    const rules::Rulebook &book, const QByteArray &text, const rules::Severities &severities, rules::Clock clock)
{
    EpisodeCheck check;
    const auto document = payload::Document::read(text);
    if (!document) {
        check.counts.errors = 1;
        check.messages << document.error().message;
        return check;
    }
    rules::Validator validator(book, **document, severities, std::move(clock));
    validator.validate();
    check.counts = validator.counts();
    constexpr std::size_t most = 8;
    std::vector<rules::Problem> problems = validator.problems();
    std::stable_sort(problems.begin(), problems.end(),
        [](const rules::Problem &one, const rules::Problem &other) { return one.severity > other.severity; });
    if (problems.size() > most)
        problems.resize(most);
    const rules::Context context = validator.context();
    for (const rules::Problem &problem : problems) {
        const QString place = rules::placeName(context, problem.rule->field(problem, context));
        const QString message = problem.rule->message(problem, context);
        check.messages << (place.isEmpty() ? message : QString(place + QStringLiteral(": ") + message));
    }
    return check;
}

} // namespace marquee::series
