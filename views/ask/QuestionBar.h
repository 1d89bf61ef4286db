// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ask/Question.h"
#include "editor/FieldEditor.h"
#include "rules/Validator.h"

#include <QFrame>

#include <optional>

class QGridLayout;
class QLabel;

namespace marquee::editor {
class FieldEditor;
}
namespace marquee::inventory {
class DayLine;
}

namespace marquee::ask {

/// The question's four fields, each with its picker, and under them what is wrong with one.
class QuestionBar : public QFrame
{
    Q_OBJECT

public:
    explicit QuestionBar(const rules::Rulebook &book, QWidget *parent = nullptr);

    /// Nothing where a field can't be read; `problem` says which.
    std::optional<Question> question() const;
    /// Puts a question in; tells nothing.
    void setQuestion(const Question &question);
    QString problem() const; ///< a sentence; empty where there is none
    void focusDay();

Q_SIGNALS:
    void edited(); ///< a field is another
    void askPressed(); ///< Enter

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    editor::FieldEditor *makeField(const char *type, const char *name, std::string &value);
    void addField(const QString &label, QWidget *field, QWidget *input, const QString &name, int column);
    void show(editor::FieldEditor &field, const std::string &value);
    void took();
    void applyFonts();

    rules::Rulebook m_book;
    QGridLayout *m_layout;
    inventory::DayLine *m_day;
    editor::FieldEditor *m_territory = nullptr;
    editor::FieldEditor *m_format = nullptr;
    editor::FieldEditor *m_language = nullptr;
    std::string m_country = "US";
    std::string m_profile;
    std::string m_tag;
    QLabel *m_problem;
    std::vector<QLabel *> m_labels;
    bool m_isFilling = false;
};

} // namespace marquee::ask
