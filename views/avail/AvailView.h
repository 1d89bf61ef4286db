// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "avail/WindowsPage.h"
#include "editor/FieldEditor.h"
#include "payload/Pointer.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QTabWidget;

namespace marquee::theme {
class ElidedLabel;
}
namespace marquee::text {
class TextPage;
class WaitingCover;
}
namespace marquee::timeline {
class TimelinePage;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::avail {

class TitleForm;

/// An avail in the editor: what it is called and how it stands, and the pages Title, Windows, Timeline and Text.
class AvailView : public QWidget
{
    Q_OBJECT

public:
    enum class Page { Title, Windows, Timeline, Text };

    AvailView(workspace::OpenDocument *document, const editor::Lookup &lookup, const WindowActions &actions, QWidget *parent = nullptr);

    workspace::OpenDocument *document() const { return m_document; }
    WindowsPage *windows() const { return m_windows; }
    void showPage(Page page);
    Page page() const;

    /// Puts the cursor into the field that a place belongs to, on whatever page it is.
    void focusField(const payload::Pointer &field);
    /// The same without the cursor: the field is marked.
    void markField(const payload::Pointer &field);
    void find();
    text::TextPage *text() const { return m_text; }

Q_SIGNALS:
    void fieldFocused(const marquee::payload::Pointer &pointer);
    void refused(const QString &why);
    /// See text::TextPage.
    void repairWanted();
    void textLeft();
    /// A picture of the timeline is to be saved: "png" or "svg".
    void exportWanted(const QByteArray &bytes, const QString &suffix);

private:
    void connectTimeline();
    void connectText();
    void showTimelineOf(int window);
    void showHeading();
    QWidget *makeHeading();

    QPointer<workspace::OpenDocument> m_document;
    theme::ElidedLabel *m_title;
    theme::ElidedLabel *m_subtitle;
    QLabel *m_errors;
    QLabel *m_warnings;
    QTabWidget *m_pages;
    TitleForm *m_titleForm;
    WindowsPage *m_windows;
    timeline::TimelinePage *m_timeline;
    text::TextPage *m_text;
    text::WaitingCover *m_cover;
};

} // namespace marquee::avail
