// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form/Form.h"

namespace marquee::form {
class Card;
class ProblemLines;
}

namespace marquee::terms {

/// The terms of one window, each with the one editor of its kind; added by searching, put in another order, removed. Base: the
/// window.
class TermsForm : public form::Form
{
    Q_OBJECT

public:
    explicit TermsForm(const editor::Lookup &lookup, QWidget *parent = nullptr);

    /// Opens the search for a term to add.
    void pickTerm();
    /// Adds a term of that name at the end, and puts the cursor into it.
    void addTerm(const QString &name);

protected:
    QString shape() const override;
    void build() override;
    std::vector<rules::Problem> problems(const payload::Pointer &base) const override;
    void showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks) override;
    payload::Pointer shownAt(const payload::Pointer &field, const payload::Pointer &base) const override;
    bool concerns(const payload::Pointer &field) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    payload::Pointer list() const;
    /// A term of several windows: the first that has it, and where it is there.
    struct SharedTerm
    {
        std::string name;
        std::uint32_t index = 0;
        payload::Value value;
    };
    std::vector<SharedTerm> sharedTerms() const; ///< in the order in which they are met
    void addSharedRows();
    void addToAll(const QString &name, const catalog::TermDefinition *known);
    void addTermRow(std::uint32_t index, const payload::Value &term);
    void move(std::uint32_t from, std::int64_t to);
    void remove(std::uint32_t index);
    /// Which term the cursor is in, -1 for none.
    int focusedTerm() const;

    form::Card *m_card = nullptr;
    form::ProblemLines *m_others = nullptr;
    QWidget *m_add = nullptr;
};

} // namespace marquee::terms
