// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/ChangesBar.h"

#include "changes/ChangesDelegate.h"
#include "changes/ChangesModel.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace marquee::changes {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int ChoiceWidth = 200;
constexpr int SmallChoiceWidth = 144;
constexpr int SearchWidth = 200;
constexpr int SmallSearchWidth = 96;
constexpr int IconSide = 16;
constexpr qsizetype LongestName = 40; ///< characters of a file's name

constexpr Difference::Kind kinds[] = {Difference::Kind::Added, Difference::Kind::Removed, Difference::Kind::Changed};

} // namespace

ChangesBar::ChangesBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"changesBar"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 8, 4);
    layout->setSpacing(8);
    addChoice(*layout);
    layout->addSpacing(8);
    addChips(*layout);
    layout->addStretch(1);
    addSearch(*layout);
    setMinimumWidth(1); // the bar gives way to the dock, not the dock to the bar
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ChangesBar::applyFonts);
    setCounts({});
    setCanPutBack(false);
    applyFonts();
}

void ChangesBar::addChoice(QHBoxLayout &layout)
{
    m_other = new QComboBox(this);
    m_other->setObjectName(u"changesOther"_s);
    m_other->setAccessibleName(tr("Compare with"));
    m_other->addItem(tr("The saved file"));
    m_other->addItem(tr("The last answer"));
    m_other->addItem(tr("A file…"));
    m_label = new QLabel(tr("Compare with"), this);
    m_label->setProperty("role", u"label"_s);
    m_label->setBuddy(m_other);
    m_choose = new QPushButton(tr("Choose…"), this);
    m_choose->setObjectName(u"changesChoose"_s);
    m_choose->setAccessibleName(tr("Choose a file to compare with"));
    m_choose->setToolTip(tr("Choose a file to compare with"));
    m_choose->hide();
    for (QWidget *widget :
        {static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_other), static_cast<QWidget *>(m_choose)})
        layout.addWidget(widget);
    connect(m_choose, &QPushButton::clicked, this, &ChangesBar::chooseWanted);
    connect(m_other, &QComboBox::currentIndexChanged, this, [this] {
        m_choose->setVisible(other() == Other::File);
        arrange();
        Q_EMIT otherChanged();
    });
}

void ChangesBar::addChips(QHBoxLayout &layout)
{
    constexpr const char *names[] = {"changesAdded", "changesRemoved", "changesChanged"};
    for (const Difference::Kind kind : kinds) {
        const auto at = static_cast<std::size_t>(kind);
        auto *chip = new QPushButton(this);
        chip->setObjectName(QString::fromLatin1(names[at]));
        chip->setProperty("role", u"filter"_s);
        chip->setCheckable(true);
        chip->setChecked(true);
        connect(chip, &QPushButton::toggled, this, [this, kind](bool on) {
            arrange();
            Q_EMIT kindToggled(kind, on);
        });
        m_chips[at] = chip;
        layout.addWidget(chip);
    }
}

void ChangesBar::addSearch(QHBoxLayout &layout)
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(u"changesFilter"_s);
    m_search->setPlaceholderText(tr("Filter differences"));
    m_search->setAccessibleName(tr("Filter differences"));
    m_search->setClearButtonEnabled(true);
    m_putBack = new QPushButton(tr("Put back"), this);
    m_putBack->setObjectName(u"changesPutBack"_s);
    m_putBack->setAccessibleName(tr("Put back"));
    m_putBack->setToolTip(tr("Makes this document say again what the other one says there (Ctrl+.)."));
    layout.addWidget(m_search);
    layout.addWidget(m_putBack);
    connect(m_search, &QLineEdit::textChanged, this, &ChangesBar::filterChanged);
    connect(m_search, &QLineEdit::returnPressed, this, &ChangesBar::listWanted);
    connect(m_putBack, &QPushButton::clicked, this, &ChangesBar::putBackWanted);
}

Other ChangesBar::other() const
{
    return static_cast<Other>(m_other->currentIndex());
}

void ChangesBar::setOther(Other other)
{
    m_other->setCurrentIndex(static_cast<int>(other));
}

void ChangesBar::setFileName(const QString &name)
{
    const int at = static_cast<int>(Other::File);
    m_other->setItemText(at,
        name.isEmpty()                  ? tr("A file…")
            : name.size() > LongestName ? QString(name.left(LongestName) + u'…')
                                        : name);
    arrange();
}

void ChangesBar::setCounts(const Comparison &comparison)
{
    m_counts = {comparison.added, comparison.removed, comparison.changed};
    arrange();
}

void ChangesBar::setCanPutBack(bool can)
{
    m_putBack->setEnabled(can);
}

void ChangesBar::clearFilters()
{
    m_search->clear();
    for (QPushButton *chip : m_chips)
        chip->setChecked(true);
}

void ChangesBar::nameChips(bool small)
{
    const QLocale locale;
    for (const Difference::Kind kind : kinds) {
        const auto at = static_cast<std::size_t>(kind);
        const QString count = locale.toString(static_cast<qulonglong>(m_counts[at]));
        const QString title = kindTitle(kind) + u' ' + count;
        QPushButton *chip = m_chips[at];
        chip->setText(small ? count : title);
        chip->setAccessibleName(chip->isChecked() ? tr("%1, shown").arg(title) : tr("%1, hidden").arg(title));
        chip->setToolTip(
            chip->isChecked() ? tr("%1. Click to hide these.").arg(title) : tr("%1. Click to show these.").arg(title));
    }
}

/// Everything in full where there is room; else the words go that a reader can do without.
void ChangesBar::arrange()
{
    if (!m_putBack)
        return;
    for (const bool small : {false, true}) {
        nameChips(small);
        m_label->setVisible(!small);
        m_other->setFixedWidth(scaled(small ? SmallChoiceWidth : ChoiceWidth));
        m_search->setMinimumWidth(scaled(small ? SmallSearchWidth : SearchWidth));
        m_search->setMaximumWidth(scaled(SearchWidth));
        layout()->invalidate();
        if (layout()->minimumSize().width() <= width())
            return;
    }
}

void ChangesBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// What was set before the style sheet came to a widget, it took back.
void ChangesBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void ChangesBar::applyFonts()
{
    for (const Difference::Kind kind : kinds) {
        QPushButton *chip = m_chips[static_cast<std::size_t>(kind)];
        chip->setFont(theme::noteFont());
        chip->setIcon(kindIcon(kind));
        chip->setIconSize(QSize(scaled(IconSide), scaled(IconSide)));
    }
    arrange();
}

} // namespace marquee::changes
