// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ask/AnswersModel.h"
#include "ask/Question.h"
#include "rules/Validator.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;

namespace marquee::theme {
class ElidedLabel;
class RowTree;
}

namespace marquee::ask {

class QuestionBar;

/// What a question is put to.
enum class Scope : std::uint8_t
{
    Document, ///< the one that is open in front
    Reply, ///< what the partner answered last, or is shown
    Workspace ///< all files of the folder, and what is open
};

/// "On this day, in this territory, in this format and language: what may be shown?" A page for a tab, a dock or a
/// dialog. A document and a reply are asked again a moment after each change of the question; a workspace when Ask is
/// pressed. Whoever owns it answers `askWanted` with begin, add and finish (models/ask: DocumentAsk, WorkspaceAsk).
class AskPage : public QWidget
{
    Q_OBJECT

public:
    explicit AskPage(const rules::Rulebook &book, QWidget *parent = nullptr);

    /// What there is to ask; the first stays chosen where it can. `name` is said in the list ("night-ferry"); empty:
    /// none there.
    void setScope(Scope scope, bool isThere, const QString &name = {});
    Scope scope() const;
    void chooseScope(Scope scope);
    void setQuestion(const Question &question);
    std::optional<Question> question() const; ///< nothing where a field can't be read

    /// The document or reply is another, or was edited: asks again in a moment, where that is what is asked.
    void askAgain();
    void focusQuestion();

    void begin(); ///< the answers before go
    void add(const std::vector<ShownAnswers> &documents);
    /// "12 of 40 documents"; `total` 0: not known yet.
    void setProgress(int done, int total);
    /// All is there. `note` says what was left out ("2 couldn't be read"); may be empty.
    void finish(const QString &note = {});
    void fail(const Error &error); ///< nothing could be asked
    /// All answers of a document together: begin, add, finish.
    void showAnswers(const std::vector<ShownAnswers> &documents, const QString &note = {});
    const AnswersModel &model() const { return *m_model; }

Q_SIGNALS:
    void askWanted(const marquee::ask::Question &question, marquee::ask::Scope scope);
    void cancelWanted();
    /// A field of a document is to be shown; `key` is that of ShownAnswers.
    void placeWanted(const QString &key, const marquee::payload::Pointer &place);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeBanner();
    QWidget *makeEmpty();
    void press(); ///< Ask, or Cancel
    void askNow();
    void later();
    void go(const QModelIndex &index);
    void openFew(int first);
    void updateWords();
    QString emptyWords() const;
    QString countWords() const;
    void applyFonts();

    AnswersModel *m_model;
    QuestionBar *m_question;
    QComboBox *m_over = nullptr;
    QPushButton *m_ask = nullptr;
    QPushButton *m_onlyYes = nullptr;
    theme::ElidedLabel *m_counts = nullptr;
    QProgressBar *m_progress = nullptr;
    QFrame *m_banner = nullptr; ///< what the only avail says
    QLabel *m_said = nullptr;
    theme::RowTree *m_tree = nullptr;
    QLabel *m_empty = nullptr;
    QStackedLayout *m_pages = nullptr;
    QTimer m_later;
    QString m_note;
    QString m_failure;
    bool m_isAsking = false;
    bool m_wasAsked = false;
};

} // namespace marquee::ask
