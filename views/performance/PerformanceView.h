// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "performance/PerformancesPage.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QTabWidget;

namespace marquee::text {
class TextPage;
class WaitingCover;
}
namespace marquee::theme {
class ElidedLabel;
}

namespace marquee::performance {

class DayPage;
class MessageForm;
class SizeMeter;

/// A message with performances in the editor: what it is called and how it stands, what it says of itself, and the
/// pages Performances, Day and Text.
class PerformanceView : public QWidget
{
    Q_OBJECT

public:
    enum class Page
    {
        Performances,
        Day,
        Text
    };
    /// How what was sent turned out, for the colour of its badge.
    enum class Standing
    {
        None,
        Hint,
        Good,
        Warning,
        Error
    };

    /// `sources`: see there; what they call has to outlive the view.
    PerformanceView(workspace::OpenDocument *document, const editor::Lookup &lookup,
        const PerformanceActions &actions = {}, const PerformanceSources &sources = {}, QWidget *parent = nullptr);

    workspace::OpenDocument *document() const { return m_document; }
    PerformancesPage *performances() const { return m_performances; }
    DayPage *day() const { return m_day; }
    text::TextPage *text() const { return m_text; }
    void showPage(Page page);
    Page page() const;

    /// What the message's journey has come to: "Queued", "3 of 12 failed". Empty: nothing is shown.
    void setState(const QString &text, Standing standing, const QString &help = {});
    /// How long a performance keeps its hall, for the day and for telling overlaps, in minutes.
    void setMinutes(int minutes);

    /// Puts the cursor into the field that a place belongs to, on whatever page it is.
    void focusField(const payload::Pointer &field);
    /// The same without the cursor: the field is marked.
    void markField(const payload::Pointer &field);
    void find();

Q_SIGNALS:
    void fieldFocused(const marquee::payload::Pointer &pointer);
    void refused(const QString &why);
    /// The user said how long a performance takes; to be kept with the settings.
    void minutesChanged(int minutes);
    /// See text::TextPage.
    void repairWanted();
    void textLeft();

private:
    QWidget *makeHeading();
    void connectPages(const PerformanceSources &sources);
    void connectText();
    void showHeading();
    void showBadges();
    QString subtitle() const;

    QPointer<workspace::OpenDocument> m_document;
    theme::ElidedLabel *m_title;
    theme::ElidedLabel *m_subtitle;
    QLabel *m_state;
    QLabel *m_errors;
    QLabel *m_warnings;
    SizeMeter *m_size;
    MessageForm *m_message;
    QTabWidget *m_pages;
    PerformancesPage *m_performances;
    DayPage *m_day;
    text::TextPage *m_text;
    text::WaitingCover *m_cover;
};

} // namespace marquee::performance
