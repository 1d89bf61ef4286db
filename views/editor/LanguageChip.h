// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace marquee::editor {

/// One entry of a list of languages: the tag, softly what it is meant for, and a cross.
class LanguageChip : public QPushButton
{
    Q_OBJECT

public:
    explicit LanguageChip(QWidget *parent = nullptr);

    void setTexts(const QString &tag, const QString &asset);
    void setRemovable(bool removable);
    QRect crossRect() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeAsked();
    /// By so many places; `reorder`: the chip itself is to move, not the cursor.
    void stepAsked(int by, bool reorder);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QString m_tag;
    QString m_asset;
    bool m_removable = true;
};

} // namespace marquee::editor
