// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Frame.h"

#include <QObject>

#include <vector>

class QDialog;

namespace marquee::avail {
class WindowsPage;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class DocumentTabs;

/// What is done to many windows of the avail in front at once, each as one step: dates, spreading, joining, and rows that go to a
/// spreadsheet and come back.
class BulkLink : public QObject
{
    Q_OBJECT

public:
    BulkLink(const Frame &frame, DocumentTabs &tabs, QObject *parent);

    /// The actions as the current document lets them be.
    void updateActions();

private:
    workspace::OpenDocument *document() const; ///< null where there is no avail in front
    std::vector<std::uint32_t> rows() const; ///< that are selected; ascending
    /// Asks, and does what was asked for.
    template <typename Dialog, typename... Arguments>
    void ask(Arguments... arguments);
    template <typename What>
    void on(const char *action, What what);
    void join();
    void copyRows();
    void copyTerms();
    void pasteRows();

    const Frame m_frame;
    DocumentTabs &m_tabs;
};

} // namespace marquee::shell
