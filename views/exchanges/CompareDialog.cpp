// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges/CompareDialog.h"

#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>
#include <QTreeWidget>

namespace marquee::exchanges {

using namespace Qt::StringLiterals;
using exchange::Comparison;
using exchange::Difference;
using exchange::Exchange;
using theme::scaled;

namespace {

constexpr int RowHeight = 32;
constexpr int SmallWidth = 400; ///< where there is nothing to list

enum Column
{
    What,
    Left,
    Right
};

QString titleOf(const Exchange &exchange)
{
    const QLocale locale;
    const QDateTime began = exchange.began.toLocalTime();
    const QString time = locale.toString(began.time(), u"HH:mm:ss"_s);
    return began.date() == QDate::currentDate()
        ? time
        : QString(locale.toString(began.date(), QLocale::ShortFormat) + u' ' + time);
}

void fill(QTreeWidgetItem &item, int column, const std::optional<QString> &text)
{
    if (text) {
        item.setText(column, text->simplified());
        item.setToolTip(column, *text);
        return;
    }
    item.setText(column, CompareDialog::tr("not there"));
    item.setForeground(column, theme::color(theme::Token::TextFaint));
}

} // namespace

CompareDialog::CompareDialog(const Exchange &one, const Exchange &other, QWidget *parent)
    : QDialog(parent)
    , m_left(one.began <= other.began ? one : other)
    , m_right(one.began <= other.began ? other : one)
{
    setObjectName(u"compareDialog"_s);
    setWindowTitle(tr("Compare exchanges"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(16));
    layout->setSpacing(scaled(8));
    m_title = new QLabel(tr("What differs"), this);
    m_sum = new QLabel(tr("Comparing…"), this);
    m_sum->setObjectName(u"compareSum"_s);
    m_sum->setProperty("role", u"label"_s);
    m_sum->setWordWrap(true);
    m_table = new QTreeWidget(this);
    m_table->setObjectName(u"compareTable"_s);
    m_table->setAccessibleName(tr("What differs"));
    m_table->setHeaderLabels(
        {tr("What"), tr("Earlier, %1").arg(titleOf(m_left)), tr("Later, %1").arg(titleOf(m_right))});
    m_table->setProperty("focusMark", u"row"_s);
    m_table->setUniformRowHeights(true);
    m_table->setIndentation(scaled(16));
    m_table->header()->setSectionResizeMode(QHeaderView::Interactive);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"compareClose"_s);
    close->setAccessibleName(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    layout->addWidget(m_title);
    layout->addWidget(m_sum);
    layout->addWidget(m_table, 1);
    layout->addSpacing(scaled(8));
    layout->addWidget(close, 0, Qt::AlignRight);
    resize(scaled(880), scaled(480));
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &CompareDialog::applyFonts);
    compare();
}

void CompareDialog::compare()
{
    QThreadPool::globalInstance()->start([self = QPointer(this), left = m_left, right = m_right] {
        const Comparison comparison = exchange::compareExchanges(left, right);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, comparison] {
            if (self)
                self->present(comparison);
        });
    });
}

void CompareDialog::present(const Comparison &comparison)
{
    QTreeWidgetItem *group = nullptr;
    const auto count = static_cast<int>(comparison.differences.size());
    for (int i = 0; i < count; ++i) {
        const Difference &difference = comparison.differences[static_cast<std::size_t>(i)];
        if (i == 0 || comparison.differences[static_cast<std::size_t>(i) - 1].part != difference.part) {
            group = new QTreeWidgetItem(
                m_table, {difference.part == Difference::Part::Request ? tr("Request") : tr("Answer")});
            group->setFont(What, theme::headingFont());
            group->setSizeHint(What, QSize(0, scaled(RowHeight)));
            group->setFirstColumnSpanned(true);
        }
        const QString what
            = difference.place.isEmpty() ? difference.what : QString(difference.what + u"  "_s + difference.place);
        auto *item = new QTreeWidgetItem(group, {what});
        item->setToolTip(What, what);
        item->setSizeHint(What, QSize(0, scaled(RowHeight)));
        fill(*item, Left, difference.left);
        fill(*item, Right, difference.right);
    }
    m_table->expandAll();
    m_table->setVisible(count > 0);
    if (count == 0) {
        m_sum->setText(tr("Nothing: both say the same."));
        setMinimumWidth(scaled(SmallWidth));
        adjustSize();
    } else if (comparison.isWhole) {
        m_sum->setText(tr("%n place(s). JSON is compared by what it says, however it is written.", nullptr, count));
    } else {
        m_sum->setText(tr("The first %n place(s); there are more.", nullptr, count));
    }
    if (m_table->topLevelItemCount() > 0)
        m_table->setCurrentItem(m_table->topLevelItem(0)->child(0));
    applyFonts();
    Q_EMIT compared();
}

/// What was set before the style sheet came to a widget, it took back.
void CompareDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    applyFonts();
    m_table->setFocus();
}

void CompareDialog::applyFonts()
{
    m_title->setFont(theme::titleFont());
    m_table->header()->setFont(theme::noteFont());
    const int room = m_table->viewport()->width();
    m_table->setColumnWidth(What, room * 36 / 100);
    m_table->setColumnWidth(Left, room * 32 / 100);
}

} // namespace marquee::exchanges
