// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form/Form.h"

namespace marquee::form {
class Card;
class ProblemLines;
}

namespace marquee::avail {

/// One window's own fields: everything but its terms. Base: the window.
class WindowForm : public form::Form
{
    Q_OBJECT

public:
    explicit WindowForm(const editor::Lookup &lookup, QWidget *parent = nullptr);

protected:
    QString shape() const override;
    void build() override;
    void refreshed() override;
    std::vector<rules::Problem> problems(const payload::Pointer &base) const override;
    void showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks) override;
    bool concerns(const payload::Pointer &field) const override;

private:
    void addId(const catalog::Field &field);
    void addTerritories(const catalog::Field &field);
    QString heading() const;
    std::uint32_t territories() const; ///< rows for them; 0: several windows that have different numbers of them

    form::Card *m_card = nullptr;
    form::ProblemLines *m_others = nullptr;
};

} // namespace marquee::avail
