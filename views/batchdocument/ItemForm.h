// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batchdocument/PathEditors.h"
#include "form/Form.h"

class QLabel;

namespace marquee::form {
class Card;
class CardColumns;
class ProblemLines;
}

namespace marquee::batchdocument {

/// One item of a batch: its ID, the path and its parts, and the body as JSON. Base: the item.
class ItemForm : public form::Form
{
    Q_OBJECT

public:
    explicit ItemForm(const editor::Lookup &lookup, QWidget *parent = nullptr);

    void focusWindow(); ///< the cursor into the window's ID

Q_SIGNALS:
    /// The user wants the body in a tab of its own: a copy, which isn't tied to the item.
    void openBodyWanted(const QByteArray &text, const QString &name);

protected:
    QString shape() const override;
    void build() override;
    void refreshed() override;
    std::vector<rules::Problem> problems(const payload::Pointer &base) const override;
    void showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks) override;

private:
    void addId();
    void addPart(PathPartEditor::Part part, const char *objectName, const QString &label, const QString &help);
    void addValidates();
    void addPath();
    void addBody();
    void addOthers();
    void addPathRow(
        std::unique_ptr<editor::FieldEditor> editor, const char *objectName, const QString &label, const QString &help);
    QString heading() const;
    void generateId();
    void pathFromBody();
    void openBody();

    form::Card *m_card = nullptr;
    form::Card *m_bodyCard = nullptr;
    form::ProblemLines *m_others = nullptr;
    QLabel *m_more = nullptr;
    QAction *m_fromBody = nullptr;
    QAction *m_openBody = nullptr;
    mutable int m_left = 0; ///< problems of the body that aren't shown
};

} // namespace marquee::batchdocument
