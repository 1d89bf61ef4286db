// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/RowSource.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace marquee::payload {
class Document;
}

namespace marquee::exchange {

/// A template and rows for the window: reads the rows, matches their headings to fields, and looks at every row, all of
/// that off the window's thread. What is changed meanwhile takes the place of what is going on. Everything is called,
/// and told, on the desk's own thread.
class RowsDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostProblems = 20000; ///< that many are kept; all of them are counted

    explicit RowsDesk(rules::Rulebook rulebook, QObject *parent = nullptr);
    ~RowsDesk() override; ///< waits for the row that is being looked at

    /// One avail. Where it isn't, templateProblem() says so. Rows that are there already are matched anew.
    void setTemplate(const QByteArray &text);
    /// CSV, TSV or what was pasted. Where the headings stay the same, so does what was matched by hand.
    void setRows(const QByteArray &text);
    /// Says what a column fills: an index into mapping().places, or RowMapping's special values. A column that filled
    /// the same doesn't any more.
    void setTarget(int column, int target);

    void check(); ///< looks at all rows, from the beginning; done by itself after every change
    void stop(); ///< looks at no more rows

    bool isReady() const { return m_document && m_table; } ///< template and rows are there
    bool isReading() const { return m_isReading; }
    bool isChecking() const { return m_isChecking; }
    bool hasTemplate() const { return m_document != nullptr; }
    const QString &templateProblem() const { return m_templateProblem; } ///< empty: nothing is wrong
    const QString &rowsProblem() const { return m_rowsProblem; } ///< the same

    const RowTable &table() const { return *m_table; } ///< isReady() only
    const RowMapping &mapping() const { return m_mapping; } ///< isReady() only
    QStringList unmatched() const; ///< headings of columns that aren't used

    int checked() const { return m_checked; } ///< rows looked at
    const std::vector<CellProblem> &problems() const { return m_problems; } ///< by row
    std::span<const CellProblem> problemsOf(int row) const;
    int problemCount() const { return m_problemCount; }
    int badRows() const { return m_badRows; } ///< with a problem
    int refusedRows() const { return m_refusedRows; } ///< with an error: they aren't sent

    /// Makes a batch document (requestItems) of all rows, in canonical layout, and calls `made` once, later; not where
    /// the template, the rows or the mapping change before that. Invalid, with the row, where a cell can't be what its
    /// field holds, or the template isn't one window. `licensor`: where the template names none.
    using Made = std::function<void(const Expected<QByteArray> &)>;
    void makeBatch(const QString &licensor, Made made);

Q_SIGNALS:
    void sheetReset(); ///< template, rows or headings are others
    void mappingChanged();
    void problemsReset();
    void problemsFound(int first, int count); ///< at the end of problems()
    void progressed(); ///< counts, and what goes on

private:
    struct Found;

    void rematch();
    void take(int number, const Found &found);

    rules::Rulebook m_rulebook;
    QThreadPool m_pool;
    std::shared_ptr<std::atomic_int> m_wanted = std::make_shared<std::atomic_int>(0); ///< the check that is wanted
    int m_readings = 0; ///< the reading that is wanted
    int m_sheet = 0; ///< counts changes of what a batch document is made of
    bool m_isReading = false;
    bool m_isChecking = false;
    QByteArray m_template;
    std::unique_ptr<payload::Document> m_document;
    std::optional<RowTable> m_table;
    RowMapping m_mapping;
    QStringList m_matched; ///< the headings that m_mapping is for
    QString m_templateProblem;
    QString m_rowsProblem;
    std::vector<CellProblem> m_problems;
    int m_checked = 0;
    int m_problemCount = 0;
    int m_badRows = 0;
    int m_refusedRows = 0;
};

/// A batch document of all rows; see RowsDesk::makeBatch. `goesOn` is asked now and then; false ends it early. Any
/// thread.
Expected<QByteArray> batchFromRows(
    const RowMaker &maker, const QString &licensor, const std::function<bool()> &goesOn = {});

} // namespace marquee::exchange
