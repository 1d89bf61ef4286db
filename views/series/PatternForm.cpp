// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/PatternForm.h"

#include "editor/Sizes.h"
#include "series/Titles.h"
#include "shell/theme/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::series {

using namespace Qt::StringLiterals;
using theme::scaled;

PatternForm::PatternForm(const EpisodeSource &source, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
{
    setObjectName(u"patternForm"_s);
    setProperty("role", u"page"_s);
    m_grid->setHorizontalSpacing(scaled(8));
    m_grid->setVerticalSpacing(scaled(8));
    m_grid->setColumnStretch(1, 1);
    addCounts();
    if (source.level == EpisodeSource::Level::Series) {
        m_season = number(u"seriesSeason"_s, tr("Season"), 0, 9999);
        add(tr("Season"), m_season);
        m_seasonId = line(u"seriesSeasonId"_s, tr("Season ID"));
        m_seasonTitle = line(u"seriesSeasonTitle"_s, tr("Season title"));
    }
    m_alid = line(u"seriesAlid"_s, tr("Avail ID"));
    m_title = line(u"seriesTitle"_s, tr("Title"));
    m_contentId = line(u"seriesContentId"_s, tr("Content ID"), tr("the avail ID"));
    if (source.hasEntitlement)
        m_entitlement = line(u"seriesEntitlement"_s, tr("Entitlement ID"), tr("as it is"));
    m_windowId = line(u"seriesWindowId"_s, tr("Window IDs"), tr("random"));
    m_fileName = line(u"seriesFileName"_s, tr("File name"), tr("the avail ID"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    layout->addLayout(m_grid);
    auto *note = new QLabel(
        tr("{n} counts, {n:2} as 01. {season}, {series}, {seasontitle} and {id} are what this avail says, {title} is "
           "the episode's own, {alid} its avail ID. Window IDs may name {window} and {windowid} too."),
        this);
    note->setObjectName(u"seriesPatternNote"_s);
    note->setProperty("role", u"note"_s);
    note->setWordWrap(true);
    layout->addWidget(note);
    layout->addSpacing(scaled(8));
    addTitles();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &PatternForm::applyTheme);
    applyTheme();
}

void PatternForm::applyTheme()
{
    for (QLabel *heading : m_headings)
        heading->setFont(theme::headingFont());
    m_titles->setMinimumHeight(scaled(112));
}

void PatternForm::add(const QString &title, QWidget *field)
{
    auto *label = new QLabel(title, this);
    label->setProperty("role", u"label"_s);
    label->setBuddy(field);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(field, row, 1, Qt::Alignment(qobject_cast<QSpinBox *>(field) ? Qt::AlignLeft : Qt::Alignment()));
}

QLineEdit *PatternForm::line(const QString &name, const QString &title, const QString &placeholder)
{
    auto *made = new QLineEdit(this);
    made->setObjectName(name);
    made->setAccessibleName(title);
    made->setPlaceholderText(placeholder);
    editor::keepFieldHeight(made);
    connect(made, &QLineEdit::textChanged, this, [this] {
        if (!m_isBusy)
            Q_EMIT changed();
    });
    add(title, made);
    return made;
}

QSpinBox *PatternForm::number(const QString &name, const QString &title, int least, int most)
{
    auto *made = new QSpinBox(this);
    made->setObjectName(name);
    made->setAccessibleName(title);
    made->setRange(least, most);
    made->setButtonSymbols(QAbstractSpinBox::NoButtons); // Up and Down step
    editor::keepFieldSize(made, 6);
    connect(made, &QSpinBox::valueChanged, this, [this] {
        if (!m_isBusy)
            Q_EMIT changed();
    });
    return made;
}

void PatternForm::addCounts()
{
    m_count = number(u"seriesCount"_s, tr("Episodes"), 1, MostEpisodes);
    m_first = number(u"seriesFirst"_s, tr("First number"), 0, 99999);
    connect(m_count, &QSpinBox::valueChanged, this, [this] { m_countIsGiven = m_countIsGiven || !m_isBusy; });
    auto *both = new QHBoxLayout;
    both->setSpacing(scaled(8));
    auto *first = new QLabel(m_first->accessibleName(), this);
    first->setProperty("role", u"label"_s);
    first->setBuddy(m_first);
    auto *label = new QLabel(m_count->accessibleName(), this);
    label->setProperty("role", u"label"_s);
    label->setBuddy(m_count);
    both->addWidget(m_count);
    both->addSpacing(scaled(16));
    both->addWidget(first);
    both->addWidget(m_first);
    both->addStretch(1);
    m_grid->addWidget(label, 0, 0);
    m_grid->addLayout(both, 0, 1);
}

void PatternForm::addTitles()
{
    auto *heading = new QLabel(tr("Titles of the episodes"), this);
    m_headings.push_back(heading);
    m_titles = new QPlainTextEdit(this);
    m_titles->setObjectName(u"seriesTitles"_s);
    m_titles->setAccessibleName(heading->text());
    m_titles->setPlaceholderText(tr("One a line; a column of a spreadsheet can be pasted."));
    m_titles->setTabChangesFocus(true);
    m_titles->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // takes the room that there is
    m_titles->setLineWrapMode(QPlainTextEdit::NoWrap);
    heading->setBuddy(m_titles);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->addWidget(heading);
    column->addWidget(m_titles, 1);
    connect(m_titles, &QPlainTextEdit::textChanged, this, &PatternForm::takeTitles);
}

void PatternForm::takeTitles()
{
    const auto count = static_cast<int>(titles().size());
    if (!m_countIsGiven && count > 1) {
        const QScopedValueRollback busy(m_isBusy, true);
        m_count->setValue(std::min(count, MostEpisodes));
    }
    Q_EMIT changed();
}

QStringList PatternForm::titles() const
{
    return titlesFrom(m_titles->toPlainText());
}

EpisodePattern PatternForm::pattern() const
{
    EpisodePattern pattern;
    pattern.count = m_count->value();
    pattern.first = m_first->value();
    pattern.alid = m_alid->text();
    pattern.title = m_title->text();
    pattern.contentId = m_contentId->text();
    pattern.entitlement = m_entitlement ? m_entitlement->text() : QString();
    pattern.windowId = m_windowId->text();
    pattern.fileName = m_fileName->text();
    if (m_season) {
        pattern.season = m_season->value();
        pattern.seasonId = m_seasonId->text();
        pattern.seasonTitle = m_seasonTitle->text();
    }
    return pattern;
}

void PatternForm::setPattern(const EpisodePattern &pattern)
{
    {
        const QScopedValueRollback busy(m_isBusy, true);
        m_count->setValue(pattern.count);
        m_first->setValue(pattern.first);
        m_alid->setText(pattern.alid);
        m_title->setText(pattern.title);
        m_contentId->setText(pattern.contentId);
        if (m_entitlement)
            m_entitlement->setText(pattern.entitlement);
        m_windowId->setText(pattern.windowId);
        m_fileName->setText(pattern.fileName);
        if (m_season) {
            m_season->setValue(pattern.season);
            m_seasonId->setText(pattern.seasonId);
            m_seasonTitle->setText(pattern.seasonTitle);
        }
    }
    Q_EMIT changed();
}

} // namespace marquee::series
