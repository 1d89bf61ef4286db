// SPDX-License-Identifier: GPL-3.0-or-later
#include "production/AnswerLine.h"

#include "editor/FlowLayout.h"
#include "production/Pieces.h"

#include <QApplication>
#include <QClipboard>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::production {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr qsizetype MostListed = 300; // the button copies all
constexpr qsizetype MostNotes = 8;

} // namespace

AnswerLine::AnswerLine(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_list(new QFrame(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    m_words->setObjectName(u"answerWords"_s);
    keepFont(m_words, theme::headingFont);
    m_words->setMinimumHeight(scaled(24)); // as the chips beside it
    auto *top = new QWidget(this);
    auto *flow = new editor::FlowLayout(top);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(scaled(8));
    flow->addWidget(m_words);
    const std::array names{u"answerMissing"_s, u"answerExtra"_s, u"answerDoubled"_s};
    for (int i = 0; i < KindCount; ++i) {
        QPushButton *chip = button(names[static_cast<std::size_t>(i)], {}, "chip", top);
        chip->setCheckable(true);
        chip->setProperty("severity", u"warning"_s);
        connect(chip, &QPushButton::clicked, this, [this, i] { toggle(static_cast<Kind>(i)); });
        m_chips[static_cast<std::size_t>(i)].button = chip;
        flow->addWidget(chip);
    }
    layout->addWidget(top);

    m_list->setObjectName(u"answerList"_s);
    m_list->setProperty("card", true);
    m_listWords = words("answerListWords", "label", m_list);
    m_listIds = words("answerListIds", nullptr, m_list);
    keepFont(m_listIds, theme::codeFont);
    auto *copy = button(u"answerCopyIds"_s, tr("Copy the IDs"), "link", m_list);
    m_again = button(u"answerAskAgain"_s, tr("Ask for these again"), "link", m_list);
    connect(copy, &QPushButton::clicked, this, [this] {
        if (m_open >= 0)
            QApplication::clipboard()->setText(m_chips[static_cast<std::size_t>(m_open)].ids.join(u'\n') + u'\n');
    });
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT idsWanted(QStringList(m_chips[Missing].ids)); });
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(12));
    list->setSpacing(scaled(4));
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(12));
    line->addWidget(m_listWords, 1);
    line->addWidget(m_again, 0, Qt::AlignTop);
    line->addWidget(copy, 0, Qt::AlignTop);
    list->addLayout(line);
    list->addWidget(m_listIds);
    layout->addWidget(m_list);
    m_notes = words("answerNotes", "warning", this);
    keepFont(m_notes, theme::noteFont);
    layout->addWidget(m_notes);
    m_list->hide();
}

void AnswerLine::show(
    const exchange::ProductionAnswer &answer, const productions::ProductionsFound &found, const QStringList &problems)
{
    const auto count = static_cast<int>(found.productions.size());
    QStringList words{count == 0 ? tr("No productions") : tr("%n production(s)", nullptr, count)};
    if (answer.pages > 1)
        words << tr("from %n page(s)", nullptr, answer.pages);
    else if (found.page && found.page->totalPages > 1)
        words << tr("page %1 of %2").arg(found.page->page).arg(found.page->totalPages);
    if (!answer.asked.ids.isEmpty())
        words << tr("%n ID(s) asked for", nullptr, static_cast<int>(answer.asked.ids.size()));
    m_words->setText(words.join(u" · "_s));

    m_chips[Missing].ids = found.missingIds;
    m_chips[Extra].ids = found.extraIds;
    m_chips[Doubled].ids = found.doubledIds;
    const auto missing = static_cast<int>(found.missingIds.size());
    const bool isPart = found.page && found.page->totalPages > std::max(1, answer.pages);
    const std::array titles{isPart ? tr("%n not on this page", nullptr, missing) : tr("%n missing", nullptr, missing),
        tr("%n not asked for", nullptr, static_cast<int>(found.extraIds.size())),
        tr("%n came twice", nullptr, static_cast<int>(found.doubledIds.size()))};
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i].button->setText(titles[i]);
        m_chips[i].button->setAccessibleName(titles[i]);
        m_chips[i].button->setToolTip(tr("Show these IDs"));
        m_chips[i].button->setVisible(!m_chips[i].ids.isEmpty());
    }
    m_open = -1;
    showList();
    showNotes(answer.notes + problems);
}

void AnswerLine::toggle(Kind kind)
{
    m_open = m_open == kind ? -1 : kind;
    showList();
}

void AnswerLine::showList()
{
    for (int i = 0; i < KindCount; ++i)
        m_chips[static_cast<std::size_t>(i)].button->setChecked(i == m_open);
    m_list->setVisible(m_open >= 0);
    if (m_open < 0)
        return;
    const std::array explained{tr("Asked for, and not in the answer:"), tr("In the answer, and not asked for:"),
        tr("More than once in the answer:")};
    const QStringList &ids = m_chips[static_cast<std::size_t>(m_open)].ids;
    m_listWords->setText(explained[static_cast<std::size_t>(m_open)]);
    QString text = ids.mid(0, MostListed).join(u"  "_s);
    if (ids.size() > MostListed)
        text += u"  "_s + tr("and %n more", nullptr, static_cast<int>(ids.size() - MostListed));
    m_listIds->setText(text);
    m_again->setVisible(m_open == Missing);
}

void AnswerLine::showNotes(const QStringList &notes)
{
    QStringList lines = notes.mid(0, MostNotes);
    if (notes.size() > MostNotes)
        lines << tr("and %n more", nullptr, static_cast<int>(notes.size() - MostNotes));
    m_notes->setText(lines.join(u'\n'));
    m_notes->setVisible(!lines.isEmpty());
}

} // namespace marquee::production
