// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "production/Pictures.h"

#include <QWidget>

namespace marquee::production {

/// The place of one picture: empty until it is asked for, then the picture, scaled to fit, or what was wrong with it.
class PictureBox : public QWidget
{
    Q_OBJECT

public:
    /// `size` at 100 %. The pictures outlive the box.
    PictureBox(const Pictures &pictures, const QUrl &url, QSize size, const QString &title, QWidget *parent = nullptr);

    const QUrl &url() const { return m_url; }
    /// What stands in it, as a screen reader is told.
    QString said() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    const Pictures &m_pictures;
    QUrl m_url;
    QSize m_size;
    Pictures::Entry m_entry;
};

} // namespace marquee::production
