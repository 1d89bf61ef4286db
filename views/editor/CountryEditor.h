// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/ChoiceEditor.h"

namespace marquee::editor {

/// A country by its code (ISO 3166-1) with its name in the user's language: "US  United States".
class CountryEditor : public ChoiceEditor
{
    Q_OBJECT

public:
    explicit CountryEditor(const Lookup &lookup, QWidget *parent = nullptr);

protected:
    QList<Choice> suggestions(const QString &text) const override;

private:
    Lookup m_lookup;
};

} // namespace marquee::editor
