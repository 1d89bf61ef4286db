// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask/AskPage.h"

#include "ask/AnswersDelegate.h"
#include "ask/QuestionBar.h"
#include "editor/QuietCombo.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/RowTree.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QStyle>

namespace marquee::ask {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int Pause = 200; ///< milliseconds without a change before it asks again
constexpr int MostOpened = 20; ///< avails whose rows are shown at once

QString scopeWords(Scope scope)
{
    switch (scope) {
    case Scope::Document:
        return AskPage::tr("This document");
    case Scope::Reply:
        return AskPage::tr("This reply");
    case Scope::Workspace:
        break;
    }
    return AskPage::tr("The whole workspace");
}

} // namespace

AskPage::AskPage(const rules::Rulebook &book, QWidget *parent)
    : QWidget(parent)
    , m_model(new AnswersModel(this))
    , m_question(new QuestionBar(book, this))
{
    setObjectName(u"askPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    layout->setSpacing(scaled(8));
    layout->addWidget(m_question);
    layout->addWidget(makeHead());
    layout->addWidget(makeBanner());
    m_pages = new QStackedLayout;
    layout->addLayout(m_pages, 1);
    m_tree = new theme::RowTree(this);
    m_tree->setObjectName(u"askAnswers"_s);
    m_tree->setAccessibleName(tr("Answers"));
    m_tree->setAccessibleDescription(tr("Enter goes to the field."));
    m_tree->setProperty("card", true);
    m_tree->setItemDelegate(new AnswersDelegate(m_tree));
    m_tree->setModel(m_model);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(makeEmpty());
    m_later.setSingleShot(true);
    for (const Scope scope : {Scope::Document, Scope::Reply, Scope::Workspace})
        setScope(scope, false);

    connect(&m_later, &QTimer::timeout, this, &AskPage::askNow);
    connect(m_question, &QuestionBar::edited, this, &AskPage::later);
    connect(m_question, &QuestionBar::askPressed, this, &AskPage::askNow);
    connect(m_tree, &theme::RowTree::entryActivated, this, &AskPage::go);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &AskPage::applyFonts);
    updateWords();
}

QWidget *AskPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    auto *label = new QLabel(tr("Over"), head);
    label->setProperty("role", u"label"_s);
    m_over = new editor::QuietCombo(head);
    m_over->setObjectName(u"askOver"_s);
    m_over->setAccessibleName(tr("What is asked"));
    for (const Scope scope : {Scope::Document, Scope::Reply, Scope::Workspace})
        m_over->addItem(scopeWords(scope));
    label->setBuddy(m_over);
    m_ask = new QPushButton(head);
    m_ask->setObjectName(u"askStart"_s);
    m_ask->setProperty("role", u"main"_s);
    m_onlyYes = new QPushButton(tr("Only what is allowed"), head);
    m_onlyYes->setObjectName(u"askOnlyAllowed"_s);
    m_onlyYes->setAccessibleName(m_onlyYes->text());
    m_onlyYes->setProperty("role", u"filter"_s);
    m_onlyYes->setCheckable(true);
    m_counts = new theme::ElidedLabel(head);
    m_counts->setObjectName(u"askCounts"_s);
    m_counts->setElide(Qt::ElideRight);
    m_progress = new QProgressBar(head);
    m_progress->setObjectName(u"askProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(scaled(120));
    layout->addWidget(label);
    layout->addWidget(m_over);
    layout->addWidget(m_ask);
    layout->addWidget(m_progress);
    layout->addWidget(m_counts, 1);
    layout->addWidget(m_onlyYes);
    connect(m_over, &QComboBox::currentIndexChanged, this, [this] {
        m_wasAsked = false;
        m_failure.clear();
        m_model->clear();
        later();
        updateWords();
    });
    connect(m_ask, &QPushButton::clicked, this, &AskPage::press);
    connect(m_onlyYes, &QPushButton::toggled, this, [this](bool only) {
        m_model->setOnlyAllowed(only);
        openFew(0);
        updateWords();
    });
    return head;
}

QWidget *AskPage::makeBanner()
{
    m_banner = new QFrame(this);
    m_banner->setObjectName(u"askBanner"_s);
    auto *layout = new QVBoxLayout(m_banner);
    layout->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8));
    m_said = new QLabel(m_banner);
    m_said->setObjectName(u"askSaid"_s);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_said);
    m_banner->hide();
    return m_banner;
}

QWidget *AskPage::makeEmpty()
{
    auto *page = new QFrame(this);
    page->setProperty("card", true);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    m_empty = new QLabel(page);
    m_empty->setObjectName(u"askEmpty"_s);
    m_empty->setProperty("role", u"note"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    layout->addWidget(m_empty);
    return page;
}

void AskPage::setScope(Scope scope, bool isThere, const QString &name)
{
    const int row = static_cast<int>(scope);
    m_over->setItemText(row, name.isEmpty() ? scopeWords(scope) : QString(scopeWords(scope) + u": "_s + name.left(60)));
    if (auto *items = qobject_cast<QStandardItemModel *>(m_over->model()))
        items->item(row)->setEnabled(isThere);
    updateWords();
}

Scope AskPage::scope() const
{
    return static_cast<Scope>(m_over->currentIndex());
}

void AskPage::chooseScope(Scope scope)
{
    m_over->setCurrentIndex(static_cast<int>(scope));
}

void AskPage::setQuestion(const Question &question)
{
    m_question->setQuestion(question);
    later();
}

std::optional<Question> AskPage::question() const
{
    return m_question->question();
}

void AskPage::askAgain()
{
    later();
}

void AskPage::focusQuestion()
{
    m_question->focusDay();
}

void AskPage::later()
{
    if (scope() != Scope::Workspace)
        m_later.start(Pause);
    updateWords();
}

void AskPage::press()
{
    if (m_isAsking)
        Q_EMIT cancelWanted();
    else
        askNow();
}

void AskPage::askNow()
{
    m_later.stop();
    const auto *items = qobject_cast<QStandardItemModel *>(m_over->model());
    const bool isThere = !items || items->item(m_over->currentIndex())->isEnabled();
    if (const auto asked = m_question->question(); asked && isThere)
        Q_EMIT askWanted(*asked, scope());
}

void AskPage::begin()
{
    m_isAsking = true;
    m_wasAsked = true;
    m_note.clear();
    m_failure.clear();
    m_model->clear();
    m_progress->setRange(0, 0);
    updateWords();
}

void AskPage::add(const std::vector<ShownAnswers> &documents)
{
    const int first = m_model->rowCount();
    m_model->add(documents);
    openFew(first);
    updateWords();
}

/// Of many avails only the first are opened: the others are read by what they say.
void AskPage::openFew(int first)
{
    for (int row = first; row < std::min(m_model->rowCount(), MostOpened); ++row)
        m_tree->expand(m_model->index(row, 0));
}

void AskPage::setProgress(int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_note = total == 0 ? tr("Looking through the folder…")
                        : tr("%1 of %2 documents").arg(QLocale().toString(done), QLocale().toString(total));
    updateWords();
}

void AskPage::finish(const QString &note)
{
    m_isAsking = false;
    m_note = note;
    updateWords();
}

void AskPage::fail(const Error &error)
{
    m_model->clear();
    m_failure = sentence(error);
    m_wasAsked = true;
    finish();
}

void AskPage::showAnswers(const std::vector<ShownAnswers> &documents, const QString &note)
{
    begin();
    add(documents);
    finish(note);
}

void AskPage::go(const QModelIndex &index)
{
    Q_EMIT placeWanted(m_model->key(index), m_model->place(index));
}

QString AskPage::countWords() const
{
    QStringList words;
    if (m_model->count() > 1)
        words << tr("%1 of %2 avails say yes")
                     .arg(QLocale().toString(m_model->allowed()), QLocale().toString(m_model->count()));
    if (!m_note.isEmpty())
        words << m_note;
    return words.join(u" · "_s);
}

QString AskPage::emptyWords() const
{
    if (!m_failure.isEmpty())
        return m_failure;
    const auto *items = qobject_cast<QStandardItemModel *>(m_over->model());
    if (items && !items->item(m_over->currentIndex())->isEnabled()) {
        return scope() == Scope::Workspace
            ? tr("No folder is open. Open one with avails to ask all of them.")
            : tr("There is nothing to ask here yet. Open an avail, or ask the whole workspace.");
    }
    if (m_isAsking)
        return tr("Asking…");
    if (m_wasAsked && m_model->count() > 0)
        return tr("None of the avails allows that. Show them all to see what stands against it.");
    if (m_wasAsked)
        return tr("There is no avail in it.");
    return scope() == Scope::Workspace
        ? tr("Say the day and the territory, then press Ask: every avail of the workspace answers.")
        : tr("Say the day and the territory: the avail answers what may be shown, and what stands against it.");
}

void AskPage::updateWords()
{
    const bool isWorkspace = scope() == Scope::Workspace;
    const QString text = m_isAsking && isWorkspace ? tr("Cancel") : tr("Ask");
    m_ask->setText(text);
    m_ask->setAccessibleName(m_isAsking && isWorkspace ? tr("Stop asking") : tr("Ask"));
    m_ask->setVisible(isWorkspace);
    m_ask->setEnabled((m_isAsking && isWorkspace) || m_question->question().has_value());
    m_progress->setVisible(m_isAsking && isWorkspace);
    m_onlyYes->setVisible(m_model->count() > 1);
    const QString *said = m_model->onlyWords();
    if (said) {
        m_said->setText(*said);
        const QString look = m_model->allowed() > 0 ? u"good"_s : u"warning"_s;
        if (m_banner->property("banner").toString() != look) {
            m_banner->setProperty("banner", look);
            m_banner->style()->unpolish(m_banner);
            m_banner->style()->polish(m_banner);
        }
    }
    m_banner->setVisible(said != nullptr);
    m_counts->setText(countWords());
    m_empty->setText(emptyWords());
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
}

/// What was set before the style sheet came to a widget, it took back.
void AskPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void AskPage::applyFonts()
{
    m_onlyYes->setFont(theme::noteFont());
    m_progress->setFixedSize(scaled(120), scaled(6));
    m_over->setMinimumWidth(scaled(240));
    m_tree->doItemsLayout();
    m_tree->viewport()->update();
}

} // namespace marquee::ask
