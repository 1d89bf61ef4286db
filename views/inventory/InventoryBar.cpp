// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/InventoryBar.h"

#include "catalog/Vocabularies.h"
#include "editor/FlowLayout.h"
#include "editor/QuietCombo.h"
#include "editor/Sizes.h"
#include "inventory/DayLine.h"
#include "inventory/InventoryModel.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace marquee::inventory {

using namespace Qt::StringLiterals;
using theme::scaled;

InventoryBar::InventoryBar(std::shared_ptr<const catalog::Vocabularies> vocabularies, QWidget *parent)
    : QWidget(parent)
    , m_vocabularies(std::move(vocabularies))
    , m_search(new QLineEdit(this))
    , m_in(combo(u"inventorySearchIn"_s, tr("Where to search")))
    , m_day(new DayLine(this))
    , m_licence(combo(u"inventoryLicence"_s, tr("Licence")))
    , m_territory(combo(u"inventoryTerritory"_s, tr("Territory")))
    , m_format(combo(u"inventoryFormat"_s, tr("Format")))
    , m_problems(combo(u"inventoryProblems"_s, tr("Problems")))
    , m_clear(new QPushButton(tr("Clear the filter"), this))
{
    setObjectName(u"inventoryBar"_s);
    m_search->setObjectName(u"inventorySearch"_s);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Search in all windows"));
    m_search->setClearButtonEnabled(true);
    QAction *glass = m_search->addAction(theme::icon(u"edit-find"_s), QLineEdit::LeadingPosition);
    editor::keepFieldHeight(m_search);
    m_in->addItem(tr("in all columns"));
    for (const Column column : allColumns) {
        if (column != Column::Problems)
            m_in->addItem(tr("in “%1”").arg(InventoryModel::title(column)), static_cast<int>(column));
    }
    m_day->setObjectName(u"inventoryDay"_s);
    m_day->setAccessibleName(tr("Open on"));
    for (const auto &[text, value] : {std::pair(tr("with or without"), Criteria::Problems::Any),
             {tr("with problems"), Criteria::Problems::Some}, {tr("with errors"), Criteria::Problems::Errors}})
        m_problems->addItem(text, static_cast<int>(value));
    for (const Column column : {Column::Licence, Column::Territory, Column::Format})
        offer(column, {});
    m_clear->setObjectName(u"inventoryClear"_s);
    m_clear->setProperty("role", u"link"_s);
    m_clear->setCursor(Qt::PointingHandCursor);
    editor::keepFieldHeight(m_clear);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    auto *words = new QHBoxLayout;
    words->setSpacing(scaled(8));
    words->addWidget(m_search, 1);
    words->addWidget(m_in);
    layout->addLayout(words);
    auto *choices = new editor::FlowLayout;
    choices->setSpacing(scaled(8));
    choices->addWidget(field(tr("Open on"), m_day));
    choices->addWidget(field(tr("Licence"), m_licence));
    choices->addWidget(field(tr("Territory"), m_territory));
    choices->addWidget(field(tr("Format"), m_format));
    choices->addWidget(field(tr("Problems"), m_problems));
    choices->addWidget(m_clear);
    layout->addLayout(choices);

    connect(m_search, &QLineEdit::textChanged, this, &InventoryBar::tell);
    connect(m_day, &DayLine::dayChanged, this, &InventoryBar::tell);
    for (editor::QuietCombo *one : {m_in, m_licence, m_territory, m_format, m_problems})
        connect(one, &QComboBox::currentIndexChanged, this, &InventoryBar::tell);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        clear();
        focusSearch();
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this,
        [glass] { glass->setIcon(theme::icon(u"edit-find"_s)); });
    tell();
}

editor::QuietCombo *InventoryBar::combo(const QString &name, const QString &title)
{
    auto *made = new editor::QuietCombo(this);
    made->setObjectName(name);
    made->setAccessibleName(title);
    made->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    editor::keepFieldHeight(made);
    return made;
}

QWidget *InventoryBar::field(const QString &label, QWidget *input)
{
    auto *made = new QWidget(this);
    auto *layout = new QHBoxLayout(made);
    layout->setContentsMargins(0, 0, scaled(8), 0);
    layout->setSpacing(scaled(8));
    auto *words = new QLabel(label, made);
    words->setProperty("role", u"label"_s);
    words->setBuddy(input);
    layout->addWidget(words);
    layout->addWidget(input);
    return made;
}

editor::QuietCombo *InventoryBar::comboOf(Column column) const
{
    return column == Column::Licence ? m_licence : column == Column::Territory ? m_territory : m_format;
}

void InventoryBar::offer(Column column, const std::vector<Choice> &choices)
{
    editor::QuietCombo *box = comboOf(column);
    std::vector<Choice> &offered = m_offered[column];
    if (box->count() > 0 && (offered == choices || box->view()->isVisible())) // not under somebody's pointer
        return;
    offered = choices;
    const QVariant chosen = box->currentData();
    m_isFilling = true;
    box->clear();
    box->addItem(tr("any"));
    for (const Choice &choice : choices) {
        const catalog::Code *country = column == Column::Territory
            ? m_vocabularies->find(catalog::Vocabularies::List::Countries, choice.value.toStdString())
            : nullptr;
        const QString words = choice.value.isEmpty() ? tr("not set") : country ? country->name() : choice.value;
        box->addItem(u"%1  (%2)"_s.arg(words, QLocale().toString(choice.windows)), choice.value);
    }
    if (chosen.isValid() && box->findData(chosen) < 0)
        box->addItem(chosen.toString().isEmpty() ? tr("not set") : chosen.toString(), chosen);
    box->setCurrentIndex(chosen.isValid() ? box->findData(chosen) : 0);
    m_isFilling = false;
}

Criteria InventoryBar::criteria() const
{
    Criteria criteria;
    const QString words = m_search->text().trimmed();
    if (const QVariant column = m_in->currentData(); column.isValid())
        criteria.in(static_cast<Column>(column.toInt())) = words;
    else
        criteria.anywhere = words;
    criteria.openOn = m_day->day();
    const auto chosen = [](const QComboBox *box) {
        return box->currentData().isValid() ? std::optional(box->currentData().toString()) : std::nullopt;
    };
    criteria.licence = chosen(m_licence);
    criteria.territory = chosen(m_territory);
    criteria.format = chosen(m_format);
    criteria.problems = static_cast<Criteria::Problems>(m_problems->currentData().toInt());
    return criteria;
}

void InventoryBar::tell()
{
    if (m_isFilling)
        return;
    m_clear->setVisible(!criteria().isEmpty() || !m_day->text().isEmpty());
    Q_EMIT criteriaChanged();
}

void InventoryBar::clear()
{
    m_isFilling = true;
    m_search->clear();
    m_day->clear();
    for (editor::QuietCombo *one : {m_in, m_licence, m_territory, m_format, m_problems})
        one->setCurrentIndex(0);
    m_isFilling = false;
    tell();
}

void InventoryBar::searchFor(Column column, const QString &text)
{
    m_isFilling = true;
    m_in->setCurrentIndex(m_in->findData(static_cast<int>(column)));
    m_search->setText(text);
    m_isFilling = false;
    tell();
}

void InventoryBar::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

} // namespace marquee::inventory
