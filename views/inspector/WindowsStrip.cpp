// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/WindowsStrip.h"

#include "shell/theme/Theme.h"
#include "timeline/TimelineView.h"
#include "workspace/OpenDocument.h"

#include <QLabel>
#include <QThread>
#include <QVBoxLayout>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using theme::scaled;
using workspace::OpenDocument;

namespace {

constexpr int Height = 208;

} // namespace

WindowsStrip::WindowsStrip(const rules::Rulebook &book, const QByteArray &avail, QWidget *parent)
    : QFrame(parent)
    , m_heading(new QLabel(tr("Windows in time"), this))
    , m_view(new timeline::TimelineView(this))
{
    setObjectName(u"inspectorWindows"_s);
    setProperty("card", true);
    setAccessibleName(m_heading->text());
    m_view->setObjectName(u"inspectorTimelineView"_s);
    m_view->setAccessibleName(tr("The windows on a timeline"));
    m_view->setReadOnly(true);
    m_view->setFixedHeight(scaled(Height));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12));
    column->setSpacing(scaled(8));
    column->addWidget(m_heading);
    column->addWidget(m_view);
    connect(m_view, &timeline::TimelineView::windowActivated, this, [this](int window) {
        Q_EMIT placeWanted(payload::Pointer().child("avail").child("Transaction").child(static_cast<std::uint32_t>(window)));
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &WindowsStrip::refreshFonts);
    refreshFonts();
    m_worker.start([this, book, avail, home = thread()](Worker::Stop) -> Worker::Then {
        const std::shared_ptr<OpenDocument> document = OpenDocument::read(book, avail, OpenDocument::Origin::Reply);
        document->moveToThread(home);
        return [this, document] { take(document); };
    });
}

WindowsStrip::~WindowsStrip()
{
    m_view->setDocument(nullptr);
}

void WindowsStrip::take(const std::shared_ptr<OpenDocument> &document)
{
    m_document = document;
    m_view->setDocument(m_document.get());
}

void WindowsStrip::refreshFonts()
{
    m_heading->setFont(theme::headingFont());
    m_view->setFixedHeight(scaled(Height));
}

} // namespace marquee::inspector
