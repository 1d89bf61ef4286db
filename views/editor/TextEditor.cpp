// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/TextEditor.h"

#include "editor/Sizes.h"
#include "payload/JsonText.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace marquee::editor {

TextEditor::TextEditor(QWidget *parent)
    : LineEditor(parent)
{
    auto *line = new QLineEdit(this);
    keepFieldHeight(line);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(line);
    setLine(line, line);
}

std::optional<std::string> TextEditor::jsonOf(const QString &text) const
{
    return payload::encodeJsonString(text);
}

} // namespace marquee::editor
