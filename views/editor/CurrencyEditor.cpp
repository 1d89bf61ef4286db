// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/CurrencyEditor.h"

#include "editor/CodeChoices.h"

namespace marquee::editor {

using catalog::Vocabularies;

CurrencyEditor::CurrencyEditor(const Lookup &lookup, QWidget *parent)
    : ChoiceEditor(parent)
    , m_lookup(lookup)
{
    setChoices(codeChoices(*lookup.vocabularies, Vocabularies::List::Currencies, {}));
}

QList<Choice> CurrencyEditor::suggestions(const QString &text) const
{
    return codeChoices(*m_lookup.vocabularies, Vocabularies::List::Currencies, text);
}

} // namespace marquee::editor
