// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/FindingLines.h"

#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace marquee::environments {

using namespace Qt::StringLiterals;
using exchange::Finding;

namespace {

QIcon iconOf(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return theme::severityIcon(rules::Severity::Error);
    case Finding::Severity::Warning:
        return theme::severityIcon(rules::Severity::Warning);
    case Finding::Severity::Good:
        break;
    }
    return theme::dotIcon(theme::color(theme::Token::Good));
}

QString roleOf(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return u"error"_s;
    case Finding::Severity::Warning:
        return u"warning"_s;
    case Finding::Severity::Good:
        break;
    }
    return u"good"_s;
}

} // namespace

FindingLines::FindingLines(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme::scaled(8));
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &FindingLines::build);
    hide();
}

void FindingLines::show(const exchange::Findings &findings, bool subjects)
{
    m_findings = findings;
    m_subjects = subjects;
    build();
    setVisible(!m_findings.empty());
}

void FindingLines::build()
{
    for (QWidget *line : findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        m_layout->removeWidget(line);
        line->hide();
        line->deleteLater();
    }
    QStringList words;
    for (const Finding &finding : m_findings) {
        m_layout->addWidget(makeLine(finding));
        words << (finding.nextStep.isEmpty() ? finding.message : finding.message + u' ' + finding.nextStep);
    }
    m_words = words.join(u'\n');
    setAccessibleName(m_words);
}

QWidget *FindingLines::makeLine(const Finding &finding)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::scaled(8));
    auto *icon = new QLabel(line);
    icon->setPixmap(iconOf(finding.severity).pixmap(theme::scaled(16), theme::scaled(16)));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const auto add = [&](const QString &text, const QString &role, const QFont &font) {
        auto *label = new QLabel(text, line);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setFont(font);
        label->setProperty("role", role);
        column->addWidget(label);
    };
    add(finding.message, roleOf(finding.severity), m_subjects ? theme::bodyFont() : theme::noteFont());
    if (!finding.nextStep.isEmpty())
        add(finding.nextStep, u"label"_s, m_subjects ? theme::bodyFont() : theme::noteFont());
    // What a message names already needn't be named twice.
    if (m_subjects && !finding.subject.isEmpty() && !finding.message.contains(finding.subject)) {
        auto *subject = new theme::ElidedLabel(line);
        subject->setText(finding.subject);
        column->addWidget(subject);
    }
    row->addLayout(column, 1);
    return line;
}

} // namespace marquee::environments
