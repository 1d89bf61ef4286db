// SPDX-License-Identifier: GPL-3.0-or-later
#include "form/SearchPopup.h"

#include "shell/theme/Theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::form {

using namespace Qt::StringLiterals;

namespace {

enum Role { KeyRole = Qt::UserRole, NoteRole, HelpRole };

class EntryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.rect.width(), QFontMetrics(theme::bodyFont()).height() + QFontMetrics(theme::noteFont()).height() + theme::scaled(12)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if ((option.state & QStyle::State_Selected) != 0)
            painter->fillRect(option.rect, theme::color(theme::Token::AccentSoft));
        QRect box = option.rect.adjusted(theme::scaled(12), theme::scaled(6), -theme::scaled(12), -theme::scaled(6));
        if (const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>(); !icon.isNull()) {
            const int side = theme::scaled(16);
            icon.paint(painter, QRect(box.left(), box.top() + theme::scaled(1), side, side));
            box.setLeft(box.left() + side + theme::scaled(10));
        }
        const QFontMetrics strong(theme::headingFont());
        const QFontMetrics note(theme::noteFont());
        const QString behind = index.data(NoteRole).toString();
        const int noteWidth = std::min(note.horizontalAdvance(behind), box.width() / 2);
        const QString title = strong.elidedText(index.data().toString(), Qt::ElideRight, box.width() - noteWidth - theme::scaled(8));
        painter->setFont(theme::headingFont());
        painter->setPen(theme::color(theme::Token::Text));
        painter->drawText(box, Qt::AlignLeft | Qt::AlignTop, title);
        painter->setFont(theme::noteFont());
        painter->setPen(theme::color(theme::Token::TextFaint));
        painter->drawText(box.adjusted(strong.horizontalAdvance(title) + theme::scaled(8), 1, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                          note.elidedText(behind, Qt::ElideMiddle, noteWidth + 1));
        painter->setPen(theme::color(theme::Token::TextSoft));
        painter->drawText(box, Qt::AlignLeft | Qt::AlignBottom, note.elidedText(index.data(HelpRole).toString(), Qt::ElideRight, box.width()));
        painter->restore();
    }
};

/// How well an entry answers a search: smaller is better, -1 not at all.
int match(const QString &text, const SearchPopup::Entry &entry)
{
    if (text.isEmpty() || entry.title.startsWith(text, Qt::CaseInsensitive) || entry.key.startsWith(text, Qt::CaseInsensitive))
        return 0;
    if (entry.title.contains(text, Qt::CaseInsensitive) || entry.note.contains(text, Qt::CaseInsensitive))
        return 1;
    return entry.help.contains(text, Qt::CaseInsensitive) ? 2 : -1;
}

} // namespace

SearchPopup::SearchPopup(std::vector<Entry> entries, const QString &placeholder, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_entries(std::move(entries))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    setObjectName(u"searchPopup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("card", true);
    m_search->setObjectName(u"popupSearch"_s);
    m_search->setAccessibleName(placeholder);
    m_search->setPlaceholderText(placeholder);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"popupList"_s);
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    const int gap = theme::scaled(8);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, &SearchPopup::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { pick(index.row()); });
}

void SearchPopup::openBelow(QWidget *anchor)
{
    search(m_search->text());
    resize(theme::scaled(480), theme::scaled(400));
    const QPoint below = anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + 4));
    const QRect screen = anchor->screen()->availableGeometry();
    move(std::clamp(below.x(), screen.left(), std::max(screen.left(), screen.right() - width())),
         std::clamp(below.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    QFrame::show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void SearchPopup::add(const Entry &entry)
{
    auto *item = new QStandardItem(entry.icon, entry.title);
    item->setData(entry.key, KeyRole);
    item->setData(entry.note, NoteRole);
    item->setData(entry.help, HelpRole);
    item->setData(QString(entry.title + u". "_s + entry.help), Qt::AccessibleTextRole);
    m_model->appendRow(item);
}

void SearchPopup::search(const QString &text)
{
    const QString wanted = text.trimmed();
    std::vector<std::pair<int, const Entry *>> found;
    bool exact = false;
    for (const Entry &entry : m_entries) {
        exact = exact || entry.key.compare(wanted, Qt::CaseInsensitive) == 0;
        if (const int rank = match(wanted, entry); rank >= 0)
            found.emplace_back(rank, &entry);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    if (found.size() > static_cast<std::size_t>(Most))
        found.resize(Most);
    m_model->clear();
    for (const auto &[rank, entry] : found)
        add(*entry);
    if (m_fallback && !wanted.isEmpty() && !exact)
        add(m_fallback(wanted));
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void SearchPopup::pick(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    if (!index.isValid())
        return;
    const QString key = index.data(KeyRole).toString();
    close();
    Q_EMIT picked(key);
}

void SearchPopup::step(int by)
{
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, std::max(0, m_model->rowCount() - 1));
    m_list->setCurrentIndex(m_model->index(row, 0));
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_PageUp:
        step(-6);
        return true;
    case Qt::Key_PageDown:
        step(6);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        pick(m_list->currentIndex().row());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace marquee::form
