// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Inspection.h"
#include "inspector/Page.h"
#include "inspector/TreeModel.h"
#include "payload/Pointer.h"

class QLabel;
class QToolButton;

namespace marquee::inspector {

class Filter;
class PayloadTree;
class PlaceLine;

/// The page Tree: the payload, or what the filter picks of it, where the current row stands, and how far it is open.
class TreePage : public Page
{
    Q_OBJECT

public:
    explicit TreePage(QWidget *parent = nullptr);

    /// Another payload, or the same as it is read on. What was open stays open where it is still there.
    void setSnapshot(const Snapshot &snapshot, bool isBeginning);
    void setFilter(const Filter &filter);
    TreeModel *model() const { return m_model; }
    PayloadTree *tree() const { return m_tree; }
    /// Goes to a place. False where there is none, or the filter keeps it out.
    bool goTo(const payload::Path &path);
    payload::Path currentPath() const;
    bool hasCurrent() const;
    void setHasDocument(bool has) { m_hasDocument = has; } ///< rows offer to go to their fields

    void setFind(const QString &text, bool matchCase) override;
    void step(bool forwards) override;
    Hits hits() const override;
    void takeFocus() override;

public Q_SLOTS:
    void copyQuery();
    void copyPointer();
    void copyValue();

Q_SIGNALS:
    /// The user chose a row.
    void placeChosen(const marquee::payload::Path &path);
    void rawWanted(quint32 begin, quint32 end); ///< to be shown in the text
    void filterWanted(const QString &query); ///< only what stands at this place
    void fieldWanted(const marquee::payload::Path &path); ///< in the document that this is the payload of

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    void openLevels(int levels);
    void openMenu(const QPoint &at);
    void showCurrent();
    void showNote();
    void findAgain();
    void restore(const std::vector<payload::Path> &open, const payload::Path &current);
    std::vector<payload::Path> openPaths() const;
    void refreshLook();

    TreeModel *m_model;
    PayloadTree *m_tree;
    PlaceLine *m_place;
    QToolButton *m_open = nullptr;
    QToolButton *m_close = nullptr;
    QLabel *m_note = nullptr;
    bool m_isBeginning = false;
    bool m_hasDocument = false;
    bool m_isCut = false; ///< not all levels could be opened
    std::vector<payload::Path> m_roots; ///< the filter's
    std::size_t m_matches = 0; ///< all of the filter's

    QString m_find;
    bool m_matchCase = false;
    std::vector<std::uint32_t> m_hits; ///< offsets, in the order of the rows
    bool m_isSorted = true; ///< the hits are in the order of the text
    std::size_t m_hit = 0; ///< the current one, from 1; 0: none
    Worker m_finder;
};

} // namespace marquee::inspector
