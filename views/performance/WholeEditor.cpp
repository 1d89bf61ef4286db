// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/WholeEditor.h"

#include "editor/JsonParts.h"
#include "payload/JsonText.h"
#include "performances/Message.h"

namespace marquee::performance {

WholeEditor::WholeEditor(QWidget *parent)
    : NumberEditor(parent)
{
}

QString WholeEditor::textOf(const payload::Value &value) const
{
    return editor::toQString(performances::textOf(value));
}

std::optional<std::string> WholeEditor::jsonOf(const QString &text) const
{
    return payload::encodeJsonString(text.trimmed());
}

} // namespace marquee::performance
