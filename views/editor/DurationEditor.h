// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/LineEditor.h"

namespace marquee::editor {

class QuietCombo;

/// A length of time as an amount and a unit, "720" "hours". One that is no whole number of days, hours or minutes is
/// shown as it is written. Another unit reads the same length differently where it can (720 hours, 30 days), and
/// changes nothing then; where it can't, the amount is taken in the new unit.
class DurationEditor : public LineEditor
{
    Q_OBJECT

public:
    /// In the order of the list; Written is last.
    enum class Unit : unsigned char
    {
        Hours,
        Days,
        Minutes,
        Written
    };

    explicit DurationEditor(QWidget *parent = nullptr);

    void show(const payload::Value &value) override;
    /// What the amount and unit don't say themselves: "30 days · PT720H".
    QString reading() const override;
    QString shortReading() const override;
    void setReadOnly(bool readOnly) override;
    void setMark(Mark mark) override;

    Unit unit() const { return m_unit; }
    QuietCombo *unitBox() const { return m_units; }

protected:
    QString textOf(const payload::Value &value) const override;
    std::optional<std::string> jsonOf(const QString &text) const override;
    void textChanged() override;
    void finishTyping() override;

private:
    void takeUnit(Unit unit);
    std::string written() const;
    void syncUnits();
    void settleUnit(); ///< one in which the value can be shown

    QuietCombo *m_units = nullptr;
    Unit m_unit = Unit::Hours;
};

} // namespace marquee::editor
