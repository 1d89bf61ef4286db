// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Worker.h"
#include "payload/Pointer.h"
#include "rules/Validator.h"

#include <QFrame>

#include <memory>

class QLabel;

namespace marquee::timeline {
class TimelineView;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::inspector {

/// The windows of an avail that is inspected, as bars in time: a card of the summary. Read anew on another thread, because the
/// timeline wants a document of its own; nothing of it can be moved.
class WindowsStrip : public QFrame
{
    Q_OBJECT

public:
    /// Larger avails are shown by the editor's own timeline.
    static constexpr qsizetype Largest = 4 * 1024 * 1024;

    WindowsStrip(const rules::Rulebook &book, const QByteArray &avail, QWidget *parent = nullptr);
    ~WindowsStrip() override;

Q_SIGNALS:
    void placeWanted(const marquee::payload::Pointer &place);

private:
    void take(const std::shared_ptr<workspace::OpenDocument> &document);
    void refreshFonts();

    QLabel *m_heading;
    timeline::TimelineView *m_view;
    std::shared_ptr<workspace::OpenDocument> m_document;
    Worker m_worker;
};

} // namespace marquee::inspector
