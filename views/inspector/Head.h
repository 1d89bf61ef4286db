// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Inspection.h"
#include "rules/Kind.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace marquee::theme {
class ElidedLabel;
}

namespace marquee::inspector {

/// What is inspected: title, kind, how it was answered, size and where it came from; and what can be done with it.
class Head : public QWidget
{
    Q_OBJECT

public:
    explicit Head(QWidget *parent = nullptr);

    /// `title` and `counts` are the summary's, where there is one; empty where there isn't yet.
    void showInspection(const Inspection *inspection, const QString &title, const QString &counts);

Q_SIGNALS:
    void saveWanted();
    void compareWanted();
    void askWanted();
    void maskWanted();
    void openWanted(); ///< as a document of its own
    void copyAllWanted();
    void copyPathWanted();

private:
    QPushButton *addButton(const QString &name, const QString &text, const QString &tip);
    QAction *addToMore(const QString &name, const QString &text);
    void showChips(const Inspection *inspection);
    void refreshLook();

    theme::ElidedLabel *m_title;
    theme::ElidedLabel *m_facts;
    QLabel *m_kind;
    QLabel *m_status;
    QPushButton *m_save = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_ask = nullptr;
    QPushButton *m_more = nullptr;
    QAction *m_mask = nullptr;
    QAction *m_open = nullptr;
    QAction *m_path = nullptr;
    QAction *m_all = nullptr;
};

} // namespace marquee::inspector
