// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/NewDialog.h"

#include "payload/XmlReader.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace marquee::shell {

using namespace Qt::StringLiterals;

namespace {

enum Role
{
    IdRole = Qt::UserRole + 1, ///< the template's; none for a heading
    NameRole ///< as it is kept, while the item's text is being edited
};

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height();
}

/// A template's name, and below what it is for; or a heading over templates.
class TemplateDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        if (!index.data(IdRole).isValid())
            return {theme::scaled(360), lineHeight(theme::noteFont()) + theme::scaled(24)};
        return {theme::scaled(360), lineHeight(theme::bodyFont()) + lineHeight(theme::noteFont()) + theme::scaled(16)};
    }

    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        editor->setGeometry(
            option.rect.adjusted(theme::scaled(8), theme::scaled(8), -theme::scaled(8), -theme::scaled(8)));
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const int side = theme::scaled(16);
        if (!index.data(IdRole).isValid()) {
            const QRect box = option.rect.adjusted(side, 0, -side, -theme::scaled(4));
            painter->setFont(theme::noteFont());
            painter->setPen(theme::color(theme::Token::TextSoft));
            painter->drawText(box, Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
            painter->restore();
            return;
        }
        if ((option.state & QStyle::State_Selected) != 0)
            painter->fillRect(option.rect, theme::color(theme::Token::AccentSoft));
        QRect box = option.rect.adjusted(side, theme::scaled(8), -side, -theme::scaled(8));
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        if (!icon.isNull()) {
            icon.paint(painter, QRect(box.left(), box.top(), theme::scaled(16), theme::scaled(16)));
            box.setLeft(box.left() + theme::scaled(24));
        }
        const auto line = [&](const QFont &font, theme::Token ink, Qt::AlignmentFlag where, const QString &text) {
            painter->setFont(font);
            painter->setPen(theme::color(ink));
            painter->drawText(
                box, Qt::AlignLeft | where, QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
        };
        line(theme::headingFont(), theme::Token::Text, Qt::AlignTop, index.data().toString());
        line(theme::noteFont(), theme::Token::TextSoft, Qt::AlignBottom, index.data(Qt::StatusTipRole).toString());
        painter->restore();
    }
};

bool isMessage(const workspace::Template &one)
{
    return payload::isXmlText(one.text);
}

} // namespace

NewDialog::NewDialog(const workspace::Templates &templates, QWidget *parent)
    : QDialog(parent)
    , m_templates(templates)
    , m_list(new QListWidget(this))
    , m_extract(new QButtonGroup(this))
{
    setObjectName(u"newDialog"_s);
    setWindowTitle(tr("New document"));
    const int gap = theme::scaled(24);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, theme::scaled(16));
    layout->setSpacing(theme::scaled(8));
    auto *heading = new QLabel(tr("What do you want to make?"), this);
    heading->setFont(theme::headingFont());
    layout->addWidget(heading);

    m_list->setObjectName(u"templateList"_s);
    m_list->setAccessibleName(tr("Templates"));
    m_list->setItemDelegate(new TemplateDelegate(m_list));
    m_list->setProperty("card", true);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_templates.own().reload();
    fill(templates.all().empty() ? std::string() : templates.all().front().id);
    const int rows = m_list->count();
    m_list->setMinimumSize(
        theme::scaled(440), std::min(rows * m_list->sizeHintForRow(0) + theme::scaled(4), theme::scaled(480)));
    layout->addWidget(m_list, 1);
    layout->addWidget(makeManage());

    m_choice = new QWidget(this);
    auto *choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins({});
    auto *full = new QRadioButton(tr("Full extract: all windows of the title"), this);
    full->setObjectName(u"fullExtract"_s);
    full->setChecked(true);
    auto *partial = new QRadioButton(tr("Partial extract: one window"), this);
    partial->setObjectName(u"partialExtract"_s);
    m_extract->addButton(full, static_cast<int>(workspace::Extract::Full));
    m_extract->addButton(partial, static_cast<int>(workspace::Extract::Partial));
    choice->addWidget(full);
    choice->addSpacing(theme::scaled(16));
    choice->addWidget(partial);
    choice->addStretch();
    layout->addSpacing(theme::scaled(8));
    layout->addWidget(m_choice);

    layout->addSpacing(theme::scaled(8));
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancelNew"_s);
    cancel->setAutoDefault(false);
    m_make = new QPushButton(tr("Make it"), this);
    m_make->setObjectName(u"makeNew"_s);
    m_make->setProperty("role", u"main"_s);
    m_make->setDefault(true);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_make);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &NewDialog::accept);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &NewDialog::accept);
    connect(m_list, &QListWidget::currentItemChanged, this, &NewDialog::showCurrent);
    connect(m_list, &QListWidget::itemChanged, this, &NewDialog::rename);
    showCurrent();
    m_list->setFocus();
}

void NewDialog::addItem(const workspace::Template &one)
{
    auto *item = new QListWidgetItem(one.name, m_list);
    item->setStatusTip(one.help);
    item->setData(Qt::AccessibleTextRole, QString(one.name + u". "_s + one.help));
    item->setData(IdRole, QString::fromStdString(one.id));
    item->setData(NameRole, one.name);
    if (one.isOwn)
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    if (one.error) {
        item->setIcon(theme::severityIcon(rules::Severity::Error));
        item->setToolTip(sentence(*one.error));
    }
}

void NewDialog::addHeading(const QString &text)
{
    auto *heading = new QListWidgetItem(text, m_list);
    heading->setFlags(Qt::NoItemFlags);
}

void NewDialog::fill(const std::string &current)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_list->clear();
    for (const workspace::Template &one : m_templates.all()) {
        if (!isMessage(one) && !one.isQuestion)
            addItem(one);
    }
    addHeading(tr("Performances"));
    for (const workspace::Template &one : m_templates.all()) {
        if (isMessage(one))
            addItem(one);
    }
    addHeading(tr("Questions for productions"));
    for (const workspace::Template &one : m_templates.all()) {
        if (one.isQuestion)
            addItem(one);
    }
    if (!m_templates.own().all().empty())
        addHeading(tr("Your own templates"));
    for (const workspace::Template &one : m_templates.own().all())
        addItem(one);
    m_list->setCurrentRow(0);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(IdRole).toString() == QString::fromStdString(current))
            m_list->setCurrentRow(row);
    }
}

QWidget *NewDialog::makeManage()
{
    const auto button = [this](const QString &name, const QString &title, const QString &tip) {
        auto *made = new QPushButton(title, this);
        made->setObjectName(name);
        made->setAccessibleName(title);
        made->setToolTip(tip);
        made->setAutoDefault(false);
        return made;
    };
    m_manage = new QWidget(this);
    m_rename = button(u"renameTemplate"_s, tr("Rename"), tr("F2"));
    m_delete = button(u"deleteTemplate"_s, tr("Delete"), tr("Del"));
    m_undo = button(u"undoTemplate"_s, tr("Undo"), tr("Brings the template back"));
    m_undo->setProperty("role", u"link"_s);
    m_told = new QLabel(m_manage);
    m_told->setObjectName(u"templateTold"_s);
    m_told->setProperty("role", u"note"_s);
    m_told->setWordWrap(true);
    auto *line = new QHBoxLayout(m_manage);
    line->setContentsMargins({});
    line->setSpacing(theme::scaled(8));
    line->addWidget(m_rename);
    line->addWidget(m_delete);
    line->addWidget(m_told, 1);
    line->addWidget(m_undo);
    connect(m_rename, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_delete, &QPushButton::clicked, this, &NewDialog::removeCurrent);
    connect(m_undo, &QPushButton::clicked, this, &NewDialog::undoRemove);
    auto *key = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, &NewDialog::removeCurrent);
    tell({});
    return m_manage;
}

void NewDialog::tell(const QString &words, bool canUndo)
{
    m_told->setText(words);
    m_undo->setVisible(canUndo);
    m_manage->setVisible(!m_templates.own().all().empty() || canUndo);
}

void NewDialog::showCurrent()
{
    if (m_isFilling)
        return;
    const workspace::Template *one = current();
    m_make->setEnabled(chosen());
    m_choice->setVisible(!one || (!isMessage(*one) && !one->isQuestion)); // others know no extracts
    m_rename->setEnabled(one && one->isOwn);
    m_delete->setEnabled(one && one->isOwn);
    if (!one || !one->isOwn || one->error)
        return;
    // One's own says itself what it is; the choice may still be another.
    const auto document = payload::Document::read(QByteArray::fromStdString(one->text));
    const payload::Value avail = document ? (*document)->root().member("avail") : payload::Value();
    const bool isPartial = avail.member("Disposition").member("EntryType").string() == "PartialExtract";
    m_extract->button(static_cast<int>(isPartial ? workspace::Extract::Partial : workspace::Extract::Full))
        ->setChecked(true);
}

void NewDialog::rename(QListWidgetItem *item)
{
    const QString before = item->data(NameRole).toString();
    const QString wanted = item->text().trimmed();
    if (m_isFilling || wanted == before)
        return;
    const auto done = m_templates.own().rename(before, wanted);
    m_templates.own().reload();
    tell(done ? QString() : sentence(done.error()));
    // Not from within the signal of an item that goes.
    QMetaObject::invokeMethod(
        this,
        [this, id = "own:" + (done ? wanted : before).toStdString()] {
            fill(id);
            showCurrent();
        },
        Qt::QueuedConnection);
}

void NewDialog::removeCurrent()
{
    const workspace::Template *one = current();
    if (!one || !one->isOwn)
        return;
    const QString name = one->name;
    const auto bytes = m_templates.own().remove(name);
    if (!bytes) {
        tell(sentence(bytes.error()));
        return;
    }
    m_removedName = name;
    m_removed = *bytes;
    const int row = m_list->currentRow();
    m_templates.own().reload();
    fill({});
    const int last = m_list->count() - 1;
    m_list->setCurrentRow(std::min(row, last));
    showCurrent();
    tell(tr("“%1” is deleted.").arg(name), true);
}

void NewDialog::undoRemove()
{
    const auto done = m_templates.own().restore(m_removedName, m_removed);
    m_templates.own().reload();
    fill("own:" + m_removedName.toStdString());
    showCurrent();
    tell(done ? QString() : sentence(done.error()), !done);
    m_list->setFocus();
}

const workspace::Template *NewDialog::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? m_templates.find(item->data(IdRole).toString().toStdString()) : nullptr;
}

const workspace::Template *NewDialog::chosen() const
{
    const workspace::Template *one = current();
    return one && !one->error ? one : nullptr;
}

void NewDialog::accept()
{
    if (chosen())
        QDialog::accept();
}

workspace::Extract NewDialog::extract() const
{
    return static_cast<workspace::Extract>(m_extract->checkedId());
}

} // namespace marquee::shell
