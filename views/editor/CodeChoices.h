// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Vocabularies.h"
#include "editor/ChoiceModel.h"

namespace marquee::editor {

/// The codes of a world-wide list that a text finds, with their names in the user's language, the best first. All of
/// them, by name, where the text is empty.
QList<Choice> codeChoices(
    const catalog::Vocabularies &vocabularies, catalog::Vocabularies::List list, const QString &text);

} // namespace marquee::editor
