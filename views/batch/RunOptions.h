// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchRun.h"

#include <QColor>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace marquee::batch {

/// Where a run goes.
struct RunPlace
{
    exchange::Environment environment;
    QString title; ///< as it is called on screen
    QColor colour;
};

/// What a run does with its items, how, and where: the part that every dialog for a new run has. It makes its widgets
/// for the dialog, which puts them where they belong.
class RunOptions : public QObject
{
    Q_OBJECT

public:
    RunOptions(RunPlace place, QWidget *dialog);

    void addTo(QFormLayout *form); ///< a row for each
    QLayout *makeLines(); ///< the same in two lines; a dry run is the dialog's own button then
    /// Of a protected environment: what to type, and where. Shown only where it is needed.
    QWidget *makeTypeIt();

    exchange::BatchOptions options() const;
    const RunPlace &place() const { return m_place; }
    /// The protected environment's name was typed, or nothing is changed there.
    bool isConfirmed() const;
    /// What the button says that begins it: "Send 500".
    QString beginWords(int items) const;

Q_SIGNALS:
    void changed();

private:
    void makeWidgets();
    QWidget *makeEnvironment();
    QLayout *makeWay();
    bool asksName() const;
    void refresh();

    RunPlace m_place;
    QWidget *m_dialog;
    QComboBox *m_operation = nullptr;
    QComboBox *m_way = nullptr;
    QSpinBox *m_chunk = nullptr;
    QSpinBox *m_jobs = nullptr;
    QCheckBox *m_stopOnError = nullptr;
    QCheckBox *m_dryRun = nullptr; ///< null where that is another's
    QWidget *m_typeIt = nullptr;
    QLineEdit *m_name = nullptr; ///< of a protected environment, typed
};

} // namespace marquee::batch
