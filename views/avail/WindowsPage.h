// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"
#include "payload/Pointer.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QLayout;
class QSplitter;
class QStackedWidget;

namespace marquee::form {
class ProblemLines;
}
namespace marquee::terms {
class TermsForm;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::avail {

class WindowForm;
class WindowsTable;

/// The program's actions that the page shows as buttons; whoever owns them calls the page when they are triggered.
struct WindowActions
{
    QAction *add = nullptr;
    QAction *duplicate = nullptr;
    QAction *remove = nullptr;
};

/// The windows of an avail: a table, and below it the form and the terms of the selected one, or what several have in common.
class WindowsPage : public QWidget
{
    Q_OBJECT

public:
    WindowsPage(const editor::Lookup &lookup, const WindowActions &actions, QWidget *parent = nullptr);

    void setDocument(workspace::OpenDocument *document);

    void addWindow();
    void duplicateWindow();
    void removeWindows(); ///< those that are selected
    void moveWindows(int by); ///< those that are selected, up (-1) or down (1)
    void focusFilter();
    void selectAll(); ///< those that the table shows
    void addTerm();
    void selectWindow(int row);
    int currentWindow() const;
    /// Selects the window that a place is in, and puts the cursor into its field. False where the place isn't in a window.
    bool focusField(const payload::Pointer &field);
    /// The same without the cursor: the field is marked.
    void markField(const payload::Pointer &field);

    QList<int> selectedWindows() const; ///< ascending
    void selectWindows(const QList<int> &windows); ///< these and no others; the first becomes current

Q_SIGNALS:
    void windowsSelected(const QList<int> &windows);
    void fieldFocused(const marquee::payload::Pointer &pointer);
    void refused(const QString &why);

private:
    payload::Pointer listPlace() const;
    std::uint32_t count() const;
    void insert(const std::string &window, std::uint32_t at, const QString &caption);
    void showChosen();
    void settle();
    void showCounts();
    void moveTo(const QList<int> &windows, int before);
    QLayout *makeBar();
    bool isEditable() const;
    void showListProblems();
    QWidget *makeEmpty(const WindowActions &actions);
    QWidget *makeBelow(const editor::Lookup &lookup);

    QPointer<workspace::OpenDocument> m_document;
    std::shared_ptr<const catalog::Catalog> m_catalog;
    WindowActions m_actions;
    WindowsTable *m_table;
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack;
    WindowForm *m_form = nullptr;
    terms::TermsForm *m_terms = nullptr;
    form::ProblemLines *m_listProblems;
    QList<int> m_shown; ///< windows that the forms show
    int m_wanted = -1; ///< to be selected once rows have gone
};

} // namespace marquee::avail
