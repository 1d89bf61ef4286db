// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/ChoiceEditor.h"

namespace marquee::editor {

/// A currency by its code (ISO 4217) with its name in the user's language: "USD  US Dollar".
class CurrencyEditor : public ChoiceEditor
{
    Q_OBJECT

public:
    explicit CurrencyEditor(const Lookup &lookup, QWidget *parent = nullptr);

protected:
    QList<Choice> suggestions(const QString &text) const override;

private:
    Lookup m_lookup;
};

} // namespace marquee::editor
