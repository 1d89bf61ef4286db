// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Page.h"
#include "payload/Pointer.h"
#include "rules/Validator.h"
#include "summary/Summary.h"

#include <QTimer>
#include <QUrl>

#include <optional>
#include <vector>

class QFrame;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace marquee::form {
class CardColumns;
}

namespace marquee::inspector {

/// The page Summary: the payload in plain words, a card for each part of it. Each row goes to its place.
class SummaryPage : public Page
{
    Q_OBJECT

public:
    explicit SummaryPage(const rules::Rulebook &book, QWidget *parent = nullptr);

    /// Nothing: it is being made. `bytes`: what it is of, for the timeline of an avail.
    void setSummary(const std::optional<summary::Summary> &summary, const QByteArray &bytes = {});
    /// What the filter picks is said above; empty: nothing is.
    void setFilterNote(const QString &note);

    void setFind(const QString &text, bool matchCase) override;
    void step(bool forwards) override;
    Hits hits() const override;
    void takeFocus() override;

Q_SIGNALS:
    void placeWanted(const marquee::payload::Pointer &place);
    void linkWanted(const QUrl &url); ///< http or https
    void timelineWanted();
    void filterCleared();

private:
    struct Line
    {
        QLabel *value = nullptr; ///< null until its card is made
        QString words;
    };

    QWidget *makeFilterNote();
    /// One section, as far as it is shown.
    struct Card
    {
        std::size_t section = 0;
        std::size_t firstLine = 0;
        std::size_t shown = 0; ///< rows
        QFrame *frame = nullptr;
        QGridLayout *grid = nullptr;
        QPushButton *more = nullptr;
    };

    void makePage(const QByteArray &bytes);
    bool isAvail() const;
    void addCards(); ///< a screen more of them
    void addSome(); ///< as many as make up a moment
    Card makeCard(std::size_t section, std::size_t firstLine);
    void addRows(Card &card, std::size_t most);
    void showLine(std::size_t line); ///< makes what it takes to show it
    QWidget *makeValue(const summary::SummaryRow &row, QWidget *card, Line &line);
    QPushButton *makeLink(const QString &text, const QString &name, QWidget *card);
    void findAgain();
    void mark();

    const rules::Rulebook m_book;
    QScrollArea *m_scroll;
    QFrame *m_filter = nullptr;
    QLabel *m_filterWords = nullptr;
    QPushButton *m_timeline = nullptr;
    QPushButton *m_more = nullptr;
    std::optional<summary::Summary> m_summary;
    std::vector<Card> m_made; ///< of the first sections
    std::size_t m_madeLines = 0; ///< of those sections
    std::size_t m_wanted = 0; ///< rows that are to be made
    std::size_t m_madeRows = 0;
    QTimer m_moment;
    QLabel *m_waiting;
    form::CardColumns *m_cards = nullptr;
    std::vector<Line> m_lines;
    QString m_find;
    bool m_matchCase = false;
    std::vector<int> m_hits; ///< lines with a hit
    int m_hit = -1; ///< the current one's line
};

} // namespace marquee::inspector
