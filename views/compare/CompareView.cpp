// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/CompareView.h"

#include "changes/ChangesFilter.h"
#include "changes/ChangesModel.h"
#include "changes/ChangesTable.h"
#include "compare/MemberChips.h"
#include "editor/QuietCombo.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedLayout>

namespace marquee::compare {

using namespace Qt::StringLiterals;
using changes::ChangesModel;
using changes::Difference;
using theme::scaled;

namespace {

constexpr std::array sides{Side::Before, Side::After};

QString kindWords(Entry::Kind kind)
{
    switch (kind) {
    case Entry::Kind::Document:
        return CompareView::tr("open");
    case Entry::Kind::File:
        return CompareView::tr("file");
    case Entry::Kind::Answer:
        return CompareView::tr("answer");
    case Entry::Kind::Journal:
        break;
    }
    return CompareView::tr("journal");
}

QString entryWords(const Entry &entry)
{
    QStringList parts{entry.title, kindWords(entry.kind), entry.detail};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// What a file may be called everywhere.
QString fileName(const QString &title)
{
    static const QRegularExpression others(u"[^\\w-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return QString(title).replace(others, u"-"_s).left(40);
}

} // namespace

CompareView::CompareView(const rules::Rulebook &book, QWidget *parent)
    : QWidget(parent)
    , m_comparer(new PairComparer(book, this))
    , m_model(new ChangesModel(this))
    , m_filter(new changes::ChangesFilter(this))
{
    setObjectName(u"compareView"_s);
    m_filter->setSourceModel(m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    layout->setSpacing(scaled(8));
    layout->addWidget(makeSides());
    layout->addWidget(makeShortcuts());
    layout->addWidget(makeHead());
    m_pages = new QStackedLayout;
    layout->addLayout(m_pages, 1);
    m_table = new changes::ChangesTable(this);
    m_table->setObjectName(u"compareDifferences"_s);
    m_table->setAccessibleName(tr("Differences"));
    m_table->setAccessibleDescription(tr("Enter goes to the field."));
    m_table->setProperty("card", true);
    m_table->setModel(m_filter);
    m_pages->addWidget(m_table);
    m_pages->addWidget(makeEmpty());
    connect(m_table, &changes::ChangesTable::goWanted, this, &CompareView::go);
    connect(m_comparer, &PairComparer::finished, this, &CompareView::present);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &CompareView::applyFonts);
    updateWords();
}

QComboBox *CompareView::makeList(Side side, const QString &label, QBoxLayout &layout)
{
    auto *words = new QLabel(label, this);
    words->setProperty("role", u"label"_s);
    auto *combo = new editor::QuietCombo(this);
    combo->setObjectName(side == Side::Before ? u"compareBefore"_s : u"compareAfter"_s);
    combo->setAccessibleName(label);
    combo->setPlaceholderText(tr("Choose…"));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(20);
    words->setBuddy(combo);
    layout.addWidget(words);
    layout.addWidget(combo, 1);
    connect(combo, &QComboBox::activated, this, [this, side](int row) { took(side, row); });
    return combo;
}

QWidget *CompareView::makeSides()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    rows->setSpacing(scaled(8));
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(8));
    m_lists[0] = makeList(Side::Before, tr("Before"), *line);
    auto *swap = new QPushButton(tr("Swap"), card);
    swap->setObjectName(u"compareSwap"_s);
    swap->setAccessibleName(tr("Swap the two sides"));
    connect(swap, &QPushButton::clicked, this, &CompareView::swapSides);
    line->addWidget(swap);
    m_lists[1] = makeList(Side::After, tr("After"), *line);
    rows->addLayout(line);
    rows->addWidget(makeLeniency());
    return card;
}

QWidget *CompareView::makeLeniency()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    m_anyOrder = new QCheckBox(tr("Any order of lists"), row);
    m_anyOrder->setObjectName(u"compareAnyOrder"_s);
    m_anyOrder->setAccessibleName(m_anyOrder->text());
    m_anyOrder->setToolTip(tr(
        "The order of items in a list doesn't count. That of windows, terms, territories and languages never does."));
    auto *label = new QLabel(tr("Leave out"), row);
    label->setProperty("role", u"label"_s);
    m_ignored = new MemberChips(u"compareIgnored"_s, tr("a member, then Enter"), row);
    layout->addWidget(m_anyOrder, 0, Qt::AlignVCenter);
    layout->addSpacing(scaled(8));
    layout->addWidget(label, 0, Qt::AlignVCenter);
    layout->addWidget(m_ignored, 1);
    connect(m_anyOrder, &QCheckBox::toggled, this, &CompareView::setLeniency);
    connect(m_ignored, &MemberChips::changed, this, &CompareView::setLeniency);
    return row;
}

QWidget *CompareView::makeShortcuts()
{
    m_shortcuts = new QWidget(this);
    auto *layout = new QHBoxLayout(m_shortcuts);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    auto *label = new QLabel(tr("The same call in"), m_shortcuts);
    label->setProperty("role", u"label"_s);
    m_environment = new editor::QuietCombo(m_shortcuts);
    m_environment->setObjectName(u"compareEnvironment"_s);
    m_environment->setAccessibleName(tr("Environment for the same call"));
    label->setBuddy(m_environment);
    m_sameCall = new QPushButton(tr("Call and compare"), m_shortcuts);
    m_sameCall->setObjectName(u"compareSameCall"_s);
    m_sameCall->setAccessibleName(tr("Make the same call in the other environment and compare the answers"));
    m_lastTime = new QPushButton(tr("Now and the last time"), m_shortcuts);
    m_lastTime->setObjectName(u"compareLastTime"_s);
    m_lastTime->setAccessibleName(tr("Compare the answer with the one before it"));
    layout->addWidget(label);
    layout->addWidget(m_environment);
    layout->addWidget(m_sameCall);
    layout->addSpacing(scaled(8));
    layout->addWidget(m_lastTime);
    layout->addStretch(1);
    connect(m_sameCall, &QPushButton::clicked, this, [this] { Q_EMIT sameCallWanted(m_environment->currentText()); });
    connect(m_lastTime, &QPushButton::clicked, this, &CompareView::lastTimeWanted);
    m_shortcuts->hide();
    return m_shortcuts;
}

QWidget *CompareView::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    m_counts = new QLabel(head);
    m_counts->setObjectName(u"compareCounts"_s);
    m_progress = new QProgressBar(head);
    m_progress->setRange(0, 0);
    m_progress->setObjectName(u"compareProgress"_s);
    m_progress->setAccessibleName(tr("Comparing"));
    m_progress->setTextVisible(false);
    m_cancel = new QPushButton(tr("Cancel"), head);
    m_cancel->setObjectName(u"compareCancel"_s);
    m_cancel->setAccessibleName(tr("Stop comparing"));
    m_search = new QLineEdit(head);
    m_search->setObjectName(u"compareFilter"_s);
    m_search->setPlaceholderText(tr("Filter differences"));
    m_search->setAccessibleName(tr("Filter differences"));
    m_search->setClearButtonEnabled(true);
    m_export = new QPushButton(tr("Export…"), head);
    m_export->setObjectName(u"compareExport"_s);
    m_export->setAccessibleName(tr("Export a report"));
    auto *menu = new QMenu(m_export);
    for (const bool isHtml : {true, false}) {
        QAction *action = menu->addAction(isHtml ? tr("As a page (HTML)…") : tr("As text (Markdown)…"));
        action->setObjectName(isHtml ? u"compareExportHtml"_s : u"compareExportMarkdown"_s);
        connect(action, &QAction::triggered, this, [this, isHtml] { exportAs(isHtml); });
    }
    m_export->setMenu(menu);
    layout->addWidget(m_counts);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addStretch(1);
    layout->addWidget(m_search);
    layout->addWidget(m_export);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        updateWords();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_comparer->cancel();
        m_isCancelled = true;
        updateWords();
    });
    return head;
}

QWidget *CompareView::makeEmpty()
{
    auto *page = new QFrame(this);
    page->setProperty("card", true);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    m_empty = new QLabel(page);
    m_empty->setObjectName(u"compareEmpty"_s);
    m_empty->setProperty("role", u"note"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    layout->addWidget(m_empty);
    return page;
}

void CompareView::setEntries(const std::vector<Entry> &entries)
{
    m_entries = entries;
    for (const Side side : sides) {
        QComboBox *combo = list(side);
        const QSignalBlocker quiet(combo);
        combo->clear();
        int chosen = -1;
        for (const Entry &entry : entries) {
            if (entry.key == at(side).key && !entry.key.isEmpty())
                chosen = combo->count();
            combo->addItem(entryWords(entry));
            combo->setItemData(combo->count() - 1, entryWords(entry), Qt::ToolTipRole);
        }
        combo->setCurrentIndex(chosen);
        if (chosen < 0 && !at(side).title.isEmpty())
            combo->setPlaceholderText(at(side).title); // an answer that isn't in the list
    }
    updateWords();
}

void CompareView::choose(Side side, const QString &key)
{
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].key == key) {
            list(side)->setCurrentIndex(static_cast<int>(row));
            took(side, static_cast<int>(row));
            return;
        }
    }
}

QString CompareView::chosen(Side side) const
{
    return at(side).key;
}

void CompareView::took(Side side, int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_entries.size())
        return;
    const Entry entry = m_entries[static_cast<std::size_t>(row)];
    at(side) = {entry.key, entry.title, entry.isReply(), true, {}};
    m_comparer->clearSide(side);
    m_model->setComparison({});
    updateWords();
    Q_EMIT bytesWanted(side, entry.key);
}

void CompareView::setSide(Side side, const QString &title, const QByteArray &bytes)
{
    setSide(side, title, bytes, at(side).isReply);
}

void CompareView::setSide(Side side, const QString &title, const QByteArray &bytes, bool isReply)
{
    Chosen &chosen = at(side);
    if (!chosen.isWaiting) { // nobody chose it from the list
        chosen.key.clear();
        list(side)->setCurrentIndex(-1);
        list(side)->setPlaceholderText(title);
    }
    chosen.title = title;
    chosen.isReply = isReply;
    chosen.isWaiting = false;
    chosen.failure.clear();
    m_comparer->setSide(side, bytes, isReply);
    compareNow();
}

void CompareView::failSide(Side side, const Error &error)
{
    at(side).isWaiting = false;
    at(side).failure = sentence(error);
    m_comparer->clearSide(side);
    m_model->setComparison({});
    updateWords();
}

void CompareView::setEnvironments(const QStringList &names)
{
    m_environment->clear();
    m_environment->addItems(names);
    m_shortcuts->setVisible(!names.isEmpty());
}

void CompareView::setCanRepeat(bool environment, bool lastTime)
{
    m_environment->setEnabled(environment);
    m_sameCall->setEnabled(environment);
    m_lastTime->setEnabled(lastTime);
}

void CompareView::setIgnored(const QStringList &members, bool anyOrder)
{
    {
        const QSignalBlocker quiet(m_ignored);
        const QSignalBlocker quietToo(m_anyOrder);
        m_ignored->setMembers(members);
        m_anyOrder->setChecked(anyOrder);
    }
    setLeniency();
}

QStringList CompareView::ignored() const
{
    return m_ignored->members();
}

bool CompareView::anyOrder() const
{
    return m_anyOrder->isChecked();
}

void CompareView::swapSides()
{
    std::swap(m_chosen[0], m_chosen[1]);
    const int before = m_lists[0]->currentIndex();
    const QString placeholder = m_lists[0]->placeholderText();
    m_lists[0]->setCurrentIndex(m_lists[1]->currentIndex());
    m_lists[0]->setPlaceholderText(m_lists[1]->placeholderText());
    m_lists[1]->setCurrentIndex(before);
    m_lists[1]->setPlaceholderText(placeholder);
    m_comparer->swap();
    compareNow();
    // Whoever is on the way with a side's bytes brings them to where it was: ask again.
    for (const Side side : sides) {
        if (at(side).isWaiting)
            Q_EMIT bytesWanted(side, at(side).key);
    }
}

void CompareView::setLeniency()
{
    const auto ignoring = changes::Ignoring::parse(m_ignored->members());
    m_comparer->setLeniency(m_anyOrder->isChecked(), ignoring.value_or(changes::Ignoring()));
    compareNow();
    Q_EMIT ignoredChanged();
}

void CompareView::compareNow()
{
    m_isCancelled = false;
    m_model->setComparison({});
    m_comparer->start();
    updateWords();
}

void CompareView::present()
{
    m_when = QDateTime::currentDateTimeUtc();
    m_model->setBeforeTitle(at(Side::Before).title);
    m_model->setAfterTitle(at(Side::After).title);
    m_model->setComparison(m_comparer->comparison());
    m_table->fitColumns();
    updateWords();
}

void CompareView::go(const QModelIndex &index)
{
    const QModelIndex row = m_filter->mapToSource(index);
    if (!row.isValid())
        return;
    const Difference &difference = m_model->difference(row.row());
    // The side of the cell, where the value stands there; else the other.
    const bool isBefore = difference.before && (row.column() == ChangesModel::Before || !difference.after);
    const Side side = isBefore ? Side::Before : Side::After;
    const payload::Pointer place = isBefore ? *difference.before : *difference.after;
    Q_EMIT placeWanted(side, at(side).key, place);
}

void CompareView::exportAs(bool isHtml)
{
    if (!m_comparer->hasResult())
        return;
    const auto described = m_comparer->describedFor({changes::isSecretName, m_mask});
    const auto masked = [this](const QString &text) { return m_mask ? m_mask(text) : text; };
    const changes::ReportInfo info{masked(at(Side::Before).title), masked(at(Side::After).title), m_when,
        m_ignored->members(), m_anyOrder->isChecked()};
    const QString name = fileName(at(Side::Before).title) + u"-"_s + fileName(at(Side::After).title);
    if (isHtml)
        Q_EMIT saveWanted(changes::toHtml(described, info), QString(name + u".html"_s));
    else
        Q_EMIT saveWanted(changes::toMarkdown(described, info), QString(name + u".md"_s));
}

QString CompareView::countWords() const
{
    const changes::Comparison &found = m_comparer->comparison();
    if (!m_comparer->hasResult() || found.total() == 0)
        return {};
    const QLocale locale;
    QStringList words{tr("%Ln difference(s)", nullptr, static_cast<int>(found.total()))};
    if (found.changed > 0)
        words << tr("%1 changed").arg(locale.toString(static_cast<qulonglong>(found.changed)));
    if (found.added > 0)
        words << tr("%1 added").arg(locale.toString(static_cast<qulonglong>(found.added)));
    if (found.removed > 0)
        words << tr("%1 removed").arg(locale.toString(static_cast<qulonglong>(found.removed)));
    if (!found.isWhole())
        words << tr("the first %1 are listed").arg(locale.toString(static_cast<qulonglong>(found.differences.size())));
    return words.join(u" · "_s);
}

QString CompareView::emptyWords() const
{
    for (const Side side : sides) {
        if (!at(side).failure.isEmpty())
            return at(side).failure;
    }
    if (const auto &failure = m_comparer->failure())
        return tr("%1 can't be compared: %2").arg(at(failure->side).title, sentence(failure->error));
    if (m_comparer->isRunning())
        return tr("Comparing…");
    if (at(Side::Before).isWaiting || at(Side::After).isWaiting)
        return tr("Reading…");
    if (m_isCancelled)
        return tr("Cancelled. Choose a side again to compare.");
    if (!m_comparer->hasSide(Side::Before) || !m_comparer->hasSide(Side::After))
        return tr("Choose two of what is open, the files, and what partners answered: what differs in meaning is "
                  "listed here.");
    if (m_model->rowCount() > 0)
        return tr("No difference has that text.");
    return m_anyOrder->isChecked() || !m_ignored->members().isEmpty()
        ? tr("Both say the same, but for what is left out.")
        : tr("Both say the same.");
}

void CompareView::updateWords()
{
    const bool isRunning = m_comparer->isRunning();
    m_progress->setVisible(isRunning);
    m_cancel->setVisible(isRunning);
    m_counts->setText(countWords());
    m_search->setVisible(m_model->rowCount() > 0);
    m_export->setEnabled(m_comparer->hasResult());
    for (QComboBox *combo : m_lists) // what is cut in it
        combo->setToolTip(combo->currentText());
    m_empty->setText(emptyWords());
    m_pages->setCurrentIndex(m_filter->rowCount() > 0 ? 0 : 1);
}

/// What was set before the style sheet came to a widget, it took back.
void CompareView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void CompareView::applyFonts()
{
    m_progress->setFixedSize(scaled(120), scaled(6));
    m_search->setFixedWidth(scaled(240));
    m_environment->setMinimumWidth(scaled(160));
    m_table->fitColumns();
}

} // namespace marquee::compare
