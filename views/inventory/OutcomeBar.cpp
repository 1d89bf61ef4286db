// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/OutcomeBar.h"

#include "inventory/InventoryEdit.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace marquee::inventory {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr std::size_t MostFailures = 3; // lines; the tooltip has more
constexpr std::size_t MostInTip = 30;

} // namespace

OutcomeBar::OutcomeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_words(new QLabel(this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"inventoryOutcome"_s);
    m_words->setObjectName(u"inventoryOutcomeWords"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_undo->setObjectName(u"inventoryUndo"_s);
    m_undo->setAccessibleName(tr("Undo the change in all documents"));
    m_close->setObjectName(u"inventoryOutcomeClose"_s);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());
    m_close->setIcon(theme::crossIcon());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(8), scaled(8), scaled(8));
    layout->setSpacing(scaled(8));
    layout->addWidget(m_icon);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_close);
    connect(m_undo, &QPushButton::clicked, this, &OutcomeBar::undoWanted);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] { m_close->setIcon(theme::crossIcon()); });
    hide();
}

QString OutcomeBar::text() const
{
    return m_words->text();
}

void OutcomeBar::show(const QString &text, const ChangeOutcome &outcome, bool canUndo)
{
    QStringList lines{text};
    QStringList all;
    for (const LeftOut &failure : outcome.failures) {
        if (all.size() < static_cast<qsizetype>(MostInTip))
            all << tr("%1: %2").arg(failure.document, failure.why);
    }
    lines += all.mid(0, MostFailures);
    if (outcome.failures.size() > MostFailures)
        lines << tr("… and %n more", nullptr, static_cast<int>(outcome.failures.size() - MostFailures));
    m_words->setText(lines.join(u'\n'));
    m_words->setToolTip(outcome.failures.size() > MostFailures ? all.join(u'\n') : QString());
    const bool isGood = outcome.failures.empty();
    setProperty("banner", isGood ? u"good"_s : u"warning"_s);
    style()->unpolish(this);
    style()->polish(this);
    m_icon->setVisible(!isGood);
    m_icon->setPixmap(theme::severityIcon(rules::Severity::Warning).pixmap(scaled(16), scaled(16)));
    m_undo->setVisible(canUndo);
    setVisible(true);
}

void OutcomeBar::showApplied(const ChangeOutcome &outcome, bool canUndo)
{
    QString text = outcome.documents == 0
        ? tr("Nothing was changed.")
        : tr("Changed %1 in %2.")
              .arg(tr("%n window(s)", nullptr, outcome.windows), tr("%n document(s)", nullptr, outcome.documents));
    if (!outcome.failures.empty())
        text += u' '
            + tr("%n document(s) couldn't be changed and are as they were:", nullptr,
                static_cast<int>(outcome.failures.size()));
    if (outcome.beyondUndo > 0)
        text += u' '
            + tr("%n document(s) can't be undone here: there was too much to keep.", nullptr, outcome.beyondUndo);
    show(text, outcome, canUndo);
}

void OutcomeBar::showUndone(const ChangeOutcome &outcome)
{
    QString text = outcome.documents == 0 ? tr("Nothing was undone.")
                                          : tr("Undone in %n document(s).", nullptr, outcome.documents);
    if (!outcome.failures.empty())
        text += u' ' + tr("%n document(s) keep the change:", nullptr, static_cast<int>(outcome.failures.size()));
    show(text, outcome, false);
}

} // namespace marquee::inventory
