// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/ChangesPanel.h"

#include "changes/ChangesFilter.h"
#include "changes/ChangesModel.h"
#include "changes/ChangesTable.h"
#include "changes/PutBack.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>

namespace marquee::changes {

using namespace Qt::StringLiterals;
using workspace::OpenDocument;

namespace {

constexpr int Pause = 250; ///< milliseconds without an edit before it compares again

} // namespace

ChangesPanel::ChangesPanel(rules::Rulebook book, FileReader reader, QWidget *parent)
    : QWidget(parent)
    , m_comparer(new Comparer(std::move(book), std::move(reader), this))
    , m_model(new ChangesModel(this))
    , m_filter(new ChangesFilter(this))
{
    m_filter->setSourceModel(m_model);
    m_bar = new ChangesBar(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    m_pages = new QStackedLayout;
    layout->addLayout(m_pages, 1);
    m_pages->addWidget(makeList());
    m_pages->addWidget(makeEmpty());
    m_later.setSingleShot(true);

    connect(&m_later, &QTimer::timeout, this, &ChangesPanel::compareNow);
    connect(m_comparer, &Comparer::finished, this, &ChangesPanel::present);
    connect(m_bar, &ChangesBar::otherChanged, this, &ChangesPanel::chooseOther);
    connect(m_bar, &ChangesBar::chooseWanted, this, &ChangesPanel::fileWanted);
    connect(m_bar, &ChangesBar::filterChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        updateWords();
    });
    connect(m_bar, &ChangesBar::kindToggled, this, [this](Difference::Kind kind, bool shown) {
        m_filter->setShown(kind, shown);
        updateWords();
    });
    connect(m_bar, &ChangesBar::putBackWanted, this, [this] { putBack(m_table->currentIndex()); });
    connect(m_bar, &ChangesBar::listWanted, this, &ChangesPanel::focusFirst);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ChangesPanel::applyFonts);
    updateWords();
}

QWidget *ChangesPanel::makeList()
{
    auto *page = new QWidget(this);
    m_table = new ChangesTable(page);
    m_table->setObjectName(u"changesTable"_s);
    m_table->setAccessibleName(tr("Differences"));
    m_table->setAccessibleDescription(tr("Enter goes to the field, Control and full stop puts the difference back."));
    m_table->setModel(m_filter);
    m_more = new QLabel(page);
    m_more->setObjectName(u"changesMore"_s);
    m_more->setProperty("role", u"note"_s);
    m_more->setContentsMargins(16, 4, 16, 4);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_table, 1);
    rows->addWidget(m_more);
    connect(m_table, &ChangesTable::goWanted, this, &ChangesPanel::go);
    connect(m_table, &ChangesTable::putBackWanted, this, &ChangesPanel::putBack);
    connect(m_table, &ChangesTable::menuWanted, this, &ChangesPanel::showMenu);
    connect(m_table, &ChangesTable::currentMoved, this, &ChangesPanel::updatePutBack);
    return page;
}

QWidget *ChangesPanel::makeEmpty()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 8, 16, 8);
    m_emptyWords = new QLabel(page);
    m_emptyWords->setObjectName(u"changesEmpty"_s);
    m_emptyWords->setProperty("role", u"note"_s);
    m_emptyWords->setAlignment(Qt::AlignCenter);
    m_emptyWords->setWordWrap(true);
    m_step = new QPushButton(page);
    m_step->setObjectName(u"changesStep"_s);
    m_step->setProperty("role", u"link"_s);
    layout->addStretch(1);
    layout->addWidget(m_emptyWords);
    layout->addWidget(m_step, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    connect(m_step, &QPushButton::clicked, this, [this] {
        if (m_model->rowCount() > 0) {
            m_bar->clearFilters();
            m_table->setFocus();
        } else {
            Q_EMIT fileWanted();
        }
    });
    return page;
}

/// What was set before the style sheet came to a widget, it took back.
void ChangesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
    m_later.start(0);
}

void ChangesPanel::applyFonts()
{
    m_more->setFont(theme::noteFont());
    m_table->fitColumns();
}

void ChangesPanel::setDocument(OpenDocument *document)
{
    if (document && m_document == document)
        return;
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    if (document) {
        connect(document, &OpenDocument::changed, this, &ChangesPanel::later);
        connect(document, &OpenDocument::stateChanged, this, &ChangesPanel::stateChanged);
        connect(document, &QObject::destroyed, this, &ChangesPanel::restart);
        m_path = document->path();
        m_wasModified = document->isModified();
    }
    m_reply.clear();
    m_replyName.clear();
    restart();
}

void ChangesPanel::setLastReply(const QByteArray &body, const QString &name)
{
    m_reply = body;
    m_replyName = name;
    if (m_bar->other() == Other::LastAnswer)
        restart();
}

void ChangesPanel::setFile(const QString &path)
{
    m_file = path;
    m_bar->setFileName(QFileInfo(path).fileName());
    if (m_bar->other() == Other::File)
        restart();
    else
        m_bar->setOther(Other::File);
}

void ChangesPanel::compareWith(Other other)
{
    m_bar->setOther(other);
}

void ChangesPanel::reload()
{
    m_isStale = true;
    m_later.start(0);
}

int ChangesPanel::count() const
{
    return static_cast<int>(m_model->comparison().total());
}

void ChangesPanel::focusFirst()
{
    if (m_filter->rowCount() == 0)
        return;
    m_table->setCurrentIndex(m_filter->index(0, ChangesModel::Place));
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void ChangesPanel::chooseOther()
{
    restart();
    if (m_bar->other() == Other::File && m_file.isEmpty())
        Q_EMIT fileWanted();
}

/// What was shown speaks of something else: nothing stands until the next result.
void ChangesPanel::restart()
{
    m_comparer->forget();
    m_isStale = true;
    m_hasResult = false;
    const int before = count();
    m_model->setComparison({});
    m_bar->setCounts({});
    updateWords();
    if (before != 0)
        Q_EMIT countChanged(0);
    m_later.start(0);
}

void ChangesPanel::later()
{
    updatePutBack();
    m_later.start(Pause);
}

/// The saved file may be another one now, or say something else.
void ChangesPanel::stateChanged()
{
    const bool isModified = m_document->isModified();
    const bool isNew = m_document->path() != m_path || (m_wasModified && !isModified);
    m_path = m_document->path();
    m_wasModified = isModified;
    if (isNew && m_bar->other() == Other::SavedFile)
        reload();
}

std::optional<Source> ChangesPanel::source() const
{
    switch (m_bar->other()) {
    case Other::SavedFile:
        return m_document->path().isEmpty() ? std::nullopt : std::optional(Source{m_document->path(), {}, false});
    case Other::LastAnswer:
        return m_reply.isEmpty() ? std::nullopt : std::optional(Source{{}, m_reply, true});
    case Other::File:
        return m_file.isEmpty() ? std::nullopt : std::optional(Source{m_file, {}, false});
    }
    return std::nullopt;
}

void ChangesPanel::compareNow()
{
    if (!isVisible())
        return; // showEvent comes back to it
    if (!obstacle().isEmpty()) {
        if (m_hasResult)
            restart();
        return;
    }
    if (m_isStale) {
        m_comparer->setSource(*source());
        m_isStale = false;
    } else if (m_hasResult && !m_comparer->error() && !m_comparer->isBusy()
        && m_comparer->state() == m_document->state()) {
        return; // it was shown again
    }
    m_comparer->compare(m_document->text(), m_document->state(), m_document->origin() == OpenDocument::Origin::Reply);
    updateWords();
}

void ChangesPanel::present()
{
    m_hasResult = true;
    const QModelIndex current = m_table->currentIndex();
    const Difference *was = differenceAt(current);
    const auto kept = was ? std::optional(*was) : std::nullopt;
    const int row = current.row();
    m_model->setComparison(m_comparer->comparison());
    const QString titles[] = {tr("In the saved file"),
        m_replyName.isEmpty() ? tr("In the last answer") : tr("In the answer: %1").arg(m_replyName),
        tr("In %1").arg(QFileInfo(m_file).fileName())};
    m_model->setBeforeTitle(titles[static_cast<std::size_t>(m_bar->other())]);
    m_bar->setCounts(m_model->comparison());
    if (kept && m_filter->rowCount() > 0) {
        const int found = m_model->find(*kept);
        const QModelIndex same
            = found < 0 ? QModelIndex() : m_filter->mapFromSource(m_model->index(found, ChangesModel::Place));
        m_table->setCurrentIndex(
            same.isValid() ? same : m_filter->index(std::min(row, m_filter->rowCount() - 1), ChangesModel::Place));
    }
    m_table->fitColumns();
    updateWords();
    Q_EMIT countChanged(count());
}

QString ChangesPanel::obstacle() const
{
    if (!m_document)
        return tr("Open or make a document to compare it.");
    if (!m_document->isPayload())
        return tr("This text isn't well-formed. It can be compared as soon as it is.");
    if (source())
        return {};
    switch (m_bar->other()) {
    case Other::SavedFile:
        return tr("This document hasn't been saved yet. Save it, or compare it with another file.");
    case Other::LastAnswer:
        return tr("The partner hasn't answered about this document yet. Fetch it, and what differs appears here.");
    case Other::File:
        return tr("Choose the file to compare this document with.");
    }
    return {};
}

QString ChangesPanel::emptyWords() const
{
    const QString inTheWay = obstacle();
    if (!inTheWay.isEmpty())
        return inTheWay;
    if (m_model->rowCount() > 0)
        return tr("No difference is left by the filter.");
    if (!m_hasResult)
        return tr("Comparing…");
    if (const auto &error = m_comparer->error())
        return sentence(*error);
    return tr("No differences: both say the same.");
}

void ChangesPanel::updateWords()
{
    const bool isFiltered = m_model->rowCount() > 0;
    const bool needsFile = m_document && m_document->isPayload()
        && ((m_bar->other() != Other::LastAnswer && !source())
            || (m_bar->other() == Other::File && m_comparer->error()));
    m_emptyWords->setText(emptyWords());
    m_step->setVisible(isFiltered || needsFile);
    m_step->setAccessibleName(isFiltered ? tr("Show all differences") : tr("Choose a file…"));
    m_step->setText(isFiltered ? tr("Show all differences") : tr("Choose a file…"));
    m_pages->setCurrentIndex(m_filter->rowCount() > 0 ? 0 : 1);
    const std::size_t more = m_model->comparison().total() - m_model->comparison().differences.size();
    m_more->setVisible(more > 0);
    m_more->setText(tr("…and %1 more, which aren't listed.").arg(QLocale().toString(static_cast<qulonglong>(more))));
    updatePutBack();
}

void ChangesPanel::updatePutBack()
{
    const Difference *difference = differenceAt(m_table->currentIndex());
    m_bar->setCanPutBack(difference && m_document && m_document->isPayload()
        && m_comparer->putBack(*difference, m_document->payload()).has_value());
}

const Difference *ChangesPanel::differenceAt(const QModelIndex &index) const
{
    return index.isValid() ? &m_model->difference(m_filter->mapToSource(index).row()) : nullptr;
}

void ChangesPanel::go(const QModelIndex &index)
{
    const Difference *difference = differenceAt(index);
    if (difference && m_document && m_document->isPayload())
        Q_EMIT activated(fieldOf(*difference, m_document->payload()));
}

void ChangesPanel::putBack(const QModelIndex &index)
{
    const Difference *difference = differenceAt(index);
    if (!difference || !m_document || !m_document->isPayload())
        return;
    const auto edit = m_comparer->putBack(*difference, m_document->payload());
    if (!edit)
        return; // the list is about to be made anew
    const auto done = m_document->apply(*edit, {tr("Put back %1").arg(difference->place), {}});
    if (!done)
        Q_EMIT failed(done.error());
    m_later.start(0);
}

void ChangesPanel::showMenu(const QModelIndex &index, const QPoint &global)
{
    const Difference &difference = *differenceAt(index);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"changesMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex row(index);
    menu->addAction(tr("Go to the field"), QKeySequence(Qt::Key_Return), this, [this, row] { go(row); });
    QAction *back
        = menu->addAction(tr("Put back"), QKeySequence(Qt::CTRL | Qt::Key_Period), this, [this, row] { putBack(row); });
    back->setEnabled(
        m_document && m_document->isPayload() && m_comparer->putBack(difference, m_document->payload()).has_value());
    menu->addSeparator();
    const auto addCopy = [&](const QString &title, bool stands, const std::string &json) {
        QAction *copy = menu->addAction(
            title, this, [text = QString::fromStdString(json)] { QGuiApplication::clipboard()->setText(text); });
        copy->setEnabled(stands);
    };
    addCopy(tr("Copy the other value"), difference.before && !difference.beforeIsCut, difference.beforeValue);
    addCopy(tr("Copy this document's value"), difference.after && !difference.afterIsCut, difference.afterValue);
    menu->popup(global);
}

} // namespace marquee::changes
