// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/FindBar.h"

#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStyle>
#include <QToolButton>

namespace marquee::preview {

using namespace Qt::StringLiterals;

namespace {
constexpr int NarrowestText = 72;
constexpr int IconSide = 16;
}

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_case(addButton(u"findCase"_s, tr("Match upper and lower case")))
    , m_previous(addButton(u"findPrevious"_s, tr("Previous hit")))
    , m_next(addButton(u"findNext"_s, tr("Next hit")))
    , m_close(addButton(u"findClose"_s, tr("Close the find bar")))
{
    setObjectName(u"findBar"_s);
    setAutoFillBackground(true);
    m_text->setObjectName(u"findText"_s);
    m_text->setAccessibleName(tr("Find in the text"));
    m_text->setPlaceholderText(tr("Find"));
    m_count->setObjectName(u"findCount"_s);
    m_count->setProperty("role", u"note"_s);
    m_case->setText(u"Aa"_s);
    m_case->setCheckable(true);
    m_previous->setToolTip(tr("Previous hit (Shift+F3)"));
    m_next->setToolTip(tr("Next hit (F3)"));
    m_close->setToolTip(tr("Close (Esc)"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::scaled(8), theme::scaled(4), theme::scaled(4), theme::scaled(4));
    row->setSpacing(theme::scaled(4));
    row->addWidget(m_text, 1);
    row->addWidget(m_count);
    for (QToolButton *button : {m_case, m_previous, m_next, m_close})
        row->addWidget(button);
    setFocusProxy(m_text);

    connect(m_text, &QLineEdit::textChanged, this, &FindBar::searchChanged);
    connect(m_case, &QToolButton::toggled, this, &FindBar::searchChanged);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousWanted);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextWanted);
    connect(m_close, &QToolButton::clicked, this, &FindBar::closed);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &FindBar::refreshLook);
    refreshLook();
}

QToolButton *FindBar::addButton(const QString &name, const QString &accessibleName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setAccessibleName(accessibleName);
    button->setToolTip(accessibleName);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void FindBar::refreshLook()
{
    m_previous->setIcon(theme::icon(u"go-up"_s));
    m_next->setIcon(theme::icon(u"go-down"_s));
    m_close->setIcon(theme::crossIcon());
    for (QToolButton *button : {m_previous, m_next, m_close})
        button->setIconSize(QSize(theme::scaled(IconSide), theme::scaled(IconSide)));
    m_text->setMinimumWidth(theme::scaled(NarrowestText));
}

QString FindBar::text() const
{
    return m_text->text();
}

bool FindBar::matchCase() const
{
    return m_case->isChecked();
}

void FindBar::begin(const QString &text)
{
    if (!text.isEmpty())
        m_text->setText(text);
    m_text->selectAll();
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void FindBar::showCount(std::size_t number, std::size_t count, bool running)
{
    const QString all = QLocale().toString(static_cast<qulonglong>(count)) % (running ? u"+"_s : QString());
    setMissing(count == 0 && !running);
    if (count == 0)
        m_count->setText(running ? tr("Looking…") : tr("Not found"));
    else if (number == 0)
        m_count->setText(tr("%1 found").arg(all));
    else
        m_count->setText(tr("%1 of %2").arg(QLocale().toString(static_cast<qulonglong>(number)), all));
}

void FindBar::showNothing()
{
    setMissing(false);
    m_count->clear();
}

void FindBar::setMissing(bool missing)
{
    const QString severity = missing ? u"error"_s : QString();
    if (m_text->property("severity").toString() == severity)
        return;
    m_text->setProperty("severity", severity);
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
}

bool FindBar::event(QEvent *event)
{
    // Escape and F3 are the bar's own while it has the keyboard, whatever the window makes of them.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_F3)
            event->accept();
    }
    return QWidget::event(event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool back = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT closed();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        back ? Q_EMIT previousWanted() : Q_EMIT nextWanted();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace marquee::preview
