// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/FindPanel.h"

#include "search/FindModel.h"
#include "search/FindDelegate.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/RowTree.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>

namespace marquee::search {

using namespace Qt::StringLiterals;
using theme::scaled;
using workspace::FindInFiles;
using workspace::FindQuery;
using workspace::FindState;
using workspace::FoundDocument;

FindPanel::FindPanel(FindInFiles &find, QWidget *parent)
    : QWidget(parent)
    , m_find(find)
    , m_model(new FindModel(this))
{
    m_tree = new theme::RowTree(this);
    m_tree->setItemDelegate(new FindDelegate(m_tree));
    m_tree->setObjectName(u"findResults"_s);
    m_tree->setAccessibleName(tr("What was found"));
    m_tree->setAccessibleDescription(tr("Enter goes to a hit, and opens or closes a document's hits."));
    m_tree->setModel(m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"findProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the search"));
    m_progress->setTextVisible(false);
    layout->addWidget(m_progress);
    m_pages = new QStackedLayout;
    layout->addLayout(m_pages, 1);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(makeEmpty());

    connect(m_tree, &theme::RowTree::entryActivated, this, &FindPanel::go);
    connect(m_tree, &theme::RowTree::leftUpwards, this, [this] { focusField(); });
    connectFind();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &FindPanel::applyFonts);
    applyFonts();
    updateWords();
}

QPushButton *FindPanel::makeOption(const QString &name, const QString &text, const QString &help)
{
    auto *option = new QPushButton(text, this);
    option->setObjectName(name);
    option->setAccessibleName(text);
    option->setToolTip(help);
    option->setProperty("role", u"filter"_s);
    option->setCheckable(true);
    connect(option, &QPushButton::toggled, this, [this] {
        if (m_wasStarted)
            begin();
    });
    return option;
}

QWidget *FindPanel::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 4, 16, 4);
    layout->setSpacing(8);
    m_field = new QLineEdit(bar);
    m_field->setObjectName(u"findField"_s);
    m_field->setPlaceholderText(tr("Text, or a field = value"));
    m_field->setAccessibleName(tr("Find in all documents"));
    m_field->setToolTip(
        tr("Text in names and values, or a field and its value: LicenseType = SVOD, Territory/country = US, "
           "Start = 2027*. Put text in quotation marks to find an equals sign."));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::returnPressed, this, &FindPanel::begin);
    m_case = makeOption(u"findCase"_s, tr("Match case"), tr("Tell capitals and small letters apart"));
    m_words = makeOption(u"findWords"_s, tr("Whole words"), tr("Not inside longer words"));
    m_start = new QPushButton(bar);
    m_start->setObjectName(u"findStart"_s);
    connect(m_start, &QPushButton::clicked, this, &FindPanel::beginOrCancel);
    m_state = new theme::ElidedLabel(bar);
    m_state->setObjectName(u"findState"_s);
    m_state->setLook(theme::noteFont, theme::Token::TextSoft);
    m_state->setElide(Qt::ElideRight);
    layout->addWidget(m_field, 3);
    layout->addWidget(m_case);
    layout->addWidget(m_words);
    layout->addWidget(m_start);
    layout->addWidget(m_state, 1);
    return bar;
}

QWidget *FindPanel::makeEmpty()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 8, 16, 8);
    m_empty = new QLabel(page);
    m_empty->setObjectName(u"findEmpty"_s);
    m_empty->setProperty("role", u"note"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText); // what was typed is in it
    layout->addStretch(1);
    layout->addWidget(m_empty);
    layout->addStretch(1);
    return page;
}

void FindPanel::connectFind()
{
    connect(&m_find, &FindInFiles::started, this, [this] {
        m_model->clear();
        updateWords();
        Q_EMIT countChanged();
    });
    connect(&m_find, &FindInFiles::found, this, [this](const std::vector<FoundDocument> &documents) {
        const int first = m_model->rowCount();
        m_model->add(documents);
        for (int row = first; row < m_model->rowCount(); ++row)
            m_tree->expand(m_model->index(row, 0));
        updateWords();
        Q_EMIT countChanged();
    });
    connect(&m_find, &FindInFiles::progressed, this, &FindPanel::updateWords);
    connect(&m_find, &FindInFiles::finished, this, &FindPanel::updateWords);
}

/// What was set before the style sheet came to a widget, it took back.
void FindPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void FindPanel::applyFonts()
{
    for (QPushButton *option : {m_case, m_words})
        option->setFont(theme::noteFont());
    m_field->setMinimumWidth(scaled(144));
    m_field->setMaximumWidth(scaled(280));
    m_progress->setFixedHeight(scaled(3));
    m_tree->doItemsLayout();
    m_tree->viewport()->update();
}

void FindPanel::focusField(const QString &text)
{
    if (!text.isEmpty())
        m_field->setText(text);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

int FindPanel::hitCount() const
{
    return m_find.state().hits;
}

void FindPanel::clear()
{
    m_find.cancel();
    m_model->clear();
    m_wasStarted = false;
    updateWords();
    Q_EMIT countChanged();
}

FindQuery FindPanel::typed() const
{
    FindQuery query = FindQuery::fromTyped(m_field->text());
    query.matchCase = m_case->isChecked();
    query.wholeWords = m_words->isChecked();
    return query;
}

void FindPanel::begin()
{
    const FindQuery query = typed();
    if (query.isEmpty())
        return;
    m_wasStarted = true;
    m_find.start(query);
}

void FindPanel::beginOrCancel()
{
    if (m_find.isRunning())
        m_find.cancel();
    else
        begin();
}

bool FindPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        if (m_model->rowCount() == 0)
            return true;
        if (!m_tree->currentIndex().isValid())
            m_tree->setCurrentIndex(m_model->index(0, 0, m_model->index(0, 0)));
        m_tree->setFocus(Qt::TabFocusReason);
        return true;
    case Qt::Key_Escape:
        if (!m_find.isRunning())
            return false;
        m_find.cancel();
        return true;
    default:
        return false;
    }
}

void FindPanel::go(const QModelIndex &index)
{
    const FoundDocument document = m_model->document(index); // who hears of it may begin another search
    const workspace::FindHit hit = m_model->hit(index);
    Q_EMIT placeWanted(document, hit);
}

bool FindPanel::canStep() const
{
    return m_model->rowCount() > 0;
}

void FindPanel::goNext()
{
    step(true);
}

void FindPanel::goPrevious()
{
    step(false);
}

void FindPanel::step(bool forward)
{
    const int documents = m_model->rowCount();
    if (documents == 0)
        return;
    const QModelIndex current = m_tree->currentIndex();
    const bool isHit = current.isValid() && FindModel::isHit(current);
    int document = isHit ? current.parent().row() : current.isValid() ? current.row() : forward ? 0 : documents - 1;
    int row = isHit ? current.row() + (forward ? 1 : -1) : forward || current.isValid() ? 0 : -1;
    if (current.isValid() && !isHit && !forward) { // from a document's row back: the hit before it
        document = (document + documents - 1) % documents;
        row = m_model->rowCount(m_model->index(document, 0)) - 1;
    } else if (row < 0) {
        document = isHit ? (document + documents - 1) % documents : document;
        row = m_model->rowCount(m_model->index(document, 0)) - 1;
    } else if (row >= m_model->rowCount(m_model->index(document, 0))) {
        document = (document + 1) % documents;
        row = 0;
    }
    const QModelIndex above = m_model->index(document, 0);
    m_tree->expand(above);
    m_tree->setCurrentIndex(m_model->index(row, 0, above));
    go(m_tree->currentIndex());
}

QString FindPanel::stateWords() const
{
    const FindState &state = m_find.state();
    const QLocale locale;
    if (!m_wasStarted)
        return {};
    const QString of = tr("%1 of %2 documents").arg(locale.toString(state.looked), locale.toString(state.documents));
    const QString hits = tr("%n hit(s)", nullptr, state.hits);
    if (m_find.isRunning())
        return state.documents == 0 ? tr("Looking through the folder…") : of + u" · "_s + hits;
    const QString documents = tr("%n document(s)", nullptr, state.found);
    QStringList words;
    if (state.hits >= FindInFiles::MostHits && state.isCut)
        words << tr("The first %1 hits, in %2. Type more to have fewer.").arg(locale.toString(state.hits), documents);
    else
        words << tr("%1 in %2").arg(hits, documents);
    if (state.isCancelled)
        words << tr("cancelled after %1").arg(of);
    else if (state.isCut && state.hits < FindInFiles::MostHits)
        words << tr("the folder has more files than are looked through");
    if (state.unread > 0)
        words << tr("%n couldn't be read", nullptr, state.unread);
    return words.join(u" · "_s);
}

QString FindPanel::emptyWords() const
{
    const FindState &state = m_find.state();
    if (!m_wasStarted && m_find.folder().isEmpty())
        return tr("Find text in all open documents. With a folder open, its files are looked through, too.");
    if (!m_wasStarted)
        return tr(
            "Find text in every document of the folder. A field and its value find exactly that: LicenseType = SVOD");
    if (m_find.isRunning())
        return tr("Nothing found yet…");
    const QString looked = tr("%n document(s)", nullptr, state.looked);
    const FindQuery &query = m_find.query();
    if (!query.field.isEmpty() && !query.text.isEmpty())
        return tr("No field “%1” with the value “%2” in %3.").arg(query.field.join(u'/'), query.text, looked);
    if (!query.field.isEmpty())
        return tr("No field “%1” in %2.").arg(query.field.join(u'/'), looked);
    return query.matchCase || query.wholeWords
        ? tr("No “%1” in %2. It may be there with other capitals or inside longer words.").arg(query.text, looked)
        : tr("No “%1” in %2.").arg(query.text, looked);
}

void FindPanel::updateWords()
{
    const FindState &state = m_find.state();
    const bool runs = m_find.isRunning();
    m_start->setText(runs ? tr("Cancel") : tr("Find"));
    m_start->setAccessibleName(runs ? tr("Cancel the search") : tr("Find"));
    m_state->setText(m_model->rowCount() > 0 || runs ? stateWords() : QString());
    m_state->setAccessibleName(m_state->text());
    m_progress->setRange(0, state.documents); // 0 of 0: nobody knows yet
    m_progress->setValue(runs ? state.looked : 0);
    QSizePolicy keeps = m_progress->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keeps);
    m_progress->setVisible(runs);
    m_empty->setText(emptyWords());
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
}

} // namespace marquee::search
