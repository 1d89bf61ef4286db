// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/LanguageEditor.h"

#include "editor/LanguageSearch.h"

namespace marquee::editor {

LanguageEditor::LanguageEditor(const Lookup &lookup, QWidget *parent)
    : ChoiceEditor(parent)
    , m_lookup(lookup)
{
    setChoices(languagesFor(*lookup.vocabularies, {}));
}

QList<Choice> LanguageEditor::suggestions(const QString &text) const
{
    return languagesFor(*m_lookup.vocabularies, text);
}

std::optional<Choice> LanguageEditor::known(const QString &value) const
{
    return languageNamed(*m_lookup.vocabularies, value);
}

} // namespace marquee::editor
