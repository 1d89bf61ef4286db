// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/TermsDialog.h"

#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QTableView>
#include <QVBoxLayout>

namespace marquee::bulk {

using namespace Qt::StringLiterals;
using theme::scaled;
using theme::Token;
using windows::TermOutcome;
using windows::TermsMode;

namespace {

QString fate(const TermOutcome &term)
{
    QStringList parts;
    if (term.added > 0)
        parts << TermsDialog::tr("added to %n", nullptr, static_cast<int>(term.added));
    if (term.changed > 0)
        parts << TermsDialog::tr("changed in %n", nullptr, static_cast<int>(term.changed));
    if (term.same > 0)
        parts << TermsDialog::tr("the same in %n", nullptr, static_cast<int>(term.same));
    if (term.removed > 0)
        parts << TermsDialog::tr("taken out of %n", nullptr, static_cast<int>(term.removed));
    return parts.join(u" · "_s);
}

} // namespace

TermsDialog::TermsDialog(const rules::Context &context, const QString &name, const QString &title, const QString &why,
    const windows::Rows &rows, Words button, Words undo, QWidget *parent)
    : BulkDialog(context, name, title, why, parent)
    , m_rows(windows::standing(context, rows))
    , m_button(button)
    , m_undo(undo)
    , m_terms(windows::TermList())
    , m_preview(new QStandardItemModel(this))
{
}

QRadioButton *TermsDialog::choice(const QString &name, const QString &title, const QString &tip)
{
    auto *made = new QRadioButton(title, this);
    made->setObjectName(name);
    made->setAccessibleName(title);
    made->setToolTip(tip);
    return made;
}

QBoxLayout *TermsDialog::makePreview()
{
    auto *merge = choice(u"termsMerge"_s, tr("Keep other terms"),
        tr("Terms of the same name get this value, the others of the set are added, and the rest stays."));
    merge->setChecked(true);
    m_replace = choice(
        u"termsReplace"_s, tr("Replace all terms"), tr("The windows have these terms afterwards, and no others."));
    connect(m_replace, &QRadioButton::toggled, this, &TermsDialog::refresh);
    auto *modes = new QHBoxLayout;
    modes->setSpacing(scaled(24));
    modes->addWidget(merge);
    modes->addWidget(m_replace);
    modes->addStretch(1);
    m_table = table(u"termsPreview"_s, tr("The terms, and what becomes of them"), m_preview);
    m_table->setMinimumHeight(scaled(160));
    auto *layout = new QVBoxLayout;
    layout->setSpacing(scaled(8));
    layout->addLayout(modes);
    layout->addWidget(m_table, 1);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &TermsDialog::refresh); // colours, lengths
    return layout;
}

void TermsDialog::setTerms(Expected<windows::TermList> terms)
{
    m_terms = std::move(terms);
    refresh();
}

void TermsDialog::showTerms(const windows::TermsPlan &plan)
{
    m_preview->clear();
    m_preview->setHorizontalHeaderLabels({tr("Term"), tr("Value"), tr("In the windows")});
    for (const TermOutcome &term : plan.terms) {
        const bool goes = term.removed > 0;
        const bool changes = term.added + term.changed + term.removed > 0;
        auto *label = cellItem(windows::termLabel(context().catalog, term.name));
        auto *value = cellItem(goes ? u"–"_s : term.words);
        auto *what = cellItem(fate(term));
        what->setForeground(theme::color(goes ? Token::Warning : changes ? Token::Accent : Token::TextFaint));
        m_preview->appendRow({label, value, what});
    }
    fitColumns();
}

void TermsDialog::fitColumns()
{
    m_table->resizeColumnsToContents();
    const int most[] = {scaled(208), scaled(176)};
    for (int column = 0; column < 2; ++column)
        m_table->setColumnWidth(
            column, std::clamp(m_table->columnWidth(column) + scaled(16), scaled(112), most[column]));
}

void TermsDialog::refresh()
{
    if (!m_table)
        return;
    if (!m_terms) {
        showTerms({});
        const QString button = m_button(static_cast<int>(m_rows.size()));
        m_terms.error().message.isEmpty() ? offer({}, {}, button) : refuse(m_terms.error(), button);
        return;
    }
    const TermsMode mode = m_replace->isChecked() ? TermsMode::Replace : TermsMode::Merge;
    const auto plan = windows::pasteTerms(context(), m_rows, *m_terms, mode);
    if (!plan) {
        windows::TermsPlan shown;
        for (const windows::WrittenTerm &term : m_terms->terms)
            shown.terms.push_back({term.name, term.words});
        showTerms(shown);
        refuse(plan.error(), m_button(0));
        return;
    }
    showTerms(*plan);
    setCaption(m_undo(plan->changed));
    QStringList counts{tr("%n window(s) change", nullptr, static_cast<int>(plan->changed))};
    if (plan->same > 0)
        counts << tr("%n window(s) say all of it already", nullptr, static_cast<int>(plan->same));
    offer(*plan, counts.join(u" · "_s), m_button(plan->changed));
}

} // namespace marquee::bulk
