// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/Layout.h"

#include <QList>
#include <QPointer>
#include <QWidget>

class QComboBox;
class QToolButton;

namespace marquee::theme {
class ElidedLabel;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::timeline {

class TimelineView;

/// The page Timeline of an avail: a tool bar, the bars, and a line that says what has the focus.
class TimelinePage : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePage(QWidget *parent = nullptr);

    /// Null for none.
    void setDocument(workspace::OpenDocument *document);
    TimelineView *view() const { return m_view; }
    /// Selects these windows and no others; tells nobody.
    void selectWindows(const QList<int> &windows);
    void setGrouping(Grouping grouping);

Q_SIGNALS:
    /// The user selected others.
    void windowsSelected(const QList<int> &windows);
    /// The form of this window is wanted.
    void windowActivated(int window);
    /// A picture was made, to be saved under a name with that suffix: "png" or "svg".
    void exportWanted(const QByteArray &bytes, const QString &suffix);
    /// Something couldn't be done.
    void refused(const QString &why);

private:
    QToolButton *addButton(const QString &name, const QString &text, const QString &icon, const QString &tip);
    QToolButton *makeExport();
    void exportAs(const QString &suffix);
    void documentChanged();
    void refreshIcons();

    QPointer<workspace::OpenDocument> m_document;
    TimelineView *m_view;
    QComboBox *m_grouping;
    theme::ElidedLabel *m_note;
    QList<QToolButton *> m_buttons;
};

} // namespace marquee::timeline
