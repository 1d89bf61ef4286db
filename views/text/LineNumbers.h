// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace marquee::text {

class TextEditor;

/// The lines' numbers, left of a text. A click selects the line.
class LineNumbers : public QWidget
{
    Q_OBJECT

public:
    explicit LineNumbers(TextEditor *editor);

    int wantedWidth() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    TextEditor *m_editor;
};

} // namespace marquee::text
