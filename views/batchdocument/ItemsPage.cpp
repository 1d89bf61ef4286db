// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchdocument/ItemsPage.h"

#include "batchdocument/ItemForm.h"
#include "batchdocument/ItemsModel.h"
#include "batchdocument/ItemsTable.h"
#include "form/ProblemLines.h"
#include "form/TableRows.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::batchdocument {

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
    return button;
}

} // namespace

ItemsPage::ItemsPage(const editor::Lookup &lookup, const ItemActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_model(new ItemsModel(this))
    , m_table(makeItemsTable(m_model, this))
    , m_stack(new QStackedWidget(this))
    , m_listProblems(new form::ProblemLines(this))
{
    setObjectName(u"batchItemsPage"_s);
    completeActions();
    m_table->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(8), scaled(16), 0);
    layout->setSpacing(scaled(8));
    layout->addWidget(makeBar());
    layout->addWidget(m_listProblems);
    connect(m_listProblems, &form::ProblemLines::fixWanted, this, [this](const rules::Fix &fix) {
        if (m_document)
            m_document->apply(fix);
    });
    m_splitter = new QSplitter(Qt::Vertical, m_stack);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(scaled(8));
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(makeBelow(lookup));
    m_splitter->setStretchFactor(1, 1);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(makeEmpty());
    layout->addWidget(m_stack, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ItemsPage::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ItemsPage::showActions);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ItemsPage::settle);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ItemsPage::settle);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ItemsPage::settle);
}

QAction *ItemsPage::ownAction(const char *name, const QString &text, const QString &icon, const QKeySequence &keys)
{
    auto *action = new QAction(theme::icon(icon), text, this);
    action->setObjectName(QLatin1StringView(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    return action;
}

void ItemsPage::completeActions()
{
    const auto complete = [this](QAction *&action, const char *name, const QString &text, const char *icon,
                              const QKeySequence &keys, auto answer) {
        if (action)
            return;
        action = ownAction(name, text, QString::fromLatin1(icon), keys);
        connect(action, &QAction::triggered, this, answer);
    };
    complete(m_actions.addDocuments, "batchItem.addDocuments", tr("Add documents…"), "document-open", {},
        [this] { Q_EMIT addDocumentsWanted(); });
    complete(m_actions.add, "batchItem.add", tr("Add item"), "list-add", {}, [this] { addItem(); });
    complete(m_actions.duplicate, "batchItem.duplicate", tr("Duplicate"), "edit-copy", {}, [this] { duplicateItem(); });
    complete(m_actions.remove, "batchItem.remove", tr("Remove"), "edit-delete", QKeySequence(Qt::Key_Delete),
        [this] { removeItems(); });
    complete(m_actions.moveUp, "batchItem.up", tr("Up"), "go-up", QKeySequence(Qt::ALT | Qt::Key_Up),
        [this] { moveItems(-1); });
    complete(m_actions.moveDown, "batchItem.down", tr("Down"), "go-down", QKeySequence(Qt::ALT | Qt::Key_Down),
        [this] { moveItems(1); });
}

/// Where an item can't be moved any further, the keys for it don't move the selection instead.
bool ItemsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->modifiers() & Qt::AltModifier) && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

QWidget *ItemsPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    for (QAction *action : {m_actions.addDocuments, m_actions.add, m_actions.duplicate, m_actions.remove,
             m_actions.moveUp, m_actions.moveDown})
        layout->addWidget(buttonFor(action, bar));
    layout->addStretch();
    return bar;
}

QWidget *ItemsPage::makeBelow(const editor::Lookup &lookup)
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
    m_form = new ItemForm(lookup, page);
    layout->addWidget(m_form);
    layout->addStretch();
    scroll->setWidget(page);
    connect(m_form, &form::Form::fieldFocused, this, &ItemsPage::fieldFocused);
    connect(m_form, &form::Form::refused, this, &ItemsPage::refused);
    connect(m_form, &ItemForm::openBodyWanted, this, &ItemsPage::openBodyWanted);
    connect(m_form, &form::Form::fieldMarked, scroll,
        [scroll](QWidget *field) { scroll->ensureWidgetVisible(field, 0, scaled(48)); });
    connect(m_form, &form::Form::fieldFocused, scroll, [scroll] {
        if (QWidget *widget = scroll->focusWidget())
            scroll->ensureWidgetVisible(widget, 0, scaled(48));
    });
    return scroll;
}

QWidget *ItemsPage::makeEmpty()
{
    auto *empty = new QWidget(this);
    auto *layout = new QVBoxLayout(empty);
    auto *words = new QLabel(tr("No items yet.\nAdd avails, and each of their windows becomes an item."), empty);
    words->setObjectName(u"batchNoItems"_s);
    words->setAlignment(Qt::AlignCenter);
    words->setProperty("role", u"note"_s);
    auto *add = buttonFor(m_actions.addDocuments, empty);
    add->setObjectName(u"addFirstDocuments"_s);
    add->setProperty("role", u"main"_s);
    layout->addStretch();
    layout->addWidget(words);
    layout->addSpacing(scaled(16));
    layout->addWidget(add, 0, Qt::AlignHCenter);
    layout->addStretch();
    return empty;
}

void ItemsPage::setDocument(workspace::OpenDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_shown = -1;
    m_form->bind(nullptr, {});
    m_model->setDocument(document);
    if (!document)
        return;
    connect(document, &workspace::OpenDocument::changed, this, &ItemsPage::showListProblems);
    connect(document, &workspace::OpenDocument::problemsChanged, this, &ItemsPage::showListProblems);
    const int rows = std::clamp(m_model->rowCount(), 3, 8);
    m_splitter->setSizes({(rows + 1) * scaled(32) + scaled(4), scaled(600)});
    settle();
}

int ItemsPage::currentItem() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.row() : -1;
}

/// Rows came or went: something is selected as long as anything is there.
void ItemsPage::settle()
{
    const int rows = m_model->rowCount();
    m_stack->setCurrentIndex(rows > 0 ? 0 : 1);
    const int wanted = std::exchange(m_wanted, -1);
    if (rows > 0
        && (wanted >= 0 || !m_table->currentIndex().isValid() || m_table->selectionModel()->selectedRows().isEmpty()))
        form::selectRowAlone(*m_table, std::clamp(wanted >= 0 ? wanted : currentItem(), 0, rows - 1), ItemsModel::Id);
    m_shown = -1;
    showCurrent();
    showListProblems();
}

void ItemsPage::showActions()
{
    const std::vector<std::uint32_t> rows = selectedRows();
    const bool can = isReady();
    m_actions.addDocuments->setEnabled(can);
    m_actions.add->setEnabled(can);
    m_actions.duplicate->setEnabled(can && currentItem() >= 0);
    m_actions.remove->setEnabled(can && !rows.empty());
    m_actions.moveUp->setEnabled(can && !rows.empty() && rows.front() > 0);
    m_actions.moveDown->setEnabled(can && !rows.empty() && static_cast<int>(rows.back()) + 1 < m_model->rowCount());
}

void ItemsPage::showCurrent()
{
    showActions();
    const int row = currentItem();
    if (row == m_shown || row < 0 || !m_document)
        return;
    m_shown = row;
    const Pointer item = Pointer().child("requestItems").child(static_cast<std::uint32_t>(row));
    m_form->bind(m_document, item);
    if (m_table->hasFocus())
        Q_EMIT fieldFocused(item);
}

void ItemsPage::showListProblems()
{
    if (!m_document || !m_document->isPayload())
        return;
    const rules::Validator &validator = m_document->validator();
    std::vector<rules::Problem> ours = validator.problemsOutsideWindows();
    std::erase_if(ours, [](const rules::Problem &problem) { return problem.path.size() > 1; });
    m_listProblems->show(ours, validator);
}

bool ItemsPage::focusField(const Pointer &field)
{
    const Pointer list = Pointer().child("requestItems");
    if (!field.startsWith(list))
        return false;
    if (field.tokens.size() > 1)
        selectItem(std::atoi(field.tokens[1].text.c_str()));
    if (field.tokens.size() < 3 || !m_form->focusField(field))
        m_table->setFocus();
    return true;
}

void ItemsPage::markField(const Pointer &field)
{
    if (field.startsWith(Pointer().child("requestItems")) && field.tokens.size() > 1)
        selectItem(std::atoi(field.tokens[1].text.c_str()));
    m_form->markField(field);
}

} // namespace marquee::batchdocument
