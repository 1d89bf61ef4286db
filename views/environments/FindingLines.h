// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Finding.h"

#include <QWidget>

class QVBoxLayout;

namespace marquee::environments {

/// What was found, one below the other: an icon, a sentence, and what to do next. Takes no room while there is nothing.
class FindingLines : public QWidget
{
    Q_OBJECT

public:
    explicit FindingLines(QWidget *parent);

    /// With `subjects` each says which file, name or address it speaks of.
    void show(const exchange::Findings &findings, bool subjects);
    /// All that is shown, a line each, as the screen reader has it.
    QString words() const { return m_words; }

private:
    void build();
    QWidget *makeLine(const exchange::Finding &finding);

    QVBoxLayout *m_layout;
    exchange::Findings m_findings;
    bool m_subjects = false;
    QString m_words;
};

} // namespace marquee::environments
