// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges/ExchangeFilterBar.h"

#include "exchange/ExchangeList.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

namespace marquee::exchanges {

using namespace Qt::StringLiterals;
using partners::Outcome;
using theme::scaled;

namespace {

constexpr int OneRow = 960; ///< wide enough for everything beside each other
constexpr int ChoiceWidth = 168;
constexpr int SearchWidth = 176; ///< in one row
constexpr int SmallSearchWidth = 96;

QBoxLayout *rowIn(QWidget *widget)
{
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    return layout;
}

} // namespace

ExchangeFilterBar::ExchangeFilterBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"exchangesBar"_s);
    m_layout = new QGridLayout(this);
    m_layout->setContentsMargins(16, 4, 16, 4);
    m_layout->setHorizontalSpacing(8);
    m_layout->setVerticalSpacing(4);
    m_left = makeSearch();
    m_choices = makeChoices();
    m_buttons = makeButtons();
    arrange();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ExchangeFilterBar::applyFonts);
    applyFonts();
    setSelected(0, 0);
}

QWidget *ExchangeFilterBar::makeSearch()
{
    auto *page = new QWidget(this);
    QBoxLayout *layout = rowIn(page);
    m_sources = new QWidget(page);
    auto *sources = new QHBoxLayout(m_sources);
    sources->setContentsMargins(0, 0, 0, 0);
    sources->setSpacing(4);
    auto *group = new QButtonGroup(this);
    m_session = makeSource(u"exchangesSession"_s, tr("This session"));
    m_all = makeSource(u"exchangesAll"_s, tr("All"));
    m_all->setToolTip(tr("Everything that was sent from this computer, and what the command line sent."));
    for (QPushButton *button : {m_session, m_all}) {
        group->addButton(button);
        sources->addWidget(button);
    }
    m_session->setChecked(true);
    connect(group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *, bool on) {
        if (!on)
            return;
        m_search->setPlaceholderText(isJournal() ? tr("Search, also in bodies") : tr("Filter exchanges"));
        Q_EMIT sourceChosen();
    });
    m_sources->hide();
    m_search = new QLineEdit(page);
    m_search->setObjectName(u"exchangesFilter"_s);
    m_search->setPlaceholderText(tr("Filter exchanges"));
    m_search->setAccessibleName(tr("Filter exchanges"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &ExchangeFilterBar::filterChanged);
    layout->addWidget(m_sources);
    layout->addWidget(m_search, 1);
    return page;
}

QPushButton *ExchangeFilterBar::makeSource(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, m_sources);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setProperty("role", u"filter"_s);
    button->setCheckable(true);
    button->setAutoDefault(false);
    return button;
}

QWidget *ExchangeFilterBar::makeChoices()
{
    auto *page = new QWidget(this);
    QBoxLayout *layout = rowIn(page);
    m_environment = makeChoice(u"exchangesEnvironment"_s, tr("Environment"), tr("Any environment"));
    m_operation = makeChoice(u"exchangesOperation"_s, tr("Operation"), tr("Any operation"));
    for (const partners::OperationInfo &info : partners::allOperations())
        m_operation->addItem(exchange::operationTitle(info.operation), QString(QLatin1StringView(info.name)));
    m_outcome = makeChoice(u"exchangesOutcome"_s, tr("Outcome"), tr("Any outcome"));
    for (const auto kind :
        {Outcome::Kind::Accepted, Outcome::Kind::Rejected, Outcome::Kind::Failed, Outcome::Kind::Unknown})
        m_outcome->addItem(exchange::outcomeTitle(kind), QString(partners::outcomeName(kind)));
    m_note = new theme::ElidedLabel(page);
    m_note->setObjectName(u"exchangesNote"_s);
    m_note->setElide(Qt::ElideRight);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (QComboBox *choice : {m_environment, m_operation, m_outcome})
        layout->addWidget(choice);
    layout->addWidget(m_note, 1);
    return page;
}

QWidget *ExchangeFilterBar::makeButtons()
{
    auto *page = new QWidget(this);
    QBoxLayout *layout = rowIn(page);
    m_compare = new QPushButton(tr("Compare"), page);
    m_compare->setObjectName(u"exchangesCompare"_s);
    m_compare->setAccessibleName(tr("Compare the two selected exchanges"));
    m_compare->setAutoDefault(false);
    connect(m_compare, &QPushButton::clicked, this, &ExchangeFilterBar::compareWanted);
    m_export = new QPushButton(tr("Export…"), page);
    m_export->setObjectName(u"exchangesExport"_s);
    m_export->setAutoDefault(false);
    m_export->setAccessibleName(tr("Export as an HTTP archive"));
    m_export->setToolTip(tr("As an HTTP archive (HAR) for other tools. Secrets are left out."));
    auto *menu = new QMenu(m_export);
    m_exportSelected = menu->addAction(QString(), this, &ExchangeFilterBar::exportSelectedWanted);
    m_exportSelected->setObjectName(u"exchangesExportSelected"_s);
    m_exportAll = menu->addAction(tr("All that the filter shows"), this, &ExchangeFilterBar::exportAllWanted);
    m_exportAll->setObjectName(u"exchangesExportAll"_s);
    m_export->setMenu(menu);
    m_export->hide();
    layout->addWidget(m_compare);
    layout->addWidget(m_export);
    return page;
}

QComboBox *ExchangeFilterBar::makeChoice(const QString &name, const QString &title, const QString &any)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(name);
    choice->setAccessibleName(title);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    choice->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    choice->addItem(any, QString());
    connect(choice, &QComboBox::currentIndexChanged, this, &ExchangeFilterBar::filterChanged);
    return choice;
}

void ExchangeFilterBar::offerJournal()
{
    m_sources->show();
    m_export->show();
}

bool ExchangeFilterBar::isJournal() const
{
    return m_all->isChecked();
}

void ExchangeFilterBar::chooseSession()
{
    m_session->setChecked(true);
}

exchange::JournalFilter ExchangeFilterBar::filter() const
{
    exchange::JournalFilter filter;
    filter.environment = m_environment->currentData().toString();
    filter.operation = m_operation->currentData().toString();
    filter.outcome = m_outcome->currentData().toString();
    filter.text = m_search->text().trimmed();
    return filter;
}

bool ExchangeFilterBar::isFiltering() const
{
    const exchange::JournalFilter now = filter();
    const QString all = now.environment + now.operation + now.outcome + now.text;
    return !all.isEmpty();
}

void ExchangeFilterBar::clear()
{
    const QSignalBlocker quiet(this);
    m_search->clear();
    for (QComboBox *choice : {m_environment, m_operation, m_outcome})
        choice->setCurrentIndex(0);
    blockSignals(false);
    Q_EMIT filterChanged();
}

void ExchangeFilterBar::setEnvironments(const QStringList &names)
{
    for (const QString &name : names) {
        if (!name.isEmpty() && m_environment->findData(name) < 0)
            m_environment->addItem(name, name);
    }
}

void ExchangeFilterBar::setLooking(bool looking)
{
    m_note->setText(looking ? tr("Looking…") : QString());
}

void ExchangeFilterBar::setSelected(int count, int shown)
{
    m_compare->setEnabled(count == 2);
    m_compare->setToolTip(
        count == 2 ? tr("What differs between the two") : tr("Select two exchanges to compare them."));
    m_exportSelected->setText(tr("Selected (%1)").arg(QLocale().toString(count)));
    m_exportSelected->setEnabled(count > 0);
    m_exportAll->setEnabled(shown > 0);
    m_export->setEnabled(shown > 0);
}

/// That of two rows: narrower than what one row takes, or nobody could make it so narrow.
QSize ExchangeFilterBar::minimumSizeHint() const
{
    const QMargins margins = m_layout->contentsMargins();
    const int first
        = m_left->minimumSizeHint().width() + m_layout->horizontalSpacing() + m_buttons->minimumSizeHint().width();
    const int width = std::max(first, m_choices->minimumSizeHint().width());
    return {width + margins.left() + margins.right(), m_layout->minimumSize().height()};
}

void ExchangeFilterBar::arrange()
{
    for (QWidget *part : {m_left, m_choices, m_buttons})
        m_layout->removeWidget(part);
    m_layout->addWidget(m_left, 0, 0);
    if (m_isOneRow) {
        m_layout->addWidget(m_choices, 0, 1);
        m_layout->addWidget(m_buttons, 0, 2);
    } else {
        m_layout->addWidget(m_buttons, 0, 2);
        m_layout->addWidget(m_choices, 1, 0, 1, 3);
    }
    m_layout->setColumnStretch(0, m_isOneRow ? 0 : 1);
    m_layout->setColumnStretch(1, m_isOneRow ? 1 : 0);
    updateGeometry();
}

void ExchangeFilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool hasRoom = width() >= scaled(OneRow);
    if (std::exchange(m_isOneRow, hasRoom) == hasRoom)
        return;
    m_search->setMinimumWidth(scaled(hasRoom ? SearchWidth : SmallSearchWidth));
    arrange();
}

/// What was set before the style sheet came to a widget, it took back.
void ExchangeFilterBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void ExchangeFilterBar::applyFonts()
{
    for (QWidget *widget :
        QWidgetList{m_session, m_all, m_search, m_environment, m_operation, m_outcome, m_compare, m_export})
        widget->setFont(theme::noteFont());
    for (QComboBox *choice : {m_environment, m_operation, m_outcome}) {
        choice->setMinimumWidth(scaled(64));
        choice->setMaximumWidth(scaled(ChoiceWidth));
    }
    m_search->setMinimumWidth(scaled(m_isOneRow ? SearchWidth : SmallSearchWidth));
    m_note->updateGeometry();
}

} // namespace marquee::exchanges
