// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace marquee::performance {

/// How much of what a message may be is used: "12.4 of 256 KB" over a thin bar.
class SizeMeter : public QWidget
{
    Q_OBJECT

public:
    static constexpr qint64 Most = 262144; ///< bytes; more is refused by the partner
    static constexpr qint64 Near = 250000; ///< from here a warning, as PF009 has it

    explicit SizeMeter(QWidget *parent = nullptr);
    void setBytes(qint64 bytes);
    QString words() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qint64 m_bytes = 0;
};

} // namespace marquee::performance
