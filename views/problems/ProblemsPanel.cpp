// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/ProblemsPanel.h"

#include "problems/ProblemsFilter.h"
#include "problems/ProblemsModel.h"
#include "problems/ProblemsTable.h"
#include "rules/ShowFix.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>

namespace marquee::problems {

using namespace Qt::StringLiterals;
using rules::Severity;
using theme::scaled;

ProblemsPanel::ProblemsPanel(rules::Rulebook book, QWidget *parent)
    : QWidget(parent)
    , m_model(new ProblemsModel(std::move(book), this))
    , m_filter(new ProblemsFilter(this))
{
    m_filter->setSourceModel(m_model);
    m_table = new ProblemsTable(this);
    m_table->setObjectName(u"problemsTable"_s);
    m_table->setAccessibleName(tr("Problems"));
    m_table->setAccessibleDescription(
        tr("Enter goes to the field, Control and full stop does the first fix, F1 explains the rule."));
    m_table->setModel(m_filter);
    m_more = new QLabel(this);
    m_more->setObjectName(u"problemsMore"_s);
    m_more->setProperty("role", u"note"_s);
    m_more->setContentsMargins(16, 4, 16, 4);

    auto *page = new QWidget(this);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_table, 1);
    rows->addWidget(m_more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    m_pages = new QStackedLayout;
    layout->addLayout(m_pages, 1);
    m_pages->addWidget(page);
    m_pages->addWidget(makeEmpty());

    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &ProblemsPanel::remember);
    connect(m_model, &ProblemsModel::refreshed, this, [this] {
        restore();
        updateWords();
        m_table->fitColumns();
    });
    connect(m_table, &ProblemsTable::goWanted, this, [this](const QModelIndex &index) {
        const Row &row = rowAt(index);
        Q_EMIT activated(row.field, row.path);
    });
    connect(m_table, &ProblemsTable::fixWanted, this, &ProblemsPanel::fix);
    connect(m_table, &ProblemsTable::explainWanted, this,
        [this](const QModelIndex &index) { Q_EMIT explainWanted(QString::fromLatin1(rowAt(index).rule->info().id)); });
    connect(m_table, &ProblemsTable::menuWanted, this, &ProblemsPanel::showMenu);
    connect(m_table, &ProblemsTable::moreFixesWanted, this, &ProblemsPanel::showFixes);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ProblemsPanel::applyFonts);
    applyFonts();
    updateWords();
}

QWidget *ProblemsPanel::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 4, 8, 4);
    layout->setSpacing(8);
    constexpr const char *names[] = {"problemsHints", "problemsWarnings", "problemsErrors"};
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Hint}) {
        auto *chip = new QPushButton(bar);
        chip->setObjectName(QString::fromLatin1(names[static_cast<std::size_t>(severity)]));
        chip->setProperty("role", u"filter"_s);
        chip->setIcon(theme::severityIcon(severity));
        chip->setCheckable(true);
        chip->setChecked(true);
        connect(chip, &QPushButton::toggled, this, [this, severity](bool on) {
            m_filter->setShown(severity, on);
            updateWords();
        });
        m_chips[static_cast<std::size_t>(severity)] = chip;
        layout->addWidget(chip);
    }
    layout->addStretch(1);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(u"problemsFilter"_s);
    m_search->setPlaceholderText(tr("Filter problems"));
    m_search->setAccessibleName(tr("Filter problems"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        updateWords();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &ProblemsPanel::focusFirst);
    layout->addWidget(m_search);
    return bar;
}

QWidget *ProblemsPanel::makeEmpty()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 8, 16, 8);
    m_emptyWords = new QLabel(page);
    m_emptyWords->setObjectName(u"problemsEmpty"_s);
    m_emptyWords->setProperty("role", u"note"_s);
    m_emptyWords->setAlignment(Qt::AlignCenter);
    m_emptyWords->setWordWrap(true);
    m_clear = new QPushButton(tr("Show all problems"), page);
    m_clear->setObjectName(u"problemsClear"_s);
    m_clear->setProperty("role", u"link"_s);
    connect(m_clear, &QPushButton::clicked, this, &ProblemsPanel::clearFilters);
    layout->addStretch(1);
    layout->addWidget(m_emptyWords);
    layout->addWidget(m_clear, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    return page;
}

/// What was set before the style sheet came to a widget, it took back.
void ProblemsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void ProblemsPanel::applyFonts()
{
    for (QPushButton *chip : m_chips) {
        chip->setFont(theme::noteFont());
        chip->setIconSize(QSize(scaled(16), scaled(16)));
    }
    m_search->setFixedWidth(scaled(200));
    m_more->setFont(theme::noteFont());
    m_table->fitColumns();
}

void ProblemsPanel::setDocument(workspace::OpenDocument *document)
{
    m_rule = nullptr;
    m_table->setCurrentIndex({});
    m_model->setDocument(document);
}

void ProblemsPanel::focusFirst()
{
    if (m_filter->rowCount() == 0)
        return;
    m_table->setCurrentIndex(m_filter->index(0, ProblemsModel::Message));
    m_table->setFocus(Qt::ShortcutFocusReason);
}

const Row &ProblemsPanel::rowAt(const QModelIndex &index) const
{
    return m_model->row(m_filter->mapToSource(index).row());
}

void ProblemsPanel::fix(const QModelIndex &index)
{
    const Row &row = rowAt(index);
    if (row.repairable) {
        Q_EMIT repairWanted();
    } else if (!row.fixes.empty()) {
        const rules::Fix first = row.fixes.front(); // the row goes when the fix is done
        if (rules::isShowing(first))
            Q_EMIT activated(row.field, row.path); // what is shown is where the cursor is
        Q_EMIT fixWanted(first);
    }
}

void ProblemsPanel::addFixes(QMenu &menu, const Row &row)
{
    const QKeySequence firstKey(Qt::CTRL | Qt::Key_Period);
    if (row.repairable)
        menu.addAction(tr("Show a repair…"), firstKey, this, &ProblemsPanel::repairWanted);
    for (const rules::Fix &fix : row.fixes) {
        QAction *action = menu.addAction(fix.title, this, [this, fix, field = row.field, path = row.path] {
            if (rules::isShowing(fix))
                Q_EMIT activated(field, path);
            Q_EMIT fixWanted(fix);
        });
        if (&fix == &row.fixes.front())
            action->setShortcut(firstKey);
    }
}

void ProblemsPanel::showFixes(const QModelIndex &index, const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"problemsFixes"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addFixes(*menu, rowAt(index));
    menu->popup(global);
}

void ProblemsPanel::showMenu(const QModelIndex &index, const QPoint &global)
{
    const Row &row = rowAt(index);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"problemsMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Go to the field"), QKeySequence(Qt::Key_Return), this,
        [this, field = row.field, path = row.path] { Q_EMIT activated(field, path); });
    menu->addSeparator();
    addFixes(*menu, row);
    menu->addSeparator();
    const QString id = QString::fromLatin1(row.rule->info().id);
    menu->addAction(tr("Explain %1").arg(id), QKeySequence(Qt::Key_F1), this, [this, id] { Q_EMIT explainWanted(id); });
    menu->addAction(tr("Copy the message"), this,
        [words = row.place.isEmpty() ? row.message : row.place + u": "_s + row.message, id] {
            QGuiApplication::clipboard()->setText(id + u" "_s + words);
        });
    menu->popup(global);
}

void ProblemsPanel::remember()
{
    const QModelIndex current = m_table->currentIndex();
    m_rule = current.isValid() ? rowAt(current).rule : nullptr;
    if (!current.isValid())
        return;
    m_field = rowAt(current).field;
    m_column = current.column();
}

void ProblemsPanel::restore()
{
    const int row = m_rule && !m_table->currentIndex().isValid() ? m_model->find(m_rule, m_field) : -1;
    m_rule = nullptr;
    if (row >= 0)
        m_table->setCurrentIndex(m_filter->mapFromSource(m_model->index(row, m_column)));
}

void ProblemsPanel::clearFilters()
{
    m_search->clear();
    for (QPushButton *chip : m_chips)
        chip->setChecked(true);
    m_table->setFocus();
}

void ProblemsPanel::updateWords()
{
    const rules::Counts counts = m_model->counts();
    const QLocale locale;
    const auto label
        = [&](Severity severity, int count, const QString &title, const QString &shown, const QString &hidden) {
              QPushButton *chip = m_chips[static_cast<std::size_t>(severity)];
              chip->setText(title.arg(locale.toString(count)));
              chip->setAccessibleName(chip->isChecked() ? shown : hidden);
              chip->setToolTip(chip->isChecked() ? tr("Click to hide these.") : tr("Click to show these."));
          };
    label(Severity::Error, counts.errors, tr("Errors %1"), tr("%n error(s), shown", nullptr, counts.errors),
        tr("%n error(s), hidden", nullptr, counts.errors));
    label(Severity::Warning, counts.warnings, tr("Warnings %1"), tr("%n warning(s), shown", nullptr, counts.warnings),
        tr("%n warning(s), hidden", nullptr, counts.warnings));
    label(Severity::Hint, counts.hints, tr("Hints %1"), tr("%n hint(s), shown", nullptr, counts.hints),
        tr("%n hint(s), hidden", nullptr, counts.hints));

    m_more->setVisible(m_model->moreCount() > 0);
    m_more->setText(
        tr("…and %1 more. They appear as those above are put right.").arg(locale.toString(m_model->moreCount())));
    const bool filtered = m_model->rowCount() > 0;
    m_emptyWords->setText(filtered ? tr("No problem is left by the filter.")
            : m_model->document()  ? tr("No problems. Everything that the rules look at is in order.")
                                   : tr("Open or make a document to see its problems here."));
    m_clear->setVisible(filtered);
    m_pages->setCurrentIndex(m_filter->rowCount() > 0 ? 0 : 1);
}

} // namespace marquee::problems
