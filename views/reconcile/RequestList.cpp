// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/RequestList.h"

#include "reconcile/ReconcileDelegate.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

#include <algorithm>

namespace marquee::reconcile {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int RowHeight = 32;
constexpr qsizetype LongestShown = 64 * 1024; ///< bytes of a request

QStandardItem *cell(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setToolTip(text);
    return item;
}

/// What is to be known of a request, or what became of it.
QString noteOf(const PlannedRequest &request)
{
    if (request.result.state == Result::State::Done || request.result.state == Result::State::Sending)
        return resultWords(request.result);
    if (request.result.state == Result::State::HeldBack)
        return resultWords(request.result);
    return request.notes.join(u' ');
}

} // namespace

RequestList::RequestList(ReconcileDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_counts(new QLabel(this))
    , m_back(new QPushButton(tr("Back to the windows"), this))
    , m_table(new QTableView(this))
    , m_text(new QPlainTextEdit(this))
{
    m_counts->setObjectName(u"reconcileRequestCounts"_s);
    m_back->setObjectName(u"reconcileBack"_s);
    m_back->setAccessibleName(m_back->text());
    m_table->setObjectName(u"reconcileRequests"_s);
    m_table->setAccessibleName(tr("The requests, in the order in which they go"));
    m_table->setModel(&m_rows);
    m_table->setProperty("card", true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_text->setObjectName(u"reconcileRequestText"_s);
    m_text->setAccessibleName(tr("The request as it goes over the wire; secrets by their names"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(scaled(8));
    head->addWidget(m_counts, 1);
    head->addWidget(m_back);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setHandleWidth(scaled(8));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    layout->addLayout(head);
    layout->addWidget(splitter, 1);
    connect(m_back, &QPushButton::clicked, this, &RequestList::backWanted);
    connect(&desk, &ReconcileDesk::planned, this, &RequestList::fill);
    connect(&desk, &ReconcileDesk::requestChanged, this, &RequestList::update);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RequestList::showCurrent);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &RequestList::applyTheme);
    applyTheme();
}

void RequestList::applyTheme()
{
    m_table->verticalHeader()->setDefaultSectionSize(scaled(RowHeight));
    m_text->setFont(theme::codeFont());
}

void RequestList::focusList()
{
    m_table->setFocus();
}

void RequestList::fill()
{
    m_rows.clear();
    m_rows.setHorizontalHeaderLabels({tr("Method"), tr("What"), tr("Address"), tr("Size"), tr("Note")});
    int held = 0;
    for (const PlannedRequest &request : m_desk.requests()) {
        held += request.held.isEmpty() ? 0 : 1;
        m_rows.appendRow({cell(QString::fromLatin1(request.request.method)), cell(request.about),
            cell(QString::fromUtf8(request.request.url.toEncoded())),
            cell(QLocale().formattedDataSize(request.body.size())), cell(noteOf(request))});
        update(m_rows.rowCount() - 1);
    }
    const int all = static_cast<int>(m_desk.requests().size());
    m_counts->setText(all == 0 ? tr("Nothing is chosen that could be sent.")
            : held == 0        ? tr("%n request(s) would be sent. Nothing has been sent yet.", nullptr, all)
                               : QString(tr("%n request(s) would be sent.", nullptr, all - held) + u' '
                                   + tr("%n would be held back.", nullptr, held)));
    const int widths[] = {80, 240, 360, 96};
    for (int column = 0; column < Note; ++column)
        m_table->setColumnWidth(column, scaled(widths[column]));
    if (all > 0)
        m_table->setCurrentIndex(m_rows.index(0, 0));
    showCurrent();
}

void RequestList::update(int request)
{
    if (request >= m_rows.rowCount())
        return;
    const PlannedRequest &one = m_desk.requests()[static_cast<std::size_t>(request)];
    QStandardItem *note = m_rows.item(request, Note);
    note->setText(noteOf(one));
    note->setToolTip(note->text());
    if (one.result.state == Result::State::HeldBack)
        note->setIcon(outcomeIcon(-1));
    else if (one.result.state == Result::State::Done)
        note->setIcon(outcomeIcon(static_cast<int>(one.result.outcome.kind)));
    if (!m_desk.wasSent())
        return;
    const auto done = std::count_if(m_desk.requests().begin(), m_desk.requests().end(),
        [](const PlannedRequest &each) { return each.result.isAccepted(); });
    m_counts->setText(tr("%1 of %n request(s) accepted.", nullptr, static_cast<int>(m_desk.requests().size()))
                          .arg(QLocale().toString(static_cast<qlonglong>(done))));
}

void RequestList::showCurrent()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= static_cast<int>(m_desk.requests().size())) {
        m_text->clear();
        return;
    }
    const QByteArray http = partners::toHttp(m_desk.requests()[static_cast<std::size_t>(row)].request);
    QString text = QString::fromUtf8(http.left(LongestShown));
    if (http.size() > LongestShown)
        text += u'…';
    m_text->setPlainText(text);
}

} // namespace marquee::reconcile
