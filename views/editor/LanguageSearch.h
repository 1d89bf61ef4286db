// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Vocabularies.h"
#include "editor/ChoiceModel.h"

#include <optional>

namespace marquee::editor {

/// Languages that a text finds by tag or name: those that films are often delivered in first, with their regions; then
/// the world's others; then the text itself, where it isn't among them. The often needed ones, where it is empty.
QList<Choice> languagesFor(const catalog::Vocabularies &vocabularies, const QString &text);

/// A good tag with its name; nothing for any other text.
std::optional<Choice> languageNamed(const catalog::Vocabularies &vocabularies, const QString &tag);

} // namespace marquee::editor
