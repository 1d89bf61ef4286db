// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/VocabularyEditor.h"

#include "editor/JsonParts.h"

namespace marquee::editor {

VocabularyEditor::VocabularyEditor(const catalog::Vocabulary &vocabulary, QWidget *parent)
    : ChoiceEditor(parent)
{
    QList<Choice> choices;
    for (const catalog::Term &term : vocabulary.terms) {
        Choice choice{toQString(term.value), term.label, term.help, {}};
        if (choice.label == choice.value)
            choice.label.clear(); // "Movie  Movie" says nothing
        for (const std::string &alias : term.aliases)
            choice.aliases << toQString(alias);
        choices << choice;
    }
    setChoices(choices);
}

} // namespace marquee::editor
