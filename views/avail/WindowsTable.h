// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Vocabularies.h"

#include <QList>
#include <QTableView>

#include <memory>

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::avail {

class WindowsModel;
class WindowsOrder;

/// The table of an avail's windows. Windows are told by their places in the payload, whatever order the table shows them in.
class WindowsTable : public QTableView
{
    Q_OBJECT

public:
    explicit WindowsTable(std::shared_ptr<const catalog::Vocabularies> vocabularies, QWidget *parent = nullptr);

    void setDocument(workspace::OpenDocument *document);
    int windowCount() const; ///< of the document
    int shownCount() const; ///< in which the words stand

    int currentWindow() const; ///< -1: none
    QList<int> selectedWindows() const; ///< ascending
    bool hasSelection() const;
    /// These and no others; the first becomes current, where the current one isn't among them.
    void selectWindows(const QList<int> &windows);
    void selectAlone(int window);

    void setWords(const QString &text);
    bool shows(int window) const;
    /// All windows in the payload's order: they can be put in another one.
    bool isPlain() const;
    void sortAsPayload();

Q_SIGNALS:
    void chosen(); ///< another current window, or others are selected
    void countsChanged(); ///< windows came or went, or others are shown
    /// Windows were dropped in front of another (or at the end).
    void moveWanted(const QList<int> &windows, int before);

private:
    void layOut();
    int windowAt(const QModelIndex &index) const;

    WindowsModel *m_model;
    WindowsOrder *m_order;
};

} // namespace marquee::avail
