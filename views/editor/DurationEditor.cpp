// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/DurationEditor.h"

#include "editor/DurationUnits.h"
#include "editor/JsonParts.h"
#include "editor/QuietCombo.h"
#include "editor/Sizes.h"
#include "payload/JsonText.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace marquee::editor {

using namespace Qt::StringLiterals;

DurationEditor::DurationEditor(QWidget *parent)
    : LineEditor(parent)
{
    auto *amount = new QLineEdit(this); // in the order of Tab
    m_units = new QuietCombo(this);
    keepFieldSize(amount, 6);
    keepFieldHeight(m_units);
    m_units->setObjectName(u"unit"_s);
    m_units->setAccessibleName(tr("Unit"));
    m_units->addItems({tr("hours"), tr("days"), tr("minutes")});

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(amount);
    layout->addWidget(m_units);
    layout->addStretch();
    setLine(amount, amount);
    watch(m_units);
    connect(m_units, &QComboBox::activated, this, [this](int row) { takeUnit(static_cast<Unit>(row)); });
}

std::string DurationEditor::written() const
{
    return OwnValue(current()).value().string();
}

QString DurationEditor::textOf(const payload::Value &value) const
{
    const auto amount = amountIn(m_unit, value.string());
    return amount ? QString::number(*amount) : lineText(value);
}

std::optional<std::string> DurationEditor::jsonOf(const QString &text) const
{
    const auto duration = typedDuration(text, m_unit == Unit::Written ? Unit::Hours : m_unit);
    return duration ? std::optional(payload::encodeJsonString(std::string_view(*duration))) : std::nullopt;
}

void DurationEditor::show(const payload::Value &value)
{
    const std::optional<std::string> shown = value ? std::optional(value.raw()) : std::nullopt;
    if (shown != current()) // the unit that was chosen stays as long as the value does
        m_unit = value ? unitOf(value.string()) : Unit::Hours;
    LineEditor::show(value);
}

void DurationEditor::textChanged()
{
    syncUnits();
    LineEditor::textChanged();
}

void DurationEditor::syncUnits()
{
    const QSignalBlocker blocker(m_units);
    constexpr int writtenRow = static_cast<int>(Unit::Written);
    if (m_unit == Unit::Written && m_units->count() == writtenRow)
        m_units->addItem(tr("as written"));
    else if (m_unit != Unit::Written && m_units->count() > writtenRow)
        m_units->removeItem(writtenRow);
    m_units->setCurrentIndex(static_cast<int>(m_unit));
}

void DurationEditor::finishTyping()
{
    if (const auto named = typedUnit(line()->text()))
        m_unit = *named;
    LineEditor::finishTyping();
    settleUnit();
}

void DurationEditor::settleUnit()
{
    const Unit unit = current() ? unitOf(written()) : Unit::Hours;
    if (unit == m_unit || amountIn(m_unit, written()) || (!current() && m_unit != Unit::Written))
        return;
    m_unit = unit;
    showCurrent();
}

void DurationEditor::takeUnit(Unit unit)
{
    // Bare figures are no duration yet; with a unit they are.
    auto amount = amountIn(m_unit, written());
    if (!amount)
        amount = bareFigures(line()->text());
    m_unit = unit;
    if (amount && !amountIn(unit, written()))
        handOn(payload::encodeJsonString(std::string_view(durationOf(unit, *amount))), false);
    showCurrent();
    settleUnit();
}

QString DurationEditor::reading() const
{
    const std::string text = written();
    if (!amountIn(m_unit, text))
        return {};
    const QString iso = toQString(text);
    const auto days = amountIn(Unit::Days, text);
    if (m_unit != Unit::Days && days && *days > 0)
        return tr("%n day(s)", nullptr, static_cast<int>(*days)) + u" · "_s + iso;
    return iso;
}

QString DurationEditor::shortReading() const
{
    return reading().section(u" · "_s, 0, 0);
}

void DurationEditor::setReadOnly(bool readOnly)
{
    LineEditor::setReadOnly(readOnly);
    m_units->setReadOnly(readOnly);
}

void DurationEditor::setMark(Mark mark)
{
    LineEditor::setMark(mark);
    showMark(m_units, mark);
}

} // namespace marquee::editor
