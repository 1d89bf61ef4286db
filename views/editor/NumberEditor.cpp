// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/NumberEditor.h"

#include "editor/Sizes.h"
#include "editor/TypedNumber.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace marquee::editor {

NumberEditor::NumberEditor(QWidget *parent)
    : LineEditor(parent)
{
    auto *line = new QLineEdit(this);
    keepFieldSize(line, 10);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(line);
    layout->addStretch();
    setLine(line, line);
}

std::optional<std::string> NumberEditor::jsonOf(const QString &text) const
{
    return typedNumber(text);
}

} // namespace marquee::editor
