// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MessageBar.h"

#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>

namespace marquee::shell {

using namespace Qt::StringLiterals;

namespace {

constexpr int GoesAfterMs = 12000;

const char *nameOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Good:
        return "good";
    case MessageBar::Kind::Hint:
        return "hint";
    case MessageBar::Kind::Warning:
        return "warning";
    case MessageBar::Kind::Error:
        break;
    }
    return "error";
}

QIcon iconOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Good:
        return theme::dotIcon(theme::color(theme::Token::Good));
    case MessageBar::Kind::Hint:
        return theme::severityIcon(rules::Severity::Hint);
    case MessageBar::Kind::Warning:
        return theme::severityIcon(rules::Severity::Warning);
    case MessageBar::Kind::Error:
        break;
    }
    return theme::severityIcon(rules::Severity::Error);
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_action(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"messageBar"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::scaled(28), theme::scaled(14), theme::scaled(24), theme::scaled(6)); // with the margin of its frame
    layout->setSpacing(theme::scaled(12));
    m_text->setObjectName(u"messageText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(theme::scaled(120));
    m_action->setObjectName(u"messageAction"_s);
    m_cancel->setObjectName(u"messageCancel"_s);
    m_close->setObjectName(u"messageClose"_s);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setIcon(theme::crossIcon(true));
    m_close->setFlat(true);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_action);
    layout->addWidget(m_cancel);
    layout->addWidget(m_close);
    m_goes.setSingleShot(true);
    m_goes.setInterval(GoesAfterMs);
    connect(&m_goes, &QTimer::timeout, this, &MessageBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT action();
    });
    connect(m_cancel, &QPushButton::clicked, this, &MessageBar::cancelled);
    connect(m_close, &QPushButton::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::say(Kind kind, const QString &text, const QString &button)
{
    m_busy = false;
    dropChoices();
    setProperty("banner", QString::fromLatin1(nameOf(kind)));
    style()->polish(this);
    const int side = theme::scaled(16);
    m_icon->setPixmap(iconOf(kind).pixmap(QSize(side, side), devicePixelRatioF()));
    m_text->setText(text);
    m_progress->hide();
    m_cancel->hide();
    m_close->show();
    m_action->setText(button);
    m_action->setVisible(!button.isEmpty());
    show();
    if (kind == Kind::Good || kind == Kind::Hint)
        m_goes.start();
    else
        m_goes.stop();
    QAccessibleEvent event(this, QAccessible::Alert);
    setAccessibleName(text);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::ask(Kind kind, const QString &text, const std::vector<Choice> &choices)
{
    say(kind, text);
    m_goes.stop();
    auto *line = qobject_cast<QHBoxLayout *>(layout());
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(choice.text, this);
        button->setObjectName(choice.name);
        line->insertWidget(line->indexOf(m_action), button);
        connect(button, &QPushButton::clicked, this, [this, chosen = choice.chosen] {
            dismiss();
            chosen();
        });
        button->show();
        m_choices.push_back(button);
    }
}

void MessageBar::dropChoices()
{
    for (QPushButton *button : m_choices) {
        button->hide();
        button->deleteLater(); // it may be what brought us here
    }
    m_choices.clear();
}

void MessageBar::sayBusy(const QString &text)
{
    say(Kind::Hint, text);
    m_goes.stop();
    m_busy = true;
    m_progress->show();
    m_cancel->show();
    m_close->hide();
}

QString MessageBar::text() const
{
    return isVisibleTo(parentWidget()) ? m_text->text() : QString();
}

void MessageBar::dismiss()
{
    m_busy = false;
    m_goes.stop();
    hide();
}

} // namespace marquee::shell
