// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/TextStanding.h"

#include "rules/CountWords.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace marquee::text {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int IconSide = 16;

QPushButton *button(const QString &name, const QString &words, QWidget *parent)
{
    auto *made = new QPushButton(words, parent);
    made->setObjectName(name);
    return made;
}

} // namespace

TextStanding::TextStanding(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_words(new QLabel(this))
    , m_place(button(u"showMistake"_s, tr("Go there"), this))
    , m_repair(button(u"showRepair"_s, tr("Show a repair…"), this))
    , m_back(button(u"discardText"_s, tr("Back to the last well-formed text"), this))
{
    setObjectName(u"textStanding"_s);
    setAccessibleName(tr("How the text stands"));
    m_words->setObjectName(u"textProblem"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_icon);
    row->addWidget(m_words, 1);
    for (QPushButton *one : {m_place, m_repair, m_back})
        row->addWidget(one);
    connect(m_place, &QPushButton::clicked, this, &TextStanding::placeWanted);
    connect(m_repair, &QPushButton::clicked, this, &TextStanding::repairWanted);
    connect(m_back, &QPushButton::clicked, this, &TextStanding::backWanted);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &TextStanding::dress);
    show(Look::Plain, {});
}

void TextStanding::dress()
{
    layout()->setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8));
    layout()->setSpacing(scaled(8));
    const int side = scaled(IconSide);
    // The line keeps its height, or the text would jump while somebody types.
    setMinimumHeight(std::max(scaled(48), m_place->sizeHint().height() + scaled(18)));
    m_icon->setVisible(m_look != Look::Plain);
    const QIcon icon
        = m_look == Look::Good ? theme::dotIcon(theme::color(theme::Token::Good)) : theme::severityIcon(m_severity);
    m_icon->setPixmap(icon.pixmap(QSize(side, side), devicePixelRatioF()));
}

void TextStanding::show(Look look, const QString &words)
{
    m_look = look;
    m_words->setText(words);
    m_words->setProperty("role", look == Look::Good ? u"good"_s : look == Look::Mistake ? QString() : u"label"_s);
    setProperty("banner", look == Look::Mistake ? u"error"_s : u"none"_s);
    m_place->hide();
    m_repair->hide();
    m_back->hide();
    for (QWidget *changed : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_words)}) {
        changed->style()->unpolish(changed);
        changed->style()->polish(changed);
    }
    dress();
}

void TextStanding::showWellFormed(const rules::Counts &counts)
{
    const bool isClean = counts.total() == 0;
    m_severity = counts.errors > 0 ? rules::Severity::Error
        : counts.warnings > 0      ? rules::Severity::Warning
                                   : rules::Severity::Hint;
    show(isClean ? Look::Good : Look::Problems, tr("Well-formed  ·  %1").arg(rules::countsInWords(counts)));
}

void TextStanding::showMistake(const Error &error, bool canGoBack)
{
    m_severity = rules::Severity::Error;
    // What to do about a mistake in sight needs no words.
    const bool isPlain = error.nextStep.isEmpty() || (error.code == Error::Code::Malformed && error.place);
    show(Look::Mistake, isPlain ? error.message : sentence(error));
    m_place->setVisible(error.place.has_value());
    m_back->setVisible(canGoBack);
}

void TextStanding::offerRepair(bool offers)
{
    m_repair->setVisible(offers && m_look == Look::Mistake);
}

void TextStanding::showNote(const QString &words)
{
    show(Look::Plain, words);
}

} // namespace marquee::text
