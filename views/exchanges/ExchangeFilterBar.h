// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/JournalReader.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace marquee::theme {
class ElidedLabel;
}

namespace marquee::exchanges {

/// The row above the exchanges: from where, which ones, and what can be done with several of them. Two rows where one
/// has no room.
class ExchangeFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit ExchangeFilterBar(QWidget *parent = nullptr);

    void offerJournal(); ///< from now on one can choose it, and export
    bool isJournal() const;
    void chooseSession(); ///< as if the user did
    exchange::JournalFilter filter() const;
    bool isFiltering() const;
    void clear(); ///< everything is let through again
    void setEnvironments(const QStringList &names); ///< that one can choose among
    void setLooking(bool looking); ///< the journal is searched
    void setSelected(int count, int shown);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sourceChosen();
    void filterChanged();
    void compareWanted();
    void exportSelectedWanted();
    void exportAllWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeSearch();
    QWidget *makeChoices();
    QPushButton *makeSource(const QString &name, const QString &text);
    QComboBox *makeChoice(const QString &name, const QString &title, const QString &any);
    QWidget *makeButtons();
    void arrange();
    void applyFonts();

    QGridLayout *m_layout = nullptr;
    QWidget *m_left = nullptr;
    QWidget *m_choices = nullptr;
    QWidget *m_buttons = nullptr;
    bool m_isOneRow = false;
    QWidget *m_sources = nullptr;
    QPushButton *m_session = nullptr;
    QPushButton *m_all = nullptr;
    QLineEdit *m_search = nullptr;
    QComboBox *m_environment = nullptr;
    QComboBox *m_operation = nullptr;
    QComboBox *m_outcome = nullptr;
    theme::ElidedLabel *m_note = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_export = nullptr;
    QAction *m_exportSelected = nullptr;
    QAction *m_exportAll = nullptr;
};

} // namespace marquee::exchanges
