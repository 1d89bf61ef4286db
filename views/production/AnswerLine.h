// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ProductionDesk.h"
#include "productions/Productions.h"

#include <QWidget>

#include <array>

class QFrame;
class QLabel;
class QPushButton;

namespace marquee::production {

/// What an answer comes to, in words, with the IDs that are missing, extra or doubled as chips: one lists its IDs when
/// it is pressed.
class AnswerLine : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerLine(QWidget *parent = nullptr);

    /// `problems`: what is wrong with the reply as a whole, a sentence each.
    void show(const exchange::ProductionAnswer &answer, const productions::ProductionsFound &found,
        const QStringList &problems);

Q_SIGNALS:
    void idsWanted(const QStringList &ids); ///< to be asked for again

private:
    enum Kind
    {
        Missing,
        Extra,
        Doubled,
        KindCount
    };
    struct Chip
    {
        QPushButton *button = nullptr;
        QStringList ids;
    };

    void toggle(Kind kind);
    void showList();
    void showNotes(const QStringList &notes);

    QLabel *m_words;
    std::array<Chip, KindCount> m_chips;
    QFrame *m_list;
    QLabel *m_listWords;
    QLabel *m_listIds;
    QPushButton *m_again;
    QLabel *m_notes;
    int m_open = -1; ///< the kind that is listed
};

} // namespace marquee::production
