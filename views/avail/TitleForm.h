// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form/Form.h"

namespace marquee::form {
class Card;
class CardColumns;
class ProblemLines;
}

namespace marquee::avail {

/// What an avail says outside of its windows: ids, licensor, the title with the details of its work type, shared entitlements,
/// and whatever else stands there. Base: the avail.
class TitleForm : public form::Form
{
    Q_OBJECT

public:
    explicit TitleForm(const editor::Lookup &lookup, QWidget *parent = nullptr);

protected:
    QString shape() const override;
    void build() override;
    std::vector<rules::Problem> problems(const payload::Pointer &base) const override;
    void showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks) override;
    bool concerns(const payload::Pointer &field) const override;

private:
    form::Card *addCard(const QString &heading);
    /// Rows for a type's fields; objects of several fields get a card of their own. `around`: the type that holds this one.
    void addFields(form::Card *card, const catalog::ObjectType &type, const payload::Pointer &below,
                   const catalog::ObjectType *around = nullptr);
    bool stands(const payload::Pointer &below) const;
    void addEntitlements();
    void addTitle();
    void addOthers();
    std::string_view shownBlock() const;

    form::CardColumns *m_columns = nullptr;
    form::ProblemLines *m_others = nullptr;
};

} // namespace marquee::avail
