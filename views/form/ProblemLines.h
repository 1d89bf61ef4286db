// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"
#include "rules/Problem.h"
#include "rules/Rule.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace marquee::rules {
class Validator;
}

namespace marquee::form {

/// Problems in words under whatever they speak of: an icon, the message, and a link for each fix. Takes no room while
/// there are none.
class ProblemLines : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemLines(QWidget *parent = nullptr);

    /// Their paths are from the document's root.
    /// `remarks`: what the partner says; shown as errors.
    void show(const std::vector<rules::Problem> &problems, const rules::Validator &validator, const QStringList &remarks = {});
    void clear();
    /// Of the worst that is shown.
    editor::Mark mark() const { return m_mark; }
    /// All messages, for the screen reader's description of the field.
    QString words() const;

Q_SIGNALS:
    void fixWanted(const marquee::rules::Fix &fix);
    void explainWanted(const QString &ruleId);

private:
    struct Line
    {
        const rules::Rule *rule = nullptr; ///< null: the partner says so
        rules::Severity severity = rules::Severity::Hint;
        QString message;
        std::vector<rules::Fix> fixes;
        bool sameAs(const Line &other) const;
    };
    void build();
    QWidget *makeLine(const Line &line);

    QVBoxLayout *m_layout;
    std::vector<Line> m_lines;
    editor::Mark m_mark = editor::Mark::None;
};

} // namespace marquee::form
