// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "avail/WindowsPage.h"
#include "editor/FieldEditor.h"
#include "payload/Pointer.h"

#include <QTabWidget>

namespace marquee::avail {
class AvailView;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class TextPane;

/// A tab for each open document, with its name, whether it changed, and how many problems it has.
class DocumentTabs : public QTabWidget
{
    Q_OBJECT

public:
    DocumentTabs(editor::Lookup lookup, const avail::WindowActions &actions, QWidget *parent = nullptr);

    void add(workspace::OpenDocument *document); ///< and shows it
    void remove(workspace::OpenDocument *document);
    void show(workspace::OpenDocument *document);

    workspace::OpenDocument *current() const; ///< null where none is open
    avail::AvailView *currentAvail() const; ///< null where the current document has no form
    TextPane *currentText() const;
    void focusField(const payload::Pointer &field);

Q_SIGNALS:
    void currentDocumentChanged(marquee::workspace::OpenDocument *document);
    void closeWanted(marquee::workspace::OpenDocument *document);
    void fieldFocused(const marquee::payload::Pointer &pointer);
    void refused(const QString &why);
    void repairWanted(marquee::workspace::OpenDocument *document);

private:
    int indexOfDocument(const workspace::OpenDocument *document) const;
    workspace::OpenDocument *documentAt(int index) const;
    void showState(workspace::OpenDocument *document);
    void addCloseButton(int index, workspace::OpenDocument *document);

    editor::Lookup m_lookup;
    avail::WindowActions m_actions;
};

} // namespace marquee::shell
