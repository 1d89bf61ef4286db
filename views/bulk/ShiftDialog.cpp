// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/ShiftDialog.h"

#include "editor/Sizes.h"
#include "shell/theme/Theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

namespace marquee::bulk {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

QString change(const std::string &before, const std::string &after)
{
    if (before.empty())
        return u"–"_s;
    return before == after ? readable(before) : QString(readable(before) + u"  →  "_s + readable(after));
}

} // namespace

ShiftDialog::ShiftDialog(const rules::Context &context, const windows::Rows &rows, QWidget *parent)
    : BulkDialog(context, u"shiftDialog"_s, tr("Shift dates"),
        tr("Earlier or later by months of the calendar, and by days on top. 31 January and a month is the last of "
           "February. All times are UTC."),
        parent)
    , m_rows(windows::standing(context, rows))
    , m_preview(new QStandardItemModel(this))
{
    auto *by = new QHBoxLayout;
    by->setSpacing(scaled(8));
    m_months = number(u"shiftMonths"_s, tr("Months"), 1200);
    m_days = number(u"shiftDays"_s, tr("Days"), 36500);
    for (QSpinBox *box : {m_months, m_days}) {
        auto *title = label(QString(box->objectName() + u"Label"_s), u"label"_s, box->accessibleName());
        title->setBuddy(box);
        by->addWidget(title);
        by->addWidget(box);
        by->addSpacing(scaled(16));
    }
    by->addStretch(1);
    m_start = choice(u"shiftStart"_s, tr("Start"), true);
    m_end = choice(u"shiftEnd"_s, tr("End"), true);
    m_terms = choice(u"shiftTerms"_s, tr("Dates in terms"), false);
    m_terms->setToolTip(tr("The announce date, the fixed end date and their like"));
    auto *which = new QHBoxLayout;
    which->setSpacing(scaled(24));
    for (QCheckBox *box : {m_start, m_end, m_terms})
        which->addWidget(box);
    which->addStretch(1);
    content()->addLayout(by);
    content()->addLayout(which);
    content()->addSpacing(scaled(8));
    content()->addWidget(table(u"shiftPreview"_s, tr("What becomes of the first windows"), m_preview), 1);
    resize(scaled(832), scaled(520));
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ShiftDialog::refresh); // lengths
    refresh();
    m_months->setFocus();
    m_months->selectAll();
}

QSpinBox *ShiftDialog::number(const QString &name, const QString &title, int most)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(name);
    box->setAccessibleName(title);
    box->setRange(-most, most);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons); // Up and Down step
    box->setMinimumWidth(scaled(96));
    editor::keepFieldHeight(box);
    connect(box, &QSpinBox::valueChanged, this, &ShiftDialog::refresh);
    return box;
}

QCheckBox *ShiftDialog::choice(const QString &name, const QString &title, bool isOn)
{
    auto *box = new QCheckBox(title, this);
    box->setObjectName(name);
    box->setAccessibleName(title);
    box->setChecked(isOn);
    connect(box, &QCheckBox::toggled, this, &ShiftDialog::refresh);
    return box;
}

windows::Shift ShiftDialog::shift() const
{
    return {m_days->value(), m_months->value(), m_start->isChecked(), m_end->isChecked(), m_terms->isChecked()};
}

void ShiftDialog::refresh()
{
    m_preview->clear();
    m_preview->setHorizontalHeaderLabels({tr("Window"), tr("Start"), tr("End")});
    for (std::size_t i = 0; i < std::min(m_rows.size(), MostShown); ++i) {
        const QString name = shortName(context(), m_rows[i]);
        if (const auto shown = windows::shiftedWindow(context(), m_rows[i], shift()))
            m_preview->appendRow({cellItem(name), cellItem(change(shown->startBefore, shown->startAfter)),
                cellItem(change(shown->endBefore, shown->endAfter))});
        else
            m_preview->appendRow({cellItem(name), cellItem(tr("leaves the years that can be written"))});
    }
    if (auto *view = findChild<QTableView *>(u"shiftPreview"_s)) {
        view->setColumnWidth(0, scaled(144));
        view->setColumnWidth(1, scaled(304));
    }
    const auto plan = windows::shiftDates(context(), m_rows, shift());
    if (!plan) {
        refuse(plan.error(), tr("Shift"));
        return;
    }
    QString counts = tr("%n window(s) change", nullptr, static_cast<int>(plan->changed));
    if (m_rows.size() > MostShown)
        counts += u" · "_s + tr("the first %1 are shown").arg(MostShown);
    setCaption(tr("Shift the dates of %n window(s)", nullptr, static_cast<int>(plan->changed)));
    offer(*plan, counts, tr("Shift %n window(s)", nullptr, static_cast<int>(plan->changed)));
}

} // namespace marquee::bulk
