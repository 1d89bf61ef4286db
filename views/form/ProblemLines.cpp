// SPDX-License-Identifier: GPL-3.0-or-later
#include "form/ProblemLines.h"

#include "editor/FlowLayout.h"
#include "payload/Document.h"
#include "rules/Validator.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::form {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestBeside = 160; // a link's width, at 100 %
constexpr std::size_t MostLines = 4; // more than that under one field helps nobody; the list of problems has them all

editor::Mark markOf(rules::Severity severity)
{
    switch (severity) {
    case rules::Severity::Error:
        return editor::Mark::Error;
    case rules::Severity::Warning:
        return editor::Mark::Warning;
    default:
        return editor::Mark::Hint;
    }
}

QString roleOf(rules::Severity severity)
{
    return QString(rules::severityName(severity));
}

} // namespace

bool ProblemLines::Line::sameAs(const Line &other) const
{
    return rule == other.rule && severity == other.severity && message == other.message
        && std::equal(fixes.begin(), fixes.end(), other.fixes.begin(), other.fixes.end(),
            [](const rules::Fix &a, const rules::Fix &b) { return a.id == b.id && a.title == b.title; });
}

ProblemLines::ProblemLines(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setVisible(false);
}

void ProblemLines::show(const std::vector<rules::Problem> &problems, const rules::Validator &validator, const QStringList &remarks)
{
    const rules::Context context = validator.context();
    std::vector<Line> lines;
    m_mark = editor::Mark::None;
    for (const rules::Problem &problem : problems) {
        m_mark = std::max(m_mark, markOf(problem.severity));
        lines.push_back({problem.rule, problem.severity, problem.rule->message(problem, context),
            problem.rule->fixes(problem, context)});
    }
    for (const QString &remark : remarks) {
        m_mark = std::max(m_mark, markOf(rules::Severity::Error));
        lines.push_back({nullptr, rules::Severity::Error, tr("The partner: %1").arg(remark), {}});
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.severity > b.severity; });
    if (lines.size() > MostLines)
        lines.resize(MostLines);
    const bool same = std::equal(lines.begin(), lines.end(), m_lines.begin(), m_lines.end(),
        [](const Line &a, const Line &b) { return a.sameAs(b); });
    std::swap(lines, m_lines); // fixes hold places: the new ones count even where the words are the same
    if (!same)
        build();
}

void ProblemLines::clear()
{
    m_mark = editor::Mark::None;
    if (m_lines.empty())
        return;
    m_lines.clear();
    build();
}

QString ProblemLines::words() const
{
    QStringList all;
    for (const Line &line : m_lines)
        all << line.message;
    return all.join(u' ');
}

void ProblemLines::build()
{
    // A click on a fix can bring us here: what was clicked has to outlive its click.
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Line &line : m_lines)
        m_layout->addWidget(makeLine(line));
    setVisible(!m_lines.empty());
}

QWidget *ProblemLines::makeLine(const Line &line)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(theme::scaled(6));

    auto *icon = new QLabel(row);
    const int side = theme::scaled(14);
    icon->setPixmap(theme::severityIcon(line.severity).pixmap(QSize(side, side), devicePixelRatioF()));
    icon->setAccessibleName(roleOf(line.severity));
    layout->addWidget(icon, 0, Qt::AlignTop);

    auto *message = new QLabel(line.message, row);
    message->setProperty("role", roleOf(line.severity));
    message->setWordWrap(true);
    message->setTextFormat(Qt::PlainText);
    message->setFont(theme::noteFont());
    message->setToolTip(line.rule ? QString(QString::fromLatin1(line.rule->info().id) + u": "_s + line.rule->why())
                                  : tr("What the partner answered when this was sent last."));
    // One link stands behind the words; several, or a long one, below them: they would leave the words no room.
    QLayout *links = layout;
    const bool isLong = !line.fixes.empty()
        && QFontMetrics(theme::noteFont()).horizontalAdvance(line.fixes.front().title) > theme::scaled(LongestBeside);
    if (line.fixes.size() > 1 || isLong) {
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(message);
        auto *below = new QWidget(row);
        links = new editor::FlowLayout(below);
        links->setContentsMargins({});
        links->setSpacing(theme::scaled(8));
        column->addWidget(below);
        layout->addLayout(column, 1);
    } else {
        layout->addWidget(message, 1, Qt::AlignTop);
    }

    const auto at = static_cast<std::size_t>(&line - m_lines.data()); // several may be of one rule
    for (std::size_t i = 0; i < line.fixes.size(); ++i) {
        auto *button = new QPushButton(line.fixes[i].title, row);
        button->setObjectName(u"fix-"_s + QString::fromLatin1(line.rule->info().id) + u'-' + line.fixes[i].id);
        button->setProperty("role", u"link"_s);
        button->setFont(theme::noteFont());
        button->setCursor(Qt::PointingHandCursor);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, at, i] {
            if (at < m_lines.size() && i < m_lines[at].fixes.size())
                Q_EMIT fixWanted(rules::Fix(m_lines[at].fixes[i]));
        });
        links->addWidget(button);
        if (links == layout)
            layout->setAlignment(button, Qt::AlignTop);
    }
    return row;
}

} // namespace marquee::form
