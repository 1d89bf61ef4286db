// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/Sandbox.h"

#include <QDialog>

class QLabel;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace marquee::sandbox {

class FaultsCard;
class ListeningCard;
class RequestsModel;

/// The page of the simulated partners: where they listen, what goes wrong in them on purpose, and what they were asked. Made
/// to stay open beside the window. What is set holds from the next request on, and stays when the page is closed.
class SandboxDialog : public QDialog
{
    Q_OBJECT

public:
    /// The sandbox has to outlive the page.
    explicit SandboxDialog(Sandbox &sandbox, QWidget *parent = nullptr);

Q_SIGNALS:
    /// So many faults are on now; 0: everything goes as it should. The window says so wherever the sandbox is the
    /// environment.
    void faultsChanged(int on);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBanner();
    QScrollArea *makeSettings();
    QWidget *makeRequests();
    void takeFaults();
    void showFaults(int on);
    void fetch();
    void dress();
    void arrange();

    Sandbox &m_sandbox;
    QWidget *m_banner = nullptr;
    QLabel *m_bannerIcon = nullptr;
    QLabel *m_bannerText = nullptr;
    QSplitter *m_halves;
    QScrollArea *m_settings = nullptr;
    ListeningCard *m_listening = nullptr;
    FaultsCard *m_faults = nullptr;
    QLabel *m_heading = nullptr;
    RequestsModel *m_model;
    QTableView *m_table = nullptr;
    QStackedWidget *m_pages = nullptr;
};

} // namespace marquee::sandbox
