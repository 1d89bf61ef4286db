// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/DuplicateDialog.h"

#include "bulk/CheckList.h"
#include "editor/CalendarPopup.h"
#include "editor/FieldEditor.h"
#include "editor/FlowLayout.h"
#include "editor/LanguageChip.h"
#include "editor/Sizes.h"
#include "performances/Message.h"
#include "performances/TypedTimes.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSet>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using bulk::cellItem;
using theme::scaled;

namespace {

QString words(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString dayWords(QDate day)
{
    const QLocale locale;
    return day.isValid() ? locale.dayName(day.dayOfWeek(), QLocale::ShortFormat) + u' ' + performances::written(day)
                         : QString();
}

} // namespace

DuplicateDialog::DuplicateDialog(const rules::Context &context, performances::Rows rows, int minutes, QWidget *parent)
    : BulkDialog(context, u"duplicateDialog"_s,
        tr("Duplicate %n performance(s)", nullptr, static_cast<int>(rows.size())),
        tr("Each is shown again on every date that you add, in its own hall or in those that are ticked. The copies "
           "have IDs of their own."),
        parent)
    , m_rows(std::move(rows))
    , m_minutes(minutes)
    , m_pattern(new QLineEdit(u"{id}-{date}"_s, this))
    , m_preview(new QStandardItemModel(this))
{
    auto *both = new QHBoxLayout;
    both->setSpacing(scaled(16));
    both->addWidget(makeDates(), 1);
    both->addWidget(makeHalls(), 1);
    content()->addLayout(both, 2);
    m_pattern->setObjectName(u"duplicatePattern"_s);
    m_pattern->setAccessibleName(tr("Pattern of the performance IDs"));
    editor::keepFieldHeight(m_pattern);
    connect(m_pattern, &QLineEdit::textChanged, this, &DuplicateDialog::refresh);
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(8));
    auto *title = label(u"duplicatePatternLabel"_s, u"label"_s, tr("Performance IDs"));
    title->setBuddy(m_pattern);
    title->setWordWrap(false);
    line->addWidget(title);
    line->addWidget(m_pattern, 1);
    content()->addLayout(line);
    content()->addWidget(label(u"duplicatePatternNote"_s, u"note"_s,
        tr("{id} is the ID of what is duplicated; {date}, {time}, {hall}, {site} and {event} are what the copy has; "
           "{n} counts, {n:3} as 001.")));
    content()->addWidget(table(u"duplicatePreview"_s, tr("The performances that are made"), m_preview), 3);
    resize(scaled(880), scaled(720));
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &DuplicateDialog::refresh); // lengths
    refresh();
    m_typed->setFocus();
}

QWidget *DuplicateDialog::makeDates()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    layout->addWidget(label(u"duplicateDatesLabel"_s, u"label"_s, tr("Dates")));
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(8));
    m_typed = new QLineEdit(part);
    m_typed->setObjectName(u"duplicateDate"_s);
    m_typed->setAccessibleName(tr("Date to add"));
    m_typed->setPlaceholderText(tr("2027-03-14"));
    constexpr int characters = 13;
    editor::keepFieldSize(m_typed, characters);
    const auto button = [&](const QString &name, const QString &text) {
        auto *made = new QPushButton(text, part);
        made->setObjectName(name);
        made->setAutoDefault(false);
        line->addWidget(made);
        return made;
    };
    line->addWidget(m_typed);
    QPushButton *add = button(u"duplicateAddDate"_s, tr("Add"));
    QPushButton *calendar = button(u"duplicateCalendar"_s, tr("Calendar…"));
    QPushButton *week = button(u"duplicateWeek"_s, tr("Next 7 days"));
    week->setToolTip(tr("Adds the seven days behind the last date"));
    line->addStretch();
    layout->addLayout(line);
    m_chips = new QWidget(part);
    m_chips->setObjectName(u"duplicateDates"_s);
    auto *flow = new editor::FlowLayout(m_chips);
    flow->setContentsMargins({});
    flow->setSpacing(scaled(4));
    layout->addWidget(m_chips);
    layout->addStretch();
    connect(add, &QPushButton::clicked, this, &DuplicateDialog::addTyped);
    connect(week, &QPushButton::clicked, this, &DuplicateDialog::addWeek);
    connect(calendar, &QPushButton::clicked, this, [this, calendar] {
        if (!m_calendar) {
            m_calendar = new editor::CalendarPopup(this);
            connect(m_calendar, &editor::CalendarPopup::picked, this, &DuplicateDialog::addDate);
        }
        m_calendar->open(lastDate().addDays(1), calendar);
    });
    connect(m_typed, &QLineEdit::textChanged, this, [this](const QString &text) {
        // Enter adds the date while there is one in the line, and does the whole else.
        findChild<QPushButton *>(u"duplicateAddDate"_s)->setDefault(!text.isEmpty());
        findChild<QPushButton *>(u"bulkApply"_s)->setDefault(text.isEmpty());
    });
    return part;
}

QWidget *DuplicateDialog::makeHalls()
{
    std::set<std::string> halls;
    const payload::Value list = performances::listOf(context().document);
    for (std::uint32_t row = 0; row < list.size(); ++row)
        halls.insert(performances::textOf(list.at(row).member("HallId")));
    halls.erase(std::string());
    std::vector<bulk::CheckList::Entry> entries;
    for (const std::string &hall : halls)
        entries.push_back({hall, {}});
    m_halls = new bulk::CheckList(u"halls"_s, tr("Halls (none: their own)"), std::move(entries), {}, this);
    connect(m_halls, &bulk::CheckList::changed, this, &DuplicateDialog::refresh);
    return m_halls;
}

/// What the calendar and the next days go on from.
QDate DuplicateDialog::lastDate() const
{
    if (!m_dates.empty())
        return m_dates.back();
    for (const std::uint32_t row : m_rows) {
        const QDate date = performances::dateOf(
            performances::textOf(performances::performanceAt(context().document, row).member("Date")));
        if (date.isValid())
            return date;
    }
    return QDate::currentDate();
}

void DuplicateDialog::addDate(QDate date)
{
    if (std::find(m_dates.begin(), m_dates.end(), date) == m_dates.end())
        m_dates.push_back(date);
    std::sort(m_dates.begin(), m_dates.end());
    showDates();
    refresh();
}

void DuplicateDialog::addTyped()
{
    const auto date = performances::readDate(m_typed->text());
    editor::showMark(m_typed, date || m_typed->text().isEmpty() ? editor::Mark::None : editor::Mark::Error);
    m_typed->setToolTip(date ? QString() : tr("Write a date like 2027-03-14."));
    if (!date)
        return;
    m_typed->clear();
    addDate(*date);
    m_typed->setFocus();
}

void DuplicateDialog::addWeek()
{
    constexpr int days = 7;
    const QDate from = lastDate();
    for (int day = 1; day <= days; ++day) {
        if (std::find(m_dates.begin(), m_dates.end(), from.addDays(day)) == m_dates.end())
            m_dates.push_back(from.addDays(day));
    }
    showDates();
    refresh();
}

void DuplicateDialog::showDates()
{
    for (QWidget *chip : m_chips->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        m_chips->layout()->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be what asked for this
    }
    for (const QDate date : m_dates) {
        auto *chip = new editor::LanguageChip(m_chips);
        chip->setObjectName(u"date-"_s + performances::written(date));
        chip->setTexts(dayWords(date), {});
        chip->setAutoDefault(false);
        chip->setAccessibleName(tr("%1; Delete takes it away").arg(dayWords(date)));
        const auto remove = [this, date] {
            std::erase(m_dates, date);
            showDates();
            refresh();
        };
        connect(chip, &editor::LanguageChip::removeAsked, this, remove);
        m_chips->layout()->addWidget(chip);
        chip->show();
    }
    m_chips->updateGeometry();
}

void DuplicateDialog::showPreview(const std::vector<performances::CopiedPerformance> &copies)
{
    m_preview->clear();
    m_preview->setHorizontalHeaderLabels(
        {tr("New ID"), tr("Date"), tr("Time"), tr("Hall"), tr("Site"), tr("Event"), tr("Copy of")});
    const std::size_t shown = std::min<std::size_t>(copies.size(), MostShown);
    for (std::size_t i = 0; i < shown; ++i) {
        const performances::CopiedPerformance &copy = copies[i];
        const payload::Value from = performances::performanceAt(context().document, copy.row);
        QStandardItem *id = cellItem(words(copy.id));
        QStandardItem *hall = cellItem(words(copy.hall));
        if (copy.isRenamed) {
            id->setIcon(theme::severityIcon(rules::Severity::Hint));
            id->setToolTip(tr("The pattern gives an ID that is taken; a number is added."));
        }
        if (copy.isTaken) {
            hall->setIcon(theme::severityIcon(rules::Severity::Warning));
            hall->setToolTip(tr("Another performance keeps this hall at that time."));
        }
        m_preview->appendRow(
            {id, cellItem(dayWords(copy.date)), cellItem(words(copy.time)), hall, cellItem(words(copy.site)),
                cellItem(words(copy.event)), cellItem(words(performances::textOf(from.member("@id"))))});
    }
    auto *preview = findChild<QTableView *>(u"duplicatePreview"_s);
    constexpr int widths[] = {176, 152, 64, 96, 80, 120};
    for (int column = 0; column < 6; ++column)
        preview->setColumnWidth(column, scaled(widths[column]));
}

void DuplicateDialog::refresh()
{
    if (!m_halls) // not made yet
        return;
    performances::Copying copying;
    copying.rows = m_rows;
    copying.dates = m_dates;
    copying.halls = m_halls->ticked();
    copying.idPattern = m_pattern->text();
    const auto plan = performances::copyPerformances(context(), copying, m_minutes);
    if (!plan) {
        showPreview({});
        refuse(plan.error(), tr("Duplicate"));
        return;
    }
    showPreview(plan->copies);
    QString counts = tr("%n new performance(s)", nullptr, plan->added);
    if (plan->copies.size() > MostShown)
        counts += u" · "_s + tr("the first %1 are shown").arg(MostShown);
    setCaption(tr("Duplicate %n performance(s)", nullptr, plan->added));
    offer(*plan, counts, tr("Make %n performance(s)", nullptr, plan->added));
}

} // namespace marquee::performance
