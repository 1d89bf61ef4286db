// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace marquee::editor {

/// A line that paints what its text stands for behind the text, softly, while it isn't edited. The text itself is never
/// mixed with it.
class ChoiceLine : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

    void setLabel(const QString &label);
    const QString &label() const { return m_label; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_label;
};

} // namespace marquee::editor
