// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace marquee::editor {

/// A combo box that the mouse wheel leaves alone: whoever scrolls a form must not change what the pointer happens to
/// pass. An open list scrolls by itself. Nor do Up, Down and Page keys step through the values, which would hand on
/// each that is passed: Down opens the list.
class QuietCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit QuietCombo(QWidget *parent = nullptr);

    /// A list that doesn't open, and keys that change nothing; the text can still be copied.
    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_readOnly; }
    void showPopup() override;
    QSize sizeHint() const override;

protected:
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_readOnly = false;
};

} // namespace marquee::editor
