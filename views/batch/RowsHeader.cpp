// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/RowsHeader.h"

#include "batch/RowsModel.h"
#include "form/SearchPopup.h"
#include "shell/theme/Theme.h"

#include <QEvent>
#include <QPainter>
#include <QPushButton>
#include <QTableView>

namespace marquee::batch {

using namespace Qt::StringLiterals;
using exchange::FieldPlace;
using exchange::RowMapping;
using exchange::RowsDesk;
using theme::scaled;

namespace {

/// What a field holds, in a word.
QString typeWord(const FieldPlace &place)
{
    switch (place.type) {
    case catalog::FieldType::Integer:
    case catalog::FieldType::Count:
    case catalog::FieldType::Decimal:
        return RowsHeader::tr("number");
    case catalog::FieldType::Boolean:
        return RowsHeader::tr("true or false");
    default:
        return RowsHeader::tr("text");
    }
}

} // namespace

RowsHeader::RowsHeader(RowsDesk &desk, const RowsModel &rows, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_desk(desk)
    , m_rows(rows)
{
    setObjectName(u"rowsHeader"_s);
    setHighlightSections(false);
    setSectionsMovable(false);
    connect(&desk, &RowsDesk::sheetReset, this, &RowsHeader::rebuild);
    connect(&desk, &RowsDesk::mappingChanged, this, &RowsHeader::refresh);
    connect(this, &QHeaderView::sectionResized, this, &RowsHeader::arrange);
    if (parent && (m_corner = parent->findChild<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly)))
        m_corner->installEventFilter(this);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
        refresh();
        updateGeometries();
    });
}

QSize RowsHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), scaled(64)};
}

void RowsHeader::rebuild()
{
    for (QPushButton *button : m_buttons)
        button->deleteLater();
    m_buttons.clear();
    QWidget *before = parentWidget();
    const int columns = m_desk.isReady() ? static_cast<int>(m_desk.table().headings().size()) : 0;
    for (int column = 0; column < columns; ++column) {
        auto *button = new QPushButton(viewport());
        button->setObjectName(u"rowsField%1"_s.arg(column));
        button->setProperty("role", u"chip"_s);
        button->setAutoDefault(false);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, column] { choose(column); });
        button->show();
        if (before)
            setTabOrder(before, button);
        before = button;
        m_buttons.push_back(button);
    }
    refresh();
}

void RowsHeader::refresh()
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const auto column = static_cast<int>(i);
        const QString target = m_rows.target(column);
        QPushButton *button = m_buttons[i];
        button->setFont(theme::noteFont());
        button->setToolTip(tr("%1. Click to choose another field.").arg(target));
        button->setAccessibleName(tr("Field of the column “%1”: %2").arg(m_desk.table().headings()[column], target));
        const bool isUnused = m_desk.mapping().columns[i] == RowMapping::Unmatched;
        button->setProperty("severity", isUnused ? u"warning"_s : QString());
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
    arrange();
}

/// Each button stands in the lower half of its section.
void RowsHeader::arrange()
{
    const int gap = scaled(4);
    const int height = scaled(28);
    for (std::size_t i = 0; i < m_buttons.size() && static_cast<int>(i) < count(); ++i) {
        const auto column = static_cast<int>(i);
        QPushButton *button = m_buttons[i];
        const int width = sectionSize(column) - 2 * gap;
        button->setGeometry(sectionViewportPosition(column) + gap, viewport()->height() - height - gap, width, height);
        const QFontMetrics font(theme::noteFont());
        const QString words = m_rows.target(column);
        // The end says more than the beginning: "… › Retail price".
        button->setText(font.elidedText(words, Qt::ElideLeft, width - scaled(36)) + u" ▾"_s);
    }
}

void RowsHeader::updateGeometries()
{
    QHeaderView::updateGeometries();
    arrange();
}

void RowsHeader::scrollContentsBy(int dx, int dy)
{
    QHeaderView::scrollContentsBy(dx, dy);
    arrange();
}

bool RowsHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_corner && event->type() == QEvent::Paint) { // the style's own stands out
        QPainter painter(m_corner);
        painter.fillRect(m_corner->rect(), theme::color(theme::Token::Window));
        painter.setPen(theme::color(theme::Token::Line));
        painter.drawLine(m_corner->rect().bottomLeft(), m_corner->rect().bottomRight());
        return true;
    }
    if (event->type() == QEvent::FocusIn) {
        auto *table = qobject_cast<QTableView *>(parentWidget());
        for (std::size_t i = 0; i < m_buttons.size(); ++i) {
            if (m_buttons[i] == watched && table && m_rows.rowCount() > 0) {
                const int row = std::max(0, table->rowAt(1));
                table->scrollTo(m_rows.index(row, static_cast<int>(i)));
            }
        }
    }
    return QHeaderView::eventFilter(watched, event);
}

void RowsHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const int gap = scaled(12);
    painter->save();
    painter->fillRect(rect, theme::color(theme::Token::Window));
    painter->setPen(theme::color(theme::Token::Line));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setFont(theme::headingFont());
    painter->setPen(theme::color(theme::Token::Text));
    const QRect words(rect.left() + gap, rect.top() + scaled(4), rect.width() - 2 * gap, scaled(24));
    const QString heading = m_rows.headerData(section, Qt::Horizontal).toString();
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(theme::headingFont()).elidedText(heading, Qt::ElideRight, words.width()));
    painter->restore();
}

void RowsHeader::choose(int column)
{
    std::vector<form::SearchPopup::Entry> entries;
    const auto add = [&entries](int target, const QString &title, const QString &note, const QString &help) {
        entries.push_back({QString::number(target), title, note, help, {}});
    };
    add(RowMapping::Unmatched, tr("Not used"), {}, tr("Nothing is filled from this column."));
    add(RowMapping::ItemId, tr("The item's ID"), {}, tr("Names the item in the request and its answer."));
    add(RowMapping::Expected, tr("What is expected"), {},
        tr("accepted, rejected, or rejected: a part of the complaint."));
    const RowMapping &mapping = m_desk.mapping();
    for (std::size_t i = 0; i < mapping.places.size(); ++i) {
        const FieldPlace &place = mapping.places[i];
        const QString help = place.term ? place.term->help : place.field ? place.field->help : QString();
        add(static_cast<int>(i), place.label, typeWord(place), help);
    }
    QPushButton *button = m_buttons[static_cast<std::size_t>(column)];
    auto *popup = new form::SearchPopup(std::move(entries), tr("Search a field"), button);
    connect(popup, &form::SearchPopup::picked, this,
        [this, column](const QString &key) { m_desk.setTarget(column, key.toInt()); });
    popup->openBelow(button);
}

} // namespace marquee::batch
