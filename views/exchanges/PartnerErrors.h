// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Outcome.h"

#include <QTreeWidget>

#include <vector>

namespace marquee::exchanges {

/// What the partner found wrong: code, words, place. Click and Enter go there.
class PartnerErrors : public QTreeWidget
{
    Q_OBJECT

public:
    /// Of more, a last line says how many.
    static constexpr int Most = 1000;

    explicit PartnerErrors(QWidget *parent = nullptr);

    void setErrors(const std::vector<partners::PartnerError> &errors);

Q_SIGNALS:
    void goWanted(const marquee::partners::PartnerError &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void go(const QTreeWidgetItem *item);

    std::vector<partners::PartnerError> m_errors;
};

} // namespace marquee::exchanges
