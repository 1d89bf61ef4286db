// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/SpreadDialog.h"

#include "bulk/CheckList.h"
#include "catalog/Catalog.h"
#include "catalog/Vocabularies.h"
#include "editor/Sizes.h"
#include "shell/theme/Theme.h"
#include "timeline/WindowTimes.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace marquee::bulk {

using namespace Qt::StringLiterals;
using catalog::Vocabularies;
using theme::scaled;

SpreadDialog::SpreadDialog(const rules::Context &context, std::uint32_t row, QWidget *parent)
    : BulkDialog(context, u"spreadDialog"_s, tr("Spread “%1”").arg(shortName(context, row)),
        tr("A window of its own for each territory, licence type and format that is selected. The dates, languages and "
           "terms are those of the window."),
        parent)
    , m_row(row)
    , m_preview(new QStandardItemModel(this))
    , m_pattern(new QLineEdit(u"{id}-{territory}-{licence}-{format}"_s, this))
{
    const timeline::WindowTimes own = timeline::readWindow(windows::windowAt(context, row));
    std::vector<CheckList::Entry> countries;
    for (const catalog::Code &code : context.vocabularies.codes(Vocabularies::List::Countries))
        countries.push_back({code.code, code.name()});
    m_territories = new CheckList(u"territories"_s, tr("Territories"), std::move(countries), own.territories, this);
    m_licences = vocabulary(u"licences"_s, tr("Licence types"), "LicenseType", own.licence);
    m_formats = vocabulary(u"formats"_s, tr("Formats"), "FormatProfile", own.format);
    auto *lists = new QHBoxLayout;
    lists->setSpacing(scaled(16));
    for (CheckList *list : {m_territories, m_licences, m_formats}) {
        lists->addWidget(list, 1);
        connect(list, &CheckList::changed, this, &SpreadDialog::refresh);
    }
    m_pattern->setObjectName(u"spreadPattern"_s);
    m_pattern->setAccessibleName(tr("Pattern of the window IDs"));
    editor::keepFieldHeight(m_pattern);
    connect(m_pattern, &QLineEdit::textChanged, this, &SpreadDialog::refresh);
    auto *title = label(u"spreadPatternLabel"_s, u"label"_s, tr("Window IDs"));
    title->setBuddy(m_pattern);
    title->setWordWrap(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(8));
    line->addWidget(title);
    line->addWidget(m_pattern, 1);
    content()->addLayout(lists, 3);
    content()->addSpacing(scaled(8));
    content()->addLayout(line);
    content()->addWidget(label(u"spreadPatternNote"_s, u"note"_s,
        tr("{id} is the ID of this window; {territory}, {licence} and {format} are what the new one has; {n} counts, "
           "{n:3} as 001. Empty: random IDs.")));
    content()->addWidget(table(u"spreadPreview"_s, tr("The windows that are made"), m_preview), 2);
    resize(scaled(880), scaled(720));
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &SpreadDialog::refresh); // lengths
    refresh();
    m_territories->findChild<QLineEdit *>()->setFocus();
}

CheckList *SpreadDialog::vocabulary(
    const QString &name, const QString &title, const char *vocabulary, const std::string &own)
{
    std::vector<CheckList::Entry> entries;
    if (const catalog::Vocabulary *known = context().catalog.vocabulary(vocabulary)) {
        for (const catalog::Term &term : known->terms)
            entries.push_back({term.value, term.label});
    }
    return new CheckList(
        name, title, std::move(entries), own.empty() ? std::vector<std::string>() : std::vector{own}, this);
}

void SpreadDialog::showPreview(const windows::SpreadPlan &plan)
{
    m_preview->clear();
    m_preview->setHorizontalHeaderLabels({tr("Window ID"), tr("Territory"), tr("Licence type"), tr("Format")});
    for (const windows::SpreadWindow &window : plan.windows) {
        if (m_preview->rowCount() >= MostShown)
            break;
        auto *id = cellItem(window.stands ? tr("stands already") : QString::fromStdString(window.id));
        if (window.stands)
            id->setForeground(theme::color(theme::Token::TextFaint));
        m_preview->appendRow({id, cellItem(QString::fromStdString(window.territory)),
            cellItem(QString::fromStdString(window.licence)), cellItem(QString::fromStdString(window.format))});
    }
    if (auto *view = findChild<QTableView *>(u"spreadPreview"_s)) {
        view->setColumnWidth(0, scaled(400));
        view->setColumnWidth(1, scaled(112));
        view->setColumnWidth(2, scaled(160));
    }
}

void SpreadDialog::refresh()
{
    const windows::Grid grid{m_territories->ticked(), m_licences->ticked(), m_formats->ticked(), m_pattern->text()};
    const auto plan = windows::spread(context(), m_row, grid);
    if (!plan) {
        showPreview({});
        refuse(plan.error(), tr("Spread"));
        return;
    }
    showPreview(*plan);
    setCaption(tr("Spread a window into %n", nullptr, static_cast<int>(plan->added)));
    QString counts = tr("%n window(s)", nullptr, static_cast<int>(plan->added));
    if (plan->windows.size() > MostShown)
        counts += u" · "_s + tr("the first %1 are shown").arg(MostShown);
    offer(*plan, counts, tr("Add %n window(s)", nullptr, static_cast<int>(plan->added)));
}

} // namespace marquee::bulk
