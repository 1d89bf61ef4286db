// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/TimelinePage.h"

#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "timeline/BarWords.h"
#include "timeline/Move.h"
#include "timeline/TimelineView.h"
#include "workspace/OpenDocument.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace marquee::timeline {

using namespace Qt::StringLiterals;

TimelinePage::TimelinePage(QWidget *parent)
    : QWidget(parent)
    , m_view(new TimelineView(this))
    , m_grouping(new QComboBox(this))
    , m_note(new theme::ElidedLabel(this))
{
    setObjectName(u"timelinePage"_s);
    const int gap = theme::scaled(16);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, theme::scaled(8), gap, theme::scaled(8));
    layout->setSpacing(theme::scaled(8));

    m_grouping->setObjectName(u"timelineGrouping"_s);
    m_grouping->setAccessibleName(tr("Group by"));
    for (const Grouping grouping : allGroupings)
        m_grouping->addItem(groupingInWords(grouping), static_cast<int>(grouping));
    auto *label = new QLabel(tr("&Group by"), this);
    label->setProperty("role", u"label"_s);
    label->setBuddy(m_grouping);

    auto *bar = new QHBoxLayout;
    bar->setSpacing(theme::scaled(4));
    bar->addWidget(label);
    bar->addSpacing(theme::scaled(4));
    bar->addWidget(m_grouping);
    bar->addSpacing(theme::scaled(12));
    QToolButton *in = addButton(u"timelineZoomIn"_s, u"+"_s, u"list-add"_s, tr("Zoom in (+, or Ctrl and the wheel)"));
    QToolButton *out
        = addButton(u"timelineZoomOut"_s, u"−"_s, u"list-remove"_s, tr("Zoom out (-, or Ctrl and the wheel)"));
    in->setAccessibleName(tr("Zoom in"));
    out->setAccessibleName(tr("Zoom out"));
    QToolButton *fit = addButton(u"timelineFit"_s, tr("Fit"), u"zoom-fit-width"_s, tr("Show all windows (F)"));
    QToolButton *today = addButton(u"timelineToday"_s, tr("Today"), u"view-calendar-day"_s, tr("Go to today (T)"));
    for (QToolButton *button : {out, in, fit, today})
        bar->addWidget(button);
    bar->addStretch();
    bar->addWidget(makeExport());
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    m_note->setObjectName(u"timelineNote"_s);
    layout->addWidget(m_note);

    connect(in, &QToolButton::clicked, m_view, &TimelineView::zoomIn);
    connect(out, &QToolButton::clicked, m_view, &TimelineView::zoomOut);
    connect(fit, &QToolButton::clicked, m_view, &TimelineView::fitAll);
    connect(today, &QToolButton::clicked, m_view, &TimelineView::showToday);
    connect(m_grouping, &QComboBox::currentIndexChanged, this,
        [this](int index) { m_view->setGrouping(static_cast<Grouping>(m_grouping->itemData(index).toInt())); });
    connect(m_view, &TimelineView::described, this, [this](const QString &words) {
        m_note->setText(words.isEmpty() ? tr("Drag a bar or an edge to other dates; Ctrl and the wheel zoom.") : words);
    });
    connect(m_view, &TimelineView::windowsSelected, this, &TimelinePage::windowsSelected);
    connect(m_view, &TimelineView::windowActivated, this, &TimelinePage::windowActivated);
    connect(m_view, &TimelineView::refused, this, &TimelinePage::refused);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &TimelinePage::refreshIcons);
    m_note->setText(tr("Drag a bar or an edge to other dates; Ctrl and the wheel zoom."));
    refreshIcons();
    documentChanged();
}

QToolButton *TimelinePage::addButton(const QString &name, const QString &text, const QString &icon, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setProperty("iconName", icon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(text.size() == 1 ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_buttons << button;
    return button;
}

QToolButton *TimelinePage::makeExport()
{
    QToolButton *button = addButton(u"timelineExport"_s, tr("Export"), u"document-export"_s,
        tr("Save the time that is seen, with all lanes, as a picture"));
    auto *menu = new QMenu(button);
    menu->setObjectName(u"timelineExportMenu"_s);
    const auto add = [&](const QString &suffix, const QString &text) {
        QAction *action = menu->addAction(text, this, [this, suffix] { exportAs(suffix); });
        action->setObjectName(u"timelineExport-"_s + suffix);
    };
    add(u"png"_s, tr("As a PNG picture..."));
    add(u"svg"_s, tr("As an SVG drawing..."));
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

void TimelinePage::refreshIcons()
{
    for (QToolButton *button : m_buttons)
        button->setIcon(theme::icon(button->property("iconName").toString()));
}

void TimelinePage::setDocument(workspace::OpenDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_view->setDocument(document);
    if (document)
        connect(document, &workspace::OpenDocument::changed, this, &TimelinePage::documentChanged);
    documentChanged();
}

/// Without windows there is nothing to fit or to export.
void TimelinePage::documentChanged()
{
    const bool any = m_document && m_document->isPayload() && m_document->payload().find(windowsPlace()).size() > 0;
    for (QToolButton *button : m_buttons)
        button->setEnabled(any);
    m_note->setVisible(any);
}

void TimelinePage::exportAs(const QString &suffix)
{
    const QByteArray bytes = m_view->picture(suffix);
    if (bytes.isEmpty())
        Q_EMIT refused(tr("The picture couldn't be made. Choose a grouping with fewer lanes, and try again."));
    else
        Q_EMIT exportWanted(bytes, suffix);
}

void TimelinePage::selectWindows(const QList<int> &windows)
{
    m_view->selectWindows(windows);
}

void TimelinePage::setGrouping(Grouping grouping)
{
    m_grouping->setCurrentIndex(m_grouping->findData(static_cast<int>(grouping)));
}

} // namespace marquee::timeline
