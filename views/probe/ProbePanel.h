// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ProbeDesk.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace marquee::probe {

class ProbeModel;

/// What the dock's page "Probe" shows: which rules the partner really checks, and what one can do about it.
class ProbePanel : public QWidget
{
    Q_OBJECT

public:
    /// The desk has to outlive what is done with the panel; once the desk is gone the panel may only be deleted.
    ProbePanel(exchange::ProbeDesk &desk, std::shared_ptr<const rules::RuleSet> rules, QWidget *parent = nullptr);

    /// What a new probe would begin with, for the words on the page: the document in front and the environment, as they
    /// are called on screen. No document: none is open that could be probed.
    void setStage(const QString &document, const QString &environment);

Q_SIGNALS:
    void probeWanted(); ///< ProbeDesk::start with the document in front
    void exportWanted(const QByteArray &report, const QString &ending); ///< "csv" or "json"
    void explainWanted(const QString &ruleId);
    void openVariantWanted(const QByteArray &text, const QString &name);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeTable();
    QWidget *makeEmpty();
    QPushButton *button(QWidget *bar, const char *name, const QString &text, const QString &tip);
    void exportAs(exchange::ProbeFormat format);
    void openVariant(const QModelIndex &index);
    void showMenu(const QPoint &at);
    void refresh();
    QString aboutWords() const;
    QString progressWords() const;
    void applyFonts();
    void fitColumns();

    exchange::ProbeDesk &m_desk;
    ProbeModel *m_model;
    QString m_document;
    QString m_environment;
    QString m_probed; ///< the environment of the probe that is shown, as it is called on screen
    QLabel *m_headline = nullptr;
    QLabel *m_about = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_leftOut = nullptr;
    QLabel *m_none = nullptr; ///< instead of rows
    QLabel *m_emptyWords = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_only = nullptr; ///< disagreements alone
    QPushButton *m_begin = nullptr;
    QPushButton *m_firstBegin = nullptr; ///< on the empty page
    QPushButton *m_stop = nullptr;
    QPushButton *m_variant = nullptr;
    QPushButton *m_export = nullptr;
    QTableView *m_table = nullptr;
    QStackedLayout *m_pages = nullptr;
};

} // namespace marquee::probe
