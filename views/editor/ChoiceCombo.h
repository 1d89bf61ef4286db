// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/ChoiceModel.h"
#include "editor/QuietCombo.h"

namespace marquee::editor {

class ChoiceLine;

/// An editable list of choices. The text is always the plain value; the label of a known one is painted behind it while
/// the cursor is elsewhere.
class ChoiceCombo : public QuietCombo
{
    Q_OBJECT

public:
    explicit ChoiceCombo(QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &choices);
    const ChoiceModel &choices() const { return *m_model; }
    /// What is read when the cursor is elsewhere: "SVOD  Subscription".
    QString shownText() const;
    void setLabel(const QString &label);
    /// No wider than that at 100 %, however long the labels are.
    void setWidest(int pixels);

    void showPopup() override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    ChoiceModel *m_model;
    ChoiceLine *m_line;
    int m_widest = 320;
};

} // namespace marquee::editor
