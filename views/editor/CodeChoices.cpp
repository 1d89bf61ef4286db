// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/CodeChoices.h"

#include "editor/JsonParts.h"

namespace marquee::editor {

QList<Choice> codeChoices(
    const catalog::Vocabularies &vocabularies, catalog::Vocabularies::List list, const QString &text)
{
    const int most = text.isEmpty() ? static_cast<int>(vocabularies.codes(list).size()) : 50;
    QList<Choice> choices;
    for (const catalog::Code *code : vocabularies.search(list, text.trimmed(), most))
        choices << Choice{toQString(code->code), code->name(), {}, {}};
    return choices;
}

} // namespace marquee::editor
