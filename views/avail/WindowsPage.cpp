// SPDX-License-Identifier: GPL-3.0-or-later
#include "avail/WindowsPage.h"

#include "avail/CountDelegate.h"
#include "avail/WindowForm.h"
#include "avail/WindowsModel.h"
#include "catalog/DateTime.h"
#include "form/CardColumns.h"
#include "form/ProblemLines.h"
#include "form/TableRows.h"
#include "payload/JsonText.h"
#include "rules/FieldEdits.h"
#include "rules/WindowId.h"
#include "rules/Wording.h"
#include "shell/theme/Theme.h"
#include "terms/TermsForm.h"
#include "workspace/OpenDocument.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelection>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace marquee::avail {

using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

QTableView *makeTable(WindowsModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(u"windowsTable"_s);
    table->setAccessibleName(QCoreApplication::translate("WindowsPage", "Windows"));
    table->setProperty("card", true);
    table->setModel(model);
    table->setItemDelegateForColumn(WindowsModel::Problems, new CountDelegate(table));
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setTextElideMode(Qt::ElideMiddle);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // of one height, or 40,000 of them take their time
    table->verticalHeader()->setDefaultSectionSize(theme::scaled(32));
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setFont(theme::noteFont());
    header->setMinimumSectionSize(theme::scaled(32));
    header->setSectionResizeMode(QHeaderView::Interactive);
    const QFontMetrics metrics(theme::bodyFont());
    const auto wide = [&](const QString &sample) { return metrics.horizontalAdvance(sample) + theme::scaled(24); };
    int moment = 0; // the longest of the year
    for (int month = 0; month < 12; ++month)
        moment = std::max(moment, wide(catalog::DateTime::reading(1800338400 + month * 2629800LL)));
    header->setSectionResizeMode(WindowsModel::Problems, QHeaderView::Fixed);
    header->setSectionResizeMode(WindowsModel::Id, QHeaderView::Stretch);
    for (const auto &[column, width] : {std::pair(WindowsModel::Problems, theme::scaled(32) + metrics.horizontalAdvance(u"88"_s)), {WindowsModel::Licence, wide(u"POEST  "_s)},
                                        {WindowsModel::Territory, wide(u"United States"_s)}, {WindowsModel::Format, wide(u"UHD  "_s)},
                                        {WindowsModel::Start, moment}, {WindowsModel::End, moment},
                                        {WindowsModel::Channel, wide(u"Channel or price"_s)}})
        header->resizeSection(column, width);
    return table;
}

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
    , m_model(new WindowsModel(lookup.vocabularies, this))
    , m_table(makeTable(m_model, this))
    , m_stack(new QStackedWidget(this))
    , m_listProblems(new form::ProblemLines(this))
{
    setObjectName(u"windowsPage"_s);
    const int gap = theme::scaled(16);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, theme::scaled(8), gap, 0);
    layout->setSpacing(theme::scaled(8));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(theme::scaled(4));
    for (QAction *action : {actions.add, actions.duplicate, actions.remove})
        bar->addWidget(buttonFor(action, this));
    bar->addStretch();
    layout->addLayout(bar);
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

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WindowsPage::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { Q_EMIT windowsSelected(selectedWindows()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &WindowsPage::settle);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &WindowsPage::settle);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &WindowsPage::settle);
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
    m_shown = -1;
    m_form->bind(nullptr, {});
    m_terms->bind(nullptr, {});
    m_model->setDocument(document);
    if (!document)
        return;
    connect(document, &workspace::OpenDocument::changed, this, &WindowsPage::showListProblems);
    connect(document, &workspace::OpenDocument::problemsChanged, this, &WindowsPage::showListProblems);
    // A few windows are all in sight; of many, enough to find one's way.
    const int rows = std::clamp(m_model->rowCount(), 2, 6);
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

int WindowsPage::currentWindow() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.row() : -1;
}

/// Rows came or went: something is selected as long as anything is there.
void WindowsPage::settle()
{
    const int rows = m_model->rowCount();
    m_stack->setCurrentIndex(rows > 0 ? 0 : 1);
    const int wanted = std::exchange(m_wanted, -1);
    if (rows > 0 && (wanted >= 0 || !m_table->currentIndex().isValid() || m_table->selectionModel()->selectedRows().isEmpty()))
        form::selectRowAlone(*m_table, std::clamp(wanted >= 0 ? wanted : currentWindow(), 0, rows - 1), WindowsModel::Id);
    m_shown = -1;
    showCurrent();
    showListProblems();
}

void WindowsPage::showCurrent()
{
    const int row = currentWindow();
    m_actions.duplicate->setEnabled(row >= 0);
    m_actions.remove->setEnabled(row >= 0);
    if (row == m_shown || row < 0 || !m_document)
        return;
    m_shown = row;
    const Pointer window = listPlace().child(static_cast<std::uint32_t>(row));
    m_form->bind(m_document, window);
    m_terms->bind(m_document, window);
    if (m_table->hasFocus())
        Q_EMIT fieldFocused(window);
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
    if (row < 0 || row >= m_model->rowCount())
        return;
    if (row != currentWindow())
        editor::finishTyping(); // it belongs to the window where it was typed
    form::selectRowAlone(*m_table, row, WindowsModel::Id);
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
    if (!m_document || !m_document->isEditable())
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
    if (row < 0 || !m_document || !m_document->isEditable())
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
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void WindowsPage::selectWindows(const QList<int> &windows)
{
    if (windows == selectedWindows())
        return;
    QItemSelection selection;
    for (const int row : windows)
        selection.select(m_model->index(row, 0), m_model->index(row, WindowsModel::ColumnCount - 1));
    if (!windows.isEmpty() && !windows.contains(currentWindow()))
        m_table->selectionModel()->setCurrentIndex(m_model->index(windows.front(), WindowsModel::Id), QItemSelectionModel::NoUpdate);
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void WindowsPage::removeWindows()
{
    if (!m_document || !m_document->isEditable())
        return;
    std::vector<std::uint32_t> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(static_cast<std::uint32_t>(index.row()));
    if (rows.empty())
        return;
    std::sort(rows.rbegin(), rows.rend()); // from the end, so that places hold
    std::vector<Edit> edits;
    for (const std::uint32_t row : rows)
        edits.push_back(Edit::remove(listPlace().child(row)));
    m_wanted = static_cast<int>(rows.back());
    const auto done = m_document->apply(edits, {tr("Remove %n window(s)", nullptr, static_cast<int>(rows.size())), {}});
    if (!done)
        Q_EMIT refused(done.error().message);
    m_table->setFocus();
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
