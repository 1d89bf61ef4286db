// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "rules/Problem.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace marquee::text {

/// How a text stands, in a line: well-formed and how many problems, or what is wrong where, and what can be done about
/// it.
class TextStanding : public QFrame
{
    Q_OBJECT

public:
    explicit TextStanding(QWidget *parent = nullptr);

    void showWellFormed(const rules::Counts &counts);
    /// `canGoBack`: there is a text to go back to.
    void showMistake(const Error &error, bool canGoBack);
    void offerRepair(bool offers); ///< beside a mistake
    void showNote(const QString &words); ///< why the text can only be read

Q_SIGNALS:
    void placeWanted();
    void repairWanted();
    void backWanted();

private:
    enum class Look
    {
        Plain,
        Good,
        Problems,
        Mistake
    };
    void show(Look look, const QString &words);
    void dress();

    Look m_look = Look::Plain;
    rules::Severity m_severity = rules::Severity::Error;
    QLabel *m_icon;
    QLabel *m_words;
    QPushButton *m_place;
    QPushButton *m_repair;
    QPushButton *m_back;
};

} // namespace marquee::text
