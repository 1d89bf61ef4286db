// SPDX-License-Identifier: GPL-3.0-or-later
#include "avail/WindowsPage.h"

#include "avail/WindowForm.h"
#include "avail/WindowsTable.h"
#include "form/CardColumns.h"
#include "form/ProblemLines.h"
#include "payload/JsonText.h"
#include "rules/FieldEdits.h"
#include "rules/WindowId.h"
#include "rules/Wording.h"
#include "shell/theme/Theme.h"
#include "terms/TermsForm.h"
#include "windows/MoveRows.h"
#include "workspace/OpenDocument.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <utility>

namespace marquee::avail {

using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

constexpr int FilteredAtOnce = 5000; ///< windows
constexpr int FilterDelayMs = 200;

QToolButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

} // namespace

WindowsPage::WindowsPage(const editor::Lookup &lookup, const WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_catalog(lookup.catalog)
    , m_actions(actions)
    , m_table(new WindowsTable(lookup.vocabularies, this))
    , m_stack(new QStackedWidget(this))
    , m_listProblems(new form::ProblemLines(this))
{
    setObjectName(u"windowsPage"_s);
    const int gap = theme::scaled(16);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, theme::scaled(8), gap, 0);
    layout->setSpacing(theme::scaled(8));
    layout->addLayout(makeBar());
    layout->addWidget(m_listProblems);
    connect(m_listProblems, &form::ProblemLines::fixWanted, this, [this](const rules::Fix &fix) {
        if (m_document)
            m_document->apply(fix);
    });

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(u"windowsSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(theme::scaled(8));
    splitter->addWidget(m_table);
    splitter->addWidget(makeBelow(lookup));
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    m_table->setMinimumHeight(theme::scaled(100));
    m_splitter = splitter;
    m_stack->addWidget(splitter);
    m_stack->addWidget(makeEmpty(actions));
    layout->addWidget(m_stack, 1);

    connect(m_table, &WindowsTable::chosen, this, [this] {
        showChosen();
        Q_EMIT windowsSelected(selectedWindows());
    });
    connect(m_table, &WindowsTable::countsChanged, this, &WindowsPage::settle);
    connect(m_table, &WindowsTable::moveWanted, this, &WindowsPage::moveTo);
}

QLayout *WindowsPage::makeBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(theme::scaled(4));
    for (QAction *action : {m_actions.add, m_actions.duplicate, m_actions.remove})
        bar->addWidget(buttonFor(action, this));
    bar->addStretch();
    m_count = new QLabel(this);
    m_count->setObjectName(u"windowsCount"_s);
    m_count->setProperty("role", u"note"_s);
    bar->addWidget(m_count);
    bar->addSpacing(theme::scaled(4));
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"windowsFilter"_s);
    m_filter->setAccessibleName(tr("Filter windows"));
    m_filter->setPlaceholderText(tr("Filter windows"));
    m_filter->setToolTip(tr("Shows the windows in which every word stands: IDs, territories, dates, prices"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(theme::scaled(96)); // gives way where text is large
    m_filter->setMaximumWidth(theme::scaled(184));
    bar->addWidget(m_filter);
    auto *wait = new QTimer(this);
    wait->setSingleShot(true);
    wait->setInterval(FilterDelayMs);
    connect(wait, &QTimer::timeout, this, [this] {
        editor::finishTyping();
        m_table->setWords(m_filter->text());
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this, wait](const QString &text) {
        // Of a few windows at once; of many, when typing pauses.
        if (m_table->count() <= FilteredAtOnce || text.isEmpty()) {
            wait->stop();
            m_table->setWords(text);
        } else {
            wait->start();
        }
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    return bar;
}

QWidget *WindowsPage::makeBelow(const editor::Lookup &lookup)
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(scroll);
    page->setProperty("role", u"page"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, theme::scaled(8), 0, theme::scaled(16));
    auto *columns = new form::CardColumns(page);
    m_form = new WindowForm(lookup, columns);
    m_terms = new terms::TermsForm(lookup, columns);
    columns->add(m_form, 0);
    columns->add(m_terms, 1);
    layout->addWidget(columns);
    layout->addStretch();
    scroll->setWidget(page);
    for (form::Form *form : {static_cast<form::Form *>(m_form), static_cast<form::Form *>(m_terms)}) {
        connect(form, &form::Form::fieldFocused, this, &WindowsPage::fieldFocused);
        connect(form, &form::Form::refused, this, &WindowsPage::refused);
        connect(form, &form::Form::fieldMarked, scroll, [scroll](QWidget *field) { scroll->ensureWidgetVisible(field, 0, theme::scaled(48)); });
        connect(form, &form::Form::fieldFocused, scroll, [scroll] {
            if (QWidget *widget = scroll->focusWidget())
                scroll->ensureWidgetVisible(widget, 0, theme::scaled(48));
        });
    }
    return scroll;
}

QWidget *WindowsPage::makeEmpty(const WindowActions &actions)
{
    auto *empty = new QWidget(this);
    auto *layout = new QVBoxLayout(empty);
    auto *words = new QLabel(tr("No windows yet.\nA window says what the partner may show, where, when and how."), empty);
    words->setAlignment(Qt::AlignCenter);
    words->setProperty("role", u"note"_s);
    auto *add = buttonFor(actions.add, empty);
    add->setObjectName(u"addFirstWindow"_s);
    add->setProperty("role", u"main"_s);
    layout->addStretch();
    layout->addWidget(words);
    layout->addSpacing(theme::scaled(16));
    layout->addWidget(add, 0, Qt::AlignHCenter);
    layout->addStretch();
    return empty;
}

void WindowsPage::setDocument(workspace::OpenDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_shown.clear();
    m_form->bind(nullptr, Pointer());
    m_terms->bind(nullptr, Pointer());
    m_table->setDocument(document);
    if (!document)
        return;
    connect(document, &workspace::OpenDocument::changed, this, &WindowsPage::showListProblems);
    connect(document, &workspace::OpenDocument::problemsChanged, this, &WindowsPage::showListProblems);
    // A few windows are all in sight; of many, enough to find one's way.
    const int rows = std::clamp(m_table->count(), 2, 6);
    m_splitter->setSizes({(rows + 1) * theme::scaled(32) + theme::scaled(4), theme::scaled(600)});
    settle();
}

Pointer WindowsPage::listPlace() const
{
    return Pointer().child("avail").child("Transaction");
}

std::uint32_t WindowsPage::count() const
{
    return m_document && m_document->isPayload() ? m_document->payload().find(listPlace()).size() : 0;
}

void WindowsPage::selectAll()
{
    m_table->selectAll();
    m_table->setFocus();
}

int WindowsPage::currentWindow() const
{
    return m_table->current();
}

bool WindowsPage::isEditable() const
{
    return m_document && m_document->isEditable();
}

/// Windows came or went, or others are shown: something is selected as long as anything is there.
void WindowsPage::settle()
{
    const int windows = m_table->count();
    m_stack->setCurrentIndex(windows > 0 ? 0 : 1);
    const int wanted = std::exchange(m_wanted, -1);
    if (windows > 0 && (wanted >= 0 || currentWindow() < 0 || !m_table->hasSelection()))
        m_table->selectAlone(std::clamp(wanted >= 0 ? wanted : currentWindow(), 0, windows - 1));
    m_shown.clear();
    showChosen();
    showListProblems();
    showCounts();
}

void WindowsPage::showCounts()
{
    const int all = m_table->count();
    const int shown = m_table->shownCount();
    m_count->setText(shown < all ? tr("%1 of %2").arg(locale().toString(shown), locale().toString(all)) : QString());
    m_filter->setEnabled(all > 0);
}

void WindowsPage::showChosen()
{
    const int row = currentWindow();
    m_actions.duplicate->setEnabled(row >= 0);
    m_actions.remove->setEnabled(row >= 0);
    if (row < 0 || !m_document)
        return;
    QList<int> chosen = m_table->selected();
    if (chosen.size() < 2)
        chosen = {row};
    if (chosen == m_shown)
        return;
    m_shown = chosen;
    std::vector<Pointer> windows;
    windows.reserve(static_cast<std::size_t>(chosen.size()));
    for (const int window : chosen)
        windows.push_back(listPlace().child(static_cast<std::uint32_t>(window)));
    m_form->bindAll(m_document, windows);
    m_terms->bindAll(m_document, std::move(windows));
    if (m_table->hasFocus())
        Q_EMIT fieldFocused(listPlace().child(static_cast<std::uint32_t>(row)));
}

void WindowsPage::showListProblems()
{
    if (!m_document || !m_document->isPayload())
        return;
    const rules::Validator &validator = m_document->validator();
    std::vector<rules::Problem> ours = validator.problemsOutsideWindows();
    const rules::Context context = validator.context();
    const Pointer list = listPlace();
    std::erase_if(ours, [&](const rules::Problem &problem) {
        const Pointer field = problem.rule->field(problem, context);
        return !field.startsWith(list) || !m_document->showsProblemsAt(field);
    });
    m_listProblems->show(ours, validator);
}

void WindowsPage::selectWindow(int row)
{
    if (row < 0 || row >= m_table->count())
        return;
    if (row != currentWindow())
        editor::finishTyping(); // it belongs to the window where it was typed
    if (!m_table->shows(row))
        m_filter->clear();
    m_table->selectAlone(row);
}

void WindowsPage::insert(const std::string &window, std::uint32_t at, const QString &caption)
{
    const rules::Context context = m_document->validator().context();
    const Edit edit = m_document->payload().find(listPlace()).isArray()
        ? Edit::insertItem(listPlace(), window, at)
        : rules::placeValue(context, listPlace(), '[' + window + ']');
    const auto done = m_document->apply(edit, {caption, {}});
    if (!done) {
        Q_EMIT refused(done.error().message);
        return;
    }
    selectWindow(static_cast<int>(at));
}

void WindowsPage::addWindow()
{
    if (!isEditable())
        return;
    // What a window can't be without, empty, and an ID.
    std::string window = rules::skeleton(*m_catalog->type("Transaction"));
    window.insert(1, "\"_TransactionID\":" + payload::encodeJsonString(rules::newWindowId()) + ',');
    insert(window, count(), tr("Add a window"));
    m_form->focusField(listPlace().child(static_cast<std::uint32_t>(currentWindow())).child("LicenseType"));
}

void WindowsPage::duplicateWindow()
{
    const int row = currentWindow();
    if (row < 0 || !isEditable())
        return;
    const Value original = m_document->payload().find(listPlace().child(static_cast<std::uint32_t>(row)));
    auto copy = payload::Document::read(QByteArray::fromStdString(original.raw()));
    if (!copy)
        return;
    const Pointer id = Pointer().child("_TransactionID");
    const std::string fresh = payload::encodeJsonString(rules::newWindowId());
    if ((*copy)->find(id) && !(*copy)->apply(Edit::set(id, fresh)))
        return;
    insert((*copy)->text().toByteArray().toStdString(), static_cast<std::uint32_t>(row) + 1, tr("Duplicate a window"));
}

QList<int> WindowsPage::selectedWindows() const
{
    return m_table->selected();
}

void WindowsPage::selectWindows(const QList<int> &windows)
{
    if (windows == selectedWindows())
        return;
    if (std::any_of(windows.begin(), windows.end(), [this](int window) { return !m_table->shows(window); }))
        m_filter->clear();
    m_table->selectRows(windows);
}

void WindowsPage::removeWindows()
{
    if (!isEditable())
        return;
    const QList<int> windows = selectedWindows();
    if (windows.isEmpty())
        return;
    std::vector<Edit> edits;
    for (auto window = windows.rbegin(); window != windows.rend(); ++window) // from the end, so that places hold
        edits.push_back(Edit::remove(listPlace().child(static_cast<std::uint32_t>(*window))));
    m_wanted = windows.front();
    const auto done = m_document->apply(edits, {tr("Remove %n window(s)", nullptr, static_cast<int>(windows.size())), {}});
    if (!done)
        Q_EMIT refused(done.error().message);
    m_table->setFocus();
}

void WindowsPage::moveWindows(int by)
{
    const QList<int> windows = selectedWindows();
    if (windows.isEmpty())
        return;
    const int before = by < 0 ? windows.front() - 1 : windows.back() + 2;
    if (before >= 0 && before <= m_table->count())
        moveTo(windows, before);
}

void WindowsPage::moveTo(const QList<int> &windows, int before)
{
    if (!isEditable())
        return;
    if (!m_table->isPlain()) {
        Q_EMIT refused(tr("The table is sorted or filtered, which doesn't change the payload's order. Show all windows in the payload's order first: clear the "
                          "filter, and click the sorted heading until its arrow is gone."));
        return;
    }
    const windows::Rows rows(windows.begin(), windows.end());
    const auto plan = windows::moveRows(m_document->validator().context(), rows, static_cast<std::uint32_t>(before));
    if (!plan)
        return; // they stand there
    if (const auto done = m_document->apply(plan->edits, {tr("Move %n window(s)", nullptr, static_cast<int>(windows.size())), {}}); !done) {
        Q_EMIT refused(done.error().message);
        return;
    }
    QList<int> moved(windows.size());
    std::iota(moved.begin(), moved.end(), static_cast<int>(windows::firstAfterMove(rows, static_cast<std::uint32_t>(before))));
    m_table->selectRows(moved);
    m_shown.clear();
    showChosen();
}

void WindowsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void WindowsPage::addTerm()
{
    if (currentWindow() >= 0)
        m_terms->pickTerm();
}

bool WindowsPage::focusField(const Pointer &field)
{
    const Pointer list = listPlace();
    if (!field.startsWith(list))
        return false;
    if (field.tokens.size() == list.tokens.size()) {
        m_table->setFocus();
        return true;
    }
    selectWindow(std::atoi(field.tokens[list.tokens.size()].text.c_str()));
    if (field.startsWith(m_terms->base().child("Terms")) && m_terms->focusField(field))
        return true;
    if (field.tokens.size() > list.tokens.size() + 1 && m_form->focusField(field))
        return true;
    m_table->setFocus();
    return true;
}

void WindowsPage::markField(const Pointer &field)
{
    const Pointer list = listPlace();
    if (field.startsWith(list) && field.tokens.size() > list.tokens.size())
        selectWindow(std::atoi(field.tokens[list.tokens.size()].text.c_str()));
    m_form->markField(field);
    m_terms->markField(field);
}

} // namespace marquee::avail
