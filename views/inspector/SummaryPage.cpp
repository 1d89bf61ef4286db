// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/SummaryPage.h"

#include "form/CardColumns.h"
#include "inspector/Find.h"
#include "inspector/Steps.h"
#include "inspector/WindowsStrip.h"
#include "shell/theme/Icons.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using summary::SummaryRow;
using summary::SummarySection;
using theme::scaled;

namespace {

constexpr int RowHeight = 28;
constexpr int LabelWidth = 132;
constexpr std::size_t RowsAtOnce = 120; ///< before somebody asks for more
constexpr std::size_t RowsInAMoment = 16; ///< that the window doesn't feel
constexpr std::size_t RowsOfACard = 12;

QString withBreaks(QString text)
{
    // A long word without blanks would widen the card.
    constexpr qsizetype Longest = 40;
    qsizetype run = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        run = text.at(at).isSpace() ? 0 : run + 1;
        if (run == Longest) {
            text.insert(at + 1, QChar(0x200b));
            run = 0;
        }
    }
    return text;
}

bool isWeb(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

} // namespace

SummaryPage::SummaryPage(const rules::Rulebook &book, QWidget *parent)
    : Page(parent)
    , m_book(book)
    , m_scroll(new QScrollArea(this))
    , m_waiting(new QLabel(tr("Putting it into words…"), this))
{
    setObjectName(u"inspectorSummaryPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_scroll->setObjectName(u"inspectorSummary"_s);
    m_scroll->setAccessibleName(tr("The payload in plain words"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_waiting->setObjectName(u"inspectorSummaryWaiting"_s);
    m_waiting->setProperty("role", u"note"_s);
    m_waiting->setAlignment(Qt::AlignCenter);
    layout->addWidget(makeFilterNote());
    layout->addWidget(m_waiting, 1);
    layout->addWidget(m_scroll, 1);
    m_scroll->hide();
    m_moment.setSingleShot(true);
    m_moment.setInterval(0);
    connect(&m_moment, &QTimer::timeout, this, &SummaryPage::addSome);
}

QWidget *SummaryPage::makeFilterNote()
{
    auto *around = new QWidget(this);
    auto *outer = new QVBoxLayout(around);
    outer->setContentsMargins(scaled(16), scaled(8), scaled(16), 0);
    m_filter = new QFrame(around);
    m_filter->setObjectName(u"inspectorSummaryFilter"_s);
    m_filter->setProperty("banner", u"hint"_s);
    m_filterWords = new QLabel(m_filter);
    m_filterWords->setWordWrap(true);
    auto *clear = new QPushButton(tr("Clear the filter"), m_filter);
    clear->setObjectName(u"inspectorSummaryClear"_s);
    clear->setAccessibleName(clear->text());
    clear->setProperty("role", u"link"_s);
    auto *row = new QHBoxLayout(m_filter);
    row->setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8));
    row->addWidget(m_filterWords, 1);
    row->addWidget(clear);
    outer->addWidget(m_filter);
    around->hide();
    connect(clear, &QPushButton::clicked, this, &SummaryPage::filterCleared);
    return around;
}

void SummaryPage::setFilterNote(const QString &note)
{
    m_filterWords->setText(note);
    m_filter->setAccessibleName(note);
    m_filter->parentWidget()->setVisible(!note.isEmpty());
}

void SummaryPage::setSummary(const std::optional<summary::Summary> &summary, const QByteArray &bytes)
{
    m_moment.stop();
    m_summary = summary;
    m_lines.clear();
    m_hit = -1;
    m_made.clear();
    m_madeLines = 0;
    m_madeRows = 0;
    m_wanted = 0;
    delete m_scroll->takeWidget();
    m_cards = nullptr;
    m_waiting->setVisible(!summary);
    m_scroll->setVisible(summary.has_value());
    if (summary)
        makePage(bytes);
    findAgain();
}

bool SummaryPage::isAvail() const
{
    return m_summary->kind == rules::DocumentKind::Avail || m_summary->kind == rules::DocumentKind::AvailReply;
}

void SummaryPage::makePage(const QByteArray &bytes)
{
    for (const SummarySection &section : m_summary->sections) {
        for (const SummaryRow &row : section.rows)
            m_lines.push_back({nullptr, row.label + u' ' + row.value + u' ' + row.link});
    }
    auto *page = new QWidget;
    page->setProperty("role", u"page"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    layout->setSpacing(scaled(16));
    m_cards = new form::CardColumns(page);
    m_timeline = new QPushButton(tr("Show the windows on a timeline"), page);
    m_timeline->setObjectName(u"inspectorTimeline"_s);
    m_timeline->setAccessibleName(m_timeline->text());
    m_timeline->setVisible(isAvail());
    m_more = new QPushButton(page);
    m_more->setObjectName(u"inspectorMore"_s);
    m_more->hide();
    connect(m_timeline, &QPushButton::clicked, this, &SummaryPage::timelineWanted);
    connect(m_more, &QPushButton::clicked, this, &SummaryPage::addCards);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_more);
    buttons->addWidget(m_timeline);
    buttons->addStretch(1);
    if (isAvail() && !bytes.isEmpty() && bytes.size() <= WindowsStrip::Largest) {
        auto *windows = new WindowsStrip(m_book, bytes, page);
        connect(windows, &WindowsStrip::placeWanted, this, &SummaryPage::placeWanted);
        layout->addWidget(windows);
    }
    layout->addWidget(m_cards);
    layout->addLayout(buttons);
    layout->addStretch(1);
    addCards();
    m_scroll->setWidget(page);
}

void SummaryPage::addCards()
{
    m_wanted = m_madeRows + RowsAtOnce;
    addSome();
}

/// Not all at once: a reply may have hundreds of parts, and a row is four widgets.
void SummaryPage::addSome()
{
    const std::size_t until = m_madeRows + RowsInAMoment;
    const std::size_t before = m_made.size();
    while (m_made.size() < m_summary->sections.size() && m_madeRows < std::min(until, m_wanted)) {
        m_made.push_back(makeCard(m_made.size(), m_madeLines));
        m_madeLines += m_summary->sections[m_made.size() - 1].rows.size();
    }
    if (m_made.size() > before)
        m_cards->balance();
    const auto left = static_cast<int>(m_summary->sections.size() - m_made.size());
    const bool isGoingOn = left > 0 && m_madeRows < m_wanted;
    m_more->setText(tr("Show %n more part(s)", nullptr, left));
    m_more->setAccessibleName(m_more->text());
    m_more->setVisible(left > 0 && !isGoingOn);
    if (isGoingOn)
        m_moment.start();
    mark();
}

SummaryPage::Card SummaryPage::makeCard(std::size_t number, std::size_t firstLine)
{
    const SummarySection &section = m_summary->sections[number];
    Card card;
    card.section = number;
    card.firstLine = firstLine;
    card.frame = new QFrame;
    card.frame->setObjectName(u"inspectorCard"_s);
    card.frame->setProperty("card", true);
    card.frame->setAccessibleName(section.heading);
    auto *column = new QVBoxLayout(card.frame);
    column->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    column->setSpacing(scaled(8));
    auto *top = new QHBoxLayout;
    auto *heading = new QLabel(section.heading, card.frame);
    heading->setFont(theme::headingFont());
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    heading->setMinimumHeight(scaled(24));
    top->addWidget(heading, 1);
    if (section.place) {
        QPushButton *go = makeLink(tr("In the tree"), u"inspectorSectionPlace"_s, card.frame);
        go->setAccessibleName(tr("%1: show in the tree").arg(section.heading));
        connect(go, &QPushButton::clicked, this, [this, place = *section.place] { Q_EMIT placeWanted(place); });
        top->addWidget(go, 0, Qt::AlignTop);
    }
    column->addLayout(top);
    card.grid = new QGridLayout;
    card.grid->setHorizontalSpacing(scaled(12));
    card.grid->setVerticalSpacing(0);
    card.grid->setColumnStretch(1, 1);
    if (std::any_of(
            section.rows.begin(), section.rows.end(), [](const SummaryRow &row) { return !row.label.isEmpty(); }))
        card.grid->setColumnMinimumWidth(0, scaled(LabelWidth));
    column->addLayout(card.grid);
    card.more = makeLink({}, u"inspectorMoreRows"_s, card.frame);
    connect(card.more, &QPushButton::clicked, this, [this, number] {
        addRows(m_made[number], RowsOfACard * 4);
        m_cards->balance();
        mark();
    });
    column->addWidget(card.more, 0, Qt::AlignLeft);
    // A few more than that aren't worth a click.
    addRows(card, section.rows.size() <= RowsOfACard + RowsOfACard / 3 ? section.rows.size() : RowsOfACard);
    m_cards->add(card.frame);
    return card;
}

void SummaryPage::addRows(Card &card, std::size_t most)
{
    const SummarySection &section = m_summary->sections[card.section];
    const std::size_t until = std::min(section.rows.size(), card.shown + most);
    for (; card.shown < until; ++card.shown, ++m_madeRows) {
        const SummaryRow &row = section.rows[card.shown];
        const int number = static_cast<int>(card.shown);
        auto *label = new QLabel(row.label, card.frame);
        label->setProperty("role", u"label"_s);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        label->setContentsMargins(0, scaled(5), 0, scaled(5));
        card.grid->addWidget(label, number, 0);
        card.grid->addWidget(makeValue(row, card.frame, m_lines[card.firstLine + card.shown]), number, 1);
        card.grid->setRowMinimumHeight(number, scaled(RowHeight));
    }
    const auto left = static_cast<int>(section.rows.size() - card.shown);
    card.more->setText(tr("Show %n more", nullptr, left));
    card.more->setAccessibleName(QString(section.heading + u": "_s + card.more->text()));
    card.more->setVisible(left > 0);
}

void SummaryPage::showLine(std::size_t line)
{
    while (m_madeLines <= line && m_made.size() < m_summary->sections.size()) {
        m_made.push_back(makeCard(m_made.size(), m_madeLines));
        m_madeLines += m_summary->sections[m_made.size() - 1].rows.size();
    }
    for (Card &card : m_made) {
        const std::size_t rows = m_summary->sections[card.section].rows.size();
        if (line >= card.firstLine && line < card.firstLine + rows && line >= card.firstLine + card.shown)
            addRows(card, line + 1 - card.firstLine - card.shown);
    }
    m_cards->balance();
}

QPushButton *SummaryPage::makeLink(const QString &text, const QString &name, QWidget *card)
{
    auto *link = new QPushButton(text, card);
    link->setObjectName(name);
    link->setAccessibleName(text);
    link->setProperty("role", u"link"_s);
    link->setCursor(Qt::PointingHandCursor);
    link->setAutoDefault(false);
    link->setFont(theme::noteFont());
    link->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return link;
}

QWidget *SummaryPage::makeValue(const SummaryRow &row, QWidget *card, Line &line)
{
    auto *cell = new QWidget(card);
    auto *layout = new QHBoxLayout(cell);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(4));
    line.value = new QLabel(withBreaks(row.value), cell);
    line.value->setObjectName(u"inspectorValue"_s);
    line.value->setTextFormat(Qt::PlainText);
    line.value->setWordWrap(true);
    line.value->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line.value->setContentsMargins(0, scaled(5), 0, scaled(5));
    layout->addWidget(line.value, 1);
    const QString what = row.label.isEmpty() ? row.value : row.label;
    if (isWeb(row.link)) {
        QPushButton *link = makeLink(tr("Open"), u"inspectorLink"_s, cell);
        link->setAccessibleName(tr("%1: open in the browser").arg(what));
        link->setToolTip(row.link);
        connect(link, &QPushButton::clicked, this, [this, url = QUrl(row.link)] { Q_EMIT linkWanted(url); });
        layout->addWidget(link, 0, Qt::AlignTop);
    }
    if (row.place) {
        auto *go = new QToolButton(cell);
        go->setObjectName(u"inspectorGo"_s);
        go->setProperty("role", u"quiet"_s);
        go->setText(u"›"_s);
        go->setFixedHeight(scaled(RowHeight));
        go->setAccessibleName(tr("%1: show in the tree").arg(what));
        go->setToolTip(tr("Show in the tree"));
        go->setFocusPolicy(Qt::StrongFocus);
        connect(go, &QToolButton::clicked, this, [this, place = *row.place] { Q_EMIT placeWanted(place); });
        layout->addWidget(go, 0, Qt::AlignTop);
    }
    return cell;
}

void SummaryPage::setFind(const QString &text, bool matchCase)
{
    m_find = text;
    m_matchCase = matchCase;
    m_hit = -1;
    findAgain();
}

void SummaryPage::findAgain()
{
    m_hits.clear();
    const Needle needle(m_find, m_matchCase);
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        if (needle.isIn(m_lines[line].words))
            m_hits.push_back(static_cast<int>(line));
    }
    mark();
    Q_EMIT hitsChanged();
}

/// The lines that were found are marked, the current one strongly.
void SummaryPage::mark()
{
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        const bool isHit = std::binary_search(m_hits.begin(), m_hits.end(), static_cast<int>(line));
        const bool isCurrent = isHit && static_cast<int>(line) == m_hit;
        QLabel *value = m_lines[line].value;
        if (!value)
            continue;
        const QString role = isHit ? u"marked"_s : QString();
        if (value->property("role").toString() != role) {
            value->setProperty("role", role);
            value->style()->unpolish(value);
            value->style()->polish(value);
        }
        if (value->font().underline() != isCurrent || value->font().bold() != isHit) {
            QFont font = theme::bodyFont();
            font.setUnderline(isCurrent);
            font.setBold(isHit);
            value->setFont(font);
        }
        if (isCurrent)
            m_scroll->ensureWidgetVisible(value, 0, scaled(48));
    }
}

void SummaryPage::step(bool forwards)
{
    const auto next = stepFrom(m_hits, m_hit, forwards);
    if (!next)
        return;
    m_hit = m_hits[*next];
    if (!m_lines[static_cast<std::size_t>(m_hit)].value)
        showLine(static_cast<std::size_t>(m_hit));
    mark();
    Q_EMIT hitsChanged();
}

Hits SummaryPage::hits() const
{
    return {m_hits.size(), numberIn(m_hits, m_hit), false, m_cards != nullptr};
}

void SummaryPage::takeFocus()
{
    m_scroll->setFocus(Qt::OtherFocusReason);
}

} // namespace marquee::inspector
