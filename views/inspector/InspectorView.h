// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Digest.h"
#include "inspector/Filter.h"
#include "inspector/Inspection.h"
#include "inspector/Pretty.h"
#include "payload/Pointer.h"

#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <array>

class QStackedWidget;
class QTabBar;

namespace marquee::preview {
class FindBar;
}

namespace marquee::inspector {

class BytesPage;
class FilterLine;
class Head;
class Page;
class PairsPage;
class Standing;
class SummaryPage;
class TablePage;
class TreePage;

/// Shows a reply, or any JSON or XML file, on seven pages. One find and one filter serve all of them, and stay while
/// pages are switched. What the user wants done with it comes as signals; nothing here opens a file or a socket.
class InspectorView : public QWidget
{
    Q_OBJECT

public:
    enum class PageId
    {
        Summary,
        Tree,
        Table,
        Pretty,
        Raw,
        Headers,
        Timing
    };
    static constexpr int PageCount = 7;

    explicit InspectorView(const rules::Rulebook &book, QWidget *parent = nullptr);
    ~InspectorView() override;

    /// Shows it from now on, and follows it as it is read. Null: nothing. It may go whenever it likes.
    void inspect(Inspection *inspection);
    Inspection *inspection() const { return m_inspection; }

    PageId page() const;
    void showPage(PageId page); ///< kept from now on, whatever is inspected
    /// Goes to a place in the tree; takes the filter away where that keeps it out. False where there is no such place.
    bool goTo(const payload::Pointer &place);
    /// The payload belongs to a document that is open: its rows offer to go to their fields (placeWanted).
    void setHasDocument(bool has);
    QString filterQuery() const { return m_filter.query(); }
    void setSeverities(const rules::Severities &severities) { m_digest.setSeverities(severities); } ///< as Digest's
    void setFilterQuery(const QString &query); ///< empty: everything is shown

public Q_SLOTS:
    void openFind();
    void findNext();
    void findPrevious();
    void focusFilter();
    void copyPath(); ///< of the tree's current row, as the filter takes it
    void save(); ///< saveWanted, where there are bytes

Q_SIGNALS:
    void saveWanted(const QByteArray &bytes, const QString &suggestedName);
    void compareWanted();
    void askWanted();
    void maskWanted();
    void openAsDocumentWanted();
    void timelineWanted();
    void openLinkWanted(const QUrl &url); ///< http or https
    void placeWanted(const marquee::payload::Pointer &place); ///< in the document that it belongs to

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makePages(const rules::Rulebook &book);
    void connectPages();
    void connectFind();
    void refresh(); ///< the inspection has come on
    void showHead();
    void showRaw();
    void showRawBanner();
    void showSide(); ///< headers and times
    void showFilter();
    void showPretty();
    void showPageOrStanding();
    bool saysStanding(); ///< why the page in front has nothing to show; false where it has
    void standingPressed();
    void pageChosen();
    void choosePage();
    void closeFind();
    void applyFind();
    void makeFindable(); ///< pages that are made only when somebody looks are made to be looked through
    void step(bool forwards);
    void showHits();
    void showMistake();
    void copyAll();
    Page *pageAt(int number) const;
    QString suggestedName() const;

    QPointer<Inspection> m_inspection;
    Filter m_filter;
    Digest m_digest;
    Pretty m_pretty;
    bool m_isPageChosen = false; ///< by the user
    bool m_isChoosing = false; ///< by this, meanwhile
    bool m_hasDocument = false;
    const payload::Document *m_shownDocument = nullptr; ///< what the pages show; to tell another from the same
    bool m_hasShownText = false;

    Head *m_head;
    QTabBar *m_tabs;
    FilterLine *m_filterLine;
    preview::FindBar *m_findBar;
    QStackedWidget *m_stack;
    Standing *m_standing;
    SummaryPage *m_summary = nullptr;
    TreePage *m_tree = nullptr;
    TablePage *m_table = nullptr;
    BytesPage *m_prettyPage = nullptr;
    BytesPage *m_raw = nullptr;
    PairsPage *m_headers = nullptr;
    PairsPage *m_timing = nullptr;
    std::array<Page *, PageCount> m_pages{};
    QTimer m_hitsTimer; ///< counts come often: they are shown some of the time
    QTimer m_patience; ///< nothing is said of what takes but a moment
};

} // namespace marquee::inspector
