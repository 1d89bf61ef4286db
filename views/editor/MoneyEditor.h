// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"

#include <optional>

namespace marquee::editor {

class CurrencyEditor;
class NumberEditor;

/// {"value": 8.99, "_currency": "USD"} as an amount and its currency. The digits are those that were typed; members
/// that are neither stay as they are written. An amount that is no number becomes a JSON string.
class MoneyEditor : public FieldEditor
{
    Q_OBJECT

public:
    explicit MoneyEditor(const Lookup &lookup, QWidget *parent = nullptr);

    void show(const payload::Value &value) override;
    void showSeveral(const payload::Value &shared) override;
    void setMark(Mark mark) override;
    void setReadOnly(bool readOnly) override;
    QWidget *inputWidget() override; ///< the amount

    NumberEditor *amount() const { return m_amount; }
    CurrencyEditor *currency() const { return m_currency; }

private:
    void connectPart(FieldEditor *part, const char *member);
    void setPart(const char *member, const std::string &json, bool typing);
    void takePartAway(const char *member);

    NumberEditor *m_amount;
    CurrencyEditor *m_currency;
    std::optional<std::string> m_current; ///< the whole value, as it was shown or handed on last
};

} // namespace marquee::editor
