// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/DateDialog.h"

#include "catalog/DateTime.h"
#include "editor/DateTimeEditor.h"
#include "shell/theme/Theme.h"
#include "windows/SetEnd.h"
#include "windows/SplitAt.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace marquee::bulk {

using namespace Qt::StringLiterals;
using theme::scaled;

DateDialog::DateDialog(Purpose purpose, const rules::Context &context, const windows::Rows &rows, QWidget *parent)
    : BulkDialog(context, purpose == Purpose::SetEnd ? u"setEndDialog"_s : u"splitDialog"_s,
        purpose == Purpose::SetEnd ? tr("Set an end") : tr("Split at a date"),
        purpose == Purpose::SetEnd ? tr("All selected windows end then.")
                                   : tr("Windows that are open at that date become two: one ends then, the other "
                                        "starts, with an ID of its own."),
        parent)
    , m_purpose(purpose)
    , m_rows(windows::standing(context, rows))
    , m_date(new editor::DateTimeEditor(this))
    , m_reading(label(u"dateReading"_s, u"note"_s))
    , m_noEnd(new QCheckBox(tr("No end: they stay open"), this))
{
    m_date->show({});
    QLineEdit *line = m_date->line();
    line->setObjectName(u"bulkDate"_s);
    line->setAccessibleName(purpose == Purpose::SetEnd ? tr("End") : tr("Date"));
    line->setPlaceholderText(tr("2027-03-14 09:00"));
    m_noEnd->setObjectName(u"bulkNoEnd"_s);
    m_noEnd->setAccessibleName(m_noEnd->text());
    m_noEnd->setVisible(purpose == Purpose::SetEnd);
    auto *when = new QHBoxLayout;
    when->setSpacing(scaled(8));
    when->addWidget(m_date);
    when->addWidget(m_reading, 1);
    content()->addLayout(when);
    content()->addWidget(m_noEnd);
    content()->addStretch(1);
    connect(line, &QLineEdit::textChanged, this, &DateDialog::refresh);
    connect(m_date, &editor::FieldEditor::readingChanged, this, [this] { m_reading->setText(m_date->reading()); });
    connect(m_noEnd, &QCheckBox::toggled, this, [this](bool isOn) {
        m_date->setEnabled(!isOn);
        refresh();
    });
    setMinimumWidth(scaled(480));
    refresh();
    line->setFocus();
}

/// As the line reads now: what isn't a date yet isn't handed on by the editor.
std::optional<std::int64_t> DateDialog::moment() const
{
    return catalog::DateTime::parseTyped(m_date->line()->text());
}

void DateDialog::refresh()
{
    const bool isEnd = m_purpose == Purpose::SetEnd;
    const QString plain = isEnd ? tr("Set the end") : tr("Split");
    const bool noEnd = isEnd && m_noEnd->isChecked();
    if (!moment() && !noEnd) {
        refuse(windows::refusal(m_date->line()->text().isEmpty() ? tr("No date yet.") : tr("That isn't a date."),
                   tr("Write it like 2027-03-14 09:00, in UTC.")),
            plain);
        return;
    }
    const auto plan = isEnd ? windows::setEnd(context(), m_rows, noEnd ? std::nullopt : moment())
                            : windows::splitAt(context(), m_rows, *moment());
    if (!plan) {
        refuse(plan.error(), plain);
        return;
    }
    setCaption(isEnd ? tr("Set the end of %n window(s)", nullptr, static_cast<int>(plan->changed))
                     : tr("Split %n window(s)", nullptr, static_cast<int>(plan->changed)));
    offer(*plan, tr("%n window(s) change", nullptr, static_cast<int>(plan->changed)),
        isEnd ? tr("Set the end of %n window(s)", nullptr, static_cast<int>(plan->changed))
              : tr("Split %n window(s)", nullptr, static_cast<int>(plan->changed)));
}

} // namespace marquee::bulk
