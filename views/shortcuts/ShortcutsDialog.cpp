// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcuts/ShortcutsDialog.h"

#include "shell/actions/ActionRegistry.h"
#include "shell/theme/Theme.h"
#include "shortcuts/KeysEdit.h"
#include "shortcuts/ShortcutSheet.h"
#include "shortcuts/ShortcutsModel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace marquee::shortcuts {

using namespace Qt::StringLiterals;
using shell::ActionRegistry;

namespace {

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(ActionRegistry &actions, QWidget *parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_model(new ShortcutsModel(actions, this))
    , m_filter(new QSortFilterProxyModel(this))
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Keys"));
    m_filter->setSourceModel(m_model);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setFilterKeyColumn(-1);
    auto *layout = new QVBoxLayout(this);
    const int gap = theme::scaled(16);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(theme::scaled(8));
    layout->addWidget(makeList(), 1);
    layout->addWidget(makeEditor());
    layout->addLayout(makeButtons());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ShortcutsDialog::showCurrent);
    m_table->setCurrentIndex(m_filter->index(0, 0));
    m_search->setFocus();
    resize(theme::scaled(640), theme::scaled(600));
}

QWidget *ShortcutsDialog::makeList()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::scaled(8));
    m_search = new QLineEdit(part);
    m_search->setObjectName(u"shortcutsFilter"_s);
    m_search->setAccessibleName(tr("Find an action or its keys"));
    m_search->setPlaceholderText(tr("Find an action or its keys"));
    m_search->setClearButtonEnabled(true);
    layout->addWidget(m_search);
    m_table = new QTableView(part);
    m_table->setObjectName(u"shortcutsTable"_s);
    m_table->setAccessibleName(tr("Actions and their keys"));
    m_table->setProperty("card", true);
    m_table->setModel(m_filter);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme::scaled(32));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setFont(theme::noteFont());
    header->setSectionResizeMode(ShortcutsModel::Action, QHeaderView::Stretch);
    header->resizeSection(ShortcutsModel::Section, theme::scaled(128));
    header->resizeSection(ShortcutsModel::Keys, theme::scaled(168));
    layout->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterFixedString(text.trimmed());
        m_table->setCurrentIndex(m_filter->index(0, 0));
        showCurrent();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(m_table, &QTableView::activated, this, [this] { m_keys->setFocus(); });
    return part;
}

QWidget *ShortcutsDialog::makeEditor()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *layout = new QVBoxLayout(card);
    const int gap = theme::scaled(16);
    layout->setContentsMargins(gap, theme::scaled(12), gap, theme::scaled(12));
    layout->setSpacing(theme::scaled(8));
    m_name = new QLabel(card);
    m_name->setObjectName(u"shortcutName"_s);
    m_name->setFont(theme::headingFont());
    layout->addWidget(m_name);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::scaled(8));
    m_keys = new KeysEdit(card);
    m_keys->setObjectName(u"shortcutKeys"_s);
    m_keys->setAccessibleName(tr("New keys: press them"));
    m_set = button(u"setShortcut"_s, tr("Set"), card);
    m_usual = button(u"usualShortcut"_s, tr("As usual"), card);
    m_none = button(u"noShortcut"_s, tr("None"), card);
    line->addWidget(m_keys, 1);
    for (QPushButton *one : {m_set, m_usual, m_none})
        line->addWidget(one);
    layout->addLayout(line);
    m_judgement = new QLabel(card);
    m_judgement->setObjectName(u"shortcutJudgement"_s);
    m_judgement->setWordWrap(true);
    m_judgement->setProperty("role", u"note"_s);
    m_judgement->setMinimumHeight(QFontMetrics(theme::noteFont()).lineSpacing() * 2);
    m_judgement->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_judgement);
    connect(m_keys, &KeysEdit::keysChanged, this, &ShortcutsDialog::judge);
    connect(m_set, &QPushButton::clicked, this, &ShortcutsDialog::giveTyped);
    connect(m_usual, &QPushButton::clicked, this, [this] {
        m_keys->setKeys(m_actions.usualShortcut(*current()));
        giveTyped();
    });
    connect(m_none, &QPushButton::clicked, this, [this] { give({}); });
    return card;
}

QLayout *ShortcutsDialog::makeButtons()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::scaled(8));
    auto *sheet = button(u"shortcutSheet"_s, tr("Sheet to print…"), this);
    m_allUsual = button(u"allUsual"_s, tr("All as usual"), this);
    auto *close = button(u"closeShortcuts"_s, tr("Close"), this);
    line->addWidget(sheet);
    line->addWidget(m_allUsual);
    line->addStretch();
    line->addWidget(close);
    connect(sheet, &QPushButton::clicked, this, [this] { Q_EMIT sheetWanted(shortcutSheetPdf(m_actions)); });
    connect(m_allUsual, &QPushButton::clicked, this, [this] {
        m_actions.restoreShortcuts({});
        m_model->keysChanged();
        Q_EMIT changed();
        showCurrent();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return line;
}

QAction *ShortcutsDialog::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->actionAt(m_filter->mapToSource(index).row()) : nullptr;
}

void ShortcutsDialog::showCurrent()
{
    const QAction *action = current();
    m_name->setText(action ? ActionRegistry::title(*action) : tr("No action has these words"));
    m_keys->setEnabled(action);
    m_keys->setKeys(action ? action->shortcut() : QKeySequence());
    m_allUsual->setEnabled(!m_actions.changedShortcuts().isEmpty());
    judge();
}

void ShortcutsDialog::judge()
{
    const QAction *action = current();
    const QKeySequence keys = m_keys->keys();
    m_usual->setEnabled(action && action->shortcut() != m_actions.usualShortcut(*action));
    m_none->setEnabled(action && !action->shortcut().isEmpty());
    m_set->setText(tr("Set"));
    m_set->setEnabled(action && !keys.isEmpty() && keys != action->shortcut());
    m_judgement->setText(action ? action->statusTip() : QString());
    if (!m_set->isEnabled())
        return;
    const QString shown = keys.toString(QKeySequence::NativeText);
    if (const QString use = ActionRegistry::usedByFields(keys); !use.isEmpty()) {
        m_set->setEnabled(false);
        m_judgement->setText(tr("%1 is for %2 in fields and tables. Choose keys with Ctrl or Alt that are free.").arg(shown, use));
    } else if (const QAction *other = m_actions.clashing(*action, keys)) {
        m_set->setText(tr("Take it"));
        m_judgement->setText(tr("%1 belongs to “%2” (%3). Take it, and that action has no keys any more.")
                                 .arg(shown, ActionRegistry::title(*other), other->shortcut().toString(QKeySequence::NativeText)));
    } else {
        m_judgement->setText(tr("%1 is free.").arg(shown));
    }
}

void ShortcutsDialog::giveTyped()
{
    QAction *action = current();
    if (!action)
        return;
    const QKeySequence keys = m_keys->keys();
    while (QAction *other = m_actions.clashing(*action, keys))
        m_actions.setShortcut(*other, {});
    give(keys);
}

void ShortcutsDialog::give(const QKeySequence &keys)
{
    QAction *action = current();
    if (!action)
        return;
    m_actions.setShortcut(*action, keys);
    m_model->keysChanged();
    Q_EMIT changed();
    showCurrent();
}

} // namespace marquee::shortcuts
