// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/PerformancesPage.h"

#include "performance/PerformanceForm.h"
#include "performance/PerformancesModel.h"
#include "performance/PerformancesTable.h"
#include "performances/Message.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using payload::Pointer;
using theme::scaled;

namespace {

QToolButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(action->text());
    return button;
}

} // namespace

PerformancesPage::PerformancesPage(
    const editor::Lookup &lookup, const PerformanceActions &actions, const PerformanceSources &sources, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_sources(sources)
    , m_model(new PerformancesModel(lookup.catalog, this))
    , m_table(new PerformancesTable(m_model, this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"performancesPage"_s);
    completeActions();
    m_table->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(8), scaled(16), 0);
    layout->setSpacing(scaled(8));
    layout->addWidget(makeBar());
    m_splitter = new QSplitter(Qt::Vertical, m_stack);
    m_splitter->setObjectName(u"performancesSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(scaled(8));
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(makeBelow(lookup, sources));
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_table->setMinimumHeight(scaled(100));
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(makeEmpty());
    layout->addWidget(m_stack, 1);
    connect(m_table, &form::RowsTable::chosen, this, [this] {
        showChosen();
        Q_EMIT performancesSelected(selected());
    });
    connect(m_table, &form::RowsTable::countsChanged, this, &PerformancesPage::settle);
    connect(m_table, &form::RowsTable::moveWanted, this, &PerformancesPage::moveTo);
}

QAction *PerformancesPage::ownAction(
    const char *name, const QString &text, const QString &icon, const QKeySequence &keys)
{
    auto *action = new QAction(theme::icon(icon), text, this);
    action->setObjectName(QLatin1StringView(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    return action;
}

void PerformancesPage::completeActions()
{
    const auto complete = [this](QAction *&action, const char *name, const QString &text, const char *icon,
                              const QKeySequence &keys, auto answer) {
        if (action)
            return;
        action = ownAction(name, text, QString::fromLatin1(icon), keys);
        connect(action, &QAction::triggered, this, answer);
    };
    complete(m_actions.add, "performance.add", tr("Add performance"), "list-add", {}, [this] { addPerformance(); });
    complete(m_actions.duplicate, "performance.duplicate", tr("Duplicate"), "edit-copy", {},
        [this] { duplicatePerformance(); });
    complete(m_actions.duplicateDay, "performance.duplicateDay", tr("To other days…"), "view-calendar-day", {},
        [this] { duplicateDay(); });
    complete(m_actions.paste, "performance.paste", tr("Paste rows…"), "edit-paste", QKeySequence(QKeySequence::Paste),
        [this] { pasteClipboard(); });
    complete(m_actions.remove, "performance.remove", tr("Remove"), "edit-delete", QKeySequence(Qt::Key_Delete),
        [this] { removePerformances(); });
    complete(m_actions.moveUp, "performance.up", tr("Up"), "go-up", QKeySequence(Qt::ALT | Qt::Key_Up),
        [this] { movePerformances(-1); });
    complete(m_actions.moveDown, "performance.down", tr("Down"), "go-down", QKeySequence(Qt::ALT | Qt::Key_Down),
        [this] { movePerformances(1); });
}

/// Where a row can't be moved any further, the keys for it don't move the selection instead.
bool PerformancesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->modifiers() & Qt::AltModifier) && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

QWidget *PerformancesPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    for (QAction *action :
        {m_actions.add, m_actions.duplicate, m_actions.duplicateDay, m_actions.paste, m_actions.remove})
        layout->addWidget(buttonFor(action, bar));
    layout->addStretch();
    makeFilter(bar);
    return bar;
}

void PerformancesPage::makeFilter(QWidget *bar)
{
    m_count = new QLabel(bar);
    m_count->setObjectName(u"performancesCount"_s);
    m_count->setProperty("role", u"note"_s);
    bar->layout()->addWidget(m_count);
    m_filter = new QLineEdit(bar);
    m_filter->setObjectName(u"performancesFilter"_s);
    m_filter->setAccessibleName(tr("Filter performances"));
    m_filter->setPlaceholderText(tr("Filter performances"));
    m_filter->setToolTip(tr("Shows the performances in which every word stands: IDs, dates, halls, formats"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(scaled(96));
    m_filter->setMaximumWidth(scaled(184));
    bar->layout()->addWidget(m_filter);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) { m_table->setWords(text); });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
}

QWidget *PerformancesPage::makeBelow(const editor::Lookup &lookup, const PerformanceSources &sources)
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(scroll);
    page->setProperty("role", u"page"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, scaled(8), 0, scaled(16));
    m_form = new PerformanceForm(lookup, sources, page);
    layout->addWidget(m_form);
    layout->addStretch();
    scroll->setWidget(page);
    connect(m_form, &form::Form::fieldFocused, this, &PerformancesPage::fieldFocused);
    connect(m_form, &form::Form::refused, this, &PerformancesPage::refused);
    connect(m_form, &form::Form::fieldMarked, scroll,
        [scroll](QWidget *field) { scroll->ensureWidgetVisible(field, 0, scaled(48)); });
    connect(m_form, &form::Form::fieldFocused, scroll, [scroll] {
        if (QWidget *widget = scroll->focusWidget())
            scroll->ensureWidgetVisible(widget, 0, scaled(48));
    });
    return scroll;
}

QWidget *PerformancesPage::makeEmpty()
{
    auto *empty = new QWidget(this);
    auto *layout = new QVBoxLayout(empty);
    auto *words = new QLabel(tr("No performances yet.\nA performance says what is shown, where and when. Add one, or "
                                "paste rows of a spreadsheet."),
        empty);
    words->setObjectName(u"noPerformances"_s);
    words->setAlignment(Qt::AlignCenter);
    words->setProperty("role", u"note"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(8));
    buttons->addStretch();
    auto *add = buttonFor(m_actions.add, empty);
    add->setObjectName(u"addFirstPerformance"_s);
    add->setProperty("role", u"main"_s);
    buttons->addWidget(add);
    auto *paste = buttonFor(m_actions.paste, empty);
    paste->setObjectName(u"pasteFirstRows"_s);
    buttons->addWidget(paste);
    buttons->addStretch();
    layout->addStretch();
    layout->addWidget(words);
    layout->addSpacing(scaled(16));
    layout->addLayout(buttons);
    layout->addStretch();
    return empty;
}

void PerformancesPage::setDocument(workspace::OpenDocument *document)
{
    m_document = document;
    m_shown = -1;
    m_form->bind(nullptr, Pointer());
    m_model->setDocument(document);
    if (!document)
        return;
    // A few are all in sight; of many, enough to find one's way.
    const int rows = std::clamp(m_table->count(), 2, 7);
    m_splitter->setSizes({(rows + 1) * scaled(32) + scaled(4), scaled(600)});
    settle();
}

int PerformancesPage::current() const
{
    return m_table->current();
}

QList<int> PerformancesPage::selected() const
{
    return m_table->selected();
}

/// Rows came or went, or others are shown: something is selected as long as anything is there.
void PerformancesPage::settle()
{
    const int rows = m_table->count();
    m_stack->setCurrentIndex(rows > 0 ? 0 : 1);
    const int wanted = std::exchange(m_wanted, -1);
    if (rows > 0 && (wanted >= 0 || current() < 0 || !m_table->hasSelection()))
        m_table->selectAlone(std::clamp(wanted >= 0 ? wanted : current(), 0, rows - 1));
    m_shown = -1;
    showChosen();
    showCounts();
}

void PerformancesPage::showCounts()
{
    const int all = m_table->count();
    const int shown = m_table->shownCount();
    m_count->setText(shown < all ? tr("%1 of %2").arg(locale().toString(shown), locale().toString(all)) : QString());
    m_filter->setEnabled(all > 0);
}

void PerformancesPage::showActions()
{
    const QList<int> rows = selected();
    const bool can = isReady();
    m_actions.add->setEnabled(can);
    m_actions.paste->setEnabled(can);
    m_actions.duplicate->setEnabled(can && current() >= 0);
    m_actions.duplicateDay->setEnabled(can && current() >= 0);
    m_actions.remove->setEnabled(can && !rows.isEmpty());
    m_actions.moveUp->setEnabled(can && !rows.isEmpty() && rows.front() > 0);
    m_actions.moveDown->setEnabled(can && !rows.isEmpty() && rows.back() + 1 < m_table->count());
}

void PerformancesPage::showChosen()
{
    showActions();
    const int row = current();
    if (row == m_shown || row < 0 || !m_document)
        return;
    m_shown = row;
    const Pointer place = performances::placeOf(static_cast<std::uint32_t>(row));
    m_form->bind(m_document, place);
    if (m_table->hasFocus())
        Q_EMIT fieldFocused(place);
}

void PerformancesPage::selectPerformance(int row)
{
    if (row < 0 || row >= m_table->count())
        return;
    if (row != current())
        editor::finishTyping(); // it belongs to the performance where it was typed
    if (!m_table->shows(row))
        m_filter->clear();
    m_table->selectAlone(row);
}

void PerformancesPage::selectPerformances(const QList<int> &rows)
{
    if (rows == selected())
        return;
    if (std::any_of(rows.begin(), rows.end(), [this](int row) { return !m_table->shows(row); }))
        m_filter->clear();
    m_table->selectRows(rows);
}

void PerformancesPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void PerformancesPage::selectAll()
{
    m_table->selectAll();
    m_table->setFocus();
}

bool PerformancesPage::focusField(const Pointer &field)
{
    const Pointer list = performances::listPlace();
    if (!field.startsWith(list.parent()))
        return false;
    const int row = performances::rowOf(field);
    selectPerformance(row);
    if (row < 0 || field.tokens.size() <= list.tokens.size() + 1 || !m_form->focusField(field))
        m_table->setFocus();
    return true;
}

void PerformancesPage::markField(const Pointer &field)
{
    if (const int row = performances::rowOf(field); row >= 0)
        selectPerformance(row);
    m_form->markField(field);
}

} // namespace marquee::performance
