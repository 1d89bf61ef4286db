// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/SandboxDialog.h"

#include "sandbox/FaultsCard.h"
#include "sandbox/ListeningCard.h"
#include "sandbox/RequestsModel.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;
using theme::scaled;

SandboxDialog::SandboxDialog(Sandbox &sandbox, QWidget *parent)
    : QDialog(parent)
    , m_sandbox(sandbox)
    , m_halves(new QSplitter(this))
    , m_model(new RequestsModel(this))
{
    setObjectName(u"sandboxDialog"_s);
    setWindowTitle(tr("Sandbox"));
    const int gap = scaled(16);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    m_banner = makeBanner();
    layout->addWidget(m_banner);
    m_settings = makeSettings();
    m_halves->setChildrenCollapsible(false);
    m_halves->addWidget(m_settings);
    m_halves->addWidget(makeRequests());
    m_halves->setStretchFactor(1, 1);
    layout->addWidget(m_halves, 1);
    connect(&sandbox, &Sandbox::asked, this, &SandboxDialog::fetch);
    connect(m_faults, &FaultsCard::changed, this, &SandboxDialog::takeFaults);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &SandboxDialog::dress);
    resize(QSize(scaled(1160), scaled(760)).boundedTo(screen()->availableSize()));
    const std::vector<Fault> faults = sandbox.faults();
    m_faults->show(faults);
    showFaults(static_cast<int>(faults.size()));
    fetch();
    dress();
    arrange();
    m_faults->setFocus();
}

void SandboxDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrange();
}

/// Side by side where there is room for both, else one above the other.
void SandboxDialog::arrange()
{
    if (!m_settings)
        return;
    const int settings = m_settings->widget()->minimumSizeHint().width() + scaled(16);
    const int comfortable = settings + scaled(88); // what a fault hits, in one line
    const bool isWide = width() >= comfortable + scaled(448);
    m_settings->setMinimumWidth(settings);
    if ((m_halves->orientation() == Qt::Horizontal) == isWide && m_halves->property("arranged").toBool())
        return;
    m_halves->setProperty("arranged", true);
    m_halves->setOrientation(isWide ? Qt::Horizontal : Qt::Vertical);
    m_halves->setHandleWidth(scaled(16));
    m_halves->setSizes(isWide ? QList{comfortable, width() - comfortable} : QList{scaled(440), scaled(240)});
}

QWidget *SandboxDialog::makeBanner()
{
    auto *banner = new QFrame(this);
    banner->setObjectName(u"sandboxBanner"_s);
    banner->setProperty("banner", u"warning"_s);
    auto *layout = new QHBoxLayout(banner);
    layout->setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8));
    layout->setSpacing(scaled(8));
    m_bannerIcon = new QLabel(banner);
    m_bannerText = new QLabel(banner);
    m_bannerText->setObjectName(u"sandboxBannerText"_s);
    m_bannerText->setTextFormat(Qt::PlainText);
    m_bannerText->setWordWrap(true);
    layout->addWidget(m_bannerIcon, 0, Qt::AlignTop);
    layout->addWidget(m_bannerText, 1);
    return banner;
}

QScrollArea *SandboxDialog::makeSettings()
{
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"sandboxScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(scroll);
    page->setProperty("role", u"page"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, scaled(4), 0);
    layout->setSpacing(scaled(16));
    m_listening = new ListeningCard(m_sandbox, page);
    m_faults = new FaultsCard(page);
    layout->addWidget(m_listening);
    layout->addWidget(m_faults);
    layout->addStretch();
    scroll->setWidget(page);
    return scroll;
}

QWidget *SandboxDialog::makeRequests()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(16));
    layout->setSpacing(scaled(8));
    m_heading = new QLabel(tr("What they were asked"), card);
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    layout->addLayout(top);
    auto *clear = new QPushButton(tr("C&lear"), card);
    clear->setObjectName(u"sandboxRequestsClear"_s);
    clear->setAccessibleName(tr("Clear the list of requests"));
    clear->setAutoDefault(false);
    connect(clear, &QPushButton::clicked, this, [this] {
        m_model->clear();
        m_pages->setCurrentIndex(1);
    });
    top->addWidget(clear);
    m_table = new QTableView(card);
    m_table->setObjectName(u"sandboxRequests"_s);
    m_table->setAccessibleName(tr("Requests that the sandbox was asked"));
    m_table->setModel(m_model);
    m_table->setProperty("focusMark", u"row"_s);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto *none = new QLabel(tr("Nothing yet. Send something to the environment “Sandbox”, and it shows here."), card);
    none->setObjectName(u"sandboxNoRequests"_s);
    none->setProperty("role", u"note"_s);
    none->setAlignment(Qt::AlignCenter);
    none->setWordWrap(true);
    m_pages = new QStackedWidget(card);
    m_pages->addWidget(m_table);
    m_pages->addWidget(none);
    layout->addWidget(m_pages, 1);
    return card;
}

void SandboxDialog::takeFaults()
{
    const std::vector<Fault> faults = m_faults->faults();
    m_sandbox.setFaults(faults);
    showFaults(static_cast<int>(faults.size()));
    Q_EMIT faultsChanged(static_cast<int>(faults.size()));
}

void SandboxDialog::showFaults(int on)
{
    m_bannerText->setText(
        tr("%n fault(s) on: requests to the sandbox go wrong on purpose, from the next one on.", nullptr, on));
    m_banner->setVisible(on > 0);
}

void SandboxDialog::fetch()
{
    m_model->add(m_sandbox.requests(m_model->last()));
    m_listening->showHoldings();
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
}

void SandboxDialog::dress()
{
    const int size = scaled(16);
    m_bannerIcon->setPixmap(theme::severityIcon(rules::Severity::Warning).pixmap(size, size));
    m_heading->setFont(theme::headingFont());
    m_table->verticalHeader()->setDefaultSectionSize(scaled(32));
    m_table->horizontalHeader()->setFont(theme::noteFont());
    constexpr int widths[] = {80, 184, 104, 72};
    for (int column = 0; column < RequestsModel::Target; ++column)
        m_table->setColumnWidth(column, scaled(widths[column]));
}

} // namespace marquee::sandbox
