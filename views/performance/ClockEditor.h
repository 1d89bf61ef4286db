// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/LineEditor.h"

#include <QTime>

namespace marquee::performance {

/// A time of day as messages write it, "19:30". Reads what people type. Up and Down step by five minutes, Page Up and
/// Page Down by an hour; midnight is no border.
class ClockEditor : public editor::LineEditor
{
    Q_OBJECT

public:
    explicit ClockEditor(QWidget *parent = nullptr);

    QString reading() const override; ///< what is meant by "7:30 pm", while it is typed

protected:
    QString textOf(const payload::Value &value) const override;
    std::optional<std::string> jsonOf(const QString &text) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool step(int key);
};

} // namespace marquee::performance
