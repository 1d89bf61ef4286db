// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"
#include "payload/Edit.h"
#include "payload/Pointer.h"
#include "payload/Value.h"

#include <QPointer>
#include <QWidget>

#include <utility>
#include <vector>

class QAction;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace marquee::form {
class ProblemLines;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::batchdocument {

class ItemForm;
class ItemsModel;

/// The program's actions that the page shows as buttons; whoever owns them calls the page when they are triggered. The
/// page makes those for itself that are null, and answers them itself.
struct ItemActions
{
    QAction *addDocuments = nullptr;
    QAction *add = nullptr;
    QAction *duplicate = nullptr;
    QAction *remove = nullptr;
    QAction *moveUp = nullptr;
    QAction *moveDown = nullptr;
};

/// The items of a batch: a table, and the form of the selected one below. Everything that is done here is one step of
/// the document.
class ItemsPage : public QWidget
{
    Q_OBJECT

public:
    /// The name of a document and its text.
    using NamedTexts = std::vector<std::pair<QString, QByteArray>>;

    ItemsPage(const editor::Lookup &lookup, const ItemActions &actions, QWidget *parent = nullptr);

    void setDocument(workspace::OpenDocument *document);

    /// An item for each window of these avails, at the end. Says by `refused` which of them have none.
    void addDocuments(const NamedTexts &documents);
    void addItem();
    void duplicateItem();
    void removeItems(); ///< those that are selected
    void moveItems(int by); ///< those that are selected, by one: -1 up, 1 down
    void selectItem(int row);
    int currentItem() const;
    /// Selects the item that a place is in, and puts the cursor into its field. False where the place isn't in an item.
    bool focusField(const payload::Pointer &field);
    void markField(const payload::Pointer &field); ///< the same without the cursor
    /// Lets the actions be used as far as what is selected allows. Of several pages, the one in sight is asked.
    void showActions();

Q_SIGNALS:
    void addDocumentsWanted(); ///< files are to be chosen, and given to addDocuments
    void openBodyWanted(const QByteArray &text, const QString &name);
    void fieldFocused(const marquee::payload::Pointer &pointer);
    void refused(const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void completeActions();
    QAction *ownAction(const char *name, const QString &text, const QString &icon, const QKeySequence &keys);
    QWidget *makeBar();
    QWidget *makeBelow(const editor::Lookup &lookup);
    QWidget *makeEmpty();
    bool isReady() const;
    payload::Value items() const;
    std::vector<std::uint32_t> selectedRows() const; ///< ascending
    bool apply(const std::vector<payload::Edit> &edits, const QString &caption);
    std::string lastLicensor() const;
    void select(const std::vector<int> &rows, int current);
    void showCurrent();
    void settle();
    void showListProblems();

    QPointer<workspace::OpenDocument> m_document;
    ItemActions m_actions;
    ItemsModel *m_model;
    QTableView *m_table;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack;
    ItemForm *m_form = nullptr;
    form::ProblemLines *m_listProblems;
    int m_shown = -1;
    int m_wanted = -1; ///< to be selected once rows have gone
};

} // namespace marquee::batchdocument
