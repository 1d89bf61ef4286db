// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/ChangesBar.h"
#include "changes/Comparer.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::changes {

class ChangesFilter;
class ChangesModel;
class ChangesTable;

/// What the Changes dock shows: in what the document differs from its saved file, from the last answer, or from a file,
/// by meaning. Reading and comparing are done on another thread, a moment after the last edit, and only while it is
/// seen.
class ChangesPanel : public QWidget
{
    Q_OBJECT

public:
    /// `reader` is called on another thread.
    ChangesPanel(rules::Rulebook book, FileReader reader, QWidget *parent = nullptr);

    void setDocument(workspace::OpenDocument *document); ///< null: none is shown
    /// What the partner answered last about the document that is shown; `name` says what that was ("Get, 12:04").
    /// Empty: nothing. Forgotten when another document is shown.
    void setLastReply(const QByteArray &body, const QString &name = {});
    /// The file that the user chose; compares with it.
    void setFile(const QString &path);
    void compareWith(Other other);
    /// The other side is read again: the file changed outside.
    void reload();
    const ChangesModel &model() const { return *m_model; }
    int count() const; ///< of differences, for the dock's title
    void focusFirst();

Q_SIGNALS:
    /// The user wants to choose a file to compare with; setFile answers.
    void fileWanted();
    /// The user wants to see the field of a difference in the document. A place that isn't there is where it would
    /// stand.
    void activated(const marquee::payload::Pointer &field);
    void countChanged(int count);
    /// A difference couldn't be put back.
    void failed(const marquee::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeEmpty();
    void chooseOther();
    void restart(); ///< another document or other side
    void later(); ///< the document was edited
    void compareNow();
    void stateChanged();
    void present();
    void updateWords();
    void updatePutBack();
    QString obstacle() const; ///< why nothing can be compared, with the next step; empty where it can
    QString emptyWords() const;
    std::optional<Source> source() const;
    const Difference *differenceAt(const QModelIndex &index) const;
    void go(const QModelIndex &index);
    void putBack(const QModelIndex &index);
    void showMenu(const QModelIndex &index, const QPoint &global);
    void applyFonts();

    Comparer *m_comparer;
    ChangesModel *m_model;
    ChangesFilter *m_filter;
    ChangesBar *m_bar = nullptr;
    ChangesTable *m_table = nullptr;
    QLabel *m_more = nullptr;
    QLabel *m_emptyWords = nullptr;
    QPushButton *m_step = nullptr; ///< the empty page's next step
    QStackedLayout *m_pages = nullptr;

    QPointer<workspace::OpenDocument> m_document;
    QString m_path; ///< the document's, as it was last looked at
    bool m_wasModified = false;
    QByteArray m_reply;
    QString m_replyName;
    QString m_file;
    QTimer m_later;
    bool m_isStale = true; ///< the other side has to be set again before the next comparison
    bool m_hasResult = false;
};

} // namespace marquee::changes
