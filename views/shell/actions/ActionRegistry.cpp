// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/actions/ActionRegistry.h"

#include "shell/theme/Icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>

namespace marquee::shell {

using namespace Qt::StringLiterals;

namespace {

struct Info
{
    const char *id;
    const char *text; ///< in menus; the tool bar leaves out the ellipsis and the mark
    const char *icon; ///< freedesktop's name; empty for none
    const char *shortcut; ///< portable text; empty for none
    const char *tip;
};

#define TEXT(text) QT_TRANSLATE_NOOP("actions", text)

constexpr Info table[] = {
    {"file.new", TEXT("&New…"), "document-new", "Ctrl+N", TEXT("Begin an avail, or a message of performances, from a template")},
    {"file.newBatch", TEXT("New batc&h document"), "", "", TEXT("Begin a batch to which documents are added")},
    {"file.open", TEXT("&Open…"), "document-open", "Ctrl+O", TEXT("Open files")},
    {"file.openFolder", TEXT("Open &folder…"), "folder-open", "Ctrl+Shift+O", TEXT("Choose the folder that the workspace shows")},
    {"file.paste", TEXT("New from the clip&board"), "edit-paste", "Ctrl+Shift+V", TEXT("Open what was copied as a document")},
    {"file.save", TEXT("&Save"), "document-save", "Ctrl+S", TEXT("Write the document to its file")},
    {"file.saveAs", TEXT("Save &as…"), "document-save-as", "Ctrl+Shift+S", TEXT("Write the document to another file")},
    {"file.saveAll", TEXT("Save a&ll"), "document-save-all", "", TEXT("Write all documents that changed")},
    {"file.saveTemplate", TEXT("Save as &template…"), "", "", TEXT("Keep the document as a template to begin others with")},
    {"file.rename", TEXT("Rena&me the file…"), "", "", TEXT("Give the document's file another name")},
    {"file.duplicate", TEXT("D&uplicate with new IDs"), "", "", TEXT("Make a file like this one beside it, with IDs of its own")},
    {"file.bin", TEXT("Move to the b&in"), "", "", TEXT("Close the document, and move its file to the bin")},
    {"file.close", TEXT("&Close"), "document-close", "Ctrl+W", TEXT("Close the document")},
    {"file.quit", TEXT("&Quit"), "application-exit", "Ctrl+Q", TEXT("End the program")},
    {"edit.undo", TEXT("&Undo"), "edit-undo", "Ctrl+Z", TEXT("Take the last step back")},
    {"edit.redo", TEXT("&Redo"), "edit-redo", "Ctrl+Shift+Z", TEXT("Do the step again")},
    {"edit.find", TEXT("&Find in the payload…"), "edit-find", "Ctrl+F", TEXT("Find text in the payload")},
    {"edit.findAll", TEXT("Find in all &documents…"), "", "Ctrl+Shift+F", TEXT("Find text in every document of the workspace")},
    {"view.allWindows", TEXT("&All windows of the workspace"), "", "Ctrl+Shift+W", TEXT("Every avail's windows in one table, to be filtered and changed together")},
    {"view.nextTab", TEXT("Next document"), "", "Ctrl+Tab", TEXT("Go to the next document")},
    {"view.previousTab", TEXT("Previous document"), "", "Ctrl+Shift+Tab", TEXT("Go to the document before")},
    {"view.light", TEXT("&Light"), "", "", TEXT("Dark text on light ground")},
    {"view.dark", TEXT("&Dark"), "", "", TEXT("Light text on dark ground")},
    {"view.system", TEXT("As the &system"), "", "", TEXT("Light or dark, as the system is")},
    {"view.larger", TEXT("Larger text"), "zoom-in", "Ctrl++", TEXT("Make all text larger")},
    {"view.smaller", TEXT("Smaller text"), "zoom-out", "Ctrl+-", TEXT("Make all text smaller")},
    {"view.normal", TEXT("Text as usual"), "zoom-original", "Ctrl+0", TEXT("Text at 100 %")},
    {"document.validate", TEXT("&Validate"), "dialog-ok", "F7", TEXT("Look at everything again, and show every problem")},
    {"document.nextProblem", TEXT("Next problem"), "go-down", "F8", TEXT("Go to the next problem")},
    {"document.previousProblem", TEXT("Previous problem"), "go-up", "Shift+F8", TEXT("Go to the problem before")},
    {"document.episodes", TEXT("Make &episodes…"), "", "", TEXT("Make avails for the episodes of a season by a pattern")},
    {"document.changesSaved", TEXT("&Changes since it was saved"), "", "Ctrl+Shift+D", TEXT("What differs from the file, by meaning")},
    {"document.changesAnswer", TEXT("Differences from the partner's ans&wer"), "", "", TEXT("What differs from what was fetched last")},
    {"document.changesFile", TEXT("Differences from another &file…"), "", "", TEXT("What differs from a file that you choose")},
    {"document.showTitle", TEXT("&Title"), "", "Ctrl+1", TEXT("Show the title's page")},
    {"document.showWindows", TEXT("&Windows"), "", "Ctrl+2", TEXT("Show the windows' page")},
    {"document.showTimeline", TEXT("T&imeline"), "", "Ctrl+3", TEXT("Show the windows as bars on a timeline")},
    {"document.showText", TEXT("Te&xt"), "", "Ctrl+4", TEXT("Show the payload as text")},
    {"message.showPerformances", TEXT("P&erformances"), "", "Ctrl+1", TEXT("Show the message's performances")},
    {"message.showDay", TEXT("Da&y"), "", "Ctrl+2", TEXT("Show the performances of a day, hall by hall")},
    {"window.add", TEXT("Add window"), "list-add", "Ctrl+Shift+N", TEXT("Add a window at the end")},
    {"window.duplicate", TEXT("Duplicate window"), "edit-copy", "Ctrl+D", TEXT("Copy the window, with an ID of its own")},
    {"window.remove", TEXT("Remove windows"), "edit-delete", "", TEXT("Remove the windows that are selected")},
    {"window.moveUp", TEXT("Move windows up"), "go-up", "Alt+Up", TEXT("Move the windows that are selected up by one")},
    {"window.moveDown", TEXT("Move windows down"), "go-down", "Alt+Down", TEXT("Move the windows that are selected down by one")},
    {"window.filter", TEXT("F&ilter windows"), "", "Ctrl+L", TEXT("Show only the windows in which some words stand")},
    {"window.selectAll", TEXT("Select &all windows"), "", "Ctrl+Shift+A", TEXT("Select every window that the table shows")},
    {"window.spread", TEXT("&Spread over territories…"), "", "", TEXT("Make windows like this one for other territories, licences and formats")},
    {"window.shift", TEXT("S&hift dates…"), "", "", TEXT("Move start and end of the selected windows by days or months")},
    {"window.setEnd", TEXT("Set the &end…"), "", "", TEXT("Give the selected windows one end")},
    {"window.split", TEXT("S&plit at a date…"), "", "", TEXT("Make two windows of each that holds on that date")},
    {"window.join", TEXT("&Join neighbours"), "", "", TEXT("Make one window of those that follow each other and are otherwise the same")},
    {"window.copyRows", TEXT("&Copy as rows"), "edit-copy", "", TEXT("Copy the selected windows for a spreadsheet, with headings")},
    {"window.pasteRows", TEXT("Paste ro&ws…"), "edit-paste", "", TEXT("Make and change windows by rows of a spreadsheet")},
    {"term.add", TEXT("Add term…"), "list-add", "Ctrl+T", TEXT("Find a term, and add it to the window")},
    {"term.copy", TEXT("C&opy terms"), "edit-copy", "Ctrl+Alt+C", TEXT("Copy the window's terms, to be pasted into other windows")},
    {"term.paste", TEXT("&Paste terms…"), "edit-paste", "Ctrl+Alt+V", TEXT("Give the selected windows the terms that were copied")},
    {"term.sets", TEXT("&Sets of terms…"), "", "", TEXT("Terms that are kept under a name, to be given to windows")},
    {"item.addDocuments", TEXT("Add &documents…"), "document-open", "", TEXT("Add the windows of avails to the batch, an item each")},
    {"item.add", TEXT("Add item"), "list-add", "", TEXT("Add an empty item at the end")},
    {"item.duplicate", TEXT("Duplicate item"), "edit-copy", "", TEXT("Copy the item, with an ID of its own")},
    {"item.remove", TEXT("Remove items"), "edit-delete", "", TEXT("Remove the items that are selected")},
    {"item.moveUp", TEXT("Move items up"), "go-up", "Alt+Up", TEXT("Move the items that are selected up by one")},
    {"item.moveDown", TEXT("Move items down"), "go-down", "Alt+Down", TEXT("Move the items that are selected down by one")},
    {"performance.add", TEXT("Add performance"), "list-add", "Ctrl+Shift+N", TEXT("Add a performance at the end")},
    {"performance.duplicate", TEXT("Duplicate performance"), "edit-copy", "Ctrl+D", TEXT("Copy the performance, with an ID of its own")},
    {"performance.duplicateDay", TEXT("Duplicate a &day…"), "", "", TEXT("Copy a day's performances, or those that are selected, to other dates and halls")},
    {"performance.paste", TEXT("Paste &rows…"), "edit-paste", "", TEXT("Make and change performances by rows of a spreadsheet")},
    {"performance.remove", TEXT("Remove performances"), "edit-delete", "", TEXT("Remove the performances that are selected")},
    {"performance.moveUp", TEXT("Move performances up"), "go-up", "Alt+Up", TEXT("Move the performances that are selected up by one")},
    {"performance.moveDown", TEXT("Move performances down"), "go-down", "Alt+Down", TEXT("Move the performances that are selected down by one")},
    {"performance.filter", TEXT("F&ilter performances"), "", "Ctrl+L", TEXT("Show only the performances in which some words stand")},
    {"performance.selectAll", TEXT("Select &all performances"), "", "Ctrl+Shift+A", TEXT("Select every performance that the table shows")},
    {"exchange.put", TEXT("&Send"), "document-send", "Ctrl+Return", TEXT("Send the document to the partner")},
    {"exchange.validate", TEXT("&Validate with the partner"), "dialog-ok-apply", "Ctrl+Shift+Return", TEXT("Let the partner check the document; nothing is changed there")},
    {"exchange.get", TEXT("&Get"), "download", "Ctrl+G", TEXT("Fetch what the partner has, as a document beside")},
    {"exchange.delete", TEXT("&Delete at the partner…"), "edit-delete", "", TEXT("Take it away at the partner")},
    {"exchange.getWindow", TEXT("Get this window"), "", "", TEXT("Fetch the selected window alone")},
    {"exchange.deleteWindow", TEXT("Delete this window at the partner…"), "", "", TEXT("Take the selected window away at the partner")},
    {"exchange.batch", TEXT("&Batch…"), "view-list-details", "Ctrl+B", TEXT("Send, validate, fetch or delete many documents as one run")},
    {"exchange.rows", TEXT("Rows into re&quests…"), "", "Ctrl+Shift+B", TEXT("Make a request of each row of a spreadsheet, with this document as the template")},
    {"exchange.probe", TEXT("&Probe the partner"), "", "", TEXT("Find out which rules the partner checks; nothing is changed there")},
    {"exchange.reconcile", TEXT("&Make the partner match…"), "", "Ctrl+Shift+M", TEXT("Compare what the partner has with the documents, and send what differs")},
    {"exchange.productions", TEXT("Pr&oductions (Atom Tickets)…"), "", "Ctrl+Shift+P", TEXT("Ask Atom Tickets for productions, by IDs, venue or name")},
    {"exchange.sandbox", TEXT("The s&andbox…"), "", "", TEXT("What the simulated partner was asked, and what goes wrong in it on purpose")},
    {"exchange.reload", TEXT("&Read environments again"), "view-refresh", "", TEXT("Read marquee.json again")},
    {"exchange.environments", TEXT("&Environments…"), "configure", "", TEXT("Where requests can go: addresses, keys and certificates")},
    {"callbacks.listen", TEXT("&Receive callbacks"), "", "", TEXT("Let the partner post here what became of messages, on this machine alone")},
    {"callbacks.copyAddress", TEXT("&Copy their address"), "edit-copy", "", TEXT("Copy the address at which callbacks are received")},
    {"callbacks.paste", TEXT("&Paste a callback"), "edit-paste", "", TEXT("Take what was copied as a partner's callback")},
    {"callbacks.open", TEXT("&Open a callback…"), "document-open", "", TEXT("Take a file as a partner's callback")},
    {"tools.inspect", TEXT("&Inspect this document"), "", "Ctrl+I", TEXT("Look at the document as a summary, a tree, a table and text")},
    {"tools.inspectFile", TEXT("Inspect a &file…"), "", "Ctrl+Shift+I", TEXT("Look at any JSON or XML file, however large, without changing it")},
    {"tools.ask", TEXT("&Ask what may be shown…"), "", "Ctrl+Shift+K", TEXT("What the avails allow on a day, in a territory, in a format and a language")},
    {"tools.compare", TEXT("&Compare…"), "", "", TEXT("What differs between two documents, files or answers")},
    {"tools.mask", TEXT("&Mask for support…"), "", "", TEXT("A copy in which titles, prices and contracts are replaced")},
    {"tools.palette", TEXT("Find &anything…"), "search", "Ctrl+K", TEXT("Find an action, a document, a field or a problem by its name")},
    {"help.rules", TEXT("&Rules"), "", "", TEXT("What is checked, and why")},
    {"help.shortcuts", TEXT("&Keys…"), "", "Ctrl+F1", TEXT("Which keys do what; change them, or print a sheet")},
    {"help.about", TEXT("&About Marquee"), "help-about", "", TEXT("Version and licence")},
};

#undef TEXT

struct Section
{
    const char *prefix; ///< of ids
    const char *name;
};
constexpr Section sections[] = {
    {"file.", QT_TRANSLATE_NOOP("actions", "File")},
    {"edit.", QT_TRANSLATE_NOOP("actions", "Edit")},
    {"view.", QT_TRANSLATE_NOOP("actions", "View")},
    {"document.", QT_TRANSLATE_NOOP("actions", "Document")},
    {"window.", QT_TRANSLATE_NOOP("actions", "Windows")},
    {"term.", QT_TRANSLATE_NOOP("actions", "Terms")},
    {"item.", QT_TRANSLATE_NOOP("actions", "Batch items")},
    {"message.", QT_TRANSLATE_NOOP("actions", "Messages")},
    {"performance.", QT_TRANSLATE_NOOP("actions", "Performances")},
    {"exchange.", QT_TRANSLATE_NOOP("actions", "Exchange")},
    {"callbacks.", QT_TRANSLATE_NOOP("actions", "Callbacks")},
    {"tools.", QT_TRANSLATE_NOOP("actions", "Tools")},
    {"help.", QT_TRANSLATE_NOOP("actions", "Help")},
};

/// Which kind of document an action is for; 0: any, or none.
int documentOf(const QAction &action)
{
    constexpr std::pair<QLatin1StringView, int> prefixes[] = {{"window."_L1, 1}, {"term."_L1, 1}, {"document.showTitle"_L1, 1}, {"document.showWindows"_L1, 1},
        {"document.showTimeline"_L1, 1}, {"item."_L1, 2}, {"performance."_L1, 3}, {"message."_L1, 3}};
    for (const auto &[prefix, document] : prefixes) {
        if (action.objectName().startsWith(prefix))
            return document;
    }
    return 0;
}

/// A document is an avail, a batch or a message: their actions are never on together.
bool mayBeOnTogether(const QAction &one, const QAction &other)
{
    return documentOf(one) == 0 || documentOf(other) == 0 || documentOf(one) == documentOf(other);
}

/// Keys that fields, tables and trees take for themselves.
constexpr Section fieldKeys[] = {
    {"Ctrl+C", QT_TRANSLATE_NOOP("actions", "copying")},
    {"Ctrl+V", QT_TRANSLATE_NOOP("actions", "pasting")},
    {"Ctrl+X", QT_TRANSLATE_NOOP("actions", "cutting")},
    {"Ctrl+A", QT_TRANSLATE_NOOP("actions", "selecting everything")},
    {"Ctrl+Del", QT_TRANSLATE_NOOP("actions", "making a field not set")},
    {"F1", QT_TRANSLATE_NOOP("actions", "a field's help")},
    {"F2", QT_TRANSLATE_NOOP("actions", "renaming")},
    {"F4", QT_TRANSLATE_NOOP("actions", "opening a list")},
};

} // namespace

ActionRegistry::ActionRegistry(QObject *parent)
    : QObject(parent)
{
    for (const Info &info : table) {
        auto *action = new QAction(QCoreApplication::translate("actions", info.text), this);
        action->setObjectName(QLatin1StringView(info.id));
        action->setStatusTip(QCoreApplication::translate("actions", info.tip));
        setShortcut(*action, QKeySequence(QLatin1StringView(info.shortcut), QKeySequence::PortableText));
        m_actions.push_back(action);
    }
    refreshIcons();
}

QAction *ActionRegistry::action(const char *id) const
{
    for (QAction *action : m_actions) {
        if (action->objectName() == QLatin1StringView(id))
            return action;
    }
    qFatal("There is no action %s.", id);
}

QString ActionRegistry::title(const QAction &action)
{
    QString title = action.text();
    return title.remove(u'&');
}

QString ActionRegistry::section(const QAction &action)
{
    for (const Section &section : sections) {
        if (action.objectName().startsWith(QLatin1StringView(section.prefix)))
            return QCoreApplication::translate("actions", section.name);
    }
    return {};
}

QKeySequence ActionRegistry::usualShortcut(const QAction &action) const
{
    for (const Info &info : table) {
        if (action.objectName() == QLatin1StringView(info.id))
            return QKeySequence(QLatin1StringView(info.shortcut), QKeySequence::PortableText);
    }
    return {};
}

void ActionRegistry::setShortcut(QAction &action, const QKeySequence &shortcut)
{
    action.setShortcut(shortcut);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    const QString tip = action.statusTip();
    action.setToolTip(keys.isEmpty() ? tip : QCoreApplication::translate("actions", "%1 (%2)").arg(tip, keys));
}

QAction *ActionRegistry::clashing(const QAction &action, const QKeySequence &shortcut) const
{
    if (shortcut.isEmpty())
        return nullptr;
    for (QAction *other : m_actions) {
        if (other == &action || other->shortcut().isEmpty() || !mayBeOnTogether(action, *other))
            continue;
        if (shortcut.matches(other->shortcut()) != QKeySequence::NoMatch || other->shortcut().matches(shortcut) != QKeySequence::NoMatch)
            return other;
    }
    return nullptr;
}

QString ActionRegistry::usedByFields(const QKeySequence &shortcut)
{
    if (shortcut.isEmpty())
        return {};
    const QKeyCombination first = shortcut[0];
    const auto modifiers = first.keyboardModifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    const bool isFunctionKey = first.key() >= Qt::Key_F1 && first.key() <= Qt::Key_F35;
    if (modifiers == Qt::NoModifier && !isFunctionKey)
        return QCoreApplication::translate("actions", "typing");
    for (const Section &key : fieldKeys) {
        const QKeySequence used(QLatin1StringView(key.prefix), QKeySequence::PortableText);
        if (used[0] == first)
            return QCoreApplication::translate("actions", key.name);
    }
    return {};
}

QHash<QString, QString> ActionRegistry::changedShortcuts() const
{
    QHash<QString, QString> changed;
    for (const QAction *action : m_actions) {
        if (action->shortcut() != usualShortcut(*action))
            changed.insert(action->objectName(), action->shortcut().toString(QKeySequence::PortableText));
    }
    return changed;
}

void ActionRegistry::restoreShortcuts(const QHash<QString, QString> &changed)
{
    for (QAction *action : m_actions) {
        const auto kept = changed.constFind(action->objectName());
        setShortcut(*action, kept == changed.constEnd() ? usualShortcut(*action) : QKeySequence(*kept, QKeySequence::PortableText));
    }
}

void ActionRegistry::refreshIcons()
{
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        if (*table[i].icon)
            m_actions[i]->setIcon(theme::icon(QLatin1StringView(table[i].icon)));
    }
}

} // namespace marquee::shell
