// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/FindInFiles.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedLayout;

namespace marquee::theme {
class ElidedLabel;
class RowTree;
}

namespace marquee::search {

class FindModel;

/// Find in all documents: what to look for, and what was found, by document. A page of the dock below.
class FindPanel : public QWidget
{
    Q_OBJECT

public:
    /// `find` has to outlive the panel.
    explicit FindPanel(workspace::FindInFiles &find, QWidget *parent = nullptr);

    /// To the field; with a text, that is put there, and with none what stands there is selected.
    void focusField(const QString &text = {});
    int hitCount() const; ///< for the dock's tab
    /// Another folder: what was found in the one before goes.
    void clear();

    /// Steps through the hits, round the end, and asks for each.
    void goNext();
    void goPrevious();
    bool canStep() const;

Q_SIGNALS:
    /// To be shown: the document is `document.document` while that is open, else the file at `document.path`. The
    /// pointer of the hit is that of its field; where the text isn't a payload only its offset counts.
    void placeWanted(const marquee::workspace::FoundDocument &document, const marquee::workspace::FindHit &hit);
    void countChanged(); ///< hitCount and canStep

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeEmpty();
    QPushButton *makeOption(const QString &name, const QString &text, const QString &help);
    void connectFind();
    workspace::FindQuery typed() const;
    void begin();
    void beginOrCancel();
    void go(const QModelIndex &index);
    void step(bool forward);
    void updateWords();
    QString stateWords() const;
    QString emptyWords() const;
    void applyFonts();

    workspace::FindInFiles &m_find;
    FindModel *m_model;
    QLineEdit *m_field = nullptr;
    QPushButton *m_case = nullptr;
    QPushButton *m_words = nullptr;
    QPushButton *m_start = nullptr;
    theme::ElidedLabel *m_state = nullptr;
    QProgressBar *m_progress = nullptr;
    theme::RowTree *m_tree = nullptr;
    QLabel *m_empty = nullptr;
    QStackedLayout *m_pages = nullptr;
    bool m_wasStarted = false;
};

} // namespace marquee::search
