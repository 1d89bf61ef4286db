// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/CountryEditor.h"

#include "editor/CodeChoices.h"

namespace marquee::editor {

using catalog::Vocabularies;

CountryEditor::CountryEditor(const Lookup &lookup, QWidget *parent)
    : ChoiceEditor(parent)
    , m_lookup(lookup)
{
    setChoices(codeChoices(*lookup.vocabularies, Vocabularies::List::Countries, {}));
}

QList<Choice> CountryEditor::suggestions(const QString &text) const
{
    return codeChoices(*m_lookup.vocabularies, Vocabularies::List::Countries, text);
}

} // namespace marquee::editor
