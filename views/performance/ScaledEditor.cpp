// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/ScaledEditor.h"

#include "editor/JsonParts.h"
#include "editor/Sizes.h"
#include "performances/Message.h"
#include "performances/ScaledNumber.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace marquee::performance {

using namespace Qt::StringLiterals;

ScaledEditor::ScaledEditor(const QString &unit, QWidget *parent)
    : LineEditor(parent)
{
    constexpr int width = 10;
    auto *line = new QLineEdit(this);
    editor::keepFieldSize(line, width);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::scaled(4));
    layout->addWidget(line);
    if (!unit.isEmpty()) {
        auto *label = new QLabel(unit, this);
        label->setProperty("role", u"label"_s);
        layout->addWidget(label);
    }
    layout->addStretch();
    setLine(line, line);
}

void ScaledEditor::show(const payload::Value &value)
{
    // "45." is 45 already, and is to become 45.5.
    const editor::OwnValue own(current());
    const auto number = performances::scaledOf(value);
    if (isTyping() && number && number == performances::scaledOf(own.value()))
        return;
    LineEditor::show(value);
}

QString ScaledEditor::textOf(const payload::Value &value) const
{
    const auto number = performances::scaledOf(value);
    return number ? performances::plainText(*number) : editor::toQString(performances::textOf(value));
}

std::optional<std::string> ScaledEditor::jsonOf(const QString &text) const
{
    const auto number = performances::readScaled(text);
    return number ? std::optional(performances::jsonOf(*number)) : std::nullopt;
}

QString ScaledEditor::reading() const
{
    const editor::OwnValue own(current());
    if (performances::presenceOf(own.value()) != performances::Presence::Set)
        return {};
    if (const auto number = performances::scaledOf(own.value()))
        return tr("%1, precision %2").arg(editor::toQString(number->figures)).arg(number->precision);
    return own.value().member("@precision") ? QString() : tr("no precision");
}

} // namespace marquee::performance
