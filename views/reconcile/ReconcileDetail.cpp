// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/ReconcileDetail.h"

#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace marquee::reconcile {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int RowHeight = 32;

QLabel *label(const QString &name, const QString &role, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setObjectName(name);
    made->setProperty("role", role);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    made->setSizePolicy(policy);
    return made;
}

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAccessibleName(text);
    return made;
}

} // namespace

ReconcileDetail::ReconcileDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(label(u"reconcileDetailTitle"_s, {}, this))
    , m_words(label(u"reconcileDetailWords"_s, u"note"_s, this))
    , m_outcome(label(u"reconcileDetailOutcome"_s, u"note"_s, this))
    , m_table(new QTableView(this))
    , m_open(button(u"reconcileOpen"_s, tr("Go to the field"), this))
    , m_force(button(u"reconcileForce"_s, tr("Send it all the same…"), this))
{
    m_title->setWordWrap(false);
    m_force->setToolTip(tr("Send it although somebody changed it at the partner since it was fetched"));
    m_table->setObjectName(u"reconcileFields"_s);
    m_table->setAccessibleName(tr("What differs, field by field"));
    m_table->setModel(&m_fields);
    m_table->setProperty("card", true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto *head = new QHBoxLayout;
    head->setSpacing(scaled(8));
    head->addWidget(m_title, 1);
    head->addWidget(m_force);
    head->addWidget(m_open);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(8), 0, 0);
    layout->setSpacing(scaled(8));
    layout->addLayout(head);
    layout->addWidget(m_words);
    layout->addWidget(m_outcome);
    layout->addWidget(m_table, 100);
    layout->addStretch(1); // where there is no table
    connect(m_open, &QPushButton::clicked, this, &ReconcileDetail::openWanted);
    connect(m_force, &QPushButton::clicked, this, &ReconcileDetail::forceWanted);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ReconcileDetail::applyTheme);
    applyTheme();
}

void ReconcileDetail::applyTheme()
{
    m_title->setFont(theme::headingFont());
    m_table->verticalHeader()->setDefaultSectionSize(scaled(RowHeight));
    m_table->setMinimumHeight(scaled(3 * RowHeight)); // the headings and two rows
}

void ReconcileDetail::add(const QString &field, const QString &partner, const QString &document)
{
    QList<QStandardItem *> row;
    for (const QString &text : {field, partner, document}) {
        auto *item = new QStandardItem(text.isEmpty() ? u"—"_s : text);
        item->setToolTip(text);
        item->setEditable(false);
        row << item;
    }
    m_fields.appendRow(row);
}

void ReconcileDetail::fill(const std::vector<changes::Difference> &differences)
{
    for (const changes::Difference &one : differences) {
        const qsizetype cut = one.place.indexOf(u" › "_s);
        add(cut >= 0 ? one.place.mid(cut + 3) : one.place, one.beforeWords, one.afterWords);
    }
}

void ReconcileDetail::fill(const WindowStanding &window)
{
    const bool isGone = window.status == Status::Gone || window.status == Status::Removed;
    const auto both = [&](const QString &field, const QString &text) {
        add(field, isGone || window.status == Status::Same ? text : QString(), isGone ? QString() : text);
    };
    both(tr("Licence"), window.licence);
    both(tr("Territory"), window.territory);
    both(tr("Format"), window.format);
    both(tr("Start"), readableTime(window.start));
    both(tr("End"), readableTime(window.end));
}

void ReconcileDetail::show(const ReconcileModel &model, const QModelIndex &index)
{
    m_fields.clear();
    m_fields.setHorizontalHeaderLabels({tr("Field"), tr("At the partner"), tr("In the document")});
    const AvailStanding *avail = model.avail(index);
    const WindowStanding *window = model.window(index);
    const bool isAvail = model.isAvail(index);
    m_open->setVisible(avail && (!window || window->place));
    m_open->setText(isAvail ? tr("Open the document") : tr("Go to the field"));
    m_open->setAccessibleName(m_open->text());
    m_force->setVisible(avail && !avail->conflict.isEmpty());
    m_title->setText(!avail ? QString()
            : window        ? tr("%1 of %2").arg(index.data().toString(), availTitle(*avail))
                            : availTitle(*avail));
    QStringList words;
    QStringList outcome;
    if (avail && isAvail) {
        words << avail->name;
        if (avail->fetched.isValid())
            words << tr("Fetched at %1.")
                         .arg(QLocale().toString(avail->fetched.toLocalTime().time(), QLocale::ShortFormat));
        words << avail->problem << avail->notes;
        outcome << avail->conflict << resultWords(avail->headResult);
    } else if (window) {
        words << window->note << (differs(window->status) ? window->cannot : QString());
        outcome << avail->conflict << resultWords(window->result);
    } else if (avail) {
        words << tr("Title, metadata and what else stands around the windows. It can only be sent with the whole "
                    "avail.");
        outcome << avail->conflict << resultWords(avail->headResult);
    }
    outcome.removeDuplicates();
    words.removeAll(QString());
    outcome.removeAll(QString());
    if (avail && !avail->conflict.isEmpty())
        outcome.removeAll(tr("Not sent: %1").arg(avail->conflict));
    m_words->setText(words.join(isAvail ? u" · "_s : u" "_s));
    m_words->setVisible(!words.isEmpty());
    m_outcome->setText(outcome.join(u' '));
    m_outcome->setVisible(!outcome.isEmpty());
    if (window && window->differences.empty())
        fill(*window);
    else if (window)
        fill(window->differences);
    else if (avail)
        fill(avail->head);
    m_table->setVisible(m_fields.rowCount() > 0);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

} // namespace marquee::reconcile
